using System.Globalization;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>Bytes written in lines of their own kind: uuencode, and listings with an offset before and letters behind.</summary>
internal static class EncodedLines
{
    private const int LongestUuLine = 61, FewestLines = 3;

    /// <summary>Finds them.</summary>
    public static void Find(Pieces pieces)
    {
        var text = pieces.Text;
        if (!text.Contains('\n', StringComparison.Ordinal)) return;
        List<(int Start, int End)> uu = [], listed = [];
        List<byte> uuBytes = [], listedBytes = [];
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(at, end - at).TrimEnd('\r');
            var start = at;
            if (Begin(line) is >= 0 and var begin && uu.Count == 0) uu.Add((start + begin, start + line.Length));
            else if (UuLine(line, uu.Count > 0, uuBytes)) uu.Add((start, start + line.Length));
            else if (uu.Count == 0 && AfterWords(line) is > 0 and var words && UuLine(line[words..], false, uuBytes))
                uu.Add((start + words, start + line.Length));
            else Close(pieces, uu, uuBytes, line is "end" or ['e', 'n', 'd', ' ', ..] ? start + 3 : -1);
            var first = listed.Count == 0 ? Math.Max(0, line.IndexOf(" 0000", StringComparison.Ordinal) + 1) : 0;
            if (ListedLine(line[first..], listedBytes)) listed.Add((start + first, start + line.Length));
            else Close(pieces, listed, listedBytes, -1);
            at = end + 1;
        }

        Close(pieces, uu, uuBytes, -1);
        Close(pieces, listed, listedBytes, -1);
    }

    private static void Close(Pieces pieces, List<(int Start, int End)> lines, List<byte> bytes, int end)
    {
        if (lines.Count >= FewestLines || (lines.Count > 0 && bytes.Count >= DecodedBytes.Fewest))
            pieces.Add(lines[0].Start, end >= 0 ? end : lines[^1].End, DecodedBytes.Of([.. bytes], pieces.Looking, true));
        lines.Clear();
        bytes.Clear();
    }

    // Where "begin 644 name" begins in a line, which words may stand before.
    private static int Begin(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf("begin ", StringComparison.Ordinal);
        return at >= 0 && line.Length >= at + 11 && char.IsAsciiDigit(line[at + 6]) && char.IsAsciiDigit(line[at + 7])
            && char.IsAsciiDigit(line[at + 8]) ? at : -1;
    }

    // Where a whole line of it begins that words stand before.
    private static int AfterWords(ReadOnlySpan<char> line) =>
        line.Length > LongestUuLine && line[^LongestUuLine] == 'M' && line[^(LongestUuLine + 1)] == ' ' ? line.Length - LongestUuLine : 0;

    // A line says its length first. Within one the spaces at its end may be gone.
    private static bool UuLine(ReadOnlySpan<char> line, bool isWithin, List<byte> bytes)
    {
        line = line is ['>', ' ', ..] ? line[2..] : line;
        if (isWithin && line is "`" or " ") return true;
        if (line.Length is < 2 or > LongestUuLine + 2 || line.ContainsAnyExceptInRange(' ', '`')) return false;
        var count = (line[0] - 32) & 63;
        var needed = (count + 2) / 3 * 4;
        if (count is 0 or > 45 || line.Length - 1 > needed + 2
            || (isWithin ? line.TrimEnd().Length > needed + 3 : count != 45 || line.Length < LongestUuLine - 8)) return false;
        for (var i = 0; i < needed; i += 4)
        {
            int Sign(ReadOnlySpan<char> of, int place) => 1 + place < of.Length ? (of[1 + place] - 32) & 63 : 0;
            var four = (Sign(line, i) << 18) | (Sign(line, i + 1) << 12) | (Sign(line, i + 2) << 6) | Sign(line, i + 3);
            for (var j = 0; j < 3 && (i / 4 * 3) + j < count; j++) bytes.Add((byte)(four >> (16 - (8 * j))));
        }

        return true;
    }

    // 00000000: 8950 4e47 0d0a 1a0a  .PNG.... as hexdump, xxd and od write it.
    private static bool ListedLine(ReadOnlySpan<char> line, List<byte> bytes)
    {
        line = line.TrimStart(" \t>|");
        var offset = 0;
        while (offset < line.Length && char.IsAsciiHexDigit(line[offset])) offset++;
        if (offset is < 4 or > 16 || offset >= line.Length || line[offset] is not (':' or ' ' or '\t')) return false;
        var (at, before) = (offset + 1, bytes.Count);
        while (at < line.Length)
        {
            var spaces = at;
            while (at < line.Length && line[at] is ' ' or '\t') at++;
            if (at - spaces > 2 && bytes.Count > before) break;
            var group = at;
            while (at < line.Length && char.IsAsciiHexDigit(line[at])) at++;
            if (at - group is not (2 or 4 or 8) || (at < line.Length && line[at] is not (' ' or '\t'))) break;
            for (var i = group; i < at; i += 2) bytes.Add(byte.Parse(line.Slice(i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            if (bytes.Count - before >= 32) break;
        }

        return bytes.Count - before >= 1;
    }
}
