using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// Whether a ledger still holds what its newest checkpoint says, as far as that is quickly seen at every start: the newest signed entry of each
/// case, the looks of the last checkpoint, how many cases there were. <see cref="Verify"/> sees all of it.
/// </summary>
/// <param name="Partnership">Whose it is.</param>
/// <param name="Last">The newest checkpoint, or the one before the first.</param>
/// <param name="Newest">When the newest look or checkpoint was written, in UTC; none where there is none.</param>
/// <param name="Lacks">What is not there any more, in words; none where nothing is known to be gone.</param>
internal sealed record LedgerState(byte[] Partnership, Checkpoint Last, DateTimeOffset? Newest, string? Lacks)
{
    // The newest signed entry of each case that is not there as it was signed. The hash is that of the row with the greatest sequence.
    private const string HeadsGone = """
        SELECT count(*) FROM (SELECT case_id, max(sequence) AS sequence, hash FROM checkpoint_heads
          WHERE partnership = ?1 AND case_id <> ?1 GROUP BY case_id) h
        LEFT JOIN entries e ON e.partnership = ?1 AND e.case_id = h.case_id AND e.sequence = h.sequence
        WHERE e.hash IS NOT h.hash
        """;

    // The same of who there is, which is named under the partnership's own id.
    private const string StaffGone = """
        SELECT count(*) FROM (SELECT max(sequence) AS sequence, hash FROM checkpoint_heads WHERE partnership = ?1 AND case_id = ?1 HAVING max(sequence) > 0) h
        LEFT JOIN staff_changes s ON s.partnership = ?1 AND s.sequence = h.sequence
        WHERE s.hash IS NOT h.hash
        """;

    /// <summary>Reads it.</summary>
    public static LedgerState Read(Ledger ledger) => ledger.Read(connection =>
    {
        var last = Checkpoints.Last(connection, ledger.Partnership);
        var looked = connection.Value<long>("SELECT at FROM access_log WHERE partnership = ?1 ORDER BY number DESC LIMIT 1", ledger.Partnership);
        var newest = Math.Max(looked, last.At.UtcTicks);
        return new LedgerState(ledger.Partnership, last, newest == 0 ? null : new(newest, TimeSpan.Zero), last.Number == 0 ? null
            : Lacking(connection, ledger.Partnership, last));
    });

    /// <summary>
    /// Refuses a ledger of which something is gone, and a key that is not the one that signed so far: a single checkpoint by another would spoil the
    /// line for good.
    /// </summary>
    public void Check(LedgerFolder folder, CheckpointKey key)
    {
        var wanted = Last.Number > 0 ? Convert.ToHexStringLower(Last.KeyId.Span) : PublicId(folder) ?? key.Id;
        if (wanted != key.Id) throw new LedgerRefusedException($"{folder.CheckpointKeyFile} is not the key that signs {folder.Database}: its id is "
            + $"{key.Id}, and the one that is wanted is {wanted}. Put that one back from where it is kept.");
        var isSigned = Last.Number == 0 || (Last.Digest.Span.SequenceEqual(Last.DigestOf(Partnership))
            && key.HasSigned(Last.Digest.ToArray(), Last.Signature.ToArray()));
        if ((isSigned ? Lacks : "that checkpoint was changed") is { } wrong)
            throw new LedgerRefusedException($"{folder.Database} is not as its checkpoint {Last.Number} says that it was ({wrong}): keep it as it "
                + "is, run lapwing verify on it, and restore the last backup to another folder.");
    }

    private static string? PublicId(LedgerFolder folder)
    {
        if (!File.Exists(folder.PublicKeyFile)) return null;
        using var key = CheckpointKey.FromPem(File.ReadAllText(folder.PublicKeyFile),
            $"{folder.PublicKeyFile} is no public key: put it back from a backup, or from whoever verifies.");
        return key.Id;
    }

    private static string? Lacking(SqliteConnection connection, byte[] partnership, Checkpoint last)
    {
        var (count, heads) = connection.Rows(r => (r.GetInt64(0), r.GetInt64(1)),
            "SELECT count(*), sum(heads) FROM checkpoints WHERE partnership = ?1", partnership)[0];
        if (count != last.Number || heads != connection.Value<long>("SELECT count(*) FROM checkpoint_heads WHERE partnership = ?1", partnership))
            return "checkpoints, or parts of them, are gone";
        if (connection.Value<long>(HeadsGone, partnership) is var gone and > 0) return $"the newest entry of {gone} of its cases is gone, or is another";
        if (connection.Value<long>(StaffGone, partnership) > 0) return "something that was said of who there is is gone, or is another";
        if (connection.Value<long>("SELECT count(*) FROM cases WHERE partnership = ?1", partnership) < last.Cases) return "cases are gone";
        var before = connection.Value<long>("SELECT log_to FROM checkpoints WHERE partnership = ?1 AND number = ?2", partnership, last.Number - 1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        connection.Each(r => hash.AppendData(r.Bytes(0)),
            "SELECT hash FROM access_log WHERE partnership = ?1 AND number > ?2 AND number <= ?3 ORDER BY number", partnership, before, last.LogTo);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(last.LogHash.Span) ? null : "rows of the access log are gone, or are others";
    }
}
