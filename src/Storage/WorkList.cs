using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// What is still to be done in a case, as one sealed value for lists: the name of a duty says what a case is about, and stands nowhere in clear. It
/// is sealed by a key of its own that follows from the partnership's, so that a list opens no case's key.
/// </summary>
internal static class WorkList
{
    private const int Id = 16;

    /// <summary>A list's cipher: for one thread, and disposed of after the list.</summary>
    public static Sealing Unlock(PartnershipKey key) => new(key.ForLists);

    /// <summary>Seals what is to be done in a case; what is done stands in no list.</summary>
    public static byte[] Seal(Sealing sealing, byte[] partnership, byte[] caseId, IReadOnlyList<WorkRow> rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var row in rows.Where(row => !row.IsDone))
        {
            foreach (var text in new[] { Names<PaperKind>.Of(row.Paper.Kind), row.Duty, row.Of, Names<Agency>.Of(row.Agency) })
                Write(writer, Encoding.UTF8.GetBytes(text));
            writer.Write(row.Due?.DayNumber ?? 0);
            foreach (var id in new[] { row.Paper.Id, row.Team ?? default, row.Account ?? default }) writer.Write(id.Bytes());
            writer.Write((byte)((row.Team is null ? 0 : 1) | (row.Account is null ? 0 : 2) | (row.IsOfPaperAlone ? 4 : 0)));
        }

        return sealing.Seal(stream.ToArray(), PlaceOf(new CanonicalBytes(), partnership, caseId));
    }

    /// <summary>Opens what is to be done in a case, under a reader. Refuses what was changed or moved.</summary>
    public static List<WorkRow> Open(SqliteDataReader r, int column, Sealing sealing, CanonicalBytes place, byte[] partnership, ReadOnlySpan<byte> caseId)
    {
        var rest = sealing.OpenHere(r.Bytes(column), PlaceOf(place, partnership, caseId), () => "a list of work");
        List<WorkRow> rows = [];
        while (rest.Length > 0) rows.Add(Next(ref rest));
        return rows;
    }

    private static WorkRow Next(ref ReadOnlySpan<byte> rest)
    {
        var kind = Names<PaperKind>.Find(Take(ref rest));
        var (duty, of) = (Encoding.UTF8.GetString(Take(ref rest)), Encoding.UTF8.GetString(Take(ref rest)));
        var agency = Names<Agency>.Find(Take(ref rest));
        var due = BinaryPrimitives.ReadInt32LittleEndian(rest);
        var (paper, team, account) = (IdAt(rest, 0), IdAt(rest, 1), IdAt(rest, 2));
        var has = rest[4 + (3 * Id)];
        rest = rest[(5 + (3 * Id))..];
        return new(new(kind, paper), duty, of, due == 0 ? null : DateOnly.FromDayNumber(due), agency, (has & 1) == 0 ? null : team,
            (has & 2) == 0 ? null : account, false, (has & 4) != 0);
    }

    private static Guid IdAt(ReadOnlySpan<byte> rest, int number) => new(rest.Slice(4 + (number * Id), Id), bigEndian: true);

    private static void Write(BinaryWriter writer, byte[] text)
    {
        writer.Write(checked((ushort)text.Length));
        writer.Write(text);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        var text = rest.Slice(2, length);
        rest = rest[(2 + length)..];
        return text;
    }

    private static ReadOnlySpan<byte> PlaceOf(CanonicalBytes place, byte[] partnership, ReadOnlySpan<byte> caseId) =>
        place.Clear().AddText("work list/1"u8).Add((ReadOnlySpan<byte>)partnership).Add(caseId).Written;

    /// <summary>Seals what an older version left in clear, a list for each case, and takes it away.</summary>
    public static void TakeOver(string database, byte[] partnership, PartnershipKey key)
    {
        using var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite);
        using var transaction = connection.BeginTransaction(deferred: false);
        using var sealing = Unlock(key);
        var rows = connection.Rows(r => (Case: Convert.ToHexString(r.Blob(0)), Row: InClear(r)), "SELECT case_id, paper_kind, paper_id, duty, of, "
            + "due, agency, team, account FROM work WHERE is_done = 0 ORDER BY case_id, number")
            .ToLookup(row => row.Case, row => row.Row, StringComparer.Ordinal);
        foreach (var id in connection.Rows(r =>
            r.Blob(0), "SELECT case_id FROM cases WHERE partnership = ?1 AND case_id NOT IN (SELECT case_id FROM work_lists)", partnership))
            Replace(connection, partnership, id, Seal(sealing, partnership, id, [.. rows[Convert.ToHexString(id)]]));
        connection.Run("DELETE FROM work");
        transaction.Commit();
    }

    /// <summary>Whether an older version left something in clear.</summary>
    public static bool IsLeftInClear(string database)
    {
        using var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite);
        return connection.Value<long>("SELECT 1 FROM work LIMIT 1") == 1;
    }

    /// <summary>Takes the place of the list of a case.</summary>
    public static void Replace(SqliteConnection connection, byte[] partnership, byte[] caseId, byte[] value) =>
        connection.Insert("INSERT OR REPLACE INTO work_lists (partnership, case_id, sealed) VALUES (?1, ?2, ?3)", partnership, caseId, value);

    private static WorkRow InClear(SqliteDataReader r) => new(
        new(Names<PaperKind>.Find(r.Bytes(1)), r.Id(2)), r.Text(3), r.Text(4), r.TextOrNone(5) is { } due
        ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Names<Agency>.Find(r.Bytes(6)), r.IdOrNone(7), r.IdOrNone(8), false);
}
