using System.Globalization;
using System.Security.Cryptography;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>A form that records somebody or a group.</summary>
public abstract class PeopleForm(Desk desk) : FormPage(desk)
{
    /// <summary>Everybody of the case, and its groups, to choose from.</summary>
    public IEnumerable<(Guid Id, string Name)> Everybody => All(Case.File).Select((one, i) => (one.Id, $"{CaseWords.NameAndPart(one)} (number {i + 1})"));

    /// <summary>A new number: it follows from the act's, so that the same form sent twice is the same person.</summary>
    protected Guid Fresh => new(SHA256.HashData(Act.ToByteArray()).AsSpan(0, 16));

    /// <summary>The parts chosen among some.</summary>
    protected IReadOnlyList<Involvement> PartsOf(IEnumerable<Involvement> all) => [.. all.Where(part => Chosen("parts").Contains(part.ToString()))];

    /// <summary>Somebody chosen in a field; nobody where it is empty.</summary>
    protected Guid? Person(string field) => Guid.TryParseExact(this[field], "N", out var id) ? id : null;

    // Not a whole number is as wrong as one that is too great: both are said beside the field.
    /// <summary>A whole number in a field; one that cannot be where it is none.</summary>
    protected int? Number(string field, int wrong) => Text(field) is not { } typed ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : wrong;
}

/// <summary>Somebody comes into a case.</summary>
public sealed class AddModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>The parts that there are.</summary>
    public static IReadOnlyList<Involvement> Parts { get; } = Enum.GetValues<Involvement>();

    /// <summary>The groups out of which somebody can be named.</summary>
    public IEnumerable<(Guid Id, string Name)> Groups => Case.File.All<GroupAdded>().Select(group => (group.Content.Group, group.Content.Words));

    /// <inheritdoc/>
    protected override string Purpose => "record who is in it";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["kind", "name", "age", "parts", "group"];

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (this["kind"] is not ("child" or "adult")) yield return new("kind", "Select whether it is a child or an adult");
    }

    /// <inheritdoc/>
    protected override Content Said() => new Added((Stands as Added)?.Person
        ?? Fresh, this["kind"] != "adult", Text("name"), Number("age", int.MaxValue), PartsOf(Parts), Person("group"));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Added added ? null : new Dictionary<string, string?>
    {
        ["kind"] = added.IsChild ? "child" : "adult",
        ["name"] = added.Name,
        ["age"] = $"{added.Age}",
        ["parts"] = string.Join(' ', added.Parts),
        ["group"] = added.OfGroup?.ToString("N"),
    };
}

/// <summary>Several children who are not named come into a case.</summary>
public sealed class GroupModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>The parts that children have.</summary>
    public static IReadOnlyList<Involvement> Parts { get; } = [.. Enum.GetValues<Involvement>().Where(part => part <= Involvement.Network)];

    /// <inheritdoc/>
    protected override string Purpose => "record a group";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["words", "size", "youngest", "youngest-not-known", "parts"];

    /// <inheritdoc/>
    protected override Content Said() => new GroupAdded((Stands as GroupAdded)?.Group ?? Fresh, Text("words")
        ?? "", Number("size", -1), PartsOf(Parts), Number("youngest", -1), this["youngest-not-known"] == "yes");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not GroupAdded added ? null : new Dictionary<string, string?>
    {
        ["words"] = added.Words,
        ["size"] = $"{added.Size}",
        ["youngest"] = $"{added.YoungestAge}",
        ["youngest-not-known"] = added.IsAgeNotKnown ? "yes" : null,
        ["parts"] = string.Join(' ', added.Parts),
    };
}

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
        if (!Enum.TryParse<LinkKind>(this["link"], out _)) yield return new("link", "Select how they are linked");
        foreach (var (field, words) in new[] { ("from", "Select the first of the two"), ("to", "Select the second of the two") })
            if (Person(field) is null) yield return new(field, words);
    }

    /// <inheritdoc/>
    protected override Content Said() => new Linked(Person("from") ?? default, Enum.Parse<LinkKind>(this["link"]!), Person("to") ?? default);

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Linked linked ? null : new Dictionary<string, string?>
    {
        ["from"] = linked.From.ToString("N"),
        ["link"] = linked.Kind.ToString(),
        ["to"] = linked.To.ToString("N"),
    };
}

/// <summary>A name became known.</summary>
public sealed class NameModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>Those who can be named: groups have words of their own.</summary>
    public IEnumerable<(Guid Id, string Name)> Persons => Everybody.Where(one => Case.File.First<Added>(added => added.Content.Person == one.Id) is not null);

    /// <inheritdoc/>
    protected override string Purpose => "name somebody";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["person", "name"];

    /// <inheritdoc/>
    protected override Content Said() => new Named(Person("person") ?? default, Text("name") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Named named ? null
        : new Dictionary<string, string?> { ["person"] = named.Person.ToString("N"), ["name"] = named.Name };
}
