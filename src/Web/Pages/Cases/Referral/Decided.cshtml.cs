using Lapwing.Casework.Cases;
using Lapwing.GovUk;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>A referral was decided on, for each child.</summary>
public sealed class DecidedModel(Desk desk) : FormPage(desk)
{
    /// <summary>What can be decided, in words.</summary>
    public static IReadOnlyList<(Referral.Outcome Outcome, string Words)> Outcomes { get; } =
        [.. Enum.GetValues<Referral.Outcome>().Select(outcome => (outcome, Casework.Triage.DecisionWords.Capital(Referral.Words(outcome))))];

    /// <summary>The referrals that their service has.</summary>
    public IEnumerable<(EntryId Id, string Line)> Referrals => Stands is Referral.Decided decided
        ? Entries<Referral.Made>().Where(made => made.Id == decided.Of)
        : Theirs(received: true);

    /// <summary>The children of these referrals.</summary>
    public IReadOnlyList<(Guid Id, string Name)> OfReferral
    {
        get
        {
            var all = Referrals.SelectMany(made => Referral.ChildrenOf(Case.File, made.Id)).ToHashSet();
            return [.. Children.Where(child => all.Contains(child.Id))];
        }
    }

    /// <summary>Who can lead: of children's social care, where it is theirs.</summary>
    public IEnumerable<(Guid Account, Guid Team, string Name)> Leads => Signers.Leads(Desk.Accounts, Viewer);

    /// <inheritdoc/>
    protected override string Purpose => "decide on a referral";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["of", "children", "outcome", "to-whom", "why", "lead"];

    /// <inheritdoc/>
    protected override IEnumerable<FieldError> Missing()
    {
        if (Corrects is null && OfReferral.Count > 0 && Chosen("children").Count == 0) yield return new("children", "Select for which children it was decided");
    }

    /// <inheritdoc/>
    protected override bool CanBeLookedAt => true;

    /// <inheritdoc/>
    protected override Content Said() => Said((Stands as Referral.Decided)?.Child);

    /// <inheritdoc/>
    protected override IReadOnlyList<Content> AllSaid() => [.. Chosen("children")
        .Select(text => Guid.TryParseExact(text, "N", out var child) ? (Guid?)child : null).DefaultIfEmpty().Select(Said)];

    private Referral.Decided Said(Guid? child)
    {
        var (was, lead) = (Stands as Referral.Decided, Leads.Where(one => $"{one.Account:N}" == this["lead"]).Select(one => ((Guid Account, Guid Team)?)
            (one.Account, one.Team)).FirstOrDefault());
        return new(EntryIn("of"), child, was?.Outcome ?? Choice<Referral.Outcome>("outcome"), Text("why") ?? "", Text("to-whom"),
            was is not null ? was.LeadTeam : lead?.Team, was is not null ? was.Lead : lead?.Account);
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Referral.Decided decided
        ? null : new Dictionary<string, string?>
        {
            ["of"] = decided.Of.ToString(),
            ["children"] = decided.Child?.ToString("N"),
            ["outcome"] = decided.Outcome?.ToString(),
            ["to-whom"] = decided.ToWhom,
            ["why"] = decided.Why,
            ["lead"] = decided.Lead?.ToString("N"),
        };
}
