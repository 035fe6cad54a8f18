using System.Collections.Immutable;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>
/// Who there is in a partnership: organisations, teams, people with their posts, who is away and who covers whom. It follows from what was recorded of
/// it, in order, and never changes: a later one is another.
/// </summary>
public sealed class StaffRegister
{
    private ILookup<Guid, Post>? postsOfTeam, postsOf, takenBy;
    private ILookup<Guid, Absence>? absencesOf, coveredBy;
    private ILookup<Guid, Team>? teamsOf, teamsCovered, teamsRested;
    private ILookup<Guid, RecordedChange>? changesOf, changesAbout;
    private Dictionary<Guid, Organisation>? organisationsById;

    private StaffRegister()
    {
    }

    /// <summary>Nobody at all.</summary>
    public static StaffRegister Empty { get; } = new();

    /// <summary>Everything that was recorded, in order.</summary>
    public ImmutableList<RecordedChange> Changes { get; private init; } = [];

    /// <summary>The organisations, in the order in which they came in; and so the others.</summary>
    public ImmutableList<Organisation> Organisations { get; private init; } = [];

    /// <summary>Every team.</summary>
    public ImmutableList<Team> Teams { get; private init; } = [];

    /// <summary>Every post that was ever given.</summary>
    public ImmutableList<Post> Posts { get; private init; } = [];

    /// <summary>Every absence that was ever named.</summary>
    public ImmutableList<Absence> Absences { get; private init; } = [];

    private ImmutableDictionary<Guid, string> Names { get; init; } = ImmutableDictionary<Guid, string>.Empty;

    private ImmutableDictionary<Guid, int> PostPlaces { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    private ImmutableDictionary<Guid, int> TeamPlaces { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    /// <summary>What follows from all of these, in order.</summary>
    public static StaffRegister Of(IEnumerable<RecordedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Aggregate(Empty, (register, change) => register.With(change));
    }

    /// <summary>The same with one thing more. It was allowed when it was recorded: nothing is refused here.</summary>
    public StaffRegister With(RecordedChange recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var next = recorded.Change switch
        {
            OrganisationAdded added => Copy(organisations: Organisations.Add(new(added.Id, added.Name, added.Agency))),
            TeamAdded added => Copy(teams: Teams.Add(new(added.Id, added.Organisation, added.Name, added.Kind ?? TeamKind.CaseTeam)),
                teamPlaces: TeamPlaces.SetItem(added.Id, Teams.Count)),
            AccountAdded added => Copy(names: Names.SetItem(added.Id, added.Name)),
            PostGiven given => Copy(
                posts: Posts.Add(new(given.Id, given.Account, given.Team, given.Role ?? Role.Practitioner, given.Job, given.From, given.Until)),
                postPlaces: PostPlaces.SetItem(given.Id, Posts.Count)),
            PostEnded ended when PostPlaces.TryGetValue(ended.Post, out var place) =>
                Copy(posts: Posts.SetItem(place, Posts[place] with { EndedAt = recorded.At, TakenBy = ended.TakenBy })),
            AwayNamed away => Copy(absences: Absences.Add(new(away.Id, away.Post, away.CoveredBy, away.From, away.Until)
            {
                NamedBy = recorded.By.Account,
            })),
            AwayEnded ended => Copy(absences: [.. Absences.Select(away => away.Id == ended.Of ? away with { EndedAt = recorded.At } : away)]),
            LastResortNamed named => Copy(organisations:
                [.. Organisations.Select(one => one.Id == named.Organisation ? one with { LastResort = named.Team } : one)]),
            OutOfHoursNamed named when TeamPlaces.TryGetValue(named.Team, out var place) =>
                Copy(teams: Teams.SetItem(place, Teams[place] with { CoveredBy = named.By, Open = new([.. named.Open]) })),
            _ => this,
        };
        return next.Copy(changes: Changes.Add(recorded));
    }

    /// <summary>A post by its number, or none.</summary>
    public Post? Post(Guid id) => PostPlaces.TryGetValue(id, out var place) ? Posts[place] : null;

    /// <summary>An absence by its number, or none.</summary>
    public Absence? Absence(Guid id) => Absences.Find(one => one.Id == id);

    /// <summary>A team by its number, or none.</summary>
    public Team? Team(Guid id) => TeamPlaces.TryGetValue(id, out var place) ? Teams[place] : null;

    /// <summary>An organisation by its number, or none.</summary>
    public Organisation? Organisation(Guid id) => (organisationsById ??= Organisations.ToDictionary(one => one.Id)).GetValueOrDefault(id);

    /// <summary>The organisation of a team, or none.</summary>
    public Organisation? OrganisationOf(Guid team) => Team(team) is { } one ? Organisation(one.Organisation) : null;

    /// <summary>The teams of an organisation.</summary>
    public IEnumerable<Team> TeamsOf(Guid organisation) => (teamsOf ??= Teams.ToLookup(team => team.Organisation))[organisation];

    /// <summary>The teams that a team covers outside their hours.</summary>
    public IEnumerable<Team> TeamsCoveredBy(Guid team) =>
        (teamsCovered ??= Teams.Where(one => one.CoveredBy is not null).ToLookup(one => one.CoveredBy!.Value))[team];

    /// <summary>The teams for which a team stands in where nobody of them is left.</summary>
    public IEnumerable<Team> TeamsRestingOn(Guid team) => (teamsRested ??= Teams.Select(one => (Team: one, Organisation(one.Organisation)?.LastResort))
        .Where(one => one.LastResort is { } named && named != one.Team.Id).ToLookup(one => one.LastResort!.Value, one => one.Team))[team];

    /// <summary>What was said of a team, in order.</summary>
    public IEnumerable<RecordedChange> ChangesOf(Guid team) => (changesOf ??= Changes.Select(one => (Change: one, Team: one.Change.TeamOf(this)))
        .Where(one => one.Team is not null).ToLookup(one => one.Team!.Value, one => one.Change))[team];

    /// <summary>What was said that concerns somebody: their posts, their being away, whom they cover. In order.</summary>
    public IEnumerable<RecordedChange> ChangesAbout(Guid account) =>
        (changesAbout ??= Changes.SelectMany(one => About(one.Change).Distinct().Select(who => (Change: one, Who: who)))
            .ToLookup(one => one.Who, one => one.Change))[account];

    private IEnumerable<Guid> About(StaffChange change) => change switch
    {
        PostGiven given => [given.Account],
        PostEnded ended => Both(Post(ended.Post), ended.TakenBy),
        AwayNamed away => AbsencesFrom(away.Post).Where(other => other.EndedAt is null && other.From <= away.Until && other.Until >= away.From)
            .Select(other => other.CoveredBy).OfType<Guid>().Concat(Both(Post(away.Post), away.CoveredBy)),
        AwayEnded ended when Absence(ended.Of) is { } away => Both(Post(away.Post), away.CoveredBy),
        _ => [],
    };

    private static IEnumerable<Guid> Both(Post? post, Guid? other) => new[] { post?.Account, other }.OfType<Guid>();

    /// <summary>What a team is called.</summary>
    public string TeamName(Guid team) => Team(team)?.Name ?? "A team";

    /// <summary>Somebody's name, whether they have a post still or not; none of whoever never had an account.</summary>
    public string? FindName(Guid account) => Names.GetValueOrDefault(account);

    /// <summary>Somebody's name.</summary>
    public string NameOf(Guid account) => FindName(account) is { } name ? Directed.Isolated(name) : "Somebody";

    /// <summary>How somebody's name sounds.</summary>
    public IReadOnlyList<string> SoundsOf(Guid account) => FindName(account) is { } name ? NameSounds.OfAccount(name) : [];

    /// <summary>The posts of somebody, those that are over included.</summary>
    public IEnumerable<Post> PostsOf(Guid account) => (postsOf ??= Posts.ToLookup(post => post.Account))[account];

    /// <summary>The posts of a team, those that are over included.</summary>
    public IEnumerable<Post> PostsIn(Guid team) => (postsOfTeam ??= Posts.ToLookup(post => post.Team))[team];

    /// <summary>The absences from a post.</summary>
    public IEnumerable<Absence> AbsencesFrom(Guid post) => (absencesOf ??= Absences.ToLookup(away => away.Post))[post];

    /// <summary>The absences that somebody was ever named to cover.</summary>
    public IEnumerable<Absence> CoveredBy(Guid account) =>
        (coveredBy ??= Absences.Where(away => away.CoveredBy is not null).ToLookup(away => away.CoveredBy!.Value))[account];

    /// <summary>The posts that were ended with somebody taking over.</summary>
    public IEnumerable<Post> TakenBy(Guid account) =>
        (takenBy ??= Posts.Where(post => post.TakenBy is not null).ToLookup(post => post.TakenBy!.Value))[account];

    /// <summary>The post that somebody has in a team at an instant, or none.</summary>
    public Post? Held(Guid account, Guid team, DateTimeOffset at) => PostsOf(account).FirstOrDefault(post => post.Team == team && post.IsHeld(at));

    private StaffRegister Copy(ImmutableList<RecordedChange>? changes = null, ImmutableList<Organisation>? organisations = null,
        ImmutableList<Team>? teams = null, ImmutableList<Post>? posts = null, ImmutableList<Absence>? absences = null,
        ImmutableDictionary<Guid, string>? names = null, ImmutableDictionary<Guid, int>? postPlaces = null,
        ImmutableDictionary<Guid, int>? teamPlaces = null) => new()
        {
            Changes = changes ?? Changes,
            Organisations = organisations ?? Organisations,
            Teams = teams ?? Teams,
            Posts = posts ?? Posts,
            Absences = absences ?? Absences,
            Names = names ?? Names,
            PostPlaces = postPlaces ?? PostPlaces,
            TeamPlaces = teamPlaces ?? TeamPlaces,
        };
}
