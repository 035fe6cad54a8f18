namespace Lapwing.Casework.Cases.Imagery;

/// <summary>A piece of a text that must go.</summary>
/// <param name="Start">Its first sign.</param>
/// <param name="End">The place after its last.</param>
/// <param name="IsImage">Whether it is a picture, film or archive, rather than data of another kind.</param>
internal readonly record struct Piece(int Start, int End, bool IsImage);

/// <summary>The pieces that must go, as they are found in a text or in what it reads as without its escapes.</summary>
/// <param name="text">The text that is looked through.</param>
/// <param name="map">For every place in it the place in the text as it was typed; null where they are the same.</param>
/// <param name="looking">How deep it lies, and how much may still be looked at.</param>
internal sealed class Pieces(string text, int[]? map, Looking looking)
{
    private readonly HashSet<int> starts = [];

    /// <summary>What was found, in places of the text as it was typed.</summary>
    public List<Piece> Found { get; } = [];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Whether it holds as many signs without a space as the first 16 bytes need in any way of writing them.</summary>
    public bool HasLongToken { get; } = IsLong(text);

    /// <summary>How deep the text lies, and how much may still be looked at.</summary>
    public Looking Looking => looking;

    /// <summary>Adds a piece, unless it stays; says whether it goes.</summary>
    public bool Add(int start, int end, Verdict verdict)
    {
        if (verdict == Verdict.Kept || end <= start) return false;
        starts.Add(start);
        Found.Add(map is null ? new(start, end, verdict == Verdict.Image) : new(map[start], map[end - 1] + LengthAt(end), verdict == Verdict.Image));
        return true;

        int LengthAt(int place) => map[place] - map[place - 1];
    }

    /// <summary>Whether something that goes begins at a place.</summary>
    public bool BeginsAt(int place) => starts.Contains(place);

    private static bool IsLong(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) continue;
            if (i - from >= 20) return true;
            from = i + 1;
        }

        return text.Length - from >= 20;
    }

    /// <summary>In order, those that touch or overlap as one.</summary>
    public static List<Piece> Merged(string text, List<Piece> all)
    {
        all.Sort((a, b) => a.Start.CompareTo(b.Start));
        List<Piece> merged = [];
        foreach (var piece in all)
        {
            if (merged.Count > 0 && text.AsSpan(Math.Min(merged[^1].End, piece.Start), Math.Max(0, piece.Start - merged[^1].End)).Trim(" \r\n\t>=").IsEmpty)
                merged[^1] = new(merged[^1].Start, Math.Max(merged[^1].End, piece.End), merged[^1].IsImage || piece.IsImage);
            else merged.Add(piece);
        }

        return merged;
    }
}

/// <summary>
/// How deep something lies that was decoded out of what was decoded, and how many characters may still be looked at for one text: one that is made to be
/// decoded without end goes.
/// </summary>
/// <param name="length">The length of the text.</param>
internal sealed class Looking(int length)
{
    // base64 within base64 within a mail, and one more.
    private const int Deepest = 4;

    private long left = (2L * length) + 100_000;
    private int depth;

    /// <summary>Whether there is no more to be looked at: it is made to take long.</summary>
    public bool IsSpent => left < 0;

    /// <summary>Looks at something that was decoded, unless that lies too deep.</summary>
    public Verdict Within(string text, Func<string, Looking, Verdict> look)
    {
        if (depth == Deepest) return Verdict.Kept;
        left -= text.Length;
        if (IsSpent) return Verdict.Data;
        depth++;
        var verdict = look(text, this);
        depth--;
        return verdict;
    }
}
