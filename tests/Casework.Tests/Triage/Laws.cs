using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Triage.Questions;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>
/// The laws of the contract. Each looks for counter-examples among the least facts of the rules, which stand for every combination of facts,
/// and says them in words: none means that the law is proved for the edition.
/// </summary>
internal static class Laws
{
    private static readonly string[] wordsOfAgreement = ["agree", "consent", "willing", "voluntarily"];
    private static readonly DutyKind[] strategyDuties = [DutyKind.StrategyDiscussion, DutyKind.StrategyDiscussionOnArrest, DutyKind.UrgentStrategyDiscussion];
    private static readonly DutyKind[] consultingDuties = [DutyKind.ConsultSocialCare, DutyKind.ConsultPreventLead];
    private static readonly ulong neverNotKnown = Forms.AllMask | ChildFacts.ChildInHousehold.Mask | ChildFacts.ChildShown.Mask;

    /// <summary>
    /// Law 1. Conditions have no negation, so only a row that steps aside can be lost when more is so; it must step aside for forms alone, and
    /// rows that never step aside must then bring the same recipient or duty.
    /// </summary>
    public static List<string> NothingIsTakenAway(IReadOnlyList<ReferralRule> referrals, IReadOnlyList<DutyRule> duties) =>
    [
        .. from rule in referrals
           from lost in Lost(rule, referrals.Where(r => r.To == rule.To))
           select $"{lost} loses the referral to {rule.To.Name} by '{rule.Name}'",
        .. from rule in duties
           from lost in Lost(rule, duties.Where(d => d.Duty == rule.Duty))
           select $"{lost} loses the duty {rule.Name}",
    ];

    /// <summary>
    /// The rest of law 1. Where nobody is listed, a form that speaks of images makes the age that counts one of a child shown instead of another's: so
    /// whatever another child's age brings, the age of one shown has to bring as well.
    /// </summary>
    public static List<string> AgesOfChildrenShownBringWhatOthersBring(Edition edition) =>
    [
        .. from one in edition.Recipients.Select(to => (About: $"referral to {to.Name}", Formula: edition.ReferralTo(to)))
               .Concat(edition.Duties.Select(duty => (About: $"duty {duty.Name}", Formula: edition.DutyOf(duty.Duty))))
           from way in one.Formula.Ways
           where way[ChildFacts.OtherChildUnder13] != Answer.No
           where !one.Formula.Holds(way.With(ChildFacts.ShownUnder13, way[ChildFacts.OtherChildUnder13]).With(ChildFacts.OtherChildUnder13, Answer.No))
           select $"{Words(way)}: with a child shown instead there is no {one.About}",
    ];

    /// <summary>Law 2: danger brings police and social care, self-harm brings health.</summary>
    public static List<string> DangerAndSelfHarmBringHelp(Edition edition) =>
    [
        .. Beyond(Formula.Of(ImmediateDanger), edition.ReferralTo(Recipient.Police), "no police"),
        .. Beyond(Formula.Of(ImmediateDanger), edition.ReferralTo(Recipient.ChildrensSocialCare), "no social care"),
        .. Beyond(Formula.Of(SelfHarm), edition.ReferralTo(Recipient.Health), "no health"),
    ];

    /// <summary>Law 3: an adult, coercion and a meeting bring a referral, whatever the form.</summary>
    public static List<string> AdultCoercionAndMeetingBringAReferral(Edition edition) =>
    [
        .. from form in Forms.All
           from fact in new Fact[] { AdultInvolved, CoercedBlackmailedOrGroomed, OfflineMeetingArranged }
           from found in Beyond(Formula.Of(form & fact), edition.AnyReferral(), "no referral")
           select found,
    ];

    /// <summary>Law 4: social care, which convenes it, hears of every strategy discussion, and of suspected significant harm.</summary>
    public static List<string> SocialCareConvenesEveryStrategyDiscussion(Edition edition) =>
    [
        .. strategyDuties.SelectMany(duty => Beyond(edition.DutyOf(duty), edition.ReferralTo(Recipient.ChildrensSocialCare),
        $"{duty.Name} and nobody to convene it")),
        .. Beyond(Formula.Of(SignificantHarmSuspected), edition.ReferralTo(Recipient.ChildrensSocialCare), "no social care"),
    ];

    /// <summary>
    /// Law 5: images bring the police; information is withheld only while somebody is told. An accepted concern has a form, and images a sexual one.
    /// </summary>
    public static List<string> WhatIsWithheldIsReferred(Edition edition) =>
    [
        .. Beyond(Formula.Of(Forms.Sexual & AdultMadeOrHeldImages), edition.ReferralTo(Recipient.Police), "no police"),
        .. from form in Forms.All
           from way in Formula.OfWays(edition.DutyOf(DutyKind.WithholdInformation).Ways.Select(way => way.With(form, Answer.Yes))).Ways
           where way[AdultMadeOrHeldImages] != Answer.Yes || Forms.Sexual.Holds(way.Yes)
           where !edition.ReferralTo(Recipient.PoliceOrSocialCare).Or(edition.ReferralTo(Recipient.Prevent)).Holds(way)
           select $"{Words(way)}: withheld, and nobody is told",
    ];

    /// <summary>Law 6: the LADO decides on a meeting exactly when referred to.</summary>
    public static List<string> TheLadoDecidesExactlyWhenReferredTo(Edition edition) =>
    [
        .. Beyond(edition.DutyOf(DutyKind.LadoDecidesOnMeeting), edition.ReferralTo(Recipient.Lado), "the LADO decides and is not referred to"),
        .. Beyond(edition.ReferralTo(Recipient.Lado), edition.DutyOf(DutyKind.LadoDecidesOnMeeting), "the LADO is referred to and does not decide"),
    ];

    /// <summary>
    /// Law 7: nobody is told to respond in their setting while an answer not known could bring a referral or a consultation. Each least way is
    /// judged with its answers not known and all else no; what is more than that can only be more.
    /// </summary>
    public static List<string> NobodyRespondsAloneWhileItCouldBeMore(Edition edition) =>
    [
        .. from formula in edition.Recipients.Select(edition.ReferralTo).Concat(consultingDuties.Select(edition.DutyOf))
           from way in formula.Ways
           let facts = new Facts(way.Yes & neverNotKnown, ~way.Possible)
           where edition.Judge(facts).Outcome == Outcome.RespondInSetting
           select $"{Words(facts)}: respond in the setting",
    ];

    /// <summary>
    /// Law 8: nothing reads what a child agreed to. Every fact that a row reads is one that the contract lists, and none speaks of agreement.
    /// </summary>
    public static List<string> NothingReadsWhatAChildAgreedTo(Edition edition) =>
    [
        .. from row in edition.Rows
           from bit in Facts.Bits(row.Mentions | (row.Unless?.Mentions ?? 0))
           where bit >= Vocabulary.Facts.Count || SpeaksOfAgreement(Vocabulary.Facts[bit].Name) || SpeaksOfAgreement(Vocabulary.Facts[bit].Sentence)
           select $"'{row.Name}' reads {(bit < Vocabulary.Facts.Count ? Vocabulary.Facts[bit].Name : $"what is no fact of the contract: {row.Text}")}",
    ];

    private static IEnumerable<string> Lost(Row rule, IEnumerable<Row> others)
    {
        if (rule.Unless is not { } unless || rule.When is null) return [];
        if ((unless.Mentions & ~Forms.AllMask) != 0) return [$"an answer that comes to be {unless.Text}"];
        var stay = others.Where(o => o.Unless is null).Aggregate(Formula.Never, (all, o) => all.Or(o.Formula()));
        return Formula.Of(rule.When & unless, rule.UnlessNo).Beyond(stay).Select(Words);
    }

    private static bool SpeaksOfAgreement(string text) => wordsOfAgreement.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Beyond(Formula some, Formula all, string what) => some.Beyond(all).Select(way => $"{Words(way)}: {what}");

    private static string Words(Facts facts) => string.Join(" + ",
        Facts.Bits(facts.Yes).Select(Name).Concat(Facts.Bits(facts.Possible & ~facts.Yes).Select(bit => $"{Name(bit)} not known")));

    private static string Name(int bit) => bit < Vocabulary.Facts.Count ? Vocabulary.Facts[bit].Name : $"fact {bit}";
}
