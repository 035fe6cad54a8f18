using System.Security.Cryptography;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>A case as it is stored: its row, and from there its entries.</summary>
internal sealed record StoredCase(CaseId Id, byte[] Partnership, string Reference, byte[] WrappedKey, byte[] KeyId, long OpenedAt)
{
    private byte[] CaseId => Id.Value.Bytes();

    /// <summary>The row of a case, or none.</summary>
    public static StoredCase? Find(SqliteConnection connection, byte[] partnership, CaseId id) => connection.Rows(
        r => new StoredCase(id, partnership, r.GetString(0), r.Blob(1), r.Blob(2), r.GetInt64(3)),
        "SELECT reference, wrapped_key, key_id, opened_at FROM cases WHERE partnership = ?1 AND case_id = ?2", partnership, id.Value.Bytes()).FirstOrDefault();

    /// <summary>Stores the row.</summary>
    public void Insert(SqliteConnection connection) => connection.Insert(
        "INSERT INTO cases (partnership, case_id, reference, wrapped_key, key_id, opened_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", Partnership, CaseId,
        Reference, WrappedKey, KeyId, OpenedAt);

    /// <summary>The case's cipher.</summary>
    public Sealing Unlock(PartnershipKey key)
    {
        var caseKey = key.Unwrap(WrappedKey, Partnership, CaseId, Reference);
        var sealing = new Sealing(caseKey);
        CryptographicOperations.ZeroMemory(caseKey);
        return sealing;
    }

    /// <summary>The last entry's number and hash; before the first, 0 and what the first is tied to.</summary>
    public Head Head(SqliteConnection connection) => connection.Rows(
        r => new Head(r.GetInt64(0), r.Blob(1)),
        "SELECT sequence, hash FROM entries WHERE partnership = ?1 AND case_id = ?2 ORDER BY sequence DESC LIMIT 1", Partnership, CaseId)
        .FirstOrDefault() ?? new(0, Chain.Genesis(Partnership, CaseId, Reference, OpenedAt));

    /// <summary>Whether an act was recorded.</summary>
    public bool Has(SqliteConnection connection, Guid act) => connection.Value<long>(
        "SELECT 1 FROM entries WHERE partnership = ?1 AND case_id = ?2 AND act_id = ?3 LIMIT 1", Partnership, CaseId, act.Bytes()) == 1;

    /// <summary>The whole case. Refuses one of which an entry is missing: who may see it follows from all of them.</summary>
    public CaseFile Load(SqliteConnection connection, Sealing sealing)
    {
        var (place, last) = (new CanonicalBytes(), 0L);
        var entries = connection.Rows(
            r =>
            {
                if (r.Number(2) != ++last) throw new LedgerRefusedException($"Entry {last} of case {Reference} is missing: run lapwing verify.");
                return Unseal(r, sealing, place);
            },
            $"SELECT {EntryRow.Shown} FROM entries WHERE partnership = ?1 AND case_id = ?2 ORDER BY sequence", Partnership, CaseId);
        return CaseFile.Of(Id, ReadScope.Whole, entries);
    }

    private Entry Unseal(SqliteDataReader r, Sealing sealing, CanonicalBytes place) => EntryRow.Entry(r, EntryJson.Read(
        r.Text(5), sealing.OpenHere(r.Bytes(EntryRow.SealedAt), EntryRow.IdentityAt(r, place), () => $"entry {r.Number(2)} of case {Reference}")));
}

/// <summary>The end of a case's chain.</summary>
/// <param name="Sequence">The last entry's number.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record Head(long Sequence, byte[] Hash)
{
    /// <inheritdoc/>
    public bool Equals(Head? other) => other is not null && Sequence == other.Sequence && Hash.AsSpan().SequenceEqual(other.Hash);

    /// <inheritdoc/>
    public override int GetHashCode() => Sequence.GetHashCode();
}
