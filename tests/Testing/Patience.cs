namespace Lapwing.Testing;

/// <summary>
/// How long a test waits for what must come, on however busy a machine. It is a bound and no more: a wait is for a state, begins before the act that
/// brings the state about, and ends with it. A test that fails here says that the state never came, not that it came late.
/// </summary>
public static class Patience
{
    /// <summary>Three minutes.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromMinutes(3);

    /// <summary>The same in milliseconds, for the browser.</summary>
    public static float Milliseconds => (float)Bound.TotalMilliseconds;

    /// <summary>Waits for what was begun before.</summary>
    public static Task InTime(this Task begun, CancellationToken stop = default) => begun.WaitAsync(Bound, stop);

    /// <summary>Waits for what was begun before.</summary>
    public static Task<T> InTime<T>(this Task<T> begun, CancellationToken stop = default) => begun.WaitAsync(Bound, stop);

    /// <summary>Waits for what was begun before.</summary>
    public static Task<T> InTime<T>(this ValueTask<T> begun, CancellationToken stop = default) => begun.AsTask().WaitAsync(Bound, stop);
}
