using System.Collections.Frozen;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The duties around a referral: to make it, to receive, decide and feed back, and to chase it (N8, N9).</summary>
internal static class ReferralDuties
{
    private const string ToReferTo = "refer:", ToTellCaller = "Tell whoever referred it what was decided, by telephone or letter";

    /// <summary>To say that the referral is there.</summary>
    public static readonly DutyKind Receive = new("receive-referral", "Receive the referral")
    { MetWhen = "the receiver records that they have it", Due = Limit.WorkingDays(1), Cites = ["N8"], Form = 2 };

    /// <summary>To decide on it.</summary>
    public static readonly DutyKind Decide = new("decide-referral", "Decide on the referral")
    { MetWhen = "what was decided is recorded, with the reason", Due = Limit.WorkingDays(1), Cites = ["N8"], Form = 3 };

    /// <summary>To feed back.</summary>
    public static readonly DutyKind Tell = new("tell-referrer", "Tell the referrer what was decided")
    { MetWhen = "the referrer was told", Due = Limit.WorkingDaysBySetting(1), Cites = ["N9"], Form = 4 };

    /// <summary>To ask what became of it.</summary>
    public static readonly DutyKind Chase = new("chase-referral", "Ask what became of the referral")
    { MetWhen = "there is a decision, or the receiver was asked", Due = Limit.WorkingDaysBySetting(2), Cites = ["N9"], Form = 5 };

    private static readonly FrozenDictionary<string, DutyKind> refer = Referral.Recipients.ToFrozenDictionary(to => to.Name, to =>
        new DutyKind(ToReferTo + to.Name, $"Refer to {to.Words}")
        {
            MetWhen = to == Recipient.PoliceOrSocialCare ? "somebody of either has taken the call" : "somebody there has taken the call",
            IsCall = true,
            Form = 1,
        });

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DutyKind> Kinds { get; } = [.. refer.Values, Receive, Decide, Tell, Chase];

    /// <summary>Those of whoever received a referral, or of whoever of them took it.</summary>
    public static IReadOnlyList<DutyKind> OfTheReceiver { get; } = [Receive, Decide, Tell];

    /// <summary>Whom a duty asks to be called; none where it asks for no call.</summary>
    public static Recipient? Called(DutyKind duty) => duty.IsCall ? Referral.Recipient(duty.Name[ToReferTo.Length..]) : null;

    /// <summary>
    /// To refer, one a recipient: a further rule while the duty is open joins it and never makes it later; one that comes after it was met opens another.
    /// </summary>
    public static IEnumerable<Duty> ToRefer(CaseView view)
    {
        var file = view.File;
        var referrals = view.Requirements.Where(required => required.Row is ReferralRule).ToList();
        foreach (var same in referrals.GroupBy(required => (required.Report.Id, required.IsOfCase, ((ReferralRule)required.Row).To.Name)))
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
    public static IEnumerable<Duty> AfterMaking(CaseView view)
    {
        foreach (var made in Referral.Standing(view.File))
        {
            foreach (var duty in OfReceiver(view, made)) yield return duty;
            if (Referral.AgencyOf(made.Content.To) == Agency.SocialCare && !IsOfCaller(view.File, made)) yield return ToChase(view, made);
        }
    }

    /// <summary>What the receiver of a referral has to do: of whoever took it, else of the team.</summary>
    public static IEnumerable<Duty> OfReceiver(CaseView view, Recorded<Referral.Made> made)
    {
        var (file, rules) = (view.File, view.Rules);
        var (agency, which) = (Referral.AgencyOf(made.Content.To), Which(file, made));
        var received = ReceiptOf(file, made);
        var decisions = new ReferralDecisions(file, made);
        var decided = decisions.Complete;
        var knownFrom = Later(made.HappenedOn, Calendar.London.DayOf(made.Entry.Act.RecordedAt));      // another agency counts from the day it could know
        var receiver = new Responsible(agency, ReferralTaking.TeamOf(file, made), ReferralTaking.NowHas(file, made.Id));
        yield return Of(Receive, made, which, made.Id, knownFrom, receiver, rules) with { MetBy = received };
        if (received is { } got && agency == Agency.SocialCare)
        {
            yield return Of(Decide, made, which, got.Id, got.HappenedOn, receiver, rules) with { MetBy = decided?.Entry, Parts = decisions.First };
            foreach (var (cause, parts) in decisions.Further)
                yield return Of(Decide, made, which, cause.Id, cause.HappenedOn, receiver, rules) with
                { MetBy = RequiredDuties.LastOf(parts), Parts = parts };
        }

        if (decided is not { } settled) yield break;
        var isCaller = IsOfCaller(file, made) && Referral.ReportsOf(file, made.Content).Any(report => ConcernOrigin.IsOwedFeedback(file, report));
        if (!isCaller && settled.Entry.Act.By.Team == made.Entry.Act.By.Team) yield break;
        var tell = Of(Tell, made, which, settled.Id, settled.HappenedOn, receiver, rules) with { MetBy = decisions.Feedback };
        yield return isCaller ? tell with { What = ToTellCaller + which, MetWhen = "they were told, by telephone or letter" } : tell;
    }

    /// <summary>What says that a referral is there; none where nothing does yet.</summary>
    public static Entry? ReceiptOf(CaseFile file, Recorded<Referral.Made> made) =>
        file.First<Referral.Received>(one => one.Content.Of == made.Id && one.HappenedOn >= made.HappenedOn)?.Entry;

    /// <summary>
    /// Whether it came from somebody without an account, and whoever took it recorded both in one act: the receiver does not ask itself what became of it.
    /// </summary>
    public static bool IsOfCaller(CaseFile file, Recorded<Referral.Made> made) => ReceiptOf(file, made) is { } receipt && receipt.Act.Id == made.Entry.Act.Id;

    private static Duty ToChase(CaseView view, Recorded<Referral.Made> made)
    {
        var (file, author, decided) = (view.File, made.Entry.Act.By, new ReferralDecisions(view.File, made).Complete?.Entry);
        // The receiver does not ask itself: what it wrote takes the question from nobody.
        var chased = file.First<Referral.Chased>(one => one.Content.Of == made.Id && one.HappenedOn >= made.HappenedOn
            && (one.Entry.Act.By.Team == author.Team || one.Entry.Act.By.Agency != Referral.AgencyOf(made.Content.To)))?.Entry;
        return Of(Chase, made, Which(file, made), made.Id, made.HappenedOn, new(author.Agency, author.Team, IsShutOut(file, made) ? null : author.Account),
            view.Rules) with
        { MetBy = Earlier(decided, chased) };
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
        var author = open[0].Owner;
        return new(refer[to.Name], to.Name, refer[to.Name].Words, [.. open.Select(r => r.Cause.Id).Distinct()], open.Min(r => r.Due),
            new(author.Agency, author.Team, author.Account), [.. open.SelectMany(r => r.Row.Cites).Distinct()])
        {
            MetBy = Met(file, open),
            EndedBy = required.Count == 0 ? open[^1].EndedBy : null,
            IsSetting = open.MinBy(r => r.Due)!.Row.Due.IsSetting,
        };
    }

    private static Entry? Met(CaseFile file, List<Requirement> open)
    {
        var to = ((ReferralRule)open[0].Row).To;
        var left = open.Where(required => !IsKnownThere(required, to)).Select(r => (r.Cause.Id, r.Aware)).Distinct().ToList();
        return left.Count > 0 ? Referral.MetBy(file, to, left) : open[^1].Cause;
    }

    // What somebody of that service wrote into the case, which they have, nobody calls them about.
    private static bool IsKnownThere(Requirement required, Recipient to) => required.IsOfCase
        && DecisionWords.Each(to).Any(each => Referral.AgencyOf(each.Name) == required.Owner.Agency);

    private static bool IsMetBefore(CaseFile file, List<Requirement> open, Requirement next) =>
        // what is required together is met together
        open[^1].Cause.Id != next.Cause.Id && Met(file, open) is { } met && met.Id != next.Cause.Id && file.IsBefore(met.Id, next.Cause.Id);

    private static Duty Of(DutyKind kind, Recorded<Referral.Made> made, string which, EntryId cause, DateOnly from, Responsible by, RuleBook rules) =>
        new(kind, made.Content.To, kind.Words + which, [cause], kind.Due.Due(from, null, rules.Calendar), by, kind.Cites) { IsSetting = kind.Due.IsSetting };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static Entry? Earlier(Entry? one, Entry? other) => one is null ? other : other is null || one.HappenedOn <= other.HappenedOn ? one : other;
}
