using Lapwing.Casework.Calendar;

namespace Lapwing.Bench.Calendar;

/// <summary>A date in 45 working days.</summary>
internal static class CalendarBench
{
    private const int Days = 45;
    private static readonly WorkingDays calendar = WorkingDays.EnglandAndWales;
    private static readonly HashSet<DateOnly> bankHolidays = [.. Enumerable.Range(2015, 91).SelectMany(BankHolidays.In)];
    private static readonly DateOnly[] from = RandomDays();

    public static int Run()
    {
        Machine.Print();
        foreach (var day in from)
            if (calendar.After(day, Days) != ByLoop(day))
                throw new DisagreementException($"the table and a loop over days differ on {Days} working days after {day:yyyy-MM-dd}");
        Console.WriteLine($"Agreement: the table and the loop on all {from.Length:N0} days.");
        Console.WriteLine();

        var timings = Rounds.Of(new(Table, from.Length), new(Loop, from.Length));
        var figures = new Figures();
        figures.AtMost($"+ {Days} working days (WorkingDays.After)", timings[0].Nanoseconds, 4, "ns");
        figures.AtMost("  bytes allocated", timings[0].Bytes, 0, "bytes");
        figures.Tell("  a loop over days and a set of bank holidays ÷ ours", timings[1].Times(timings[0]), "times", $" ({timings[1].Nanoseconds:N0} ns)");
        figures.Print();
        return 0;
    }

    private static ulong Table()
    {
        var sum = 0UL;
        foreach (var day in from) sum += (uint)calendar.After(day, Days).DayNumber;
        return sum;
    }

    private static ulong Loop()
    {
        var sum = 0UL;
        foreach (var day in from) sum += (uint)ByLoop(day).DayNumber;
        return sum;
    }

    private static DateOnly ByLoop(DateOnly day)
    {
        for (var left = Days; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !bankHolidays.Contains(day)) left--;
        }

        return day;
    }

    private static DateOnly[] RandomDays()
    {
        var random = new Random(20261124);
        var (first, last) = (new DateOnly(2016, 1, 1), new DateOnly(2099, 12, 31));
        return [.. Enumerable.Range(0, 4096).Select(_ => first.AddDays(random.Next(last.DayNumber - first.DayNumber)))];
    }
}
