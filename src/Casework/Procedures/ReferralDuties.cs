using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The duties around a referral: to make it, to receive, decide and feed back, and to chase it (N8, N9).</summary>
internal static class ReferralDuties
{
    private static readonly Limit oneDay = Limit.WorkingDays(1);
    private static readonly Limit twoDays = Limit.WorkingDays(2);

    /// <summary>
    /// To refer, one a recipient: a further rule while the duty is open joins it and never makes it later; one that comes after it was met opens another.
    /// </summary>
    public static IEnumerable<Duty> ToRefer(CaseFile file, RuleBook rules)
    {
        var referrals = Requirements.Of(file, rules).Where(required => required.Row is ReferralRule).ToList();
        foreach (var same in referrals.GroupBy(required => (required.Report.Id, ((ReferralRule)required.Row).To)))
        {
            var open = new List<Requirement>();
            foreach (var required in same)
            {
                if (open.Count > 0 && IsMetBefore(file, open, required))
                {
                    yield return Duty(file, open);
                    open.Clear();
                }

                open.Add(required);
            }

            yield return Duty(file, open);
        }
    }

    /// <summary>To receive, decide, feed back and chase each referral that was made.</summary>
    public static IEnumerable<Duty> AfterMaking(CaseFile file, RuleBook rules)
    {
        foreach (var made in Referral.Standing(file))
        {
            var (agency, which) = (Referral.AgencyOf(made.Content.To), Which(file, made));
            var received = file.First<Referral.Received>(one => one.Content.Of == made.Id && one.HappenedOn >= made.HappenedOn);
            var decided = Referral.DecisionOn(file, made);
            var knownFrom = Later(made.HappenedOn, Calendar.London.DayOf(made.Entry.Act.RecordedAt));      // another agency counts from the day it could know
            var receiver = new Responsible(agency, received?.Entry.Act.By.Team ?? made.Content.ToTeam);
            yield return new("receive-referral", made.Content.To, DutyWords.Of("receive-referral") + which, [made.Id], Due(oneDay, knownFrom, rules),
                receiver, ["N8"])
            { MetBy = received?.Entry, MetWhen = "the receiver records that they have it" };
            if (received is { } got && agency == Agency.SocialCare)
                yield return new("decide-referral", made.Content.To, DutyWords.Of("decide-referral") + which, [got.Id],
                    Due(oneDay, got.HappenedOn, rules), receiver, ["N8"])
                { MetBy = decided?.Entry, MetWhen = "what was decided is recorded, with the reason" };
            if (decided is { } settled && settled.Entry.Act.By.Team != made.Entry.Act.By.Team)
            {
                yield return new("tell-referrer", made.Content.To, DutyWords.Of("tell-referrer") + which, [settled.Id],
                    Due(oneDay, settled.HappenedOn, rules), receiver, ["N9"])
                { MetBy = Referral.Feedback(file, settled), MetWhen = "the referrer was told", IsSetting = true };
            }

            if (agency == Agency.SocialCare) yield return Chase(file, made, decided?.Entry, which, rules);
        }
    }

    private static Duty Chase(CaseFile file, Recorded<Referral.Made> made, Entry? decided, string which, RuleBook rules)
    {
        var author = made.Entry.Act.By;
        // The receiver does not ask itself: what it wrote takes the question from nobody.
        var chased = file.First<Referral.Chased>(one => one.Content.Of == made.Id && one.HappenedOn >= made.HappenedOn
            && (one.Entry.Act.By.Team == author.Team || one.Entry.Act.By.Agency != Referral.AgencyOf(made.Content.To)))?.Entry;
        return new("chase-referral", made.Content.To, DutyWords.Of("chase-referral") + which, [made.Id], Due(twoDays, made.HappenedOn, rules),
            new(author.Agency, author.Team, IsShutOut(file, made) ? null : author.Account), ["N9"])
        { MetBy = Earlier(decided, chased), MetWhen = "there is a decision, or the receiver was asked", IsSetting = true };
    }

    // A lead who sees the report no more owes nothing of it: it is their team's.
    private static bool IsShutOut(CaseFile file, Recorded<Referral.Made> made) => made.Entry.Act.By.Role == Role.SafeguardingLead
        && made.Content.Causes.Select(cause => file.At(cause)?.Content is Concern.FactsChanged change ? change.Of : cause).Distinct()
            .Any(report =>
            Concern.InsteadOf(file, report) is { } instead && instead.Account != made.Entry.Act.By.Account
            && file.At(report)?.Act.By.Team == made.Entry.Act.By.Team);

    // Where more than one was made, it is said which one is meant.
    private static string Which(CaseFile file, Recorded<Referral.Made> made) =>
        file.All<Referral.Made>().Skip(1).Any() && Referral.Recipient(made.Content.To) is { } to
            ? $" (to {to.Words}, {DecisionWords.Day(made.HappenedOn)})" : "";

    private static Duty Duty(CaseFile file, List<Requirement> open)
    {
        var to = ((ReferralRule)open[0].Row).To;
        var required = open.Where(r => r.EndedBy is null).ToList();
        var author = open[0].Report.Act.By;
        return new($"refer:{to.Name}", to.Name, DutyWords.Of($"refer:{to.Name}"), [.. open.Select(r => r.Cause.Id).Distinct()], open.Min(r => r.Due),
            new(author.Agency, author.Team, author.Account), [.. open.SelectMany(r => r.Row.Cites).Distinct()])
        {
            MetBy = Met(file, open),
            EndedBy = required.Count == 0 ? open[^1].EndedBy : null,
            IsSetting = open.MinBy(r => r.Due)!.Row.Due.IsSetting,
            MetWhen = to == Recipient.PoliceOrSocialCare ? "somebody of either has taken it" : "somebody there has taken it",
        };
    }

    private static Entry? Met(CaseFile file, List<Requirement> open) =>
        Referral.MetBy(file, ((ReferralRule)open[0].Row).To, open.Select(r => (r.Cause.Id, r.Aware)).Distinct());

    private static bool IsMetBefore(CaseFile file, List<Requirement> open, Requirement next) =>
        // what is required together is met together
        open[^1].Cause.Id != next.Cause.Id && Met(file, open) is { } met && met.Id != next.Cause.Id && file.IsBefore(met.Id, next.Cause.Id);

    private static DateOnly? Due(Limit limit, DateOnly from, RuleBook rules) => limit.Due(from, null, rules.Calendar);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static Entry? Earlier(Entry? one, Entry? other) => one is null ? other : other is null || one.HappenedOn <= other.HappenedOn ? one : other;
}
