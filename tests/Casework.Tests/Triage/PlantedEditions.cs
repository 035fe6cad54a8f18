using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>The real edition with a row changed or left out: what each law must catch.</summary>
internal static class PlantedEditions
{
    private static readonly Edition real = RuleBook.Standard.Newest;

    /// <summary>The real tables; what a change makes of a row takes its place, and nothing leaves it out.</summary>
    public static Edition With(Func<ReferralRule, ReferralRule?>? rule = null, Func<DutyRule, DutyRule?>? duty = null) => Of(
        [.. real.Referrals.Select(r => rule is null ? r : rule(r)).OfType<ReferralRule>()],
        [.. real.Duties.Select(d => duty is null ? d : duty(d)).OfType<DutyRule>()]);

    /// <summary>These referrals and duties, with the real hand-overs and notes.</summary>
    public static Edition Of(IReadOnlyList<ReferralRule> referrals, IReadOnlyList<DutyRule> duties) =>
        new(real.Chapter, real.Supplement, referrals, duties, real.HandOvers, real.LegalNotes);

    /// <summary>The age of a child shown no longer brings advice.</summary>
    public static Edition AdviceForOtherChildrenOnly => With(duty: d => d.Duty == DutyKind.ConsultSocialCare
        ? d with { When = Forms.ViewedAbusiveImages | (Forms.Sexual & ChildFacts.OtherChildUnder13), Reasons = [] } : d);

    /// <summary>A child of 12 who was sent it, and a child who speaks of self-harm, are no matter for social care.</summary>
    public static Edition AdviceAsBefore => With(duty: d => d.Duty == DutyKind.ConsultSocialCare
        ? d with { When = Forms.ViewedAbusiveImages | (Forms.Sexual & ChildFacts.ShownUnder13), Reasons = [] } : d);

    /// <summary>An adult behind extremism is withheld from, and neither Prevent nor anybody else hears of them.</summary>
    public static Edition ExtremismWithoutPrevent => With(rule: r => r.Name is "prevent" or "adult or coercion, extremism" ? null : r);

    /// <summary>Danger no longer reaches social care.</summary>
    public static Edition DangerForThePoliceAlone => With(rule: r => r.Name == "danger, child" ? null : r);

    /// <summary>A meeting in person matters for the sexual forms only.</summary>
    public static Edition MeetingsOfSexualFormsOnly =>
        With(rule: r => r.Name == "adult, coercion or meeting, other form" ? r with { When = Kind("HarmfulWebsites") & Questions.AdultInvolved } : r);

    /// <summary>A strategy discussion on arrest that nobody convenes.</summary>
    public static Edition ArrestWithoutSocialCare => With(rule: r => r.Name == "arrest" ? null : r);

    /// <summary>The police do not hear of images.</summary>
    public static Edition ImagesWithoutPolice => With(rule: r => r.Name == "images" ? null : r);

    /// <summary>The LADO hears only of an adult who is known to be involved, and still decides on a meeting.</summary>
    public static Edition LadoWaitsForCertainty => With(rule: r => r.To == Recipient.Lado ? r with { When = r.When! & r.UnlessNo!, UnlessNo = null } : r);

    /// <summary>Advice is a duty that nobody has to wait for.</summary>
    public static Edition ConsultingIsNoConsulting => With(duty: d => d.Duty == DutyKind.ConsultSocialCare ? d with { Consults = false } : d);

    /// <summary>Images that a child agreed to are spared the police: the fact is made up, and no edition may have it.</summary>
    public static Edition AgreementIsRead =>
        With(rule: r => r.Name == "images" ? r with { When = r.When! & new Fact(Vocabulary.Facts.Count, "child-agreed", "the child went along with it") } : r);

    /// <summary>An adult of whom nothing but the involvement is known is withheld from, and nobody is told.</summary>
    public static Edition WithheldFromAllHelp => With(rule: r => r.Name == "adult, coercion or meeting, other form" ? null : r);

    private static Kind Kind(string name) => new(name, name, Forms.HarmfulWebsites);
}
