using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Help;
using Lapwing.Casework.Stories;

namespace Lapwing.Casework.Tests.Access;

/// <summary>A small partnership whose people are said one by one: two schools, a club, the council with an advice team, a duty team and a night team.</summary>
internal sealed class Partnership
{
    public static readonly Guid Hill = Story.IdOf("hill"), Dale = Story.IdOf("dale"), Club = Story.IdOf("club"), Advice = Story.IdOf("advice"),
        Duty = Story.IdOf("duty"), Night = Story.IdOf("night"), North = Story.IdOf("north"), Office = Story.IdOf("office"), Workforce = Story.IdOf("workforce");

    public static readonly Author Holder = new(Story.IdOf("holder"), Role.AccountHolder, Agency.Education, Office),
        CouncilHolder = new(Story.IdOf("council holder"), Role.AccountHolder, Agency.SocialCare, Workforce);

    private static readonly Author administrator = new(Story.IdOf("administrator"), Role.Administrator, Agency.Partnership, default);

    public Partnership()
    {
        Organisation("hill trust", Agency.Education, (Hill, TeamKind.Setting), (Dale, TeamKind.Setting), (Office, TeamKind.Office));
        Organisation("club org", Agency.Voluntary, (Club, TeamKind.Setting));
        Organisation("advice org", Agency.Education, (Advice, TeamKind.CaseTeam));
        Organisation("council", Agency.SocialCare, (Duty, TeamKind.FrontDoor), (Night, TeamKind.OutOfHours), (North, TeamKind.CaseTeam),
            (Workforce, TeamKind.Office));
        Give("Bea L.", Hill, Role.SafeguardingLead);
        Give("Col M.", Hill, Role.SafeguardingLead);
        Give("Ada T.", Hill, Role.Practitioner);
        Give("Vic B.", Club, Role.SafeguardingLead);
        Give("Ed A.", Advice, Role.SafeguardingLead);
        Give("Dee S.", Duty, Role.SocialWorker);
        Give("Mo K.", Duty, Role.SocialCareManager);
        Give("Nik O.", Night, Role.OutOfHoursWorker);
        Give("Fay W.", North, Role.SocialCareManager);
        Give("holder", Office, Role.AccountHolder);
        Give("council holder", Workforce, Role.AccountHolder);
        Say(new LastResortNamed(Story.IdOf("club org"), Advice));
        Say(new LastResortNamed(Story.IdOf("hill trust"), Advice));
        Say(new OutOfHoursNamed(Duty, Night, [new(OpenDays.Monday | OpenDays.Tuesday | OpenDays.Wednesday | OpenDays.Thursday | OpenDays.Friday, new(9, 0),
            new(17, 0))]));
    }

    public StaffRegister Register { get; private set; } = StaffRegister.Empty;

    public static DateTimeOffset At(string london) => London.InstantOf(
        DateOnly.ParseExact(london[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly.ParseExact(london[11..], "HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Guid Account(string name) => Story.IdOf(name);

    public static Guid Post(string name, Guid team) => Story.IdOf($"post {name} {team}");

    public Author By(string name, Guid team) => Register.Post(Post(name, team))!.Author(Register.OrganisationOf(team)!.Agency);

    public Viewer Of(string name, Guid team, string london) => new StandingIn(Register, WorkingDays.EnglandAndWales).Viewer(Account(name), team, At(london));

    /// <summary>In whose place somebody stands, but their own: whom or which team, and why.</summary>
    public IEnumerable<(Guid Whom, Relation Why)> Others(string name, Guid team, string london) =>
        Of(name, team, london).Others.Select(one => (one.For ?? one.Team, one.Through!.Value));

    public void Give(string name, Guid team, Role role, string from = "2020-09-01", string? until = null)
    {
        if (Register.FindName(Account(name)) is null) Say(new AccountAdded(Account(name), name));
        Say(new PostGiven(Post(name, team), Account(name), team, role, "job", Day(from), until is null ? null : Day(until)));
    }

    public void Away(string name, Guid team, string? cover, string from, string until, string? saidAt = null) => Say(
        new AwayNamed(Story.IdOf($"away {name} {from}"), Post(name, team), cover is null ? null : Account(cover), Day(from), Day(until)), saidAt);

    public void Ends(string name, Guid team, string at, string? takenBy = null) =>
        Say(new PostEnded(Post(name, team), takenBy is null ? null : Account(takenBy)), at);

    public void Say(StaffChange change, string? at = null, Author? by = null) =>
        Register = Register.With(new(by ?? administrator, At(at ?? "2020-09-01T09:00"), change));

    public IEnumerable<string> Refused(Author by, StaffChange change, string at = "2026-07-17T16:00") =>
        StaffGuards.Refusals(Register, by, At(at), change).Select(refusal => refusal.Field).Distinct();

    private void Organisation(string name, Agency agency, params (Guid Id, TeamKind Kind)[] teams)
    {
        Say(new OrganisationAdded(Story.IdOf(name), name, agency));
        foreach (var (id, kind) in teams) Say(new TeamAdded(id, Story.IdOf(name), $"team {id:N}"[..9], kind));
    }
}
