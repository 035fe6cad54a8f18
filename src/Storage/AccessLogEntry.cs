using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What came of somebody's look.</summary>
public enum Outcome
{
    /// <summary>It was shown.</summary>
    Opened,

    /// <summary>It was not shown. Whether there was such a case is not looked up for it, and told only when the log is read.</summary>
    NotShown,

    /// <summary>They have no standing in it.</summary>
    Refused,

    /// <summary>There is no such case.</summary>
    NotFound,

    /// <summary>A list of what they may see was shown.</summary>
    Listed,

    /// <summary>That there is such a case, and who leads it, was told to somebody of a service that is or was in it, who is not in it themselves.</summary>
    Pointed,

    /// <summary>Whoever runs the system put an older ledger back, and said why. The next checkpoint signs it.</summary>
    Restored,
}

/// <summary>Somebody's look at a case.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Account">Who.</param>
/// <param name="Role">In which role.</param>
/// <param name="Team">Of which team.</param>
/// <param name="Case">At which case; none for a list.</param>
/// <param name="Relation">What allowed it; none where it was refused.</param>
/// <param name="Purpose">For what: the name of a page, and nothing about a person.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record AccessLogEntry(DateTimeOffset At, Guid Account, Role Role, Guid Team, CaseId? Case, Relation? Relation, string Purpose, Outcome Outcome)
{
    /// <summary>Columns in the order of the table, without the hash.</summary>
    internal const string Columns = "partnership, number, at, account, role, team, case_id, relation, purpose, outcome";

    /// <summary>A look by somebody.</summary>
    internal static AccessLogEntry By(Viewer viewer, DateTimeOffset at, CaseId? id, Relation? relation, string purpose, Outcome outcome) =>
        new(at, viewer.Account, viewer.Role, viewer.Team, id, relation, purpose, outcome);

    /// <summary>That a backup was restored: by nobody who signs in, and so by no account.</summary>
    /// <param name="why">The reason that was given.</param>
    /// <param name="lost">The checkpoint that was kept, and that the ledger does not hold any more.</param>
    /// <param name="at">When.</param>
    internal static AccessLogEntry Restored(string why, long lost, DateTimeOffset at) =>
        new(at, Guid.Empty, Role.Administrator, Guid.Empty, null, null, $"an older state than checkpoint {lost} was put back: {why}", Outcome.Restored);

    /// <summary>Writes it down. In the writer's turn only: the next number is the last one's successor.</summary>
    internal long Insert(SqliteConnection connection, byte[] partnership)
    {
        var number = connection.Value<long>("SELECT max(number) FROM access_log WHERE partnership = ?1", partnership) + 1;
        object?[] values = [partnership, number, At.UtcTicks, Account.Bytes(), Names<Role>.Of(Role), Team.Bytes(), Case?.Value.Bytes(),
            Relation is { } by ? Names<Relation>.Of(by) : null, Purpose, Names<Outcome>.Of(Outcome)];
        connection.Insert($"INSERT INTO access_log ({Columns}, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            [.. values, new CanonicalBytes().Add(values).Hash()]);
        return number;
    }

    /// <summary>
    /// Every look at a case, in order, of what was not shown also whether there was such a case by then. A row that does not read as it was written
    /// is named and left.
    /// </summary>
    internal static Looks Of(SqliteConnection connection, StoredCase of)
    {
        var (rows, unreadable) = (new List<AccessLogEntry>(), new List<long>());
        connection.Each(
            r =>
            {
                try
                {
                    rows.Add(Read(r, of));
                }
                catch (Exception e) when (Fault.IsDamage(e))
                {
                    unreadable.Add(r.Number(1));
                }
            },
            $"SELECT {Columns} FROM access_log WHERE partnership = ?1 AND case_id = ?2 ORDER BY number", of.Partnership, of.Id.Value.Bytes());
        return new(rows, unreadable);
    }

    /// <summary>The cases that somebody opened, the last first, with when they did last and how often.</summary>
    internal static IReadOnlyList<(Guid Case, DateTimeOffset At, int Times)> OpenedBy(SqliteConnection connection, byte[] partnership, Guid account,
        int most) => connection.Rows(r => (r.Id(0), r.Instant(1), (int)r.Number(2)),
            "SELECT case_id, max(at), count(*) FROM access_log INDEXED BY access_log_of_account WHERE partnership = ?1 AND account = ?2 "
            + "AND case_id IS NOT NULL AND outcome = ?3 GROUP BY case_id ORDER BY max(number) DESC LIMIT ?4",
            partnership, account.Bytes(), Names<Outcome>.Of(Outcome.Opened), most);

    private static AccessLogEntry Read(SqliteDataReader r, StoredCase of)
    {
        var (at, outcome) = (r.Instant(2), Names<Outcome>.Find(r.Bytes(9)));
        if (outcome == Outcome.NotShown) outcome = at.UtcTicks < of.OpenedAt ? Outcome.NotFound : Outcome.Refused;
        return new(at, r.Id(3), Names<Role>.Find(r.Bytes(4)), r.Id(5), of.Id, r.Bytes(7) is { Length: > 0 } by ? Names<Relation>.Find(by) : null,
            r.GetString(8), outcome);
    }
}

/// <summary>Who looked at a case.</summary>
/// <param name="Rows">Every look, in order.</param>
/// <param name="Unreadable">The numbers of rows of the access log that do not read as they were written.</param>
public sealed record Looks(IReadOnlyList<AccessLogEntry> Rows, IReadOnlyList<long> Unreadable);
