using System.CommandLine;
using Lapwing.Storage;

namespace Lapwing.Web.Verbs;

/// <summary><c>checkpoint --data DIR [--keys DIR] [--to FILE]</c>: the newest checkpoint, for a partner agency to keep.</summary>
public static class CheckpointVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var data = new Option<string>("--data") { Description = "The folder of the database.", Required = true };
        var keys = new Option<string?>("--keys") { Description = "The folder of the keys. Without it: keys, in the folder of the database." };
        var to = new Option<string?>("--to") { Description = "A new file to write it to. Without it: standard output." };
        var command = new Command("checkpoint", "Sign what was recorded and looked at since the last checkpoint, and write the newest out, for a "
            + "partner agency to keep. It names nobody. Lapwing may run meanwhile.") { data, keys, to };
        ServeVerb.AddKeeping(command);
        command.SetAction(async parsed =>
        {
            try
            {
                await using var opened = await OpenedLedger.Open(LedgerFolder.At(parsed.GetValue(data)!, parsed.GetValue(keys)), TimeProvider.System,
                    ServeVerb.OpeningIn(parsed));
                foreach (var told in opened.Told) await error.WriteLineAsync($"lapwing: {told}");
                await opened.Checkpoints.Make();
                var newest = opened.Checkpoints.Newest()
                    ?? throw new LedgerRefusedException("There is nothing to sign yet: nothing was recorded and nobody has looked.");
                if (parsed.GetValue(to) is { } file) await Write(file, newest);
                else await output.WriteAsync(newest);
                return 0;
            }
            catch (Exception e) when (e is LedgerRefusedException or IOException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"lapwing: {e.Message}");
                return CommandLine.Unusable;
            }
        });
        return command;
    }

    private static async Task Write(string file, string checkpoint)
    {
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(checkpoint);
    }
}
