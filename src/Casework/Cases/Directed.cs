using System.Text;

namespace Lapwing.Casework.Cases;

/// <summary>
/// Words that somebody typed, put among others: their direction stays their own. A name in Arabic, or one with a mark of direction in it, does not move the age
/// beside it, in HTML, in print or on a command line.
/// </summary>
public static class Directed
{
    private const char FirstStrong = '\u2068', Pop = '\u2069';

    /// <summary>
    /// The words between invisible signs that isolate them (FSI and PDI), where anything in them runs from right to left or changes the direction;
    /// any other as they are. For showing alone: nothing that is stored or compared comes from here.
    /// </summary>
    public static string Isolated(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (!words.EnumerateRunes().Any(rune => IsRightToLeft(rune.Value) || IsControl(rune.Value))) return words;
        var shown = new StringBuilder(words.Length + 4).Append(FirstStrong);
        var open = 0;
        foreach (var sign in words)
        {
            if (sign == Pop && open == 0) continue;      // it would end what isolates it
            open += sign is >= '\u2066' and <= FirstStrong ? 1 : sign == Pop ? -1 : 0;
            shown.Append(sign);
        }

        return shown.Append(Pop, open + 1).ToString();
    }

    private static bool IsControl(int sign) => sign is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and the like, with their presentation forms.
    private static bool IsRightToLeft(int sign) =>
        sign is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);
}
