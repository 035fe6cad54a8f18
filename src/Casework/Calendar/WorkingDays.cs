namespace Lapwing.Casework.Calendar;

/// <summary>
/// Counting in working days: Monday to Friday but no bank holiday of England and Wales. A count starts on the day after, so a referral on
/// Thursday with one working day is due on Friday. Known from 31 December 2015 (the earliest London day of an instant written in 2016) to 2105.
/// </summary>
public sealed class WorkingDays
{
    private readonly int first;
    private readonly ushort[] upTo;       // for each day, how many working days there are from the first to that day, itself included
    private readonly DateOnly[] days;     // the working days in order

    private WorkingDays(DateOnly from, DateOnly to, IEnumerable<DateOnly> bankHolidays)
    {
        (First, Last, first) = (from, to, from.DayNumber);
        var off = bankHolidays.ToHashSet();
        upTo = new ushort[to.DayNumber - first + 1];
        var working = new List<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (IsWeekday(day) && !off.Contains(day)) working.Add(day);
            upTo[day.DayNumber - first] = (ushort)working.Count;
        }

        days = [.. working];
    }

    /// <summary>The calendar of England and Wales.</summary>
    public static WorkingDays EnglandAndWales { get; } = new(new(2015, 12, 31), new(2105, 12, 31), Enumerable.Range(2015, 91).SelectMany(BankHolidays.In));

    /// <summary>The first day that this calendar knows.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that this calendar knows.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether a count that ends on this day rests on computed bank holidays, which a proclamation may still change.</summary>
    public static bool IsProvisional(DateOnly day) => day.Year > BankHolidays.LastPublishedYear;

    /// <summary>Monday to Friday.</summary>
    public static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Whether this is a working day. Refuses a day that the calendar does not know.</summary>
    public bool Contains(DateOnly day) => Between(day.AddDays(-1), day) == 1;

    /// <summary>The day that is this many working days after, counted from the day after. Refuses a count below 1 and a day that the calendar does not know.</summary>
    /// <param name="from">The day of the cause, working day or not.</param>
    /// <param name="count">How many working days, from 1.</param>
    public DateOnly After(DateOnly from, int count)
    {
        var day = from.DayNumber - first;
        if ((uint)day >= (uint)upTo.Length || count < 1) throw Unknown(from, count);
        var index = upTo[day] + count - 1;
        return index < days.Length ? days[index] : throw Unknown(from, count);
    }

    /// <summary>How many working days lie after one day, up to another, that one included: 0 on the same day, and below 0 never.</summary>
    public int Between(DateOnly after, DateOnly upToAndWith)
    {
        if (upToAndWith > Last || after < First.AddDays(-1)) throw Unknown(after, 1);
        if (upToAndWith <= after) return 0;
        return UpTo(upToAndWith) - UpTo(after);
    }

    private int UpTo(DateOnly day) => day < First ? 0 : upTo[day.DayNumber - first];

    private ArgumentOutOfRangeException Unknown(DateOnly from, int count) =>
        new(nameof(from), $"{count} working days after {from:yyyy-MM-dd} cannot be counted: the calendar knows {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, and counts from 1.");
}
