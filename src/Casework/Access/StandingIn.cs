using System.Collections.Frozen;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>Who somebody is at an instant: asked of everybody who comes to a case.</summary>
public interface IStanding
{
    /// <summary>Somebody in one of their posts, with every place in which they stand besides; gone where they have no such post then.</summary>
    Viewer Viewer(Guid account, Guid team, DateTimeOffset at);

    /// <summary>Whoever recorded something, as they stand at an instant, in the post in which they may record it so; none where they have none.</summary>
    Viewer? Of(Author by, DateTimeOffset at);
}

/// <summary>
/// In whose place somebody stands at an instant: whom they cover, the teams that theirs covers by the clock, who has left their team or is away from it
/// with nobody named, and settings with nobody left. It is asked at every look and never stored, so that it begins and ends to the minute.
/// </summary>
/// <param name="register">Who there is.</param>
/// <param name="calendar">Which days are bank holidays.</param>
public sealed class StandingIn(StaffRegister register, WorkingDays calendar) : IStanding
{
    /// <summary>Who there is.</summary>
    public StaffRegister Register => register;

    /// <inheritdoc/>
    public Viewer Viewer(Guid account, Guid team, DateTimeOffset at)
    {
        if (register.Held(account, team, at) is not { } post || register.OrganisationOf(team) is not { } of)
            return new(account, Role.Practitioner, Agency.Partnership, team) { IsGone = true };
        var own = new Viewer(account, post.Role, of.Agency, team)
        {
            Sounds = register.SoundsOf(account),
            Leads = LedBy(account, at).Cast<Guid?>().FirstOrDefault(),
            Present = PresentIn(team, at),
        };
        return post.IsOfCases ? own with { Others = [.. Others(own, post, of, at).DistinctBy(one => (one.For, one.Team, one.Role))] } : own;
    }

    /// <inheritdoc/>
    public Viewer? Of(Author by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        return register.PostsOf(by.Account).Where(post => post.IsHeld(at)).Select(post => Viewer(by.Account, post.Team, at))
            .FirstOrDefault(viewer => viewer.Places.Any(place => place.Author == by));
    }

    /// <summary>From which day to which somebody is away from a post, as it was said last of these days; none where they are not.</summary>
    public Absence? AwayFrom(Post post, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(post);
        return register.AbsencesFrom(post.Id).LastOrDefault(away => away.IsNow(at));
    }

    /// <summary>
    /// Who covers a post whose holder is away or has left: whoever was named, as long as they are there themselves. Cover is not handed on: where they are
    /// away too, it is for those who answer for the team.
    /// </summary>
    public Guid? CoverOf(Post post, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (register.OrganisationOf(post.Team) is not { } of) return null;
        var named = post.IsOver(at) ? post.TakenBy : AwayFrom(post, at)?.CoveredBy;
        return named is { } who && register.PostsOf(who).Any(one => IsPresent(one, at) && register.OrganisationOf(one.Team) == of) ? who : null;
    }

    /// <summary>
    /// Who stands in a place besides whom it is for, and until which day: whoever covers somebody who is away or has left, and the team that covers theirs by
    /// the clock. In words of accounts and teams; who answers for a team, and the team of last resort, are not named.
    /// </summary>
    public IEnumerable<(Guid? Account, Guid? Team, Relation Through, DateOnly? Until)> StandIns(Membership place, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Account is { } account)
        {
            foreach (var post in register.PostsOf(account).Where(post => post.IsOfCases && (place.In is null || post.Team == place.In)))
                if (!IsThereAgain(post, at) && CoverOf(post, at) is { } cover) yield return (cover, null, Relation.Covering, AwayFrom(post, at)?.Until);
        }
        else if (place.Team is { } team && register.Team(team) is { CoveredBy: { } other } one && one.IsCovered(at, calendar))
            yield return (null, other, Relation.OutOfHours, null);
    }

    /// <summary>Whether somebody has a post and is there.</summary>
    public bool IsPresent(Post post, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.IsOfCases && post.IsHeld(at) && AwayFrom(post, at) is null;
    }

    /// <summary>Whether nobody of a team is there, nor covers for anybody of it.</summary>
    public bool HasNobody(Guid team, DateTimeOffset at) =>
        !register.PostsIn(team).Any(post => IsPresent(post, at) || (post.IsHeld(at) && CoverOf(post, at) is not null));

    private IEnumerable<Viewer> Others(Viewer own, Post post, Organisation of, DateTimeOffset at)
    {
        var taken = register.TakenBy(post.Account).Where(left => !IsThereAgain(left, at));
        foreach (var covered in register.CoveredBy(post.Account).Select(away => register.Post(away.Post)).Concat(taken).OfType<Post>())
            if (covered.IsOfCases && covered.Account != post.Account && register.OrganisationOf(covered.Team) == of && CoverOf(covered, at) == post.Account)
                yield return InPlaceOf(own, covered, Relation.Covering, at) with { Role = covered.Role, ThroughUntil = AwayFrom(covered, at)?.Until };
        foreach (var left in LeftAlone(post.Team, at).Where(left => own.Author.MaySign || (left.Role == post.Role && IsOfColleagues(post.Team, at))))
            yield return InPlaceOf(own, left, Relation.ForTheTeam, at);
        foreach (var team in register.TeamsCoveredBy(post.Team).Where(team => team.IsCovered(at, calendar)))
            yield return own with { Team = team.Id, Agency = AgencyOf(team), Through = Relation.OutOfHours, Present = PresentIn(team.Id, at) };
        foreach (var team in register.TeamsRestingOn(post.Team))
            foreach (var place in OfLastResort(own, team, at)) yield return place;
    }

    // Where those who could answer for a team are gone and others are there, these keep what is the team's, and what one person had goes on.
    private IEnumerable<Viewer> OfLastResort(Viewer own, Team team, DateTimeOffset at)
    {
        var isEmpty = HasNobody(team.Id, at) && register.PostsIn(team.Id).Any(post => post.IsOfCases && post.From <= London.DayOf(at));
        var standing = own.Author.MaySign && Roles.Of(AgencyOf(team)).Contains(Role.SafeguardingLead) ? own with { Role = Role.SafeguardingLead } : own;
        if (isEmpty) yield return standing with { Team = team.Id, Agency = AgencyOf(team), Through = Relation.LastResort, Present = PresentIn(team.Id, at) };
        if (!isEmpty && register.PostsIn(team.Id).Any(post => IsPresent(post, at) && post.Author(own.Agency).MaySign)) yield break;
        foreach (var left in LeftAlone(team.Id, at)) yield return InPlaceOf(standing, left, Relation.LastResort, at);
    }

    // Whoever has left, or is away with nobody there who covers: not whoever has another post in the same team.
    private IEnumerable<Post> LeftAlone(Guid team, DateTimeOffset at) => register.PostsIn(team).Where(post => post.IsOfCases
        && (post.IsOver(at) || (post.IsHeld(at) && AwayFrom(post, at) is not null)) && CoverOf(post, at) is null
        && !register.PostsIn(team).Any(other => other.Account == post.Account && IsPresent(other, at)));

    // Whoever has another post in the same team is there, and needs nobody for the one that is over.
    private bool IsThereAgain(Post left, DateTimeOffset at) =>
        left.IsOver(at) && register.PostsIn(left.Team).Any(other => other.Account == left.Account && other.IsHeld(at));

    // A team on which others rely, and of which no role may sign: of the LADO, of nurses. A setting rests on its team of last resort instead.
    private bool IsOfColleagues(Guid team, DateTimeOffset at) => register.Team(team) is { Kind: not TeamKind.Setting }
        && !register.PostsIn(team).Any(post => post.IsHeld(at) && post.Author(default).MaySign);

    private FrozenSet<Guid> PresentIn(Guid team, DateTimeOffset at)
    {
        var posts = register.PostsIn(team).ToList();
        var covering = posts.Where(post => AwayFrom(post, at) is not null || post.IsOver(at)).Select(post => CoverOf(post, at)).OfType<Guid>();
        var byTheClock = register.Team(team) is { CoveredBy: { } other } one && one.IsCovered(at, calendar)
            ? register.PostsIn(other).Where(post => post.IsHeld(at)).Select(post => post.Account) : [];
        return posts.Where(post => post.IsHeld(at)).Select(post => post.Account).Concat(covering).Concat(byTheClock).ToFrozenSet();
    }

    private IEnumerable<Guid> LedBy(Guid account, DateTimeOffset at) =>
        register.PostsOf(account).Where(post => post.Role == Role.SafeguardingLead && post.IsHeld(at)).Select(post => post.Team);

    private Viewer InPlaceOf(Viewer own, Post covered, Relation through, DateTimeOffset at) => own with
    {
        Team = covered.Team,
        Agency = register.OrganisationOf(covered.Team)!.Agency,
        For = covered.Account == own.Account ? null : covered.Account,
        ForSounds = register.SoundsOf(covered.Account),
        Leads = LedBy(own.Account, at).Contains(covered.Team) ? covered.Team : own.Leads,
        Present = null,
        Through = through,
    };

    private Agency AgencyOf(Team team) => register.Organisation(team.Organisation)!.Agency;
}
