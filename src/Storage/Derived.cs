using System.Globalization;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What is derived from the entries of a case, so that lists need not open it: who is in, and its duties. Its truth is the entries alone.</summary>
/// <param name="Memberships">Who is in.</param>
/// <param name="Work">Its duties.</param>
internal sealed record Derived(IReadOnlyList<Membership> Memberships, IReadOnlyList<WorkRow> Work)
{
    private const string MembershipColumns = "account, team, relation, paper_kind, paper_id, from_at, until_at";
    private const string WorkColumns = "paper_kind, paper_id, duty, of, due, agency, team, account, is_done";

    /// <inheritdoc/>
    public bool Equals(Derived? other) => other is not null && Memberships.SequenceEqual(other.Memberships) && Work.SequenceEqual(other.Work);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Memberships.Count, Work.Count);

    /// <summary>As it stands in the tables.</summary>
    public static Derived Read(SqliteConnection connection, byte[] partnership, byte[] caseId) => new(
        connection.Rows(r => MembershipAt(r, 0), $"SELECT {MembershipColumns} FROM memberships WHERE partnership = ?1 AND case_id = ?2 ORDER BY number", partnership, caseId),
        connection.Rows(r => WorkAt(r, 0), $"SELECT {WorkColumns} FROM work WHERE partnership = ?1 AND case_id = ?2 ORDER BY number", partnership, caseId));

    /// <summary>What somebody's places in one case give them, now.</summary>
    public static Standing? StandingOf(SqliteConnection connection, byte[] partnership, Viewer viewer, CaseId id, DateTimeOffset now) => Standing.Of(viewer, connection.Rows(
        r => MembershipAt(r, 0), $"SELECT {MembershipColumns} FROM memberships WHERE partnership = ?1 AND case_id = ?2 AND (account = ?3 OR team = ?4)",
        partnership, id.Value.Bytes(), viewer.Account.Bytes(), viewer.Team.Bytes()), now);

    /// <summary>All cases in which somebody has standing now.</summary>
    public static IReadOnlyList<CaseItem> CasesOf(SqliteConnection connection, byte[] partnership, Viewer viewer, DateTimeOffset now)
    {
        const string Sql = $"""
            SELECT c.case_id, c.reference, {MembershipColumns}
            FROM (SELECT * FROM memberships WHERE partnership = ?1 AND account = ?2
                  UNION SELECT * FROM memberships WHERE partnership = ?1 AND team = ?3) m
            JOIN cases c ON c.partnership = m.partnership AND c.case_id = m.case_id
            ORDER BY c.case_id
            """;
        var places = connection.Rows(r => (Case: new CaseId(r.Id(0)), Reference: r.Text(1), Membership: MembershipAt(r, 2)), Sql, partnership, viewer.Account.Bytes(), viewer.Team.Bytes());
        List<CaseItem> cases = [];
        foreach (var one in places.GroupBy(place => (place.Case, place.Reference)))
            if (Standing.Of(viewer, one.Select(place => place.Membership), now) is { } standing) cases.Add(new(one.Key.Case, one.Key.Reference, standing));
        return cases;
    }

    /// <summary>What is to be done in these cases of somebody, as far as their standing in each sees it.</summary>
    public static IReadOnlyList<WorkItem> WorkOf(SqliteConnection connection, byte[] partnership, Viewer viewer, IReadOnlyList<CaseItem> cases)
    {
        const string Sql = $"""
            SELECT w.case_id, {WorkColumns}
            FROM (SELECT case_id FROM memberships WHERE partnership = ?1 AND account = ?2
                  UNION SELECT case_id FROM memberships WHERE partnership = ?1 AND team = ?3) m
            JOIN work w ON w.partnership = ?1 AND w.case_id = m.case_id
            WHERE w.is_done = 0
            ORDER BY w.case_id, w.number
            """;
        var byId = cases.ToDictionary(item => item.Case);
        List<WorkItem> items = [];
        connection.Each(
            r =>
            {
                if (byId.TryGetValue(new(r.Id(0)), out var item) && item.Standing.Sight.Reaches(PaperAt(r, 1))) items.Add(new(item.Case, item.Reference, WorkAt(r, 1), item.Standing));
            },
            Sql, partnership, viewer.Account.Bytes(), viewer.Team.Bytes());
        return items;
    }

    /// <summary>Takes the place of what the tables have for a case.</summary>
    public void Replace(SqliteConnection connection, byte[] partnership, byte[] caseId)
    {
        connection.Run("DELETE FROM memberships WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);
        connection.Run("DELETE FROM work WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);
        for (var i = 0; i < Memberships.Count; i++)
        {
            var m = Memberships[i];
            connection.Insert($"INSERT INTO memberships (partnership, case_id, number, {MembershipColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", partnership, caseId, i,
                m.Account.Bytes(), m.Team.Bytes(), Names<Relation>.Of(m.Relation), Names<PaperKind>.Of(m.Paper.Kind), m.Paper.Id.Bytes(), m.From.UtcTicks, m.Until?.UtcTicks);
        }

        for (var i = 0; i < Work.Count; i++)
        {
            var w = Work[i];
            connection.Insert($"INSERT INTO work (partnership, case_id, number, {WorkColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)", partnership, caseId, i,
                Names<PaperKind>.Of(w.Paper.Kind), w.Paper.Id.Bytes(), w.Duty, w.Of, w.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Names<Agency>.Of(w.Agency), w.Team.Bytes(), w.Account.Bytes(), w.IsDone ? 1 : 0);
        }
    }

    private static Membership MembershipAt(SqliteDataReader r, int at) => new(
        r.IdOrNone(at), r.IdOrNone(at + 1), Names<Relation>.Find(r.Bytes(at + 2)), PaperAt(r, at + 3), r.Instant(at + 5), r.IsDBNull(at + 6) ? null : r.Instant(at + 6));

    private static WorkRow WorkAt(SqliteDataReader r, int at) => new(
        PaperAt(r, at), r.Text(at + 2), r.Text(at + 3), r.TextOrNone(at + 4) is { } due ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Names<Agency>.Find(r.Bytes(at + 5)), r.IdOrNone(at + 6), r.IdOrNone(at + 7), r.Number(at + 8) != 0);

    private static Paper PaperAt(SqliteDataReader r, int at) => new(Names<PaperKind>.Find(r.Bytes(at)), r.Id(at + 1));
}
