using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Cases;

namespace Lapwing.Web;

/// <summary>The cases of the demonstration: told once, when its folder has none yet.</summary>
public sealed class DemonstrationCases : IAsyncDisposable
{
    private static readonly Staff staff = new(DemonstrationPeople.All);
    private readonly OpenedLedger opened;

    private DemonstrationCases(OpenedLedger opened) => this.opened = opened;

    /// <summary>The ledger.</summary>
    public Ledger Ledger => opened.Ledger;

    /// <summary>What became of its cases where the database was brought forward; null where it was not.</summary>
    public Rebuilt? DecidedAnew { get; private init; }

    /// <summary>Its checkpoints.</summary>
    public Checkpoints Checkpoints => opened.Checkpoints;

    /// <summary>What whoever runs it is to know.</summary>
    public IReadOnlyList<string> Told => opened.Told;

    /// <summary>Opens them. A folder that has lost its cases but kept their keys is refused, never filled anew.</summary>
    public static async Task<DemonstrationCases> Open(string data, TimeProvider clock, Opening? opening = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var folder = LedgerFolder.WithKeysBeside(data);
        var isNew = !File.Exists(folder.Database) && !Directory.Exists(folder.Keys);
        var notThere = Files(folder).Where(file => !File.Exists(file)).ToList();
        OpenedLedger? ledger = null;
        try
        {
            ledger = await OpenedLedger.Open(folder, clock, (opening ?? new()) with { Create = isNew });
            var store = Store(ledger.Ledger, clock);
            if (isNew) await Tell(store, London.DayOf(clock.GetUtcNow()));
            return new(ledger) { DecidedAnew = await store.AfterBringingForward() };
        }
        catch
        {
            if (ledger is not null) await ledger.DisposeAsync();
            if (isNew) Unmake(folder, notThere);
            throw;
        }
    }

    private static string[] Files(LedgerFolder folder) => [folder.Database, folder.Database + "-wal", folder.Database + "-shm",
        folder.Database + ".new", folder.PublicKeyFile];

    // What was begun and not finished: half a demonstration would be opened the next time as a whole one.
    private static void Unmake(LedgerFolder folder, IEnumerable<string> notThere)
    {
        foreach (var file in notThere) File.Delete(file);
        if (Directory.Exists(folder.Keys)) Directory.Delete(folder.Keys, recursive: true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => opened.DisposeAsync();

    /// <summary>The door to cases, with what is derived from their entries.</summary>
    public static CaseStore Store(Ledger ledger, TimeProvider clock) => new(ledger, clock, file => new CaseView(file, RuleBook.Standard).Circle,
        file => WorkRows.Of(new(file, RuleBook.Standard), staff), staff.SoundsOf);

    /// <summary>Tells the demonstration's stories to an empty ledger, all at once, so that they share its commits.</summary>
    public static Task Tell(CaseStore store, DateOnly today) =>
        Task.WhenAll(Demonstration.Stories(today).Select(story => Task.Run(() => TellOne(store, story))));

    /// <summary>Tells one story, act by act.</summary>
    public static async Task TellOne(CaseStore store, Story story)
    {
        var file = CaseFile.Of(story.File.Id, ReadScope.Whole);
        foreach (var act in story.Acts)
        {
            if (Catalogue.Decide(new(file, RuleBook.Standard), act.Act, act.Said) is not Allowed allowed)
                throw new InvalidOperationException("a story of the demonstration is refused");
            if (await store.Append(allowed) is not (Appended.Done or Appended.Already))
                throw new InvalidOperationException("a story of the demonstration is not recorded");
            foreach (var named in allowed.Entries) file = file.With(named.Entry);
        }
    }
}
