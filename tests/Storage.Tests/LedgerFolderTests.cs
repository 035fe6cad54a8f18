using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Opening a folder: nothing is made that was not asked for, nothing doubtful is opened, and the refusal is one clear sentence.</summary>
public sealed class LedgerFolderTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-folder-");

    private LedgerFolder Folder => LedgerFolder.WithKeysBeside(Path.Combine(root.FullName, "data"));

    public void Dispose() => root.Delete(recursive: true);

    private async Task Make(string? name = null)
    {
        await using var ledger = (name is null ? Folder : LedgerFolder.WithKeysBeside(Path.Combine(root.FullName, name)))
            .Open(TimeProvider.System, create: true);
        await new CaseStore(ledger, TimeProvider.System, Told.Circle, Told.NoWork).Append(Told.First(Told.Worker, 7, 11), stop);
    }

    private string Refused(bool create = false)
    {
        var files = Files();
        var refusal = Assert.Throws<LedgerRefusedException>(() => Folder.Open(TimeProvider.System, create)).Message;
        Assert.Equal(files, Files());
        Assert.DoesNotContain('\n', refusal);
        return refusal;
    }

    // The marks of an open write-ahead log come and go with whoever looks.
    private string Files() => string.Join(' ', root.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name)
        .Where(n => !n.EndsWith("-wal", StringComparison.Ordinal) && !n.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_was_made_opens_again()
    {
        await Make();
        await using var ledger = Folder.Open(TimeProvider.System);
        Assert.Equal("checkpoint-key.pem checkpoint-public-key.pem lapwing.db partnership-key", Files());
    }

    [Fact]
    public void Nothing_is_made_unless_it_is_asked_for() => Assert.Contains("There is no database", Refused(), StringComparison.Ordinal);

    [Fact]
    public async Task Keys_that_were_made_before_are_used()
    {
        Folder.MakeKeys();
        var key = await File.ReadAllTextAsync(Folder.PartnershipKeyFile, stop);
        await Make();
        Assert.Equal(key, await File.ReadAllTextAsync(Folder.PartnershipKeyFile, stop));
    }

    // Whoever opens it had looked for a log before somebody else began one.
    [Fact]
    public async Task What_somebody_else_adds_at_the_same_moment_is_no_damage()
    {
        await Make();
        using var other = Sql.Connect(Folder.Database, SqliteOpenMode.ReadWrite);
        using var looks = Sql.Connect(Folder.Database, SqliteOpenMode.ReadWrite);
        other.Run("CREATE TABLE more (bytes BLOB NOT NULL); INSERT INTO more VALUES (zeroblob(1000000))");
        Assert.True(looks.Value<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") > new FileInfo(Folder.Database).Length);
        Assert.False(Folder.IsEndMissing(looks));
    }

    [Fact]
    public async Task A_missing_key_is_never_replaced()
    {
        await Make();
        File.Delete(Folder.PartnershipKeyFile);
        Assert.Contains("is missing", Refused(create: true), StringComparison.Ordinal);
        Directory.Delete(Folder.Keys, recursive: true);
        Assert.Contains("is missing", Refused(create: true), StringComparison.Ordinal);
        File.Delete(Folder.PublicKeyFile);
        Assert.Contains("sealed by another key", Assert.Throws<LedgerRefusedException>(Folder.MakeKeys).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_key_is_refused_with_both_ids()
    {
        await Make();
        File.Delete(Folder.PartnershipKeyFile);
        using var other = PartnershipKey.Make(Folder.PartnershipKeyFile);
        var refusal = Refused(create: true);
        Assert.Contains("is not the key of", refusal, StringComparison.Ordinal);
        Assert.Contains(other.Id, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_damage_to_the_key_file_is_refused()
    {
        await Make();
        var text = await File.ReadAllTextAsync(Folder.PartnershipKeyFile, stop);
        foreach (var damaged in Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1).Insert(i, text[i] == 'A' ? "B" : "A")).Append("")
            .Append(text[..^5]).Append(text + text))
        {
            await File.WriteAllTextAsync(Folder.PartnershipKeyFile, damaged, stop);
            Assert.Contains("damaged", Refused(), StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Folder.PartnershipKeyFile, text, stop);
        await Folder.Open(TimeProvider.System).DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        if (OperatingSystem.IsWindows()) return;
        await Make();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Folder.PartnershipKeyFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Folder.CheckpointKeyFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Folder.Database));
        File.SetUnixFileMode(Folder.PartnershipKeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_something_else_and_one_of_a_later_version_are_refused()
    {
        await Make();
        Tampering.Do(Folder.Database, "PRAGMA user_version=99; UPDATE partnership SET created_at = 1");
        Assert.Contains("version 99", Refused(create: true), StringComparison.Ordinal);
        Tampering.Do(Folder.Database, "PRAGMA application_id=1; UPDATE partnership SET created_at = 2");
        Assert.Contains("no database of Lapwing", Refused(create: true), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Folder.Database, "words, and no database at all, but as long as one page of a small one", stop);
        Assert.Contains("cannot be read", Refused(create: true), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Folder.Database, "", stop);
        Assert.Contains("no database of Lapwing", Refused(create: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_was_cut_short_anywhere_is_refused()
    {
        await Make();
        var bytes = await File.ReadAllBytesAsync(Folder.Database, stop);
        Assert.False(File.Exists(Folder.Database + "-wal"));
        for (var length = 100; length < bytes.Length; length += 1500)
        {
            await File.WriteAllBytesAsync(Folder.Database, bytes[..length], stop);
            Refused(create: true);
        }

        await File.WriteAllBytesAsync(Folder.Database, bytes, stop);
        await Folder.Open(TimeProvider.System).DisposeAsync();
    }

    [Fact]
    public async Task A_cut_while_the_database_is_made_leaves_nothing_in_the_way()
    {
        Folder.MakeKeys();
        await File.WriteAllTextAsync(Folder.Database + ".new", "half", stop);
        await Make();
        Assert.DoesNotContain(".new", Files(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_without_its_database_is_never_taken_into_a_new_one()
    {
        Folder.MakeKeys();
        await File.WriteAllTextAsync(Folder.Database + "-wal", "what was recorded last", stop);
        Assert.Contains("its log is still there", Refused(create: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_checkpoint_key_is_not_replaced_either()
    {
        await Make();
        File.Delete(Folder.CheckpointKeyFile);
        Assert.Contains("no other can go on signing", Assert.Throws<LedgerRefusedException>(() => CheckpointKey.Read(Folder.CheckpointKeyFile))
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_there_is_overwritten()
    {
        await Make();
        Assert.Contains("never overwritten", Assert.Throws<LedgerRefusedException>(Folder.MakeKeys).Message, StringComparison.Ordinal);
        Assert.Contains("never overwritten", Assert.Throws<LedgerRefusedException>(() => PartnershipKey.Make(Folder.PartnershipKeyFile)).Message,
            StringComparison.Ordinal);
        Assert.Contains("never overwritten", Assert.Throws<LedgerRefusedException>(() => CheckpointKey.Make(Folder.CheckpointKeyFile)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_bring_a_lost_key_back()
    {
        await Make();
        IReadOnlyList<string> shares;
        using (var key = PartnershipKey.Read(Folder.PartnershipKeyFile)) shares = key.Share(5, 3);
        File.Delete(Folder.PartnershipKeyFile);
        PartnershipKey.Restore(Folder.PartnershipKeyFile, [shares[4], shares[0], shares[2]]).Dispose();
        await using var ledger = Folder.Open(TimeProvider.System);
        Assert.NotNull(await new CaseStore(ledger, TimeProvider.System, Told.Circle, Told.NoWork).Open(Told.Worker, new(Told.Id(7)), "case", stop));
    }
}
