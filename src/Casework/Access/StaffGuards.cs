using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>
/// What stands against saying something of who there is, all of it at once, each beside its field. An account holder says it of their own organisation
/// alone, and gives nothing to themselves; whoever is away says who covers them, or somebody who answers for their team does.
/// </summary>
public static class StaffGuards
{
    private const string notForThemselves = "Another account holder names you: nobody gives a place to themselves";
    private static readonly Refusal notTheirs = new("", "An account holder of that organisation does this");

    /// <summary>Everything that stands against it.</summary>
    public static IEnumerable<Refusal> Refusals(StaffRegister register, Author by, DateTimeOffset at, StaffChange change)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(by);
        return change switch
        {
            TeamAdded added => Guard(register, by, added),
            AccountAdded added => Guard(by, added),
            PostGiven given => Guard(register, by, at, given),
            PostEnded ended => Guard(register, by, at, ended),
            AwayNamed away => Guard(register, by, at, away),
            AwayEnded ended => Guard(register, by, at, ended),
            LastResortNamed named => Guard(register, by, named),
            OutOfHoursNamed named => Guard(register, by, named),
            _ => [new("", "The partnership's own office does this")],
        };
    }

    /// <summary>Whether somebody is an account holder of an organisation.</summary>
    public static bool Holds(StaffRegister register, Author by, Guid? organisation)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(by);
        return by.Role == Role.AccountHolder && organisation is not null && register.OrganisationOf(by.Team)?.Id == organisation;
    }

    /// <summary>Whether somebody says who covers a post: whoever has it, who answers for its team, or an account holder of its organisation.</summary>
    public static bool MaySayAway(StaffRegister register, Author by, Post post)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(post);
        return post.IsOfCases && (post.Account == by.Account || (by.MaySign && by.Team == post.Team && by.For is null)
            || Holds(register, by, register.Team(post.Team)?.Organisation));
    }

    /// <summary>
    /// Whether somebody ends an absence before its last day: whoever is away, and whoever said that they are. Others rely on who covers, and name somebody
    /// else where that is needed.
    /// </summary>
    public static bool MaySayBack(StaffRegister register, Author by, Absence away)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(away);
        return by.For is null && (away.NamedBy == by.Account || register.Post(away.Post)?.Account == by.Account);
    }

    /// <summary>Who can cover a post, or take over what was open in it: everybody of the organisation who sees cases, but its holder.</summary>
    public static IEnumerable<Post> MayCover(StaffRegister register, Post post, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(post);
        var organisation = register.OrganisationOf(post.Team);
        return organisation is null ? [] : PostsIn(register, organisation.Id)
            .Where(one => one.IsOfCases && one.IsHeld(at) && one.Account != post.Account).DistinctBy(one => one.Account);
    }

    private static IEnumerable<Post> PostsIn(StaffRegister register, Guid organisation) =>
        register.TeamsOf(organisation).SelectMany(team => register.PostsIn(team.Id));

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, TeamAdded added)
    {
        if (!Holds(register, by, added.Organisation)) yield return notTheirs;
        if (ComparedText.IsEmpty(added.Name)) yield return new("name", "Enter what the team is called");
        else if (register.TeamsOf(added.Organisation).Any(team => ComparedText.Of(team.Name) == ComparedText.Of(added.Name)))
            yield return new("name", "There is a team of that name already");
        if (added.Kind is not { } kind) yield return new("kind", "Select what it is for");
        else if (register.Organisation(added.Organisation) is { } organisation && !TeamKinds.Of(organisation.Agency).Contains(kind))
            yield return new("kind", "Another kind of organisation has such a team: select what it is for in yours");
    }

    private static IEnumerable<Refusal> Guard(Author by, AccountAdded added)
    {
        if (by.Role != Role.AccountHolder) yield return notTheirs;
        if (ComparedText.IsEmpty(added.Name)) yield return new("name", "Enter their name");
    }

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, DateTimeOffset at, PostGiven given)
    {
        var team = register.Team(given.Team);
        if (team is null) yield return new("team", "Select their team");
        else if (!Holds(register, by, team.Organisation)) yield return notTheirs;
        if (given.Account == by.Account) yield return new("", "Another account holder gives you a post: nobody gives one to themselves");
        else if (!IsOfTheirs(register, given.Account, team?.Organisation)) yield return new("", "Select somebody of your own organisation");
        if (given.Role is null) yield return new("role", "Select what they may do");
        else if (team is not null && given.Role != Role.AccountHolder && !Roles.Of(register.Organisation(team.Organisation)!.Agency).Contains(given.Role.Value))
            yield return new("role", "That is no role of your organisation");
        else if (team is not null && (team.Kind == TeamKind.Office) == given.Role.Value.SeesCases())
            yield return new("team", team.Kind == TeamKind.Office
                ? "Whoever sees cases is of a team that has some"
                : "An account holder is of an office, which sees no case");
        if (ComparedText.IsEmpty(given.Job)) yield return new("job", "Enter what they are");
        if (given.Until < given.From) yield return new("until", "The last day is before the first");
        if (register.PostsOf(given.Account).Any(post => post.Team == given.Team && !post.IsOver(at) && post.From <= (given.Until ?? DateOnly.MaxValue)
            && (post.Until ?? DateOnly.MaxValue) >= given.From)) yield return new("team", "They have a post in that team then: end that first");
    }

    // A new account has no post yet, and is of nobody else's.
    private static bool IsOfTheirs(StaffRegister register, Guid account, Guid? organisation)
    {
        if (register.FindName(account) is null) return false;
        var posts = register.PostsOf(account).ToList();
        return posts.Count == 0 || posts.Exists(post => register.Team(post.Team)?.Organisation == organisation);
    }

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, DateTimeOffset at, PostEnded ended)
    {
        if (register.Post(ended.Post) is not { } post || post.IsOver(at))
        {
            yield return new("", "That post is over already");
            yield break;
        }

        var organisation = register.Team(post.Team)?.Organisation;
        if (!Holds(register, by, organisation)) yield return notTheirs;
        if (post.Role == Role.AccountHolder && !PostsIn(register, organisation!.Value).Any(other => other.Id != post.Id
            && other is { Role: Role.AccountHolder, Until: null } && other.IsHeld(at)))
            yield return new("", "Your organisation has no other account holder whose post has no last day: give somebody that post first");
        if (ended.TakenBy == by.Account) yield return new("taken-by", notForThemselves);
        if (ended.TakenBy is null && IsLeftUnanswered(register, post, London.DayOf(at), London.DayOf(at), at))
            yield return new("taken-by", "Nobody else answers for that team: select who takes over, or name the team of last resort first");
        if (ended.TakenBy is { } taken && MayCover(register, post, at).All(one => one.Account != taken))
            yield return new("taken-by", "Select somebody of your organisation");
    }

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, DateTimeOffset at, AwayNamed away)
    {
        if (register.Post(away.Post) is not { } post || !post.IsHeld(at))
        {
            yield return new("", "That post is over already");
            yield break;
        }

        if (!MaySayAway(register, by, post)) yield return new("", "Whoever is away says it, or somebody who answers for their team");
        if (away.From == default) yield return new("from", "Enter the first day");
        if (away.Until == default) yield return new("until", "Enter the last day");
        else if (away.Until < away.From) yield return new("until", "The last day is before the first");
        else if (away.Until < London.DayOf(at)) yield return new("until", "Enter a day that has not gone");
        // Whoever cannot end what another said names another cover: on these days it counts in the place of the first.
        else if (register.AbsencesFrom(post.Id).Any(other => other.EndedAt is null && other.From <= away.Until && other.Until >= away.From
            && MaySayBack(register, by, other)))
            yield return new("from", "They are away on some of these days already: end that first");
        if (away.CoveredBy is { } cover && MayCover(register, post, at).All(one => one.Account != cover))
            yield return new("covered-by", "Select somebody of your organisation");
        if (by.Role == Role.AccountHolder && away.CoveredBy == by.Account) yield return new("covered-by", notForThemselves);
        if (away.CoveredBy is null && IsLeftUnanswered(register, post, away.From, away.Until, at))
            yield return new("covered-by", "Nobody else answers for that team on these days: select who covers");
    }

    // Whoever may sign goes, and neither of their team nor of that of last resort is anybody there, on all of these days, who may.
    private static bool IsLeftUnanswered(StaffRegister register, Post post, DateOnly from, DateOnly until, DateTimeOffset at)
    {
        bool IsThere(Post other) => other.Account != post.Account && other.Author(default).MaySign && !other.IsOver(at)
            && other.From <= from && (other.Until is null || other.Until >= until)
            && !register.AbsencesFrom(other.Id).Any(away => away.EndedAt is null && away.From <= until && away.Until >= from);
        return post.Author(default).MaySign && !register.PostsIn(post.Team).Any(IsThere)
            && !(register.OrganisationOf(post.Team)?.LastResort is { } last && register.PostsIn(last).Any(IsThere));
    }

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, DateTimeOffset at, AwayEnded ended)
    {
        if (register.Absence(ended.Of) is not { EndedAt: null } away || away.Until < London.DayOf(at)) yield return new("", "That is over already");
        else if (!MaySayBack(register, by, away))
            yield return new("", "Whoever is away says that they are back, or whoever said that they are away");
    }

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, LastResortNamed named)
    {
        if (!Holds(register, by, named.Organisation)) yield return notTheirs;
        if (register.Team(named.Team) is not { } team || team.Kind is TeamKind.Office) yield return new("last-resort", "Select a team that sees cases");
        else if (!register.PostsIn(team.Id).Any(post => post.EndedAt is null && post.Author(default).MaySign))
            yield return new("last-resort", "Nobody of that team may sign: select another");
    }

    private static IEnumerable<Refusal> Guard(StaffRegister register, Author by, OutOfHoursNamed named)
    {
        if (register.Team(named.Team) is not { } team || !Holds(register, by, team.Organisation)) yield return notTheirs;
        else if (register.Team(named.By) is not { } other || other.Organisation != team.Organisation || other.Kind != TeamKind.OutOfHours)
            yield return new("by", "Select a team of your organisation that covers others");
        if (named.Open.Count == 0) yield return new("open", "Select the days on which the team is open");
    }
}
