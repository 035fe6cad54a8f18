using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Lapwing.Web.Reports;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>What is due from whoever is signed in, and what they are in. It names nobody: somebody may stand behind them.</summary>
public sealed class WorkModel(Desk desk, DraftKeeper keeping) : PageModel
{
    private static readonly string[] lists = ["overdue", "today", "week", "others", "no-date", "all"];

    /// <summary>Their work, a line a case.</summary>
    public WorkLines List { get; private set; } = null!;

    /// <summary>The list that was chosen; none where all that is theirs is shown.</summary>
    public string? Chosen => lists.FirstOrDefault(list => list == Request.Query["show"]);

    /// <summary>What stands above it.</summary>
    public string Heading => Chosen switch
    {
        "overdue" => "Overdue",
        "today" => "Due today",
        "week" => "Due this week",
        "others" => "Waiting for others",
        "no-date" => "As you go, no deadline",
        _ => "To do",
    };

    /// <summary>The page of it, from 1.</summary>
    public int PageNumber =>
        int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Pages) : 1;

    /// <summary>How many pages it has.</summary>
    public int Pages => Math.Max(1, ((Chosen == "all" ? Items.Count : All.Count) + WorkLines.PageSize - 1) / WorkLines.PageSize);

    /// <summary>The lines of this page.</summary>
    public IReadOnlyList<WorkLine> Lines => [.. All.Skip((PageNumber - 1) * WorkLines.PageSize).Take(WorkLines.PageSize)];

    private IReadOnlyList<WorkLine> All => field ??= List.Lines(Chosen);

    /// <summary>What they have not finished; what says to refer first.</summary>
    public IReadOnlyList<Unfinished> Unfinished { get; private set; } = [];

    /// <summary>What they have not finished and does not open.</summary>
    public IReadOnlyList<DamagedDraft> Damaged { get; private set; } = [];

    /// <summary>How many rows of these lists cannot be read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The case that something unfinished belongs to, by the reference that people read.</summary>
    public string Of(Unfinished one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return Items.FirstOrDefault(item => item.Case.Value == Kept.Read(one.Draft.Text).Case) is { } item ? $" in {item.Reference}" : "";
    }

    /// <summary>Whether they may report.</summary>
    public bool MayReport { get; private set; }

    /// <summary>When something was saved, as a clock on a London wall showed it.</summary>
    public string At(DateTimeOffset at)
    {
        var (then, day) = (London.TimeOf(at), London.DayOf(at));
        return $"{(day == London.DayOf(desk.Clock.GetUtcNow()) ? "today" : DecisionWords.Day(day))} {then:h:mm}{(then.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>Everything that they are in.</summary>
    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    /// <summary>Who they are.</summary>
    public string Name { get; private set; } = "";

    // Whoever is shut out of a case is not told of it by what they had typed there.
    private bool IsOfTheirs(Unfinished one)
    {
        var kept = Kept.Read(one.Draft.Text);
        var of = kept.Case ?? (Guid.TryParseExact(Check.Typed.Read(kept.Fields)[Recording.ChangeIn], "N", out var changed) ? changed : null);
        return of is null || Items.Any(item => item.Case.Value == of);
    }

    /// <summary>The page.</summary>
    public async Task OnGetAsync()
    {
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        Name = desk.Accounts.NameOf(viewer.Account);
        var today = London.DayOf(desk.Clock.GetUtcNow());
        (var work, Items, Unreadable) = await desk.Cases.Work(viewer, HttpContext.RequestAborted);
        List = new(work, item => WorkRows.IsMine(item.Row.Agency, item.Row.Team, item.Row.Account, viewer), viewer.Agency,
            desk.Rules, today);
        Unfinished = [.. keeping.Of(viewer, out var damaged).Where(IsOfTheirs)];
        (Damaged, MayReport) = (damaged, Signing.MayReport(viewer));
        Response.Headers.CacheControl = "no-store";
    }
}
