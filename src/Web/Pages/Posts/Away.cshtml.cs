using Lapwing.Casework.Access;
using Lapwing.Web.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Posts;

/// <summary>When somebody is away and who covers; whom they cover themselves.</summary>
public sealed class AwayModel(Desk desk) : StaffPage(desk)
{
    /// <summary>The post in which they are signed in.</summary>
    public Post Post => Register.Held(Viewer.Account, Viewer.Team, Now)!;

    /// <summary>Whom they cover now or later: the post and the days.</summary>
    public IEnumerable<(Post Post, Absence Away)> Covered => Register.CoveredBy(Viewer.Account)
        .Where(away => away.EndedAt is null && away.Until >= Today).OrderBy(away => away.From).Select(away => (Register.Post(away.Post)!, away));

    /// <summary>Who covers for them and in whose place they stand now, in words.</summary>
    public IReadOnlyList<string> Standing => new PostNotices(Register, Viewer, Now).Cover;

    /// <summary>The page.</summary>
    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        return Post.IsOfCases ? Page() : NotFound();
    }

    /// <summary>What stood against ending an absence; none where nothing did.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Ends an absence before its last day; one that is over, or not theirs to end, is left as it is, and that is said.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Guid.TryParse(Request.Query["end"], out var id)) return NotFound();
        Response.Headers.CacheControl = "no-store";
        if (await Desk.Accounts.Say(Viewer.Author, new AwayEnded(id)) is [var refused, ..])
        {
            Wrong = refused.Words;
            return Post.IsOfCases || IsHolder ? Page() : NotFound();
        }

        return Redirect(Request.Form["from"] == "people" ? "/people?saved=1" : "/away?saved=1");
    }
}
