using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>The referrer was told.</summary>
public sealed class FedBackModel(Desk desk) : FormPage(desk)
{
    /// <summary>The referrals that their service has; in a correction, the one that it was about.</summary>
    public IEnumerable<(EntryId Id, string Line)> Referrals => Stands is FedBack told
        ? Entries<Made>().Where(made => made.Id == told.Of) : Theirs(received: true);

    /// <inheritdoc/>
    protected override string Purpose => "record that the referrer was told";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "words"];

    /// <inheritdoc/>
    protected override Content Said() => new FedBack(EntryIn("of"), Text("words") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not FedBack told ? null : new Dictionary<string, string?>
    {
        ["of"] = told.Of.ToString(),
        ["words"] = told.Words,
    };
}
