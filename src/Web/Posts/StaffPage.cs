using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Web.Cases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Posts;

/// <summary>A page about who there is: of posts, cover and teams, and of no case.</summary>
public abstract class StaffPage(Desk desk) : PageModel
{
    /// <summary>What it is given.</summary>
    protected Desk Desk => desk;

    /// <summary>Whoever is signed in.</summary>
    public Viewer Viewer => field ??= desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");

    /// <summary>Who there is.</summary>
    public StaffRegister Register => desk.Accounts.Register;

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; } = desk.Clock.GetUtcNow();

    /// <summary>The London day.</summary>
    public DateOnly Today => London.DayOf(Now);

    /// <summary>Their organisation.</summary>
    public Organisation Organisation => Register.OrganisationOf(Viewer.Team)!;

    /// <summary>Whether they say who has which post in it.</summary>
    public bool IsHolder => StaffGuards.Holds(Register, Viewer.Author, Organisation.Id);

    /// <summary>Whether they answer for their team: they see who of it is away, and say who covers.</summary>
    public bool AnswersForTeam => Viewer.Author.MaySign;

    /// <summary>The days on which somebody is away from a post, now or later.</summary>
    public IEnumerable<Absence> Away(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Register.AbsencesFrom(post.Id).Where(away => away.EndedAt is null && away.Until >= Today).OrderBy(away => away.From);
    }

    /// <summary>Days away, and who covers, in words.</summary>
    public string Words(Absence away)
    {
        ArgumentNullException.ThrowIfNull(away);
        var days = away.From == away.Until ? Casework.Triage.DecisionWords.Day(away.From)
            : $"{Casework.Triage.DecisionWords.Day(away.From)} to {Casework.Triage.DecisionWords.Day(away.Until)}";
        return $"{days}: {(away.CoveredBy is { } by ? $"{Register.NameOf(by)} covers" : "those who answer for the team cover")}";
    }

    /// <summary>Whether they may end an absence.</summary>
    public bool MayEnd(Absence away)
    {
        ArgumentNullException.ThrowIfNull(away);
        return StaffGuards.MaySayBack(Register, Viewer.Author, away);
    }
}
