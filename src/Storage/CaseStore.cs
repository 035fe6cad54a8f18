using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>A case as somebody may see it.</summary>
/// <param name="File">The case, without what they do not see.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="Access">Why they see it, how much, since when, and in whose place.</param>
public sealed record Opened(CaseFile File, string Reference, CaseAccess Access);

/// <summary>A case that somebody opened before.</summary>
/// <param name="Case">The case, as they see it in a list.</param>
/// <param name="At">When they opened it last.</param>
/// <param name="Times">How often they looked at it.</param>
public sealed record OpenedBefore(CaseItem Case, DateTimeOffset At, int Times);

/// <summary>
/// The only door to cases. Nothing is shown before it is durable that it was looked at; nothing is added that the catalogue did not allow.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
/// <param name="circle">Who is in a case and who is left out, by its entries.</param>
/// <param name="lists">What lists show of a case, by its entries.</param>
/// <param name="standing">
/// Somebody as they stand at an instant: how their name sounds, and whose places they stand in. Asked here of everybody who comes to a case, so that no way
/// to one forgets it; without it everybody is who they say they are, and stands in no other place.
/// </param>
public sealed class CaseStore(Ledger ledger, TimeProvider time, Func<CaseFile, Circle> circle, Func<CaseFile, CaseLists> lists,
    Func<IStanding>? standing = null)
{
    private const string ListOfWork = "list of work", Search = "search", WhoLooked = "who looked", Recording = "record", Emergency = "open in an emergency",
        WhatWasOpened = "what was opened";

    // More than are shown: that one of them is theirs no more does not show by one that is missing at the end.
    private const int MostLooks = 1000;

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
        await Log(AccessLogEntry.By(viewer, now, id, standing?.Logged, purpose, standing is null ? Outcome.NotShown : Outcome.Opened));
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
        var viewer = Known(allowed.Act.By, allowed.Act.RecordedAt);
        if (viewer is null) return await NotTheirs(allowed);
        while (true)      // each further round means that somebody else's entry was recorded meanwhile
        {
            cancel.ThrowIfCancellationRequested();
            var (ready, answer) = Appending.Prepare(ledger, allowed, file => AccessTo(file, viewer, allowed), Derive);
            if (answer == Appended.NotAllowed) return await NotTheirs(allowed);
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
        return ledger.Read(connection => ListRows.StandingOf(connection, ledger, Known(viewer, time.GetUtcNow()), id, time.GetUtcNow())) is not null;
    }

    /// <summary>
    /// The case with a reference, to be opened in an emergency; null where there is none, and for whoever is left out of it, which nobody can tell apart. The
    /// question is written down; nothing is shown before <see cref="Append"/> has recorded why.
    /// </summary>
    public async Task<CaseId?> ToBreakInto(Viewer viewer, string reference, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        cancel.ThrowIfCancellationRequested();
        var known = Known(viewer, time.GetUtcNow());
        var (called, isLeftOut) = ledger.Read(connection =>
        {
            var ids = connection.Rows(r => r.Id(0), "SELECT case_id FROM cases WHERE partnership = ?1 AND reference = ?2", ledger.Partnership, reference);
            return (ids, LeftOutRows.Has(connection, ledger, known, ids.FirstOrDefault().Bytes()));
        });
        CaseId? found = called.Count == 1 ? new(called[0]) : null;
        await Log(AccessLogEntry.By(viewer, time.GetUtcNow(), found, null, Emergency, Outcome.NotShown));
        return isLeftOut || known.IsGone ? null : found;
    }

    /// <summary>The cases that somebody opened and is in still, the last first: each with when they opened it last, and how often.</summary>
    public async Task<IReadOnlyList<OpenedBefore>> OpenedBy(Viewer viewer, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var known = Known(viewer, now);
        var opened = ledger.Read(connection =>
        {
            var looks = AccessLogEntry.OpenedBy(connection, ledger.Partnership, viewer.Account, MostLooks);
            var cases = ListRows.Listed(connection, ledger, known, looks.Select(look => look.Case), now).Cases.ToDictionary(item => item.Case.Value);
            return looks.Where(look => cases.ContainsKey(look.Case)).Select(look => new OpenedBefore(cases[look.Case], look.At, look.Times))
                .Take(most).ToList();
        });
        await Log(AccessLogEntry.By(viewer, now, null, null, WhatWasOpened, Outcome.Listed));
        return opened;
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
        await Log(AccessLogEntry.By(viewer, now, id, standing?.Logged, WhoLooked, standing is null ? Outcome.NotShown : Outcome.Opened));
        return looks;
    }

    /// <summary>What is asked of a service as a whole: whether somebody is known to it, and how much is open with one of its people.</summary>
    public ServiceCases Service => new(ledger, time, Known);

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

    /// <inheritdoc cref="DerivedAnew.All"/>
    public Task<Rebuilt> Rebuild(CancellationToken cancel = default) => new DerivedAnew(ledger, time, Derive).All(cancel);

    /// <summary>Whether two things that were or may be recorded say the same.</summary>
    public static bool AreSame(Content one, Content other) =>
        one.GetType() == other.GetType() && EntryJson.Write(one).AsSpan().SequenceEqual(EntryJson.Write(other));

    // A case that does not open is told to whoever asked, and who asked is written down as for one that is not shown.
    private async Task<(StoredCase? Stored, CaseAccess? Standing, CaseFile? Whole)> Find(Viewer viewer, CaseId id, string purpose, DateTimeOffset now)
    {
        try
        {
            return ledger.Read(connection => Find(connection, Known(viewer, now), id, now));
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
        if (ListRows.StandingOf(connection, ledger, viewer, id, now) is null
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
        var listed = ledger.Read(connection => list(new(connection, ledger, Known(viewer, now), now)));
        await Log(AccessLogEntry.By(viewer, now, null, null, purpose, Outcome.Listed));
        return listed;
    }

    // Whoever opens it in an emergency writes why, and reads nothing before that stands in the case.
    private CaseAccess? AccessTo(CaseFile file, Viewer viewer, Allowed allowed)
    {
        var (all, at) = (circle(file), allowed.Act.RecordedAt);
        if (CaseAccess.Of(viewer, all, at) is { } access) return access;
        return BreakGlass.Opens(allowed.Entries) && BreakGlass.May(allowed.Act.By) && !all.LeavesOut(viewer)
            ? new(ReadScope.None, Relation.BreakGlass, at, viewer) : null;
    }

    private Viewer Known(Viewer viewer, DateTimeOffset now) => standing?.Invoke().Viewer(viewer.Account, viewer.Team, now) ?? viewer;

    // Whoever records something does it in a place in which they stand then, with its role and team: in no other they write nothing, nor anything new.
    private Viewer? Known(Author by, DateTimeOffset at) => standing is null ? Viewer.Of(by) : standing().Of(by, at);

    private async Task<Appended> NotTheirs(Allowed allowed)
    {
        var at = time.GetUtcNow();
        await Log(AccessLogEntry.By(Viewer.Of(allowed.Act.By), at, allowed.Case, null, Recording, Outcome.NotShown));
        return Appended.NotAllowed;
    }

    private ListRows Derive(CaseFile file) => new(SealedLists.Of(ledger, circle(file), lists(file)));

    private Task<long> Log(AccessLogEntry look) => ledger.Commit.Write((connection, _) => look.Insert(connection, ledger.Partnership));
}
