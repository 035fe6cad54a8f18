using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

public sealed class LawTests
{
    private static readonly Edition real = RuleBook.Standard.Newest;
    private static readonly Kind bullying = new("bullying", "the form of harm is bullying", Forms.OnlineBullying);

    private static readonly (string Law, Func<Edition, List<string>> CounterExamples, Func<Edition> Planted, string Says)[] laws =
    [
        ("1: the age of a child shown brings what another's brings", Laws.AgesOfChildrenShownBringWhatOthersBring, () =>
        PlantedEditions.AdviceForOtherChildrenOnly,
            "grooming + other-child-under-13: with a child shown instead there is no duty consult-social-care"),
        ("2: danger and self-harm bring help", Laws.DangerAndSelfHarmBringHelp, () =>
        PlantedEditions.DangerForThePoliceAlone, "immediate-danger: no social care"),
        ("3: adult, coercion and meeting bring a referral", Laws.AdultCoercionAndMeetingBringAReferral, () => PlantedEditions.MeetingsOfSexualFormsOnly,
            "harmful-websites + offline-meeting-arranged: no referral"),
        ("3: an adult behind extremism brings a referral", Laws.AdultCoercionAndMeetingBringAReferral, () => PlantedEditions.ExtremismWithoutPrevent,
            "extremism + adult-involved: no referral"),
        ("4: social care convenes every strategy discussion", Laws.SocialCareConvenesEveryStrategyDiscussion, () => PlantedEditions.ArrestWithoutSocialCare,
            "sexual-communication + arrested: strategy-discussion-on-arrest and nobody to convene it"),
        ("5: images bring the police", Laws.WhatIsWithheldIsReferred, () =>
        PlantedEditions.ImagesWithoutPolice, "grooming + adult-made-or-held-images: no police"),
        ("5: what is withheld is referred", Laws.WhatIsWithheldIsReferred, () => PlantedEditions.WithheldFromAllHelp,
            "something-else + adult-involved: withheld, and nobody is told"),
        ("6: the LADO decides exactly when referred to", Laws.TheLadoDecidesExactlyWhenReferredTo, () => PlantedEditions.LadoWaitsForCertainty,
            "position-of-trust + adult-involved not known: the LADO decides and is not referred to"),
        ("7: nobody responds alone while it could be more", Laws.NobodyRespondsAloneWhileItCouldBeMore, () => PlantedEditions.ConsultingIsNoConsulting,
            "viewed-abusive-images: respond in the setting"),
        ("8: nothing reads what a child agreed to", Laws.NothingReadsWhatAChildAgreedTo, () => PlantedEditions.AgreementIsRead, "`child-agreed`"),
    ];

    public static TheoryData<string> LawNames => [.. laws.Select(law => law.Law)];

    [Theory]
    [MemberData(nameof(LawNames))]
    public void A_law_holds_for_every_combination_of_facts(string law) => Assert.Empty(laws.Single(l => l.Law == law).CounterExamples(real));

    [Theory]
    [MemberData(nameof(LawNames))]
    public void Planted_an_edition_that_breaks_a_law_is_caught_with_the_facts_that_do_it(string law)
    {
        var (_, counterExamples, planted, says) = laws.Single(l => l.Law == law);
        Assert.Contains(counterExamples(planted()), found => found.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Law_1_nothing_is_taken_away_by_a_yes_or_by_a_form() => Assert.Empty(Laws.NothingIsTakenAway(real.Referrals, real.Duties));

    [Fact]
    public void Planted_a_rule_that_steps_aside_for_nobody_is_caught() => Assert.Contains(
        "online-bullying + self-harm loses the referral to health by 'self-harm'", Laws.NothingIsTakenAway(SteppingAside("self-harm", bullying), real.Duties));

    [Fact]
    public void Planted_a_rule_that_steps_aside_for_an_answer_is_caught() => Assert.NotEmpty(
        Laws.NothingIsTakenAway(SteppingAside("self-harm", new("danger", "there is danger", Questions.ImmediateDanger)), real.Duties));

    [Fact]
    public void Planted_a_duty_that_steps_aside_is_caught() => Assert.Contains("online-bullying + offline-meeting-arranged loses the duty prevent-meeting",
        Laws.NothingIsTakenAway(real.Referrals, [.. real.Duties.Select(d => d.Duty == DutyKind.PreventMeeting ? d with { Unless = bullying } : d)]));

    [Fact]
    public void An_edition_refuses_a_rule_that_steps_aside_for_nobody() =>
        Assert.Throws<ArgumentException>(() => PlantedEditions.Of(SteppingAside("self-harm", bullying), real.Duties));

    [Fact]
    public void An_edition_refuses_two_rules_that_step_aside_for_each_other()
    {
        var aside = SteppingAside("self-harm", bullying);
        Assert.Throws<ArgumentException>(() => PlantedEditions.Of([.. aside,
            aside.Single(r => r.Name == "self-harm") with { Name = "self-harm again" }], real.Duties));
    }

    [Fact]
    public void An_edition_refuses_a_duty_that_steps_aside_for_nobody() =>
        Assert.Throws<ArgumentException>(() => PlantedEditions.With(duty: d => d.Duty == DutyKind.PreventMeeting ? d with { Unless = bullying } : d));

    [Fact]
    public void Planted_an_edition_without_the_new_ways_to_advice_is_seen_by_comparison()
    {
        var differences = EditionComparison.Between(PlantedEditions.AdviceAsBefore, real).Where(one => one.About == "speaking to somebody today")
            .Select(one => one.Sentence).ToList();
        foreach (var way in new[] { "a child who was harmed, was sent it, passed it on or acted is under 13",
            "a child has spoken of suicide or self-harm", "the bullying is severe" })
            Assert.Contains(differences, sentence => sentence.Contains(way, StringComparison.Ordinal));
    }

    [Fact]
    public void An_edition_refuses_a_duty_whose_parts_are_not_its_condition()
    {
        Assert.Throws<ArgumentException>(() => PlantedEditions.With(duty: d => d.Duty == DutyKind.ConsultSocialCare
            ? d with { Reasons = [.. d.Reasons.Skip(1)] } : d));
        Assert.Throws<ArgumentException>(() => PlantedEditions.With(duty: d => d.Duty == DutyKind.ConsultSocialCare ? d with { Cites = ["S2.1.6"] } : d));
    }

    [Fact]
    public void The_law_that_nothing_is_lost_when_a_form_is_added_holds_for_all_sets_of_forms() =>
        Assert.Empty(AddingForms.LessKnown((forms, children, answers) => new Concern(null, default, forms, children, answers, null).Facts));

    [Fact]
    public void Planted_a_reading_that_looks_for_children_shown_under_a_single_form_only_is_caught() =>
        Assert.NotEmpty(AddingForms.LessKnown((forms, children, answers) =>
    {
        var facts = new Concern(null, default, forms, children, answers, null).Facts;
        return ulong.IsPow2(forms) || facts[ChildFacts.ShownUnder13] == Answer.Yes ? facts : facts.With(ChildFacts.ShownUnder13, Answer.No);
    }));

    [Fact]
    public void Planted_a_reading_that_forgets_other_children_once_images_are_spoken_of_is_caught() =>
        Assert.NotEmpty(AddingForms.LessKnown((forms, children, answers) =>
    {
        var facts = new Concern(null, default, forms, children, answers, null).Facts;
        return (forms & (Forms.YouthProducedImagery.Mask | Forms.IndecentImages.Mask)) == 0 ? facts : facts.With(ChildFacts.OtherChildUnder13, Answer.No);
    }));

    private static ReferralRule[] SteppingAside(string name, Kind unless) => [.. real.Referrals.Select(r => r.Name == name ? r with { Unless = unless } : r)];
}

/// <summary>What is known with a form more is at least what was known without it: the other half of law 1, tried for every set of forms.</summary>
internal static class AddingForms
{
    private static readonly Child[][] children =
    [
        [], [new(Involvement.Shown, 12)], [new(Involvement.Shown, 13)], [new(Involvement.Shown, null)], [new(Involvement.Household, 3)],
        [new(Involvement.Harmed, 12)], [new(Involvement.Acting, 13)], [new(Involvement.Received, null)],
        [new(Involvement.Shown, 13), new(Involvement.Shared, null)],
    ];

    /// <summary>Where adding a form makes a reading know less: at most one example for each form.</summary>
    public static List<string> LessKnown(Func<ulong, IReadOnlyList<Child>, Facts, Facts> read)
    {
        var found = new List<string>();
        foreach (var form in Forms.All)
            for (var forms = 1UL; forms <= Forms.AllMask; forms++)
                if ((forms & form.Mask) == 0 && Loses(read, forms, form.Mask))
                {
                    found.Add($"{form.Name} added to {string.Join(" + ", Facts.Bits(forms).Select(bit => Vocabulary.Facts[bit].Name))}");
                    break;
                }

        return found;
    }

    private static bool Loses(Func<ulong, IReadOnlyList<Child>, Facts, Facts> read, ulong forms, ulong more) => Array.Exists(children, c =>
        Array.Exists(Enum.GetValues<Answer>(), images =>
        {
            if (images == Answer.Yes && !Forms.Sexual.Holds(forms)) return false;      // bad input
            var answers = default(Facts).With(Questions.AdultMadeOrHeldImages, images);
            return !Standing(read(forms | more, c, answers)).IsAtLeast(read(forms, c, answers));

            // Nobody is listed whose age counts: then a child shown may be under 13 instead, which brings at least the same (the first of the laws).
            Facts Standing(Facts with) =>
                !Array.Exists(c, child => (child.Roles & (Involvement.Shown | ChildFacts.OfOthers)) != Involvements.None)
                    && with[ChildFacts.ShownUnder13] == Answer.NotKnown && with[ChildFacts.OtherChildUnder13] == Answer.No
                ? with.With(ChildFacts.OtherChildUnder13, Answer.NotKnown) : with;
        }));
}
