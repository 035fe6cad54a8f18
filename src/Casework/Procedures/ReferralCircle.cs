using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Whom a referral lets into a case: the team that it was made to sees the report, until somebody else has it; and so does a front door to which whoever
/// covers it by the clock hands on what they recorded.
/// </summary>
internal static class ReferralCircle
{
    /// <summary>The places that an entry gives.</summary>
    public static IEnumerable<Membership> Of(CaseView view, Entry entry) => entry.Content is Referral.Made made && entry.Paper != Paper.Whole
        ? OfReceiver(view, entry, made) : [];

    /// <summary>The place of a front door or desk in a report that was recorded for it while it was covered.</summary>
    public static Membership OfHandedOn(CaseView view, Entry report)
    {
        var by = report.Act.By;
        var relation = NearPeople.Conflicted(view.File).Contains(by.Agency) ? Relation.ReceiverInConfidence : Relation.Receiver;
        return new(null, by.Team, relation, report.Paper, report.Act.RecordedAt, by.Agency == Agency.SocialCare ? UntilLed(view, report.Id) : null);
    }

    // The team that it was made to; where an older correction said another, that one from then on. Whoever has it, or owes something, stays.
    private static IEnumerable<Membership> OfReceiver(CaseView view, Entry entry, Referral.Made was)
    {
        var file = view.File;
        var counts = file.Counting(entry.Id) as Referral.Made;
        if (was.ToTeam is { } team)
        {
            var ends = counts?.ToTeam == team || Stays(view, entry, was, team) ? UntilFedBack(view, new(entry, was), team)
                : file.RecordedBy(file.LastCorrection(entry.Id)!.Id);
            yield return new(null, team, RelationOf(file, was), entry.Paper, entry.Act.RecordedAt, ends);
        }

        if (counts?.ToTeam is { } now && now != was.ToTeam)
            yield return new(null, now, RelationOf(file, counts), entry.Paper, file.LastCorrection(entry.Id)!.Act.RecordedAt,
                UntilFedBack(view, new(entry, counts), now));
    }

    // Where somebody of the case works for that service, and nobody has said yet which account that is, its team is sent nothing: its managers alone see it. Of
    // health and the LADO's service nobody may sign: they would be nobody.
    private static Relation RelationOf(CaseFile file, Referral.Made made)
    {
        var agencies = NearPeople.Conflicted(file).Except([Agency.Health, Agency.Lado]).ToHashSet();
        return agencies.Contains(Referral.AgencyOf(made.To))
            || (made.To == Triage.Recipient.PoliceOrSocialCare.Name && agencies.Overlaps([Agency.Police, Agency.SocialCare]))
            ? Relation.ReceiverInConfidence : Relation.Receiver;
    }

    private static bool Stays(CaseView view, Entry made, Referral.Made was, Guid team) => Corrections.IsReliedOn(view.File, made)
        || view.Duties.Any(duty => !duty.IsSettled
        && (duty.By.Team == team || (duty.By is { Team: null, Account: null } && duty.By.Agency == Referral.AgencyOf(was.To))));

    // Whoever of social care is named to lead has the whole: the team sees it for one working day more.
    private static DateTimeOffset? UntilLed(CaseView view, EntryId since) =>
        CaseLead.FirstNamed(view.File) is { } named && view.File.IsBefore(since, named.Id)
            ? London.InstantOf(view.Rules.Calendar.After(London.DayOf(view.File.RecordedBy(named.Id)), 1).AddDays(1), default) : null;

    // A referral that is for nobody of its receiver ends with their feedback: they see it until the end of that London day. Where somebody of theirs comes
    // to lead, they see it for one working day more, and whoever leads has the whole. What is referred after that is received as if nobody led.
    private static DateTimeOffset? UntilFedBack(CaseView view, Recorded<Referral.Made> made, Guid team)
    {
        var (file, decisions) = (view.File, new ReferralDecisions(view.File, made));
        if (Referral.AgencyOf(made.Content.To) == Agency.SocialCare && UntilLed(view, made.Id) is { } end) return end;
        if (decisions.Complete is null
            || decisions.Counting.Any(one => one.Content.Outcome != Referral.Outcome.NotForUs || one.Entry.Act.By.Team != team)) return null;
        return decisions.Feedback is { } told && told.Act.By.Team == team
            ? London.InstantOf(London.DayOf(file.RecordedBy(told.Id)).AddDays(1), default) : null;
    }
}
