using System.Numerics;

namespace Lapwing.Casework.Logic;

/// <summary>Families of sets of facts, a set a mask, of which any one is enough.</summary>
internal static class SmallestSets
{
    /// <summary>The sets that hold no other.</summary>
    public static ulong[] Of(IEnumerable<ulong> sets)
    {
        var kept = new List<ulong>();
        foreach (var set in sets)
        {
            if (kept.Exists(smaller => (smaller & ~set) == 0)) continue;
            kept.RemoveAll(larger => (set & ~larger) == 0);
            kept.Add(set);
        }

        return [.. kept];
    }

    /// <summary>
    /// The facts, neither yes nor no, that could still matter: some way of settling all the others makes the answer depend on this one alone.
    /// Strike out the sets that hold a no and take the yes facts out of the rest. If one is empty the answer is yes whatever else comes.
    /// Otherwise a fact in a smallest set decides alone when the rest of that set is yes and all else is no; no other fact changes anything.
    /// </summary>
    public static ulong Open(ReadOnlySpan<ulong> sets, ulong yes, ulong no)
    {
        Span<ulong> left = sets.Length <= 64 ? stackalloc ulong[sets.Length] : new ulong[sets.Length];
        var count = 0;
        var alone = 0UL;
        foreach (var set in sets)
        {
            if ((set & no) != 0) continue;
            var rest = set & ~yes;
            if (rest == 0) return 0;
            if (BitOperations.IsPow2(rest)) alone |= rest;
            else left[count++] = rest;
        }

        var open = alone;
        left = left[..count];
        foreach (var rest in left)
            if ((rest & alone) == 0 && (rest & ~open) != 0 && HoldsNoOther(rest, left)) open |= rest;
        return open;
    }

    // A pair could hold only a single fact, and the sets that hold one are out already.
    private static bool HoldsNoOther(ulong rest, ReadOnlySpan<ulong> among)
    {
        if (BitOperations.PopCount(rest) == 2) return true;
        foreach (var other in among)
            if (other != rest && (other & ~rest) == 0) return false;
        return true;
    }
}
