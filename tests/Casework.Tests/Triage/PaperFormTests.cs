using CsCheck;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>The calls on the paper form are those of the decision: nothing on paper was written by hand.</summary>
public sealed class PaperFormTests
{
    private static readonly DateTimeOffset aware = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private static readonly Edition edition = RuleBook.Standard.Newest;
    private static readonly IReadOnlyList<PaperRule> rules = PaperRules.Of(edition);
    private static readonly PaperForm paper = new(edition);
    private static readonly Fact[] ticks = [.. Questions.All, .. PaperForm.OfChildren];

    [Fact]
    public void One_form_and_one_answer_call_on_paper_whom_the_decision_calls() => Assert.All(
        from form in Forms.All from tick in ticks.Prepend(form) select (form, tick),
        one => Agrees(Concern([one.form], one.form == one.tick ? [] : [one.tick])));

    [Fact]
    public void One_form_and_two_answers_call_on_paper_whom_the_decision_calls() => Assert.All(
        from form in Forms.All from first in ticks from second in ticks where first.Bit < second.Bit select (form, first, second),
        one => Agrees(Concern([one.form], [one.first, one.second])));

    [Fact]
    public void Whatever_is_told_paper_calls_whom_the_decision_calls() =>
        Generators.Concerns.Sample(told => Agrees(told.Concern), iter: 20_000, print: told => told.Json);

    [Fact]
    public void Where_nobody_stands_beside_the_ticks_the_decision_requires_no_referral_and_with_all_known_no_talk() => Generators.NearlyKnown.Sample(
        told =>
        {
            var decision = RuleBook.Standard.Decide(told.Concern);
            if (rules.Any(rule => rule.Holds(told.Concern.Facts))) return;
            Assert.NotEqual(Outcome.ReferNow, decision.Outcome);
            if (decision.OpenFacts == 0) Assert.Equal(Outcome.RespondInSetting, decision.Outcome);
        },
        iter: 5_000, print: told => told.Json);

    [Fact]
    public void Every_rule_stands_beside_one_tick_or_beside_each_of_its_forms()
    {
        var beside = Forms.All.Concat<Fact>(ticks).Sum(fact => paper.Beside(fact).Count);
        Assert.True(beside > 20, $"{beside} lines");
        Assert.All(rules.Where(rule => rule.Yes == 0), rule => Assert.All(Forms.All.Where(form => (rule.AnyForm & form.Mask) != 0), form =>
            Assert.Contains(paper.Beside(form), line => line.Contains(rule.Call.Words, StringComparison.Ordinal))));
        Assert.All(rules.Where(rule => rule.Yes != 0), rule => Assert.Contains(ticks, fact => (rule.Yes & fact.Mask) != 0
            && paper.Beside(fact).Any(line => line.Contains(rule.Call.Words, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_lines_are_read_without_the_program()
    {
        Assert.Equal(["social care and the police"], paper.Beside(Forms.Grooming));
        Assert.Empty(paper.Beside(Forms.YouthProducedImagery));
        Assert.Equal(["social care and the police"], paper.Beside(Questions.ImmediateDanger));
        Assert.Equal(["with 1, 2, 5, 9, 10, 12 or 13: social care and the police", "with 11: social care and Prevent"], paper.Beside(Questions.AdultInvolved));
        Assert.Equal(["unless c and d are both no, or with 4: the LADO by the next working day"], paper.Beside(Questions.PositionOfTrust));
        Assert.Equal(["with 1, 2, 5 or 9 and a yes to h: social care and the police", "with 1 to 8: ask children's social care for advice"],
            paper.Beside(ChildFacts.ShownUnder13));
        Assert.Equal(["with 1 to 8: ask children's social care for advice"], paper.Beside(ChildFacts.OtherChildUnder13));
        Assert.Equal(("1", "13", "a", "c"), (paper.Label(Forms.All[0]), paper.Label(Forms.All[^1]), paper.Label(Questions.ImmediateDanger),
            paper.Label(Questions.AdultInvolved)));
    }

    [Fact]
    public void Every_question_and_form_has_a_label_of_its_own() =>
        Assert.Equal(Forms.All.Count + Questions.All.Count, Forms.All.Concat<Fact>(Questions.All).Select(paper.Label).Distinct().Count());

    [Fact]
    public void Planted_a_rule_too_few_is_seen()
    {
        var without = rules.Where(rule => rule.Yes != Questions.AdultInvolved.Mask);
        var facts = Concern([Forms.YouthProducedImagery], [Questions.AdultInvolved]).Facts;
        Assert.NotEqual(Called(rules, facts), Called(without, facts));
    }

    private static void Agrees(Concern concern)
    {
        var decision = RuleBook.Standard.Decide(concern);
        var calls = decision.Referrals.SelectMany(referral => DecisionWords.Each(referral.To))
            .Select(to => to == Recipient.ChildrensSocialCare ? "social care" : to.Short);
        var talks = decision.Duties.Where(duty => duty.Rule.Consults).Select(duty => duty.Rule.Duty.Words)
            .Select(words => char.ToLowerInvariant(words[0]) + words[1..]);
        Assert.Equal(calls.Concat(talks).Distinct().Order(StringComparer.Ordinal), Called(rules, concern.Facts));
    }

    private static IEnumerable<string> Called(IEnumerable<PaperRule> rules, Facts facts) =>
        rules.Where(rule => rule.Holds(facts)).Select(rule => rule.Call.Words).Distinct().Order(StringComparer.Ordinal);

    // What is not ticked is not known. An answer about an adult's images is only taken with a sexual form.
    private static Concern Concern(IEnumerable<Form> forms, IReadOnlyCollection<Fact> ticked)
    {
        var children = new List<Child>();
        if (ticked.Contains(ChildFacts.ShownUnder13)) children.Add(new(Involvement.Shown, 12));
        if (ticked.Contains(ChildFacts.OtherChildUnder13)) children.Add(new(Involvement.Received, 12));
        if (ticked.Contains(ChildFacts.ChildShown)) children.Add(new(Involvement.Shown, 15));
        if (ticked.Contains(ChildFacts.ChildInHousehold)) children.Add(new(Involvement.Household, 9));
        var formMask = forms.Aggregate(0UL, (all, form) => all | form.Mask);
        var isSexual = (formMask & Forms.Sexual.Mentions) != 0;
        var yes = ticked.OfType<Question>().Where(question => isSexual || question != Questions.AdultMadeOrHeldImages)
            .Aggregate(0UL, (all, question) => all | question.Mask);
        return new(null, aware, formMask, children, new(yes, 0), null);
    }
}
