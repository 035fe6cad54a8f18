using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>Two people of a case are linked.</summary>
public sealed class LinkModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>The kinds of link, in words.</summary>
    public static IReadOnlyList<(LinkKind Kind, string Words)> Kinds { get; } =
        [.. Enum.GetValues<LinkKind>().Select(kind => (kind, kind == LinkKind.Knows ? "knows, in private life," : Words(kind)))];

    /// <inheritdoc/>
    protected override string Purpose => "link two people";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["from", "link", "to"];

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (Choice<LinkKind>("link") is null) yield return new("link", "Select how they are linked");
        foreach (var (field, words) in new[] { ("from", "Select the first of the two"), ("to", "Select the second of the two") })
            if (Person(field) is null) yield return new(field, words);
    }

    /// <inheritdoc/>
    protected override Content Said() => new Linked(Person("from") ?? default, Choice<LinkKind>("link") ?? default, Person("to") ?? default);

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Linked linked ? null : new Dictionary<string, string?>
    {
        ["from"] = linked.From.ToString("N"),
        ["link"] = linked.Kind.ToString(),
        ["to"] = linked.To.ToString("N"),
    };
}
