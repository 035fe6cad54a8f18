using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Goes through the checkpoints and what they cover: digests, signatures, heads of cases, rows of the access log.</summary>
internal sealed class VerifiedCheckpoints(LedgerFolder folder, (byte[] Partnership, Checkpoint Checkpoint, CheckpointKey Key)? kept)
{
    private byte[] partnership = [];

    /// <summary>What is not as it was written.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>The last checkpoint, or the one before the first.</summary>
    public Checkpoint Last { get; private set; } = Checkpoint.None([], 0);

    /// <summary>How many checkpoints.</summary>
    public long Count { get; private set; }

    /// <summary>How many rows of the access log.</summary>
    public long Looks { get; private set; }

    /// <summary>Each time that a backup was put back, and why.</summary>
    public List<string> Restored { get; } = [];

    /// <summary>Reads them, and the access log.</summary>
    public void Read(SqliteConnection connection, VerifiedCases cases)
    {
        var createdAt = 0L;
        foreach (var row in connection.Rows(r => (Id: r.Blob(0), At: r.GetInt64(1)), "SELECT id, created_at FROM partnership")) (partnership, createdAt) = row;
        Last = Checkpoint.None(partnership, createdAt);
        Findings.AddRange(StaffLog.Amiss(connection, partnership));
        var log = connection.Rows(ReadLook, $"SELECT {AccessLogEntry.Columns}, hash FROM access_log ORDER BY partnership, number");
        CheckLog(log);
        Restored.AddRange(connection.Rows(
            r => $"Row {r.GetInt64(0)} of the access log, {r.Instant(1).ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}: "
                + $"{r.GetString(2)}", "SELECT number, at, purpose FROM access_log WHERE outcome = 'restored' ORDER BY number"));
        var all = connection.Rows(r =>
            (Of: r.Blob(0), Checkpoint: Checkpoint.Read(r)), $"SELECT {Checkpoint.Columns} FROM checkpoints ORDER BY partnership, number");
        using var key = PublicKey(all.Count > 0);
        var heads = 0L;
        foreach (var (of, checkpoint) in all)
        {
            if (!of.AsSpan().SequenceEqual(partnership)) Findings.Add($"Checkpoint {checkpoint.Number} is of another partnership.");
            CheckItself(checkpoint, key);
            heads += CheckHeads(connection, checkpoint, cases);
            CheckCovered(checkpoint, log);
            Last = checkpoint;
            Count++;
        }

        if (connection.Value<long>("SELECT count(*) FROM checkpoint_heads") != heads)
            Findings.Add("There are heads of cases that belong to no checkpoint: checkpoints were removed or changed.");
        CompareWithKept(all.Find(one => one.Checkpoint.Number == kept?.Checkpoint.Number).Checkpoint, key);
    }

    private static (byte[] Of, long Number, byte[] Hash, byte[] Computed) ReadLook(SqliteDataReader r)
    {
        var fields = new CanonicalBytes();
        for (var column = 0; column < 10; column++) fields.Add(r.IsDBNull(column) ? null : r.GetValue(column));
        return (r.Blob(0), r.GetInt64(1), r.Blob(10), fields.Hash());
    }

    private void CheckLog(List<(byte[] Of, long Number, byte[] Hash, byte[] Computed)> log)
    {
        foreach (var (of, number, hash, computed) in log)
        {
            if (number != Looks + 1) Findings.Add($"Row {Looks + 1} of the access log is missing.");
            if (!computed.AsSpan().SequenceEqual(hash) || !of.AsSpan().SequenceEqual(partnership))
                Findings.Add($"Row {number} of the access log was changed after it was written.");
            Looks = number;
        }
    }

    private CheckpointKey? PublicKey(bool isNeeded)
    {
        try
        {
            return CheckpointKey.FromPem(File.ReadAllText(folder.PublicKeyFile), $"{folder.PublicKeyFile} is no public key, so no signature can be checked.");
        }
        catch (Exception e) when (e is FileNotFoundException or LedgerRefusedException)
        {
            if (isNeeded) Findings.Add(e is LedgerRefusedException ? e.Message : $"{folder.PublicKeyFile} is missing, so no signature can be checked.");
            return null;
        }
    }

    private void CheckItself(Checkpoint checkpoint, CheckpointKey? key)
    {
        if (checkpoint.Number != Last.Number + 1) Findings.Add($"Checkpoint {Last.Number + 1} is missing.");
        else if (!checkpoint.PreviousDigest.Span.SequenceEqual(Last.Digest.Span))
            Findings.Add($"Checkpoint {checkpoint.Number} does not follow what stands before it: one of them, or the partnership, was changed.");
        if (!checkpoint.Digest.Span.SequenceEqual(checkpoint.DigestOf(partnership)))
            Findings.Add($"Checkpoint {checkpoint.Number} was changed after it was made.");
        else if (key is not null && !(checkpoint.KeyId.Span.SequenceEqual(key.IdBytes)
            && key.HasSigned(checkpoint.Digest.ToArray(), checkpoint.Signature.ToArray())))
            Findings.Add($"Checkpoint {checkpoint.Number} is not signed by the key whose public half lies beside the data.");
    }

    private long CheckHeads(SqliteConnection connection, Checkpoint checkpoint, VerifiedCases cases)
    {
        var heads = connection.Rows(r => new CheckpointHead(r.Blob(0), r.GetInt64(1), r.Blob(2)),
            "SELECT case_id, sequence, hash FROM checkpoint_heads WHERE partnership = ?1 AND checkpoint = ?2 ORDER BY case_id", partnership,
            checkpoint.Number);
        var (added, begun) = (0L, 0L);
        foreach (var head in heads)
        {
            var one = cases.Find(head.CaseId);
            var isStaff = head.CaseId.AsSpan().SequenceEqual(partnership);
            var stored = isStaff
                ? connection.Value<byte[]>("SELECT hash FROM staff_changes WHERE partnership = ?1 AND sequence = ?2", partnership, head.Sequence)
                : connection.Value<byte[]>("SELECT hash FROM entries WHERE partnership = ?1 AND case_id = ?2 AND sequence = ?3", partnership,
                    head.CaseId, head.Sequence);
            var name = isStaff ? $"Row {head.Sequence} of who there is"
                : $"Entry {head.Sequence} of case {one?.Reference ?? Convert.ToHexStringLower(head.CaseId)}";
            var what = isStaff ? "it" : "the case";
            if (stored is null) Findings.Add($"{name}, which checkpoint {checkpoint.Number} names, is missing: the end of {what} was cut off.");
            else if (!stored.AsSpan().SequenceEqual(head.Hash))
                Findings.Add($"{name} is not the one that checkpoint {checkpoint.Number} names: {what} was written anew.");
            if (one is null) continue;
            added += head.Sequence - one.LastNamed;
            if (one.LastNamed == 0) begun++;
            one.LastNamed = head.Sequence;
        }

        if (heads.Count != checkpoint.Heads || !CheckpointHead.HashOf(heads).AsSpan().SequenceEqual(checkpoint.HeadsHash.Span))
            Findings.Add($"The heads of cases that checkpoint {checkpoint.Number} names were changed.");
        else if (checkpoint.Entries != Last.Entries + added || checkpoint.Cases != Last.Cases + begun)
            Findings.Add($"Checkpoint {checkpoint.Number} does not count what it names.");
        return heads.Count;
    }

    private void CheckCovered(Checkpoint checkpoint, List<(byte[] Of, long Number, byte[] Hash, byte[] Computed)> log)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        for (var i = FirstAfter(log, Last.LogTo); i < log.Count && log[i].Number <= checkpoint.LogTo; i++, count++) hash.AppendData(log[i].Hash);
        if (count != checkpoint.LogTo - Last.LogTo)
            Findings.Add($"Rows of the access log that checkpoint {checkpoint.Number} covers ({Last.LogTo + 1} to {checkpoint.LogTo}) are missing.");
        else if (!hash.GetHashAndReset().AsSpan().SequenceEqual(checkpoint.LogHash.Span))
            Findings.Add($"Rows of the access log that checkpoint {checkpoint.Number} covers ({Last.LogTo + 1} to {checkpoint.LogTo}) are not "
                + "those that were written.");
    }

    private static int FirstAfter(List<(byte[] Of, long Number, byte[] Hash, byte[] Computed)> log, long number)
    {
        var (low, high) = (0, log.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (log[middle].Number <= number) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void CompareWithKept(Checkpoint? here, CheckpointKey? key)
    {
        if (kept is not { } by) return;
        if (!by.Partnership.AsSpan().SequenceEqual(partnership))
            Findings.Add($"The checkpoint that was kept is of another ledger: partnership {Convert.ToHexStringLower(by.Partnership)}, here "
                + $"{Convert.ToHexStringLower(partnership)}.");
        else if (here is null)
            Findings.Add($"Checkpoint {by.Checkpoint.Number}, which was handed out, is missing: the ledger's end was cut off, or an older state was put back.");
        else if (!here.Digest.Span.SequenceEqual(by.Checkpoint.Digest.Span))
            Findings.Add($"Checkpoint {by.Checkpoint.Number} is not the one that was handed out: this is a second history.");
        if (key is not null && key.Id != by.Key.Id)
            Findings.Add($"The public key beside the data ({key.Id}) is not the one of the checkpoint that was kept ({by.Key.Id}).");
    }
}
