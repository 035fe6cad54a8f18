using System.Collections.Concurrent;

namespace Lapwing.Web.Drafts;

/// <summary>What goes on being kept after the answer to its request was given.</summary>
public sealed class OngoingWrites
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Task, bool> ongoing = new();

    /// <summary>Goes on with something after the answer to a request was given.</summary>
    public async Task Beyond(Task keeping)
    {
        ArgumentNullException.ThrowIfNull(keeping);
        ongoing[keeping] = true;
        try
        {
            await keeping;
        }
        finally
        {
            ongoing.TryRemove(keeping, out _);
        }
    }

    /// <summary>Waits, for a second at most, until what goes on beyond its answer is done: so that whoever signs in then finds it.</summary>
    public async Task Settled()
    {
        if (ongoing.IsEmpty) return;
        using var stop = new CancellationTokenSource(longest);
        await Task.WhenAll(ongoing.Keys).WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
