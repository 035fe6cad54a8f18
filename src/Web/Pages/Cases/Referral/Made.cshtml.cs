using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>A referral was made.</summary>
public sealed class MadeModel(Desk desk) : FormPage(desk)
{
    /// <summary>Who can be called.</summary>
    public static IReadOnlyList<(string Name, string Words)> Recipients { get; } =
        [.. new[] { Casework.Triage.Recipient.ChildrensSocialCare, Casework.Triage.Recipient.Police, Casework.Triage.Recipient.Health,
            Casework.Triage.Recipient.Lado, Casework.Triage.Recipient.Prevent }.Select(to => (to.Name, DecisionWords.Capital(to.Words)))];

    /// <summary>Who was called, where the page before says so: by a number, for an address says nothing of what a case is about.</summary>
    public string? Called => int.TryParse(Request.Query["n"], out var place) && place > 0 && place <= Recipients.Count ? Recipients[place - 1].Name : null;

    /// <summary>The address of the form for a call to somebody.</summary>
    public static string Address(CaseId id, Recipient to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return $"/work/{id}/form/{DutyForms.ReferralMade}?n={1 + Recipients.TakeWhile(recipient => recipient.Name != to.Name).Count()}";
    }

    /// <inheritdoc/>
    protected override string Purpose => "record that a referral was made";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["to", "by", "spoke-to", "reference"];

    // Until teams have accounts of their own, the demonstration's duty team has what goes to social care, and so on.
    private Guid? TeamOf(string to) => Desk.Accounts.All.FirstOrDefault(person => person.Author.Agency == AgencyOf(to))?.Author.Team;

    /// <inheritdoc/>
    protected override Content Said()
    {
        var to = (Stands as Made)?.To ?? this["to"] ?? "";      // to whom it was made is not corrected
        return new Made(to, Recipient(to) is null ? null : Stands is Made was ? was.ToTeam : TeamOf(to), Choice<Means>("by"),
            Text("spoke-to"), Text("reference"), EntriesIn("causes"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Made made ? null : new Dictionary<string, string?>
    {
        ["to"] = made.To,
        ["by"] = made.By?.ToString(),
        ["spoke-to"] = made.SpokeTo,
        ["reference"] = made.Reference,
        ["causes"] = Ids(made.Causes),
    };
}
