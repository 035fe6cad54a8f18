using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Lapwing.Casework.Cases;

/// <summary>A word of a text in the form in which it is compared, and where it stands in the text as it was typed.</summary>
/// <param name="Form">The form for comparison: letters and digits alone.</param>
/// <param name="Start">Where it begins: a place among the text's UTF-16 units.</param>
/// <param name="End">Where it ends: the place after its last unit.</param>
public readonly record struct ComparedWord(string Form, int Start, int End);

/// <summary>
/// The one form in which texts are compared. Text is stored and shown as it was typed; wherever two texts are asked to be the same, or a word is looked
/// for, both are compared in this form: what two people type for the same name counts as the same. Nothing of it is ever stored or shown.
/// <list type="bullet">
/// <item>Capitals do not count (<c>KHAN</c> is <c>Khan</c>), nor do accents, composed or not (<c>Zoë</c> is <c>Zoe</c>), nor the points of Arabic
/// and Hebrew.</item>
/// <item>Every apostrophe is one (<c>’ ʼ ′ `</c>), every hyphen and dash is one, every space is one, no-break and thin ones too, and several are one.</item>
/// <item>Invisible signs (zero-width spaces, soft hyphens, marks of direction) are not there.</item>
/// <item>What Unicode holds for compatible is the same (wide letters, ligatures), and every decimal digit is its ASCII digit.</item>
/// </list>
/// </summary>
public static class ComparedText
{
    // The endings of English that an apostrophe joins to a word that is a word without them: "Sam's", "Sam'll".
    private static readonly string[] joined = ["s", "d", "ll", "ve", "re"];
    private static readonly SearchValues<char> noSigns = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(sign => (char)sign), '\uFFFE']);

    private enum Kind { Apart, Letter, Apostrophe, Single }

    /// <summary>Whether nothing can be seen of a text: null, nothing, spaces or invisible signs alone. What is needed and is empty was not entered.</summary>
    public static bool IsEmpty([NotNullWhen(false)] string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && !IsInvisible(rune) && !IsMark(Rune.GetUnicodeCategory(rune))) return false;
        return true;
    }

    /// <summary>Whether two texts are the same in the form for comparison; null is as empty.</summary>
    public static bool IsSame(string? one, string? other) => Of(one ?? "") == Of(other ?? "");

    /// <summary>A text in the form for comparison, without spaces at its ends.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var all = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Fold(rune, all);
        var compact = new StringBuilder(all.Length);
        for (var i = 0; i < all.Length; i++)
            if (all[i] != ' ' || (compact.Length > 0 && compact[^1] != ' ')) compact.Append(all[i]);
        return Composed(compact.ToString().TrimEnd(' '));
    }

    /// <summary>
    /// The words of a text in the form for comparison, in order: runs of letters and digits. An apostrophe within a word is not part of its form
    /// (<c>O'Brien</c> is <c>obrien</c>), and what it joins in English stands apart (<c>Sam's</c> is <c>sam</c>, <c>s</c>). Of writing without
    /// spaces between words, such as Chinese, every sign is a word.
    /// </summary>
    public static IEnumerable<ComparedWord> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new StringBuilder();
        var (start, end) = (0, 0);
        var at = 0;
        while (at < text.Length)
        {
            var length = RuneAt(text, at, out var rune);
            var kind = KindOf(rune);
            if (kind == Kind.Apostrophe && form.Length > 0 && IsWithin(text, at + length)) kind = Kind.Letter;
            if (kind != Kind.Letter && form.Length > 0 && !IsInvisible(rune))
            {
                yield return new(Composed(form.ToString()), start, end);
                form.Clear();
            }

            if (kind is Kind.Letter or Kind.Single)
            {
                if (form.Length == 0) start = at;
                if (!IsApostrophe(rune)) Fold(rune, form);
                end = at + length;
            }

            at += length;
            if (kind != Kind.Single || form.Length == 0) continue;
            yield return new(Composed(form.ToString()), start, end);
            form.Clear();
        }

        if (form.Length > 0) yield return new(Composed(form.ToString()), start, end);
    }

    /// <summary>Whether a sign shows nothing: a zero-width space, a mark of direction, a soft hyphen, a filler, a control character.</summary>
    internal static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune)
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFE or (>= 0x180B and <= 0x180F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>A text in a form of Unicode, whatever was typed: what is no sign (half of a pair, U+FFFE), on which .NET throws, stands as U+FFFD.</summary>
    internal static string Normal(string text, NormalizationForm form)
    {
        if (text.AsSpan().ContainsAny(noSigns)) text = string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString()));
        return text.Normalize(form);
    }

    private static int RuneAt(string text, int at, out Rune rune)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out var length) != OperationStatus.Done) rune = Rune.ReplacementChar;
        return length;
    }

    // Whether a word goes on after an apostrophe, and is not one of the endings that it joins.
    private static bool IsWithin(string text, int after)
    {
        var end = after;
        while (end < text.Length && end - after < 3 && char.IsLetterOrDigit(text[end])) end++;
        if (end == after) return after < text.Length && char.IsSurrogate(text[after]);
        return end - after == 3 || !joined.Contains(text[after..end].ToLowerInvariant(), StringComparer.Ordinal);
    }

    private static Kind KindOf(Rune rune)
    {
        if (IsApostrophe(rune)) return Kind.Apostrophe;
        if (!Rune.IsLetterOrDigit(rune) && !IsMark(Rune.GetUnicodeCategory(rune))
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)) return Kind.Apart;
        return IsInvisible(rune) ? Kind.Apart : IsWrittenWithoutSpaces(rune.Value) ? Kind.Single : Kind.Letter;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // The Latin, Greek and Cyrillic accents, and the points of Hebrew and Arabic, which most people leave out; the vowel signs of other writing are letters.
    private static bool IsAccent(int sign) =>
        sign is (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05BD) or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7
        or 0x0640 or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF)
            or (>= 0xFE20 and <= 0xFE2F);

    private static bool IsApostrophe(Rune rune) =>
        rune.Value is '\'' or '`' or 0x00B4 or 0x02B9 or 0x02BB or 0x02BC or 0x02BD or 0x02BE or 0x02BF or 0x02C8 or 0x0374 or 0x055A or 0x05F3
        or 0x1FBF or 0x1FFD or 0x2018 or 0x2019 or 0x201A or 0x201B or 0x2032 or 0x2035 or 0xA78C or 0xFF07;

    // Thai, Lao, Myanmar, Khmer, kana, Han, Hangul.
    private static bool IsWrittenWithoutSpaces(int sign) =>
        sign is (>= 0x0E01 and <= 0x0EDF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17B3) or (>= 0x3041 and <= 0x30FF)
        or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static void Fold(Rune rune, StringBuilder to)
    {
        if (rune.IsAscii)
        {
            var sign = (char)rune.Value;
            if (char.IsWhiteSpace(sign)) to.Append(' ');
            else if (!char.IsControl(sign)) to.Append(sign == '`' ? '\'' : char.ToLowerInvariant(sign));
            return;
        }

        if (IsApostrophe(rune)) to.Append('\'');
        else if (Rune.IsWhiteSpace(rune)) to.Append(' ');
        else if (!IsInvisible(rune))
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()) FoldPart(part, to);
    }

    private static void FoldPart(Rune part, StringBuilder to)
    {
        if (IsAccent(part.Value) || IsInvisible(part)) return;
        if (part.IsAscii || Rune.IsWhiteSpace(part)) to.Append(Rune.IsWhiteSpace(part) ? ' ' : char.ToLowerInvariant((char)part.Value));
        else if (Rune.GetUnicodeCategory(part) == UnicodeCategory.DashPunctuation || part.Value == 0x2212) to.Append('-');
        else if (Rune.GetUnicodeCategory(part) == UnicodeCategory.DecimalDigitNumber) to.Append((int)Rune.GetNumericValue(part));
        else if (Spelt(part.Value) is { } spelt) to.Append(spelt);
        else to.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(part)).ToString());
    }

    // Letters that Unicode does not take apart, as they are typed where the keyboard has none of them.
    private static string? Spelt(int letter) => letter switch
    {
        0x00DF or 0x1E9E => "ss",
        0x00C6 or 0x00E6 => "ae",
        0x0152 or 0x0153 => "oe",
        0x00D8 or 0x00F8 => "o",
        0x00D0 or 0x00F0 or 0x0110 or 0x0111 => "d",
        0x00DE or 0x00FE => "th",
        0x0141 or 0x0142 => "l",
        0x0131 => "i",
        _ => null,
    };

    private static string Composed(string text) => System.Text.Ascii.IsValid(text) ? text : Normal(text, NormalizationForm.FormC);
}
