using System.Globalization;

namespace Lapwing.Casework.Help;

/// <summary>Hours and times of day in words.</summary>
public static class HoursWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");
    private static readonly OpenDays[] week =
        [OpenDays.Monday, OpenDays.Tuesday, OpenDays.Wednesday, OpenDays.Thursday, OpenDays.Friday, OpenDays.Saturday, OpenDays.Sunday];

    /// <summary>A time of day as people say it: 8am, 4:40pm, midday, midnight.</summary>
    public static string Of(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour % 12 == 0) return time.Hour == 0 ? "midnight" : "midday";
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        return (time.Minute == 0 ? $"{hour}" : $"{hour}:{time.Minute:00}") + (time.Hour < 12 ? "am" : "pm");
    }

    /// <summary>All hours of a number, within a line: "Monday to Friday, 8:30am to 5pm, not on bank holidays", or "day and night".</summary>
    public static string Of(Hours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        if (hours.Spans.Count == 0) return "day and night";
        var days = hours.Spans.Aggregate(OpenDays.None, (all, span) => all | span.Days);
        var isOnWeekdays = (days & ~(OpenDays.Saturday | OpenDays.Sunday | OpenDays.BankHoliday)) != OpenDays.None;
        return string.Join("; ", hours.Spans.Select(Of)) + (isOnWeekdays && !days.HasFlag(OpenDays.BankHoliday) ? "; not on bank holidays" : "");
    }

    /// <summary>When a number is next answered, after "opens": "today 5pm", "tomorrow 8am", "Monday 8am", after a week or more "Monday 30 March 8am".</summary>
    /// <param name="opening">When that is.</param>
    /// <param name="londonTime">What a clock on a London wall shows.</param>
    public static string At(DateTime opening, DateTime londonTime)
    {
        var day = (opening.Date - londonTime.Date).Days switch
        {
            0 => "today",
            1 => "tomorrow",
            < 7 => opening.ToString("dddd", english),
            _ => opening.ToString("dddd d MMMM", english),
        };
        return $"{day} {Of(TimeOnly.FromDateTime(opening))}";
    }

    private static string Of(OpenSpan span)
    {
        var isAllDay = span.From.Ticks == 0 && span.To.Ticks == 0;
        var isIntoTheNextDay = span.IsIntoTheNextDay && span.To.Ticks != 0;
        var times = isAllDay ? "all day" : $"{Of(span.From)} to {Of(span.To)}{(isIntoTheNextDay ? " the next day" : "")}";
        return $"{Of(span.Days)}, {times}";
    }

    // "every day", "Monday to Friday", "Saturday, Sunday and bank holidays".
    private static string Of(OpenDays days)
    {
        if (days == OpenDays.Every) return "every day";
        var parts = new List<string>();
        for (var i = 0; i < week.Length; i++)
        {
            var first = i;
            while (i < week.Length && days.HasFlag(week[i])) i++;
            if (i - first > 2) parts.Add($"{week[first]} to {week[i - 1]}");
            else for (var day = first; day < i; day++) parts.Add($"{week[day]}");
        }

        if (days.HasFlag(OpenDays.BankHoliday)) parts.Add("bank holidays");
        return parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }
}
