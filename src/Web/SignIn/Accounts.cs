using System.Security.Claims;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Storage;

namespace Lapwing.Web.SignIn;

/// <summary>
/// Who can sign in, and who they are at this moment: everybody who has a post. Only the demonstration has accounts yet: they are fictional and need no
/// password.
/// </summary>
/// <param name="register">What was said of who there is until now.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where more is said; nowhere without it.</param>
public sealed class Accounts(StaffRegister register, TimeProvider clock, StaffLog? log = null)
{
    private readonly Lock turn = new();
    private volatile Known known = new(register);

    /// <summary>Who there is today.</summary>
    public Staff Now => known.On(clock.GetUtcNow());

    /// <summary>Who stands where: asked of an instant.</summary>
    public StandingIn Standing => known.Standing;

    /// <summary>What was said of who there is.</summary>
    public StaffRegister Register => known.Register;

    /// <summary>Somebody's name and job.</summary>
    public string NameOf(Guid account) => Now.NameOf(account);

    /// <summary>Who recorded something: somebody's name and job, and for whom they did it.</summary>
    public string NameOf(Casework.Cases.Author by) => Now.NameOf(by);

    /// <summary>What a team is called.</summary>
    public string TeamName(Guid team) => Now.TeamName(team);

    /// <summary>Whoever is signed in, as they stand now; nobody where nobody is, or where they have that post no more.</summary>
    public Viewer? Viewer(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParseExact(user.FindFirstValue(ClaimTypes.NameIdentifier), "N", out var account)
            && Guid.TryParseExact(user.FindFirstValue(SessionHandler.TeamClaim), "N", out var team) ? Find(account, team) : null;
    }

    /// <summary>Somebody in a post, as they stand now; nobody where they do not have it.</summary>
    public Viewer? Find(Guid account, Guid team) => Standing.Viewer(account, team, clock.GetUtcNow()) is { IsGone: false } viewer ? viewer : null;

    /// <summary>In whose place somebody reports: out of hours in that of the front door or desk that they cover, which goes on with it when it opens.</summary>
    public Viewer Reporting(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Others.FirstOrDefault(place => place.Through == Relation.OutOfHours && Receives(Register.Team(place.Team))) ?? viewer;
    }

    /// <summary>
    /// To which team a call is referred that somebody took: their own; the front door or desk that they cover at other hours, where it has opened meanwhile.
    /// </summary>
    public Guid ReceivingTeam(Viewer reporting)
    {
        ArgumentNullException.ThrowIfNull(reporting);
        return Register.Team(reporting.Team)?.Kind == TeamKind.OutOfHours && Register.TeamsCoveredBy(reporting.Team).FirstOrDefault(Receives) is { } door
            ? door.Id : reporting.Team;
    }

    private static bool Receives(Team? team) => team?.Kind is TeamKind.FrontDoor or TeamKind.ReferralDesk;

    /// <summary>Whether somebody is of a front door, of a team that covers others, or of a referral desk: they ask whether somebody is known.</summary>
    public bool IsOfFrontDoor(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Role.SeesCases() && Register.Team(viewer.Team)?.Kind is TeamKind.FrontDoor or TeamKind.OutOfHours or TeamKind.ReferralDesk;
    }

    /// <summary>Whoever is signed in, in the post in which they are.</summary>
    public Person Person(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Now.PostsOf(viewer.Account).First(person => person.Author.Team == viewer.Team);
    }

    /// <summary>
    /// Says more of who there is, if it is allowed by what is known when it is written: everything that stands against it, or nothing. It counts from this
    /// minute, for whoever is signed in too.
    /// </summary>
    /// <param name="by">Who says it.</param>
    /// <param name="changes">What, in order; all of it or nothing.</param>
    public async Task<IReadOnlyList<Casework.Cases.Refusal>> Say(Casework.Cases.Author by, params IReadOnlyList<StaffChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (log is null) throw new InvalidOperationException("nothing more is said of who there is here");
        while (true)
        {
            var (now, next, refused) = (clock.GetUtcNow(), Register, new List<Casework.Cases.Refusal>());
            var before = next.Changes.Count;
            List<RecordedChange> said = [.. changes.Select(change => new RecordedChange(by, now, change))];
            foreach (var one in said)
            {
                refused.AddRange(StaffGuards.Refusals(next, by, now, one.Change));
                next = next.With(one);
            }

            if (refused.Count > 0) return refused;
            var isDone = await log.Append(before, said);
            Know(isDone ? next : StaffRegister.Of(log.Read()));      // another said something meanwhile
            if (isDone) return [];
        }
    }

    /// <summary>Knows what was said of who there is; what is older than what is known is left: of two that were said at once the later counts.</summary>
    public void Know(StaffRegister one)
    {
        ArgumentNullException.ThrowIfNull(one);
        lock (turn)
        {
            if (one.Changes.Count > known.Register.Changes.Count) known = new(one);
        }
    }

    // Who has a post changes with the day and with what is said; everything else is asked of an instant.
    private sealed class Known(StaffRegister register)
    {
        private Staff? staff;
        private DateOnly day;

        public StaffRegister Register => register;

        public StandingIn Standing { get; } = new(register, WorkingDays.EnglandAndWales);

        public Staff On(DateTimeOffset now)
        {
            var today = London.DayOf(now);
            if (staff is { } known && day == today) return known;
            (staff, day) = (new(register, now), today);
            return staff;
        }
    }
}
