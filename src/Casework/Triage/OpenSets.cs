using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>
/// What could still matter to any of several outcomes, packed for speed: the sufficient sets of each, in which a kind ("any form is sexual") takes one
/// bit, from the top down, so that the sets stay few. In the end everything is known, so "not no" is simply yes.
/// </summary>
internal sealed class OpenSets
{
    private readonly ulong[] sets;
    private readonly (int End, ulong InAll)[] groups;      // where the sets of an outcome end, and the facts that stand in all of them
    private readonly (ulong Members, ulong Bit)[] kinds;
    private readonly ulong ofKinds;

    /// <summary>Packs outcomes, each a group of conditions of which any is enough.</summary>
    public OpenSets(IEnumerable<IEnumerable<(Condition? When, Condition? UnlessNo)>> outcomes)
    {
        var bits = new List<(ulong Members, ulong Bit)>();
        var all = new List<ulong>();
        var until = new List<(int, ulong)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outcome in outcomes)
        {
            var ways = SmallestSets.Of(outcome.SelectMany(row => (row.UnlessNo is null ? row.When! : row.When! & row.UnlessNo).Ways(BitOf)));
            if (!seen.Add(string.Join(',', ways))) continue;      // the same sets leave the same open
            all.AddRange(ways);
            until.Add((all.Count, InAll(ways)));
        }

        (sets, groups) = ([.. all], [.. until]);
        kinds = [.. bits];
        foreach (var (_, bit) in kinds) ofKinds |= bit;

        ulong BitOf(Kind kind)
        {
            foreach (var (members, bit) in bits)
                if (members == kind.Mentions) return bit;
            var next = 1UL << (63 - bits.Count);
            if (next <= ChildFacts.ChildShown.Mask) throw new InvalidOperationException("more kinds than there are bits above the facts");
            bits.Add((kind.Mentions, next));
            return next;
        }
    }

    /// <summary>The not-known facts that could still change any of the outcomes.</summary>
    public ulong Open(Facts facts)
    {
        var (given, open, start) = (0UL, 0UL, 0);
        foreach (var (members, bit) in kinds)
            if ((facts.Yes & members) != 0) given |= bit;
        var no = facts.No | (ofKinds & ~given);
        foreach (var (end, inAll) in groups)
        {
            if ((inAll & no) == 0) open |= SmallestSets.Open(sets.AsSpan(start..end), facts.Yes | given, no);
            start = end;
        }

        return open;
    }

    private static ulong InAll(ulong[] ways)
    {
        var inAll = ulong.MaxValue;
        foreach (var way in ways) inAll &= way;
        return inAll;
    }
}
