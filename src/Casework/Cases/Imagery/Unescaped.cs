using System.Globalization;
using System.Text;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>What a text reads as without its escapes: of HTML, JSON, addresses and program text. Every place knows where it stood before.</summary>
internal static class Unescaped
{
    private const int LongestTag = 80;
    private static readonly Dictionary<string, char> names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["nbsp"] = ' ',
        ["plus"] = '+',
        ["sol"] = '/',
        ["equals"] = '=',
        ["newline"] = '\n',
        ["tab"] = '\t',
        ["lowbar"] = '_',
        ["comma"] = ',',
        ["colon"] = ':',
        ["semi"] = ';',
    };

    /// <summary>The text without them, and for every place (the end too) the place in the text before; null where it has none.</summary>
    public static (string Text, int[] Map)? Of(string text, int[]? before)
    {
        if (text.AsSpan().IndexOfAny("&%\\<") < 0 && !text.Contains("0x", StringComparison.OrdinalIgnoreCase)) return null;
        var (plain, map) = (new StringBuilder(text.Length), new int[text.Length + 1]);
        var at = 0;
        while (at < text.Length)
        {
            var (sign, length) = text[at] switch
            {
                '&' => Entity(text, at),
                '%' => Hex(text, at + 1, 2) is { } code and < 0x80 ? ((char)code, 3) : (text[at], 1),
                '\\' => Backslash(text, at),
                '<' => Tag(text, at),
                '0' when at + 3 < text.Length && text[at + 1] is 'x' or 'X' && char.IsAsciiHexDigit(text[at + 2])
                    && char.IsAsciiHexDigit(text[at + 3]) && (at + 4 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 4])) => (' ', 2),
                _ => (text[at], 1),
            };
            map[plain.Length] = before?[at] ?? at;
            plain.Append(sign);
            at += length;
        }

        if (plain.Length == text.Length) return null;
        map[plain.Length] = before?[text.Length] ?? text.Length;
        return (plain.ToString(), map);
    }

    private static (char Sign, int Length) Entity(string text, int at)
    {
        var end = text.AsSpan(at, Math.Min(12, text.Length - at)).IndexOf(';');
        if (end < 2) return ('&', 1);
        var name = text.AsSpan(at + 1, end - 1);
        if (name[0] != '#') return names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var named) ? (named, end + 1) : ('&', 1);
        var isHex = name.Length > 1 && name[1] is 'x' or 'X';
        return int.TryParse(name[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture,
            out var code) && code is > 0 and < 0x80 ? ((char)code, end + 1) : ('&', 1);
    }

    private static (char Sign, int Length) Backslash(string text, int at) => at + 1 == text.Length ? ('\\', 1) : text[at + 1] switch
    {
        'n' => ('\n', 2),
        'r' => ('\r', 2),
        't' => ('\t', 2),
        '/' or '\\' or '"' or '\'' or '+' or '=' => (text[at + 1], 2),
        'u' when Hex(text, at + 2, 4) is { } code and < 0x80 => ((char)code, 6),
        'x' when Hex(text, at + 2, 2) is { } code and < 0x80 => ((char)code, 4),
        '\r' when at + 2 < text.Length && text[at + 2] == '\n' => ('\n', 3),
        '\n' => ('\n', 2),
        _ => ('\\', 1),
    };

    // A tag within which nothing is written parts lines: <br>, </p><p>.
    private static (char Sign, int Length) Tag(string text, int at)
    {
        if (at + 2 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/')) return ('<', 1);
        var end = text.AsSpan(at, Math.Min(LongestTag, text.Length - at)).IndexOf('>');
        return end < 0 || text.AsSpan(at, end).Contains('=') ? ('<', 1) : ('\n', end + 1);
    }

    private static int? Hex(string text, int at, int count) =>
        at + count <= text.Length && int.TryParse(text.AsSpan(at, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code : null;
}
