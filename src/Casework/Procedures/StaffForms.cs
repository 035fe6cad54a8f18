using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Help;
using static Lapwing.Casework.Triage.DecisionWords;

namespace Lapwing.Casework.Procedures;

/// <summary>A form by which something is said of who there is.</summary>
/// <param name="Form">Its words and questions.</param>
/// <param name="Says">What it says, in order, from what it made.</param>
public sealed record StaffForm(CaseForm Form, Func<Content, IReadOnlyList<StaffChange>> Says)
{
    /// <summary>What is said before the questions.</summary>
    public string? Lead { get; init; }

    internal static StaffForm Of<T>(string heading, string purpose, string button, Func<Ask<T>, T> ask) where T : StaffChange =>
        new(CaseForm.Of(0, heading, purpose, ask) with { Button = button, IsToCorrect = false }, said => [(StaffChange)said]);
}

/// <summary>The forms by which it is said who has which post, who is away and who covers whom.</summary>
public static class StaffForms
{
    private static readonly IReadOnlyList<(string Key, string Words, TimeOnly From, TimeOnly To)> hours =
    [
        ("9-17", "9am to 5pm", new(9, 0), new(17, 0)), ("830-17", "8:30am to 5pm", new(8, 30), new(17, 0)), ("9-1730", "9am to 5:30pm", new(9, 0), new(17, 30)),
        ("8-18", "8am to 6pm", new(8, 0), new(18, 0)), ("8-20", "8am to 8pm", new(8, 0), new(20, 0)),
    ];

    private static readonly IReadOnlyList<(OpenDays Days, string Words)> days = [(OpenDays.Monday, "Monday"), (OpenDays.Tuesday, "Tuesday"),
        (OpenDays.Wednesday, "Wednesday"), (OpenDays.Thursday, "Thursday"), (OpenDays.Friday, "Friday"), (OpenDays.Saturday, "Saturday"),
        (OpenDays.Sunday, "Sunday"), (OpenDays.BankHoliday, "Bank holidays")];

    /// <summary>Somebody new, with their first post.</summary>
    public static StaffForm Somebody(StaffRegister register, Organisation organisation)
    {
        var name = "";
        var form = StaffForm.Of<PostGiven>("Add somebody", "add somebody", "Add them", f =>
        {
            name = f.Line(_ => "", "Their name", "Enter their name", member: "m => m.Name");
            return GivenTo(f, register, organisation, f.NewId);
        });
        return form with
        {
            Says = said => said is PostGiven given ? [new AccountAdded(given.Account, name), given] : [],
            Lead = "What they see and may do begins on their first day. Whoever answers for their team is told at once.",
        };
    }

    /// <summary>One more post of somebody.</summary>
    public static StaffForm Another(StaffRegister register, Organisation organisation, Guid account) => StaffForm.Of<PostGiven>(
        $"Give {register.NameOf(account)} another post", "give a post", "Give the post", f => GivenTo(f, register, organisation, account));

    /// <summary>A post ends, at once.</summary>
    public static StaffForm End(StaffRegister register, Post post, DateTimeOffset now, int open) => StaffForm.Of<PostEnded>(
        $"{register.NameOf(post.Account)} leaves {register.TeamName(post.Team)}", "end a post", "End the post now", f => new(post.Id,
            NamedOrNobody(f, open == 1 ? "Who takes over the duty that is open?" : $"Who takes over the {open} duties that are open?",
                "Nobody by name: those who answer for the team", Covers(register, post, now), "m => m.TakenBy")))
    with
    { Lead = "They are signed out, and see nothing of it any more, from this minute on. What they recorded stays." };

    /// <summary>Somebody is away from a post, and somebody covers.</summary>
    public static StaffForm Away(StaffRegister register, Post post, DateTimeOffset now, bool isOwn) => StaffForm.Of<AwayNamed>(
        isOwn ? "You are away" : $"{register.NameOf(post.Account)} is away", "say who covers", "Save", f => new(f.NewId, post.Id,
            NamedOrNobody(f, "Who covers?", "Nobody by name: those who answer for the team", Covers(register, post, now), "m => m.CoveredBy",
                "From the first minute of the first day to the last of the last they see what is seen in this post, and its duties are on their list."),
            f.Day(m => m.From, "First day", "Enter the first day") ?? default, f.Day(m => m.Until, "Last day", "Enter the last day") ?? default));

    /// <summary>One more team.</summary>
    public static StaffForm NewTeam(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return StaffForm.Of<TeamAdded>("Add a team", "add a team", "Add it", f => new(f.NewId, organisation.Id,
            f.Line(m => m.Name, "What it is called", "Enter what the team is called"),
            f.OneOf(m => m.Kind, "What it is for", "Select what it is for",
                [.. TeamKinds.Of(organisation.Agency).Select(kind => (kind, Words(kind), (string?)null))])));
    }

    /// <summary>The team that stands in where a team has nobody left.</summary>
    public static StaffForm LastResort(StaffRegister register, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(organisation);
        var teams = register.Teams.Where(team => team.Kind != TeamKind.Office).Select(team => (team.Id,
            $"{Directed.Isolated(team.Name)}, {Directed.Isolated(register.Organisation(team.Organisation)!.Name)}"));
        return StaffForm.Of<LastResortNamed>("The team of last resort", "name the team of last resort", "Save", f => new(organisation.Id,
            f.Among(m => m.Team, "Which team stands in where nobody of a team of yours is there?", "Select a team that sees cases", teams,
                words: register.TeamName)))
        with
        { Lead = "A club with one volunteer, a school in August: what is open then is on that team’s list in the same minute." };
    }

    /// <summary>When a team is open, and who covers it when it is not.</summary>
    public static StaffForm OutOfHours(StaffRegister register, Team team)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(team);
        return StaffForm.Of<OutOfHoursNamed>($"When {Directed.Isolated(team.Name)} is open", "say when a team is open", "Save", f =>
        {
            var by = f.Among(m => m.By, "Who covers it when it is not open?", "Select a team of your organisation that covers others",
                register.TeamsOf(team.Organisation).Where(other => other.Kind == TeamKind.OutOfHours)
                    .Select(other => (other.Id, other.Name)),
                words: register.TeamName);
            var on = f.AnyOf(_ => Array.Empty<OpenDays>(), "On which days is it open?", "Select the days on which the team is open",
                days.Select(day => (day.Days, new Offered($"{day.Days}", day.Words))), key: "open", member: "m => m.Days");
            var at = f.OneOf(_ => "", "From when to when?", "Select from when to when it is open", hours.Select(one => new Offered(one.Key, one.Words)),
                member: "m => m.Hours");
            var span = hours.FirstOrDefault(one => one.Key == at);
            var all = on.Aggregate(OpenDays.None, (some, day) => some | day);
            return new(team.Id, by, all == OpenDays.None || span.Key is null ? [] : [new(all, span.From, span.To)]);
        })
        with
        { Lead = "Outside these hours, and for exactly that long, the team that covers it sees what this team has. Every look stands on record." };
    }

    /// <summary>What a team is for, in words.</summary>
    public static string Words(TeamKind kind) => kind switch
    {
        TeamKind.Setting => "A setting: a school, a club, a surgery",
        TeamKind.CaseTeam => "Works on cases",
        TeamKind.FrontDoor => "Receives what comes to children’s social care",
        TeamKind.ReferralDesk => "Receives what comes to the police",
        TeamKind.OutOfHours => "Covers other teams outside their hours",
        _ => "An office: it sees no case",
    };

    /// <summary>From when to when, in words.</summary>
    public static string Days(DateOnly from, DateOnly? until) => until is { } last ? $"{Day(from)} to {Day(last)}" : $"since {Day(from)}";

    private static IEnumerable<(Guid, string)> Covers(StaffRegister register, Post post, DateTimeOffset now) => StaffGuards.MayCover(register, post, now)
        .OrderBy(one => one.Team != post.Team).Select(one => (one.Account,
            $"{register.NameOf(one.Account)}, {Directed.Isolated(one.Job)}"
                + (one.Team == post.Team ? "" : $", {Directed.Isolated(register.TeamName(one.Team))}")));

    // Nobody is an answer too, and is chosen: what somebody else relies on is not given up by a form that came in empty.
    private static Guid? NamedOrNobody<T>(Ask<T> f, string asked, string nobody, IEnumerable<(Guid Id, string Words)> all, string member, string? hint = null)
        where T : StaffChange
    {
        var chosen = f.OneOf(_ => "", asked, "Select somebody, or nobody by name",
            all.Select(one => new Offered($"{one.Id:N}", one.Words)).Append(new("none", nobody)), hint, isOfPeople: true, member: member);
        return Guid.TryParseExact(chosen, "N", out var id) ? id : null;
    }

    private static PostGiven GivenTo(Ask<PostGiven> f, StaffRegister register, Organisation organisation, Guid account)
    {
        var team = f.Among(m => m.Team, "Team", "Select their team",
            register.TeamsOf(organisation.Id).Select(one => (one.Id, one.Name)),
            words: register.TeamName);
        var role = f.OneOf(m => m.Role, "What they may do", "Select what they may do",
            [.. Roles.Of(organisation.Agency).Append(Role.AccountHolder).Select(one => (one, Roles.Words(one), (string?)Roles.What(one)))]);
        return new(f.NewPost, account, team, role, f.Line(m => m.Job, "What they are called there", "Enter what they are", "Such as teacher, or team manager."),
            f.Day(m => m.From, "First day", "Enter the first day") ?? default, f.Day(m => m.Until, "Last day, if it is known", null));
    }
}
