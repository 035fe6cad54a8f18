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
        if (made.By is null) yield return new("by", "Select how the referral was made");
        if (made.By is Means.Telephone or Means.InPerson && ComparedText.IsEmpty(made.SpokeTo))
            yield return new("spoke-to", "Enter who took it: trying counts for nothing until somebody has", "N8");
        foreach (var refusal in GuardCauses(view, made.Causes)) yield return refusal;
    }

    /// <summary>What stands against recording that a service knew already.</summary>
    public static IEnumerable<Refusal> GuardKnew(CaseView view, Act act, KnewAlready knew)
    {
        if (Recipient(knew.To) is null) yield return new("to", "Select which service knows already");
        else if (AgencyOf(knew.To) != act.By.Agency)
            yield return new("to", "Only somebody of that service can say that it knows already; otherwise call and record the call");
        if (IsOnlyAsked(view, act)) yield return new("", "You were asked to sign, and see this for that alone");
        if (ComparedText.IsEmpty(knew.Who)) yield return new("who", "Enter who of your service has it");
        foreach (var refusal in GuardCauses(view, knew.Causes)) yield return refusal;
    }

    /// <summary>What stands against recording that a referral was received.</summary>
    public static IEnumerable<Refusal> GuardReceived(CaseView view, Act act, Received received)
    {
        if (view.File.At(received.Of)?.Content is not Made made) yield return new("of", "Select the referral that was received");
        else if (!IsOf(view, made, act)) yield return new("of", "The service that it was made to records that it was received");
    }

    /// <summary>What stands against recording what was decided.</summary>
    public static IEnumerable<Refusal> GuardDecided(CaseView view, Act act, Referral.Decided decided)
    {
        if (view.File.First<Received>(received => received.Content.Of == decided.Of) is null)
            yield return new("of", "Record first that the referral was received", "N8");
        else if (!HasReceived(view, decided.Of, act)) yield return new("of", "The service that has received it decides", "N8");
        if (decided.Outcome is null) yield return new("outcome", "Select what was decided");
        if (decided.Child is { } child && !ChildrenOf(view.File, decided.Of).Contains(child))
            yield return new("children", "Select children of what was referred");
        if (decided.Outcome == Outcome.NotForUs && ComparedText.IsEmpty(decided.ToWhom))
            yield return new("to-whom", "Enter for whom it is: the referrer goes there instead", "N9");
        if (ComparedText.IsEmpty(decided.Why)) yield return new("why", "Give the reason: the referrer is told it", "N9");
    }

    // The team that it was made to, or whoever of that service has the whole; where no team was named, or it could be either of two services, whoever of
    // them is in the case for more than a signature.
    private static bool IsOf(CaseView view, Made made, Act act)
    {
        var isOther = made.To == Triage.Recipient.PoliceOrSocialCare.Name && act.By.Agency == Agency.Police;
        if (AgencyOf(made.To) != act.By.Agency && !isOther) return false;
        return made.ToTeam == act.By.Team || view.File.Scope.IsWhole || ((made.ToTeam is null || isOther) && !IsOnlyAsked(view, act));
    }

    // Where it could be either of two services, the one that has it answers for it: the other decides nothing that ends its place. Nor does another team.
    private static bool HasReceived(CaseView view, EntryId made, Act act) => view.File.First<Received>(received =>
        received.Content.Of == made && received.Entry.Act.By.Agency == act.By.Agency && (received.Entry.Act.By.Team == act.By.Team
        || view.File.Scope.IsWhole || view.File.At(made)?.Content is Made { ToTeam: { } team } && team == act.By.Team)) is not null;

    // Whoever is in it for a signature does nothing else that lets them into more.
    private static bool IsOnlyAsked(CaseView view, Act act) =>
        CaseAccess.Of(new(act.By.Account, act.By.Role, act.By.Agency, act.By.Team), view.Members, act.RecordedAt) is { By: Relation.Asked };

    /// <summary>What stands against recording that the referrer was told.</summary>
    public static IEnumerable<Refusal> GuardFedBack(CaseView view, Act act, FedBack told)
    {
        foreach (var refusal in GuardWords(view, told.Of, told.Words, "Say what the referrer was told, and what may be said to others")) yield return refusal;
        if (view.File.At(told.Of)?.Content is not Made made) yield break;
        if (!IsOf(view, made, act) || (view.File.First<Received>(received => received.Content.Of == told.Of) is not null && !HasReceived(view, told.Of, act)))
            yield return new("of", "The service that decided tells the referrer", "N9");
        else if (view.File.First<Referral.Decided>(decided => decided.Content.Of == told.Of) is null)
            yield return new("of", "Record first what was decided", "N8");
    }

    /// <summary>What stands against recording what somebody was told or asked.</summary>
    public static IEnumerable<Refusal> GuardWords(CaseView view, EntryId of, string words, string missing)
    {
        if (view.File.At(of)?.Content is not Made) yield return new("of", "Select the referral");
        if (ComparedText.IsEmpty(words)) yield return new("words", missing, "N9");
    }

    private static IEnumerable<Refusal> GuardCauses(CaseView view, IReadOnlyList<EntryId> causes)
    {
        if (causes.Count == 0 || causes.Any(cause => view.File.At(cause)?.Content is not (Concern.Reported or Concern.FactsChanged)))
            yield return new("causes", "Select which report or change of facts was passed on");
    }
}
