using Lapwing.Casework.Access;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>What somebody's lists show at one moment, from one state of the database.</summary>
/// <param name="connection">A reader's.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="viewer">Whose lists.</param>
/// <param name="now">The moment.</param>
internal sealed class Listings(SqliteConnection connection, Ledger ledger, Viewer viewer, DateTimeOffset now)
{
    private readonly WorkIndex index = new(connection, ledger, viewer, now);

    /// <summary>A page of a list.</summary>
    public CasesFound Page(WorkAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var ids = index.First(asked.Listed, asked.IsNewestFirst, asked.Skip + asked.Take + 1);
        return Of(ids.Skip(asked.Skip).Take(asked.Take), ids.Count > asked.Skip + asked.Take) with
        {
            Counts = [.. asked.Counted.Select(index.Count)],
            Known = asked.Known.Distinct().Where(IsIn).ToDictionary(id => id, id => StoredCase.Find(connection, ledger.Partnership, new(id))!.Reference),
        };
    }

    /// <summary>Several lists, each with how many cases it has and the first few.</summary>
    public IReadOnlyList<CasesFound> Several(IReadOnlyList<WorkFilter> filters, int each)
    {
        List<CasesFound> all = [];
        foreach (var filter in filters)
        {
            var count = index.Count(filter);
            all.Add(Of(count == 0 ? [] : index.First(filter, false, each), count > each) with { Counts = [count] });
        }

        return all;
    }

    /// <summary>What has a reference, or all of some words.</summary>
    public CasesFound Found(string? reference, IReadOnlyList<string> words, int most)
    {
        ArgumentNullException.ThrowIfNull(words);
        var called = connection.Rows(r => r.Id(0), "SELECT case_id FROM cases WHERE partnership = ?1 AND reference = ?2", ledger.Partnership, reference ?? "");
        var theirs = called.DefaultIfEmpty().Where(IsIn);      // asked either way: a case that they are not in takes as long as none
        var ids = theirs.Concat(SearchWords.Find(connection, ledger, viewer, words, now, most + 1)).Distinct().ToList();
        return Of(ids.Take(most), ids.Count > most);
    }

    private bool IsIn(Guid id) => ListRows.StandingOf(connection, ledger, viewer, new(id), now) is not null;

    private CasesFound Of(IEnumerable<Guid> ids, bool hasMore)
    {
        var (cases, unreadable) = ListRows.Listed(connection, ledger, viewer, ids, now);
        return new(cases, hasMore, unreadable);
    }
}
