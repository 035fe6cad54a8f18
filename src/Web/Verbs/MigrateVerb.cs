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
        const string What =
            "Bring the database of an older version forward, after a copy of it, as the server does at its start. Ends with 0, or 2 if it cannot be done.";
        var command = new Command("migrate", What) { data, keys };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                await using var ledger = LedgerFolder.At(parsed.GetValue(data)!, parsed.GetValue(keys)).Open(TimeProvider.System);
                await output.WriteLineAsync(ledger.BroughtForward is { } done ? Said(done) : "There was nothing to bring forward.");
                if (await DemonstrationCases.Store(ledger, TimeProvider.System).AfterBringingForward(cancel) is { } rebuilt)
                    await output.WriteLineAsync(Said(rebuilt));
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

    /// <summary>What became of the cases in it: they are decided by the procedure as it is read now.</summary>
    public static string Said(Rebuilt rebuilt)
    {
        ArgumentNullException.ThrowIfNull(rebuilt);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Its {rebuilt.Cases:#,0} cases are decided by version 4 of the decision from now on: what is due is worked out anew, and differs in "
            + $"{rebuilt.Differing.Count:#,0}")
            + $"{(rebuilt.Differing.Count == 0 ? "" : $" ({string.Join(", ", rebuilt.Differing)})")}. Each case says so beside its decision.";
    }
}
