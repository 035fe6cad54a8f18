using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Guidance;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace Lapwing.Web.Reports;

/// <summary>
/// Keeps what somebody typed, as a draft of theirs: when they hide the page, and when their session ended before they sent it. A page carries a mark that says whose it
/// is, sealed, so that words that come in without a session go to nobody else.
/// </summary>
public sealed partial class Keeping(Drafts drafts, Steps steps, RuleBook rules, TimeProvider clock, IDataProtectionProvider protection)
{
    /// <summary>What the address of every page of a report begins with.</summary>
    public const string Reports = "/reports/";

    /// <summary>The field that says whose a page is.</summary>
    public const string Field = "whose";

    private static readonly string[] ofThePage = ["act", "seen", "causes", "of", "happened-day", "happened-month", "happened-year", "happened-time", Field];
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Lapwing.Keeping.v1").ToTimeLimitedDataProtector();

    /// <summary>How long a draft that nobody goes on with is kept. One that says to refer is kept for ever.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(30);

    /// <summary>The mark of a page.</summary>
    public string Mark(Viewer viewer, string path)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return protector.Protect($"{viewer.Account:N} {path}", Lasts);
    }

    /// <summary>Keeps what a page sent, for whomever its mark names; says whether it did: not without such a mark, nor where the report was recorded or given up meanwhile.</summary>
    public async Task<bool> Keep(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Read(form[Field]) is not var (account, path)) return false;
        if (ReportPath().Match(path) is { Success: true } report)
        {
            var saved = new FormCollection(form.Where(field => field.Key != "go").Append(new("go", new StringValues("later"))).ToDictionary(StringComparer.Ordinal));
            return await drafts.Change(account, Guid.ParseExact(report.Groups["id"].Value, "N"), text =>
            {
                var typed = Typed.Read(Kept.Read(text).Fields);
                steps.Take(typed, saved);
                return (new Kept(path, typed.Write()).Write(), path);
            }) is not null;
        }

        var said = new PostedWords(form, FormFields.Has).Fields.ToList();
        if (said.Exists(one => !ofThePage.Contains(one.Field) && !ComparedText.IsEmpty(one.Text)))
        {
            var fields = said.Select(one => $"{Uri.EscapeDataString(one.Field)}={Uri.EscapeDataString(one.Text)}");
            await drafts.Save(account, IdOf(path), new Kept(path, string.Join('&', fields)).Write());
        }

        return true;
    }

    /// <summary>The address of the page that was sent, by its mark; none without one.</summary>
    public string? PathIn(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Read(form[Field])?.Path;
    }

    /// <summary>What somebody typed in a form and did not record, and when it was kept; none where nothing was.</summary>
    public (ILookup<string, string> Fields, DateTimeOffset At)? Find(Viewer viewer, string path)
    {
        if (drafts.Find(viewer, IdOf(path)) is not { } draft) return null;
        var pairs = Kept.Read(draft.Text).Fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='));
        return (pairs.ToLookup(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal), draft.SavedAt);
    }

    /// <summary>It was recorded by an act: what was kept of another form at the same address stays.</summary>
    public Task Forget(Viewer viewer, string path, Guid act)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Find(viewer, path) is var (fields, _) && fields["act"].Contains(act.ToString("N"), StringComparer.Ordinal) ? drafts.Remove(viewer.Account, IdOf(path)) : Task.CompletedTask;
    }

    /// <summary>What somebody has not finished: what says to refer first, then the last saved.</summary>
    public IReadOnlyList<Unfinished> Of(Viewer viewer) => [.. drafts.Of(viewer).Select(Said).OfType<Unfinished>().OrderByDescending(one => one.SaysRefer)];

    /// <summary>Gives a draft up; one that says to refer stays.</summary>
    public async Task<bool> GiveUp(Viewer viewer, Guid id)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (drafts.Find(viewer, id) is not { } draft || Said(draft) is { SaysRefer: true }) return false;
        await drafts.Remove(viewer.Account, id);
        return true;
    }

    /// <summary>Takes away what nobody went on with, but what says to refer.</summary>
    public Task<int> Purge() => drafts.Purge(clock.GetUtcNow() - Lasts, draft => Said(draft) is { SaysRefer: true });

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

    private static Guid IdOf(string path) => new(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 16));

    [GeneratedRegex("^/reports/(?<id>[0-9a-f]{32})/[0-9]{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReportPath();
}
