using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Fields;

/// <summary>A day or a time as somebody typed it, or what is wrong with it.</summary>
public static class Dates
{
    private static readonly DateOnly earliest = new(2016, 1, 1);
    private static readonly string[] partNames = ["day", "month", "year"];
    private static readonly string[] times = ["H:mm", "HH:mm", "H.mm", "HH.mm", "Hmm", "HHmm", "h:mmtt", "h.mmtt", "htt", "HH:mm:ss"];

    // Full names, and whatever begins one with three letters or more: Sep, Sept.
    private static readonly string[] months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december"];

    /// <summary>Reads a day from its three fields. Nothing in all three is no day and nothing wrong.</summary>
    /// <param name="dayTyped">The day of the month.</param>
    /// <param name="monthTyped">The month: a number, or its name.</param>
    /// <param name="yearTyped">The year, in four digits.</param>
    /// <param name="what">What day it is, at the start of a sentence: "The day of the arrest".</param>
    /// <param name="today">The latest day it may be.</param>
    public static (DateOnly? Day, string? Wrong) Day(string? dayTyped, string? monthTyped, string? yearTyped, string what, DateOnly today)
    {
        string[] parts = [Read(dayTyped), Read(monthTyped), Read(yearTyped)];
        if (parts.All(part => part.Length == 0)) return (null, null);
        string[] missing = [.. partNames.Where((_, i) => parts[i].Length == 0)];
        if (missing.Length > 0) return (null, $"{what} must include a {string.Join(" and a ", missing)}");
        if (!DateOnly.TryParseExact($"{parts[0]} {Month(parts[1])} {parts[2]}", "d M yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (null, $"{what} must be a real date, such as 27 3 {(today.Year == 2099 ? 2027 : today.Year)}");
        if (day > today) return (null, $"{what} must be {(today.Year == 2099 ? "in 2099 or earlier" : "today or in the past")}");
        return day < earliest ? (null, $"{what} must be in 2016 or later") : (day, null);
    }

    /// <summary>Reads a time of day. Nothing is no time and nothing wrong.</summary>
    public static (TimeOnly? Time, string? Wrong) Time(string? typed)
    {
        var text = Read(typed).Replace(" ", "", StringComparison.Ordinal).Replace("a.m.", "am", StringComparison.Ordinal)
            .Replace("p.m.", "pm", StringComparison.Ordinal);
        if (text.Length == 0) return (null, null);
        return TimeOnly.TryParseExact(text, times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time, null) : (null, "Enter a time such as 4:40pm or 16:40");
    }

    /// <summary>Reads a time of a day, and refuses one that never was: the hour that is left out when the clocks go forward.</summary>
    public static (TimeOnly? Time, string? Wrong) Time(string? typed, DateOnly day)
    {
        var (time, wrong) = Time(typed);
        return time is { } known && London.IsLeftOut(day, known)
            ? (null,
            $"There was no {known:HH:mm} on {DecisionWords.Day(day)}: the clocks went forward from 1am to 2am. Enter the time that a clock showed")
            : (time, wrong);
    }

    /// <summary>What is said beside a time that came twice on its day, when the clocks went back; nothing beside any other.</summary>
    public static string Twice(DateOnly day, TimeOnly? time) => time is { } known && London.ComesTwice(day, known)
        ? " (the first time that it was so, before the clocks went back)" : "";

    // As it is compared: odd spaces, invisible signs and digits of other writing are as any.
    private static string Read(string? typed) => ComparedText.Of(typed ?? "");

    private static string Month(string part)
    {
        var name = part.TrimEnd('.');
        var month = name.Length < 3 ? -1 : Array.FindIndex(months, one => one.StartsWith(name, StringComparison.Ordinal));
        return month < 0 ? part : (month + 1).ToString(CultureInfo.InvariantCulture);
    }
}
