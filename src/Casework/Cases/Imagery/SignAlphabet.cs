using System.Buffers;
using System.Numerics;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>A part of a run: signs that stand together.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Count">How many signs it has.</param>
/// <param name="Changes">How often letters, capitals and digits change within it.</param>
/// <param name="Digits">How many are digits.</param>
/// <param name="Signs">Which of the first 64 signs there are.</param>
/// <param name="MoreSigns">Which of the others.</param>
internal readonly record struct EncodedPart(int Start, int End, int Count, int Changes, int Digits, ulong Signs, ulong MoreSigns)
{
    /// <summary>From how many signs on a part is long.</summary>
    public const int Long = 32;

    /// <summary>How many different signs there are.</summary>
    public int Different => BitOperations.PopCount(Signs) + BitOperations.PopCount(MoreSigns);

    /// <summary>Whether it looks like data rather than words.</summary>
    public bool LooksEncoded => Changes * 6 >= Count && (Different >= 12 || Count < Long);
}

/// <summary>The signs in which bytes are written, and what each stands for.</summary>
internal sealed class SignAlphabet
{
    /// <summary>What no sign stands for.</summary>
    public const int NoSign = -1;

    /// <summary>The ways of base85, each 85 signs.</summary>
    public const string Base85First = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu",
        Base85Other = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
        Base85Third = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    // Of each ASCII sign: a digit, a capital, a small letter, or another.
    private static readonly byte[] kinds = [.. Enumerable.Range(0, 128)
        .Select(sign => (byte)(char.IsAsciiDigit((char)sign) ? 0 : char.IsAsciiLetterUpper((char)sign) ? 1 : char.IsAsciiLetterLower((char)sign) ? 2 : 3))];

    private readonly sbyte[] values = new sbyte[128];

    /// <param name="bits">How many bits a sign stands for; 0 where five stand for four bytes.</param>
    /// <param name="alphabets">The signs in the order of what they stand for, in each way of writing them.</param>
    public SignAlphabet(int bits, params string[] alphabets)
    {
        Bits = bits;
        Array.Fill(values, (sbyte)NoSign);
        foreach (var one in alphabets)
            for (var i = 0; i < one.Length; i++) values[one[i]] = (sbyte)i;
        Signs = SearchValues.Create(string.Concat(alphabets));
    }

    /// <summary>How many bits a sign stands for; 0 where five stand for four bytes.</summary>
    public int Bits { get; }

    /// <summary>Whether five signs stand for four bytes.</summary>
    public bool IsTight => Bits == 0;

    /// <summary>Every sign.</summary>
    public SearchValues<char> Signs { get; }

    /// <summary>What a sign stands for; none where it is no sign of these.</summary>
    public int Value(char sign) => sign < 128 ? values[sign] : NoSign;

    /// <summary>The next part from a place on, which begins within a distance; of no signs where there is none.</summary>
    public EncodedPart Next(string text, int from, int within = int.MaxValue)
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

    /// <summary>The bytes that signs stand for; how many they are.</summary>
    public int Decode(ReadOnlySpan<int> signs, Span<byte> bytes) => IsTight ? Decode85(signs, bytes) : DecodeBits(signs, bytes);

    private int DecodeBits(ReadOnlySpan<int> signs, Span<byte> bytes)
    {
        var (held, count, length) = (0, 0, 0);
        foreach (var sign in signs)
        {
            held = ((held << Bits) | sign) & 0xFFFF;
            count += Bits;
            if (count < 8) continue;
            count -= 8;
            if (length < bytes.Length) bytes[length++] = (byte)(held >> count);
        }

        return length;
    }

    private static int Decode85(ReadOnlySpan<int> signs, Span<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i + 5 <= signs.Length && length + 4 <= bytes.Length; i += 5)
        {
            var value = 0L;
            for (var j = 0; j < 5; j++) value = (value * 85) + signs[i + j];
            for (var j = 3; j >= 0; j--) bytes[length++] = (byte)(value >> (8 * j));
        }

        return length;
    }

    /// <summary>Whether a sign is not seen, and parts no run.</summary>
    public static bool IsInvisible(char sign) => sign > 0x7F && System.Text.Rune.TryCreate(sign, out var rune) && ComparedText.IsInvisible(rune);
}
