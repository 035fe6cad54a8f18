using System.Security.Cryptography;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Sessions: what the browser holds stands nowhere, each ends by itself, and neither a clock nor whoever has the file makes one live.</summary>
public sealed class SessionsTests : IAsyncLifetime
{
    private static readonly TimeSpan idle = TimeSpan.FromMinutes(20), longest = TimeSpan.FromHours(12), minute = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-sessions-");
    private readonly TwoClocks clock = new();
    private Ledger ledger = null!;
    private Sessions sessions = null!;

    private LedgerFolder Folder => LedgerFolder.WithKeysBeside(root.FullName);

    public ValueTask InitializeAsync()
    {
        Begin(create: true);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        root.Delete(recursive: true);
    }

    private static Guid Team => Told.Id(77);

    private Guid? Whose(string? id) => sessions.Find(id)?.Account;

    [Fact]
    public async Task A_session_is_found_by_its_id_alone_and_not_after_its_end()
    {
        var (one, other) = (await sessions.Begin(Told.Id(1), Team), await sessions.Begin(Told.Id(2), Team));
        Assert.Equal((Told.Id(1), Told.Id(2)), (Whose(one), Whose(other)));
        Assert.Equal(43, one.Length);
        foreach (var none in new[] { null, "", "x", one[..^1], one + "A", new string('A', 43), one.ToUpperInvariant(), one[..^1] + "é" })
            Assert.Null(Whose(none));
        Assert.Equal(Told.Id(1), await sessions.End(one));
        Assert.Equal((null, Told.Id(2)), (Whose(one), Whose(other)));
        Assert.Null(await sessions.End(one));
        await Restart();
        Assert.Equal((null, Told.Id(2)), (Whose(one), Whose(other)));
    }

    [Fact]
    public async Task What_the_browser_holds_stands_in_no_file()
    {
        var id = await sessions.Begin(Told.Id(1), Team);
        var bytes = Convert.FromBase64String(id.Replace('-', '+').Replace('_', '/') + "=");
        await ledger.DisposeAsync();
        foreach (var file in root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var held = await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken);
            Assert.Equal((-1, -1), (held.AsSpan().IndexOf(bytes), held.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(id))));
        }

        Begin();
        Assert.Equal(Told.Id(1), Whose(id));
    }

    [Fact]
    public async Task It_ends_twenty_minutes_after_the_last_request_and_twelve_hours_after_the_first_also_over_a_restart()
    {
        var (idler, worker) = (await sessions.Begin(Told.Id(1), Team), await sessions.Begin(Told.Id(2), Team));
        clock.Pass(idle);
        Assert.Equal((Told.Id(1), Told.Id(2)), (Whose(idler), Whose(worker)));
        clock.Pass(idle + TimeSpan.FromSeconds(1));
        Assert.Null(Whose(idler));
        Assert.Null(Whose(idler));
        var other = await sessions.Begin(Told.Id(2), Team);
        for (var passed = TimeSpan.Zero; passed < longest; passed += idle)
        {
            Assert.Equal(Told.Id(2), Whose(other));
            clock.Pass(idle);
        }

        Assert.Equal(Told.Id(2), Whose(other));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(Whose(other));
        await Restart();
        Assert.Equal((null, null), (Whose(idler), Whose(other)));
    }

    [Fact]
    public async Task A_clock_that_is_put_ahead_back_or_stands_keeps_no_session_alive()
    {
        var stood = await sessions.Begin(Told.Id(1), Team);
        clock.Count(idle + minute);
        Assert.Null(Whose(stood));

        var back = await sessions.Begin(Told.Id(1), Team);
        for (var i = 0; i < 200 && Whose(back) is not null; i++)      // put back again and again
        {
            clock.Pass(TimeSpan.FromMinutes(10));
            clock.Now -= TimeSpan.FromMinutes(10);
        }

        Assert.Null(Whose(back));

        clock.Now += TimeSpan.FromDays(365);
        var ahead = await sessions.Begin(Told.Id(1), Team);
        Assert.Equal(Told.Id(1), Whose(ahead));
        clock.Now -= TimeSpan.FromDays(365);
        Assert.Null(Whose(ahead));

        var seenAhead = await sessions.Begin(Told.Id(1), Team);
        clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(Told.Id(1), Whose(seenAhead));
        clock.Now -= TimeSpan.FromMinutes(15);
        await Restart();
        Assert.Null(Whose(seenAhead));
    }

    [Fact]
    public async Task A_clock_that_is_put_right_by_seconds_ends_nothing()
    {
        var id = await sessions.Begin(Told.Id(1), Team);
        clock.Now -= TimeSpan.FromSeconds(30);
        Assert.Equal(Told.Id(1), Whose(id));
    }

    [Fact]
    public async Task When_it_was_seen_is_written_once_a_minute_and_no_more()
    {
        var id = await sessions.Begin(Told.Id(1), Team);
        var before = ledger.Commit.Commits;
        for (var i = 0; i < 59; i++)
        {
            clock.Pass(TimeSpan.FromSeconds(1));
            Whose(id);
        }

        await ledger.Commit.Write((_, _) => true);
        Assert.Equal(before + 1, ledger.Commit.Commits);
        clock.Pass(TimeSpan.FromSeconds(1));
        Whose(id);
        await ledger.Commit.Write((_, _) => true);
        Assert.Equal(clock.Now.UtcTicks, ledger.Read(connection => connection.Value<long>("SELECT seen_at FROM sessions")));
    }

    [Theory]
    [InlineData("account = x'01'")]
    [InlineData("account = x''")]
    [InlineData("mark = x''")]
    [InlineData("made_at = 9223372036854775807")]
    [InlineData("seen_at = 9223372036854775807")]
    [InlineData("seen_at = -1")]
    public async Task A_row_that_is_damaged_signs_nobody_in_and_keeps_nobody_else_out(string damage)
    {
        var (mine, other) = (await sessions.Begin(Told.Id(1), Team), await sessions.Begin(Told.Id(2), Team));
        await Restart();      // what the program counted itself is forgotten, so the row alone speaks
        Tampering.Do(Folder.Database, $"UPDATE sessions SET {damage} WHERE account = x'{Convert.ToHexString(Told.Id(1).Bytes())}'");
        Assert.Equal((null, Told.Id(2)), (Whose(mine), Whose(other)));
        Assert.Null(await sessions.End(mine));
        Assert.Equal(Told.Id(1), Whose(await sessions.Begin(Told.Id(1), Team)));
        Assert.Equal(Told.Id(2), Whose(other));
    }

    [Fact]
    public async Task A_row_that_somebody_with_the_file_writes_or_changes_is_no_session_and_one_that_was_written_here_is()
    {
        var mine = await sessions.Begin(Told.Id(1), Team);
        var (forged, hash) = Chosen();
        await ledger.Commit.Write((connection, _) => connection.Run(
            "INSERT INTO sessions SELECT partnership, ?1, account, team, made_at, seen_at, mark FROM sessions WHERE account = ?2", hash, Told.Id(1).Bytes()));
        Assert.Equal((null, Told.Id(1)), (Whose(forged), Whose(mine)));
        foreach (var (change, value) in new (string, object)[] { ("account", Told.Id(2).Bytes()), ("made_at", clock.Now.UtcTicks + 1), ("mark", new byte[32]) })
        {
            var id = await sessions.Begin(Told.Id(3), Team);
            Assert.Equal(Told.Id(3), Whose(id));
            await ledger.Commit.Write((connection, _) => connection.Run($"UPDATE sessions SET {change} = ?1 WHERE account = ?2", value, Told.Id(3).Bytes()));
            Assert.Null(Whose(id));
            Assert.Null(await sessions.End(id));
        }
    }

    [Fact]
    public async Task The_hash_that_stands_in_the_file_opens_nothing()
    {
        await sessions.Begin(Told.Id(1), Team);
        var hash = ledger.Read(connection => connection.Rows(r => r.Blob(0), "SELECT hash FROM sessions"))[0];
        Assert.Null(Whose(System.Buffers.Text.Base64Url.EncodeToString(hash)));
    }

    [Fact]
    public async Task What_is_over_is_taken_away_when_somebody_signs_in()
    {
        for (var i = 0; i < 5; i++) await sessions.Begin(Told.Id(i), Team);
        clock.Pass(idle + minute + minute);
        await sessions.Begin(Told.Id(9), Team);
        Assert.Equal(1, ledger.Read(connection => connection.Value<long>("SELECT count(*) FROM sessions")));
    }

    [Fact]
    public async Task It_ends_here_and_now_also_where_its_row_cannot_be_taken_away()
    {
        var id = await sessions.Begin(Told.Id(1), Team);
        await ledger.Commit.Write((connection, _) =>
            connection.Run("CREATE TRIGGER full BEFORE DELETE ON sessions BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"));
        var ended = sessions.End(id);
        Assert.Null(Whose(id));
        await Assert.ThrowsAnyAsync<Exception>(() => ended);
        Assert.Null(Whose(id));
        Assert.Equal(1, ledger.Read(connection => connection.Value<long>("SELECT count(*) FROM sessions")));
    }

    private static (string Id, byte[] Hash) Chosen()
    {
        var id = RandomNumberGenerator.GetBytes(32);
        return (System.Buffers.Text.Base64Url.EncodeToString(id), SHA256.HashData(id));
    }

    private void Begin(bool create = false)
    {
        ledger = Folder.Open(clock, create);
        sessions = new(ledger, clock, idle, longest);
    }

    private async Task Restart()
    {
        await ledger.DisposeAsync();
        Begin();
    }

    /// <summary>A clock that can be set, and what the machine has counted, which cannot.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private TimeSpan counted;

        public DateTimeOffset Now { get; set; } = Told.Start;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => counted.Ticks;

        public void Pass(TimeSpan time)
        {
            Now += time;
            counted += time;
        }

        public void Count(TimeSpan time) => counted += time;
    }
}
