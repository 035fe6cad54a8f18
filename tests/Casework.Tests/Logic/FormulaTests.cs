using CsCheck;
using Lapwing.Casework.Logic;
using Xunit;

namespace Lapwing.Casework.Tests.Logic;

public sealed class FormulaTests
{
    private const int Iterations = 2_000;
    private const int Few = 5;
    private static readonly Fact a = new(0, "a", "a is so"), b = new(1, "b", "b is so"), c = new(2, "c", "c is so");
    private static readonly Gen<(Rule Rule, Facts Known)> withFacts =
        Gen.Select(Rule.Over(Tree.MostFacts), Gen.Int[0, 6560], (rule, number) => (rule, Everything.Numbered(number, Tree.MostFacts)));

    [Fact]
    public void A_formula_answers_as_the_contract_says() =>
        withFacts.Sample((rule, known) =>
            rule.Formula.In(known) == rule.In(known) && rule.Formula.Holds(known) == (rule.In(known) == Answer.Yes), iter: 10_000);

    [Fact]
    public void A_condition_answers_as_the_contract_says() =>
        withFacts.Sample((rule, known) => rule.When.Condition.In(known) == rule.When.In(known), iter: 10_000);

    [Fact]
    public void What_is_open_is_what_could_change_the_answer_alone() => withFacts.Sample(t => IsOpen(t, t.Rule.Formula.Open(t.Known)), iter: Iterations);

    [Fact]
    public void Planted_an_open_that_takes_every_set_not_struck_out_is_caught() => Assert.Throws<CsCheckException>(() => withFacts.Sample(t =>
    {
        var left = t.Rule.Formula.Ways.Select(w => w.Possible).Where(set => (set & t.Known.No) == 0).Select(set => set & ~t.Known.Yes).ToList();
        return IsOpen(t, left.Contains(0) ? 0 : left.Aggregate(0UL, (all, set) => all | set));
    }, iter: Iterations));

    [Fact]
    public void Planted_an_open_that_does_not_see_that_the_answer_is_settled_is_caught() => Assert.Throws<CsCheckException>(() =>
        withFacts.Sample(t => IsOpen(t, t.Rule.Formula.Ways.Aggregate(0UL, (all, way) => all | way.Possible) & ~(t.Known.Yes | t.Known.No)), iter: Iterations));

    [Fact]
    public void A_formula_implies_another_exactly_when_it_does_whatever_the_facts() => Gen.Select(Rule.Over(Few), Rule.Over(Few)).Sample((one, other) =>
        one.Formula.Implies(other.Formula) == Everything.Over(Few).All(known => one.In(known) != Answer.Yes || other.In(known) == Answer.Yes),
            iter: Iterations);

    [Fact]
    public void What_lies_beyond_another_is_the_least_that_makes_one_yes_and_the_other_not() =>
        Gen.Select(Rule.Over(Few), Rule.Over(Few)).Sample((one, other) =>
    {
        var beyond = one.Formula.Beyond(other.Formula);
        return beyond.All(way => one.In(way) == Answer.Yes && other.In(way) != Answer.Yes && one.Formula.Ways.Contains(way))
            && (beyond.Count == 0) == one.Formula.Implies(other.Formula);
    }, iter: Iterations);

    [Fact]
    public void The_ways_are_exactly_the_least_facts_that_make_it_yes() => Rule.Over(Few).Sample(rule =>
    {
        Facts[] yes = [.. Everything.Over(Few).Where(known => rule.In(known) == Answer.Yes)];
        return yes.Where(known => !yes.Any(less => less != known && known.IsAtLeast(less))).ToHashSet().SetEquals(rule.Formula.Ways);
    }, iter: 300);

    [Fact]
    public void Either_of_two_formulas_is_yes_when_either_is() => Gen.Select(Rule.Over(Few), Rule.Over(Few)).Sample((one, other) =>
    {
        var either = one.Formula.Or(other.Formula);
        return Everything.Over(Few).All(known => either.Holds(known) == (one.In(known) == Answer.Yes || other.In(known) == Answer.Yes));
    }, iter: 1_000);

    [Fact]
    public void More_facts_never_make_a_formula_less_true() => Gen.Select(Rule.Over(Few), Gen.Int[0, 242], Gen.Int[0, 242]).Sample((rule, one, other) =>
    {
        var (more, less) = (Everything.Numbered(one, Few), Everything.Numbered(other, Few));
        return !more.IsAtLeast(less) || rule.Formula.In(more) >= rule.Formula.In(less);
    }, iter: 10_000);

    [Fact]
    public void A_way_that_holds_a_smaller_one_is_left_out()
    {
        Assert.Equal([new Facts(1, ~1UL)], Formula.Of(a & (a | b)).Ways);
        Assert.Equal([new Facts(0b11, ~0b11UL)], Formula.Of(a & b & (a | c)).Ways);
        Assert.Equal([new Facts(1, ~0b11UL)], Formula.Of(a, unlessNo: b).Ways);
        Assert.Equal([new Facts(1, ~0b11UL)], Formula.Of(a & b).Or(Formula.Of(a, unlessNo: b)).Ways);
    }

    [Fact]
    public void Never_is_never_so_and_implies_everything()
    {
        Assert.Empty(Formula.Never.Ways);
        Assert.Equal(Answer.No, Formula.Never.In(default));
        Assert.True(Formula.Never.Implies(Formula.Of(a)));
        Assert.False(Formula.Of(a).Implies(Formula.Never));
    }

    private static bool IsOpen((Rule Rule, Facts Known) t, ulong open) => open == Everything.Open(t.Rule, t.Known, Tree.MostFacts);
}
