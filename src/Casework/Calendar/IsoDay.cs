using System.Globalization;

namespace Lapwing.Casework.Calendar;

/// <summary>Days as our own data files write them: <c>2026-03-27</c>.</summary>
internal static class IsoDay
{
    /// <summary>Reads a day. Refuses anything else, by the exceptions of the base library: the files are ours.</summary>
    public static DateOnly Parse(ReadOnlySpan<char> text) => new(Number(text[..4]), Number(text[5..7]), Number(text[8..10]));

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
