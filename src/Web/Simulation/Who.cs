using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Simulation;

/// <summary>Who of the demonstration's people does something.</summary>
internal static class Who
{
    private static readonly (Person What, double Weight)[] often =
    [
        (SafeguardingLead, 6), (Teacher, 4), (CollegeLead, 1), (SocialWorker, 7), (Manager, 3), (Officer, 8), (Supervisor, 2), (Nurse, 1), (LadoOfficer, 1),
    ];

    private static readonly Dictionary<Guid, (Person What, double Weight)[]> byTeam =
        often.GroupBy(one => one.What.Author.Team).ToDictionary(team => team.Key, team => team.ToArray());

    /// <summary>Who can be the second person.</summary>
    public static IReadOnlyList<Person> Signers { get; } = [SafeguardingLead, CollegeLead, Manager, Supervisor];

    /// <summary>Somebody who answers for a duty.</summary>
    public static Person Of(History history, Responsible by) => by.Account is { } account && Find(account) is { } person ? OrLead(history, person)
        : OfTeam(history.Chance, by.Team ?? TeamOf(history, by.Agency));

    /// <summary>Somebody of a team.</summary>
    public static Person OfTeam(Chance chance, Guid team) => chance.Of(byTeam[team]);

    /// <summary>Somebody of the setting that reported.</summary>
    public static Person OfSetting(History history) => OrLead(history, history.Plan.Reporter);

    /// <summary>Who takes a call to a service.</summary>
    public static Person Called(Chance chance, Recipient to) => OfTeam(chance, (to.Name switch
    {
        "police" or "prevent" => Officer,
        "health" => Nurse,
        "lado" => LadoOfficer,
        _ => SocialWorker,
    }).Author.Team);

    // A teacher's lead does some of it for them.
    private static Person OrLead(History history, Person person) => person == Teacher && history.Chance.Is(0.35) ? SafeguardingLead : person;

    private static Guid TeamOf(History history, Agency agency) => (history.Plan.Reporter.Author.Agency == agency ? history.Plan.Reporter
        : All.First(one => one.Author.Agency == agency && one != Colleague)).Author.Team;
}
