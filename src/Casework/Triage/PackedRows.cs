using System.Runtime.Intrinsics;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>
/// Groups of rows packed for speed: each group as its sufficient sets, a set a mask. A kind ("any form is sexual") and a "not no" take a bit
/// each, from the top down, settled once a concern, so that the sets stay few. Nothing here is stored or shown; it must agree with the rows'
/// own conditions, and tests hold the two together.
/// </summary>
internal sealed class PackedRows
{
    private const int Lanes = 4;
    private const ulong NeverSo = 1UL << 63;
    private readonly (ulong Members, ulong Bit)[] kinds;
    private readonly (ulong Fact, ulong Bit)[] notNos;
    private readonly ulong derived;
    private readonly ulong[] sets;
    private readonly int[] ends;

    /// <summary>Packs groups of rows, of which any row is enough.</summary>
    /// <param name="groups">The groups; a row without a condition never applies.</param>
    /// <param name="settled">Whether everything will be known in the end, so that "not no" is simply yes.</param>
    public PackedRows(IEnumerable<IEnumerable<Row>> groups, bool settled = false)
    {
        var bits = new DerivedBits();
        var all = new List<ulong>();
        var until = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var packed = SmallestSets.Of(group.Where(row => row.When is not null).SelectMany(row =>
                from way in row.When!.Ways(bits.Of)
                from more in row.UnlessNo?.Ways(bits.Of) ?? [0UL]
                select way | (settled ? more : bits.NotNo(more))));
            if (settled && !seen.Add(string.Join(',', packed))) continue;      // the same questions are open for the same sets
            all.AddRange(packed);
            while (all.Count % Lanes != 0) all.Add(NeverSo);
            until.Add(all.Count);
        }

        (sets, ends) = ([.. all], [.. until]);
        (kinds, notNos, derived) = ([.. bits.Kinds], [.. bits.NotNos], bits.Area);
    }

    /// <summary>What is yes, and what is or could be, with the kinds and the "not no"s settled.</summary>
    public (ulong Yes, ulong Possible) Settle(Facts facts)
    {
        var bits = 0UL;
        foreach (var (members, bit) in kinds)
            if ((facts.Yes & members) != 0) bits |= bit;
        foreach (var (fact, bit) in notNos)
            if ((facts.No & fact) == 0) bits |= bit;
        return (facts.Yes | bits, (facts.Possible & ~derived) | bits);
    }

    /// <summary>Whether any set of a group lies within the settled facts.</summary>
    public bool Any(int group, ulong within)
    {
        var given = Vector256.Create(within);
        for (var i = group == 0 ? 0 : ends[group - 1]; i < ends[group]; i += Lanes)
            if (Vector256.EqualsAny(Vector256.AndNot(Vector256.LoadUnsafe(ref sets[i]), given), Vector256<ulong>.Zero)) return true;
        return false;
    }

    /// <summary>The groups, a bit each, of which any set lies within the settled facts.</summary>
    public uint All(ulong within)
    {
        var found = 0U;
        for (var group = 0; group < ends.Length; group++)
            if (Any(group, within)) found |= 1U << group;
        return found;
    }

    /// <summary>The not-known facts that could still change whether any set of some group comes to lie within the facts.</summary>
    public ulong Open(Facts facts)
    {
        var (yes, possible) = Settle(facts);
        var open = 0UL;
        var start = 0;
        foreach (var end in ends)
        {
            open |= SmallestSets.Open(sets.AsSpan(start..end), yes, ~possible);
            start = end;
        }

        return open;
    }

    private sealed class DerivedBits
    {
        public List<(ulong Members, ulong Bit)> Kinds { get; } = [];

        public List<(ulong Fact, ulong Bit)> NotNos { get; } = [];

        public ulong Area { get; private set; } = NeverSo;

        public ulong Of(Kind kind) => BitFor(Kinds, kind.Mentions);

        public ulong NotNo(ulong facts) => Facts.Bits(facts & ~Area).Aggregate(facts & Area, (set, bit) => set | BitFor(NotNos, 1UL << bit));

        private ulong BitFor(List<(ulong Of, ulong Bit)> known, ulong of)
        {
            var found = known.Find(k => k.Of == of);
            if (found.Bit != 0) return found.Bit;
            var next = (Area & (~Area + 1)) >> 1;
            if (next <= ChildFacts.ChildShown.Mask) throw new InvalidOperationException("more kinds than there are bits above the facts");
            Area |= next;
            known.Add((of, next));
            return next;
        }
    }
}
