using System.CommandLine;
using Lapwing.Storage;

namespace Lapwing.Web.Verbs;

/// <summary><c>rebuild --data DIR [--keys DIR]</c>: lists anew from the entries.</summary>
public static class RebuildVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var data = new Option<string>("--data") { Description = "The folder of the database.", Required = true };
        var keys = new Option<string?>("--keys") { Description = "The folder of the keys. Without it: keys, in the folder of the database." };
        var command = new Command("rebuild", "Derive who is in each case and what is due anew from its entries, and put right what differs. Ends "
            + "with 0 if nothing did, 1 if something did, 2 if it cannot be done.") { data, keys };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                await using var ledger = LedgerFolder.At(parsed.GetValue(data)!, parsed.GetValue(keys)).Open(TimeProvider.System);
                var rebuilt = await DemonstrationCases.Store(ledger, TimeProvider.System).Rebuild(cancel);
                foreach (var reference in rebuilt.Differing)
                    await output.WriteLineAsync($"{reference}: who is in it, or what is due, was not as its entries say. It is now.");
                foreach (var wrong in rebuilt.Unreadable) await output.WriteLineAsync($"{wrong} Its lists are left as they were.");
                await output.WriteLineAsync($"{rebuilt.Cases:#,0} cases read, {rebuilt.Differing.Count:#,0} put "
                    + $"right{(rebuilt.Unreadable.Count == 0 ? "" : $", {rebuilt.Unreadable.Count:#,0} that do not open")}.");
                return rebuilt.Differing.Count + rebuilt.Unreadable.Count == 0 ? 0 : 1;
            }
            catch (LedgerRefusedException e)
            {
                await error.WriteLineAsync($"lapwing: {e.Message}");
                return CommandLine.Unusable;
            }
        });
        return command;
    }
}
