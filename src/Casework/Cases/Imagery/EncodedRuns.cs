using System.Numerics;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>
/// Bytes written as a run of letters, digits and signs: base64 (both alphabets), base32, base85, hexadecimal. A run goes on over line ends, spaces,
/// marks of quoting and invisible signs; its end is told from the words after it by the lengths of its parts and by how they look.
/// </summary>
internal sealed class EncodedRuns
{
    private const int Enough = 26, LongestGap = 24, LongTight = 1_280, FirstSigns = 5, ShortestTight = 20, FewestBits = 96;

    private readonly SignAlphabet alphabet;
    private readonly int bits;
    private readonly bool isTight;
    private readonly string gaps;

    private EncodedRuns(int bits, string gaps, params string[] alphabets) =>
        (alphabet, this.bits, this.gaps, isTight) = (new(bits, alphabets), bits, gaps, bits == 0);

    /// <summary>Each of them.</summary>
    public static IReadOnlyList<EncodedRuns> All { get; } =
    [
        new(6, ">|\"'`,", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        new(5, ">|\"'`-", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "abcdefghijklmnopqrstuvwxyz234567"),
        new(4, ">|\"'`:,;-{}[]()", "0123456789ABCDEF", "0123456789abcdef"),
        new(0, "", SignAlphabet.Base85First),
        new(0, "", SignAlphabet.Base85Other),
        new(0, "", SignAlphabet.Base85Third),
    ];

    /// <summary>Finds them.</summary>
    public void Find(Pieces pieces)
    {
        var text = pieces.Text;
        if (isTight && !pieces.HasLongToken) return;
        var (at, tried) = (0, 0);
        while (Begin(text, ref at) && alphabet.Next(text, at) is { Count: > 0 } part)
        {
            at = part.End;
            var begins = BeginsPicture(text, part);
            if (!begins && (part.Start < tried || !MayBeData(part))) continue;
            var (end, bytes, isEncoded) = Whole(text, part);
            if (pieces.Add(Before(text, part.Start), end, DecodedBytes.Of(bytes, pieces.Looking, isEncoded)) || begins) at = end;
            tried = end;
        }
    }

    // The next part of which anything can come: most words are passed over here.
    private bool Begin(string text, ref int at)
    {
        while (text.AsSpan(at).IndexOfAny(alphabet.Signs) is >= 0 and var gap)
        {
            at += gap;
            var length = text.AsSpan(at).IndexOfAnyExcept(alphabet.Signs) is >= 0 and var some ? some : text.Length - at;
            if (MayBeAnything(text, at, at + length)) return true;
            at += length;
        }

        return false;
    }

    // Not where it is short, and nothing can follow it, or no picture begins so.
    private bool MayBeAnything(string text, int start, int end)
    {
        var (length, after) = (end - start, end < text.Length ? text[end] : '.');
        if (after >= 0x80) return true;
        if (isTight) return length >= ShortestTight;
        if (length >= EncodedPart.Long) return true;
        if (!MayGoOn(text, end)) return length * bits >= FewestBits;
        return (bits == 4 && length is 2 or 4 or 8) || MayBegin(text, start, length);
    }

    // Whether more signs may follow a place, with nothing but a gap between.
    private bool MayGoOn(string text, int end)
    {
        for (var i = end; i < text.Length && i - end <= LongestGap; i++)
        {
            if (i > end && alphabet.Value(text[i]) != SignAlphabet.NoSign) return true;
            if (text[i] >= 0x80) return true;
            if (text[i] != '=' && !char.IsWhiteSpace(text[i]) && text[i] >= ' ' && text[i] != 0x7F
                && !gaps.Contains(text[i], StringComparison.Ordinal)) return false;
        }

        return end + LongestGap < text.Length;
    }

    private bool MayBeData(EncodedPart part) => (part.Count >= (isTight ? LongTight : EncodedPart.Long) && part.LooksEncoded)
        || (bits == 4 && part.Count is 2 or 4 or 8);

    /// <summary>Parts that look encoded, of base64: where a picture begins in the same form, they are more of it.</summary>
    public static IEnumerable<(int Start, int End)> MoreOfAPicture(string text)
    {
        var at = 0;
        while (All[0].alphabet.Next(text, at) is { Count: > 0 } part)
        {
            at = part.End;
            if (part.Count >= 60 && part.LooksEncoded && part.Different >= 24 && !IsInLink(text, part.Start)) yield return (part.Start, part.End);
        }
    }

    // The bytes that a run begins with, over its gaps.
    private bool BeginsPicture(string text, EncodedPart first)
    {
        Span<int> signs = stackalloc int[isTight ? ShortestTight : Enough + 6];
        if (isTight ? first.Count < signs.Length : !MayBegin(text, first.Start, first.Count)) return false;
        var (count, at, end) = (0, first.Start, first.End);
        while (count < signs.Length && at < text.Length)
        {
            if (alphabet.Value(text[at]) is var value and not SignAlphabet.NoSign)
            {
                signs[count++] = value;
                if (count == FirstSigns && !MayBegin(signs[..count])) return false;
            }
            else if (at >= end && (isTight || !Continues(text, ref at, ref end))) break;
            at++;
        }

        Span<byte> bytes = stackalloc byte[32];
        var length = alphabet.Decode(signs[..count], bytes);
        return length >= 12 && DecodedBytes.BeginsPicture(bytes[..Math.Max(length, DecodedBytes.Fewest)]);
    }

    // By the first byte, where two signs that hold it stand together.
    private bool MayBegin(string text, int start, int count) => count < 2
        || (alphabet.Value(text[start + 1]) is var second && (second == SignAlphabet.NoSign
        || DecodedBytes.MayBegin(((alphabet.Value(text[start]) << bits) | second) >> ((2 * bits) - 8))));

    private bool MayBegin(ReadOnlySpan<int> signs)
    {
        Span<byte> two = stackalloc byte[4];
        return alphabet.Decode(signs, two) >= 2 && DecodedBytes.MayBegin(two[0], two[1]);
    }

    private bool Continues(string text, ref int at, ref int end)
    {
        if (alphabet.Next(text, at, LongestGap) is not { Count: > 0 } next || !IsGap(text, at, next.Start)) return false;
        (at, end) = (next.Start - 1, next.End);
        return true;
    }

    private (int End, byte[] Bytes, bool IsEncoded) Whole(string text, EncodedPart first)
    {
        List<EncodedPart> parts = [first];
        var total = first.Count;
        var end = first.End;
        while (true)
        {
            var last = parts[^1];
            var padded = last.End;
            while (padded < text.Length && text[padded] == '=') padded++;
            var next = isTight ? default : alphabet.Next(text, padded, LongestGap + (padded - last.End));
            var isSoft = padded == last.End + 1 && padded < text.Length && text[padded] is '\r' or '\n' && IsSoft(next, total);
            end = isSoft ? last.End : padded;
            if ((padded > last.End && !isSoft) || next.Count == 0 || !IsGap(text, padded, next.Start)
                || !(isSoft || GoesOn(text, first, last, next, total))) break;
            parts.Add(next);
            total += next.Count;
        }

        var signs = new int[total];
        var count = 0;
        foreach (var part in parts)
            for (var i = part.Start; i < part.End; i++)
                if (alphabet.Value(text[i]) is var value and not SignAlphabet.NoSign) signs[count++] = value;
        var bytes = new byte[signs.Length + 8];
        return (end, bytes[..alphabet.Decode(signs, bytes)], IsEncoded(text, parts, total));
    }

    // Whether a "=" at a line's end is a line end of quoted-printable, and the run goes on.
    private static bool IsSoft(EncodedPart next, int total) =>
        next.Count > 0 && (total % 4 != 3 || (next.Count >= EncodedPart.Long && next.LooksEncoded));

    // Whether a part is more of the same: as long as the one before, long, or a rest that is no word.
    private bool GoesOn(string text, EncodedPart first, EncodedPart last, EncodedPart next, int total)
    {
        if (next.Count == last.Count && last.Count == first.Count) return next.Count != 1 || total > 8;
        if (next.Count >= EncodedPart.Long)
            return next.LooksEncoded || (last.Count >= EncodedPart.Long && !IsWord(text, next) && (next.Signs & ~(3UL << 62)) != 0
                && !IsInLink(text, next.Start));
        if (next.End < text.Length && text[next.End] == '=') return true;
        if (bits == 4) return next.Count % 2 == 0 && (next.Digits > 0 || next.Count < last.Count);
        if (last.Count < 16 && next.Count > last.Count) return false;
        return bits == 5 ? next.Digits > 0 && next.Digits < next.Count : total % 4 != 0 || next.Count > 5
            ? next.Changes * 4 >= next.Count && next.Changes > 0 && !IsWord(text, next) : next.Changes > 1;
    }

    private static bool IsWord(string text, EncodedPart part)
    {
        for (var i = part.Start + 1; i < part.End; i++)
            if (!char.IsAsciiLetterLower(text[i])) return false;
        return true;
    }

    // Whether a run is data rather than words, a link, a list of hashes or of numbers; asked where it is no picture and no text.
    private bool IsEncoded(string text, List<EncodedPart> parts, int total)
    {
        var (changes, digits, signs, more) = (0, 0, 0UL, 0UL);
        foreach (var part in parts) (changes, digits, signs, more) = (changes + part.Changes, digits + part.Digits, signs | part.Signs, more | part.MoreSigns);
        var different = BitOperations.PopCount(signs) + BitOperations.PopCount(more);
        if (changes * (bits == 5 ? 6 : 4) < total - parts.Count || IsInLink(text, parts[0].Start)
            || (isTight && BeginsLink(text.AsSpan(parts[0].Start)))) return false;
        if (bits == 4) return digits * 10 <= total * 9 && different >= 14 && !IsListOfHex(text, parts);
        if (parts.Count > 1 && (parts[0].Count < EncodedPart.Long || parts.TrueForAll(part => text[part.Start] == text[parts[0].Start]))) return false;
        return isTight ? different >= 68 : bits == 6 ? different >= 30 : different >= 28 && digits * 20 >= total && digits * 3 <= total;
    }

    // Hashes are as long as hashes are, addresses of devices stand in lines of six or eight groups.
    private static bool IsListOfHex(string text, List<EncodedPart> parts)
    {
        if (parts.Count == 1) return false;
        if (parts[0].Count > 8) return parts[0].Count is 32 or 40 or 56 or 64 or 96 or 128;
        var lines = 0;
        for (var i = 1; i < parts.Count; i++)
            if (text.AsSpan(parts[i - 1].End, parts[i].Start - parts[i - 1].End).ContainsAny("\n\r,;")) lines++;
        return lines * 12 > parts.Count && lines * 10 < parts.Count * 9;
    }

    // Whether a place stands in the address of a page: a picture that begins in one is told by its bytes.
    internal static bool IsInLink(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 2_000 && !char.IsWhiteSpace(text[start - 1])) start--;
        var before = text.AsSpan(start, at - start);
        return before.Contains("://", StringComparison.Ordinal) || before.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    // The signs of base85 are all those of an address: a run of them may be the address itself.
    private static bool BeginsLink(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, 12)].Contains("://", StringComparison.Ordinal)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    // "<~" of base85, "base64," and the like stand before what they announce, and go with it.
    private static int Before(string text, int start)
    {
        foreach (var announced in new[] { "<~", "base64,", "base64:", "base32:", "hex:", "0x", "x'" })
            if (start >= announced.Length && string.Compare(text, start - announced.Length, announced, 0, announced.Length,
                StringComparison.OrdinalIgnoreCase) == 0) return start - announced.Length;
        return start;
    }

    private bool IsGap(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!char.IsWhiteSpace(text[i]) && !SignAlphabet.IsInvisible(text[i]) && !gaps.Contains(text[i], StringComparison.Ordinal)
                && !(text[i] == '=' && bits == 6)) return false;
        return to > from;
    }
}
