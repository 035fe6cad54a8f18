using System.Text;

namespace Lapwing.Casework.Cases;

/// <summary>
/// How a name sounds, as a key: names that English ears take for the same have the same (<c>Neil Grant</c>, <c>Neal Grannt</c>; <c>Catherine Shaw</c>,
/// <c>Kathryn Shore</c> is another). It joins too much rather than too little: what it is asked for is whom to leave out until somebody who knows decides.
/// </summary>
public static class NameSounds
{
    private const string Surname = "*";
    private const int MostWords = 6;

    // Spellings that sound alike, tried in this order at each place: what is spelled, and what is heard. No vowel is heard within a word.
    private static readonly (string Spelled, string Heard)[] spellings =
    [
        ("MPS", "MS"), ("TSCH", "X"), ("TCH", "X"), ("SCH", "X"), ("SH", "X"), ("CH", "X"), ("CK", "K"), ("PH", "F"), ("GHT", "T"), ("DGE", "J"),
        ("TH", "T"), ("WH", "W"), ("QU", "KW"), ("CE", "SA"), ("CI", "SA"), ("CY", "SA"), ("X", "KS"),
        ("C", "K"), ("Q", "K"), ("Z", "S"), ("V", "F"), ("D", "T"), ("B", "P"),
    ];

    private static readonly (string Spelled, string Heard)[] beginnings = [("SEAN", "XN"), ("SIAN", "XN"), ("SIOBH", "XF"), ("MAC", "MK"), ("MCK", "MK"),
        ("KN", "N"), ("GN", "N"), ("PN", "N"), ("PS", "S"), ("WR", "R"), ("RH", "R"), ("GH", "K"), ("X", "S"), ("CHR", "KR"), ("CATH", "KAT")];

    private static readonly HashSet<string> titles = new(["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "prof"], StringComparer.Ordinal);

    /// <summary>
    /// The keys by which somebody with an account is found: that of the first and the last word of their name, that with an initial in place of either, and
    /// that of the last alone, unless that is an initial. None of a name without letters.
    /// </summary>
    public static IReadOnlyList<string> OfAccount(string name)
    {
        var words = Words(name);
        if (words.Count == 0) return [];
        var (first, last) = (words[0], words[^1]);
        List<string> keys = words.Count == 1 ? [] : [$"{first.Sound} {last.Sound}", $"{first.Initial} {last.Sound}"];
        if (last.Letters > 1) keys.Add(Surname + last.Sound);
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How many keys an account has at most.</summary>
    public const int MostOfAccount = 3;

    /// <summary>
    /// The keys that a name of a case sounds like: those of any two of its words, in either order, because words stand beside a name (<c>Neil Grant, her
    /// uncle</c>), and of two of them written as one; of one word alone, which is the surname where somebody is known by one, that of the surname.
    /// </summary>
    public static IReadOnlyList<string> OfPerson(string? name)
    {
        var words = Words(name ?? "").Take(MostWords).ToList();
        if (words.Count == 1) return [Surname + words[0].Sound];
        List<string> heard = [.. words.Select(word => word.Sound), .. words.Zip(words.Skip(1), (one, next) => Of(one.Form + next.Form))];
        var keys = heard.SelectMany(one => heard.Where(other => other != one).Select(other => $"{one} {other}"));
        var initials = words.SelectMany(one => words.Where(other => other != one).Select(other => $"{one.Sound} {other.Initial}"));
        return [.. keys.Concat(initials).Distinct(StringComparer.Ordinal)];
    }

    private static List<(string Form, string Sound, string Initial, int Letters)> Words(string name) => [.. ComparedText.Words(name).Select(word => word.Form)
        .Where(word => !titles.Contains(word)).Select(word => (word, word.Length == 1 ? $".{word}" : Of(word), $".{word[..1]}", word.Length))
        .Where(word => word.Item2.Length > 0)];

    /// <summary>How one word sounds.</summary>
    public static string Of(string word)
    {
        var letters = new string([.. ComparedText.Of(word).ToUpperInvariant().Where(char.IsLetter)]);
        var heard = new StringBuilder();
        var at = 0;
        if (Array.Find(beginnings, one => letters.StartsWith(one.Spelled, StringComparison.Ordinal)) is { Spelled: { } begins, Heard: { } first })
        {
            heard.Append(first);
            at = begins.Length;
        }

        while (at < letters.Length)
        {
            var (sound, length) = At(letters, at);
            heard.Append(sound);
            at += length;
        }

        return Compact(heard);
    }

    private static (string Sound, int Length) At(string letters, int at)
    {
        var rest = letters.AsSpan(at);
        foreach (var (spelled, sounds) in spellings)
            if (rest.StartsWith(spelled, StringComparison.Ordinal)) return (sounds, spelled.Length);
        if (IsVowel(rest[0])) return (rest[0] == 'Y' ? "I" : rest[..1].ToString(), 1);
        if (rest[0] == 'G' && rest.Length > 1)
        {
            if (rest[1] == 'H') return ("", 2);      // Vaughan, Leigh
            return rest[1] is 'E' or 'I' or 'Y' ? ("J", 1) : ("K", 1);
        }

        return rest[0] == 'G' ? ("K", 1) : rest[0] == 'H' ? ("", 1) : (rest[..1].ToString(), 1);
    }

    // A vowel counts at the beginning alone, and doubles are one.
    private static string Compact(StringBuilder heard)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < heard.Length; i++)
        {
            if (IsVowel(heard[i]) ? i > 0 : i > 0 && heard[i] == heard[i - 1]) continue;
            kept.Append(heard[i]);
        }

        return kept.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y' or 'W';
}
