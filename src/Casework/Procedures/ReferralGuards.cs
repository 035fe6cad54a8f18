using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Procedures;

/// <summary>What stands against recording something about a referral, all of it at once, each beside its field (N8, N9).</summary>
internal static class ReferralGuards
{
    /// <summary>What stands against recording that a referral was made.</summary>
    public static IEnumerable<Refusal> GuardMade(CaseView view, Act act, Made made)
    {
        if (Recipient(made.To) is null) yield return new("to", "Select who was called");
        foreach (var refusal in GuardCauses(view, made.Causes)) yield return refusal;
    }

    /// <summary>What is said of one that is written and that nobody has taken yet, while the call is due.</summary>
    public static IEnumerable<Remark> RemarkMade(CaseView view, Entry entry, Made made)
    {
        if (made.By != Means.Writing || !ComparedText.IsEmpty(made.SpokeTo)) yield break;
        if (view.Of(view.File.With(entry)).Duties.Any(duty => !duty.IsSettled && Called(duty.Kind) is { } to && Meets(made.To, to)))
            yield return new("It is written, and nobody is known to have taken it: calling them stays due until somebody there has", "N8");
    }

    /// <summary>What stands against recording that a service knew already.</summary>
    public static IEnumerable<Refusal> GuardKnew(CaseView view, Act act, KnewAlready knew)
    {
        if (Recipient(knew.To) is null) yield return new("to", "Select which service knows already");
        else if (AgencyOf(knew.To) != act.By.Agency)
            yield return new("to", "Only somebody of that service can say that it knows already; otherwise call and record the call");
        if (IsOnlyLetIn(view, act)) yield return new("", "You see this for another reason alone: say it where it was referred to your team");
        foreach (var refusal in GuardCauses(view, knew.Causes)) yield return refusal;
    }

    /// <summary>
    /// What stands against recording that a referral was received. In one act with the referral, it is what somebody without an account referred: of
    /// whoever takes calls alone, and with who told of it.
    /// </summary>
    public static IEnumerable<Refusal> GuardReceived(CaseView view, Act act, Received received)
    {
        if (view.File.At(received.Of)?.Content is not Made made) yield return new("of", "Select the referral that was received");
        else if (!IsOf(view, made, act)) yield return new("of", "The service that it was made to records that it was received");
        else if (view.File.At(received.Of)!.Act.Id != act.Id) yield break;
        else if (!TakesCalls(act.By))
            yield return new("of", "Those of social care and the police who take calls record at once what was referred to them, and that they have it", "N8");
        else if (!ReportsOf(view.File, made).Any(report => ConcernOrigin.Of(view.File, report) is not null))
            yield return new("who", ConcernOrigin.Missing, "S2.3.1");
    }

    /// <summary>What stands against recording what was decided.</summary>
    public static IEnumerable<Refusal> GuardDecided(CaseView view, Act act, Referral.Decided decided)
    {
        if (view.File.First<Received>(received => received.Content.Of == decided.Of) is null)
            yield return new("of", "Record first that the referral was received", "N8");
        else if (!HasReceived(view, decided.Of, act.By)) yield return new("of", "The service that has received it decides", "N8");
        if (decided.Child is { } child && !ChildrenOf(view.File, decided.Of).Contains(child))
            yield return new("children", "Select children of what was referred");
        if (decided.Lead is not null && !decided.IsTakenOn)
            yield return new("lead", "Nobody leads what is not taken on: select nobody yet, or another answer to what was decided");
    }

    /// <summary>
    /// Whether a referral was made to somebody: to their team, to their service where they have the whole, or where no team was named or it could be either
    /// of two services.
    /// </summary>
    public static bool IsOf(CaseView view, Made made, Author by)
    {
        var isOther = made.To == Triage.Recipient.PoliceOrSocialCare.Name && by.Agency == Agency.Police;
        return (AgencyOf(made.To) == by.Agency || isOther) && (made.ToTeam == by.Team || HasTheCase(view, by) || made.ToTeam is null || isOther);
    }

    /// <summary>
    /// Whether somebody has it to decide on. Where it could be either of two services, the one that has it answers for it: the other decides nothing that
    /// ends its place. Nor does another team.
    /// </summary>
    public static bool HasReceived(CaseView view, EntryId made, Author by) => view.File.First<Received>(received =>
        received.Content.Of == made && received.Entry.Act.By.Agency == by.Agency && (received.Entry.Act.By.Team == by.Team
        || HasTheCase(view, by) || (view.File.At(made)?.Content is Made { ToTeam: { } team } && team == by.Team))) is not null;

    /// <summary>The same of whoever records something: not of those who are in it for another reason alone.</summary>
    internal static bool IsOf(CaseView view, Made made, Act act) => IsOf(view, made, act.By)
        && (made.ToTeam == act.By.Team || HasTheCase(view, act.By) || !IsOnlyLetIn(view, act));

    // Whoever was added, or opened it in an emergency, reads the whole and answers for no referral.
    private static bool HasTheCase(CaseView view, Author by) => view.File.Scope.IsWhole && CaseLead.HasLedOrWorked(view.File, by);

    // Whoever is in it for a signature, was added, or opened it in an emergency, does nothing that lets them into more.
    private static bool IsOnlyLetIn(CaseView view, Act act) =>
        CaseAccess.Of(Viewer.Of(act.By), view.Circle, act.RecordedAt) is
        { By: Relation.Asked or Relation.Added or Relation.BreakGlass };

    /// <summary>What stands against recording that the referrer was told.</summary>
    public static IEnumerable<Refusal> GuardFedBack(CaseView view, Act act, FedBack told)
    {
        if (view.File.At(told.Of)?.Content is not Made made)
        {
            yield return new("of", "Select the referral");
            yield break;
        }

        if (!IsOf(view, made, act)
            || (view.File.First<Received>(received => received.Content.Of == told.Of) is not null && !HasReceived(view, told.Of, act.By)))
            yield return new("of", "The service that decided tells the referrer", "N9");
        else if (view.File.First<Referral.Decided>(decided => decided.Content.Of == told.Of) is null)
            yield return new("of", "Record first what was decided", "N8");
    }

    /// <summary>What stands against recording that somebody asked what became of it.</summary>
    public static IEnumerable<Refusal> GuardChased(CaseView view, Act act, Chased chased)
    {
        if (view.File.At(chased.Of)?.Content is not Made) yield return new("of", "Select the referral");
    }

    private static IEnumerable<Refusal> GuardCauses(CaseView view, IReadOnlyList<EntryId> causes)
    {
        if (causes.Count == 0 || causes.Any(cause => view.File.At(cause)?.Content is not (Concern.Reported or Concern.FactsChanged)))
            yield return new("causes", "Select which report or change of facts was passed on");
    }
}
