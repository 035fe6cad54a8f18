using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Guidance;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.DataProtection;

namespace Lapwing.Web.Reports;

/// <summary>
/// Keeps what somebody typed, as a draft of theirs: when they hide the page, and when their session ended before they sent it. A page carries a mark that
/// says whose it is and which form, sealed, so that words that come in without a session go to nobody else. With the session of that account they are kept in
/// the place of what was kept before. Without it, anybody may have sent them who has the page: they are kept once, beside what is there, and their author is
/// shown both.
/// </summary>
public sealed partial class Keeping(Drafts drafts, Steps steps, RuleBook rules, TimeProvider clock, IDataProtectionProvider protection)
{
    /// <summary>What the address of every page of a report begins with.</summary>
    public const string Reports = "/reports/";

    /// <summary>The field that says whose a page is.</summary>
    public const string Field = "whose";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Lapwing.Keeping.v1").ToTimeLimitedDataProtector();

    /// <summary>The field that says which words of the two copies a page showed.</summary>
    public const string Copies = "copies";

    /// <summary>How many days a draft that nobody goes on with is kept, on each of which the program ran. One that says to refer is kept for ever.</summary>
    public const int Days = 30;

    /// <summary>How long the mark of a page holds.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(Days);

    /// <summary>The mark of a page.</summary>
    public string Mark(Viewer viewer, string path)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return protector.Protect($"{viewer.Account:N} {path}", Lasts);
    }

    /// <summary>The address of the page that was sent, by its mark; none without one.</summary>
    public string? PathIn(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Read(form[Field])?.Path;
    }

    /// <summary>What somebody typed in a form and did not record, and when it was kept; none where nothing was.</summary>
    public (ILookup<string, string> Fields, DateTimeOffset At)? Find(Viewer viewer, string path) =>
        Here(viewer, path) is { } draft ? (Kept.Read(draft.Text).Typed, draft.SavedAt) : null;

    /// <summary>
    /// The copy of a form, or of a page of a report, that was sent without a session, to be shown to whom it names; none where there is none. A form's that
    /// stands in the form itself, because nothing else does, says so.
    /// </summary>
    public LateCopy? Late(Viewer viewer, string path)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (drafts.Find(viewer, LateOf(path)) is not { } late) return null;
        var own = drafts.Find(viewer, OwnOf(path));
        return LateCopy.Of(late, isInTheForm: !ReportPath().IsMatch(path) && own is null, VersionOf(own?.Text, late.Text));
    }

    /// <summary>It was recorded by an act: what was kept of another form at the same address stays.</summary>
    public Task Forget(Viewer viewer, string path, Guid act)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var isOfThisAct = Here(viewer, path) is { } draft && Kept.Read(draft.Text).Typed["act"].Contains(act.ToString("N"), StringComparer.Ordinal);
        return isOfThisAct ? drafts.Remove(viewer.Account, Here(viewer, path)!.Id) : Task.CompletedTask;
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
    private Draft? Here(Viewer viewer, string path) => drafts.Find(viewer, IdOf(path)) ?? drafts.Find(viewer, LateOf(path));

    private Unfinished? Said(Draft draft) => Unfinished.Of(draft, rules, London.DayOf(clock.GetUtcNow()));

    private (Guid Account, string Path)? Read(string? mark)
    {
        try
        {
            if (string.IsNullOrEmpty(mark) || protector.Unprotect(mark).Split(' ') is not [var account, var path]) return null;
            return (Guid.ParseExact(account, "N"), path);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // What its author kept with a session: a report's page in the report.
    private static Guid OwnOf(string path) =>
        ReportPath().Match(path) is { Success: true } report ? Guid.ParseExact(report.Groups["id"].Value, "N") : IdOf(path);

    // Of the words alone: which page of a report was looked at last changes nothing.
    private static string VersionOf(string? own, string? late) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{FieldsOf(own)}\n{FieldsOf(late)}")).AsSpan(0, 16));

    private static string FieldsOf(string? text) => text is null ? "" : Kept.Read(text).Fields;

    private static Guid LateOf(string path) => IdOf($"late {path}");

    private static Guid IdOf(string path) => new(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16));

    [GeneratedRegex("^/reports/(?<id>[0-9a-f]{32})/[0-9]{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReportPath();
}
