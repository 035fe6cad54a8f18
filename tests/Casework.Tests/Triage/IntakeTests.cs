using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>Which page comes next and what it asks, walked with every scenario: what is not asked never matters.</summary>
public sealed class IntakeTests
{
    private static readonly Edition edition = RuleBook.Standard.Newest;
    private static readonly DateTimeOffset aware = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);

    public static TheoryData<Scenario> All => [.. Scenarios.All];

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_asked_is_enough_for_the_whole_decision(Scenario scenario) =>
        Assert.Equal(Comes(scenario.Concern), Comes(new Walk(scenario.Concern).ToTheEnd().SoFar.Concern));

    [Theory]
    [MemberData(nameof(All))]
    public void The_way_is_short(Scenario scenario)
    {
        var walk = new Walk(scenario.Concern).ToTheEnd();
        Assert.True(walk.Pages.Count + 2 <= 12, string.Join(' ', walk.Pages));      // with the check and the decision
        if (walk.EnoughAfter is 2 or 3) Assert.True(walk.Pages.TakeWhile(page => page <= walk.EnoughAfter).Count() + 2 <= 5);
    }

    [Fact]
    public void Planted_an_intake_that_forgets_a_page_is_caught() => Assert.Contains(Scenarios.All,
        scenario => Comes(scenario.Concern) != Comes(new Walk(scenario.Concern, forgotten: 6).ToTheEnd().SoFar.Concern));

    [Fact]
    public void Every_question_stands_on_one_page()
    {
        Assert.Equal(Questions.All.OrderBy(q => q.Bit), Intake.Pages.SelectMany(page => page.Questions).OrderBy(q => q.Bit));
        Assert.All(Questions.All, question => Assert.Contains(question, Intake.PageOf(question).Questions));
        Assert.Equal(Intake.Children, Intake.PageOf(ChildFacts.AgeOfChildrenShown).Number);
    }

    [Fact]
    public void A_page_asks_only_what_is_open()
    {
        var bullying = Told(Forms.OnlineBullying.Mask, default);
        Assert.Equal([Questions.AdultInvolved], Intake.Asks(Intake.Page(3)!, bullying, edition));
        Assert.Equal([Questions.BullyingSevere, Questions.CrimeSuspected], Intake.Asks(Intake.Page(9)!, bullying, edition));
        var noAdult = Told(Forms.YouthProducedImagery.Mask, default(Facts).With(Questions.AdultInvolved, Answer.No)
            .With(Questions.AdultMadeOrHeldImages, Answer.No));
        Assert.Empty(Intake.Asks(Intake.Page(8)!, noAdult, edition));
    }

    [Fact]
    public void A_page_that_is_seen_again_asks_what_it_asked()
    {
        var answered = Told(Forms.YouthProducedImagery.Mask, default(Facts).With(Questions.AdultInvolved, Answer.Yes)
            .With(Questions.AdultMadeOrHeldImages, Answer.No));
        Assert.Equal(Intake.Page(3)!.Questions, Intake.Asks(Intake.Page(3)!, answered, edition));
    }

    [Fact]
    public void An_answer_that_cannot_count_is_known_for_one()
    {
        var noAdult = default(Facts).With(Questions.AdultInvolved, Answer.No).With(Questions.AdultMadeOrHeldImages, Answer.No);
        Assert.False(Intake.Applies(Questions.Arrested, Told(Forms.IndecentImages.Mask, noAdult.With(Questions.Arrested, Answer.Yes)), edition));
        Assert.True(Intake.Applies(Questions.Arrested, Told(Forms.IndecentImages.Mask, default(Facts).With(Questions.AdultInvolved, Answer.Yes)
            .With(Questions.Arrested, Answer.Yes)), edition));
        Assert.False(Intake.Applies(Questions.SexualActs, Told(Forms.OnlineBullying.Mask, default(Facts).With(Questions.SexualActs, Answer.Yes)), edition));
        Assert.False(Intake.Applies(Questions.AdultMadeOrHeldImages, Told(Forms.OnlineBullying.Mask, default), edition));
        // Another reason for the same referral does not make an answer useless.
        var twice = default(Facts).With(Questions.AdultInvolved, Answer.Yes).With(Questions.CoercedBlackmailedOrGroomed, Answer.Yes);
        Assert.True(Intake.Applies(Questions.CoercedBlackmailedOrGroomed, Told(Forms.YouthProducedImagery.Mask, twice), edition));
    }

    [Fact]
    public void There_is_enough_as_soon_as_a_referral_is_certain_and_there_is_a_form_of_harm()
    {
        var danger = default(Facts).With(Questions.ImmediateDanger, Answer.Yes);
        Assert.False(Intake.IsEnough(Told(0, danger), edition));
        Assert.True(Intake.IsEnough(Told(Forms.OnlineBullying.Mask, danger), edition));
        Assert.True(Intake.IsEnough(Told(Forms.Grooming.Mask, default), edition));
        Assert.False(Intake.IsEnough(Told(Forms.YouthProducedImagery.Mask, default), edition));
    }

    private static SoFar Told(ulong forms, Facts answers) => new(new(null, aware, forms, [], answers, null), answers.Yes | answers.No, ChildrenAsked: false);

    private static string Comes(Concern concern)
    {
        var decision = RuleBook.Standard.Decide(concern);
        return $"{decision.Outcome}; {string.Join(' ', decision.Referrals.Select(r => r.To.Name))}; "
            + $"{string.Join(' ', decision.Duties.Select(d => d.Rule.Name))}";
    }

    // Somebody who answers each page that comes with what a concern knows.
    private sealed class Walk(Concern concern, int forgotten = 0)
    {
        private ulong forms;
        private ulong asked;
        private bool children;

        public List<int> Pages { get; } = [];

        public int? EnoughAfter { get; private set; }

        public SoFar SoFar => new(new(null, concern.AwareAt, forms, children ? concern.Children : [],
            new(concern.Facts.Yes & asked, concern.Facts.No & asked), concern.ArrestedAt), asked, children);

        public Walk ToTheEnd()
        {
            for (var page = 1; page != Intake.Check; page = Intake.Next(page, SoFar, edition))
            {
                Pages.Add(page);
                if (page == forgotten) continue;
                var asks = Intake.Asks(Intake.Page(page)!, SoFar, edition).ToList();
                if (page == Intake.FormsOfHarm) forms = concern.Facts.Yes & Forms.AllMask;
                children |= page == Intake.Children;
                foreach (var question in asks) asked |= question.Mask;
                if (Intake.IsEnough(SoFar, edition)) EnoughAfter ??= page;
            }

            return this;
        }
    }
}
