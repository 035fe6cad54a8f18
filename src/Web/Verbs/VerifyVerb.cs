using System.CommandLine;
using Lapwing.Storage;

namespace Lapwing.Web.Verbs;

/// <summary><c>verify --data DIR</c>: whether a ledger is as it was written.</summary>
public static class VerifyVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var data = new Option<string>("--data") { Description = "The folder of the database, or a copy of it.", Required = true };
        var kept = new Option<string?>("--checkpoint")
        {
            Description =
            "A checkpoint that somebody else kept: with it a tail that was cut off and a history told anew are found too."
        };
        var command = new Command("verify", "Check that everything is as it was written. Needs no server and no key. Ends with 0 if so, 1 if "
            + "something was changed, 2 if it cannot be checked.") { data, kept };
        command.SetAction(parsed =>
        {
            var report = Verify.Run(parsed.GetValue(data)!, parsed.GetValue(kept));
            if (report.Unusable is { } why) error.WriteLine($"lapwing: {why}");
            else Write(output, report);
            return report.ExitCode;
        });
        return command;
    }

    private static void Write(TextWriter output, VerifyReport report)
    {
        foreach (var finding in report.Findings) output.WriteLine(finding);
        foreach (var note in report.Notes) output.WriteLine(note);
        output.WriteLine($"{Count(report.Cases, "case")}, {Count(report.Entries, "entry", "entries")}, {Count(report.Looks, "row")} of the access "
            + $"log, {Count(report.Checkpoints, "checkpoint")}: "
            + (report.Findings.Count == 0 ? "all as they were written." : "NOT as they were written. Keep the folder as it is."));
        output.WriteLine("What this cannot find:");
        foreach (var limit in report.Limits) output.WriteLine($"    {limit}");
    }

    private static string Count(long number, string one, string? several = null) => $"{number:#,0} {(number == 1 ? one : several ?? one + "s")}";
}
