using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Help;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Casework.Stories;

/// <summary>
/// Who there is in the demonstration, said as a partnership says it: organisations, teams, posts; a school whose lead is away, a club whose only leader has
/// left, and a duty team that is covered outside its hours.
/// </summary>
public static class DemonstrationPosts
{
    private static readonly DateOnly since = new(2020, 9, 1);

    private static readonly IReadOnlyList<(string Name, Agency Agency, (string Team, TeamKind Kind)[] Teams)> organisations =
    [
        ("Northfield School", Agency.Education, [("Northfield School", TeamKind.Setting)]),
        ("Southgate College", Agency.Education, [("Southgate College", TeamKind.Setting)]),
        ("Hillside Primary School", Agency.Education, [("Hillside Primary School", TeamKind.Setting), ("Hillside school office", TeamKind.Office)]),
        ("Riverside Youth Club", Agency.Voluntary, [("Riverside Youth Club", TeamKind.Setting)]),
        ("Council education service", Agency.Education, [("Education safeguarding service", TeamKind.CaseTeam)]),
        ("Children’s social care", Agency.SocialCare, [("Social care duty team", TeamKind.FrontDoor), ("Emergency duty team", TeamKind.OutOfHours),
            ("Conference chairs", TeamKind.CaseTeam), ("Social care workforce office", TeamKind.Office)]),
        ("Police", Agency.Police, [("Police public protection team", TeamKind.ReferralDesk)]),
        ("Community health services", Agency.Health, [("School nursing service", TeamKind.CaseTeam)]),
        ("LADO service", Agency.Lado, [("LADO service", TeamKind.CaseTeam)]),
        ("Partnership office", Agency.Partnership, [("Partnership office", TeamKind.Office)]),
    ];

    /// <summary>When the duty team is open: it is covered whenever it is not.</summary>
    public static readonly IReadOnlyList<OpenSpan> OfficeHours =
        [new(OpenDays.Monday | OpenDays.Tuesday | OpenDays.Wednesday | OpenDays.Thursday | OpenDays.Friday, new(9, 0), new(17, 0))];

    /// <summary>The post of somebody.</summary>
    public static Guid PostOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Story.IdOf($"post {person.Name} {person.Team}");
    }

    /// <summary>What follows from all of it on a day.</summary>
    public static StaffRegister Register(DateOnly today) => StaffRegister.Of(Changes(today));

    /// <summary>All that was said, in order, by whoever runs the demonstration.</summary>
    public static IReadOnlyList<RecordedChange> Changes(DateOnly today)
    {
        var begun = London.InstantOf(since, new(9, 0));
        List<RecordedChange> all = [.. Beginning().Select(change => new RecordedChange(Administrator.Author, begun, change))];
        var (first, last) = Away(today);
        all.Add(new(HillsideLead.Author, London.InstantOf(first.AddDays(-1), new(15, 40)),
            new AwayNamed(Story.IdOf("away"), PostOf(HillsideLead), HillsideDeputy.Author.Account, first, last)));
        all.Add(new(Administrator.Author, London.InstantOf(ClubClosedOn(today), new(17, 30)), new PostEnded(PostOf(ClubLeader), null)));
        return all;
    }

    /// <summary>From which day to which the lead of the small school is away.</summary>
    public static (DateOnly First, DateOnly Last) Away(DateOnly today) => (today.AddDays(-12), today.AddDays(16));

    /// <summary>The day on which the club's only leader left.</summary>
    public static DateOnly ClubClosedOn(DateOnly today) => today.AddDays(-2);

    private static IEnumerable<StaffChange> Beginning()
    {
        foreach (var (name, agency, teams) in organisations)
        {
            yield return new OrganisationAdded(OrganisationOf(name), name, agency);
            foreach (var (team, kind) in teams) yield return new TeamAdded(Story.IdOf(team), OrganisationOf(name), team, kind);
        }

        foreach (var person in All.Append(ClubLeader).DistinctBy(person => person.Author.Account))
            yield return new AccountAdded(person.Author.Account, person.Name);
        foreach (var person in All.Append(ClubLeader))
            yield return new PostGiven(PostOf(person), person.Author.Account, person.Author.Team, person.Author.Role, person.Job, since, null);
        foreach (var (name, agency, _) in organisations)
            if (agency is Agency.Education or Agency.Voluntary && name != "Council education service")
                yield return new LastResortNamed(OrganisationOf(name), Adviser.Author.Team);
        yield return new OutOfHoursNamed(SocialWorker.Author.Team, NightWorker.Author.Team, OfficeHours);
    }

    private static Guid OrganisationOf(string name) => Story.IdOf($"organisation {name}");
}
