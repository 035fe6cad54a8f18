using System.Numerics;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>The parts of which runs are made.</summary>
internal sealed partial class EncodedRuns
{
    // Of each ASCII sign: a digit, a capital, a small letter, or another.
    private static readonly byte[] kinds = [.. Enumerable.Range(0, 128)
        .Select(sign => (byte)(char.IsAsciiDigit((char)sign) ? 0 : char.IsAsciiLetterUpper((char)sign) ? 1 : char.IsAsciiLetterLower((char)sign) ? 2 : 3))];

    // A part of a run: where it stands, how many signs it has, how often letters, capitals and digits change within it, which signs there are.
    private readonly record struct Part(int Start, int End, int Count, int Changes, int Digits, ulong Signs, ulong MoreSigns)
    {
        public int Different => BitOperations.PopCount(Signs) + BitOperations.PopCount(MoreSigns);
        public bool LooksEncoded => Changes * 6 >= Count && (Different >= 12 || Count < LongPart);
    }

    // The next part of which anything can come: most words are passed over here.
    private bool Begin(string text, ref int at)
    {
        while (text.AsSpan(at).IndexOfAny(alphabet) is >= 0 and var gap)
        {
            at += gap;
            var length = text.AsSpan(at).IndexOfAnyExcept(alphabet) is >= 0 and var some ? some : text.Length - at;
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
        if (length >= LongPart) return true;
        if (!MayGoOn(text, end)) return length * bits >= FewestBits;
        return (bits == 4 && length is 2 or 4 or 8) || MayBegin(text, start, length);
    }

    // Whether more signs may follow a place, with nothing but a gap between.
    private bool MayGoOn(string text, int end)
    {
        for (var i = end; i < text.Length && i - end <= LongestGap; i++)
        {
            if (i > end && Value(text[i]) != NoSign) return true;
            if (text[i] >= 0x80) return true;
            if (text[i] != '=' && !char.IsWhiteSpace(text[i]) && text[i] >= ' ' && text[i] != 0x7F
                && !gaps.Contains(text[i], StringComparison.Ordinal)) return false;
        }

        return end + LongestGap < text.Length;
    }

    private Part Next(string text, int from, int within = int.MaxValue)
    {
        var start = from;
        while (start < text.Length && start - from <= within && Value(text[start]) == NoSign) start++;
        if (start >= text.Length || start - from > within) return default;
        var (at, count, changes, digits, signs, more, kind) = (start, 0, 0, 0, 0UL, 0UL, -1);
        var end = start;
        while (at < text.Length)
        {
            var value = Value(text[at]);
            if (value == NoSign && !IsInvisible(text[at])) break;
            at++;
            if (value == NoSign) continue;
            var now = kinds[text[at - 1]];
            if (kind >= 0 && now != kind) changes++;
            (kind, end) = (now, at);
            count++;
            if (now == 0) digits++;
            if (value < 64) signs |= 1UL << value;
            else more |= 1UL << value;
        }

        return new(start, end, count, changes, digits, signs, more);
    }
}
