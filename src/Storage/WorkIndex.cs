using System.Collections.Concurrent;
using Lapwing.Casework.Access;
using Lapwing.Casework.Duties;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// Somebody's lists, by the index: it reads as much of it as a page needs, and opens no case. What it says is whose the work is and by when; the cases that it
/// gives are opened by their sealed lists, which say again what somebody sees.
/// </summary>
public sealed class WorkIndex
{
    /// <summary>How far cases are counted: there are so many, or more.</summary>
    public const int MostCounted = 100;

    private static readonly ConcurrentDictionary<string, string> seen = new();
    private readonly SqliteConnection connection;
    private readonly byte[] partnership;
    private readonly DateTimeOffset now;
    private readonly List<ListRead> lists = [];
    private readonly List<Standing> places = [];
    private readonly object?[] wholes;

    /// <summary>The lists of somebody, in every place in which they stand.</summary>
    internal WorkIndex(SqliteConnection connection, Ledger ledger, Viewer viewer, DateTimeOffset now)
    {
        (this.connection, partnership, this.now) = (connection, ledger.Partnership, now);
        foreach (var place in viewer.Places)
        {
            var (before, standing) = (lists.Count, new Standing(place, [.. LeftOutRows.Of(ledger, place), .. LeftOutRows.OfCovered(ledger, place)]));
            foreach (var whom in ListOf.Of(place))
                foreach (var sharing in Enum.GetValues<Sharing>().Where(sharing => Membership.MayShare(place, sharing)))
                    connection.Each(
                        r => lists.Add(new(standing, r.Number(0), WorkDay.ByAt(r, 1), r.Number(4) == 1)),
                        "SELECT list, agency, team, account, signs FROM lists WHERE partnership = ?1 AND whom = ?2 AND sharing = ?3", partnership, whom.Bytes(),
                        Names<Sharing>.Of(sharing));
            if (lists.Count > before) places.Add(standing);
        }

        wholes = [.. places.SelectMany(place => (object?[])[place.As.Holder.Bytes(), place.As.Team.Bytes(), .. place.Keys])];
    }

    /// <summary>How many cases there are, as far as they are counted.</summary>
    internal int Count(WorkFilter filter)
    {
        HashSet<Guid> cases = [];
        foreach (var list in Of(filter))
        {
            connection.Each(
                r => cases.Add(r.Id(0)), $"SELECT DISTINCT d.case_id FROM work_days d WHERE {Seen(list)} LIMIT {MostCounted}", Values(list, filter));
            if (cases.Count >= MostCounted) return MostCounted;
        }

        return cases.Count;
    }

    /// <summary>The first cases, in order, each once.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="isNewestFirst">In which order.</param>
    /// <param name="most">How many are wanted.</param>
    internal IReadOnlyList<Guid> First(WorkFilter filter, bool isNewestFirst, int most)
    {
        var of = Of(filter).ToList();
        for (var each = most + 8L; ; each *= 2)      // a case can stand in several lists, and for several days: sometimes more of each is needed
        {
            List<(long Place, Guid Case)> rows = [];
            (long, Guid)? end = null;
            foreach (var list in of)
            {
                var some = Rows(list, filter, isNewestFirst, each);
                rows.AddRange(some);
                if (some.Count == each && (end is null || some[^1].CompareTo(end.Value) < 0)) end = some[^1];
            }

            rows.Sort();
            var cases = rows.TakeWhile(row => end is not { } last || row.CompareTo(last) <= 0).Select(row => row.Case).Distinct().Take(most).ToList();
            if (end is null || cases.Count == most) return cases;
        }
    }

    // What is theirs to sign is done by others where they asked for it, or may not sign.
    private IEnumerable<ListRead> Of(WorkFilter filter) =>
        lists.Where(list => list.By is not { } by ? filter.By is null
            : filter.By is { } are && (are(by) ? !filter.IsByOthers || list.IsToSign : filter.IsByOthers));

    // The newest of all that is due stand in an order of their own. Of some days they are put in order: to find few, a whole list would be gone through.
    private List<(long Place, Guid Case)> Rows(ListRead list, WorkFilter filter, bool isNewestFirst, long most)
    {
        var values = Values(list, filter);
        return connection.Rows(
            r => (isNewestFirst ? -r.Number(1) : (2 * r.Number(2)) + 1 - r.Number(3), r.Id(0)),
            $"SELECT d.case_id, d.opened_at, d.due, d.is_call FROM work_days d {(isNewestFirst && filter.IsOfEveryDay ? "INDEXED BY work_days_newest " : "")}"
            + $"WHERE {Seen(list)} ORDER BY {(isNewestFirst ? "d.opened_at DESC, d.case_id" : "d.due, d.is_call DESC, d.case_id")} LIMIT ?{values.Length + 1}",
            [.. values, most]);
    }

    private object?[] Values(ListRead list, WorkFilter filter)
    {
        var (from, to) = filter.By is null || filter.IsUndated ? (0, 0) : (filter.From.DayNumber, filter.To.DayNumber);
        var signs = !list.IsToSign || !filter.By!(list.By!) ? Signs.Any : filter.IsByOthers ? Signs.Not : Signs.They;
        return [partnership, list.Number, from, to, now.UtcTicks, list.By?.Agency == list.Place.As.Agency ? 1 : 0, (int)signs,
            list.Place.As.Author.MaySign ? 1 : 0, list.Place.As.Account.ToString("N"), list.Place.As.Holder.ToString("N"), .. list.Place.Keys, .. wholes];
    }

    private enum Signs { Any, They, Not }

    private sealed record Standing(Viewer As, object?[] Keys);

    private sealed record ListRead(Standing Place, long Number, Responsible? By, bool IsToSign);

    // What they see of a list now. What stands so for those alone who have a part is nothing to somebody who has the whole as well, in any of their places.
    private string Seen(ListRead list) => seen.GetOrAdd(
        $"{list.Place.As.For is not null}: {string.Join(' ', places.Select(place => $"{place.As.Role} {place.As.For is not null}"))}", _ =>
        {
            const int Keys = 11;
            var (next, wholes) = (Keys + list.Place.Keys.Length, new List<string>());
            foreach (var place in places)
            {
                wholes.AddRange(PlacesIn(place, next));
                next += 2 + place.Keys.Length;
            }

            return $"""
                d.partnership = ?1 AND d.list = ?2 AND d.due BETWEEN ?3 AND ?4 AND (d.until_at IS NULL OR d.until_at > ?5) AND d.only_agency <= ?6
                AND (?7 = 0 OR (?7 = 1) = (d.not_by = '' OR (instr(d.not_by, ?9) = 0 AND instr(d.not_by, ?10) = 0 AND ?8 = 1)))
                AND {NotLeftOut(list.Place, Keys)}
                AND (d.only_part = 0 OR NOT EXISTS (SELECT 1 FROM ({string.Join(" UNION ALL ", wholes)}) m
                  WHERE m.paper_kind = 'whole' AND (m.until_at IS NULL OR m.until_at > ?5)))
                """;
        });

    private static IEnumerable<string> PlacesIn(Standing place, int first)
    {
        const string Columns = "SELECT until_at, paper_kind FROM memberships INDEXED BY";
        var theirs = $"case_id = d.case_id AND relation IN ({ListRows.Shared(place.As)}) AND {NotLeftOut(place, first + 2)}";
        yield return $"{Columns} memberships_of_account WHERE partnership = ?1 AND account = ?{first} "
            + $"AND (in_team IS NULL OR in_team = ?{first + 1}) AND {theirs}";
        yield return $"{Columns} memberships_of_team WHERE partnership = ?1 AND team = ?{first + 1} AND {theirs}";
    }

    private static string NotLeftOut(Standing place, int first) => LeftOutRows.NotLeftOut("d.case_id", first)
        + (place.As.For is null ? "" : $" AND {LeftOutRows.NotLeftOut("d.case_id", first + LeftOutRows.Parameters)}");
}
