using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Rules;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Primitives;

namespace Lapwing.Web.Drafts;

/// <summary>
/// Keeps what somebody typed, as a draft of theirs: while they type, when they leave or hide the page, and when their session ended before they sent it. A
/// page carries a mark that says whose it is and which form, sealed, so that words that come in without a session go to nobody else. With the session of that
/// account they are kept in the place of what was kept before. Without it, anybody may have sent them who has the page: they are kept once, beside what is
/// there, and their author is shown both.
/// </summary>
public sealed class DraftKeeper(DraftStore drafts, Steps steps, RuleBook rules, TimeProvider clock, PageMarks marks)
{
    private static readonly FormOptions limits =
        new() { ValueCountLimit = Site.MostFields, ValueLengthLimit = Site.LargestForm, BufferBodyLengthLimit = Site.LargestForm };

    private static readonly TimeSpan longest = TimeSpan.FromSeconds(10);

    /// <summary>What the address of every page of a report begins with.</summary>
    public const string Reports = "/reports/";

    /// <summary>The field that says which words of the two copies a page showed.</summary>
    public const string Copies = "copies";

    /// <summary>How many days a draft that nobody goes on with is kept, on each of which the program ran. One that says to refer is kept for ever.</summary>
    public const int Days = 30;

    /// <summary>The marks of pages.</summary>
    public PageMarks Marks => marks;

    /// <summary>What goes on being kept after its answer.</summary>
    public OngoingWrites Ongoing { get; } = new();

    /// <summary>What pages sent last.</summary>
    public PageTurns Turns { get; } = new();

    /// <summary>What somebody typed in a form and did not record, and when it was kept; none where nothing was.</summary>
    public (Guid Id, ILookup<string, string> Fields, DateTimeOffset At)? Find(Viewer viewer, string path) =>
        Here(viewer, path) is { } draft ? (draft.Id, Kept.Read(draft.Text).Typed, draft.SavedAt) : null;

    /// <summary>
    /// The copy of a form, or of a page of a report, that was sent without a session, to be shown to whom it names; none where there is none. A form's that
    /// stands in the form itself, because nothing else does, says so.
    /// </summary>
    public LateCopy? Late(Viewer viewer, string path)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (drafts.Find(viewer, DraftNames.LateOf(path)) is not { } late) return null;
        var own = drafts.Find(viewer, DraftNames.OwnOf(path));
        return KeptWords.Late(late, isInTheForm: !DraftNames.IsOfReport(path) && own is null, Kept.VersionOf(own?.Text, late.Text));
    }

    /// <summary>
    /// It was recorded by an act: what was kept of another form at the same address stays. A copy of the same act, sent without a session, goes too where it
    /// stood in the form, and where what was recorded holds every word of it.
    /// </summary>
    public async Task Forget(Viewer viewer, string path, Guid act, IFormCollection? recorded = null)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var words = recorded is null ? null : new Kept(path, SentWords.Written(recorded, path));
        var isGone = await TakeAway(viewer.Account, path, act, recorded);
        await drafts.Settle(viewer.Account, DraftNames.OwnOf(path), DraftNames.LateOf(path), (own, late) =>
            Kept.IsOfAct(late, act) && ((own is null && !isGone) || words?.Holds(Kept.Read(late!)) == true) ? (null, null) : null);
    }

    /// <summary>With which kept words a form goes on that a page sent, in short: those that it kept itself, else those with which it was opened.</summary>
    public string? GoesOnFrom(Viewer viewer, string path, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(form);
        return drafts.Find(viewer, DraftNames.OwnOf(path)) is { } own && Kept.Read(own.Text) is var kept && kept.IsOf(form) ? kept.InShort
            : form[PageTurns.From];
    }

    /// <summary>What somebody has not finished: what says to refer first, then the last saved.</summary>
    public IReadOnlyList<Unfinished> Of(Viewer viewer) => Of(viewer, out _);

    /// <summary>What somebody has not finished: what says to refer first, then the last saved; and what does not open.</summary>
    public IReadOnlyList<Unfinished> Of(Viewer viewer, out IReadOnlyList<DamagedDraft> damaged)
    {
        List<Unfinished> unfinished = [];
        var opened = drafts.Of(viewer, out damaged);
        List<DamagedDraft> left = [.. damaged];
        foreach (var draft in opened)
        {
            try
            {
                if (Said(draft) is { } said) unfinished.Add(said);
            }
            catch (Exception e) when (IsUnknown(e))
            {
                left.Add(new(draft.Id, draft.SavedAt));
            }
        }

        damaged = left;
        return [.. unfinished.OrderByDescending(one => one.SaysRefer)];
    }

    /// <summary>Gives a draft up; one that says to refer stays.</summary>
    public async Task<bool> GiveUp(Viewer viewer, Guid id)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (drafts.Find(viewer, id) is not { } draft || IsToStay(draft)) return false;
        await drafts.Remove(viewer.Account, id);
        return true;
    }

    /// <summary>Takes away what nobody went on with, but what says to refer.</summary>
    public Task<int> Purge() => drafts.Purge(Days, IsToStay);

    /// <summary>Keeps what a page sent, for whomever its mark names.</summary>
    /// <param name="form">What it sent.</param>
    /// <param name="by">Whose session it came with; none where it came without one.</param>
    public async Task<Sent> Keep(IFormCollection form, Guid? by)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (StringValues.IsNullOrEmpty(form[PageMarks.Field])) return Sent.Nothing;
        if (marks.Read(form) is not var (account, path)) return SentWords.SaysAnything(form) ? Sent.NotKept : Sent.Nothing;
        if (!DraftNames.IsOfReport(path) && !SentWords.IsTyped(form, path)) return await Erased(account, path, form, by);
        if (account != by) return await KeepLate(account, path, form);
        return await KeepOwn(account, path, form) ? Sent.Kept : Sent.NotKept;
    }

    /// <summary>The same for a request, whatever it is: one that sends no form holds nothing.</summary>
    public async Task<Sent> KeepSent(HttpRequest request, Guid? by)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return Sent.Nothing;
        using var stop = new CancellationTokenSource(longest);
        return await Keep(await request.ReadFormAsync(limits, stop.Token), by);
    }

    /// <summary>The same where somebody is told what became of it: what goes wrong is that nothing was kept.</summary>
    public async Task<Sent> TryKeep(HttpRequest request, Guid? by)
    {
        try
        {
            return await KeepSent(request, by);
        }
        catch (Exception e) when (e is SqliteException or LedgerRefusedException or InvalidDataException or IOException or OperationCanceledException
            or InvalidOperationException or NotSupportedException)
        {
            return Sent.NotKept;
        }
    }

    /// <summary>
    /// Puts what was sent without a session in the place of what is kept, because its author says so; what stood there is the other copy from then
    /// on. Neither changes where other words were kept since the page was shown, as on a second device. Null where there is no such copy.
    /// </summary>
    /// <param name="viewer">The author.</param>
    /// <param name="id">The copy.</param>
    /// <param name="sent">What stood in the form.</param>
    public Task<BothCopies?> Exchange(Viewer viewer, Guid id, IFormCollection sent) => Settle(viewer, id, sent, (path, own, late) =>
        Taken(own, path, Kept.Read(late).Form) is { } text
            ? (text, SentWords.HasWords(sent, path) ? new Kept(path, SentWords.Written(sent, path), IsLate: true).Write() : null) : null);

    /// <summary>
    /// Throws away what was sent without a session, from the page of its form: what stands in that is kept. Neither changes where other words were
    /// kept since. Null where there is no such copy.
    /// </summary>
    /// <param name="viewer">The author.</param>
    /// <param name="id">The copy.</param>
    /// <param name="sent">What stood in the form.</param>
    public Task<BothCopies?> ThrowAway(Viewer viewer, Guid id, IFormCollection sent) => Settle(viewer, id, sent, (path, own, _) =>
        (own is not null && (DraftNames.IsOfReport(path) || SentWords.HasWords(sent, path)) ? Taken(own, path, sent) : null, null));

    // What cannot be read is not thrown away by the program: it may say to refer.
    private bool IsToStay(Draft draft)
    {
        try
        {
            return Said(draft) is { SaysRefer: true };
        }
        catch (Exception e) when (IsUnknown(e))
        {
            return true;
        }
    }

    // What a later version wrote, which this one cannot read.
    private static bool IsUnknown(Exception e) => e is FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException;

    // What stands in a form: what its author kept with a session, else what was sent without one.
    private Draft? Here(Viewer viewer, string path) => drafts.Find(viewer, DraftNames.IdOf(path)) ?? drafts.Find(viewer, DraftNames.LateOf(path));

    private Unfinished? Said(Draft draft) => Unfinished.Of(draft, rules, London.DayOf(clock.GetUtcNow()));

    private async Task<BothCopies?> Settle(Viewer viewer, Guid id, IFormCollection sent, Func<string, string?, string, (string?, string?)?> change)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(sent);
        if (drafts.Find(viewer, id) is not { } draft || Kept.Read(draft.Text) is not { IsLate: true, Path: var path }) return null;
        var isDone = await drafts.Settle(viewer.Account, DraftNames.OwnOf(path), id,
            (own, late) => late is null || Kept.VersionOf(own, late) != sent[Copies] ? null : change(path, own, late));
        var (own, late) = (drafts.Find(viewer, DraftNames.OwnOf(path)), drafts.Find(viewer, id));
        return BothCopies.Of(path, isDone, own?.Text, late?.Text, SentWords.Written(sent, path));
    }

    // What a form becomes with these words; a page of a report is a part of it, and without that there is nothing to become.
    private string? Taken(string? own, string path, IFormCollection form)
    {
        if (!DraftNames.IsOfReport(path)) return new Kept(path, SentWords.Kept(form, path)).Write();
        if (own is null) return null;
        var saved = new FormCollection(form.Where(field => field.Key != "go").Append(new("go", new StringValues("later")))
            .ToDictionary(StringComparer.Ordinal));
        var typed = Typed.Read(Kept.Read(own).Fields);
        steps.Take(typed, saved);
        return new Kept(path, typed.Write()).Write();
    }

    // Each page has its turn: what it sent before it was recorded, and what comes in only afterwards, is not kept. Other words of another window stay.
    private async Task<bool> KeepOwn(Guid account, string path, IFormCollection form)
    {
        var isBeside = false;
        string? Next(string? own) => !Turns.Take(account, form)
            || (isBeside = own is not null && !DraftNames.IsOfReport(path) && !Kept.Read(own).IsOf(form)) ? null : Taken(own, path, form);
        if (DraftNames.IsOfReport(path)) return await drafts.Change(account, DraftNames.OwnOf(path), own => (Next(own) ?? own, path)) is not null;
        await drafts.Put(account, DraftNames.OwnOf(path), Next);
        return !isBeside || await KeepLate(account, path, form) == Sent.Kept;
    }

    // Nothing was typed, or it was taken out again: then what was kept of this form goes too.
    private async Task<Sent> Erased(Guid account, string path, IFormCollection form, Guid? by)
    {
        if (account == by && Guid.TryParseExact(form["act"], "N", out var act) && Turns.Take(account, form)) await TakeAway(account, path, act, form);
        return Sent.Nothing;
    }

    // What its author kept with a session, if it is of this act, and another window did not go on with it.
    private Task<bool> TakeAway(Guid account, string path, Guid act, IFormCollection? form) => drafts.Settle(account, DraftNames.LateOf(path),
        DraftNames.OwnOf(path), (_, own) => Kept.IsOfAct(own, act) && (form is null || Kept.Read(own!).IsOf(form)) ? (null, null) : null);

    // Whoever has the page can send this: so it is kept once, and another one takes its place only if it holds every word of it.
    private async Task<Sent> KeepLate(Guid account, string path, IFormCollection form)
    {
        if (DraftNames.IsOfReport(path) && !drafts.Has(account, DraftNames.OwnOf(path))) return Sent.NotKept;
        var late = new Kept(path, SentWords.Written(form, path), IsLate: true);
        var isKept = await drafts.Put(account, DraftNames.LateOf(path), before => before is null || late.Holds(Kept.Read(before)) ? late.Write() : null);
        return isKept ? Sent.Kept : Sent.NotKept;
    }
}
