using System.Diagnostics;

namespace Lapwing.Bench;

/// <summary>Something to be timed.</summary>
/// <param name="Pass">Does the work on every input once, and gives a sum of the answers so that nothing is optimized away.</param>
/// <param name="Operations">How many inputs that are.</param>
internal sealed record Contender(Func<ulong> Pass, int Operations);

/// <summary>What one contender took.</summary>
/// <param name="Rounds">Nanoseconds an operation, in each round.</param>
/// <param name="Bytes">Bytes allocated an operation.</param>
internal sealed record Timing(double[] Rounds, double Bytes)
{
    /// <summary>The median round.</summary>
    public double Nanoseconds => Of(Rounds);

    /// <summary>How many times as long as another, as the median over the rounds: what disturbs a round disturbs both in it.</summary>
    public double Times(Timing other) => Of([.. Rounds.Zip(other.Rounds, (mine, theirs) => mine / theirs)]);

    /// <summary>The median of some numbers.</summary>
    public static double Of(double[] numbers)
    {
        Array.Sort(numbers = [.. numbers]);
        return numbers.Length % 2 == 1 ? numbers[numbers.Length / 2] : (numbers[(numbers.Length / 2) - 1] + numbers[numbers.Length / 2]) / 2;
    }
}

/// <summary>Times several contenders in turn, round after round (A B C A B C …), because the machine may be shared and its speed may drift.</summary>
internal static class Rounds
{
    private const int Count = 21;
    private const int SliceMilliseconds = 25;
    private const int WarmUpMilliseconds = 600;      // past the tiers of the compiler, which wait for a tenth of a second of quiet
    private static ulong sink;

    public static Timing[] Of(params Contender[] contenders)
    {
        var passes = contenders.Select(WarmUp).ToArray();
        var rounds = contenders.Select(_ => new double[Count]).ToArray();
        for (var round = 0; round < Count; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                GC.Collect();
                rounds[i][round] = Slice(contenders[i], passes[i]).TotalNanoseconds / passes[i] / contenders[i].Operations;
            }
        }

        return [.. contenders.Select((contender, i) => new Timing(rounds[i], Bytes(contender)))];
    }

    // How many passes make a slice.
    private static int WarmUp(Contender contender)
    {
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < WarmUpMilliseconds) Slice(contender, 1);
        var passes = 1;
        while (Slice(contender, passes).TotalMilliseconds < SliceMilliseconds) passes *= 2;
        return passes;
    }

    private static TimeSpan Slice(Contender contender, int passes)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < passes; i++) sink += contender.Pass();
        return Stopwatch.GetElapsedTime(started);
    }

    private static double Bytes(Contender contender)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        sink += contender.Pass();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / contender.Operations;
    }
}
