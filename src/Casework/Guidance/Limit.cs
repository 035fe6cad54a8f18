using Lapwing.Casework.Calendar;

namespace Lapwing.Casework.Guidance;

/// <summary>By when something is due: a rule, not a date. A date is the rule applied to the day of the cause and the calendar.</summary>
/// <param name="Counting">What is counted.</param>
/// <param name="Days">How many working days, where working days are counted.</param>
/// <param name="IsSetting">Whether the statement sets no time and this edition's setting stands in. Pages say so.</param>
public readonly record struct Limit(Counting Counting, int Days = 0, bool IsSetting = false)
{
    /// <summary>No date: it is required, and nobody has said by when.</summary>
    public static Limit None { get; }

    /// <summary>The London day of awareness, as the statement says. It means now, and is late after the end of that day.</summary>
    public static Limit SameDay { get; } = new(Counting.SameDay);

    /// <summary>The same day where the statement sets no time.</summary>
    public static Limit SameDayBySetting { get; } = new(Counting.SameDay, IsSetting: true);

    /// <summary>The later of the day of arrest and the day of awareness (S2.2.12, our reading of "on arrest").</summary>
    public static Limit OnArrest { get; } = new(Counting.OnArrest);

    /// <summary>So many working days, counted from the day after.</summary>
    public static Limit WorkingDays(int days) => new(Counting.WorkingDays, days);

    /// <summary>So many working days where the statement sets no time.</summary>
    public static Limit WorkingDaysBySetting(int days) => new(Counting.WorkingDays, days, IsSetting: true);

    /// <summary>The date, or none. Refuses days that the calendar does not know.</summary>
    /// <param name="aware">The London day on which the practitioner became aware.</param>
    /// <param name="arrested">The London day of an arrest, where there was one and its day is known.</param>
    /// <param name="calendar">What counts as a working day.</param>
    public DateOnly? Due(DateOnly aware, DateOnly? arrested, WorkingDays calendar) => Counting switch
    {
        Counting.SameDay => aware,
        Counting.OnArrest => arrested > aware ? arrested : aware,
        Counting.WorkingDays => calendar.After(aware, Days),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Counting switch
    {
        Counting.SameDay => IsSetting ? "same day (setting)" : "same day",
        Counting.OnArrest => "day of arrest or awareness, the later",
        Counting.WorkingDays => (Days == 1 ? "1 working day" : $"{Days} working days") + (IsSetting ? " (setting)" : ""),
        _ => "—",
    };
}

/// <summary>What a <see cref="Limit"/> counts.</summary>
public enum Counting
{
    /// <summary>Nothing: no date.</summary>
    Nothing,

    /// <summary>The day of awareness itself.</summary>
    SameDay,

    /// <summary>The day of arrest or of awareness.</summary>
    OnArrest,

    /// <summary>Working days from the day after awareness.</summary>
    WorkingDays,
}
