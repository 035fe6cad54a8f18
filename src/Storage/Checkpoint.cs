using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What was true at an instant, signed: nobody can tell it otherwise later, and each one vouches for all before it.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="LogTo">The last row of the access log that it covers.</param>
/// <param name="LogHash">Over the hashes of the rows since the checkpoint before.</param>
/// <param name="Heads">How many cases had changed since the checkpoint before.</param>
/// <param name="HeadsHash">Over their heads.</param>
/// <param name="Cases">How many cases there were.</param>
/// <param name="Entries">How many entries there were.</param>
/// <param name="PreviousDigest">The digest of the one before.</param>
/// <param name="Digest">Over all of the above and the partnership.</param>
/// <param name="KeyId">By which key it is signed.</param>
/// <param name="Signature">Of the digest.</param>
public sealed record Checkpoint(
    long Number, DateTimeOffset At, long LogTo, ReadOnlyMemory<byte> LogHash, long Heads, ReadOnlyMemory<byte> HeadsHash, long Cases, long Entries,
    ReadOnlyMemory<byte> PreviousDigest, ReadOnlyMemory<byte> Digest, ReadOnlyMemory<byte> KeyId, ReadOnlyMemory<byte> Signature)
{
    internal const string Columns = "partnership, number, at, log_to, log_hash, heads, heads_hash, cases, entries, previous_digest, digest, key_id, signature";

    /// <summary>What the first one has as the digest of the one before: it ties all to the partnership.</summary>
    internal static byte[] Genesis(byte[] partnership, long createdAt) => new CanonicalBytes().Add("lapwing partnership/1", partnership, createdAt).Hash();

    /// <summary>The one before the first.</summary>
    internal static Checkpoint None(byte[] partnership, long createdAt) =>
        new(0, default, 0, default, 0, default, 0, 0, default, Genesis(partnership, createdAt), default, default);

    /// <summary>The row under a reader that selected <see cref="Columns"/>.</summary>
    internal static Checkpoint Read(SqliteDataReader r) => new(
        r.GetInt64(1), r.Instant(2), r.GetInt64(3), r.Blob(4), r.GetInt64(5), r.Blob(6), r.GetInt64(7), r.GetInt64(8), r.Blob(9), r.Blob(10),
        r.Blob(11), r.Blob(12));

    /// <summary>What its digest must be.</summary>
    internal byte[] DigestOf(byte[] partnership) => new CanonicalBytes()
        .Add("lapwing checkpoint/1", partnership, Number, At.UtcTicks, LogTo, LogHash.ToArray(), Heads, HeadsHash.ToArray(), Cases, Entries,
        PreviousDigest.ToArray()).Hash();

    /// <summary>Stores it. In the writer's turn only.</summary>
    internal void Insert(SqliteConnection connection, byte[] partnership) => connection.Insert(
        $"INSERT INTO checkpoints ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)", partnership, Number, At.UtcTicks,
        LogTo, LogHash.ToArray(), Heads, HeadsHash.ToArray(),
        Cases, Entries, PreviousDigest.ToArray(), Digest.ToArray(), KeyId.ToArray(), Signature.ToArray());
}

/// <summary>The head of a case that had changed by a checkpoint.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="Sequence">Its last entry.</param>
/// <param name="Hash">That entry's hash.</param>
internal readonly record struct CheckpointHead(byte[] CaseId, long Sequence, byte[] Hash)
{
    /// <summary>The hash over several, in the order of their cases.</summary>
    public static byte[] HashOf(IEnumerable<CheckpointHead> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var fields = new CanonicalBytes();
        foreach (var head in heads) hash.AppendData(fields.Clear().Add(head.CaseId, head.Sequence, head.Hash).Written);
        return hash.GetHashAndReset();
    }
}
