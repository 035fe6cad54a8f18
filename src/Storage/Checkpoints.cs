using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>The one sequencer of checkpoints: it looks at what is committed, after the commit, and no request waits for it.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="key">The key that signs.</param>
/// <param name="time">The clock.</param>
/// <param name="kept">Where the newest is kept apart from the database; nowhere without it.</param>
public sealed class Checkpoints(Ledger ledger, CheckpointKey key, TimeProvider time, KeptCheckpoint? kept = null)
{
    private bool isKept;

    // A case that has grown since it was last named: its head, how much it has grown, whether it is new. Who there is is named under the partnership's own id.
    private const string Changed = """
        SELECT e.case_id, e.sequence, e.hash,
            coalesce((SELECT max(h.sequence) FROM checkpoint_heads h WHERE h.partnership = c.partnership AND h.case_id = c.case_id), 0) AS named
        FROM cases c
        JOIN entries e ON e.partnership = c.partnership AND e.case_id = c.case_id
            AND e.sequence = (SELECT max(l.sequence) FROM entries l WHERE l.partnership = c.partnership AND l.case_id = c.case_id)
        WHERE c.partnership = ?1 AND e.sequence > named
        UNION ALL
        SELECT s.partnership, s.sequence, s.hash,
            coalesce((SELECT max(h.sequence) FROM checkpoint_heads h WHERE h.partnership = s.partnership AND h.case_id = s.partnership), 0) AS named
        FROM staff_changes s
        WHERE s.partnership = ?1 AND s.sequence = (SELECT max(l.sequence) FROM staff_changes l WHERE l.partnership = s.partnership) AND s.sequence > named
        ORDER BY 1
        """;

    /// <summary>
    /// Makes the next checkpoint; null where nothing was recorded or looked at since the last. The newest is then kept apart too, or it throws, and
    /// the next turn tries again.
    /// </summary>
    public async Task<Checkpoint?> Make()
    {
        var made = await Sign();
        if (made is not null) isKept = false;
        if (kept is not null && !isKept && Newest() is { } newest) kept.Write(newest);
        isKept = true;
        return made;
    }

    /// <summary>The newest checkpoint as text, for a partner agency to keep; null where there is none.</summary>
    public string? Newest() => ledger.Read(connection => Last(connection, ledger.Partnership)) is { Number: > 0 } last
        ? CheckpointFile.Write(ledger.Id, last, key.PublicPem) : null;

    /// <summary>The newest checkpoint, or the one before the first.</summary>
    internal static Checkpoint Last(SqliteConnection connection, byte[] partnership) =>
        connection.Rows(Checkpoint.Read, $"SELECT {Checkpoint.Columns} FROM checkpoints WHERE partnership = ?1 ORDER BY number DESC LIMIT 1",
            partnership).FirstOrDefault()
        ?? Checkpoint.None(partnership, connection.Value<long>("SELECT created_at FROM partnership WHERE id = ?1", partnership));

    private async Task<Checkpoint?> Sign()
    {
        while (true)      // another sequencer, which there should not be, only makes it begin again
        {
            var (next, heads) = ledger.Read(Next);
            if (next is null) return null;
            var isDone = await ledger.Commit.Write((connection, _) =>
            {
                if (connection.Value<long>("SELECT max(number) FROM checkpoints WHERE partnership = ?1", ledger.Partnership) != next.Number - 1) return false;
                next.Insert(connection, ledger.Partnership);
                foreach (var head in heads)
                    connection.Insert("INSERT INTO checkpoint_heads (partnership, case_id, sequence, checkpoint, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
                        ledger.Partnership, head.CaseId, head.Sequence, next.Number, head.Hash);
                return true;
            });
            if (isDone) return next;
        }
    }

    /// <summary>
    /// A checkpoint as text, for a partner agency to keep: it shows later whether what was recorded by then is still there. Null where there is
    /// none.
    /// </summary>
    public string? Export(long number)
    {
        var found = ledger.Read(connection => connection.Rows(Checkpoint.Read,
            $"SELECT {Checkpoint.Columns} FROM checkpoints WHERE partnership = ?1 AND number = ?2", ledger.Partnership, number).FirstOrDefault());
        return found is null ? null : CheckpointFile.Write(ledger.Id, found, key.PublicPem);
    }

    private (Checkpoint? Next, List<CheckpointHead> Heads) Next(SqliteConnection connection)
    {
        var last = Last(connection, ledger.Partnership);
        if (last.Number > 0 && !last.KeyId.Span.SequenceEqual(key.IdBytes))
            throw new LedgerRefusedException($"Checkpoint {last.Number} was signed by another key than {key.Id}: nothing is signed by this one, "
                + "which would spoil the line for good.");
        var changed = connection.Rows(r => (Head: new CheckpointHead(r.Blob(0), r.GetInt64(1), r.Blob(2)), Named: r.GetInt64(3)), Changed, ledger.Partnership);
        var (logHash, logTo) = HashLog(connection, last.LogTo);
        if (changed.Count == 0 && logTo == last.LogTo) return (null, []);
        var cases = changed.FindAll(c => !c.Head.CaseId.AsSpan().SequenceEqual(ledger.Partnership));
        List<CheckpointHead> heads = [.. changed.Select(c => c.Head)];
        var next = new Checkpoint(last.Number + 1, time.GetUtcNow(), logTo, logHash, heads.Count, CheckpointHead.HashOf(heads), last.Cases
            + cases.Count(c => c.Named == 0),
            last.Entries + cases.Sum(c => c.Head.Sequence - c.Named), last.Digest, default, key.IdBytes, default);
        var digest = next.DigestOf(ledger.Partnership);
        return (next with { Digest = digest, Signature = key.Sign(digest) }, heads);
    }

    private (byte[] Hash, long To) HashLog(SqliteConnection connection, long after)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var command = connection.Say("SELECT number, hash FROM access_log WHERE partnership = ?1 AND number > ?2 ORDER BY number",
            ledger.Partnership, after);
        using var reader = command.ExecuteReader();
        for (; reader.Read(); after = reader.GetInt64(0)) hash.AppendData(reader.Blob(1));
        return (hash.GetHashAndReset(), after);
    }
}
