using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What came of somebody's look.</summary>
public enum Outcome
{
    /// <summary>It was shown.</summary>
    Opened,

    /// <summary>They have no standing in it.</summary>
    Refused,

    /// <summary>There is no such case.</summary>
    NotFound,

    /// <summary>A list of what they may see was shown.</summary>
    Listed,
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
public sealed record Look(DateTimeOffset At, Guid Account, Role Role, Guid Team, CaseId? Case, Relation? Relation, string Purpose, Outcome Outcome)
{
    /// <summary>Columns in the order of the table, without the hash.</summary>
    internal const string Columns = "partnership, number, at, account, role, team, case_id, relation, purpose, outcome";

    /// <summary>A look by somebody.</summary>
    internal static Look By(Viewer viewer, DateTimeOffset at, CaseId? id, Relation? relation, string purpose, Outcome outcome) => new(at, viewer.Account, viewer.Role, viewer.Team, id, relation, purpose, outcome);

    /// <summary>Writes it down. In the writer's turn only: the next number is the last one's successor.</summary>
    internal long Insert(SqliteConnection connection, byte[] partnership)
    {
        var number = connection.Value<long>("SELECT max(number) FROM access_log WHERE partnership = ?1", partnership) + 1;
        object?[] values = [partnership, number, At.UtcTicks, Account.Bytes(), Names<Role>.Of(Role), Team.Bytes(), Case?.Value.Bytes(), Relation is { } by ? Names<Relation>.Of(by) : null, Purpose, Names<Outcome>.Of(Outcome)];
        connection.Insert($"INSERT INTO access_log ({Columns}, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", [.. values, new Fields().Add(values).Hash()]);
        return number;
    }

    /// <summary>Every look at a case, in order.</summary>
    internal static IReadOnlyList<Look> Of(SqliteConnection connection, byte[] partnership, CaseId id) => connection.Rows(
        r => new Look(r.Instant(2), r.Id(3), Names<Role>.Find(r.Bytes(4)), r.Id(5), id, r.Bytes(7) is { Length: > 0 } by ? Names<Relation>.Find(by) : null, r.GetString(8), Names<Outcome>.Find(r.Bytes(9))),
        $"SELECT {Columns} FROM access_log WHERE partnership = ?1 AND case_id = ?2 ORDER BY number", partnership, id.Value.Bytes());
}
