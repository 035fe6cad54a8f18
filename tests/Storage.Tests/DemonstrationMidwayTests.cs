using Lapwing.Web;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>A demonstration that fails while it is told is taken away again: half of one would be opened the next time as a whole one.</summary>
public sealed class DemonstrationMidwayTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-midway-");

    public void Dispose() => root.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_one_that_fails_midway_nothing_is_left_and_the_next_is_whole(int asked)
    {
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "settings.json"), "{}", TestContext.Current.CancellationToken);
        Assert.Equal("planted", (await Assert.ThrowsAsync<IOException>(() => DemonstrationCases.Open(root.FullName, new FailingClock(asked)))).Message);
        Assert.Equal("settings.json", Assert.Single(root.EnumerateFileSystemInfos()).Name);
        await IsWhole(root.FullName);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(2000)]
    public async Task Of_one_that_a_full_disk_ends_midway_nothing_is_left_and_once_there_is_room_it_is_whole(int kilobytes)
    {
        var disk = Path.Combine(root.FullName, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(Mounts.Ran("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "none", disk),
            "a small disk can be made by root alone, where mounting is allowed");
        try
        {
            var failed = await Assert.ThrowsAnyAsync<Exception>(() => DemonstrationCases.Open(disk, new StandingClock()));
            Assert.Contains("full", failed.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
            Assert.True(Mounts.Ran("mount", "-o", "remount,size=64m", disk));
            await IsWhole(disk);
        }
        finally
        {
            Mounts.Ran("umount", disk);
        }
    }

    private async Task IsWhole(string data)
    {
        await using var whole = await DemonstrationCases.Open(data, new StandingClock());
        await using var other = await DemonstrationCases.Open(Path.Combine(root.FullName, "other"), new StandingClock());
        Assert.Equal(Cases(other.Ledger), Cases(whole.Ledger));
    }

    private static long Cases(Ledger ledger) => ledger.Read(connection => connection.Value<long>("SELECT count(*) FROM entries"));

    // Fails the n-th time that it is asked, as a machine may.
    private sealed class FailingClock(int asked) : TimeProvider
    {
        private int left = asked;

        public override DateTimeOffset GetUtcNow() => Interlocked.Decrement(ref left) == 0 ? throw new IOException("planted") : Told.Start;
    }
}
