using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>Somebody to call.</summary>
/// <param name="To">Whom.</param>
/// <param name="Referral">The referral that it meets, or helps to meet.</param>
/// <param name="IsEither">Whether another call would meet the rule too.</param>
public sealed record Call(Recipient To, Referral Referral, bool IsEither);

/// <summary>A decision as a page shows it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Now">What a clock on a London wall shows.</param>
/// <param name="Partnership">What the partnership has set.</param>
/// <param name="Rank">The level of its heading on the page.</param>
public sealed record DecisionView(Decision Decision, DateTime Now, Partnership Partnership, int Rank = 1)
{
    /// <summary>The London day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The hour for which numbers are shown.</summary>
    public DateTime Hour { get; init; } = Now;

    /// <summary>How many open questions nobody was asked yet.</summary>
    public int Unasked { get; init; }

    /// <summary>Whether the questions beside it can be answered from here, by the form of the page.</summary>
    public bool CanAnswer { get; init; }

    /// <summary>Where a call to somebody is recorded; none where nothing is kept.</summary>
    public Func<Recipient, string>? Called { get; init; }

    /// <summary>What says that a call to somebody was taken, a line each; none while it is still to be made. Null where nobody knows.</summary>
    public Func<Recipient, IReadOnlyList<string>>? TakenBy { get; init; }

    /// <summary>Whom to call still.</summary>
    public IReadOnlyList<Recipient> ToCall => field ??= [.. Calls.Select(call => call.To).Where(to => Taken(to).Count == 0)];

    /// <summary>What it comes to: of the calls those that are still to be made.</summary>
    public string Heading => !IsAnythingTaken ? DecisionWords.Heading(Decision, Today)
        : ToCall.Count == 0 ? "The calls are made" : $"Call {DecisionWords.Named(ToCall)} {(ToCall.Count < Calls.Count() ? "too" : "now")}";

    /// <summary>The sentence below the heading. What stands further down of whom to speak to, and of what not to do, it leaves out.</summary>
    public string Lead => Decision.Outcome switch
    {
        Outcome.ConsultToday => DecisionWords.Consult(Decision),
        Outcome.ReferNow => IsAnythingTaken && ToCall.Count == 0 ? "What is left to do stands below." : DecisionWords.Refer(Decision, Today),
        _ => DecisionWords.Lead(Decision, Today),
    };

    private bool IsAnythingTaken => Decision.Referrals.Count > 0 && Calls.Any(call => Taken(call.To).Count > 0);

    /// <summary>What says that a call to somebody was taken; nothing while it is still to be made.</summary>
    public IReadOnlyList<string> Taken(Recipient to) => TakenBy?.Invoke(to) ?? [];

    /// <summary>Whom to call: one each, though several rules ask for it, in the order in which to call. Whoever a rule names itself is not "either".</summary>
    public IEnumerable<Call> Calls =>
        from referral in Decision.Referrals
        from to in DecisionWords.Each(referral.To)
        group referral by to into one
        let named = one.Where(r => r.To == one.Key).ToArray()
        let main = named.Length > 0 ? named[0] : one.First()
        orderby main.Due, Notes.Knowing.Contains(one.Key)      // of one day first those to whom it is news
        select new Call(one.Key, main with { Because = [.. one.SelectMany(r => r.Because)] }, named.Length == 0);

    /// <summary>Help that fits what was told.</summary>
    public IEnumerable<HelpEntry> Help => HelpDirectory.Standard.WithOwn(Partnership.Directory).Fitting(Decision.Concern.Facts);

    /// <summary>Whether a place of help is for whoever is dealing with it, rather than to be offered.</summary>
    public static bool IsForThePractitioner(HelpEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Serves[0] is Serves.Practitioners or Serves.SchoolsAndColleges;
    }

    /// <summary>What whoever answers asks, as far as it was written.</summary>
    public CallNotes Notes { get; init; } = new();

    /// <summary>What stands beside the day of a call.</summary>
    public string Beside(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Notes.Knowing.Contains(call.To) ? " They know already: say so, and ask who has it." : call.IsEither ? " Either meets the rule. Call both." : "";
    }

    /// <summary>What to say, with those who are told the same.</summary>
    public IEnumerable<(string Opening, IReadOnlyList<Recipient> To, IReadOnlyList<string> Lines)> Scripts => Calls.GroupBy(call => CallWords.Opening(call.To))
        .Select(same => (same.Key, (IReadOnlyList<Recipient>)[.. same.Select(call => call.To)], (IReadOnlyList<string>)[.. Lines(same.First())]));

    // All that was told is for those who see to the child's protection.
    private IEnumerable<string> Lines(Call call) => call.To == Recipient.ChildrensSocialCare || call.To == Recipient.Police
        ? CallWords.Facts(Decision, Notes) : CallWords.Facts(call.Referral);

    /// <summary>One's own duties that are due by the end of today; last those that are agreed first.</summary>
    public IReadOnlyList<RequiredDuty> DueToday => field ??= [.. Own.Where(duty => duty.Due <= Today).OrderBy(duty => duty.AgreeFirst)];

    /// <summary>Those to agree first, with why.</summary>
    public IEnumerable<IGrouping<string, RequiredDuty>> ToAgreeFirst =>
        Own.Where(duty => duty.AgreeFirst).GroupBy(duty => DecisionWords.AgreeFirst(duty, Decision));

    /// <summary>One's own that are due later, or have no date.</summary>
    public IEnumerable<RequiredDuty> Later => Own.Where(duty => !duty.AgreeFirst && !(duty.Due <= Today));

    /// <summary>What others do.</summary>
    public IEnumerable<RequiredDuty> OfOthers => ToDo.Where(duty => duty.Rule.Duty.IsOthers);

    private IReadOnlyList<RequiredDuty> Own => field ??= [.. ToDo.Where(duty => !duty.Rule.Duty.IsOthers)];

    private IReadOnlyList<RequiredDuty> ToDo => field ??= [.. DecisionWords.ToDo(Decision)];

    /// <summary>Whether people must not be warned.</summary>
    public bool IsWithheld => Decision.Duties.Any(d => d.Rule.Duty == DutyKind.WithholdInformation);

    /// <summary>By when, as a card says it.</summary>
    public string By(Referral referral) =>
        Decision.Emergency && referral.Due == Today ? "Straight after 999" : referral.Due == Today ? "Today"
        : DecisionWords.By(referral.Due, referral.Because[0].Row.Due, Today);
}
