using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>Police or social care agreed what is said.</summary>
public sealed class AgreedModel(Desk desk) : AdultForm(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record what was agreed to be said";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["what", "person", "to-whom", "with"];

    /// <inheritdoc/>
    protected override Content Said() => new Agreed(Text("what") ?? "", (Adult is { } one ? People.NameOf(Case.File, one) : Text("to-whom")) ?? "",
        Text("with") ?? "", EntriesIn("causes"), Adult);

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (Adults.Any() && Text("person") is null && Text("to-whom") is null) yield return new("person", "Select to whom it may be said");
    }

    /// <inheritdoc/>
    protected override bool CanBeLookedAt => true;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Agreed agreed ? null : new Dictionary<string, string?>
    {
        ["what"] = agreed.What,
        ["person"] = agreed.Person?.ToString("N") ?? "other",
        ["to-whom"] = agreed.Person is null ? agreed.ToWhom : null,
        ["with"] = agreed.With,
        ["causes"] = Ids(agreed.Causes),
    };
}
