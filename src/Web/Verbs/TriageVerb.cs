using System.CommandLine;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Verbs;

/// <summary><c>triage FILE…</c>: decides on every concern of the files, in order, as they are read.</summary>
public static class TriageVerb
{
    private const int Chunk = 64 * 1024;

    /// <summary>The verb.</summary>
    public static Command Command(Stream input, Stream output, TextWriter error)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files of concerns, one JSON object a line or one array; - is standard input.",
            Arity = ArgumentArity.ZeroOrMore
        }.RefusingDashes();
        var explain = new Option<bool>("--explain") { Description = "Print each decision as a person reads it, with its reasons." };
        var table = new Option<bool>("--table") { Description = "Print the decision tables of the newest edition, and read no file." };
        var command = new Command("triage", "Decide what the procedure requires for each concern in the files.") { files, explain, table };
        command.Validators.Add(result =>
        {
            var given = result.GetValue(files)!.Length;
            if (result.GetValue(table) ? given > 0 || result.GetValue(explain) : given == 0)
                result.AddError(result.GetValue(table) ? "--table stands alone: it reads no file." : "Name at least one file, or - for standard input.");
        });
        command.SetAction(parsed =>
        {
            var to = new Output(output);
            if (!parsed.GetValue(table)) return Run(parsed.GetValue(files)!, parsed.GetValue(explain), input, to, error);
            to.Write(DecisionTables.Markdown(RuleBook.Standard.Newest));
            to.Flush();
            return 0;
        });
        return command;
    }

    private static int Run(string[] files, bool explain, Stream input, Output output, TextWriter error)
    {
        var exit = 0;
        foreach (var file in files) exit = Math.Max(exit, One(file, explain, input, output, error));
        return exit;
    }

    private static int One(string file, bool explain, Stream input, Output output, TextWriter error)
    {
        var name = file == "-" ? "standard input" : file;
        try
        {
            if (Directory.Exists(file)) throw new IOException("it is a folder; name the files in it");
            using var opened = file == "-" ? null : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var answers = new Answers(output, RuleBook.Standard) { Explain = explain };
            var broken = Decide(opened ?? input, answers, output);
            if (broken is null) return answers.AnyBad ? 1 : 0;
            error.WriteLine($"lapwing: {name} is an array that is not whole JSON: {broken}. Nothing of it was decided.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error.WriteLine($"lapwing: {name} cannot be read: {e.Message}");
        }

        return CommandLine.Unusable;
    }

    // What is wrong with an array, or null. A file's array is read twice, so that it need not be kept; a pipe's is kept until its end.
    private static string? Decide(Stream from, Answers answers, Output output)
    {
        var isWhole = from.CanSeek && IsArray(from);
        if (isWhole)
        {
            var check = new ArrayCheck();
            Read(from, check.Push);
            check.Finish();
            if (check.Broken is not null) return check.Broken;
            from.Position = 0;
        }

        var file = new TriageFile(answers.Answer, isWhole);
        Read(from, bytes =>
        {
            file.Push(bytes);
            output.Flush();
        });
        file.Finish();
        while (file.AnswerMore()) output.Flush();
        output.Flush();
        return file.BrokenArray;
    }

    private static bool IsArray(Stream from)
    {
        var opening = new TriageFile((_, _) => { });
        var bytes = new byte[Chunk];
        for (int count; opening.IsArray is null && (count = from.Read(bytes)) > 0;) opening.Push(bytes.AsSpan(0, count));
        from.Position = 0;
        return opening.IsArray is true;
    }

    private static void Read(Stream from, Action<ReadOnlySpan<byte>> push)
    {
        var bytes = new byte[Chunk];
        for (int count; (count = from.Read(bytes)) > 0;) push(bytes.AsSpan(0, count));
    }
}
