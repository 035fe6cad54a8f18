using System.Globalization;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Fields;

/// <summary>A kind of answer: how it is read from what was typed, shown in its fields again, and said in words.</summary>
/// <param name="Read">The answer, or what is wrong with what was typed. It gets what is in the fields of the question.</param>
/// <param name="Show">What its fields hold.</param>
/// <param name="Tell">In words; nothing where nothing is answered.</param>
/// <param name="IsEmpty">Whether nothing is answered.</param>
internal sealed record Reading<TValue>(
    Func<IReadOnlyList<string>, (TValue Value, string? Wrong)> Read,
    Func<TValue, IEnumerable<string>> Show,
    Func<TValue, IEnumerable<string>> Tell,
    Func<TValue, bool> IsEmpty);

/// <summary>How text, numbers and days are read and shown.</summary>
internal static class Readings
{
    private static readonly DateOnly latest = new(2099, 12, 31);

    /// <summary>Text, empty where nothing was typed.</summary>
    public static Reading<string> Text { get; } = new(typed => (Joined(typed), null), value => [value], value => ComparedText.IsEmpty(value) ? [] : [value],
        ComparedText.IsEmpty);

    /// <summary>Text, or none.</summary>
    public static Reading<string?> TextOrNone { get; } = new(typed => (Joined(typed) is { Length: > 0 } one ? one : null, null),
        value => value is null ? [] : [value], value => ComparedText.IsEmpty(value) ? [] : [value], ComparedText.IsEmpty);

    /// <summary>A day, in three fields.</summary>
    public static Reading<DateOnly?> Day { get; } = new(
        typed => typed is [var day, var month, var year] ? Dates.Day(day, month, year, "The day", latest) : (null, null),
        value => value is { } one ? [Digits(one.Day), Digits(one.Month), Digits(one.Year)] : ["", "", ""],
        value => value is { } one ? [Triage.DecisionWords.Day(one)] : [],
        value => value is null);

    /// <summary>A whole number from 0.</summary>
    /// <param name="wrong">What is said of what is none.</param>
    public static Reading<int?> Number(string wrong) => new(
        typed => Single(typed) is not { } one ? (null, null)
            : int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, null) : (null, wrong),
        value => value is { } number ? [Digits(number)] : [],
        value => value is { } number ? [Digits(number)] : [],
        value => value is null);

    /// <summary>The one thing that was typed or chosen; none where nothing was. Two answers to one question are none of those that are offered.</summary>
    public static string? Single(IReadOnlyList<string> typed) => typed.Where(text => !ComparedText.IsEmpty(text)).ToList() switch
    {
        [] => null,
        [var one] => one.Trim(),
        _ => "",
    };

    private static string Joined(IReadOnlyList<string> typed) =>
        string.Join(", ", typed.Where(text => !ComparedText.IsEmpty(text)).Select(text => text.Trim()));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
