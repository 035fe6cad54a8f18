namespace Lapwing.Web.Tests.Check;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>What time it is.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>How long the program has run, by the clock that only goes on.</summary>
    public TimeSpan Ran { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Ran.Ticks;
}
