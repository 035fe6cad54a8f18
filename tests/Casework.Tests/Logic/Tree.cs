using CsCheck;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Tests.Logic;

/// <summary>A condition written once more, as plainly as logic can be: what the program's conditions and formulas are compared with.</summary>
internal abstract record Tree
{
    public sealed record Leaf(int Fact) : Tree;

    public sealed record And(Tree Left, Tree Right) : Tree;

    public sealed record Or(Tree Left, Tree Right) : Tree;

    /// <summary>The most facts that a random tree has.</summary>
    public const int MostFacts = 8;

    private static readonly Fact[] facts = [.. Enumerable.Range(0, MostFacts).Select(i => new Fact(i, $"f{i}", $"fact {i} is so"))];

    /// <summary>The program's condition.</summary>
    public Condition Condition => this switch
    {
        And and => and.Left.Condition & and.Right.Condition,
        Or or => or.Left.Condition | or.Right.Condition,
        _ => facts[((Leaf)this).Fact],
    };

    /// <summary>Random trees over so many facts.</summary>
    public static Gen<Tree> Over(int facts)
    {
        var leaf = Gen.Int[0, facts - 1].Select(Tree (fact) => new Leaf(fact));
        return Gen.Recursive<Tree>((depth, self) => depth > 4 ? leaf : Gen.OneOf<Tree>(leaf,
            Gen.Select(self, self, Tree (left, right) => new And(left, right)), Gen.Select(self, self, Tree (left, right) => new Or(left, right))));
    }

    /// <summary>Kleene's strong logic as the contract words it.</summary>
    public Answer In(Facts known) => this switch
    {
        And and => BothOf(and.Left.In(known), and.Right.In(known)),
        Or or => EitherOf(or.Left.In(known), or.Right.In(known)),
        _ => known[facts[((Leaf)this).Fact]],
    };

    /// <summary>No if any part is no, yes if all are yes, otherwise not known.</summary>
    public static Answer BothOf(Answer left, Answer right) =>
        left == Answer.No || right == Answer.No ? Answer.No : left == Answer.Yes && right == Answer.Yes ? Answer.Yes : Answer.NotKnown;

    /// <summary>Yes if any part is yes, no if all are no, otherwise not known.</summary>
    public static Answer EitherOf(Answer left, Answer right) =>
        left == Answer.Yes || right == Answer.Yes ? Answer.Yes : left == Answer.No && right == Answer.No ? Answer.No : Answer.NotKnown;
}

/// <summary>A rule: yes when one tree is yes and the other, if there is one, is not no.</summary>
internal sealed record Rule(Tree When, Tree? UnlessNo)
{
    public Formula Formula => Formula.Of(When.Condition, UnlessNo?.Condition);

    public static Gen<Rule> Over(int facts) =>
        Gen.Select(Tree.Over(facts), Tree.Over(facts), Gen.Bool, (when, unlessNo, with) => new Rule(when, with ? unlessNo : null));

    /// <summary>What the contract says of a rule with "is not no", which is itself never not known.</summary>
    public Answer In(Facts known) => UnlessNo is null ? When.In(known) : Tree.BothOf(When.In(known), UnlessNo.In(known) == Answer.No ? Answer.No : Answer.Yes);
}
