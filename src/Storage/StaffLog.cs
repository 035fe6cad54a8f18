using System.Collections.Frozen;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// Who there is, as it was said: a line of its own in the ledger, sealed and chained as the entries of a case are, in which nothing is changed. What follows
/// from it is <see cref="StaffRegister"/>.
/// </summary>
/// <param name="ledger">The ledger.</param>
public sealed class StaffLog(Ledger ledger)
{
    /// <summary>The columns but the hash, in the order in which it is over them.</summary>
    internal const string Columns =
        "partnership, sequence, name, recorded_at, author_account, author_role, author_agency, author_team, sealed, previous_hash";

    private static readonly FrozenDictionary<string, Type> types = new Dictionary<string, Type>
    {
        ["organisation-added/1"] = typeof(OrganisationAdded),
        ["team-added/1"] = typeof(TeamAdded),
        ["account-added/1"] = typeof(AccountAdded),
        ["post-given/1"] = typeof(PostGiven),
        ["post-ended/1"] = typeof(PostEnded),
        ["away-named/1"] = typeof(AwayNamed),
        ["away-ended/1"] = typeof(AwayEnded),
        ["last-resort-named/1"] = typeof(LastResortNamed),
        ["out-of-hours-named/1"] = typeof(OutOfHoursNamed),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> names = types.ToFrozenDictionary(one => one.Value, one => one.Key);

    private readonly byte[] key = ledger.Key.Derive("staff/1");

    /// <summary>What can be said, by the name under which it is stored.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds => types;

    /// <summary>Everything that was said, in order. Refuses what does not read as it was written.</summary>
    public IReadOnlyList<RecordedChange> Read() => ledger.Read(connection =>
    {
        using var sealing = new Sealing(key);
        var place = new CanonicalBytes();
        return connection.Rows(
            r =>
            {
                var name = r.Text(2);
                var type = types.GetValueOrDefault(name) ?? throw new LedgerRefusedException($"What is said of who there is is called {name}, which this "
                    + "version of Lapwing does not know: run the version that wrote it, or a later one.");
                place.Clear();
                for (var (row, column) = (r.Row(), 0); column < 8; column++) place.Add(row, column);
                var json = sealing.OpenHere(r.Bytes(8), place.Written, () => $"row {r.Number(1)} of who there is");
                var (account, covered) = EntryRow.AuthorAt(r.Bytes(4));
                return new RecordedChange(new(account, Names<Role>.Find(r.Bytes(5)), Names<Agency>.Find(r.Bytes(6)), r.Id(7)) { For = covered },
                    r.Instant(3), (StaffChange)EntryJson.Read(json, type, name));
            },
            $"SELECT {Columns} FROM staff_changes WHERE partnership = ?1 ORDER BY sequence", ledger.Partnership);
    });

    /// <summary>
    /// Adds what was allowed by what had been said until then. False, and nothing is written, where more was said meanwhile: read it, and decide again.
    /// </summary>
    /// <param name="after">How much had been said.</param>
    /// <param name="changes">What is said now, all or none.</param>
    public Task<bool> Append(int after, params IReadOnlyList<RecordedChange> changes) => ledger.Commit.Write((connection, _) =>
    {
        ArgumentNullException.ThrowIfNull(changes);
        var (sequence, previous) = Head(connection, ledger.Partnership);
        if (sequence != after) return false;
        using var sealing = new Sealing(key);
        foreach (var change in changes)
        {
            object?[] values = [ledger.Partnership, ++sequence, names[change.Change.GetType()], change.At.UtcTicks, EntryRow.BytesOf(change.By),
                Names<Role>.Of(change.By.Role), Names<Agency>.Of(change.By.Agency), change.By.Team.Bytes()];
            var value = sealing.Seal(EntryJson.Write(change.Change, change.Change.GetType()), new CanonicalBytes().Add(values).Written);
            values = [.. values, value, previous];
            previous = new CanonicalBytes().Add(values).Hash();
            connection.Insert($"INSERT INTO staff_changes ({Columns}, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", [.. values, previous]);
        }

        return true;
    });

    /// <summary>The last row's number and hash; 0 and what the first is tied to where there is none.</summary>
    internal static (long Sequence, byte[] Hash) Head(SqliteConnection connection, byte[] partnership) => connection.Rows(
        r => (r.Number(0), r.Blob(1)), "SELECT sequence, hash FROM staff_changes WHERE partnership = ?1 ORDER BY sequence DESC LIMIT 1", partnership)
            is [var last] ? last : (0, Genesis(partnership));

    /// <summary>What the first row has as the hash of the one before.</summary>
    internal static byte[] Genesis(byte[] partnership) => new CanonicalBytes().Add("lapwing staff/1", partnership).Hash();

    /// <summary>What is not as it was written. It needs no key.</summary>
    internal static IEnumerable<string> Amiss(SqliteConnection connection, byte[] partnership)
    {
        const string IsThere = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'staff_changes'";
        if (connection.Value<long>(IsThere) == 0) yield break;      // an older version has none
        var (last, previous) = (0L, Genesis(partnership));
        foreach (var (of, number, before, hash, computed) in connection.Rows(
            ReadRow, $"SELECT {Columns}, hash FROM staff_changes ORDER BY partnership, sequence"))
        {
            if (number != last + 1) yield return $"Row {last + 1} of who there is is missing.";
            else if (!before.AsSpan().SequenceEqual(previous) || !of.AsSpan().SequenceEqual(partnership))
                yield return $"Row {number} of who there is does not follow what stands before it: one of them was changed.";
            if (!computed.AsSpan().SequenceEqual(hash)) yield return $"Row {number} of who there is was changed after it was written.";
            (last, previous) = (number, hash);
        }
    }

    private static (byte[] Of, long Number, byte[] Before, byte[] Hash, byte[] Computed) ReadRow(SqliteDataReader r)
    {
        var fields = new CanonicalBytes();
        for (var column = 0; column < 10; column++) fields.Add(r.IsDBNull(column) ? null : r.GetValue(column));
        return (r.Blob(0), r.GetInt64(1), r.Blob(9), r.Blob(10), fields.Hash());
    }
}
