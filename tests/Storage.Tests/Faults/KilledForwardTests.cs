using System.Diagnostics;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>A process that is killed while it brings a database forward, after the copy and before the end of the steps: the database is as it was,
/// and the next start brings it forward.</summary>
public sealed class KilledForwardTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-forward-");
    private readonly StandingClock clock = new() { Now = new(2026, 5, 1, 9, 30, 0, TimeSpan.Zero) };

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Killed_between_the_copy_and_the_end_it_is_as_it_was_and_the_next_start_brings_it_forward()
    {
        var entries = await FrozenFolderTests.Thaw(root, 2);
        var (folder, copy) = (LedgerFolder.WithKeysBeside(root.FullName), Path.Combine(root.FullName, "lapwing-version-2-20260501-092900.db"));
        using (var forward = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(KilledForwardTests).Assembly.Location, "forward", folder.Database])
        { UseShellExecute = false })!)
        {
            while (!File.Exists(copy) && !forward.HasExited) await Task.Yield();
            var copied = forward.TotalProcessorTime;
            while (forward.TotalProcessorTime - copied < TimeSpan.FromMilliseconds(300)) await Task.Yield();      // well into the steps
            forward.Kill();
            await forward.WaitForExitAsync(stop).InTime(stop);
        }

        var report = Verify.Run(root.FullName);
        Assert.Equal((0, null), (report.ExitCode, report.Unusable));
        Assert.Contains(report.Limits, limit => limit.StartsWith("It has version 2, ", StringComparison.Ordinal));
        await using (var ledger = folder.Open(clock))
        {
            Assert.Equal((2, entries), (ledger.BroughtForward!.From, FrozenFolderTests.Entries(ledger)));
            Assert.NotEqual(copy, ledger.BroughtForward.Copy);
        }

        Assert.Equal(0, Verify.Run(root.FullName).ExitCode);
        Assert.True(File.Exists(copy));      // the first one too is whole, and stays
        File.Move(copy, folder.Database, overwrite: true);
        await using var again = folder.Open(new StandingClock { Now = clock.Now.AddMinutes(1) });
        Assert.Equal(entries, FrozenFolderTests.Entries(again));
    }
}
