namespace Lapwing.Web.Simulation;

/// <summary>Says how far a simulation is, in a line a second at most.</summary>
/// <param name="cases">How many cases it will be.</param>
/// <param name="time">The clock.</param>
/// <param name="error">Where it is said.</param>
internal sealed class SimulationPace(int cases, TimeProvider time, TextWriter error)
{
    private readonly long started = time.GetTimestamp();
    private long? said;

    /// <summary>How far it is now; the end is always said.</summary>
    public void Tell(Progress progress)
    {
        if (progress.Cases < cases && (progress.Entries == 0 || (said is { } before && time.GetElapsedTime(before).TotalSeconds < 1))) return;
        said = time.GetTimestamp();
        var seconds = Math.Max(0.001, time.GetElapsedTime(started).TotalSeconds);
        error.WriteLine($"lapwing: {progress.Cases:#,0} of {cases:#,0} cases ({100.0 * progress.Cases / cases:0} %), {progress.Entries:#,0} entries "
            + $"written, {progress.Entries / seconds:#,0} a second");
    }
}
