using System.Globalization;

namespace Lapwing.Web.Check;

/// <summary>A day or a time as somebody typed it, or what is wrong with it.</summary>
public static class Dates
{
    private static readonly DateOnly earliest = new(2016, 1, 1);
    private static readonly string[] partNames = ["day", "month", "year"];
    private static readonly string[] times = ["H:mm", "HH:mm", "H.mm", "HH.mm", "Hmm", "HHmm", "h:mmtt", "h.mmtt", "htt", "HH:mm:ss"];

    /// <summary>Reads a day from its three fields. Nothing in all three is no day and nothing wrong.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="field">The name of the three fields, without -day, -month and -year.</param>
    /// <param name="what">What day it is, at the start of a sentence: "The day of the arrest".</param>
    /// <param name="today">The latest day it may be.</param>
    public static (DateOnly? Day, string? Wrong) Day(Typed typed, string field, string what, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(typed);
        string[] parts = [typed[$"{field}-day"]?.Trim() ?? "", typed[$"{field}-month"]?.Trim() ?? "", typed[$"{field}-year"]?.Trim() ?? ""];
        if (parts.All(part => part.Length == 0)) return (null, null);
        string[] missing = [.. partNames.Where((_, i) => parts[i].Length == 0)];
        if (missing.Length > 0) return (null, $"{what} must include a {string.Join(" and a ", missing)}");
        if (!DateOnly.TryParseExact(string.Join(' ', parts), ["d M yyyy", "d MMM yyyy", "d MMMM yyyy"], CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day))
            return (null, $"{what} must be a real date, such as 27 3 {today.Year}");
        if (day > today) return (null, $"{what} must be {(today.Year == 2099 ? "in 2099 or earlier" : "today or in the past")}");
        return day < earliest ? (null, $"{what} must be in 2016 or later") : (day, null);
    }

    /// <summary>Reads a time of day. Nothing is no time and nothing wrong.</summary>
    public static (TimeOnly? Time, string? Wrong) Time(string? typed)
    {
        var text = typed?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (text.Length == 0) return (null, null);
        return TimeOnly.TryParseExact(text, times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time, null) : (null, "Enter a time such as 4:40pm or 16:40, or leave it empty");
    }
}
