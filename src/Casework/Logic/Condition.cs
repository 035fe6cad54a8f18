using System.Numerics;

namespace Lapwing.Casework.Logic;

/// <summary>
/// A rule as a tree of facts joined by <c>&amp;</c> and <c>|</c>. There is no negation, so more facts never make a condition less true:
/// that is what lets the laws be proved. The one tree decides, says which facts made it true, and writes itself in words.
/// </summary>
public abstract class Condition
{
    private protected Condition(ulong mentions) => Mentions = mentions;

    /// <summary>Every fact that occurs anywhere in the tree.</summary>
    public ulong Mentions { get; }

    /// <summary>As a cell of a decision table: <c>*sexual* and (`sexual-acts` or …)</c>. A derived fact stands by its name.</summary>
    public abstract string Text { get; }

    /// <summary>As a plain sentence, every derived fact written out: "an adult is involved, or …".</summary>
    public abstract string Sentence { get; }

    /// <summary>What each name within means: <c>adult</c> and the condition that it stands for.</summary>
    public virtual IEnumerable<(string Name, string Meaning)> Names => [];

    /// <summary>Both must be so.</summary>
    public static Condition operator &(Condition left, Condition right) => new All([left, right]);

    /// <summary>Either is enough.</summary>
    public static Condition operator |(Condition left, Condition right) => new Any([left, right]);

    /// <summary>Whether it is so when exactly these facts are.</summary>
    public abstract bool Holds(ulong facts);

    /// <summary>
    /// Kleene's strong three-valued logic. Without negation the answer is yes when it holds with every not-known fact read as no, and no
    /// when it does not hold even with every not-known fact read as yes.
    /// </summary>
    public Answer In(Facts facts) => Holds(facts.Yes) ? Answer.Yes : Holds(facts.Possible) ? Answer.NotKnown : Answer.No;

    /// <summary>The facts of this condition that are so.</summary>
    public ulong Because(Facts facts) => Mentions & facts.Yes;

    /// <summary>The same condition under the name that the tables give it, such as <c>adult</c>.</summary>
    public Condition Named(string name) => new Derived(name, this);

    /// <summary>
    /// Ways in which it can be so, some perhaps containing others. A <see cref="Kind"/> is one bit where <paramref name="bitOf"/> gives it one.
    /// </summary>
    internal abstract IEnumerable<ulong> Ways(Func<Kind, ulong>? bitOf);

    /// <summary>
    /// The condition as products, any of which is enough. A product is a list of sets, of each of which any fact must be so:
    /// <c>sexual and (adult or coerced)</c> is one product of two sets, where it would be many sufficient sets.
    /// </summary>
    internal abstract IEnumerable<ulong[]> Products();

    internal virtual string TextWithin => Text;

    private sealed class All(IEnumerable<Condition> parts) : Condition(Union(parts))
    {
        private readonly Condition[] parts = [.. parts.SelectMany(p => p is All all ? all.parts : [p])];

        public override string Text => string.Join(" and ", parts.Select(p => p.TextWithin));

        public override string Sentence => string.Join("; and ", parts.Select(p => p.Sentence));

        internal override string TextWithin => $"({Text})";

        public override bool Holds(ulong facts)
        {
            foreach (var part in parts)
                if (!part.Holds(facts)) return false;
            return true;
        }

        public override IEnumerable<(string Name, string Meaning)> Names => parts.SelectMany(p => p.Names);

        internal override IEnumerable<ulong> Ways(Func<Kind, ulong>? bitOf) => Multiply([0UL], part => part.Ways(bitOf), (way, more) => way | more);

        internal override IEnumerable<ulong[]> Products() => Multiply<ulong[]>([[]], part => part.Products(), (product, more) => [.. product, .. more]);

        private List<T> Multiply<T>(List<T> one, Func<Condition, IEnumerable<T>> of, Func<T, T, T> times)
        {
            foreach (var part in parts)
            {
                var all = new List<T>();
                foreach (var left in one)
                    foreach (var right in of(part)) all.Add(times(left, right));
                one = all;
            }

            return one;
        }
    }

    private sealed class Any(IEnumerable<Condition> parts) : Condition(Union(parts))
    {
        private readonly Condition[] parts = [.. parts.SelectMany(p => p is Any any ? any.parts : [p])];

        public override string Text => string.Join(" or ", parts.Select(p => p.TextWithin));

        public override string Sentence => string.Join(", or ", parts.Select(p => p.Sentence));

        internal override string TextWithin => $"({Text})";

        public override bool Holds(ulong facts)
        {
            foreach (var part in parts)
                if (part.Holds(facts)) return true;
            return false;
        }

        public override IEnumerable<(string Name, string Meaning)> Names => parts.SelectMany(p => p.Names);

        internal override IEnumerable<ulong> Ways(Func<Kind, ulong>? bitOf) => parts.SelectMany(p => p.Ways(bitOf));

        internal override IEnumerable<ulong[]> Products()
        {
            var products = new List<ulong[]>();
            var any = 0UL;
            foreach (var product in parts.SelectMany(p => p.Products()))
            {
                if (product.Length == 1) any |= product[0];
                else products.Add(product);
            }

            if (any != 0) products.Add([any]);
            return products;
        }
    }

    private sealed class Derived(string name, Condition meaning) : Condition(meaning.Mentions)
    {
        public override string Text => $"*{name}*";

        public override string Sentence => meaning.Sentence;

        public override IEnumerable<(string Name, string Meaning)> Names => meaning.Names.Prepend((name, meaning.Text));

        public override bool Holds(ulong facts) => meaning.Holds(facts);

        internal override IEnumerable<ulong> Ways(Func<Kind, ulong>? bitOf) => meaning.Ways(bitOf);

        internal override IEnumerable<ulong[]> Products() => meaning.Products();
    }

    private static ulong Union(IEnumerable<Condition> parts) => parts.Aggregate(0UL, (all, part) => all | part.Mentions);
}

/// <summary>One thing that can be known of a concern: a condition of its own.</summary>
/// <param name="bit">Its place, 0 to 63, which is also the order in which facts are named. Bits may move between versions: they are never stored.</param>
/// <param name="name">The name in files and in the API.</param>
/// <param name="clause">What a yes means, as a clause of a sentence: "an adult is involved".</param>
public class Fact(int bit, string name, string clause) : Condition(1UL << bit)
{
    /// <summary>Its place in <see cref="Facts"/>.</summary>
    public int Bit => BitOperations.TrailingZeroCount(Mask);

    /// <summary>The set of this fact alone.</summary>
    public ulong Mask => Mentions;

    /// <summary>The name in files and in the API.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override string Text => $"`{Name}`";

    /// <inheritdoc/>
    public override string Sentence { get; } = clause;

    /// <inheritdoc/>
    public override bool Holds(ulong facts) => (facts & Mask) != 0;

    internal override IEnumerable<ulong> Ways(Func<Kind, ulong>? bitOf) => [Mask];

    internal override IEnumerable<ulong[]> Products() => [[Mask]];
}

/// <summary>
/// Any of several facts that are never not-known, such as "any form is sexual". Being always settled, a kind can be packed as one bit more.
/// </summary>
/// <param name="name">The name in the tables: <c>sexual</c>.</param>
/// <param name="clause">What a yes means, as a clause of a sentence.</param>
/// <param name="members">The facts of which any is enough.</param>
public sealed class Kind(string name, string clause, params IReadOnlyList<Fact> members) : Condition(members.Aggregate(0UL, (all, f) => all | f.Mask))
{
    /// <inheritdoc/>
    public override string Text => $"*{name}*";

    /// <inheritdoc/>
    public override string Sentence { get; } = clause;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Meaning)> Names => [(name, $"any of {string.Join(", ", Members.Select(m => m.Text))}")];

    /// <summary>The facts of which any is enough.</summary>
    public IReadOnlyList<Fact> Members { get; } = members;

    /// <inheritdoc/>
    public override bool Holds(ulong facts) => (facts & Mentions) != 0;

    internal override IEnumerable<ulong> Ways(Func<Kind, ulong>? bitOf) => bitOf is null ? Members.Select(f => f.Mask) : [bitOf(this)];

    internal override IEnumerable<ulong[]> Products() => [[Mentions]];
}
