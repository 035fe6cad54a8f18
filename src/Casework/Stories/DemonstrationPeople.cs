using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Stories;

/// <summary>Everybody of the demonstration. Their numbers follow from their names, and are the same on every day.</summary>
public static class DemonstrationPeople
{
    private const string Northfield = "Northfield School";
    private const string DutyTeam = "Social care duty team";
    private const string PoliceTeam = "Police public protection team";
    private const string Hillside = "Hillside Primary School";
    private const string AdviceTeam = "Education safeguarding service";

    /// <summary>Reports most of the concerns of Northfield School.</summary>
    public static readonly Person Teacher = Of("Hannah L.", "Teacher", Northfield, Role.Practitioner, Agency.Education);

    /// <summary>Sees every report of Northfield School, and signs.</summary>
    public static readonly Person SafeguardingLead = Of("Daniel M.", "Designated safeguarding lead", Northfield, Role.SafeguardingLead, Agency.Education);

    /// <summary>Of Northfield School too, and in no case.</summary>
    public static readonly Person Colleague = Of("Priya S.", "Teacher", Northfield, Role.Practitioner, Agency.Education);

    /// <summary>Sees what Southgate College reports, and nothing of Northfield School.</summary>
    public static readonly Person CollegeLead = Of("Grace T.", "Designated safeguarding lead", "Southgate College", Role.SafeguardingLead, Agency.Education);

    /// <summary>Receives and decides what is referred to social care.</summary>
    public static readonly Person SocialWorker = Of("Martin O.", "Duty social worker", DutyTeam, Role.SocialWorker, Agency.SocialCare);

    /// <summary>Manages the duty team of social care.</summary>
    public static readonly Person Manager = Of("Ruth A.", "Team manager", DutyTeam, Role.SocialCareManager, Agency.SocialCare);

    /// <summary>Receives what is referred to the police, and reports concerns of their own.</summary>
    public static readonly Person Officer = Of("Samuel W.", "Police officer", PoliceTeam, Role.PoliceOfficer, Agency.Police);

    /// <summary>Supervises the police team.</summary>
    public static readonly Person Supervisor = Of("Elaine K.", "Police supervisor", PoliceTeam, Role.PoliceSupervisor, Agency.Police);

    /// <summary>Receives what is referred to health, and reports concerns of their own.</summary>
    public static readonly Person Nurse = Of("Joanna B.", "School nurse", "School nursing service", Role.HealthProfessional, Agency.Health);

    /// <summary>The LADO: the officer of the local authority who handles allegations against people who work with children.</summary>
    public static readonly Person LadoOfficer = Of("Colin R.", "LADO", "LADO service", Role.Lado, Agency.Lado);

    /// <summary>Runs the system, and sees no case.</summary>
    public static readonly Person Administrator = Of("Farah N.", "Administrator", "Partnership office", Role.Administrator, Agency.Partnership);

    /// <summary>Leads the safeguarding of a small school, and is away for some days.</summary>
    public static readonly Person HillsideLead = Of("Bea L.", "Designated safeguarding lead", Hillside, Role.SafeguardingLead, Agency.Education);

    /// <summary>Covers for her.</summary>
    public static readonly Person HillsideDeputy = Of("Adam C.", "Deputy safeguarding lead", Hillside, Role.SafeguardingLead, Agency.Education);

    /// <summary>Covers the duty team of social care in the evening, at night and at weekends.</summary>
    public static readonly Person NightWorker = Of("Nina F.", "Out-of-hours social worker", "Emergency duty team", Role.OutOfHoursWorker, Agency.SocialCare);

    /// <summary>Stands in where a school or club has nobody left.</summary>
    public static readonly Person Adviser = Of("Lena H.", "Education safeguarding adviser", AdviceTeam, Role.SafeguardingLead, Agency.Education);

    /// <summary>The same person, on two days of the week.</summary>
    public static readonly Person AdviserAsChair = Of("Lena H.", "Conference chair", "Conference chairs", Role.ConferenceChair, Agency.SocialCare);

    /// <summary>Led a club by himself, and has left it.</summary>
    public static readonly Person ClubLeader = Of("Stan P.", "Club leader", "Riverside Youth Club", Role.SafeguardingLead, Agency.Voluntary);

    /// <summary>Says who has which post in the school.</summary>
    public static readonly Person HillsideHolder = Of("Sue P.", "School business manager", "Hillside school office", Role.AccountHolder, Agency.Education);

    /// <summary>Says who has which post in children's social care.</summary>
    public static readonly Person CouncilHolder = Of("Ines R.", "Workforce officer", "Social care workforce office", Role.AccountHolder, Agency.SocialCare);

    /// <summary>All of them who have a post, in the order in which they are offered.</summary>
    public static IReadOnlyList<Person> All { get; } =
        [Teacher, SafeguardingLead, Colleague, CollegeLead, SocialWorker, Manager, Officer, Supervisor, Nurse, LadoOfficer, HillsideLead, HillsideDeputy,
            NightWorker, Adviser, AdviserAsChair, HillsideHolder, CouncilHolder, Administrator];

    /// <summary>Whoever sees most of what a case is: the one to begin with.</summary>
    public static Person StartHere => SafeguardingLead;

    /// <summary>What somebody sees who signs in as one of them, for whoever tries it out.</summary>
    public static string WhatTheySee(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return seen.GetValueOrDefault(person.Author.Account, "");
    }

    private static readonly Dictionary<Guid, string> seen = new()
    {
        [Teacher.Author.Account] = "Their own reports, from the worry to what became of it",
        [SafeguardingLead.Author.Account] = "All that Northfield School reports: what is due, what to sign",
        [Colleague.Author.Account] = "No case: what somebody sees who must not know",
        [CollegeLead.Author.Account] = "Southgate College alone: a class, bullying by several",
        [SocialWorker.Author.Account] = "Referrals to receive and decide, and the cases that they lead",
        [Manager.Author.Account] = "The team's cases, and who has opened them",
        [Officer.Author.Account] = "Referrals to the police, and reports of their own",
        [Supervisor.Author.Account] = "What the police are asked to sign, and who works on what",
        [Nurse.Author.Account] = "Reports of their own, and one in place of a safeguarding lead",
        [LadoOfficer.Author.Account] = "Allegations against people who work with children",
        [HillsideLead.Author.Account] = "What her school reports, and who covers it while she is away",
        [HillsideDeputy.Author.Account] = "His own work, and hers while she is away",
        [NightWorker.Author.Account] = "The duty team’s cases, in the evening, at night and at weekends alone",
        [Adviser.Author.Account] = "What a club left open that has nobody any more",
        [HillsideHolder.Author.Account] = "The people of one school: posts, cover, who has left. No case",
        [CouncilHolder.Author.Account] = "The people of children’s social care, and when their teams are covered. No case",
        [Administrator.Author.Account] = "No case, no name, no number",
    };

    /// <summary>Whoever has an account, or nobody.</summary>
    public static Person? Find(Guid account) => All.FirstOrDefault(person => person.Author.Account == account);

    /// <summary>What a team or setting is called, or nothing where it is none of these.</summary>
    public static string? TeamName(Guid team) => All.FirstOrDefault(person => person.Author.Team == team)?.Team;

    private static Person Of(string name, string job, string team, Role role, Agency agency) =>
        new(name, job, team, new(Story.IdOf($"account {name}"), role, agency, Story.IdOf(team)));
}
