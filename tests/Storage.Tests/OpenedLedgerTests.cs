using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>What is tried and compared when a ledger is opened to be served: as it was left, or refused in one sentence.</summary>
public sealed class OpenedLedgerTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-opened-");
    private readonly StandingClock clock = new();

    private LedgerFolder Folder => new(Path.Combine(root.FullName, "data"), Path.Combine(root.FullName, "keys"));

    private string Kept => Path.Combine(Folder.Keys, "checkpoints", "newest-checkpoint.json");

    private string Backup => Path.Combine(root.FullName, "backup.db");

    private static readonly string[] ofACase = ["memberships", "work_lists", "entries", "cases"];

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task A_ledger_that_holds_what_its_kept_checkpoint_says_opens()
    {
        await Two();
        await using (var opened = await Open())
        {
            Assert.Empty(opened.Told);
            await Told.Append(Store(opened), new(Told.Id(9)), 90);
            clock.Now += TimeSpan.FromHours(1);
            await opened.Checkpoints.Make();
        }

        await (await Open()).DisposeAsync();
        Assert.Contains("\"number\": 3", await File.ReadAllTextAsync(Kept, stop), StringComparison.Ordinal);
        Assert.Equal(0, Verify.Run(Folder.Data, Kept).ExitCode);
    }

    [Fact]
    public async Task A_database_that_was_rolled_back_is_refused_unless_somebody_says_why_and_that_stands_in_the_log()
    {
        await Two();
        File.Copy(Backup, Folder.Database, overwrite: true);
        var refused = await Refused(new());
        Assert.Contains("does not hold checkpoint 2 of 27 March 2026, 11:00 UTC", refused, StringComparison.Ordinal);
        Assert.Contains("its newest is 1", refused, StringComparison.Ordinal);
        Assert.EndsWith("start once with --restored REASON.", refused, StringComparison.Ordinal);
        Tampering.Do(Folder.Database, "INSERT INTO sessions SELECT id, x'01', id, id, 1, 1, x'02' FROM partnership");      // as a backup holds them
        await using (var restored = await Open(new() { Restored = "the disk of 3 April failed" }))
            // whoever had signed out since stays out
            Assert.Equal(0, restored.Ledger.Read(connection => connection.Value<long>("SELECT count(*) FROM sessions")));
        await (await Open()).DisposeAsync();
        Assert.Contains("nothing was restored", await Refused(new() { Restored = "again" }), StringComparison.Ordinal);
        var report = Verify.Run(Folder.Data, Kept);
        Assert.Equal(0, report.ExitCode);
        Assert.EndsWith("an older state than checkpoint 2 was put back: the disk of 3 April failed", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal(1, Verify.Run(Folder.Data, Path.Combine(Path.GetDirectoryName(Kept)!, "checkpoint-2-before-restore-1.json")).ExitCode);
    }

    [Fact]
    public async Task Planted_without_the_kept_checkpoint_a_database_that_was_rolled_back_opens()
    {
        await Two();
        File.Copy(Backup, Folder.Database, overwrite: true);
        File.Delete(Kept);
        await (await Open()).DisposeAsync();
    }

    [Theory]
    [InlineData("DELETE FROM checkpoint_heads WHERE checkpoint = 2; DELETE FROM checkpoints WHERE number = 2", "does not hold checkpoint 2")]
    [InlineData("", "is gone, or is another")]
    [InlineData("DELETE FROM checkpoint_heads WHERE case_id = ?", "parts of them, are gone")]
    public async Task A_newest_case_that_was_deleted_is_found(string cover, string says)
    {
        await Two();
        var id = $"x'{Convert.ToHexString(Told.Id(8).Bytes())}'";
        Tampering.Do(Folder.Database, string.Join("; ", ofACase.Select(table => $"DELETE FROM {table} WHERE case_id = {id}")));
        if (cover.Length > 0) Tampering.Do(Folder.Database, cover.Replace("?", id, StringComparison.Ordinal));
        Assert.Contains(says, await Refused(new()), StringComparison.Ordinal);
        if (!says.Contains("checkpoint 2", StringComparison.Ordinal))
            Assert.Contains(says, await Refused(new() { Restored = "a reason covers no tampering" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM checkpoint_heads WHERE checkpoint = 2; DELETE FROM checkpoints WHERE number = 2", "does not hold checkpoint 2")]
    [InlineData("", "rows of the access log are gone")]
    public async Task A_log_that_was_cut_is_found(string cover, string says)
    {
        await Two();
        Tampering.Do(Folder.Database, "DELETE FROM access_log WHERE number = (SELECT max(number) FROM access_log)");
        if (cover.Length > 0) Tampering.Do(Folder.Database, cover);
        Assert.Contains(says, await Refused(new()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_was_told_anew_and_signed_is_not_the_one_that_was_kept()
    {
        await Two();
        File.Copy(Backup, Folder.Database, overwrite: true);
        using (var key = CheckpointKey.Read(Folder.CheckpointKeyFile))
        await using (var ledger = Folder.Open(clock))
        {
            await Told.Append(new(ledger, clock, Told.Circle, Told.NoWork), new(Told.Id(9)), 90);
            await new Checkpoints(ledger, key, clock).Make();
        }

        Assert.Contains("does not hold checkpoint 2 of", await Refused(new()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    public async Task A_reason_is_one_line_of_words(string reason) =>
        Assert.Contains("takes a reason", await Refused(new() { Restored = reason }), StringComparison.Ordinal);

    [Fact]
    public async Task A_checkpoint_of_another_ledger_is_refused_with_and_without_a_reason()
    {
        await Two();
        using var sample = await SampleLedger.Make();
        File.Copy(sample.Kept(3), Kept, overwrite: true);
        Assert.Contains("of another ledger", await Refused(new()), StringComparison.Ordinal);
        Assert.Contains("of another ledger", await Refused(new() { Restored = "a reason" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_foreign_checkpoint_key_is_refused_before_it_signs_anything(bool hasSigned)
    {
        if (hasSigned) await Two();
        else await Folder.Open(clock, create: true).DisposeAsync();
        File.Delete(Folder.CheckpointKeyFile);
        using var other = CheckpointKey.Make(Folder.CheckpointKeyFile);
        Assert.Contains($"its id is {other.Id}, and the one that is wanted is", await Refused(new()), StringComparison.Ordinal);
        await using var ledger = Folder.Open(clock);
        await Told.Append(new(ledger, clock, Told.Circle, Told.NoWork), new(Told.Id(9)), 90);
        if (hasSigned) await Assert.ThrowsAsync<LedgerRefusedException>(() => new Checkpoints(ledger, other, clock).Make());      // nor by another way
    }

    [Fact]
    public async Task A_clock_behind_the_ledger_is_told_and_it_goes_on()
    {
        await Two();
        clock.Now = Told.Start.AddDays(-400);
        await using var opened = await Open();
        Assert.Equal("The clock of this machine says 20 February 2025, 09:00 UTC, and the newest of the ledger was written at 27 March 2026, 11:00 "
            + "UTC: look which is wrong, and set the clock. It goes on meanwhile.", Assert.Single(opened.Told));
        await Told.Append(Store(opened), new(Told.Id(9)), 90);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_beside_the_keys_it_is_told_and_where_a_folder_was_named_it_is_refused()
    {
        await Two();
        Directory.Delete(Path.GetDirectoryName(Kept)!, recursive: true);
        await File.WriteAllTextAsync(Path.GetDirectoryName(Kept)!, "in the way", stop);
        await using (var opened = await Open()) Assert.Contains("--checkpoints", Assert.Single(opened.Told), StringComparison.Ordinal);
        Assert.Contains("cannot be kept in", await Refused(new() { Checkpoints = Path.GetDirectoryName(Kept) }), StringComparison.Ordinal);
        await using (var elsewhere = await Open(new() { Checkpoints = Path.Combine(root.FullName, "elsewhere") }))
        {
            await elsewhere.Checkpoints.Make();
            Assert.Empty(elsewhere.Told);
        }

        Assert.True(File.Exists(Path.Combine(root.FullName, "elsewhere", "newest-checkpoint.json")));
    }

    [Fact]
    public async Task Folders_are_made_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        if (OperatingSystem.IsWindows()) return;
        await (await Open(new() { Create = true })).DisposeAsync();
        foreach (var folder in new[] { Folder.Data, Folder.Keys, Path.GetDirectoryName(Kept)! })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Keys_that_cannot_all_be_made_leave_none()
    {
        Directory.CreateDirectory(Folder.PublicKeyFile);
        Assert.Contains("cannot be made", Assert.Throws<LedgerRefusedException>(Folder.MakeKeys).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(root.FullName, "*", SearchOption.AllDirectories));
        Directory.Delete(Folder.PublicKeyFile);
        await (await Open(new() { Create = true })).DisposeAsync();
    }

    [Fact]
    public async Task A_missing_checkpoint_key_is_refused_before_a_database_is_made()
    {
        Folder.MakeKeys();
        File.Delete(Folder.CheckpointKeyFile);
        Assert.Contains("is missing", await Refused(new() { Create = true }), StringComparison.Ordinal);
        Assert.False(File.Exists(Folder.Database));
    }

    // Two cases and two checkpoints, a backup after the first. It is closed.
    private async Task Two()
    {
        foreach (var id in new[] { 7, 8 })
        {
            await using (var opened = await Open(new() { Create = true }))
            {
                await Told.Append(Store(opened), new(Told.Id(id)), 10 * id);
                clock.Now += TimeSpan.FromHours(1);
                await opened.Checkpoints.Make();
            }

            if (id == 7) File.Copy(Folder.Database, Backup);
        }
    }

    private Task<OpenedLedger> Open(Opening? opening = null) => OpenedLedger.Open(Folder, clock, opening ?? new());

    private CaseStore Store(OpenedLedger opened) => new(opened.Ledger, clock, Told.Circle, Told.NoWork);

    private async Task<string> Refused(Opening opening) => (await Assert.ThrowsAsync<LedgerRefusedException>(() => Open(opening))).Message;
}
