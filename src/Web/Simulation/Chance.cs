using System.Buffers.Binary;

namespace Lapwing.Web.Simulation;

/// <summary>
/// Chance that follows from a seed (SplitMix64): the same on every machine and in every version of the runtime, and one of its own for each case, so
/// that a case is the same whichever were told before it.
/// </summary>
internal sealed class Chance
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    private Chance(ulong state) => this.state = state;

    /// <summary>That of one case, for one use.</summary>
    public static Chance Of(long seed, int number, int use)
    {
        var mixed = new Chance((ulong)seed);
        mixed = new(mixed.Next() + (uint)number);
        return new(mixed.Next() + (uint)use);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += Step;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0, and below 1.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from one to another, both included.</summary>
    public int From(int least, int most) => least + (int)(Part() * (most - least + 1));

    /// <summary>Whether something is so that is so in this share of cases.</summary>
    public bool Is(double share) => Part() < share;

    /// <summary>One of these.</summary>
    public T Of<T>(params IReadOnlyList<T> all) => all[From(0, all.Count - 1)];

    /// <summary>One of these, each as often as its weight says.</summary>
    public T Of<T>(IReadOnlyList<(T What, double Weight)> all)
    {
        var left = Part() * all.Sum(one => one.Weight);
        foreach (var (what, weight) in all)
            if ((left -= weight) < 0) return what;
        return all[^1].What;
    }

    /// <summary>A number of 128 bits.</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        return new(bytes, bigEndian: true);
    }
}
