using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Goes through all entries in order and computes each chain again. Two halves at once, and nothing is kept but the head of each case.</summary>
internal sealed class VerifiedCases
{
    private const int PartnershipAt = 0, CaseAt = 1, SequenceAt = 2, PreviousAt = 18, HashAt = 19;
    private static readonly string[] sides = ["<", ">="];
    private readonly Dictionary<Guid, VerifiedCase> cases = [];
    private byte[] partnership = [];

    /// <summary>What is not as it was written, in the order of the table.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>How many entries.</summary>
    public long Entries { get; private set; }

    /// <summary>How many cases.</summary>
    public int Count => cases.Count;

    /// <summary>A case, or none.</summary>
    public VerifiedCase? Find(byte[] caseId) => caseId.Length == 16 ? cases.GetValueOrDefault(new(caseId, bigEndian: true)) : null;

    /// <summary>Reads the rows of the cases.</summary>
    public void Read(SqliteConnection connection)
    {
        var rows = connection.Rows(r => r.Blob(0), "SELECT id FROM partnership");
        if (rows.Count == 1) partnership = rows[0];
        else Findings.Add($"There are {rows.Count} rows of the partnership, which has one.");
        foreach (var (of, id, reference, openedAt) in connection.Rows(r =>
            (r.Blob(0), r.Blob(1), r.GetString(2), r.GetInt64(3)), "SELECT partnership, case_id, reference, opened_at FROM cases ORDER BY case_id"))
        {
            if (!of.AsSpan().SequenceEqual(partnership) || id.Length != 16) Findings.Add($"Case {reference} is of another partnership or has no id.");
            else cases.Add(new(id, bigEndian: true), new(reference, Chain.Genesis(partnership, id, reference, openedAt)));
        }
    }

    /// <summary>Reads the entries.</summary>
    public void ReadEntries(string database)
    {
        byte[] middle = [0x80, .. new byte[15]];
        foreach (var (findings, entries) in Halves(side => ReadHalf(database, side, middle)))
        {
            Findings.AddRange(findings);
            Entries += entries;
        }

        foreach (var one in cases.Values)
            if (one.Last == 0) Findings.Add($"Case {one.Reference} has no entries: they were removed, or the case was changed.");
    }

    // What one of them could not read is told as it was, and not as a collection of failures.
    private static List<(List<string> Findings, long Entries)> Halves(Func<string, (List<string>, long)> read)
    {
        try
        {
            return [.. sides.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(read)];
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            throw;
        }
    }

    private (List<string> Findings, long Entries) ReadHalf(string database, string side, byte[] middle)
    {
        using var connection = Verify.Open(database);
        using var transaction = connection.BeginTransaction(deferred: true);
        using var command = connection.Say($"SELECT {EntryRow.Columns} FROM entries WHERE (partnership, case_id) {side} (?1, ?2) ORDER BY "
            + "partnership, case_id, sequence", partnership, middle);
        using var reader = command.ExecuteReader();
        var (findings, entries, fields, caseId, one) = (new List<string>(), 0L, new CanonicalBytes(), Array.Empty<byte>(), (VerifiedCase?)null);
        var row = reader.Row();
        for (; reader.Read(); entries++)
        {
            if (!NativeRow.Bytes(row, CaseAt).SequenceEqual(caseId))
            {
                caseId = NativeRow.Bytes(row, CaseAt).ToArray();
                one = Find(caseId) ?? Begun(connection, caseId);
            }

            var sequence = NativeRow.Number(row, SequenceAt);
            if (one is null || !NativeRow.Bytes(row, PartnershipAt).SequenceEqual(partnership))
                findings.Add($"Entry {sequence} of case id {Convert.ToHexStringLower(caseId)} belongs to no case: it was moved, or its case was removed.");
            else Check(row, one, sequence, fields, findings);
        }

        return (findings, entries);
    }

    // A case that was begun since the cases were read, where Lapwing runs meanwhile.
    private VerifiedCase? Begun(SqliteConnection connection, byte[] caseId) => connection.Rows(
        r => new VerifiedCase(r.GetString(0), Chain.Genesis(partnership, caseId, r.GetString(0), r.GetInt64(1))),
        "SELECT reference, opened_at FROM cases WHERE partnership = ?1 AND case_id = ?2", partnership, caseId).FirstOrDefault();

    private static void Check(nint row, VerifiedCase one, long sequence, CanonicalBytes fields, List<string> findings)
    {
        var hash = NativeRow.Bytes(row, HashAt);
        if (sequence != one.Last + 1)
            findings.Add(sequence == one.Last + 2 ? $"Entry {one.Last + 1} of case {one.Reference} is missing."
                : $"Entries {one.Last + 1} to {sequence - 1} of case {one.Reference} are missing.");
        else if (!NativeRow.Bytes(row, PreviousAt).SequenceEqual(one.Hash))
            findings.Add($"Entry {sequence} of case {one.Reference} does not follow what stands before it: one of them, or the case, was changed.");
        Span<byte> computed = stackalloc byte[SHA256.HashSizeInBytes];
        fields.Clear();
        for (var column = 0; column < HashAt; column++) fields.Add(row, column);
        SHA256.HashData(fields.Written, computed);
        if (!computed.SequenceEqual(hash)) findings.Add($"Entry {sequence} of case {one.Reference} was changed after it was written.");
        one.Pass(sequence, hash);
    }
}

/// <summary>A case on the way through its entries.</summary>
/// <param name="reference">The reference that people read.</param>
/// <param name="genesis">What its first entry is tied to.</param>
internal sealed class VerifiedCase(string reference, byte[] genesis)
{
    /// <summary>The reference that people read.</summary>
    public string Reference => reference;

    /// <summary>The last entry that was passed.</summary>
    public long Last { get; private set; }

    /// <summary>Its hash as it is stored.</summary>
    public byte[] Hash { get; private set; } = genesis;

    /// <summary>The last entry that a checkpoint names.</summary>
    public long LastNamed { get; set; }

    /// <summary>Takes an entry's hash as that of the one before the next.</summary>
    public void Pass(long sequence, ReadOnlySpan<byte> hash)
    {
        Last = sequence;
        if (hash.Length == Hash.Length) hash.CopyTo(Hash);
        else Hash = hash.ToArray();
    }
}
