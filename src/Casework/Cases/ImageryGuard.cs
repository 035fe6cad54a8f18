using Lapwing.Casework.Cases.Imagery;

namespace Lapwing.Casework.Cases;

/// <summary>Something that was cut out of a text. What it was is known to nobody: its bytes are not kept.</summary>
/// <param name="After">The last words before it, at most 40 characters; empty where it stood first.</param>
/// <param name="Length">How many characters of the text it was.</param>
/// <param name="IsImage">Whether it was a picture, a film, a sound or an archive; otherwise it was data that is no words.</param>
public readonly record struct CutOut(string After, int Length, bool IsImage);

/// <summary>A text without what must not be kept.</summary>
/// <param name="Text">The words, with a mark where something was cut out.</param>
/// <param name="Cuts">What was cut out, in order.</param>
public sealed record Cleaned(string Text, IReadOnlyList<CutOut> Cuts);

/// <summary>
/// No picture or film is kept, ever (S2.1.4, N14): what stands in a text as data is cut out, its place is marked, and the words stay. It is told by
/// decoding: base64 and its kin, hexadecimal, quoted-printable, lists of numbers, uuencode, escapes of addresses, HTML and program text, one within
/// the other. What decodes to a picture, a film, a sound or an archive goes; what decodes to more than 1 kB that is no text goes. Links, hashes,
/// tokens and long words stay.
/// </summary>
public static class ImageryGuard
{
    /// <summary>What stands where an image was cut out.</summary>
    public const string Mark = "[an image stood here and was not kept]";

    /// <summary>What stands where other data was cut out.</summary>
    public const string DataMark = "[data that is no words stood here and was not kept]";

    private const int Shortest = 24, MostOfTheWords = 40, MostViews = 3;

    /// <summary>The text without it.</summary>
    public static string Clean(string text) => Look(text).Text;

    /// <summary>The text without it, and what was cut out.</summary>
    public static Cleaned Look(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LookAcross([text])[0];
    }

    /// <summary>
    /// The texts of one form, in its order, each without what must not be kept: looked through as one, so that what is spread over several fields is found.
    /// </summary>
    public static IReadOnlyList<Cleaned> LookAcross(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var whole = texts.Count == 1 ? texts[0] : string.Join('\n', texts);
        var found = Find(whole, new(whole.Length));
        if (found.Count == 0) return [.. texts.Select(text => new Cleaned(text, []))];
        var all = new List<Cleaned>(texts.Count);
        var from = 0;
        foreach (var text in texts)
        {
            all.Add(Cut(text, found.Where(piece => piece.End > from && piece.Start < from + text.Length)
                .Select(piece => piece with { Start = Math.Max(piece.Start - from, 0), End = Math.Min(piece.End - from, text.Length) })));
            from += text.Length + 1;
        }

        return all;
    }

    /// <summary>What was cut out of a text, and what to do, in sentences for whoever wrote it; none where nothing was.</summary>
    public static string? WhatToDo(Cleaned cleaned)
    {
        ArgumentNullException.ThrowIfNull(cleaned);
        if (cleaned.Cuts.Count == 0) return null;
        var where = string.Join("; ", cleaned.Cuts.Select(Where));
        return cleaned.Cuts.Any(cut => cut.IsImage)
            ? $"This text held an image, which was not kept: {where}. Your words are still here: read them, then record again. Leave the device as "
            + "it is, look at nothing again, and ask the police on 101 what to do with it (999 if a child is in danger)"
            : $"This text held something that is no words and could be a file, which was not kept: {where}. Your words are still here: read them, "
            + "then record again. If it was a link or a code, say in words what it was";
    }

    /// <summary>What becomes of a text that was decoded out of another.</summary>
    internal static Verdict VerdictOn(string text, Looking looking) => looking.Within(text, static (text, looking) =>
        Find(text, looking) is var found && found.Count == 0 ? Verdict.Kept : found.Exists(piece => piece.IsImage) ? Verdict.Image : Verdict.Data);

    private static string Where(CutOut cut) => $"{cut.Length:N0} characters {(cut.After.Length == 0 ? "at the beginning" : $"after “{cut.After}”")}";

    private static List<Piece> Find(string text, Looking looking)
    {
        if (text.Length < Shortest) return [];
        List<Piece> all = [];
        var (view, map) = (text, default(int[]));
        for (var i = 0; i < MostViews; i++)
        {
            var pieces = new Pieces(view, map, looking);
            EncodedLines.Find(pieces);
            EscapedBytes.Find(pieces);
            NumberLists.Find(pieces);
            foreach (var runs in EncodedRuns.All) runs.Find(pieces);
            WrittenPictures.Find(pieces);
            all.AddRange(pieces.Found);
            if (Unescaped.Of(view, map) is not { } next) break;
            (view, map) = next;
        }

        if (all.Exists(piece => piece.IsImage)) all.AddRange(EncodedRuns.MoreOfAPicture(text).Select(more => new Piece(more.Start, more.End, true)));
        return Pieces.Merged(text, all);
    }

    private static Cleaned Cut(string text, IEnumerable<Piece> pieces)
    {
        var kept = new System.Text.StringBuilder();
        List<CutOut> cuts = [];
        var from = 0;
        foreach (var piece in pieces)
        {
            kept.Append(text, from, piece.Start - from);
            cuts.Add(new(LastWords(kept), piece.End - piece.Start, piece.IsImage));
            kept.Append(piece.IsImage ? Mark : DataMark);
            from = piece.End;
        }

        return cuts.Count == 0 ? new(text, []) : new(kept.Append(text, from, text.Length - from).ToString(), cuts);
    }

    private static string LastWords(System.Text.StringBuilder kept)
    {
        var from = Math.Max(0, kept.Length - MostOfTheWords);
        var words = kept.ToString(from, kept.Length - from).Trim();
        return from > 0 && words.IndexOf(' ') is > 0 and < MostOfTheWords / 2 and var space ? $"…{words[(space + 1)..]}" : words;
    }
}
