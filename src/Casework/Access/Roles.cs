using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>What there is of roles: which an organisation gives, what each is called, and which see cases at all.</summary>
public static class Roles
{
    private static readonly IReadOnlyList<(Agency Agency, Role[] Roles)> all =
    [
        (Agency.Education, [Role.Practitioner, Role.SafeguardingLead]),
        (Agency.SocialCare, [Role.DutyOfficer, Role.SocialWorker, Role.SocialCareManager, Role.OutOfHoursWorker, Role.ConferenceChair]),
        (Agency.Police, [Role.DutyOfficer, Role.PoliceOfficer, Role.PoliceSupervisor]),
        (Agency.Health, [Role.HealthProfessional, Role.SafeguardingLead]),
        (Agency.Lado, [Role.Lado, Role.ConferenceChair]),
        (Agency.Voluntary, [Role.Practitioner, Role.SafeguardingLead]),
        (Agency.Partnership, [Role.Auditor, Role.Administrator]),
    ];

    /// <summary>The roles of those who see cases, in a kind of organisation.</summary>
    public static IReadOnlyList<Role> Of(Agency agency) => all.First(one => one.Agency == agency).Roles;

    /// <summary>Whether whoever has it sees cases: those who say who has which post, run the system or read its records see none.</summary>
    public static bool SeesCases(this Role role) => role is not (Role.AccountHolder or Role.Administrator or Role.Auditor);

    /// <summary>A role, in words.</summary>
    public static string Words(Role role) => role switch
    {
        Role.Practitioner => "Practitioner",
        Role.SafeguardingLead => "Safeguarding lead or deputy",
        Role.SocialWorker => "Social worker",
        Role.SocialCareManager => "Social care manager",
        Role.PoliceOfficer => "Police officer",
        Role.PoliceSupervisor => "Police supervisor",
        Role.HealthProfessional => "Health professional",
        Role.Lado => "LADO",
        Role.Auditor => "Auditor",
        Role.Administrator => "Administrator",
        Role.DutyOfficer => "Duty officer",
        Role.OutOfHoursWorker => "Out-of-hours worker",
        Role.ConferenceChair => "Conference chair or reviewing officer",
        _ => "Account holder",
    };

    /// <summary>What whoever has it may do, in words.</summary>
    public static string What(Role role) => role switch
    {
        Role.Practitioner => "Reports worries, makes referrals, tells parents as agreed",
        Role.SafeguardingLead => "The same; sees what the setting reports, signs that less is done",
        Role.SocialWorker => "Receives and decides referrals, leads cases and works on them",
        Role.SocialCareManager => "The same; assigns, signs, opens a case in an emergency",
        Role.PoliceOfficer => "Receives referrals, investigates",
        Role.PoliceSupervisor => "The same; assigns, signs, opens a case in an emergency",
        Role.HealthProfessional => "Takes part, answers, receives what is referred to health",
        Role.Lado => "Handles allegations against people who work with children",
        Role.Auditor => "Reads what a grant names",
        Role.Administrator => "Runs the system, sees no case",
        Role.DutyOfficer => "Receives referrals, asks, adds to a report; does not decide",
        Role.OutOfHoursWorker => "As a social worker, for the teams that are covered outside their hours",
        Role.ConferenceChair => "Reads the cases that they are added to, and answers",
        _ => "Says who has which post, sees no case",
    };
}
