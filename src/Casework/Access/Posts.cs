using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Help;

namespace Lapwing.Casework.Access;

/// <summary>What a team is for.</summary>
public enum TeamKind
{
    /// <summary>A setting: a school, a college, a club, a surgery. It reports, and is told.</summary>
    Setting,

    /// <summary>A team that works on cases: assessment, investigation, nursing, the LADO's.</summary>
    CaseTeam,

    /// <summary>Where children's social care receives what comes to it.</summary>
    FrontDoor,

    /// <summary>Where the police receive what comes to them.</summary>
    ReferralDesk,

    /// <summary>Covers other teams of its organisation outside their hours.</summary>
    OutOfHours,

    /// <summary>Sees no case: whoever says who has which post, and the partnership's own office.</summary>
    Office,
}

/// <summary>What follows from the kind of a team.</summary>
public static class TeamKinds
{
    /// <summary>
    /// The kinds of team that an organisation has: what comes to a service comes to that service alone, and nobody else asks whether somebody is known
    /// (procedure 22).
    /// </summary>
    public static IReadOnlyList<TeamKind> Of(Agency agency) => agency switch
    {
        Agency.SocialCare => [TeamKind.CaseTeam, TeamKind.FrontDoor, TeamKind.OutOfHours, TeamKind.Office],
        Agency.Police => [TeamKind.CaseTeam, TeamKind.ReferralDesk, TeamKind.OutOfHours, TeamKind.Office],
        Agency.Lado or Agency.Partnership => [TeamKind.CaseTeam, TeamKind.Office],
        _ => [TeamKind.Setting, TeamKind.CaseTeam, TeamKind.Office],
    };
}

/// <summary>An organisation that is in the partnership: a council's children's social care, a police force, a trust, a school.</summary>
/// <param name="Id">Random.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Agency">Its kind.</param>
public sealed record Organisation(Guid Id, string Name, Agency Agency)
{
    /// <summary>The team that stands in where a team of it has nobody left; none until somebody has named it.</summary>
    public Guid? LastResort { get; init; }
}

/// <summary>A team of an organisation; a school is one team.</summary>
/// <param name="Id">Random.</param>
/// <param name="Organisation">Of which organisation.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is for.</param>
public sealed record Team(Guid Id, Guid Organisation, string Name, TeamKind Kind)
{
    /// <summary>The team that covers it by the clock whenever it is not open; none where nobody does.</summary>
    public Guid? CoveredBy { get; init; }

    /// <summary>When it is open itself, on a London wall.</summary>
    public Hours Open { get; init; } = Hours.Always;

    /// <summary>Whether another team covers it at this instant.</summary>
    public bool IsCovered(DateTimeOffset at, WorkingDays calendar) => CoveredBy is not null && !Open.At(London.TimeOf(at), calendar);
}

/// <summary>What somebody does in a team, from day to day. Somebody can have several, and acts in one.</summary>
/// <param name="Id">Random.</param>
/// <param name="Account">Whose.</param>
/// <param name="Team">Of which team.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Job">What they are.</param>
/// <param name="From">The first London day.</param>
/// <param name="Until">The last London day; none without an end.</param>
public sealed record Post(Guid Id, Guid Account, Guid Team, Role Role, string Job, DateOnly From, DateOnly? Until)
{
    /// <summary>When it was ended, to the instant; none where it ends by its day, or not at all.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who took over what was open when it was ended; none where it is the team's.</summary>
    public Guid? TakenBy { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver(DateTimeOffset at) => EndedAt <= at || London.DayOf(at) > Until;

    /// <summary>Whether somebody has it.</summary>
    public bool IsHeld(DateTimeOffset at) => London.DayOf(at) >= From && !IsOver(at);

    /// <summary>Whether whoever has it is of those with cases: not of those who say who has which post, run the system or read its records.</summary>
    public bool IsOfCases => Role.SeesCases();

    /// <summary>As the author of what is recorded in it.</summary>
    public Author Author(Agency agency) => new(Account, Role, agency, Team);
}

/// <summary>Days on which somebody is away from a post, and who covers it.</summary>
/// <param name="Id">Random.</param>
/// <param name="Post">From which post.</param>
/// <param name="CoveredBy">Whose account covers it; none where it is for those who answer for the team.</param>
/// <param name="From">The first London day.</param>
/// <param name="Until">The last London day.</param>
public sealed record Absence(Guid Id, Guid Post, Guid? CoveredBy, DateOnly From, DateOnly Until)
{
    /// <summary>Whose account named it; none where that is not known.</summary>
    public Guid? NamedBy { get; init; }

    /// <summary>When it was ended before its last day; none where it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether they are away at this instant: from the first minute of the first day to the last of the last, in London.</summary>
    public bool IsNow(DateTimeOffset at) => !(EndedAt <= at) && London.DayOf(at) is var day && day >= From && day <= Until;
}
