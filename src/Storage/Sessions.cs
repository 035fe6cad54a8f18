using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// Who is signed in: a row for each session. The browser holds a random id, the row only its hash, and with it a mark made with the partnership key over
/// whose it is and since when: a row that somebody with the file writes or changes is no session. Each is asked for at every request and ends by itself.
/// </summary>
/// <remarks>
/// Time is told twice: by the clock, which outlives a restart, and by what the program has counted itself, which no clock can set. Whichever says that a
/// session is over is believed, and so is a clock that stands before the session was made or last seen. What was seen is written once a minute, and no
/// request waits for it.
/// </remarks>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
/// <param name="idle">How long a session lasts after the last request.</param>
/// <param name="longest">How long it lasts at most.</param>
public sealed class Sessions(Ledger ledger, TimeProvider time, TimeSpan idle, TimeSpan longest)
{
    private const int IdSize = 32, MostCounted = 100_000;
    private static readonly TimeSpan written = TimeSpan.FromMinutes(1);      // how seldom a row says when it was seen, and how much a clock may be put back
    private readonly byte[] key = ledger.Key.Derive("sessions/1");
    private readonly ConcurrentDictionary<string, Counted> counted = new(StringComparer.Ordinal);

    /// <summary>Begins a session of somebody in a post; gives the id that its browser holds, which stands nowhere else. Takes away what is over.</summary>
    public async Task<string> Begin(Guid account, Guid team)
    {
        var id = RandomNumberGenerator.GetBytes(IdSize);
        var (hash, now) = (SHA256.HashData(id), time.GetUtcNow());
        Forget(now);
        await ledger.Commit.Write((connection, _) =>
        {
            connection.Run("DELETE FROM sessions WHERE partnership = ?1 AND (made_at < ?2 OR seen_at < ?3)",
                ledger.Partnership, (now - longest).UtcTicks, (now - idle - written).UtcTicks);
            connection.Insert("INSERT INTO sessions (partnership, hash, account, team, made_at, seen_at, mark) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
                ledger.Partnership, hash, account.Bytes(), team.Bytes(), now.UtcTicks, MarkOf(hash, account, team, now.UtcTicks));
            return true;
        });
        counted[Convert.ToHexString(hash)] = new(time.GetTimestamp(), now);
        return Base64Url.EncodeToString(id);
    }

    /// <summary>Whose session it is, and of which of their teams, which is seen by being asked for; null where there is none, or none any more.</summary>
    public (Guid Account, Guid Team)? Find(string? id)
    {
        if (HashOf(id) is not { } hash) return null;
        var name = Convert.ToHexString(hash);
        if (counted.TryGetValue(name, out var before) && before.IsOver) return null;
        if (ledger.Read(connection => Row(connection, hash)) is not { } row) return null;
        var (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        var session = counted.GetOrAdd(name, _ => new(stamp, row.SeenAt));
        if (session.IsOver || !Lasts(session, row.MadeAt, now, stamp))
        {
            _ = Quietly(End(id));
            return null;
        }

        if (session.See(now, stamp, time, written)) _ = Quietly(ledger.Commit.Write((connection, _) =>
            connection.Run("UPDATE sessions SET seen_at = ?3 WHERE partnership = ?1 AND hash = ?2", ledger.Partnership, hash, now.UtcTicks)));
        return (row.Account, row.Team);
    }

    /// <summary>
    /// Ends a session: from now on here, whatever comes of the row, and for good once that is gone. Says whose it was, if it lasted until now.
    /// </summary>
    public async Task<Guid?> End(string? id)
    {
        if (HashOf(id) is not { } hash) return null;
        var (name, now, stamp) = (Convert.ToHexString(hash), time.GetUtcNow(), time.GetTimestamp());
        var before = counted.GetValueOrDefault(name);
        if (before is not null) counted[name] = before.Ended();
        else if (counted.Count < MostCounted) counted[name] = new(stamp, now) { IsOver = true };      // not asked for yet since the program began
        var row = await ledger.Commit.Write((connection, _) =>
        {
            var found = Row(connection, hash);
            connection.Run("DELETE FROM sessions WHERE partnership = ?1 AND hash = ?2", ledger.Partnership, hash);
            return found;
        });
        return row is not null && before is not { IsOver: true } && Lasts(before ?? new(stamp, row.SeenAt), row.MadeAt, now, stamp) ? row.Account : null;
    }

    // None that was not written here: its mark is missing. One that does not read as it was written is none either.
    private SessionRow? Row(SqliteConnection connection, byte[] hash) => connection.Rows(
        r => Readable(r, hash), "SELECT account, made_at, seen_at, mark, team FROM sessions WHERE partnership = ?1 AND hash = ?2", ledger.Partnership, hash)
            .FirstOrDefault();

    private SessionRow? Readable(SqliteDataReader r, byte[] hash)
    {
        try
        {
            var row = new SessionRow(r.Id(0), r.Id(4), r.GetInt64(1), r.Instant(2));
            return CryptographicOperations.FixedTimeEquals(r.Bytes(3), MarkOf(hash, row.Account, row.Team, row.MadeAt)) ? row : null;
        }
        catch (Exception e) when (Fault.IsDamage(e))
        {
            return null;
        }
    }

    private bool Lasts(Counted session, long madeAt, DateTimeOffset now, long stamp)
    {
        var (age, unseen) = (now - new DateTimeOffset(madeAt, TimeSpan.Zero), now - session.SeenAt);
        return age >= -written && age <= longest && unseen >= -written && unseen <= idle
            && time.GetElapsedTime(session.First, stamp) <= longest && time.GetElapsedTime(session.Last, stamp) <= idle;
    }

    // What is over by both clocks can be forgotten: its row would say the same.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, session) in counted)
            if (now - session.SeenAt > longest && time.GetElapsedTime(session.Last) > longest) counted.TryRemove(name, out _);
    }

    private byte[] MarkOf(byte[] hash, Guid account, Guid team, long madeAt) =>
        HMACSHA256.HashData(key, new CanonicalBytes().Add("session/2", ledger.Partnership, hash, account.Bytes(), team.Bytes(), madeAt).Written);

    private static byte[]? HashOf(string? id)
    {
        Span<byte> bytes = stackalloc byte[IdSize];
        if (id?.Length != Base64Url.GetEncodedLength(IdSize)) return null;
        return Base64Url.DecodeFromChars(id, bytes, out _, out var length) == OperationStatus.Done && length == IdSize ? SHA256.HashData(bytes) : null;
    }

    // A row that could not be written is no reason to show nothing: what counts was counted here.
    private static async Task Quietly(Task writing)
    {
        try
        {
            await writing;
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
        }
    }

    private sealed record SessionRow(Guid Account, Guid Team, long MadeAt, DateTimeOffset SeenAt);

    /// <summary>What the program has counted itself of a session.</summary>
    private sealed class Counted(long first, DateTimeOffset seenAt)
    {
        private readonly Lock turn = new();
        private long writtenAt = first;

        public long First { get; } = first;

        public long Last { get; private set; } = first;

        public DateTimeOffset SeenAt { get; private set; } = seenAt;

        public bool IsOver { get; init; }

        public Counted Ended() => new(First, SeenAt) { IsOver = true };

        /// <summary>It is seen; says whether that is to be written.</summary>
        public bool See(DateTimeOffset now, long stamp, TimeProvider time, TimeSpan seldom)
        {
            lock (turn)
            {
                (Last, SeenAt) = (Math.Max(Last, stamp), now);
                if (time.GetElapsedTime(writtenAt, stamp) < seldom) return false;
                writtenAt = stamp;
                return true;
            }
        }
    }
}
