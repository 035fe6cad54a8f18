using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Storage;
using Lapwing.Web.Simulation;

namespace Lapwing.Web.Verbs;

/// <summary><c>simulate --cases N --data DIR [--seed S] [--until DAY] [--keys DIR]</c>: a new folder full of fictional cases.</summary>
public static class SimulateVerb
{
    private const int Most = 1_000_000;
    private static readonly DateOnly first = new(2017, 1, 1);      // a year before it is still in the calendar

    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error)
    {
        var cases = new Option<int>("--cases")
        {
            Description = $"How many, up to {Most:#,0}.",
            Required = true,
            CustomParser = result => (int)Number(result, 1, Most),
        };
        var seed = new Option<long>("--seed")
        {
            Description = "Which of the many that there could be: a whole number. The same gives the same. Without it: 1.",
            DefaultValueFactory = _ => 1,
            CustomParser = result => Number(result, 0, long.MaxValue),
        };
        var data = new Option<string>("--data") { Description = "A new folder, or one that the same command began.", Required = true };
        var keys = new Option<string?>("--keys") { Description = "The folder of the keys. Without it: keys, in the folder of the database, where demo looks." };
        var until = new Option<string?>("--until") { Description = "The day in whose morning they end, such as 2026-03-27. Without it: today." };
        var command = new Command("simulate", "Fill a new folder with fictional cases, through the rules that real ones go through, to try pages out and "
            + "to measure. Never into a folder that is in use. Cut off, the same command goes on.") { cases, seed, data, keys, until };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var folder = LedgerFolder.At(parsed.GetValue(data)!, parsed.GetValue(keys));
                await Run(folder, parsed.GetValue(cases), parsed.GetValue(seed), parsed.GetValue(until), output, error, cancel);
                return 0;
            }
            catch (Exception e) when (e is LedgerRefusedException or UnusableException or IOException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"lapwing: {e.Message}");
                return CommandLine.Unusable;
            }
        });
        return command;
    }

    private static async Task Run(LedgerFolder folder, int cases, long seed, string? until, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        var today = London.DayOf(time.GetUtcNow());
        var simulated = SimulationFolder.Take(folder, cases, seed, DayOf(until, today), today);
        await using var opened = await OpenedLedger.Open(folder, time, new() { Create = true });
        var door = DemonstrationCases.Store(opened.Ledger, time).Whole;
        await simulated.BringInto(door, new SimulationPace(simulated.Cases, time, error).Tell, cancel);
        await opened.Checkpoints.Make();
        foreach (var line in Summary.Of(simulated, door.EntriesByAgency())) await output.WriteLineAsync(line);
        await output.WriteLineAsync($"To look at them: lapwing demo --data {folder.Data}");
    }

    private static long Number(ArgumentResult result, long least, long most)
    {
        if (result.Tokens is [var text] && long.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"A whole number from {least:#,0} to {most:#,0} is wanted there."));
        return least;
    }

    private static DateOnly? DayOf(string? text, DateOnly today)
    {
        if (text is null) return null;
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && day >= first && day <= today ? day
            : throw new UnusableException($"--until takes a day that has come, such as {today:yyyy-MM-dd}, and not before {first:yyyy-MM-dd}; "
                + $"'{text}' is none.");
    }
}
