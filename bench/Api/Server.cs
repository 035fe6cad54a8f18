using System.Diagnostics;

namespace Lapwing.Bench.Api;

/// <summary>A server in a process of its own, from the line that says where it listens until it is disposed of.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(Process process, string url) => (this.process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>The memory that it holds now.</summary>
    public double ResidentMegabytes => long.Parse(File.ReadLines($"/proc/{process.Id}/status")
        .First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).AsSpan(6).TrimEnd("kB").Trim(),
        System.Globalization.CultureInfo.InvariantCulture) / 1000.0;

    /// <summary>Starts one and waits, for half a minute at most.</summary>
    public static async Task<Server> Start(string[] command)
    {
        const string Listening = "listening on ";
        var url = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = Processes.Start(command, line =>
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0) url.TrySetResult(line[(at + Listening.Length)..]);
        });
        try
        {
            return new(started, await url.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        catch (TimeoutException)
        {
            started.Kill(entireProcessTree: true);
            started.Dispose();
            throw new CannotMeasureException($"'{string.Join(' ', command)}' did not say within 30 seconds where it listens.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
