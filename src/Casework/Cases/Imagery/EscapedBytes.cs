using System.Globalization;
using System.Text;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>Bytes of which some are escaped and the rest stand as they are: in addresses, quoted-printable mail, program text and HTML.</summary>
internal static class EscapedBytes
{
    private const int LongestBetween = 40, LongestRest = 76, FewestEscapes = 6;

    /// <summary>Finds them.</summary>
    public static void Find(Pieces pieces)
    {
        foreach (var sign in "%=\\&")
            if (pieces.Text.Contains(sign, StringComparison.Ordinal)) Find(pieces, sign);
    }

    private static void Find(Pieces pieces, char sign)
    {
        var text = pieces.Text;
        var at = 0;
        while ((at = text.IndexOf(sign, at)) >= 0)
        {
            if (Escape(text, at, sign).Length == 0)
            {
                at++;
                continue;
            }

            var (start, last, escapes) = (at, at, 0);
            while (at >= 0 && at - last <= LongestBetween)
            {
                if (Escape(text, at, sign).Length is > 0 and var length) (last, at, escapes) = (at + length, at + length, escapes + 1);
                else at++;
                at = at < text.Length ? text.IndexOf(sign, at) : -1;
            }

            at = last;
            if (escapes >= FewestEscapes) Look(pieces, sign, start, last, escapes);
        }
    }

    private static void Look(Pieces pieces, char sign, int start, int last, int escapes)
    {
        var text = pieces.Text;
        var end = last;
        while (end < text.Length && end - last < LongestRest && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '<' or ')')) end++;
        var token = start;
        while (token > 0 && start - token < LongestRest && !char.IsWhiteSpace(text[token - 1])
            && text[token - 1] is not (',' or '"' or '\'' or '(' or ':')) token--;
        foreach (var from in token == start ? [start] : new[] { start, token })
        {
            var bytes = Bytes(text, from, end, sign);
            var verdict = DecodedBytes.Of(bytes, pieces.Looking, escapes * 4 >= bytes.Length && Unreadable(bytes) * 4 >= bytes.Length);
            if (verdict == Verdict.Data && sign == '%' && EncodedRuns.IsInLink(text, from)) continue;      // the rest of a long link: it is told by its bytes
            if (pieces.Add(from, end, verdict)) return;
        }
    }

    private static int Unreadable(byte[] bytes) => bytes.Count(one => one is >= 0x80 or (< 0x20 and not (byte)'\t' and not (byte)'\n' and not (byte)'\r'));

    private static byte[] Bytes(string text, int from, int to, char sign)
    {
        var bytes = new List<byte>(to - from);
        Span<byte> written = stackalloc byte[4];
        for (var at = from; at < to;)
        {
            var (length, value) = text[at] == sign ? Escape(text, at, sign) : default;
            if (length > 0)
            {
                if (value is { } one) bytes.Add(one);
                at += length;
            }
            else if (text[at] < 0x80) bytes.Add((byte)text[at++]);
            else
            {
                var rune = Rune.TryGetRuneAt(text, at, out var whole) ? whole : Rune.ReplacementChar;
                bytes.AddRange(written[..rune.EncodeToUtf8(written)]);
                at += Rune.TryGetRuneAt(text, at, out _) ? whole.Utf16SequenceLength : 1;
            }
        }

        return [.. bytes];
    }

    // What is escaped at a place: its length, and the byte; a line end that is none has no byte.
    private static (int Length, byte? Value) Escape(string text, int at, char sign)
    {
        if (at + 1 >= text.Length) return default;
        var next = text[at + 1];
        if (sign is '%' or '=')
        {
            if (sign == '=' && next == '\n') return (2, null);
            if (sign == '=' && next == '\r') return (at + 2 < text.Length && text[at + 2] == '\n' ? 3 : 2, null);
            return Hex(text, at + 1, 2) is { } code ? (3, (byte)code) : default;
        }

        return sign == '\\' ? Backslash(text, at, next) : next == '#' ? Entity(text, at) : default;
    }

    private static (int Length, byte? Value) Backslash(string text, int at, char next) => next switch
    {
        'x' or 'X' => Hex(text, at + 2, 2) is { } code ? (4, (byte)code) : default,
        'u' => Hex(text, at + 2, 4) is { } wide and <= 255 ? (6, (byte)wide) : default,
        'n' => (2, (byte)'\n'),
        'r' => (2, (byte)'\r'),
        't' => (2, (byte)'\t'),
        'b' => (2, 8),
        'f' => (2, 12),
        'a' => (2, 7),
        'v' => (2, 11),
        '\\' or '"' or '\'' => (2, (byte)next),
        >= '0' and <= '7' => Octal(text, at + 1),
        _ => default,
    };

    private static (int Length, byte? Value) Octal(string text, int from)
    {
        var (value, end) = (0, from);
        while (end < text.Length && end - from < 3 && text[end] is >= '0' and <= '7') value = (value * 8) + (text[end++] - '0');
        return value <= 255 ? (end - from + 1, (byte)value) : default;
    }

    private static (int Length, byte? Value) Entity(string text, int at)
    {
        var end = text.AsSpan(at, Math.Min(10, text.Length - at)).IndexOf(';');
        if (end < 3) return default;
        var isHex = text[at + 2] is 'x' or 'X';
        return int.TryParse(text.AsSpan(at + (isHex ? 3 : 2), end - (isHex ? 3 : 2)), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 255 ? (end + 1, (byte)code) : default;
    }

    private static int? Hex(string text, int at, int count) =>
        at + count <= text.Length && AreHex(text, at, count)
            && int.TryParse(text.AsSpan(at, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static bool AreHex(string text, int at, int count) => char.IsAsciiHexDigit(text[at]) && char.IsAsciiHexDigit(text[at + count - 1]);
}
