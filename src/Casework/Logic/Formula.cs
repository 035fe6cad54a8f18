namespace Lapwing.Casework.Logic;

/// <summary>
/// A rule as the least that must be known for it: in each <see cref="Ways">way</see> some facts are yes, some only not no, and all others may
/// be no. What follows from what, what could still matter and how two rules differ are questions about these ways, answered for every
/// combination of facts without trying any.
/// </summary>
public sealed class Formula
{
    private readonly Facts[] ways;
    private readonly ulong[] settled;     // the same when everything is known: "not no" is then yes

    private Formula(IEnumerable<Facts> ways)
    {
        this.ways = Least(ways);
        settled = SmallestSets.Of(Array.ConvertAll(this.ways, way => way.Possible));
    }

    /// <summary>Never so.</summary>
    public static Formula Never { get; } = new([]);

    /// <summary>The least facts that make the rule yes; none is at least another.</summary>
    public IReadOnlyList<Facts> Ways => ways;

    /// <summary>The rule that is yes when <paramref name="when"/> is yes and <paramref name="unlessNo"/>, if there is one, is not no.</summary>
    public static Formula Of(Condition when, Condition? unlessNo = null)
    {
        var all = new List<Facts>();
        foreach (var way in when.Ways(null))
            foreach (var more in unlessNo?.Ways(null) ?? [0UL]) all.Add(new(way, ~(way | more)));
        return new(all);
    }

    /// <summary>The rule that is yes in any of these ways.</summary>
    public static Formula OfWays(IEnumerable<Facts> ways) => new(ways);

    /// <summary>Either is enough.</summary>
    public Formula Or(Formula other) => new(ways.Concat(other.ways));

    /// <summary>Whether the rule is yes on these facts.</summary>
    public bool Holds(Facts facts)
    {
        foreach (var way in ways)
            if (facts.IsAtLeast(way)) return true;
        return false;
    }

    /// <summary>Yes, no, or not known: not yet yes, but it would be if every not-known fact turned out yes.</summary>
    public Answer In(Facts facts) => Holds(facts) ? Answer.Yes : Holds(facts with { Yes = facts.Possible }) ? Answer.NotKnown : Answer.No;

    /// <summary>Whether <paramref name="other"/> is yes whenever this is, whatever the facts: the least facts for this must be enough for the other.</summary>
    public bool Implies(Formula other) => Array.TrueForAll(ways, other.Holds);

    /// <summary>The least facts that make this yes and <paramref name="other"/> not. Empty exactly when this implies the other.</summary>
    public IReadOnlyList<Facts> Beyond(Formula other) => [.. ways.Where(way => !other.Holds(way))];

    /// <summary>The not-known facts for which some way of settling all the others makes the answer depend on this one alone.</summary>
    public ulong Open(Facts facts) => SmallestSets.Open(settled, facts.Yes, facts.No);

    private static Facts[] Least(IEnumerable<Facts> ways)
    {
        var least = new List<Facts>();
        foreach (var way in ways)
        {
            if (least.Exists(less => way.IsAtLeast(less))) continue;
            least.RemoveAll(more => more.IsAtLeast(way));
            least.Add(way);
        }

        return [.. least];
    }
}
