using System.Collections.Concurrent;
using Lapwing.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>The only code that commits.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-commit-");

    private string Database => Path.Combine(folder.FullName, "test.db");

    public void Dispose() => folder.Delete(recursive: true);

    private SqliteConnection Connect()
    {
        var connection = Sql.Connect(Database, SqliteOpenMode.ReadWriteCreate);
        connection.Run("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY)");
        return connection;
    }

    private bool IsThere(int n)
    {
        using var connection = Sql.Connect(Database, SqliteOpenMode.ReadWrite);
        return connection.Value<long>("SELECT count(*) FROM t WHERE n = ?1", n) == 1;
    }

    private static Func<SqliteConnection, SqliteTransaction, int> Insert(int n) => (connection, _) => connection.Run("INSERT INTO t VALUES (?1)", n);

    /// <summary>Holds the writer until everything that a test wants in one batch has arrived behind it.</summary>
    private static Action Hold(GroupCommit commit)
    {
        var (begun, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        _ = commit.Write((_, _) =>
        {
            begun.Set();
            return gate.Wait(Patience.Bound);
        });
        Assert.True(begun.Wait(Patience.Bound));      // what follows is behind it, and in no batch with it
        return gate.Set;
    }

    [Fact]
    public async Task An_answer_comes_only_when_everybody_else_can_see_it()
    {
        await using var commit = new GroupCommit(Connect);
        var missing = new ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            await commit.Write(Insert(n));
            if (!IsThere(n)) missing.Add(n);
        }));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Planted_an_answer_before_the_commit_would_be_seen()
    {
        await using var commit = new GroupCommit(Connect);
        var seen = await commit.Write((connection, transaction) =>
        {
            Insert(1)(connection, transaction);
            return IsThere(1);
        });
        Assert.False(seen);
        Assert.True(IsThere(1));
    }

    [Fact]
    public async Task Many_share_a_commit()
    {
        await using var commit = new GroupCommit(Connect);
        await commit.Write(Insert(-1));
        var before = Commits();
        var release = Hold(commit);
        var all = Enumerable.Range(0, 100).Select(n => commit.Write(Insert(n))).ToList();
        release();
        await Task.WhenAll(all);
        Assert.True(Commits() - before <= 2, $"{Commits() - before} commits");
    }

    [Fact]
    public async Task What_fails_fails_alone_and_leaves_nothing()
    {
        await using var commit = new GroupCommit(Connect);
        var release = Hold(commit);
        var (good, bad, after) = (commit.Write(Insert(1)), commit.Write<int>((c, t) => Insert(2)(c, t) == 1
            ? throw new InvalidOperationException("no") : 0), commit.Write(Insert(3)));
        release();
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        await Task.WhenAll(good, after);
        Assert.Equal([true, false, true], Enumerable.Range(1, 3).Select(IsThere));
    }

    [Fact]
    public async Task Where_the_transaction_is_lost_all_fail_with_what_happened_first_and_the_next_go_on()
    {
        await using var commit = new GroupCommit(Connect);
        await commit.Write(Insert(0));
        var release = Hold(commit);
        var before = commit.Write(Insert(1));
        var lost = commit.Write<int>((connection, _) =>
        {
            connection.Run("ROLLBACK");      // what SQLite does by itself on some full disks
            throw new IOException("the disk is full");
        });
        var behind = commit.Write(Insert(2));
        release();
        foreach (var failed in new[] { before, lost, behind }) Assert.Equal("the disk is full", (await Assert.ThrowsAsync<IOException>(() => failed)).Message);
        await commit.Write(Insert(3));
        Assert.Equal([true, false, false, true], Enumerable.Range(0, 4).Select(IsThere));
    }

    [Fact]
    public async Task What_comes_after_the_end_is_told_so()
    {
        var commit = new GroupCommit(Connect);
        var last = commit.Write(Insert(1));
        await commit.DisposeAsync();
        Assert.Equal(1, await last);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => commit.Write(Insert(2)));
        Assert.False(IsThere(2));
    }

    [Fact]
    public void Every_connection_is_set_as_it_must_be()
    {
        using var connection = Connect();
        foreach (var (name, value) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("recursive_triggers", "1"),
            ("secure_delete", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("busy_timeout", "10000") })
            Assert.Equal(value, connection.Rows(r => r.GetString(0), $"PRAGMA {name}")[0]);
    }

    // Each commit of the write-ahead log ends with a frame that holds the size of the database; others hold 0 there.
    private int Commits()
    {
        using var log = new FileStream(Database + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[log.Length];
        log.ReadExactly(bytes);
        return Enumerable.Range(0, (bytes.Length - 32) / 4120).Count(frame => bytes.AsSpan(32 + (frame * 4120) + 4, 4).IndexOfAnyExcept((byte)0) >= 0);
    }
}
