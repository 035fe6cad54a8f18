using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>Several children who are not named come into a case.</summary>
public sealed class GroupModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>The parts that children have.</summary>
    public static IReadOnlyList<Involvement> Parts { get; } = [.. Involvements.OfChildren];

    /// <inheritdoc/>
    protected override string Purpose => "record a group";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["words", "size", "youngest", "youngest-not-known", "parts"];

    /// <inheritdoc/>
    protected override Content Said() => new GroupAdded((Stands as GroupAdded)?.Group ?? Fresh, Text("words") ?? "", Number("size", -1),
        PartsOf(Parts), Number("youngest", -1), this["youngest-not-known"] == "yes");

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
