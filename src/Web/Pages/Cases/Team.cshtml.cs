using System.Globalization;
using System.Security.Cryptography;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>
/// What is due from a team and has nobody's name on it, oldest first, to be taken with one press; and what colleagues have. It names nobody of a case:
/// somebody may stand behind them.
/// </summary>
public sealed class TeamModel(Desk desk) : PageModel
{
    private const string NotThere = "It is not in your team’s inbox any more. Nothing was changed",
        GoneSince = "You took it before, and it is with you no more. See where it stands, and press again";

    /// <summary>Their work, as lists.</summary>
    public WorkLines List { get; private set; } = null!;

    /// <summary>Who they are.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>What nobody's name is on.</summary>
    public IReadOnlyList<WorkLine> Inbox { get; private set; } = [];

    /// <summary>What colleagues have.</summary>
    public IReadOnlyList<WorkLine> OfColleagues { get; private set; } = [];

    /// <summary>The ways to the other pages of each.</summary>
    public (PageLinks Inbox, PageLinks OfColleagues) Links { get; private set; }

    /// <summary>In how many cases nobody's name is on something, in words.</summary>
    public string Count { get; private set; } = "";

    /// <summary>The reference of the case that was taken just now; none where none was.</summary>
    public (string Case, string Reference)? JustTaken { get; private set; }

    /// <summary>What stands against what was asked.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Whose name is on it.</summary>
    public string NameOf(WorkLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.By.Account is { } account ? desk.Accounts.NameOf(account) : "";
    }

    /// <summary>The number of this page, from which that of an act follows with its case: a button that is pressed twice records one.</summary>
    public Guid Act { get; } = NewId.Id();

    /// <summary>The lists; there is no such page for whoever is of no team to which cases are referred.</summary>
    public async Task<IActionResult> OnGetAsync() => IsTheirs() ? await Shown() : NotFound();

    /// <summary>Takes what a referral asks, or takes it over.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsTheirs()) return NotFound();
        var pressed = Request.Form["take"].ToString().Split('-');
        if (!Guid.TryParseExact(pressed[0], "N", out var id) || !Guid.TryParseExact(Request.Form["act"], "N", out var page)) return await Shown(NotThere);
        Guid? from = Guid.TryParseExact(pressed[^1], "N", out var account) && pressed.Length > 1 ? account : null;
        Guid act = new(SHA256.HashData([.. page.ToByteArray(), .. id.ToByteArray()]).AsSpan(0, 16));
        for (var round = 0; ; round++)
        {
            if (await desk.Cases.Open(List.Viewer, new(id), "take a referral", HttpContext.RequestAborted) is not { } opened) return await Shown(NotThere);
            if (opened.File.Entries.Any(entry => entry.Act.Id == act))
                return Has(opened) ? Redirect(Taken(id)) : await Shown($"{opened.Reference}: {GoneSince}");
            switch (Take(opened, act, from))
            {
                case null: return await Shown($"{opened.Reference}: {NotThere}");
                case Refused refused: return await Shown($"{opened.Reference}: {refused.Refusals[0].Words}");
                case Allowed allowed when await desk.Cases.Append(allowed, HttpContext.RequestAborted) is var appended:
                    if (appended == Appended.NotAllowed) return await Shown(NotThere);
                    if (appended != Appended.Overtaken) return Redirect(Taken(id));
                    if (round > 1) return await Shown($"{opened.Reference}: something was added meanwhile. Press it again");
                    break;
            }
        }
    }

    private bool Has(Opened opened) => ReferralTaking.Open(new(opened.File, desk.Rules), opened.Access.As.Author)
        .Any(made => ReferralTaking.NowHas(opened.File, made.Id) == List.Viewer.Account);

    // All that waits for their team in the case, of those that whoever pressed it saw: with nobody, or with a colleague.
    private Decided? Take(Opened opened, Guid act, Guid? from)
    {
        var (file, by, now) = (opened.File, opened.Access.As.Author, desk.Clock.GetUtcNow());
        var view = new CaseView(file, desk.Rules);
        var open = ReferralTaking.Open(view, by).Select(made => made.Id).ToList();
        if (open.Count == 0) return null;
        var seen = open.Where(made => ReferralTaking.NowHas(file, made) == from).ToList();
        return Catalogue.Decide(view, new(act, by, now, London.DayOf(now), TimeOnly.FromDateTime(London.TimeOf(now))), [.. (seen.Count > 0 ? seen : open)
            .Select(made => Catalogue.Placed(file, new ReferralTaking.Taken(made, by.Account, by.Team, from)))]);
    }

    private static string Taken(Guid id) => $"/work/team?taken={id:N}";

    private async Task<IActionResult> Shown(string? error = null)
    {
        Guid[] taken = error is null && Guid.TryParseExact(Request.Query["taken"], "N", out var id) ? [id] : [];
        var (page, other) = (Numbered("page"), Numbered("with"));
        var inbox = await desk.Cases.Work(List.Viewer, Asked(List.Inbox, page) with { Counted = [List.Inbox], Known = taken }, HttpContext.RequestAborted);
        var others = await desk.Cases.Work(List.Viewer, Asked(List.OfColleagues, other), HttpContext.RequestAborted);
        Inbox = [.. inbox.Cases.Select(item => List.Line(item, List.Inbox)).OfType<WorkLine>()];
        OfColleagues = [.. others.Cases.Select(item => List.Line(item, List.OfColleagues)).OfType<WorkLine>()];
        Count = WorkLines.Counted(inbox.Counts[0]);
        Links = (new(number => Address(number, other), page, inbox.HasMore), new(number => Address(page, number), other, others.HasMore));
        JustTaken = inbox.Known.Select(one => ((string, string)?)($"{one.Key:N}", one.Value)).FirstOrDefault();
        if (error is not null) Errors = [new("inbox", error)];
        return Page();
    }

    private static WorkAsked Asked(WorkFilter filter, int page) => new(filter, (page - 1) * WorkLines.PageSize, WorkLines.PageSize);

    private int Numbered(string query) =>
        int.TryParse(Request.Query[query], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 9999) : 1;

    private static string Address(int page, int with) => string.Create(CultureInfo.InvariantCulture, $"/work/team?page={page}&with={with}");

    private bool IsTheirs()
    {
        Response.Headers.CacheControl = "no-store";
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        Person = desk.Accounts.Person(viewer);
        List = new(viewer, true, desk.Rules, London.DayOf(desk.Clock.GetUtcNow()));
        return WorkLines.HasInbox(viewer);
    }
}
