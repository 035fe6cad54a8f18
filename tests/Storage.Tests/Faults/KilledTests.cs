using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>A process that is ended in the middle of its work (kill -9) loses nothing that it said was recorded.</summary>
public sealed class KilledTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-killed-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Killed_20_times_under_load_nothing_that_was_answered_is_lost_and_the_ledger_verifies()
    {
        var (lost, answered) = await Kill(20);
        Assert.Equal(0, lost);
        Assert.True(answered > 500, $"{answered} answered");
    }

    [Fact]
    public async Task Planted_saying_it_before_it_is_answered_loses_some()
    {
        var (lost, _) = await Kill(5, "early");
        Assert.True(lost > 0);
    }

    private async Task<(int Lost, int Answered)> Kill(int times, params string[] more)
    {
        var folder = LedgerFolder.WithKeysBeside(root.FullName);
        await folder.Open(TimeProvider.System, create: true).DisposeAsync();
        var random = new Random(20260327);
        var (lost, answered) = (0, new List<int>());
        for (var round = 0; round < times; round++)
        {
            using var load = Acknowledged.Start([], root.FullName, 100_000 * (round + 1), "FULL", 20_000, more);
            var errors = load.StandardError.ReadToEndAsync(stop);
            for (var left = random.Next(5, 120); left > 0 && await load.StandardOutput.ReadLineAsync(stop).InTime(stop) is { } line; left--)
                answered.Add(Acknowledged.Read(line)!.Value);
            load.Kill();
            while (await load.StandardOutput.ReadLineAsync(stop).InTime(stop) is { } line)
                if (Acknowledged.Read(line) is { } act && act >= 100_000 * (round + 1)) answered.Add(act);
            await load.WaitForExitAsync(stop).InTime(stop);
            Assert.Equal("", await errors);
            var report = Verify.Run(root.FullName);
            Assert.Equal((0, ""), (report.ExitCode, string.Join('\n', report.Findings) + report.Unusable));
            lost += Acknowledged.Lost(folder.Database, answered).Count;
        }

        await folder.Open(TimeProvider.System).DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"killed {times} times, {answered.Count} acts answered, {lost} lost {string.Join(' ', more)}");
        return (lost, answered.Count);
    }
}
