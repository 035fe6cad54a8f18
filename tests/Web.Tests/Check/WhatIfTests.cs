using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>"What if" with the ages of children: those whose age counts are tried with another, and one is made up where there is none.</summary>
public sealed class WhatIfTests
{
    private static readonly DateTimeOffset aware = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);

    [Fact]
    public void Another_child_under_13_brings_advice_and_one_who_is_not_takes_it_away()
    {
        var older = Decide(Forms.Grooming, new Child(Involvement.Harmed, 14), new Child(Involvement.Household, 3));
        Assert.Contains(Tried(older, "yes").Added, words => words.StartsWith("Ask children's social care for advice", StringComparison.Ordinal));
        var younger = Decide(Forms.Grooming, new Child(Involvement.Acting, 11));
        Assert.Contains(Tried(younger, "no").Removed, words => words.StartsWith("Ask children's social care for advice", StringComparison.Ordinal));
        Assert.True(Tried(younger, "yes").IsNone);
    }

    [Fact]
    public void Where_no_such_child_is_listed_one_is_tried_and_a_child_who_is_shown_keeps_their_age()
    {
        var shown = Decide(Forms.YouthProducedImagery, new Child(Involvement.Shown | Involvement.Shared, 15));
        Assert.Contains(Tried(shown, "yes").Added, words => words.StartsWith("Ask children's social care for advice", StringComparison.Ordinal));
        Assert.True(Tried(shown, "no").IsNone);
        Assert.Contains("another child", WhatIf.Ask(ChildFacts.AgeOfOtherChildren), StringComparison.Ordinal);
    }

    private static DecisionDifference Tried(Decision decision, string answer) =>
        WhatIf.Of("age-of-other-children", answer, decision, RuleBook.Standard)!.Difference!;

    private static Decision Decide(Form form, params Child[] children)
    {
        var no = Questions.All.Aggregate(default(Facts), (facts, question) => facts.With(question, Answer.No));
        return RuleBook.Standard.Decide(new(null, aware, form.Mask, children, no, null));
    }
}
