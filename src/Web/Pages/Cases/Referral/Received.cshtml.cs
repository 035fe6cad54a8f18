using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>A referral was received.</summary>
public sealed class ReceivedModel(Desk desk) : FormPage(desk)
{
    /// <summary>The referrals that were made to their service; in a correction, the one that it was about.</summary>
    public IEnumerable<(EntryId Id, string Line)> Referrals => Stands is Received received
        ? Entries<Made>().Where(made => made.Id == received.Of) : Theirs(received: false);

    /// <inheritdoc/>
    protected override string Purpose => "record that a referral was received";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "reference"];

    /// <inheritdoc/>
    protected override Content Said() => new Received(EntryIn("of"), Text("reference"));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Received received ? null
        : new Dictionary<string, string?>
        {
            ["of"] = received.Of.ToString(),
            ["reference"] = received.Reference,
        };
}
