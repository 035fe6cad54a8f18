using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>The receiver was asked what became of a referral.</summary>
public sealed class ChasedModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record that a referral was chased";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "words"];

    /// <inheritdoc/>
    protected override Content Said() => new Chased(EntryIn("of"), Text("words") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Chased chased ? null : new Dictionary<string, string?>
    {
        ["of"] = chased.Of.ToString(),
        ["words"] = chased.Words,
    };
}
