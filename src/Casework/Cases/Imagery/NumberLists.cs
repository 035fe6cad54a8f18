using System.Globalization;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>Bytes written as numbers one after the other: decimal (also below zero), octal, or binary in groups of eight.</summary>
internal static class NumberLists
{
    private const int FirstOnes = 24, LongestGap = 12;

    private static readonly Func<Number, int>[] readings = [number => number.Decimal, number => number.Octal, number => number.Binary];

    private readonly record struct Number(int Start, int End, int Decimal, int Octal, int Binary);

    /// <summary>Finds them.</summary>
    public static void Find(Pieces pieces)
    {
        var text = pieces.Text;
        List<Number> list = [];
        var at = 0;
        while (Next(text, at) is { End: > 0 } number)
        {
            if (list.Count > 0 && (!IsGap(text, list[^1].End, number.Start) || !IsByte(number))) Look(pieces, list);
            if (IsByte(number)) list.Add(number);
            at = number.End;
        }

        Look(pieces, list);
    }

    private static void Look(Pieces pieces, List<Number> list)
    {
        foreach (var read in readings)
        {
            for (var i = 0; i + DecodedBytes.Fewest <= list.Count; i++)
            {
                if (read(list[i]) < 0 || read(list[i + 1]) < 0 || !DecodedBytes.MayBegin(read(list[i]), read(list[i + 1]))
                    || !DecodedBytes.BeginsPicture(Bytes(list, i, Math.Min(FirstOnes, list.Count - i), read))) continue;
                pieces.Add(list[i].Start, list[^1].End, Verdict.Image);
                list.Clear();
                return;
            }
        }

        if (list.Count > DecodedBytes.MostUnknown && AsData(pieces.Text, list) is { } data)
            pieces.Add(list[0].Start, list[^1].End, DecodedBytes.Of(Bytes(list, 0, list.Count, data), pieces.Looking, true));
        list.Clear();
    }

    // How numbers are read that are data: of all sizes, binary, octal of three digits, or decimal with commas between; a table of ages or marks is neither.
    private static Func<Number, int>? AsData(string text, List<Number> list)
    {
        if (list.TrueForAll(number => number.Binary >= 0)) return Varied(list, number => number.Binary);
        if (list.TrueForAll(number => number.Octal >= 0 && number.End - number.Start == 3)) return Varied(list, number => number.Octal);
        var commas = list.Skip(1).Zip(list, (next, last) => text.AsSpan(last.End, next.Start - last.End).ContainsAny(',', ';')).Count(isComma => isComma);
        return commas * 10 >= list.Count * 9 ? Varied(list, number => Math.Max(number.Decimal, 0)) : null;
    }

    private static Func<Number, int>? Varied(List<Number> list, Func<Number, int> read) =>
        list.Select(read).Distinct().Count() >= 100 && list.Exists(number => read(number) > 200) ? read : null;

    private static byte[] Bytes(List<Number> list, int from, int count, Func<Number, int> read)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte)Math.Max(0, read(list[from + i]));
        return bytes;
    }

    private static bool IsByte(Number number) => number.Decimal >= 0 || number.Octal >= 0 || number.Binary >= 0;

    private static bool IsGap(string text, int from, int to)
    {
        if (to - from > LongestGap) return false;
        for (var i = from; i < to; i++)
            if (!char.IsWhiteSpace(text[i]) && text[i] is not (',' or ';' or '\\' or '|' or '\u200B')) return false;
        return to > from;
    }

    private static Number Next(string text, int from)
    {
        if (text.AsSpan(from).IndexOfAnyInRange('0', '9') is not (>= 0 and var before)) return default;
        var start = from + before;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var digits = text.AsSpan(start, end - start);
        var isNegative = start > from && text[start - 1] == '-';
        if (digits.Length > 8) return new(start, end, -1, -1, -1);
        var value = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var octal = digits.Length is > 0 and <= 4 && !digits.ContainsAnyExceptInRange('0', '7') ? Read(digits, 8) : -1;
        var binary = digits.Length == 8 && !digits.ContainsAnyExceptInRange('0', '1') ? Read(digits, 2) : -1;
        return new(isNegative ? start - 1 : start, end,
            digits.Length > 3 ? -1 : isNegative && value is > 0 and <= 128 ? 256 - value : value <= 255 ? value : -1, octal <= 255 ? octal : -1, binary);
    }

    private static int Read(ReadOnlySpan<char> digits, int radix)
    {
        var value = 0;
        foreach (var digit in digits) value = (value * radix) + (digit - '0');
        return value;
    }
}
