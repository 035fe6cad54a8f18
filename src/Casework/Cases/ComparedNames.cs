using System.Globalization;

namespace Lapwing.Casework.Cases;

/// <summary>
/// Names of people, looked for in texts however they are written there (<see cref="ComparedText"/>): the whole name in its order or with the surname
/// first (<c>Li, Jo</c>), with spaces, hyphens, apostrophes or nothing between its parts, and each of its words of three letters or more alone. A part
/// that is an ordinary word as well (Will, Rose, Green) counts alone only with a capital, or as it was recorded: "she will call" names nobody.
/// </summary>
public sealed class ComparedNames
{
    private const int ShortestWord = 3;
    private const int ShortestJoined = 5;
    private readonly Dictionary<string, List<Looked>> byFirst = new(StringComparer.Ordinal);

    // What is looked for: forms one after the other, and the spellings that count where a capital is needed (null where any counts).
    private sealed record Looked(string[] Forms, HashSet<string>? OnlyAs);

    /// <summary>Looks for these names; what is empty of them is left out.</summary>
    public ComparedNames(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names.Where(name => !ComparedText.IsEmpty(name))) Add(name);
        foreach (var looked in byFirst.Values) looked.Sort((a, b) => b.Forms.Length.CompareTo(a.Forms.Length));
    }

    /// <summary>Whether two names are the same in the form for comparison, whichever has the surname first (<c>Li, Jo</c> is <c>Jo Li</c>).</summary>
    public static bool IsSame(string? one, string? other) => InOrder(one ?? "").SequenceEqual(InOrder(other ?? ""));

    /// <summary>Where a text names somebody: the words of each place, from its first to its last, in order; no two places overlap.</summary>
    public IEnumerable<IReadOnlyList<ComparedWord>> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (byFirst.Count == 0) yield break;
        var words = ComparedText.Words(text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (!byFirst.TryGetValue(words[i].Form, out var all) || all.Find(looked => IsAt(text, words, i, looked)) is not { } found) continue;
            yield return words.GetRange(i, found.Forms.Length);
            i += found.Forms.Length - 1;
        }
    }

    private static bool IsAt(string text, List<ComparedWord> words, int at, Looked looked)
    {
        if (at + looked.Forms.Length > words.Count) return false;
        for (var i = 0; i < looked.Forms.Length; i++)
        {
            if (words[at + i].Form != looked.Forms[i]) return false;
            if (i > 0 && !text.AsSpan(words[at + i - 1].End, words[at + i].Start - words[at + i - 1].End).IsBetweenWordsOfAName()) return false;
        }

        if (looked.OnlyAs is not { } only) return true;
        var typed = text[words[at].Start..words[at].End];
        return char.IsUpper(typed[0]) || only.Contains(typed);
    }

    private void Add(string name)
    {
        var words = ComparedText.Words(name).ToList();
        var forms = words.Select(word => word.Form).ToArray();
        if (forms.Length == 1) AddWord(name, words[0]);
        else
        {
            for (var first = 0; first < forms.Length; first++) Add([.. forms[first..], .. forms[..first]]);
            if (forms.Sum(form => form.Length) >= ShortestJoined) Add([string.Concat(forms)]);
            foreach (var word in words.Where(word => word.Form.Count(char.IsLetter) >= ShortestWord && !OrdinaryWords.IsNoName(word.Form))) AddWord(name, word);
        }

        foreach (var part in name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) AddParts(part);
    }

    // "Otter-Dean" is also "Otter Dean" and "OtterDean", "O'Brien" also "O Brien".
    private void AddParts(string part)
    {
        var together = ComparedText.Words(part).Select(word => word.Form).ToArray();
        if (together.Length > 1) Add(together);
        if (together.Length > 1 && together.Sum(form => form.Length) >= ShortestJoined) Add([string.Concat(together)]);
        var apart = ComparedText.Of(part).Split('\'').SelectMany(ComparedText.Words).Select(word => word.Form).ToArray();
        if (apart.Length > together.Length) Add(apart);
    }

    private void AddWord(string name, ComparedWord word)
    {
        var isAlsoAWord = word.Form.Length < ShortestWord || OrdinaryWords.Has(word.Form);
        Add([word.Form], isAlsoAWord ? name[word.Start..word.End] : null);
    }

    private void Add(string[] forms, string? onlyAs = null)
    {
        if (!byFirst.TryGetValue(forms[0], out var all)) byFirst[forms[0]] = all = [];
        if (all.Find(looked => looked.Forms.SequenceEqual(forms)) is not { } same)
            all.Add(new(forms, onlyAs is null ? null : new(StringComparer.Ordinal) { onlyAs }));
        else if (onlyAs is not null) same.OnlyAs?.Add(onlyAs);
    }

    private static IEnumerable<string> InOrder(string name)
    {
        var comma = name.IndexOfAny([',', '،', '，']);
        var whole = comma < 0 ? name : $"{name[(comma + 1)..]} {name[..comma]}";
        return ComparedText.Words(whole).Select(word => word.Form);
    }
}

file static class Between
{
    // Spaces, hyphens, apostrophes, full stops, commas and underscores; nothing at all in writing without spaces.
    public static bool IsBetweenWordsOfAName(this ReadOnlySpan<char> between)
    {
        foreach (var sign in between)
        {
            if (char.IsWhiteSpace(sign) || sign is '.' or ',' or '_' or '\'' or '’' or '‘' or 'ʼ' or '`' or '·' or '،' or '，') continue;
            if (char.GetUnicodeCategory(sign) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control
                or UnicodeCategory.MathSymbol)) return false;
        }

        return true;
    }
}
