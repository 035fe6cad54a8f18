namespace Lapwing.Casework.Calendar;

/// <summary>
/// Counting in working days: Monday to Friday but no bank holiday of England and Wales. A count starts on the day after, so a referral on
/// Thursday with one working day is due on Friday. Known from 31 December 2015 (the earliest London day of an instant written in 2016) to 2105.
/// </summary>
public sealed class WorkingDays
{
    private readonly int first;
    private readonly ushort[] upTo;       // for each day, how many working days there are from the first to that day, itself included
    private readonly int[] days;          // the working days in order, as day numbers

    private WorkingDays(DateOnly from, DateOnly to)
    {
        (First, Last, first) = (from, to, from.DayNumber);
        var off = new bool[to.DayNumber - first + 1];
        for (var year = from.Year; year <= to.Year; year++)
            foreach (var day in BankHolidays.In(year))
                if (day >= from) off[day.DayNumber - first] = true;

        upTo = new ushort[off.Length];
        var working = new int[off.Length];
        ushort count = 0;
        for (var i = 0; i < off.Length; i++)
        {
            if (!off[i] && IsWeekday(first + i)) working[count++] = first + i;
            upTo[i] = count;
        }

        days = working[..count];
    }

    /// <summary>The calendar of England and Wales.</summary>
    public static WorkingDays EnglandAndWales { get; } = new(new(2015, 12, 31), new(2105, 12, 31));

    /// <summary>The first day that this calendar knows.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that this calendar knows.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether a count that ends on this day rests on computed bank holidays, which a proclamation may still change.</summary>
    public static bool IsProvisional(DateOnly day) => day.Year > BankHolidays.LastPublishedYear;

    /// <summary>Monday to Friday.</summary>
    public static bool IsWeekday(DateOnly day) => IsWeekday(day.DayNumber);

    /// <summary>Whether this is a working day. Refuses a day that the calendar does not know.</summary>
    public bool Contains(DateOnly day) => Between(day.AddDays(-1), day) == 1;

    /// <summary>
    /// The day that is this many working days after, counted from the day after. Refuses a count below 1 and a day that the calendar does not know.
    /// </summary>
    /// <param name="from">The day of the cause, working day or not.</param>
    /// <param name="count">How many working days, from 1.</param>
    public DateOnly After(DateOnly from, int count)
    {
        var day = from.DayNumber - first;
        if ((uint)day >= (uint)upTo.Length || count < 1) throw Unknown(from, count);
        var index = upTo[day] + count - 1;
        return index < days.Length ? DateOnly.FromDayNumber(days[index]) : throw Unknown(from, count);
    }

    /// <summary>How many working days lie after one day, up to another, that one included: 0 on the same day, and below 0 never.</summary>
    public int Between(DateOnly after, DateOnly upToAndWith)
    {
        if (upToAndWith > Last || after < First.AddDays(-1)) throw Unknown(after, 1);
        if (upToAndWith <= after) return 0;
        return UpTo(upToAndWith) - UpTo(after);
    }

    // Day 0, 1 January of the year 1, was a Monday.
    private static bool IsWeekday(int dayNumber) => dayNumber % 7 < 5;

    private int UpTo(DateOnly day) => day < First ? 0 : upTo[day.DayNumber - first];

    private ArgumentOutOfRangeException Unknown(DateOnly from, int count) =>
        new(nameof(from),
            $"{count} working days after {from:yyyy-MM-dd} cannot be counted: the calendar knows {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, and counts from 1.");
}
