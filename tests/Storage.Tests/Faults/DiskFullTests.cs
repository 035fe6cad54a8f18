using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests.Faults;

/// <summary>A disk that is full in the middle of the work: what was answered stays, and the work goes on once there is room.</summary>
public sealed class DiskFullTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private const int DiskError = 10, Full = 13;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-full-");

    private string Disk => Path.Combine(root.FullName, "disk");

    public void Dispose()
    {
        if (Directory.Exists(Disk)) Ran("umount", Disk);
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_that_was_answered_is_lost_and_it_goes_on_once_there_is_room()
    {
        Directory.CreateDirectory(Disk);
        Assert.SkipUnless(Ran("mount", "-t", "tmpfs", "-o", "size=4m", "none", Disk), "a small disk can be made by root alone, where mounting is allowed");
        var ballast = Path.Combine(Disk, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[2 << 20], stop);
        var folder = new LedgerFolder(Path.Combine(Disk, "data"), Path.Combine(root.FullName, "keys"));
        await using var ledger = folder.Open(TimeProvider.System, create: true);
        var store = new CaseStore(ledger, TimeProvider.System, Told.Circle, Told.NoWork);

        var filling = await Append(store, 1000, 3000);
        Assert.NotEmpty(filling.Failed);
        Assert.All(filling.Failed, failed => Assert.True(failed.SqliteErrorCode is Full or DiskError, failed.Message));
        Assert.Contains(filling.Failed, failed => failed.SqliteErrorCode == Full);
        File.Delete(ballast);
        var after = await Append(store, 5000, 20);
        Assert.Empty(after.Failed);
        Assert.Equal(20, after.Answered.Count);

        TestContext.Current.TestOutputHelper?.WriteLine($"{filling.Answered.Count} acts answered before the disk was full, {filling.Failed.Count} "
            + $"told that they failed, {after.Answered.Count} after there was room");
        Assert.Equal([.. filling.Answered, .. after.Answered], Acknowledged.There(folder.Database).Order());
        Assert.Equal([9], Acknowledged.Lost(folder.Database, [.. filling.Answered, 9]));      // planted: one that was never recorded is missed
        await ledger.DisposeAsync();
        Assert.Equal(0, Verify.Run(folder.Data).ExitCode);
        await folder.Open(TimeProvider.System).DisposeAsync();
    }

    // Four at once, so that a batch holds several, until twenty have failed in a row or all are done.
    private static async Task<(List<int> Answered, List<SqliteException> Failed)> Append(CaseStore store, int first, int number)
    {
        var (answered, failed) = (new List<int>(), new List<SqliteException>());
        for (var i = 0; i < number && failed.Count < 20; i += 4)
        {
            await Task.WhenAll(Enumerable.Range(first + i, 4).Select(act => Task.Run(async () =>
            {
                try
                {
                    await store.Append(Told.First(Told.Worker, act, act), stop);
                    lock (failed) answered.Add(act);
                }
                catch (SqliteException e)
                {
                    lock (failed) failed.Add(e);
                }
            })));
        }

        answered.Sort();
        return (answered, failed);
    }

    private static bool Ran(string command, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
