using System.Collections.Concurrent;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Primitives;

namespace Lapwing.Web.Reports;

/// <summary>What became of what a page sent.</summary>
public enum Sent
{
    /// <summary>It held no words.</summary>
    Nothing,

    /// <summary>It is kept for its author.</summary>
    Kept,

    /// <summary>It held words, and they are not kept: nobody can say whose they are, what they belong to is gone, or another copy is kept already.</summary>
    NotKept,
}

/// <summary>Keeps what a page sent.</summary>
public sealed partial class Keeping
{
    private static readonly FormOptions limits =
        new() { ValueCountLimit = Site.MostFields, ValueLengthLimit = Site.LargestForm, BufferBodyLengthLimit = Site.LargestForm };

    private static readonly TimeSpan longest = TimeSpan.FromSeconds(10), longestSettling = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Task, bool> ongoing = new();

    /// <summary>Keeps what a page sent, for whomever its mark names.</summary>
    /// <param name="form">What it sent.</param>
    /// <param name="by">Whose session it came with; none where it came without one.</param>
    public async Task<Sent> Keep(IFormCollection form, Guid? by)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (StringValues.IsNullOrEmpty(form[Field])) return Sent.Nothing;
        if (Read(form[Field]) is not var (account, path)) return SaysAnything(form) ? Sent.NotKept : Sent.Nothing;
        if (!ReportPath().IsMatch(path) && !HasWords(form, path)) return Sent.Nothing;
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

    /// <summary>Goes on with something after the answer to a request was given.</summary>
    public async Task Beyond(Task keeping)
    {
        ArgumentNullException.ThrowIfNull(keeping);
        ongoing[keeping] = true;
        try
        {
            await keeping;
        }
        finally
        {
            ongoing.TryRemove(keeping, out _);
        }
    }

    /// <summary>Waits, for a second at most, until what goes on beyond its answer is done: so that whoever signs in then finds it.</summary>
    public async Task Settled()
    {
        if (ongoing.IsEmpty) return;
        using var stop = new CancellationTokenSource(longestSettling);
        await Task.WhenAll(ongoing.Keys).WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Puts what was sent without a session in the place of what is kept, because its author says so; what stood there is the other copy from then on.
    /// Neither changes where other words were kept since the page was shown, as on a second device. Null where there is no such copy.
    /// </summary>
    /// <param name="viewer">The author.</param>
    /// <param name="id">The copy.</param>
    /// <param name="sent">What stood in the form.</param>
    public Task<BothCopies?> Exchange(Viewer viewer, Guid id, IFormCollection sent) => Settle(viewer, id, sent, (path, own, late) =>
        Taken(own, path, Kept.Read(late).Form) is { } text
            ? (text, HasWords(sent, path) ? new Kept(path, Written(sent, path), IsLate: true).Write() : null)
            : null);

    /// <summary>
    /// Throws away what was sent without a session, from the page of its form: what stands in that is kept. Neither changes where other words were kept
    /// since. Null where there is no such copy.
    /// </summary>
    /// <param name="viewer">The author.</param>
    /// <param name="id">The copy.</param>
    /// <param name="sent">What stood in the form.</param>
    public Task<BothCopies?> ThrowAway(Viewer viewer, Guid id, IFormCollection sent) => Settle(viewer, id, sent, (path, own, _) =>
        (own is not null && (ReportPath().IsMatch(path) || HasWords(sent, path)) ? Taken(own, path, sent) : null, null));

    private async Task<BothCopies?> Settle(Viewer viewer, Guid id, IFormCollection sent, Func<string, string?, string, (string?, string?)?> change)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(sent);
        if (drafts.Find(viewer, id) is not { } draft || Kept.Read(draft.Text) is not { IsLate: true, Path: var path }) return null;
        var isDone = await drafts.Settle(viewer.Account, OwnOf(path), id, (own, late) =>
            late is null || VersionOf(own, late) != sent[Copies] ? null : change(path, own, late));
        var (own, late) = (drafts.Find(viewer, OwnOf(path)), drafts.Find(viewer, id));
        return BothCopies.Of(path, isDone, own?.Text, late?.Text, Written(sent, path));
    }

    // What a form becomes with these words; a page of a report is a part of it, and without that there is nothing to become.
    private string? Taken(string? own, string path, IFormCollection form)
    {
        if (!ReportPath().IsMatch(path)) return new Kept(path, Written(form, path)).Write();
        if (own is null) return null;
        var saved = new FormCollection(form.Where(field => field.Key != "go").Append(new("go", new StringValues("later"))).ToDictionary(StringComparer.Ordinal));
        var typed = Typed.Read(Kept.Read(own).Fields);
        steps.Take(typed, saved);
        return new Kept(path, typed.Write()).Write();
    }

    private async Task<bool> KeepOwn(Guid account, string path, IFormCollection form)
    {
        if (ReportPath().IsMatch(path)) return await drafts.Change(account, OwnOf(path), text => (Taken(text, path, form)!, path)) is not null;
        await drafts.Save(account, OwnOf(path), Taken(null, path, form)!);
        return true;
    }

    // Whoever has the page can send this: so it is kept once, and another one takes its place only if it holds every word of it.
    private async Task<Sent> KeepLate(Guid account, string path, IFormCollection form)
    {
        if (ReportPath().IsMatch(path) && !drafts.Has(account, OwnOf(path))) return Sent.NotKept;
        var late = new Kept(path, Written(form, path), IsLate: true);
        var isKept = await drafts.Put(account, LateOf(path), before => before is null || late.Holds(Kept.Read(before)) ? late.Write() : null);
        return isKept ? Sent.Kept : Sent.NotKept;
    }

    private static string Written(IFormCollection form, string path) => string.Join('&', Asked(form, path).Fields
        .Select(one => $"{Uri.EscapeDataString(one.Field)}={Uri.EscapeDataString(one.Text)}"));

    private static bool HasWords(IFormCollection form, string path) => Asked(form, path).Fields
        .Any(one => !Kept.OfThePage.Contains(one.Field) && !ComparedText.IsEmpty(one.Text));

    // Where nobody can say which page sent it.
    private static bool SaysAnything(IFormCollection form) => form.Any(field =>
        !field.Key.StartsWith("__", StringComparison.Ordinal) && !Kept.OfThePage.Contains(field.Key) && !ComparedText.IsEmpty(field.Value));

    // Of what was sent, only what the page asks, and no picture.
    private static PostedWords Asked(IFormCollection form, string path) => new(form, ReportPath().IsMatch(path) ? Check.Fields.Has : FormFields.Has);
}
