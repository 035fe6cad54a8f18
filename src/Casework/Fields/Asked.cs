using Lapwing.Casework.Cases;
using Lapwing.Casework.Guidance;

namespace Lapwing.Casework.Fields;

/// <summary>How a question is put, on a page and on paper.</summary>
public enum AskedAs
{
    /// <summary>One answer out of several, all of them in sight.</summary>
    OneOf,

    /// <summary>The same in a list that opens: where it stands under an answer.</summary>
    Select,

    /// <summary>Any of several answers.</summary>
    AnyOf,

    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Words,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day, in three fields: the key with -day, -month and -year.</summary>
    Day,

    /// <summary>What it is about, where there is only one thing that it could be: it is said and not asked.</summary>
    Given,

    /// <summary>Something that is said to whoever fills it in, and no question.</summary>
    Note,
}

/// <summary>An answer that is offered.</summary>
/// <param name="Value">As a field holds it.</param>
/// <param name="Words">As it is read.</param>
/// <param name="Hint">What is said beside it.</param>
public sealed record Offered(string Value, string Words, string? Hint = null);

/// <summary>A question of a form, as it stands in one run of the form: what is offered, what was answered.</summary>
/// <param name="key">The name of its field. It stays: what is kept as a draft is found by it.</param>
/// <param name="asked">How it is put.</param>
/// <param name="words">The question, or the note.</param>
public sealed class Asked(string key, AskedAs asked, string words)
{
    /// <summary>How many people are in sight at once: of more, those are whose words match what is typed.</summary>
    public const int MostInSight = 12;

    private IEnumerable<Offered> offered = [];

    /// <summary>The name of its field.</summary>
    public string Key => key;

    /// <summary>How it is put.</summary>
    public AskedAs As { get; internal set; } = asked;

    /// <summary>The question, or the note.</summary>
    public string Words => words;

    /// <summary>Help beside the question.</summary>
    public string? Hint { get; init; }

    /// <summary>How many characters a line has room for: 2, 4, 10 or 20; none where it takes the width of the page.</summary>
    public int? Width { get; init; }

    /// <summary>How many lines of text are in sight.</summary>
    public int Rows { get; init; } = 5;

    /// <summary>Whether the answers stand beside each other.</summary>
    public bool IsInline { get; init; }

    /// <summary>Whether the answer is of those who have the whole case alone: whoever reads a part of it is not told.</summary>
    public bool IsOfTheWhole { get; init; }

    /// <summary>Whether its answers are of a case, or of who there is: on paper there is room to write one.</summary>
    public bool IsOfCase { get; init; }

    /// <summary>Whether its answers are people or teams: where there are many they are searched.</summary>
    public bool IsOfPeople { get; init; }

    /// <summary>Whether there are so many that they are searched.</summary>
    public bool IsSearched => IsOfPeople && As == AskedAs.OneOf && Offered.Count > MostInSight;

    /// <summary>The field in which is typed what is searched.</summary>
    public string SearchField => $"find-{Key}";

    /// <summary>The number of another form to which a note leads, and the words of the link.</summary>
    public (int Form, string Words)? Leads { get; init; }

    /// <summary>The answer, of another question, under which it stands; none where it stands by itself.</summary>
    public (string Key, string Value)? Under { get; internal set; }

    /// <summary>What is offered, in order. Worked out when it is first asked for.</summary>
    public IReadOnlyList<Offered> Offered => field ??= [.. offered];

    /// <summary>What stands in its field or fields.</summary>
    public IReadOnlyList<string> Values { get; internal set; } = [];

    /// <summary>The answer in words, one for each; none where nothing is answered.</summary>
    public IReadOnlyList<string> Answers { get; internal set; } = [];

    /// <summary>What is wrong with the answer, or missing; none where nothing is.</summary>
    public string? Wrong { get; internal set; }

    /// <summary>Ids of the statements from which it is asked.</summary>
    public IReadOnlyList<string> Cites { get; init => field = value.Count == 0 ? value : Cited.Known(value, $"the field {key}"); } = [];

    /// <summary>The names of its fields on a page.</summary>
    public IReadOnlyList<string> Fields => As == AskedAs.Day ? [$"{key}-day", $"{key}-month", $"{key}-year"] : [key];

    /// <summary>What stands in its only field.</summary>
    public string? Value => Values.Count > 0 ? Values[0] : null;

    /// <summary>Begins with an answer, by its place among those that are offered, from 1; with none where there is no such place.</summary>
    public void BeginWith(int place)
    {
        if (place > 0 && place <= Offered.Count) Values = [Offered[place - 1].Value];
    }

    /// <summary>
    /// The answers in sight where they are searched: what is chosen, what is nobody's name, and the first whose words begin with all that is typed; and how
    /// many match.
    /// </summary>
    /// <param name="sought">What is typed; nothing matches nothing.</param>
    public (IReadOnlyList<Offered> InSight, int Matching) Found(string? sought)
    {
        var typed = Forms(sought ?? "");
        List<Offered> matching = typed.Count == 0 ? [] : [.. Offered.Where(IsName).Where(one => Forms(one.Words) is var said
            && typed.TrueForAll(word => said.Exists(other => other.StartsWith(word, StringComparison.Ordinal))))];
        var first = matching.Take(MostInSight).ToHashSet();
        return ([.. Offered.Where(one => first.Contains(one) || one.Value == Value || !IsName(one))], matching.Count);
    }

    private static List<string> Forms(string text) => [.. ComparedText.Words(text).Select(word => word.Form)];

    private static bool IsName(Offered one) => Guid.TryParseExact(one.Value, "N", out _);

    internal void Offer(IEnumerable<Offered> answers) => offered = answers;
}
