using System.Numerics;

namespace Lapwing.Casework.Logic;

/// <summary>What is known, a bit a fact (see <see cref="Fact.Bit"/>). A fact in neither set is not known. Masks are never stored: names are.</summary>
/// <param name="Yes">The facts that are so.</param>
/// <param name="No">The facts that are not so.</param>
public readonly record struct Facts(ulong Yes, ulong No)
{
    /// <summary>The facts that are so or could still turn out so.</summary>
    public ulong Possible => ~No;

    /// <summary>What is known of one fact.</summary>
    public Answer this[Fact fact] => (Yes & fact.Mask) != 0 ? Answer.Yes : (No & fact.Mask) != 0 ? Answer.No : Answer.NotKnown;

    /// <summary>Whether these facts are as much as others or more: what is yes there is yes here, and only what is no there may be no here.</summary>
    public bool IsAtLeast(Facts less) => ((less.Yes & ~Yes) | (No & ~less.No)) == 0;

    /// <summary>The same facts with one of them told anew.</summary>
    public Facts With(Fact fact, Answer answer) => new(
        answer == Answer.Yes ? Yes | fact.Mask : Yes & ~fact.Mask,
        answer == Answer.No ? No | fact.Mask : No & ~fact.Mask);

    /// <summary>The bits of a set, lowest first: the order of the procedure's own tables.</summary>
    public static IEnumerable<int> Bits(ulong set)
    {
        for (; set != 0; set &= set - 1) yield return BitOperations.TrailingZeroCount(set);
    }
}
