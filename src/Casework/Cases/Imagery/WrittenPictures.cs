using System.Buffers;
using System.Text;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>Pictures that are text themselves (SVG, PostScript, XPM, plain pixel maps), data URIs, and files that were pasted as they are.</summary>
internal static class WrittenPictures
{
    private const int LongestType = 120, LongestRest = 1_000;
    private static readonly SearchValues<char> noType = SearchValues.Create(" \r\n\t<>\"");
    private static readonly string[] shownTypes = ["image/", "video/", "audio/", "font/", "model/"];

    private static readonly string[] shapes = ["<path", "<rect", "<circle", "<ellipse", "<line", "<poly", "<image", "<use", "<g>", "<g "];

    // What begins one, what ends it.
    private static readonly (string Begin, string End)[] written =
        [("%!PS-Adobe", "%%EOF"), ("%PDF-", "%%EOF"), ("/* XPM */", "};"), ("=ybegin ", "=yend"), ("<x:xmpmeta", "</x:xmpmeta>"), ("{\\pict", "}")];

    /// <summary>Finds them.</summary>
    public static void Find(Pieces pieces)
    {
        Svg(pieces);
        DataUris(pieces);
        Pasted(pieces);
        PlainMap(pieces);
        foreach (var (begin, end) in written)
            if (pieces.Text.IndexOf(begin, StringComparison.Ordinal) is >= 0 and var at
                && pieces.Text.LastIndexOf(end, StringComparison.Ordinal) is var last && last > at)
                pieces.Add(at, last + end.Length, Verdict.Image);
    }

    // From the first beginning of a drawing, with what declares it, to the last end of one; a mention of the word is none.
    private static void Svg(Pieces pieces)
    {
        var text = pieces.Text;
        var at = text.IndexOf("<svg", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return;
        var last = text.LastIndexOf("</svg>", StringComparison.OrdinalIgnoreCase);
        var end = last > at ? last + "</svg>".Length : text.LastIndexOf('>') + 1;
        if (end <= at + "<svg>".Length || (last < at && !Array.Exists(shapes, shape =>
            text.IndexOf(shape, at, StringComparison.OrdinalIgnoreCase) >= 0))) return;
        var declared = text.LastIndexOf("<?xml", at, StringComparison.OrdinalIgnoreCase);
        pieces.Add(declared >= 0 && at - declared < 1_000 ? declared : at, end, Verdict.Image);
    }

    private static void DataUris(Pieces pieces)
    {
        var text = pieces.Text;
        for (var at = 0; (at = text.IndexOf("data:", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += "data:".Length)
        {
            var from = at + "data:".Length;
            while (from < text.Length && from - at < 16 && char.IsWhiteSpace(text[from])) from++;
            var comma = text.AsSpan(from, Math.Min(LongestType, text.Length - from)).IndexOf(',');
            var type = comma < 0 ? [] : text.AsSpan(from, comma);
            if (type.IndexOf('/') < 1 || type.ContainsAny(noType)) continue;
            var start = from + comma + 1;
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '<' or ')')) end++;
            if (end - start < 8) continue;
            var kind = type.ToString();
            var isShown = Array.Exists(shownTypes, shown => kind.StartsWith(shown, StringComparison.OrdinalIgnoreCase));
            var verdict = isShown ? Verdict.Image : kind.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Verdict.Kept
                : DecodedBytes.Of(Encoding.Latin1.GetBytes(Uri.UnescapeDataString(text[start..end])), pieces.Looking, false);
            if (!pieces.Add(at, end, verdict) && pieces.BeginsAt(start - "base64,".Length)) pieces.Add(at, start, Verdict.Image);
            at = end - "data:".Length;      // no part of a text is looked at twice
        }
    }

    // A file opened as text: signs that nobody types, close together.
    private static void Pasted(Pieces pieces)
    {
        var text = pieces.Text;
        var (start, last, strange) = (-1, -1, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsStrange(text[i]) && (start < 0 || i - last <= 48)) continue;
            if (i < text.Length && start >= 0 && i - last <= 48)
            {
                (last, strange) = (i, strange + 1);
                continue;
            }

            if (start >= 0 && strange >= 8) LookAtPasted(pieces, start, last + 1, strange);
            (start, last, strange) = i < text.Length && IsStrange(text[i]) ? (i, i, 1) : (-1, -1, 0);
        }
    }

    private static void LookAtPasted(Pieces pieces, int start, int end, int strange)
    {
        var text = pieces.Text;
        var (first, last) = (Math.Max(0, start - LongestRest), Math.Min(text.Length, end + LongestRest));      // no further: a long word may hold many of these
        while (start > first && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('.' or ',' or ':')) start--;
        while (end < last && !char.IsWhiteSpace(text[end])) end++;
        var piece = text.AsSpan(start, Math.Min(end - start, 200));
        var isKnown = piece.IndexOf("PNG") >= 0 || piece.IndexOf("GIF8") >= 0 || piece.IndexOf("JFIF") >= 0 || piece.IndexOf("Exif") >= 0
            || piece.IndexOf("ftyp") >= 0 || piece.IndexOf("WEBP") >= 0 || piece.StartsWith("PK") || piece.StartsWith("BM");
        pieces.Add(start, end, isKnown ? Verdict.Image : strange * 8 >= end - start && end - start > DecodedBytes.MostUnknown ? Verdict.Data : Verdict.Kept);
    }

    private static bool IsStrange(char sign) => sign == '\uFFFD' || (sign < 0x20 && sign is not ('\t' or '\n' or '\r')) || sign is >= '\x7F' and < '\xA0';

    // P3 24 24 255 and then numbers.
    private static void PlainMap(Pieces pieces)
    {
        var text = pieces.Text;
        for (var at = 0; (at = text.IndexOf('P', at)) >= 0; at++)
        {
            if (at + 4 >= text.Length || text[at + 1] is not ('1' or '2' or '3') || !char.IsWhiteSpace(text[at + 2])
                || (at > 0 && !char.IsWhiteSpace(text[at - 1]))) continue;
            var end = at + 3;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || char.IsWhiteSpace(text[end]))) end++;
            if (end - at > 160) pieces.Add(at, text.AsSpan(at, end - at).TrimEnd().Length + at, Verdict.Image);
            at = end - 1;
        }
    }
}
