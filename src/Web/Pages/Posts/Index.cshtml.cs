using Lapwing.Casework.Access;
using Lapwing.Web.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Posts;

/// <summary>
/// The people of an organisation by their teams, for whoever says who has which post; those of one team, for whoever answers for it. It says of nobody in
/// which case they are: of open duties a number.
/// </summary>
public sealed class PeopleAndPostsModel(Desk desk) : StaffPage(desk)
{
    private const int MostOnPage = 60;

    /// <summary>Their teams, or the one that was chosen.</summary>
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    /// <summary>All of their teams, to be chosen.</summary>
    public IReadOnlyList<Team> Choices { get; private set; } = [];

    /// <summary>Whether a team was chosen.</summary>
    public bool IsChosen { get; private set; }

    /// <summary>The ways to the other pages.</summary>
    public PageLinks PageLinks { get; private set; } = null!;

    /// <summary>What was said of it in the last days, the last first.</summary>
    public IReadOnlyList<RecordedChange> Lately { get; private set; } = [];

    private IReadOnlyList<Post> Posts { get; set; } = [];

    /// <summary>The posts of a team that somebody has or will have, on this page.</summary>
    public IEnumerable<Post> Of(Team team) => Posts.Where(post => post.Team == team.Id);

    /// <summary>How many duties are open with somebody there, of cases of which whoever asks may know: for account holders alone.</summary>
    public int Open(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return IsHolder && post.IsOfCases ? Desk.Cases.Service.OpenDuties(Viewer, post.Account, post.Team) : 0;
    }

    /// <summary>What they may say of a post: the address of each form, and its words.</summary>
    public IEnumerable<(string Address, string Words)> Links(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (StaffGuards.MaySayAway(Register, Viewer.Author, post)) yield return ($"/people/away/{post.Id:N}", "Away");
        if (!IsHolder) yield break;
        if (post.Account != Viewer.Account) yield return ($"/people/post/{post.Account:N}", "Another post");
        yield return ($"/people/end/{post.Id:N}", "End");
    }

    /// <summary>The page; for nobody else there is none.</summary>
    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        if (!IsHolder && !AnswersForTeam) return NotFound();
        Choices = IsHolder ? [.. Register.TeamsOf(Organisation.Id)] : [Register.Team(Viewer.Team)!];
        var chosen = Guid.TryParse(Request.Query["team"], out var id) ? Choices.FirstOrDefault(team => team.Id == id) : null;
        IsChosen = chosen is not null;
        var page = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, 999) : 1;
        var teams = chosen is null ? Choices : [chosen];
        var all = teams.SelectMany(team => Register.PostsIn(team.Id)).Where(post => !post.IsOver(Now)).ToList();
        Posts = [.. all.Skip((page - 1) * MostOnPage).Take(MostOnPage)];
        Teams = [.. teams.Where(team => all.Count <= MostOnPage || Of(team).Any())];
        PageLinks = new(other => $"/people?page={other}{(chosen is null ? "" : $"&team={chosen.Id:N}")}", page, all.Count > page * MostOnPage);
        var since = Now.AddDays(-7);
        Lately = [.. Choices.SelectMany(team => Register.ChangesOf(team.Id)).Where(change => change.At > since)
            .OrderByDescending(change => change.At).Take(12)];
        return Page();
    }
}
