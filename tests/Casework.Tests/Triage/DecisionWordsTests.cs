using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>What a decision says at its top, as it stands on a day.</summary>
public sealed class DecisionWordsTests
{
    private static readonly DateOnly friday = new(2026, 3, 27);

    [Fact]
    public void Somebody_to_call_is_named_with_the_day()
    {
        var decision = Decide(Forms.Grooming);
        Assert.Equal("Call children's social care and the police today", DecisionWords.Heading(decision, friday));
        Assert.Equal("By the end of today, Friday 27 March 2026. Call first, then write.", DecisionWords.Lead(decision, friday));
        Assert.Equal("Call children's social care and the police now", DecisionWords.Heading(decision, friday.AddDays(1)));
        Assert.Equal("Due yesterday, Friday 27 March 2026. Call now.", DecisionWords.Lead(decision, friday.AddDays(1)));
        Assert.Equal("Due 4 days ago, on Friday 27 March 2026. Call now.", DecisionWords.Lead(decision, friday.AddDays(4)));
    }

    [Fact]
    public void Health_alone_Prevent_alone_and_the_LADO_alone_have_headings_of_their_own()
    {
        Assert.Equal("Get urgent health help today", DecisionWords.Heading(Decide(Forms.OnlineBullying, Questions.SelfHarm), friday));
        Assert.Equal("Make a Prevent referral today", DecisionWords.Heading(Decide(Forms.Extremism, Questions.TerroristMaterial), friday));
        var lado = Decide(Forms.OnlineBullying, Questions.PositionOfTrust);
        Assert.Equal("Call the LADO by Monday 30 March 2026", DecisionWords.Heading(lado, friday));
        Assert.StartsWith("By the end of Monday 30 March 2026 at the latest. Call first, then write. Also today: speak now to your safeguarding "
            + "lead or social care's consultation line, with what you have. ", DecisionWords.Lead(lado, friday), StringComparison.Ordinal);
        Assert.Equal("Call the LADO now", DecisionWords.Heading(lado, new(2026, 3, 31)));
        Assert.StartsWith("Due yesterday, Monday 30 March 2026. Call now.", DecisionWords.Lead(lado, new(2026, 3, 31)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_may_wait_is_named_after_whoever_may_not()
    {
        var decision = Decide(Forms.Grooming, Questions.PositionOfTrust);
        Assert.Equal("Call children's social care and the police today", DecisionWords.Heading(decision, friday));
        Assert.EndsWith(" The LADO: by the end of Monday 30 March 2026 at the latest.", DecisionWords.Lead(decision, friday), StringComparison.Ordinal);
    }

    [Fact]
    public void Speaking_to_somebody_says_how_many_answers_could_still_require_a_referral()
    {
        var decision = Decide(Forms.YouthProducedImagery);
        var could = decision.OpenQuestions.Count(q => q != ChildFacts.AgeOfChildrenShown || decision.Effect(q).Contains("referral", StringComparison.Ordinal));
        Assert.Equal("Ask children's social care for advice today", DecisionWords.Heading(decision, friday));
        Assert.Matches(@"^Speak now to your safeguarding lead or social care's consultation line, with what you have\. "
            + @"\d+ answers could still require a referral\. Do not question", DecisionWords.Lead(decision, friday));
        Assert.InRange(could, 5, 30);
    }

    [Fact]
    public void Speaking_to_somebody_with_nothing_left_open_says_so()
    {
        var no = Questions.All.Aggregate(default(Facts), (facts, question) => facts.With(question, Answer.No));
        var decision = Decide(Forms.Extremism.Mask, no);
        Assert.Equal(Outcome.ConsultToday, decision.Outcome);
        Assert.StartsWith("Speak now to your safeguarding lead or your Prevent lead, with what you have. Nothing that you could still find out "
            + "would require a referral, but advice is needed.", DecisionWords.Lead(decision, friday), StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_of_both_kinds_is_asked_of_both()
    {
        var no = Questions.All.Aggregate(default(Facts), (facts, question) => facts.With(question, Answer.No));
        Assert.StartsWith("Speak now to your safeguarding lead, social care's consultation line or your Prevent lead, with what you have.",
            DecisionWords.Lead(Decide(Forms.Extremism.Mask | Forms.ViewedAbusiveImages.Mask, no), friday), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_calls_health_or_the_LADO_alone_still_speaks_to_somebody_today()
    {
        Assert.True(DecisionWords.SpeaksToSomebody(Decide(Forms.YouthProducedImagery, Questions.SelfHarm)));
        Assert.True(DecisionWords.SpeaksToSomebody(Decide(Forms.ViewedAbusiveImages, Questions.PositionOfTrust)));
        Assert.False(DecisionWords.SpeaksToSomebody(Decide(Forms.Grooming, Questions.SelfHarm)));
        Assert.Equal("Call children's social care and the police today, and get urgent health help",
            DecisionWords.Heading(Decide(Forms.Grooming, Questions.SelfHarm), friday));
    }

    [Fact]
    public void What_is_deleted_depends_on_who_may_need_it()
    {
        var no = Questions.All.Aggregate(default(Facts), (facts, question) => facts.With(question, Answer.No));
        var setting = Decision.For(new(null, At(friday), Forms.YouthProducedImagery.Mask, [new(Involvement.Shown, 15)], no, null), RuleBook.Standard.Newest,
            RuleBook.Standard.Calendar);
        Assert.Equal(Outcome.RespondInSetting, setting.Outcome);
        Assert.Contains("delete anything until your safeguarding lead records that neither police nor social care needs it",
            DecisionWords.Donts(setting).Select(d => d.Words));
        Assert.Contains("delete anything until police and social care have said so", DecisionWords.Donts(Decide(Forms.Grooming)).Select(d => d.Words));
        Assert.Empty(DecisionWords.Donts(Decide(Forms.OnlineBullying)));
    }

    [Fact]
    public void Only_the_statements_and_facts_of_the_part_that_is_so_are_said()
    {
        var harmed = RuleBook.Standard.Decide(new(null, At(friday), Forms.OnlineBullying.Mask | Forms.Grooming.Mask, [new(Involvement.Harmed, 11)], default,
            null)).Duties.Single(d => d.Rule.Duty == DutyKind.ConsultSocialCare);
        Assert.Equal(["N6"], harmed.Because.Cites);
        Assert.Equal("the worry is grooming; a child who was harmed, was sent it, passed it on or acted is under 13", DecisionWords.Because(harmed.Because));
        var speaks = Decide(Forms.OnlineBullying, Questions.SelfHarm, Questions.BullyingSevere).Duties.Single(d => d.Rule.Duty == DutyKind.ConsultSocialCare);
        Assert.Equal(["S3.2", "N2"], speaks.Because.Cites);
        Assert.Null(DecisionWords.MetByCall(speaks, Decide(Forms.OnlineBullying, Questions.SelfHarm)));
        Assert.Equal("A referral to children's social care meets this too: one call is enough.", DecisionWords.MetByCall(harmed, Decide(Forms.Grooming)));
        Assert.Equal(["S2.1.6", "S3.2", "N2", "N6", "N11"], speaks.Rule.Cites);
    }

    [Fact]
    public void Before_a_parent_is_told_it_is_asked_whether_they_could_be_the_adult_only_while_that_is_not_known()
    {
        string? Asked(Decision decision) => DecisionWords.BeforeTelling(decision.Duties.Single(d => d.Rule.Duty == DutyKind.DecideTellingParents), decision);
        var no = Questions.All.Aggregate(default(Facts), (facts, question) => facts.With(question, Answer.No));
        Assert.Contains("Could this parent be that adult, or live with them?", Asked(Decide(Forms.OnlineBullying, Questions.SelfHarm)),
            StringComparison.Ordinal);
        Assert.Null(Asked(Decide(Forms.OnlineBullying, Questions.AdultInvolved)));
        Assert.Null(Asked(Decide(Forms.OnlineBullying.Mask, no)));
        // Nobody who could agree is called: then nobody waits for them.
        Assert.DoesNotContain(Decide(Forms.OnlineBullying, Questions.SelfHarm).Duties, d => d.AgreeFirst);
        Assert.All(Decide(Forms.Grooming).Duties.Where(d => d.Rule.Duty == DutyKind.DecideTellingParents), d => Assert.True(d.AgreeFirst));
    }

    [Fact]
    public void Two_decisions_are_told_apart()
    {
        var (without, with) = (Decide(Forms.YouthProducedImagery), Decide(Forms.YouthProducedImagery, Questions.AdultInvolved));
        var difference = new DecisionDifference(without, with);
        Assert.Contains("Refer to the police or children's social care, by Friday 27 March 2026", difference.Added);
        Assert.Contains(difference.Added, words => words.StartsWith("Do not tell the adult", StringComparison.Ordinal));
        Assert.Empty(difference.Removed);
        Assert.False(difference.IsNone);
        Assert.Equal(difference.Added, new DecisionDifference(with, without).Removed);
        Assert.True(new DecisionDifference(with, with).IsNone);
    }

    private static Decision Decide(Form form, params Question[] yes) =>
        Decide(form.Mask, yes.Aggregate(default(Facts), (facts, question) => facts.With(question, Answer.Yes)));

    private static Decision Decide(ulong forms, Facts answers) => RuleBook.Standard.Decide(new(null, At(friday), forms, [], answers, null));

    private static DateTimeOffset At(DateOnly day) => new(day, new(16, 40), TimeSpan.Zero);
}
