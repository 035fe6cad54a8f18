using System.Runtime.Intrinsics;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>
/// Groups of conditions packed for speed, as products of sets of which any fact is enough, four products side by side and without a branch. Nothing
/// here is stored or shown; it must agree with the conditions themselves, and tests hold the two together.
/// </summary>
internal sealed class PackedRows
{
    private const ulong Always = 1UL << 63;     // a fact that is always so
    private const int Lanes = 4;
    private readonly Vector256<ulong>[] factors;        // of four products: what must not be no, their first sets, their second, …
    private readonly Vector256<ulong>[] products;       // of four groups: the products of each
    private readonly int depth;

    /// <summary>Packs groups of conditions, of which any is enough.</summary>
    /// <param name="groups">The groups, each condition with what must not be no besides; a row without a condition never applies.</param>
    public PackedRows(IEnumerable<IEnumerable<(Condition? When, Condition? UnlessNo)>> groups)
    {
        var all = new List<Product>();
        var ofGroups = new List<ulong>();
        foreach (var group in groups)
        {
            var packed = Product.Of(group);
            ofGroups.Add(((1UL << packed.Count) - 1) << all.Count);
            all.AddRange(packed);
            foreach (var product in packed) depth = Math.Max(depth, 1 + product.Sets.Count);
        }

        if (all.Count >= 64) throw new InvalidOperationException("more products than there are bits");
        factors = new Vector256<ulong>[Fours(all.Count) * depth];
        for (var i = 0; i < factors.Length; i++) factors[i] = Pack(i / depth, at => at < all.Count ? all[at][i % depth] : 0);
        products = new Vector256<ulong>[Fours(ofGroups.Count)];
        for (var i = 0; i < products.Length; i++) products[i] = Pack(i, at => at < ofGroups.Count ? ofGroups[at] : 0);
    }

    /// <summary>The groups, a bit each, of which any condition is so, and what must not be no is not.</summary>
    /// <param name="so">The facts that count as so.</param>
    /// <param name="possible">The facts that are not no.</param>
    public ulong All(ulong so, ulong possible)
    {
        var (given, may, hits) = (Vector256.Create(so | Always), Vector256.Create(possible | Always), 0UL);
        var left = factors.AsSpan();
        for (var step = 0; !left.IsEmpty; step += Lanes)
        {
            var missing = Vector256.Equals(left[0] & may, Vector256<ulong>.Zero);
            foreach (var set in left[1..depth]) missing |= Vector256.Equals(set & given, Vector256<ulong>.Zero);
            hits |= (ulong)(~missing.ExtractMostSignificantBits() & 0xF) << step;
            left = left[depth..];
        }

        var (found, hit) = (0UL, Vector256.Create(hits));
        for (var i = 0; i < products.Length; i++)
            found |= (ulong)(~Vector256.Equals(products[i] & hit, Vector256<ulong>.Zero).ExtractMostSignificantBits() & 0xF) << (Lanes * i);
        return found;
    }

    private static int Fours(int count) => (count + Lanes - 1) / Lanes;

    private static Vector256<ulong> Pack(int four, Func<int, ulong> at) =>
        Vector256.Create(at(four * Lanes), at((four * Lanes) + 1), at((four * Lanes) + 2), at((four * Lanes) + 3));

    private sealed class Product(List<ulong> sets, ulong notNo)
    {
        public List<ulong> Sets => sets;

        // What must not be no, the sets, and then what is always so.
        public ulong this[int place] => place == 0 ? notNo : place <= sets.Count ? sets[place - 1] : Always;

        public static List<Product> Of(IEnumerable<(Condition? When, Condition? UnlessNo)> group)
        {
            var all = new List<Product>();
            foreach (var (when, unlessNo) in group)
            {
                var notNo = unlessNo is null ? Always : unlessNo.Mentions;
                foreach (var product in when?.Products() ?? []) new Product([.. product], notNo).AddTo(all);
            }

            return all;
        }

        // Two products that differ in one set are one product, with any fact of the two sets.
        private void AddTo(List<Product> all)
        {
            foreach (var other in all)
            {
                List<ulong> mine = sets.FindAll(set => !other.Sets.Contains(set)), theirs = other.Sets.FindAll(set => !sets.Contains(set));
                if (notNo != other[0] || mine.Count != 1 || theirs.Count != 1) continue;
                all.Remove(other);
                new Product([.. sets.FindAll(other.Sets.Contains), mine[0] | theirs[0]], notNo).AddTo(all);
                return;
            }

            all.Add(this);
        }
    }
}
