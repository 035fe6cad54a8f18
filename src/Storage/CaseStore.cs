using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>A case as somebody may see it.</summary>
/// <param name="File">The case, without what they do not see.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="Access">Why they see it, how much, and since when.</param>
public sealed record Opened(CaseFile File, string Reference, CaseAccess Access);

/// <summary>What came of deriving lists anew.</summary>
/// <param name="Cases">How many cases were read.</param>
/// <param name="Differing">References of those whose lists were not as their entries say; they are now.</param>
/// <param name="Unreadable">What was found of those that do not open, each named. Their lists are left as they were.</param>
public sealed record Rebuilt(int Cases, IReadOnlyList<string> Differing, IReadOnlyList<string> Unreadable);

/// <summary>
/// The only door to cases. Nothing is shown before it is durable that it was looked at; nothing is added that the catalogue did not allow.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
/// <param name="circle">Who is in a case, by its entries.</param>
/// <param name="lists">What lists show of a case, by its entries.</param>
public sealed class CaseStore(Ledger ledger, TimeProvider time, Func<CaseFile, IReadOnlyList<Membership>> circle, Func<CaseFile, CaseLists> lists)
{
    private const string ListOfWork = "list of work", Search = "search", WhoLooked = "who looked", Recording = "record";

    /// <summary>
    /// The case as somebody sees it now. Null where there is none and where they may not see it, which nobody can tell apart; both are logged. Throws,
    /// and shows nothing, where the look cannot be logged.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="id">At which case.</param>
    /// <param name="purpose">For what: the name of a page, and nothing about a person.</param>
    /// <param name="cancel">Heeded before anything is read, not after.</param>
    public async Task<Opened?> Open(Viewer viewer, CaseId id, string purpose, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var (stored, standing, file) = await Find(viewer, id, purpose, now);
        await Log(AccessLogEntry.By(viewer, now, id, standing?.By, purpose, standing is null ? Outcome.NotShown : Outcome.Opened));
        return file is null || standing is null ? null : new(file.Within(standing.Scope), stored!.Reference, standing);
    }

    /// <summary>
    /// Adds what the catalogue allowed, if whoever records it is still where it is written to. A new case comes with its first entries, and asks nobody.
    /// </summary>
    /// <param name="allowed">What the catalogue made of what was said.</param>
    /// <param name="cancel">Heeded before anything is written, not after.</param>
    public async Task<Appended> Append(Allowed allowed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        var by = allowed.Act.By;
        var viewer = new Viewer(by.Account, by.Role, by.Agency, by.Team);
        while (true)      // each further round means that somebody else's entry was recorded meanwhile
        {
            cancel.ThrowIfCancellationRequested();
            var (ready, answer) = Appending.Prepare(ledger, allowed, file => CaseAccess.Of(viewer, circle(file), allowed.Act.RecordedAt), Derive);
            if (answer == Appended.NotAllowed) await Log(AccessLogEntry.By(viewer, time.GetUtcNow(), allowed.Case, null, Recording, Outcome.NotShown));
            if (ready is null) return answer;
            if (await ledger.Commit.Write((connection, _) => ready.Write(connection)) is { } written) return written;
        }
    }

    /// <summary>A page of the cases in which somebody has something to do, or is, now.</summary>
    public Task<CasesFound> Work(Viewer viewer, WorkAsked asked, CancellationToken cancel = default) =>
        List(viewer, ListOfWork, listings => listings.Page(asked), cancel);

    /// <summary>So many words of a search are looked for.</summary>
    public const int MostWords = SearchWords.MostWords;

    /// <summary>Several of somebody's lists at once, each with how many cases it has and the first few.</summary>
    public Task<IReadOnlyList<CasesFound>> Lists(Viewer viewer, IReadOnlyList<WorkFilter> filters, int each, CancellationToken cancel = default) =>
        List(viewer, ListOfWork, listings => listings.Several(filters, each), cancel);

    /// <summary>
    /// The cases of somebody that have this reference, or all of these words in what they may see of them: in a name, a username, a telephone number. What was
    /// looked for is written down nowhere.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="reference">A reference; null where it cannot be one.</param>
    /// <param name="words">Words in the form for comparison; of many the first few.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Heeded before anything is read, not after.</param>
    public Task<CasesFound> Find(Viewer viewer, string? reference, IReadOnlyList<string> words, int most, CancellationToken cancel = default) =>
        List(viewer, Search, listings => listings.Found(reference, words, most), cancel);

    /// <summary>Whether somebody has standing in a case now. It shows nothing of it, and is no look.</summary>
    public bool IsIn(Viewer viewer, CaseId id)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return ledger.Read(connection => ListRows.StandingOf(connection, ledger.Partnership, viewer, id, time.GetUtcNow())) is not null;
    }

    /// <summary>Who looked at a case, in order, for whoever leads it; null for everybody else. The question is itself a look.</summary>
    public async Task<Looks?> Looked(Viewer viewer, CaseId id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var (stored, standing, _) = await Find(viewer, id, WhoLooked, now);
        if (standing?.By.ReadsWhoLooked() != true) (stored, standing) = (null, null);
        var looks = stored is null ? null : ledger.Read(connection => AccessLogEntry.Of(connection, stored));
        await Log(AccessLogEntry.By(viewer, now, id, standing?.By, WhoLooked, standing is null ? Outcome.NotShown : Outcome.Opened));
        return looks;
    }

    /// <summary>The door by which whole new cases come in, and nothing comes into a case that is there.</summary>
    public WholeCases Whole => new(ledger, circle, Derive);

    /// <summary>
    /// When what had been recorded was decided anew, because the database was brought forward; null where it never was. It never changes while the
    /// ledger is open.
    /// </summary>
    public DateTimeOffset? DecidedAnewAt { get; } = ledger.Read(connection => BroughtForward.DecidedAnewAt(connection, ledger.Partnership));

    /// <summary>
    /// Derives lists anew where a database was brought forward and that was not done yet; null where there is nothing to do. Cut off, it is done at
    /// the next start.
    /// </summary>
    public async Task<Rebuilt?> AfterBringingForward(CancellationToken cancel = default) =>
        ledger.Read(connection => BroughtForward.LeftLists(connection, ledger.Partnership)) ? await Rebuild(cancel) : null;

    /// <summary>Derives who is in and the duties of every case from its entries anew, puts right what differs, and says where.</summary>
    public async Task<Rebuilt> Rebuild(CancellationToken cancel = default)
    {
        var ids = ledger.Read(connection =>
            connection.Rows(r => new CaseId(r.Id(0)), "SELECT case_id FROM cases WHERE partnership = ?1 ORDER BY case_id", ledger.Partnership));
        List<string> differing = [], unreadable = [];
        foreach (var id in ids)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                if (await Rebuild(id) is { } reference) differing.Add(reference);
            }
            catch (LedgerRefusedException e)      // one case that does not open keeps no other from being put right
            {
                unreadable.Add(e.Message);
            }
            catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or ArithmeticException)
            {
                unreadable.Add($"Case {id}: its lists cannot be derived ({e.GetType().Name}). It is left as it is; report this.");
            }
        }

        await ledger.Commit.Write((connection, _) =>
        {
            BroughtForward.ListsMade(connection, ledger.Partnership, time.GetUtcNow());
            return true;
        });
        return new(ids.Count, differing, unreadable);
    }

    /// <summary>Whether two things that were or may be recorded say the same.</summary>
    public static bool AreSame(Content one, Content other) =>
        one.GetType() == other.GetType() && EntryJson.Write(one).AsSpan().SequenceEqual(EntryJson.Write(other));

    private async Task<string?> Rebuild(CaseId id)
    {
        while (true)
        {
            var (stored, head, derived) = ledger.Read(connection =>
            {
                var found = StoredCase.Find(connection, ledger.Partnership, id)!;
                using var sealing = found.Unlock(ledger.Key);
                return (found, found.Head(connection), Derive(found.Load(connection, sealing)));
            });
            var differed = await ledger.Commit.Write<bool?>((connection, _) =>
            {
                if (stored.Head(connection) != head) return null;
                if (derived.Stands(connection, ledger, id.Value.Bytes())) return false;
                derived.Whole(ledger, id.Value.Bytes()).Write(connection, ledger.Partnership, id.Value.Bytes(), stored.OpenedAt);
                return true;
            });
            if (differed is { } told) return told ? stored.Reference : null;
        }
    }

    // A case that does not open is told to whoever asked, and who asked is written down as for one that is not shown.
    private async Task<(StoredCase? Stored, CaseAccess? Standing, CaseFile? Whole)> Find(Viewer viewer, CaseId id, string purpose, DateTimeOffset now)
    {
        try
        {
            return ledger.Read(connection => Find(connection, viewer, id, now));
        }
        catch (LedgerRefusedException)
        {
            await Log(AccessLogEntry.By(viewer, now, id, null, purpose, Outcome.NotShown));
            throw;
        }
    }

    // It begins with the viewer's own places: where there is none, nothing of the case is read, whether there is one or not. Where there is one, its row may be
    // forged: who may see follows from the entries, which nobody can write without the key.
    private (StoredCase? Stored, CaseAccess? Standing, CaseFile? Whole) Find(SqliteConnection connection, Viewer viewer, CaseId id, DateTimeOffset now)
    {
        if (ListRows.StandingOf(connection, ledger.Partnership, viewer, id, now) is null
            || StoredCase.Find(connection, ledger.Partnership, id) is not { } stored) return default;
        using var sealing = stored.Unlock(ledger.Key);
        var whole = stored.Load(connection, sealing);
        return (stored, CaseAccess.Of(viewer, circle(whole), now), whole);
    }

    private async Task<T> List<T>(Viewer viewer, string purpose, Func<Listings, T> list, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var listed = ledger.Read(connection => list(new(connection, ledger, viewer, now)));
        await Log(AccessLogEntry.By(viewer, now, null, null, purpose, Outcome.Listed));
        return listed;
    }

    private ListRows Derive(CaseFile file) => new(SealedLists.Of(ledger, circle(file), lists(file)));

    private Task<long> Log(AccessLogEntry look) => ledger.Commit.Write((connection, _) => look.Insert(connection, ledger.Partnership));
}
