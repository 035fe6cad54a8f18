using System.Globalization;
using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// One folder of each version before this one, as that version left it: it opens, verifies and holds the same. A folder is never changed; a new version
/// adds one.
/// </summary>
public sealed class FrozenFolderTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset now = new(2026, 5, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-frozen-");
    private readonly StandingClock clock = new() { Now = now };

    public static TheoryData<long> Versions => [.. Enumerable.Range((int)Schema.Oldest, Schema.Scripts.Count - 1).Select(version => (long)version)];

    private readonly Viewer teacher = Of(DemonstrationPeople.Teacher.Author);

    private LedgerFolder Folder => LedgerFolder.WithKeysBeside(root.FullName);

    private string Copy => Path.Combine(root.FullName, "lapwing-version-2-20260501-093000.db");

    public void Dispose() => root.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_folder_of_each_version_opens_verifies_and_holds_the_same(long version)
    {
        var entries = await Thaw(version);
        var older = Verify.Run(root.FullName);
        Assert.Equal((0, null), (older.ExitCode, older.Unusable));
        Assert.Contains(older.Limits, limit => limit.StartsWith($"It has version {version}, ", StringComparison.Ordinal));
        await using (var ledger = Folder.Open(clock))
        {
            var copy = Path.Combine(root.FullName, $"lapwing-version-{version}-20260501-093000.db");
            Assert.Equal(new(version, Schema.Newest, copy), ledger.BroughtForward);
            Assert.Equal(entries, Entries(ledger));
            var draft = Assert.Single(new DraftStore(ledger, clock).Of(teacher));
            Assert.Equal("/reports/00000007000000000000000000000001/3\nforms=grooming", draft.Text);
            var store = DemonstrationCases.Store(ledger, clock);
            Assert.Empty(await Told.CasesOf(store, teacher, stop));      // lists are asked of an index that is made of the entries
            Assert.Equal(older.Cases, (await store.AfterBringingForward(stop))!.Cases);
            Assert.NotEmpty(await Told.WorkOf(store, teacher, stop));
        }

        var report = Verify.Run(root.FullName);
        Assert.Equal((0, older.Cases, older.Entries, older.Looks + 2), (report.ExitCode, report.Cases, report.Entries, report.Looks));
        Assert.DoesNotContain(report.Limits, limit => limit.StartsWith("It has version", StringComparison.Ordinal));
        await using var again = Folder.Open(clock);
        Assert.Null(again.BroughtForward);
    }

    [Fact]
    public async Task The_copy_is_the_ledger_as_it_was_and_its_owners_alone()
    {
        var entries = await Thaw(2);
        await Folder.Open(clock).DisposeAsync();
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        File.Move(Copy, Folder.Database, overwrite: true);
        Assert.Contains(Verify.Run(root.FullName).Limits, limit => limit.StartsWith("It has version 2, ", StringComparison.Ordinal));
        await using var ledger = Folder.Open(clock);
        Assert.Equal((2, entries), (ledger.BroughtForward!.From, Entries(ledger)));
    }

    [Fact]
    public async Task What_is_to_be_done_which_stood_in_clear_is_taken_away_and_listed_from_the_entries()
    {
        await Thaw(2);
        long open;
        using (var before = Verify.Open(Folder.Database)) open = before.Value<long>("SELECT count(*) FROM work WHERE is_done = 0");
        Assert.True(open > 0);
        await using var ledger = Folder.Open(clock);
        Assert.Equal(0, ledger.Read(connection => connection.Value<long>("SELECT count(*) FROM work")));
        var store = DemonstrationCases.Store(ledger, clock);
        Assert.Empty((await store.AfterBringingForward(stop))!.Unreadable);
        Assert.NotEmpty(await Told.WorkOf(store, teacher, stop));
    }

    [Fact]
    public async Task A_ledger_that_was_brought_forward_has_the_schema_of_one_that_is_made()
    {
        await Thaw(2);
        await Folder.Open(clock).DisposeAsync();
        var made = LedgerFolder.WithKeysBeside(Path.Combine(root.FullName, "made"));
        await made.Open(clock, create: true).DisposeAsync();
        Assert.Equal(SchemaOf(made.Database), SchemaOf(Folder.Database));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_database_as_it_was_and_no_copy()
    {
        await Thaw(2);
        var before = SchemaOf(Folder.Database);
        string[] scripts = [.. Schema.Scripts, "CREATE TABLE more (number INTEGER); INSERT INTO nowhere VALUES (1)"];
        var refused = Assert.Throws<LedgerRefusedException>(() => BroughtForward.Do(Folder.Database, now, scripts));
        Assert.Contains("was left as it is", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, SchemaOf(Folder.Database));
        Assert.False(File.Exists(Copy));
        Assert.Equal(Schema.Newest, BroughtForward.Do(Folder.Database, now, Schema.Scripts)!.To);
    }

    [Fact]
    public async Task Without_a_copy_nothing_is_brought_forward()
    {
        await Thaw(2);
        Directory.CreateDirectory(Copy + ".half");
        Assert.EndsWith("Nothing was changed.", Assert.Throws<LedgerRefusedException>(() => Folder.Open(clock)).Message, StringComparison.Ordinal);
        Assert.Equal((2, false), (VersionOf(Folder.Database), File.Exists(Copy)));
    }

    [Fact]
    public async Task What_was_ended_while_it_copied_begins_anew_in_the_same_second_and_leaves_no_half()
    {
        await Thaw(2);
        await File.WriteAllTextAsync(Copy, "whole", stop);
        string[] halves = [Copy + ".half", Path.Combine(root.FullName, "lapwing-version-2-20260402-120000.db.half"),
            Path.Combine(root.FullName, "lapwing-version-2-20260402-120000.db.half-journal")];
        foreach (var half in halves) await File.WriteAllTextAsync(half, "half", stop);
        await using var ledger = Folder.Open(clock);
        Assert.Equal(Copy.Replace(".db", "-2.db", StringComparison.Ordinal), ledger.BroughtForward?.Copy);
        Assert.Equal("whole", await File.ReadAllTextAsync(Copy, stop));
        Assert.Empty(root.EnumerateFiles("*.half*"));
    }

    [Fact]
    public async Task What_is_refused_for_its_key_is_not_brought_forward()
    {
        await Thaw(2);
        File.Delete(Folder.PartnershipKeyFile);
        PartnershipKey.Make(Folder.PartnershipKeyFile).Dispose();
        Assert.Contains("is not the key of", Assert.Throws<LedgerRefusedException>(() => Folder.Open(clock)).Message, StringComparison.Ordinal);
        Assert.Equal((2, false), (VersionOf(Folder.Database), File.Exists(Copy)));
    }

    [Fact]
    public async Task Two_that_open_it_at_once_bring_it_forward_once()
    {
        await Thaw(2);
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Folder.Open(clock), stop)));
        Assert.Single(ledgers, ledger => ledger.BroughtForward is not null);
        foreach (var ledger in ledgers) await ledger.DisposeAsync();
    }

    [Theory]
    [InlineData(1, "only the Lapwing that wrote it opens it")]
    [InlineData(99, "run the version that wrote it, or a later one")]
    public async Task What_is_too_old_or_too_new_is_refused_for_what_it_is_and_left_as_it_is(int version, string advice)
    {
        await Thaw(2);
        Tampering.Do(Folder.Database, $"PRAGMA user_version={version.ToString(CultureInfo.InvariantCulture)}; UPDATE partnership SET created_at = 1");
        var before = await File.ReadAllBytesAsync(Folder.Database, stop);
        Assert.Contains(advice, Assert.Throws<LedgerRefusedException>(() => Folder.Open(clock)).Message, StringComparison.Ordinal);
        var report = Verify.Run(root.FullName);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains(advice, report.Unusable, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Folder.Database, stop));
    }

    [Fact]
    public async Task A_database_of_another_program_is_looked_at_and_not_touched()
    {
        using (var other = new SqliteConnection($"Data Source={Folder.Database};Pooling=False"))
        {
            other.Open();
            other.Run("CREATE TABLE notes (words TEXT)");
        }

        PartnershipKey.Make(Folder.PartnershipKeyFile).Dispose();
        var before = await File.ReadAllBytesAsync(Folder.Database, stop);
        Assert.Contains("no database of Lapwing", Assert.Throws<LedgerRefusedException>(() => Folder.Open(clock)).Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Folder.Database, stop));
        Assert.Empty(Directory.EnumerateFiles(root.FullName, "*-wal"));
    }

    /// <summary>Every entry of every case, in a form in which a difference can be read.</summary>
    internal static string Entries(Ledger ledger) => ledger.Read(connection =>
    {
        var said = new StringBuilder();
        foreach (var id in connection.Rows(r => new CaseId(r.Id(0)), "SELECT case_id FROM cases ORDER BY case_id"))
        {
            var stored = StoredCase.Find(connection, ledger.Partnership, id)!;
            using var sealing = stored.Unlock(ledger.Key);
            said.Append(CultureInfo.InvariantCulture, $"case {id} {stored.Reference}\n");
            var entries = stored.Load(connection, sealing).Entries;      // each in the shape of now
            var written = connection.Rows(r => (Name: r.Text(5), Said: Encoding.UTF8.GetString(sealing.Open(r.Bytes(EntryRow.SealedAt),
                EntryRow.IdentityAt(r, new()), () => "an entry"))),
                $"SELECT {EntryRow.Shown} FROM entries WHERE partnership = ?1 AND case_id = ?2 ORDER BY sequence", ledger.Partnership, id.Value.Bytes());
            Assert.Equal(written.Count, entries.Count);
            foreach (var (entry, (name, content)) in entries.Zip(written)) said.Append(Said(entry, name, content));
        }

        return said.ToString();
    });

    private static Viewer Of(Author author) => new(author.Account, author.Role, author.Agency, author.Team);

    // As it was written, word for word.
    private static string Said(Entry entry, string name, string content) => string.Create(CultureInfo.InvariantCulture,
        $"{entry.Id} {name} {entry.Act.RecordedAt:O} {entry.Act.By.Account:N} {entry.Paper.Kind} {entry.Paper.Id:N} {content}\n");

    private static IReadOnlyList<string> SchemaOf(string database)
    {
        using var connection = Verify.Open(database);
        return [.. connection.Rows(r => r.GetString(0), "SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name"), $"version {VersionOf(database)}"];
    }

    private static long VersionOf(string database)
    {
        using var connection = Verify.Open(database);
        return connection.Value<long>("PRAGMA user_version");
    }

    private Task<string> Thaw(long version) => Thaw(root, version);

    /// <summary>A copy with the modes that the repository does not keep; gives what its entries say.</summary>
    internal static async Task<string> Thaw(DirectoryInfo root, long version)
    {
        var frozen = Repository.Path("tests", "Storage.Tests", "Folders", $"version-{version}");
        foreach (var file in Directory.EnumerateFiles(frozen, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(root.FullName, Path.GetRelativePath(frozen, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return await File.ReadAllTextAsync(Path.Combine(root.FullName, "entries.txt"), stop);
    }
}
