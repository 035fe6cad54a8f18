using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;

namespace Lapwing.Storage;

/// <summary>A whole new case, made ready to be written: its entries sealed, chained and numbered, what lists show derived from all of them.</summary>
public sealed class WholeCase
{
    internal WholeCase(CaseFile file, IReadOnlyList<NamedEntry> entries, Appending ready) => (File, Entries, Ready) = (file, entries, ready);

    /// <summary>The case.</summary>
    public CaseFile File { get; }

    internal IReadOnlyList<NamedEntry> Entries { get; }

    internal Appending Ready { get; }
}

/// <summary>
/// The door by which whole new cases come in, for a simulation: many cases to a commit, and each act held to what an append holds it to. A case that
/// is there is left as it is, whatever is brought: this door adds nothing to one.
/// </summary>
public sealed class WholeCases
{
    private readonly Ledger ledger;
    private readonly Func<CaseFile, Circle> circle;
    private readonly Func<CaseFile, ListRows> derive;

    internal WholeCases(Ledger ledger, Func<CaseFile, Circle> circle, Func<CaseFile, ListRows> derive) =>
        (this.ledger, this.circle, this.derive) = (ledger, circle, derive);

    /// <summary>The numbers of all cases: random, and they say nothing of them.</summary>
    public IReadOnlySet<CaseId> Ids() => ledger.Read(connection => connection.Rows(r => new CaseId(r.Id(0)),
        "SELECT case_id FROM cases WHERE partnership = ?1", ledger.Partnership)).ToHashSet();

    /// <summary>How many entries there are, by the kind of organisation that recorded them.</summary>
    public IReadOnlyDictionary<Agency, long> EntriesByAgency() => ledger.Read(connection => connection.Rows(
        r => (Agency: Names<Agency>.Find(r.Bytes(0)), Entries: r.Number(1)),
        "SELECT author_agency, count(*) FROM entries WHERE partnership = ?1 GROUP BY author_agency", ledger.Partnership))
        .ToDictionary(row => row.Agency, row => row.Entries);

    /// <summary>
    /// Makes a whole case ready. Throws where an act was not decided on the case as the acts before it left it, or is of somebody who was not in it
    /// then: an append would not have taken it either.
    /// </summary>
    /// <param name="acts">All that is recorded in it, act by act, from the first.</param>
    public WholeCase Ready(params IReadOnlyList<Allowed> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        if (acts.Count == 0) throw new ArgumentException("a case has a first act", nameof(acts));
        IReadOnlyList<NamedEntry> entries = [.. acts.SelectMany(act => act.Entries)];
        var file = CaseFile.Of(acts[0].Case, ReadScope.Whole, entries.Select(named => named.Entry));
        foreach (var act in acts)
            if (act.Case != file.Id || !IsTaken(file.Before(act.Entries[0].Entry.Id), act)) throw new ArgumentException(
                "an act was not decided on the case as those before it left it, or by nobody who was in it", nameof(acts));
        return Made(file, entries);
    }

    /// <summary>
    /// Writes cases, all in one commit, and says of how many nothing was there before: what was brought already is not brought again. Refuses, and
    /// writes none of them, where one is there with other acts.
    /// </summary>
    /// <param name="cases">Cases that were made ready for this ledger.</param>
    public async Task<int> BringIn(params IReadOnlyList<WholeCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var count = 0;
        for (var left = cases; left.Count > 0;)
        {
            var (written, taken) = await ledger.Commit.Write((connection, _) =>
            {
                var (done, again) = (0, new List<WholeCase>());
                foreach (var one in left)
                {
                    var answer = one.Ready.Write(connection);
                    if (answer == Appended.Done) done++;
                    else if (answer is null) again.Add(StoredCase.Find(connection, ledger.Partnership, one.File.Id) is null ? one
                        : throw new LedgerRefusedException($"Case {one.File.Id} is in the ledger with other acts: whole cases are brought in where there "
                            + "are none of them."));
                }

                return (done, again);
            });
            count += written;
            left = [.. taken.Select(one => Made(one.File, one.Entries))];      // another case has its reference
        }

        return count;
    }

    private WholeCase Made(CaseFile file, IReadOnlyList<NamedEntry> entries) =>
        new(file, entries, Appending.PrepareNew(ledger, entries[0].Entry.Act, entries, file, derive));

    // As an append asks: what was seen when it was decided, and whether whoever records it may write where it stands.
    private bool IsTaken(CaseFile before, Allowed act)
    {
        if (before.Entries.Count(entry => act.Scope.Reaches(entry.Paper)) != act.Seen) return false;
        if (before.Version == 0) return true;
        var by = act.Act.By;
        return CaseAccess.Of(Viewer.Of(by), circle(before), act.Act.RecordedAt) is { Scope: var scope }
            && act.Entries.All(named => Catalogue.Of(named.Entry.Content).Place.IsOpenTo(scope, named.Entry.Paper));
    }
}
