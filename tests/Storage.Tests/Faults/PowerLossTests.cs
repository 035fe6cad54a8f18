using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>A power cut at any moment: whatever the disk had not been told to keep may be gone, and nothing that was answered is.</summary>
public sealed class PowerLossTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-power-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task After_a_power_cut_at_100_moments_nothing_that_was_answered_is_lost_and_the_ledger_verifies()
    {
        var (lost, broken) = await CutPower("FULL", 100);
        Assert.Equal((0, ""), (lost, string.Join('\n', broken)));
    }

    [Fact]
    public async Task Planted_with_less_care_for_the_disk_some_are_lost()
    {
        var (lost, _) = await CutPower("NORMAL", 20);
        Assert.True(lost > 0);
    }

    private async Task<(int Lost, List<string> Broken)> CutPower(string synchronous, int times)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace, which sees what reaches the disk, is not installed");
        var folder = LedgerFolder.WithKeysBeside(Path.Combine(root.FullName, "data"));
        await folder.Open(TimeProvider.System, create: true).DisposeAsync();
        var before = await File.ReadAllBytesAsync(folder.Database, stop);
        var traced = Path.Combine(root.FullName, "trace");
        string[] strace = ["/usr/bin/strace", "-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "70000", "-e",
            "trace=pwrite64,write,fdatasync,fsync,ftruncate,unlink", "-e", "signal=none", "-o", traced];
        using (var load = Acknowledged.Start(strace, folder.Data, 100_000, synchronous, 60))
        {
            var (said, errors) = (load.StandardOutput.ReadToEndAsync(stop), load.StandardError.ReadToEndAsync(stop));
            await load.WaitForExitAsync(stop).InTime(stop);
            Assert.Equal((0, ""), (load.ExitCode, await errors));
            Assert.Equal(60 * Load.Writers, (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        var trace = DiskTrace.Read(traced);
        Assert.True(trace.Calls > 1000, $"{trace.Calls} calls were seen");
        var (lost, broken) = (0, new List<string>());
        for (var seed = 0; seed < times; seed++) lost += await Cut(trace, before, folder, seed, broken);
        TestContext.Current.TestOutputHelper?.WriteLine($"{synchronous}: {times} images from {trace.Calls} calls, {lost} answered acts lost, "
            + $"{broken.Count} ledgers broken");
        return (lost, broken);
    }

    private async Task<int> Cut(DiskTrace trace, byte[] before, LedgerFolder folder, int seed, List<string> broken)
    {
        var (files, said) = trace.CutPower(new Random(seed), before);
        var image = folder with { Data = Path.Combine(root.FullName, "image") };
        if (Directory.Exists(image.Data)) Directory.Delete(image.Data, recursive: true);
        Directory.CreateDirectory(image.Data);
        foreach (var (name, bytes) in files) await File.WriteAllBytesAsync(Path.Combine(image.Data, name), bytes.ToArray(), stop);
        File.Copy(folder.PublicKeyFile, image.PublicKeyFile);
        try
        {
            await image.Open(TimeProvider.System).DisposeAsync();
            var report = Verify.Run(image.Data);
            if (report.ExitCode != 0) broken.Add($"seed {seed}: {string.Join(' ', report.Findings)}{report.Unusable}");
            return Acknowledged.Lost(image.Database, said).Count;
        }
        catch (LedgerRefusedException e)
        {
            broken.Add($"seed {seed}: {e.Message}");
            return said.Count;
        }
    }
}
