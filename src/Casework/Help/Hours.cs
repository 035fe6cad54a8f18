using Lapwing.Casework.Calendar;

namespace Lapwing.Casework.Help;

/// <summary>Days of a week, and bank holidays, which count as themselves and not as the weekday on which they fall.</summary>
[Flags]
public enum OpenDays
{
    /// <summary>No day: refused wherever hours are given.</summary>
    None = 0,

    /// <summary>A Monday that is no bank holiday of England and Wales; and so on.</summary>
    Monday = 1,

    /// <inheritdoc cref="Monday"/>
    Tuesday = 2,

    /// <inheritdoc cref="Monday"/>
    Wednesday = 4,

    /// <inheritdoc cref="Monday"/>
    Thursday = 8,

    /// <inheritdoc cref="Monday"/>
    Friday = 16,

    /// <summary>Any Saturday: bank holidays are given on weekdays.</summary>
    Saturday = 32,

    /// <summary>Any Sunday.</summary>
    Sunday = 64,

    /// <summary>A bank holiday of England and Wales.</summary>
    BankHoliday = 128,

    /// <summary>Every day of the year.</summary>
    Every = 255,
}

/// <summary>A span of hours, begun on each of some days.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">When it begins, on a London wall.</param>
/// <param name="To">
/// When it ends, this minute not included. Where it is no later than the beginning it is on the next day, whatever day that is: 17:00 to 09:00 on
/// Friday ends on Saturday morning, 09:00 to 09:00 lasts a day, and 00:00 is the end of the day.
/// </param>
public readonly record struct OpenSpan(OpenDays Days, TimeOnly From, TimeOnly To)
{
    internal bool IsIntoTheNextDay => To <= From;
}

/// <summary>When a number is answered.</summary>
/// <param name="Spans">The spans; without any, at any hour of every day.</param>
public sealed record Hours(params IReadOnlyList<OpenSpan> Spans)
{
    private const int DaysAhead = 366;      // "bank holidays only" may be months away

    /// <summary>At any hour of every day.</summary>
    public static Hours Always { get; } = new();

    /// <summary>Whether somebody answers then.</summary>
    /// <param name="londonTime">What a clock on a London wall shows.</param>
    /// <param name="calendar">Which days are bank holidays.</param>
    public bool At(DateTime londonTime, WorkingDays calendar)
    {
        if (Spans.Count == 0) return true;
        var (day, time) = (DateOnly.FromDateTime(londonTime), TimeOnly.FromDateTime(londonTime));
        var (today, yesterday) = (Kind(day, calendar), Kind(day.AddDays(-1), calendar));
        foreach (var span in Spans)
        {
            if (span.Days.HasFlag(today) && time >= span.From && (span.IsIntoTheNextDay || time < span.To)) return true;
            if (span.Days.HasFlag(yesterday) && span.IsIntoTheNextDay && time < span.To) return true;
        }

        return false;
    }

    /// <summary>Until when somebody answers at least, of those who answer then; none where it is at any hour, or nobody does.</summary>
    /// <inheritdoc cref="At"/>
    public TimeOnly? Until(DateTime londonTime, WorkingDays calendar) =>
        Spans.Where(span => new Hours(span).At(londonTime, calendar)).Select(span => (TimeOnly?)span.To).FirstOrDefault();

    /// <summary>When somebody next begins to answer, on a London wall; none where it is at any hour, or not within a year.</summary>
    /// <inheritdoc cref="At"/>
    public DateTime? NextOpening(DateTime londonTime, WorkingDays calendar)
    {
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            var day = DateOnly.FromDateTime(londonTime).AddDays(ahead);
            var kind = Kind(day, calendar);
            var openings = Spans.Where(span => span.Days.HasFlag(kind)).Select(span => day.ToDateTime(span.From)).Where(opening => opening > londonTime);
            if (openings.Order().Select(opening => (DateTime?)opening).FirstOrDefault() is { } first) return first;
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Hours? other) => other is not null && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => Spans.Aggregate(0, HashCode.Combine);

    /// <summary>What a day counts as. A day that the calendar does not know is no bank holiday, so that a wrong clock still shows numbers.</summary>
    internal static OpenDays Kind(DateOnly day, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var isKnown = day >= calendar.First && day <= calendar.Last;
        if (isKnown && WorkingDays.IsWeekday(day) && !calendar.Contains(day)) return OpenDays.BankHoliday;
        return (OpenDays)(1 << (((int)day.DayOfWeek + 6) % 7));
    }
}
