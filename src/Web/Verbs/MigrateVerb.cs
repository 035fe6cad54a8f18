using System.CommandLine;
using Lapwing.Storage;

namespace Lapwing.Web.Verbs;

/// <summary><c>migrate --data DIR [--keys DIR]</c>: brings the database of an older version forward, after a copy. The server does so as it starts.</summary>
public static class MigrateVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var data = new Option<string>("--data") { Description = "The folder of the database.", Required = true };
        var keys = new Option<string?>("--keys") { Description = "The folder of the keys. Without it: keys, in the folder of the database." };
        const string What = "Bring the database of an older version forward, after a copy of it, as the server does at its start. Ends with 0, or 2 if it cannot be done.";
        var command = new Command("migrate", What) { data, keys };
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                await using var ledger = LedgerFolder.At(parsed.GetValue(data)!, parsed.GetValue(keys)).Open(TimeProvider.System);
                await output.WriteLineAsync(ledger.BroughtForward is { } done ? Said(done) : "There was nothing to bring forward.");
                return 0;
            }
            catch (LedgerRefusedException e)
            {
                await error.WriteLineAsync($"lapwing: {e.Message}");
                return CommandLine.Unusable;
            }
        });
        return command;
    }

    /// <summary>What was done, for whoever runs the system.</summary>
    public static string Said(BroughtForward done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return $"The database was brought forward from version {done.From} to {done.To}. A copy of it as it was is kept: {done.Copy}";
    }
}
