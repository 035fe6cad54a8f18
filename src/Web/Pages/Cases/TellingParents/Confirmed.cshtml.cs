using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Web.Cases;

/// <summary>Police or social care say whether they agreed what somebody else recorded.</summary>
public sealed class ConfirmedModel(Desk desk) : FormPage(desk)
{
    /// <summary>What was recorded as agreed and not answered; in a correction, what was answered.</summary>
    public IEnumerable<(EntryId Id, string Line)> Agreements => Stands is Confirmed confirmed ? [(confirmed.Of, Line(confirmed.Of))]
        : AgreedTelling.Unconfirmed(Case.File).Select(agreed => (agreed.Id, Line(agreed.Id)));

    /// <inheritdoc/>
    protected override string Purpose => "say whether it was agreed";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "agrees", "what"];

    /// <inheritdoc/>
    protected override Content Said() => new Confirmed(EntryIn("of"), this["agrees"] switch { "yes" => true, "no" => false, _ => null }, Text("what") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Confirmed confirmed ? null
        : new Dictionary<string, string?>
        {
            ["of"] = confirmed.Of.ToString(),
            ["agrees"] = confirmed.Agrees switch { true => "yes", false => "no", _ => null },
            ["what"] = confirmed.What,
        };

    private string Line(EntryId agreed) => LineOf(Case.File.At(agreed)!);
}
