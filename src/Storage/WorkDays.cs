using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Whose work a list has, and who sees it.</summary>
/// <param name="Whom">The team that is in its cases, or the account, or a number for somebody in one of their teams.</param>
/// <param name="Sharing">Of a team with whom.</param>
/// <param name="By">Whose work it is; null for the list of every case that is theirs.</param>
/// <param name="IsToSign">Whether it is what they are asked to sign: not everybody of them may.</param>
internal sealed record ListOf(Guid Whom, Sharing Sharing, Responsible? By, bool IsToSign)
{
    /// <summary>Somebody in one of their teams, as a number that says neither.</summary>
    public static Guid Of(Guid account, Guid team)
    {
        Span<byte> both = stackalloc byte[32], hash = stackalloc byte[32];
        account.TryWriteBytes(both, bigEndian: true, out _);
        team.TryWriteBytes(both[16..], bigEndian: true, out _);
        System.Security.Cryptography.SHA256.HashData(both, hash);
        return new(hash[..16], bigEndian: true);
    }

    /// <summary>Whose lists has a place of.</summary>
    public static Guid Of(Membership member) => member.Account is not { } account ? member.Team ?? default
        : member.In is { } team ? Of(account, team) : account;

    /// <summary>Whose lists somebody sees in one of their places.</summary>
    public static Guid[] Of(Viewer place) => [place.Holder, Of(place.Holder, place.Team), place.Team];
}

/// <summary>A case in a list, for one day: what the index has of it. It says nothing of what is to be done.</summary>
/// <param name="List">The list.</param>
/// <param name="Due">The number of the London day; 0 where nothing has set one.</param>
/// <param name="IsCall">Whether somebody is called for it.</param>
/// <param name="IsOfPart">Whether those alone see it so who have a part of the case and no more.</param>
/// <param name="IsOfAgency">Whether the kind of organisation alone sees it that has to do it.</param>
/// <param name="NotBy">Who may not give this signature, because they asked for it; none where it is none.</param>
/// <param name="Until">When it ends, in ticks.</param>
internal sealed record WorkDay(ListOf List, int Due, bool IsCall, bool IsOfPart, bool IsOfAgency, string? NotBy, long? Until)
{
    private const string Columns = "list, due, is_call, case_id, opened_at, only_part, only_agency, not_by, until_at";

    // Said to SQLite, which would rather go through the whole partnership: in this table that is the key.
    private const string OfCase = "INDEXED BY work_days_of_case";

    /// <summary>All of a case, each once: it follows from who is in and what is to be done.</summary>
    public static HashSet<WorkDay> Of(SealedLists lists)
    {
        Dictionary<WorkDay, WorkDay> days = [];
        foreach (var member in lists.Members)
        {
            var (whom, sharing, until) = (ListOf.Of(member), member.Relation.SharedWith(), member.Until?.UtcTicks);
            Add(new(new(whom, sharing, null, false), 0, false, false, false, null, until));
            foreach (var row in lists.Work)
                if (member.Paper == Paper.Whole ? !row.IsOfPaperAlone : row.Paper == member.Paper)
                    Add(new(new(whom, sharing, row.By, row.NotBy is not null), row.Due?.DayNumber ?? 0, row.IsCall, row.IsOfPaperAlone,
                        row.IsOfAgencyAlone && member.Paper != Paper.Whole, row.NotBy, until));
        }

        return [.. days.Values];

        void Add(WorkDay day)
        {
            var key = day with { Until = null };
            days[key] = days.TryGetValue(key, out var other) ? day.Or(other) : day;
        }
    }

    /// <summary>All of a case as the table has them. Refuses what does not read as it was written.</summary>
    public static HashSet<WorkDay> In(SqliteConnection connection, byte[] partnership, byte[] caseId) => [.. connection.Rows(
        r => new WorkDay(new(r.Id(0), Names<Sharing>.Find(r.Bytes(1)), ByAt(r, 2), r.Number(11) == 1), (int)r.Number(5), r.Number(6) == 1, r.Number(7) == 1,
            r.Number(8) == 1, r.Text(9) is { Length: > 0 } not ? not : null, r.IsDBNull(10) ? null : r.Number(10)),
        "SELECT l.whom, l.sharing, l.agency, l.team, l.account, d.due, d.is_call, d.only_part, d.only_agency, d.not_by, d.until_at, l.signs "
        + $"FROM work_days d {OfCase} JOIN lists l ON l.partnership = d.partnership AND l.list = d.list WHERE d.partnership = ?1 AND d.case_id = ?2",
        partnership, caseId)];

    /// <summary>Whose work a row of a list says that it is; null for the list of every case.</summary>
    public static Responsible? ByAt(SqliteDataReader r, int at) =>
        r.Bytes(at).Length == 0 ? null : new(Names<Agency>.Find(r.Bytes(at)), r.IdOrNone(at + 1), r.IdOrNone(at + 2));

    /// <summary>Writes it, in the writer's turn.</summary>
    public void Insert(SqliteConnection connection, byte[] partnership, byte[] caseId, long openedAt) => connection.Insert(
        $"INSERT INTO work_days (partnership, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
        + "ON CONFLICT DO UPDATE SET until_at = excluded.until_at, opened_at = excluded.opened_at", partnership,
        NumberOf(connection, partnership), Due, Number(IsCall), caseId, openedAt, Number(IsOfPart), Number(IsOfAgency), NotBy ?? "", Until);

    /// <summary>Takes all of a case away, in the writer's turn.</summary>
    public static void DeleteAll(SqliteConnection connection, byte[] partnership, byte[] caseId) =>
        connection.Run($"DELETE FROM work_days {OfCase} WHERE partnership = ?1 AND case_id = ?2", partnership, caseId);

    /// <summary>Takes it away, in the writer's turn.</summary>
    public void Delete(SqliteConnection connection, byte[] partnership, byte[] caseId) => connection.Run(
        "DELETE FROM work_days WHERE partnership = ?1 AND list = ?2 AND due = ?3 AND is_call = ?4 AND case_id = ?5 "
        + "AND only_part = ?6 AND only_agency = ?7 AND not_by = ?8", partnership, NumberOf(connection, partnership), Due, Number(IsCall), caseId,
        Number(IsOfPart), Number(IsOfAgency), NotBy ?? "");

    // Two places in which somebody sees the same: they see it as long as one of them lasts.
    private WorkDay Or(WorkDay other) => this with
    {
        Until = Until is { } one && other.Until is { } two ? Math.Max(one, two) : null,
    };

    private long NumberOf(SqliteConnection connection, byte[] partnership)
    {
        object?[] key = [partnership, List.Whom.Bytes(), Names<Sharing>.Of(List.Sharing), List.By is { } by ? Names<Agency>.Of(by.Agency) : "",
            List.By?.Team.Bytes() ?? [], List.By?.Account.Bytes() ?? [], Number(List.IsToSign)];
        var known = connection.Value<long>("SELECT list FROM lists WHERE partnership = ?1 AND whom = ?2 AND sharing = ?3 AND agency = ?4 AND team = ?5 "
            + "AND account = ?6 AND signs = ?7", key);
        if (known > 0) return known;
        var next = connection.Value<long>("SELECT coalesce(max(list), 0) FROM lists WHERE partnership = ?1", partnership) + 1;
        connection.Insert("INSERT INTO lists (partnership, whom, sharing, agency, team, account, signs, list) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            [.. key, next]);
        return next;
    }

    private static int Number(bool yes) => yes ? 1 : 0;
}
