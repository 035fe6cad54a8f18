using Lapwing.Casework.Cases;

namespace Lapwing.Web.Cases;

/// <summary>A referral was decided on.</summary>
public sealed class DecidedModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "decide on a referral";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "outcome", "why"];

    /// <inheritdoc/>
    protected override Content Said() => new Casework.Procedures.Referral.Decided(EntryIn("of"),
        Choice<Casework.Procedures.Referral.Outcome>("outcome"), Text("why") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Casework.Procedures.Referral.Decided decided
        ? null : new Dictionary<string, string?>
        {
            ["of"] = decided.Of.ToString(),
            ["outcome"] = decided.Outcome?.ToString(),
            ["why"] = decided.Why,
        };
}
