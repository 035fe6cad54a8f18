using System.Collections.Concurrent;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What is derived from the entries of a case, so that lists need not open it: who is in, and its duties. Its truth is the entries alone.</summary>
/// <param name="Memberships">Who is in.</param>
/// <param name="Work">Its duties.</param>
internal sealed record ListRows(IReadOnlyList<Membership> Memberships, IReadOnlyList<WorkRow> Work)
{
    private const string MembershipColumns = "account, team, relation, paper_kind, paper_id, from_at, until_at";

    private static readonly ConcurrentDictionary<Role, string> standing = new();

    /// <summary>
    /// Somebody's places in one case, by two indexes that begin with whose they are. A place of their team's that their role does not share is not
    /// come upon.
    /// </summary>
    internal static string StandingSql(Viewer viewer) => standing.GetOrAdd(viewer.Role, _ => $"""
            SELECT {MembershipColumns} FROM memberships INDEXED BY memberships_of_account WHERE partnership = ?1 AND account = ?2 AND case_id = ?4
            UNION ALL SELECT {MembershipColumns} FROM memberships INDEXED BY memberships_of_team WHERE partnership = ?1 AND team = ?3 AND case_id = ?4
            AND relation IN ({string.Join(", ", Enum.GetValues<Relation>().Where(relation => Membership.MayShare(viewer,
              relation)).Select(relation => $"'{Names<Relation>.Of(relation)}'"))})
            """);

    /// <summary>Whether it stands so in the tables. What does not read as it was written says something else.</summary>
    public bool Stands(SqliteConnection connection, Sealing sealing, byte[] partnership, byte[] caseId)
    {
        var members = connection.Rows(r => Readable(r, 0, MembershipAt),
            $"SELECT {MembershipColumns} FROM memberships WHERE partnership = ?1 AND case_id = ?2 ORDER BY number", partnership, caseId);
        var work = connection.Rows(
            r => Readable(r, 0, (row, at) => WorkList.Open(row, at, sealing, new(), partnership, caseId)),
                "SELECT sealed FROM work_lists WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);
        return Memberships.SequenceEqual(members) && work is [{ } rows] && rows.SequenceEqual(Work.Where(row => !row.IsDone));
    }

    /// <summary>
    /// What somebody's places in one case give them, now. It is asked of their own places, by two indexes that begin with them, and never of the
    /// case: one that they are not in takes as long as one that there is not.
    /// </summary>
    public static CaseAccess? StandingOf(SqliteConnection connection, byte[] partnership, Viewer viewer, CaseId id, DateTimeOffset now)
    {
        List<Membership> places = [];
        connection.Each(
            r =>
            {
                if (Readable(r, 0, MembershipAt) is { } place) places.Add(place);
            },
            StandingSql(viewer), partnership, viewer.Account.Bytes(), viewer.Team.Bytes(), id.Value.Bytes());
        return CaseAccess.Of(viewer, places, now);
    }

    /// <summary>All cases in which somebody has standing now.</summary>
    public static (IReadOnlyList<CaseItem> Cases, int Unreadable) CasesOf(SqliteConnection connection, byte[] partnership, Viewer viewer, DateTimeOffset now)
    {
        const string Sql = $"""
            SELECT c.case_id, c.reference, {MembershipColumns}
            FROM (SELECT * FROM memberships WHERE partnership = ?1 AND account = ?2
                  UNION SELECT * FROM memberships WHERE partnership = ?1 AND team = ?3) m
            JOIN cases c ON c.partnership = m.partnership AND c.case_id = m.case_id
            ORDER BY c.case_id
            """;
        List<Place> places = [];
        List<CaseItem> cases = [];
        var unreadable = 0;
        connection.Each(
            r =>
            {
                if (Readable(r, 0, PlaceAt) is { } place) places.Add(place);
                else unreadable++;
            },
            Sql, partnership, viewer.Account.Bytes(), viewer.Team.Bytes());
        foreach (var one in places.GroupBy(place => (place.Case, place.Reference)))
            if (CaseAccess.Of(viewer, one.Select(place => place.Membership), now) is { } standing) cases.Add(new(one.Key.Case, one.Key.Reference, standing));
        return (cases, unreadable);
    }

    /// <summary>What is to be done in these cases of somebody, as far as their standing in each sees it.</summary>
    public static (IReadOnlyList<WorkItem> Work, int Unreadable) WorkOf(SqliteConnection connection, Ledger ledger, Viewer viewer,
        IReadOnlyList<CaseItem> cases)
    {
        const string Sql = """
            SELECT w.case_id, w.sealed
            FROM (SELECT case_id FROM memberships WHERE partnership = ?1 AND account = ?2
                  UNION SELECT case_id FROM memberships WHERE partnership = ?1 AND team = ?3) m
            JOIN work_lists w ON w.partnership = ?1 AND w.case_id = m.case_id
            """;
        if (cases.Count == 0) return ([], 0);
        var byId = cases.ToDictionary(item => item.Case);
        List<WorkItem> items = [];
        var (unreadable, place) = (0, new CanonicalBytes());
        using var sealing = WorkList.Unlock(ledger.Key);
        connection.Each(
            r =>
            {
                if (r.Bytes(0).Length != 16 || !byId.Remove(new(r.Id(0)), out var item)) return;
                if (Readable(r, 1, (row, at) => WorkList.Open(row, at, sealing, place, ledger.Partnership, row.Bytes(0))) is not { } rows) unreadable++;
                else
                    foreach (var row in rows)
                        if (row.IsFor(item.Access.Scope)) items.Add(new(item.Case, item.Reference, row, item.Access));
            },
            Sql, ledger.Partnership, viewer.Account.Bytes(), viewer.Team.Bytes());
        return (items, unreadable + byId.Count);
    }

    // What does not read as it was written is left as it is and counted, so that one row does not keep the others from anybody.
    private static T? Readable<T>(SqliteDataReader r, int at, Func<SqliteDataReader, int, T> read) where T : class
    {
        try
        {
            return read(r, at);
        }
        catch (Exception e) when (Fault.IsDamage(e))
        {
            return null;
        }
    }

    /// <summary>Its duties, sealed for the tables: before the writer's turn.</summary>
    public byte[] SealWork(Ledger ledger, byte[] caseId)
    {
        using var sealing = WorkList.Unlock(ledger.Key);
        return WorkList.Seal(sealing, ledger.Partnership, caseId, Work);
    }

    /// <summary>Takes the place of what the tables have for a case.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="partnership">Of which partnership.</param>
    /// <param name="caseId">Of which case.</param>
    /// <param name="work">Its duties, sealed.</param>
    public void Replace(SqliteConnection connection, byte[] partnership, byte[] caseId, byte[] work)
    {
        connection.Run("DELETE FROM memberships WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);
        for (var i = 0; i < Memberships.Count; i++)
        {
            var m = Memberships[i];
            connection.Insert($"INSERT INTO memberships (partnership, case_id, number, {MembershipColumns}) "
                + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", partnership, caseId, i,
                m.Account.Bytes(), m.Team.Bytes(), Names<Relation>.Of(m.Relation), Names<PaperKind>.Of(m.Paper.Kind), m.Paper.Id.Bytes(),
                m.From.UtcTicks, m.Until?.UtcTicks);
        }

        WorkList.Replace(connection, partnership, caseId, work);
    }

    private static Place PlaceAt(SqliteDataReader r, int at) => new(new(r.Id(at)), r.Text(at + 1), MembershipAt(r, at + 2));

    private static Membership MembershipAt(SqliteDataReader r, int at) => new(
        r.IdOrNone(at), r.IdOrNone(at + 1), Names<Relation>.Find(r.Bytes(at + 2)), PaperAt(r, at + 3), r.Instant(at + 5), r.IsDBNull(at + 6) ? null
        : r.Instant(at + 6));

    private static Paper PaperAt(SqliteDataReader r, int at) => new(Names<PaperKind>.Find(r.Bytes(at)), r.Id(at + 1));

    private sealed record Place(CaseId Case, string Reference, Membership Membership);
}
