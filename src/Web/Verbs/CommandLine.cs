using System.CommandLine;
using System.Text;
using Lapwing.Web.Logs;

namespace Lapwing.Web.Verbs;

/// <summary>The verbs. They run before any web host is built; only <c>serve</c> and <c>demo</c> build one.</summary>
public static class CommandLine
{
    /// <summary>Wrong use of the command, a file that cannot be read, an array that is not whole.</summary>
    public const int Unusable = 2;

    /// <summary>Runs one command and gives its exit code. Wrong use is one line on standard error and exit 2.</summary>
    public static async Task<int> Run(string[] args, Stream input, Stream output, TextWriter error)
    {
        var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        try
        {
            var exit = await Run(args, input, output, text, error);
            await text.FlushAsync();
            return exit;
        }
        catch (Exception e) when (e is OutputException or IOException)      // what cannot be read is told by the verbs themselves
        {
            await error.WriteLineAsync($"lapwing: the output cannot be written: {e.Message}");
            return Unusable;
        }
    }

    private static async Task<int> Run(string[] args, Stream input, Stream output, StreamWriter text, TextWriter error)
    {
        var root = new RootCommand("Lapwing: what the procedure on the abuse of children through digital media requires, of whom, by when and why.")
        {
            TriageVerb.Command(input, output, error), StatementVerb.Command(text, error), CompareVerb.Command(text, error),
            VerifyVerb.Command(text, error), MigrateVerb.Command(text, error), RebuildVerb.Command(text, error), CheckpointVerb.Command(text, error),
            KeysVerb.Command(text, error), SimulateVerb.Command(text, error),
            ServeVerb.Serve(text, error), ServeVerb.Demo(text, error),
        };
        var parsed = ServeVerb.Serving(root, isDemo: false, text, error).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"lapwing: {PlainText.Of(parsed.Errors[0].Message)} Try: lapwing "
                + $"{(parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ")}--help");
            return Unusable;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = text,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null
        });
    }

    /// <summary>Refuses words that begin with a dash where a name is wanted: a mistyped option is no file.</summary>
    public static Argument<T> RefusingDashes<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-') result.AddError($"There is no option '{token.Value}'.");
        });
        return argument;
    }
}
