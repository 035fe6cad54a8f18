using System.Globalization;
using Lapwing.Casework.Triage;

namespace Lapwing.Pages.Tests;

/// <summary>What a person says on the pages of the intake, whichever of them come.</summary>
/// <param name="Forms">Names of the forms of harm.</param>
internal sealed record Said(params IReadOnlyList<string> Forms)
{
    /// <summary>An answer to each question of every page: with these forms and nothing known, all nine pages that ask come.</summary>
    public static readonly Said NothingKnown = new("youth-produced-imagery", "viewed-abusive-images", "online-bullying", "extremism",
        "harmful-websites")
    { Otherwise = "not-known" };

    /// <summary>The answers by the names of the questions.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The answer to all other questions.</summary>
    public string Otherwise { get; init; } = "no";

    /// <summary>today, yesterday or earlier.</summary>
    public string Aware { get; init; } = "today";

    /// <summary>The day of awareness where it is earlier, and that of an arrest.</summary>
    public DateOnly Day { get; init; } = new(2026, 3, 20);

    /// <summary>The children: a part and an age each. An empty age is not known.</summary>
    public IReadOnlyList<(string Part, string Age)> Children { get; init; } = [("shown", "15")];

    /// <summary>With these questions answered so.</summary>
    public Said With(string answer, params IEnumerable<string> questions) =>
        this with
        {
            Answers = questions.Select(q => KeyValuePair.Create(q, answer)).Concat(Answers)
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)
        };

    /// <summary>The answer to a question of a page.</summary>
    public string To(string question)
    {
        if (question == "aware") return Aware;
        if (!Questions.All.Any(q => q.Name == question)) throw new ArgumentException($"there is no question {question}", nameof(question));
        return Answers.GetValueOrDefault(question, Otherwise);
    }

    /// <summary>What is entered in the fields of a page: those that have a value, in their order.</summary>
    public IEnumerable<(string Name, string Value)> Entries(IEnumerable<string> fields) =>
        from field in fields
        from value in Values(field)
        select (field, value);

    /// <summary>Whether a field is typed into.</summary>
    public static bool IsTyped(string field) => field.Split('-')[^1] is "day" or "month" or "year" or "age" or "time";

    private IEnumerable<string> Values(string field) => field.Split('-') switch
    {
        ["forms"] => Forms,
        ["aware", "time"] => [],
        ["child", var i, "part"] => Child(i) is { } child ? [child.Part] : [],
        ["child", var i, "age"] => Child(i) is { } child ? [child.Age] : [],
        ["aware", var part] => Aware == "earlier" ? [Part(part)] : [],
        ["arrested", var part] => To("arrested") == "yes" ? [Part(part)] : [],
        _ => [To(field)],
    };

    private (string Part, string Age)? Child(string number) => int.Parse(number, CultureInfo.InvariantCulture) is var i && i <= Children.Count
        ? Children[i - 1] : null;

    private string Part(string part) => (part switch { "day" => Day.Day, "month" => Day.Month, _ => Day.Year }).ToString(CultureInfo.InvariantCulture);
}
