namespace Lapwing.Casework.Calendar;

/// <summary>The procedure's days are days in London, summer time included. The only place that reads the time-zone database.</summary>
public static class London
{
    private static readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The London date of an instant: 23:30 UTC on a summer evening is already the next day.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeOf(instant));

    /// <summary>What a clock on a London wall shows at an instant.</summary>
    public static DateTime TimeOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTimeFromUtc(instant.UtcDateTime, zone);

    /// <summary>
    /// The instant at which a clock on a London wall shows this. Of an hour that comes twice, the earlier; one that is left out counts as the hour
    /// after.
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        if (zone.IsInvalidTime(shown)) return InstantOf(day, time.AddHours(1));
        return new(shown, zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown));
    }

    /// <summary>Whether a clock on a London wall shows this twice: when the clocks go back, on the last Sunday of October.</summary>
    public static bool ComesTwice(DateOnly day, TimeOnly time) => zone.IsAmbiguousTime(day.ToDateTime(time));

    /// <summary>Whether a clock on a London wall never shows this: when the clocks go forward, on the last Sunday of March.</summary>
    public static bool IsLeftOut(DateOnly day, TimeOnly time) => zone.IsInvalidTime(day.ToDateTime(time));
}
