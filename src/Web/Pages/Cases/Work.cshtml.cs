using System.Globalization;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Lapwing.Web.Reports;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>What is due from whoever is signed in, and what they are in. It names nobody of a case: somebody may stand behind them.</summary>
public sealed class WorkModel(Desk desk, DraftKeeper keeping) : PageModel
{
    private static readonly string[] lists = ["overdue", "today", "week", "others", "no-date", "all"];

    /// <summary>Their work, as lists.</summary>
    public WorkLines List { get; private set; } = null!;

    /// <summary>The list that was chosen; none where all that is theirs and has a day is shown.</summary>
    public string? Chosen => lists.FirstOrDefault(list => list == Request.Query["show"]);

    /// <summary>The one day whose work is shown; none where no day was chosen, or a list.</summary>
    public DateOnly? On => Chosen is null
        && DateOnly.TryParseExact(Request.Query["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1
            ? day : null;

    /// <summary>Whether all is shown that their team has to do; without it, what they have to do themselves and what nobody of the team has taken.</summary>
    public bool IsOfTeam { get; private set; }

    /// <summary>Whether those stand first that were reported last.</summary>
    public bool IsNewestFirst => Request.Query["sort"] == "newest";

    /// <summary>What stands above the list.</summary>
    public string Heading => Chosen switch
    {
        _ when On is { } day => $"Due {DecisionWords.Day(day)}",
        "overdue" => "Overdue",
        "today" => "Due today",
        "week" => "Due this week",
        "others" => "Waiting for others",
        "no-date" => "As you go, no deadline",
        "all" => "All your cases",
        _ => "To do",
    };

    /// <summary>The page of it, from 1.</summary>
    public int PageNumber => int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 9999) : 1;

    /// <summary>The tiles: the list that each chooses, in words, and how many cases stand in it.</summary>
    public IEnumerable<(string Key, string Words, string Count)> Tiles =>
        WorkLines.Tiles.Index().Select(tile => (tile.Item.Key, tile.Item.Words, WorkLines.Counted(Found.Counts[tile.Index])));

    /// <summary>How many cases ask something of them that has no date, in words; none where none does.</summary>
    public string? WithoutDate => Found.Counts[^1] > 0 ? WorkLines.Counted(Found.Counts[^1]) : null;

    /// <summary>In how many cases something of their team's has nobody's name on it, in words; none where their team has no inbox.</summary>
    public string? InInbox => WorkLines.HasInbox(List.Viewer) ? WorkLines.Counted(Found.Counts[^2]) : null;

    /// <summary>The ways to the other pages.</summary>
    public PageLinks PageLinks => new(page => Address(Chosen, page: page), PageNumber, Found.HasMore);

    /// <summary>The cases of this page.</summary>
    public CasesFound Found { get; private set; } = null!;

    /// <summary>The same, each as a line of the list; of all their cases as what is known of them.</summary>
    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>What they have not finished; what says to refer first.</summary>
    public IReadOnlyList<Unfinished> Unfinished { get; private set; } = [];

    /// <summary>What they have not finished and does not open.</summary>
    public IReadOnlyList<DamagedDraft> Damaged { get; private set; } = [];

    /// <summary>The case that something unfinished belongs to, by the reference that people read.</summary>
    public string Of(Unfinished one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return Kept.Read(one.Draft.Text).Case is { } of && Found.Known.TryGetValue(of, out var reference) ? $" in {reference}" : "";
    }

    /// <summary>Whether they look whether somebody is known before they record what they are told.</summary>
    public bool IsOfFrontDoor => desk.Accounts.IsOfFrontDoor(List.Viewer);

    /// <summary>Whether they may report.</summary>
    public bool MayReport { get; private set; }

    /// <summary>Whether they may open a case in an emergency.</summary>
    public bool MayBreakGlass => Casework.Procedures.BreakGlass.May(Person.Author);

    /// <summary>Who they are.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>What their team is called among themselves: a setting where it is one.</summary>
    public string TeamWords => Person.Author.Agency == Agency.Education ? "My setting’s" : "My team’s";

    /// <summary>When something was saved, as a clock on a London wall showed it.</summary>
    public string At(DateTimeOffset at)
    {
        var (then, day) = (London.TimeOf(at), London.DayOf(at));
        return $"{(day == List.Today ? "today" : DecisionWords.Day(day))} {then:h:mm}{(then.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>Who has to do something, in a few words.</summary>
    public string Who(Responsible by) => by.Account is { } account ? account == Person.Author.Account ? "you" : WithCover(account)
        : by.Team is { } team ? team == Person.Author.Team ? "nobody named yet" : desk.Accounts.TeamName(team) : CaseWords.Agency(by.Agency);

    /// <summary>The address of this page with something else chosen; what is not named stays.</summary>
    public string Address(string? show, bool? ofTeam = null, bool? newest = null, int page = 1)
    {
        List<string> said = [];
        if (show is not null) said.Add($"show={show}");
        if (On is { } day && show is null && (page > 1 || ofTeam is not null || newest is not null)) said.Add($"on={day:yyyy-MM-dd}");
        if ((ofTeam ?? IsOfTeam) != BeginsOfTeam) said.Add($"of={(ofTeam ?? IsOfTeam ? "team" : "me")}");
        if (newest ?? IsNewestFirst) said.Add("sort=newest");
        if (page > 1) said.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return said.Count == 0 ? "/work" : $"/work?{string.Join('&', said)}";
    }

    /// <summary>Who covers for them and whom they cover, in words; and what was said lately of the team that they answer for.</summary>
    public PostNotices Notices { get; private set; } = null!;

    private bool BeginsOfTeam { get; set; }

    private string WithCover(Guid account) => desk.Accounts.NameOf(account)
        + (desk.Accounts.Now.Away(account, desk.Clock.GetUtcNow()) is var (who, until) ? $", away until {DecisionWords.Day(until)}: {who} covers" : "");

    // Whoever is shut out of a case is not told of it by what they had typed there.
    private bool IsOfTheirs(Unfinished one) => CaseOf(one) is not { } of || Found.Known.ContainsKey(of);

    private static Guid? CaseOf(Unfinished one)
    {
        var kept = Kept.Read(one.Draft.Text);
        return kept.Case ?? (Guid.TryParseExact(Check.Typed.Read(kept.Fields)[Recording.ChangeIn], "N", out var changed) ? changed : null);
    }

    /// <summary>The page.</summary>
    public async Task OnGetAsync()
    {
        var viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        Person = desk.Accounts.Person(viewer);
        Notices = new(desk.Accounts.Register, viewer, desk.Clock.GetUtcNow());
        BeginsOfTeam = WorkLines.BeginsOfTeam(viewer);
        IsOfTeam = Request.Query["of"].ToString() switch { "team" => true, "me" => false, _ => BeginsOfTeam };
        List = new(viewer, IsOfTeam, desk.Rules, London.DayOf(desk.Clock.GetUtcNow()));
        var unfinished = keeping.Of(viewer, out var damaged);
        var filter = Chosen == "all" ? new(null) : On is { } day ? List.Filter(null) with { From = day, To = day } : List.Filter(Chosen);
        Found = await desk.Cases.Work(viewer, new(filter, (PageNumber - 1) * WorkLines.PageSize, WorkLines.PageSize)
        {
            IsNewestFirst = IsNewestFirst || Chosen == "all",
            Counted = [.. WorkLines.Tiles.Select(tile => List.Filter(tile.Key)), List.Inbox, List.Filter("no-date")],
            Known = [.. unfinished.Select(CaseOf).OfType<Guid>()],
        }, HttpContext.RequestAborted);
        Lines = [.. Found.Cases.Select(item => List.Line(item, filter)).OfType<WorkLine>()];
        Unfinished = [.. unfinished.Where(IsOfTheirs)];
        (Damaged, MayReport) = (damaged, Signing.MayReport(viewer));
        Response.Headers.CacheControl = "no-store";
    }
}
