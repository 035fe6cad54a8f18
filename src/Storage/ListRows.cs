using System.Collections.Concurrent;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What is derived from the entries of a case, so that lists need not open it, and its rows. Its truth is the entries alone.</summary>
/// <param name="Lists">Who is in, what is to be done, the lines that stand for it, and by what it is found.</param>
internal sealed record ListRows(SealedLists Lists)
{
    private const string MembershipColumns = "account, team, relation, paper_kind, paper_id, from_at, until_at, in_team";

    private static readonly ConcurrentDictionary<Role, string> standing = new(), shared = new();

    /// <summary>The relations by which somebody is in, their own and those of their team that their role shares, for a statement.</summary>
    internal static string Shared(Viewer viewer) => shared.GetOrAdd(viewer.Role, _ => string.Join(", ", Enum.GetValues<Relation>()
        .Where(relation => Membership.MayShare(viewer, relation)).Select(relation => $"'{Names<Relation>.Of(relation)}'")));

    /// <summary>
    /// Somebody's places in one case, by two indexes that begin with whose they are. A place of their team's that their role does not share is not
    /// come upon.
    /// </summary>
    internal static string StandingSql(Viewer viewer) => standing.GetOrAdd(viewer.Role, _ => $"""
            SELECT {MembershipColumns} FROM memberships INDEXED BY memberships_of_account WHERE partnership = ?1 AND account = ?2 AND case_id = ?4
            AND (in_team IS NULL OR in_team = ?3)
            UNION ALL SELECT {MembershipColumns} FROM memberships INDEXED BY memberships_of_team WHERE partnership = ?1 AND team = ?3 AND case_id = ?4
            AND relation IN ({Shared(viewer)})
            """);

    /// <summary>Whether it stands so in the tables. What does not read as it was written says something else.</summary>
    public bool Stands(SqliteConnection connection, Ledger ledger, byte[] caseId)
    {
        var members = connection.Rows(r => Readable(() => MembershipAt(r, 0)),
            $"SELECT {MembershipColumns} FROM memberships WHERE partnership = ?1 AND case_id = ?2 ORDER BY number", ledger.Partnership, caseId);
        if (!Lists.Members.SequenceEqual(members) || Sealed(connection, ledger, caseId)?.Lists.IsSame(Lists) != true) return false;
        return Readable(() => WorkDay.In(connection, ledger.Partnership, caseId))?.SetEquals(WorkDay.Of(Lists)) == true
            && LeftOutRows.In(connection, ledger.Partnership, caseId).SetEquals(LeftOutRows.Of(ledger, Lists.Circle.LeftOut))
            && Readable(() => SearchWords.In(connection, ledger.Partnership, caseId))?.ToHashSet().SetEquals(Lists.Words) == true;
    }

    /// <summary>
    /// What somebody's places in one case give them, now. It is asked of their own places, by two indexes that begin with them, and never of the
    /// case: one that they are not in takes as long as one that there is not. Whether they are left out of it is asked in any case.
    /// </summary>
    public static CaseAccess? StandingOf(SqliteConnection connection, Ledger ledger, Viewer viewer, CaseId id, DateTimeOffset now)
    {
        List<(Viewer, Membership)> places = [];
        foreach (var one in viewer.Places)
        {
            var before = places.Count;
            connection.Each(
                r =>
                {
                    if (Readable(() => MembershipAt(r, 0)) is { } place && place.IsFor(one, now)) places.Add((one, place));
                },
                StandingSql(one), ledger.Partnership, one.Holder.Bytes(), one.Team.Bytes(), id.Value.Bytes());
            if (LeftOutRows.Has(connection, ledger, one, id.Value.Bytes())) places.RemoveRange(before, places.Count - before);
        }

        return CaseAccess.Of(places);
    }

    /// <summary>
    /// Cases as somebody sees them in a list, by their sealed lists alone: who may see follows from those, which nobody can write without the key. One that
    /// they are not in any more is left out; one that does not read as it was written is left out and counted.
    /// </summary>
    public static (IReadOnlyList<CaseItem> Cases, int Unreadable) Listed(SqliteConnection connection, Ledger ledger, Viewer viewer, IEnumerable<Guid> ids,
        DateTimeOffset now)
    {
        List<CaseItem> cases = [];
        var (unreadable, place) = (0, new CanonicalBytes());
        using var sealing = SealedLists.Unlock(ledger.Key);
        foreach (var id in ids)
        {
            var isRead = false;
            connection.Each(
                r =>
                {
                    if (Readable(() => SealedLists.Open(r.Bytes(1), sealing, place, ledger.Partnership, id.Bytes())) is not { } lists) return;
                    isRead = true;
                    if (CaseAccess.Of(viewer, lists.Circle, now) is not { } access) return;
                    cases.Add(new(new(id), r.Text(0), access, lists.LineFor(access.Scope), [.. lists.Work.Where(row => row.IsFor(access.As, access.Scope))]));
                },
                "SELECT c.reference, w.sealed FROM cases c JOIN work_lists w ON w.partnership = c.partnership AND w.case_id = c.case_id "
                + "WHERE c.partnership = ?1 AND c.case_id = ?2", ledger.Partnership, id.Bytes());
            if (!isRead) unreadable++;
        }

        return (cases, unreadable);
    }

    /// <summary>Who is in a case and who is left out, by its sealed lists; none where they do not read as they were written.</summary>
    public static Circle? CircleOf(SqliteConnection connection, Ledger ledger, Guid id, Sealing sealing) => ValueOf(connection, ledger.Partnership, id.Bytes())
        is { } value ? Readable(() => SealedLists.Open(value, sealing, new(), ledger.Partnership, id.Bytes()))?.Circle : null;

    /// <summary>How many duties are open with somebody in a team, in all cases out of which whoever asks is not left.</summary>
    public static int OpenDuties(SqliteConnection connection, Ledger ledger, Viewer viewer, Guid account, Guid team)
    {
        using var sealing = SealedLists.Unlock(ledger.Key);
        var cases = connection.Rows(r => r.Id(0), "SELECT DISTINCT d.case_id FROM lists l "
            + "JOIN work_days d ON d.partnership = l.partnership AND d.list = l.list "
            + "WHERE l.partnership = ?1 AND l.account = ?2 AND l.team = ?3", ledger.Partnership, account.Bytes(), team.Bytes());
        return cases.Sum(id => ValueOf(connection, ledger.Partnership, id.Bytes()) is { } value
            && Readable(() => SealedLists.Open(value, sealing, new(), ledger.Partnership, id.Bytes())) is { } lists
            && !lists.Circle.LeavesOut(viewer) && !lists.Circle.LeftOut.Any(one => one.LeadsOf is { } setting && setting == viewer.Leads)
            ? lists.Work.Where(row => row.By.Account == account && row.By.Team == team).DistinctBy(row => (row.Duty, row.Of, row.Due)).Count() : 0);
    }

    /// <summary>What changes in the tables as it takes the place of what was derived before. It is worked out before the writer's turn.</summary>
    public ListChange After(SqliteConnection connection, Ledger ledger, byte[] caseId) =>
        ListChange.Between(Sealed(connection, ledger, caseId), Lists, ledger, caseId);

    /// <summary>All of it, for tables that hold nothing of the case, or nothing that counts.</summary>
    public ListChange Whole(Ledger ledger, byte[] caseId) => ListChange.Between(null, Lists, ledger, caseId);

    /// <summary>Writes who is in, in the place of what is there.</summary>
    internal static void Write(SqliteConnection connection, byte[] partnership, byte[] caseId, IReadOnlyList<Membership> members)
    {
        connection.Run("DELETE FROM memberships WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);
        foreach (var (i, m) in members.Index())
            connection.Insert($"INSERT INTO memberships (partnership, case_id, number, {MembershipColumns}) "
                + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", partnership, caseId, i,
                m.Account.Bytes(), m.Team.Bytes(), Names<Relation>.Of(m.Relation), Names<PaperKind>.Of(m.Paper.Kind), m.Paper.Id.Bytes(),
                m.From.UtcTicks, m.Until?.UtcTicks, m.In?.Bytes());
    }

    private static (SealedLists Lists, byte[] Value)? Sealed(SqliteConnection connection, Ledger ledger, byte[] caseId)
    {
        using var sealing = SealedLists.Unlock(ledger.Key);
        return ValueOf(connection, ledger.Partnership, caseId) is { } value
            && Readable(() => SealedLists.Open(value, sealing, new(), ledger.Partnership, caseId)) is { } lists ? (lists, value) : null;
    }

    /// <summary>The sealed lists of a case as they stand; none where there are none.</summary>
    internal static byte[]? ValueOf(SqliteConnection connection, byte[] partnership, byte[] caseId) => connection.Rows(
        r => r.Blob(0), "SELECT sealed FROM work_lists WHERE partnership = ?1 AND case_id = ?2", partnership, caseId).FirstOrDefault();

    // What does not read as it was written is left as it is, so that one row does not keep the others from anybody.
    private static T? Readable<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (Fault.IsDamage(e))
        {
            return null;
        }
    }

    private static Membership MembershipAt(SqliteDataReader r, int at) => new(
        r.IdOrNone(at), r.IdOrNone(at + 1), Names<Relation>.Find(r.Bytes(at + 2)), new(Names<PaperKind>.Find(r.Bytes(at + 3)), r.Id(at + 4)), r.Instant(at + 5),
        r.IsDBNull(at + 6) ? null : r.Instant(at + 6))
    { In = r.IdOrNone(at + 7) };
}
