using System.Runtime.Intrinsics;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>
/// Groups of conditions packed for speed: each group as its sufficient sets, a set a mask. A kind ("any form is sexual") and a "not no" take a bit
/// each, from the top down, settled once a concern, so that the sets stay few. Nothing here is stored or shown; it must agree with the rows'
/// own conditions, and tests hold the two together.
/// </summary>
internal sealed class PackedRows
{
    private const ulong NeverSo = 1UL << 63;
    private static readonly int lanes = Vector256<ulong>.Count;
    private readonly ulong[] sets;
    private readonly int[] ends;                // for each group, where its vectors end
    private readonly Vector256<ulong>[] packed; // the sets, four to a vector
    private readonly (Vector256<ulong> Members, Vector256<ulong> Bits)[] kinds;
    private readonly (Vector256<ulong> Facts, Vector256<ulong> Bits)[] notNos;
    private readonly ulong derived;

    /// <summary>Packs groups of conditions, of which any is enough.</summary>
    /// <param name="groups">The groups, each condition with what must not be no besides; a row without a condition never applies.</param>
    /// <param name="settled">Whether everything will be known in the end, so that "not no" is simply yes.</param>
    public PackedRows(IEnumerable<IEnumerable<(Condition? When, Condition? UnlessNo)>> groups, bool settled = false)
    {
        var bits = new DerivedBits();
        var all = new List<ulong>();
        var until = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var ways = SmallestSets.Of(group.Where(row => row.When is not null).SelectMany(row =>
                from way in row.When!.Ways(bits.Of)
                from more in row.UnlessNo?.Ways(bits.Of) ?? [0UL]
                select way | (settled ? more : bits.NotNo(more))));
            if (settled && !seen.Add(string.Join(',', ways))) continue;      // the same questions are open for the same sets
            all.AddRange(ways is [] ? [NeverSo] : ways);
            while (all.Count % lanes != 0) all.Add(NeverSo);
            until.Add(all.Count / lanes);
        }

        (sets, ends, packed, derived) = ([.. all], [.. until], InFours(all), bits.Area);
        kinds = [.. InFours(bits.Kinds.Select(k => k.Of)).Zip(InFours(bits.Kinds.Select(k => k.Bit)))];
        notNos = [.. InFours(bits.NotNos.Select(n => n.Of)).Zip(InFours(bits.NotNos.Select(n => n.Bit)))];
    }

    /// <summary>What is yes, and what is or could be, with the kinds and the "not no"s settled.</summary>
    public (ulong Yes, ulong Possible) Settle(Facts facts)
    {
        var (yes, no, bits) = (Vector256.Create(facts.Yes), Vector256.Create(facts.No), Vector256<ulong>.Zero);
        foreach (var (members, kindBits) in kinds) bits |= Vector256.AndNot(kindBits, Vector256.Equals(members & yes, Vector256<ulong>.Zero));
        foreach (var (fact, notNoBits) in notNos) bits |= notNoBits & Vector256.Equals(fact & no, Vector256<ulong>.Zero);
        var settled = Vector256.Sum(bits);      // each bit stands in one place only
        return (facts.Yes | settled, (facts.Possible & ~derived) | settled);
    }

    /// <summary>The groups, a bit each, of which any set lies within the settled facts.</summary>
    public ulong All(ulong within)
    {
        var given = Vector256.Create(within);
        var (found, i) = (0UL, 0);
        for (var group = 0; group < ends.Length; group++)
        {
            var hits = Vector256<ulong>.Zero;
            for (; i < ends[group]; i++) hits |= Vector256.Equals(Vector256.AndNot(packed[i], given), Vector256<ulong>.Zero);
            if (hits != Vector256<ulong>.Zero) found |= 1UL << group;
        }

        return found;
    }

    /// <summary>The not-known facts that could still change whether any set of some group comes to lie within the facts.</summary>
    public ulong Open(Facts facts)
    {
        var (yes, possible) = Settle(facts);
        var (open, start) = (0UL, 0);
        foreach (var end in ends)
        {
            open |= SmallestSets.Open(sets.AsSpan(start..(end * lanes)), yes, ~possible);
            start = end * lanes;
        }

        return open;
    }

    private static Vector256<ulong>[] InFours(IEnumerable<ulong> values) =>
        [.. values.Chunk(lanes).Select(four => Vector256.Create([.. four, .. new ulong[lanes - four.Length]]))];

    private sealed class DerivedBits
    {
        public List<(ulong Of, ulong Bit)> Kinds { get; } = [];

        public List<(ulong Of, ulong Bit)> NotNos { get; } = [];

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
