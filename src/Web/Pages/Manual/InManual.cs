using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Help;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Pages.Manual;

/// <summary>Something that cites a statement, as a page of the manual shows it.</summary>
/// <param name="What">What it is, as the start of a line: "Question".</param>
/// <param name="Words">What it says.</param>
/// <param name="Href">Where it stands.</param>
public sealed record CitedBy(string What, string Words, string Href);

/// <summary>A part of a row's condition: a fact in words, the name of a derived fact with its anchor, or what joins them.</summary>
public readonly record struct WhenPart(string Words, string? Anchor, bool IsFact);

/// <summary>Where things stand in the manual, and what they are called there.</summary>
public static partial class InManual
{
    private static readonly ConditionalWeakTable<Edition, ILookup<string, CitedBy>> citedBy = [];
    private static readonly Dictionary<string, string> clauses = Vocabulary.Facts.ToDictionary(fact => fact.Name, fact => fact.Sentence);

    /// <summary>The chapter's sections as they stand in addresses, with their headings. The front matter has no number.</summary>
    public static readonly IReadOnlyList<(string Section, string Address, string Title)> Sections =
    [
        ("", "front", "Front matter"), ("1", "1", "Introduction"), ("2", "2", "Online sexual abuse and youth-produced imagery"),
        ("2.1", "2.1", "Young people who post images of themselves"), ("2.2", "2.2", "Adults involved in online sexual abuse"),
        ("2.3", "2.3", "Social care risk assessment of individuals viewing abusive images"), ("3", "3", "Online bullying"),
        ("4", "4", "Online extremism and radicalisation"), ("5", "5", "Obsessive use of websites with harmful messages"),
    ];

    /// <summary>The forces of statements, with what they ask of a reader.</summary>
    public static readonly IReadOnlyList<(string Force, string Means)> Forces =
    [
        ("must", "Always, or required, or illegal not to."), ("should", "Expected practice. If you do otherwise, record the reason."),
        ("consider", "A question that has to be answered on the record."), ("may", "Allowed, where it helps."), ("inform", "To know, where it is needed."),
    ];

    /// <summary>What a section is called: "Section 2.1: Young people…".</summary>
    public static string Heading(string section)
    {
        var (_, _, title) = Sections.First(s => s.Section == section);
        return section.Length == 0 ? title : $"Section {section}: {title}";
    }

    /// <summary>What a force asks of a reader; "may / should" asks both.</summary>
    public static string Means(string force) => string.Join(' ', force.Split(" / ").Select(one => Forces.First(f => f.Force == one).Means));

    /// <summary>The page on which a statement stands among its neighbours.</summary>
    public static string Among(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.IsOfTheChapter ? $"/manual/section/{Sections.First(s => s.Section == statement.Section).Address}#{statement.Id}"
            : $"/manual/supplement#{statement.Id}";
    }

    /// <summary>The anchor of a row of the decision tables, or of a derived fact: <c>rule-under-13</c>.</summary>
    public static string Anchor(string what, string name)
    {
        var anchor = new StringBuilder();
        foreach (var c in $"{what} {name}")
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.') anchor.Append(char.ToLowerInvariant(c));
            else if (anchor[^1] != '-') anchor.Append('-');
        }

        return anchor.ToString().TrimEnd('-');
    }

    /// <summary>What cites each statement of an edition, in words, with where it stands.</summary>
    public static ILookup<string, CitedBy> CitedBy(Edition edition) => citedBy.GetValue(edition, static e =>
        e.Citations().SelectMany(of => of, (of, by) => (of.Key, By: Of(by, e))).Distinct().ToLookup(of => of.Key, of => of.By));

    private static CitedBy Of(Citation citation, Edition edition)
    {
        var (what, name, beside) = citation;
        var row = $"/manual/tables#{Anchor(what, name)}";
        return what switch
        {
            "form of harm" => new("Form of harm", Forms.All.First(f => f.Name == name).Words, $"/manual/forms#{name}"),
            "question" => new("Question", Vocabulary.AllQuestions.First(q => q.Name == name).Ask, $"/manual/questions#{name}"),
            "rule" => new("Rule", $"{name}: refer to {edition.Referrals.First(r => r.Name == name).To.Short}", row),
            "duty" => new("Duty", edition.Duties.First(d => d.Name == name).Duty.Words, row),
            "hand-over" => new("Hand-over", edition.HandOvers.First(h => h.Name == name).To.Words, row),
            "legal note" => new("Note on the law", $"{name}, on the decision", $"/manual/law#{name}"),
            "guidance" => new("Guidance", PlaceWords(beside!, edition), Place(beside!)),
            "entry" => new("Recorded in a case", name.Replace('-', ' '), FormAt(Recorded(name)?.Number)),
            "field" => new("Asked in a form", $"“{FieldOf(beside!, name)}”", $"/manual/case-forms/{beside![5..]}"),
            "duty of a case" => new("Duty of a case", Duties.First(duty => duty.Name == name).Words, FormAt(Duties.First(duty => duty.Name == name).Form)),
            "related procedure" => new("Related procedure", RelatedProcedure.All.First(p => p.Name == name).Words, $"/manual/procedures#{name}"),
            _ => new("Directory", HelpDirectory.Standard.Find(name)!.Title, $"/directory#{name}"),
        };
    }

    private static IEnumerable<DutyKind> Duties => Catalogue.All.SelectMany(procedure => procedure.Duties);

    private static CaseForm? Recorded(string name) => Catalogue.Records.LastOrDefault(kind => kind.Name.Split('/')[0] == name)?.Form;

    private static string FormAt(int? number) => number is { } form ? $"/manual/case-forms/{form}" : "/manual/case-forms";

    private static string FieldOf(string form, string key) => Catalogue.FormCalled(int.Parse(form[5..], CultureInfo.InvariantCulture))!.Blank().Asked
        .First(asked => asked.Key == key).Words;

    /// <summary>Where the notes of a place stand.</summary>
    public static string Place(string beside) =>
        Forms.All.Any(form => form.Name == beside) ? $"/manual/forms#{beside}" : $"/manual/questions#{Anchor(beside, "")}";

    /// <summary>A condition's text cut into parts: `fact`, *derived fact*, and the rest.</summary>
    public static IEnumerable<WhenPart> When(string text) => Parts().Matches(text).Select(part => part.Value switch
    {
        ['`', .. var fact, '`'] => new WhenPart(clauses.GetValueOrDefault(fact, fact), null, IsFact: true),
        ['*', .. var name, '*'] => new WhenPart(name, Anchor("name", name), IsFact: false),
        var rest => new WhenPart(rest, null, IsFact: false),
    });

    private static string PlaceWords(string beside, Edition edition) =>
        beside == "decision" ? "on the decision"
        : beside.StartsWith("page ", StringComparison.Ordinal) ? $"on {beside} of the questions"
        : beside.StartsWith("duty ", StringComparison.Ordinal) ? $"beside the duty “{edition.Duties.First(d => d.Name == beside[5..]).Duty.Words}”"
        : Forms.All.FirstOrDefault(form => form.Name == beside) is { } form ? $"beside “{form.Words}”"
        : $"beside “{Vocabulary.AllQuestions.First(q => q.Name == beside).Ask}”";

    [GeneratedRegex("`[^`]+`|\\*[^*]+\\*|[^`*]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
