using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>A referral was made.</summary>
public sealed class MadeModel(Desk desk) : FormPage(desk)
{
    /// <summary>Who can be called.</summary>
    public static IReadOnlyList<(string Name, string Words)> Recipients { get; } =
        [.. new[] { Casework.Triage.Recipient.ChildrensSocialCare, Casework.Triage.Recipient.Police, Casework.Triage.Recipient.Health, Casework.Triage.Recipient.Lado, Casework.Triage.Recipient.Prevent }.Select(to => (to.Name, DecisionWords.Capital(to.Words)))];

    /// <inheritdoc/>
    protected override string Purpose => "record that a referral was made";

    // Until teams have accounts of their own, the demonstration's duty team has what goes to social care, and so on.
    private Guid? TeamOf(string to) => Desk.Accounts.All.FirstOrDefault(person => person.Author.Agency == AgencyOf(to))?.Author.Team;

    /// <inheritdoc/>
    protected override Content Said()
    {
        var to = this["to"] ?? "";
        return new Made(to, Recipient(to) is null ? null : TeamOf(to), Enum.TryParse<Means>(this["by"], out var by) ? by : null, Text("spoke-to"), Text("reference"), EntriesIn("causes"));
    }
}

/// <summary>A referral was received.</summary>
public sealed class ReceivedModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record that a referral was received";

    /// <inheritdoc/>
    protected override Content Said() => new Received(EntryIn("of"), Text("reference"));
}

/// <summary>A referral was decided on.</summary>
public sealed class DecidedModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "decide on a referral";

    /// <inheritdoc/>
    protected override Content Said() => new Casework.Procedures.Referral.Decided(EntryIn("of"), Enum.TryParse<Casework.Procedures.Referral.Outcome>(this["outcome"], out var outcome) ? outcome : null, Text("why") ?? "");
}

/// <summary>The referrer was told.</summary>
public sealed class FedBackModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record that the referrer was told";

    /// <inheritdoc/>
    protected override Content Said() => new FedBack(EntryIn("of"), Text("words") ?? "");
}

/// <summary>The receiver was asked what became of a referral.</summary>
public sealed class ChasedModel(Desk desk) : FormPage(desk)
{
    /// <inheritdoc/>
    protected override string Purpose => "record that a referral was chased";

    /// <inheritdoc/>
    protected override Content Said() => new Chased(EntryIn("of"), Text("words") ?? "");
}
