using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>Somebody comes into a case.</summary>
public sealed class AddModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>The parts that there are.</summary>
    public static IReadOnlyList<Involvement> Parts { get; } = Involvements.All;

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
    protected override Content Said() => new Added((Stands as Added)?.Person ?? Fresh, this["kind"] != "adult", Text("name"),
        Number("age", int.MaxValue), PartsOf(Parts), Person("group"));

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
