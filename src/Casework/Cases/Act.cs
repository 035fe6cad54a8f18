namespace Lapwing.Casework.Cases;

/// <summary>The kind of organisation that somebody works for.</summary>
public enum Agency
{
    /// <summary>Schools, colleges and early years.</summary>
    Education,

    /// <summary>Children's social care of the local authority.</summary>
    SocialCare,

    /// <summary>The police.</summary>
    Police,

    /// <summary>Health services.</summary>
    Health,

    /// <summary>The LADO: the officer of the local authority who handles allegations against people who work with children.</summary>
    Lado,

    /// <summary>Clubs, charities, faith groups.</summary>
    Voluntary,

    /// <summary>The partnership's own office: auditors and administrators.</summary>
    Partnership,
}

/// <summary>What somebody may do in a case that they may see.</summary>
public enum Role
{
    /// <summary>Anybody who works with children: raises a concern, makes and records a referral.</summary>
    Practitioner,

    /// <summary>The designated safeguarding lead of a setting, or a deputy: also the second person of an override.</summary>
    SafeguardingLead,

    /// <summary>Receives and decides referrals.</summary>
    SocialWorker,

    /// <summary>Assigns, signs, leaves duties open with a reason.</summary>
    SocialCareManager,

    /// <summary>Receives referrals, investigates.</summary>
    PoliceOfficer,

    /// <summary>A supervisor of the police.</summary>
    PoliceSupervisor,

    /// <summary>Takes part and answers.</summary>
    HealthProfessional,

    /// <summary>Handles allegations against people who work with children.</summary>
    Lado,

    /// <summary>Reads what a grant names.</summary>
    Auditor,

    /// <summary>Runs the system and sees no case.</summary>
    Administrator,

    /// <summary>Of a front door or a referral desk: receives, asks, adds to a report; does not decide.</summary>
    DutyOfficer,

    /// <summary>Covers teams of social care outside their hours: as a social worker, and decides on a referral while covering.</summary>
    OutOfHoursWorker,

    /// <summary>Chairs conferences and reviews plans of children: reads, answers, and leads nothing.</summary>
    ConferenceChair,

    /// <summary>Says for one organisation who has which post, who covers whom and who has left; sees no case.</summary>
    AccountHolder,
}

/// <summary>Who recorded something, as they were then: a later change of role or team alters no old entry.</summary>
/// <param name="Account">The account.</param>
/// <param name="Role">In which role.</param>
/// <param name="Agency">Of which kind of organisation.</param>
/// <param name="Team">Of which team or setting.</param>
public sealed record Author(Guid Account, Role Role, Agency Agency, Guid Team)
{
    /// <summary>In whose place they recorded it, with that person's role and team, because they covered for them; none where it was their own.</summary>
    public Guid? For { get; init; }

    /// <summary>Whether they are somebody, or stand in for them.</summary>
    public bool ActsFor(Guid? account) => account is not null && (account == Account || account == For);

    /// <summary>
    /// Whether they are another person altogether, and act for another: whoever covers somebody is no second person beside them, nor beside anybody else who
    /// does (casework: override).
    /// </summary>
    public bool IsApartFrom(Author other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !other.ActsFor(Account) && !other.ActsFor(For);
    }

    /// <summary>Whether they may be the second person of an override: a manager or a safeguarding lead.</summary>
    public bool MaySign => Role is Role.SafeguardingLead or Role.SocialCareManager or Role.PoliceSupervisor;
}

/// <summary>Somebody recording something, once: all entries of one form share it.</summary>
/// <param name="Id">Random, made with the form. The same one sent twice is one act.</param>
/// <param name="By">Who.</param>
/// <param name="RecordedAt">The instant at which it was recorded, in UTC.</param>
/// <param name="HappenedOn">The London day on which it happened.</param>
/// <param name="HappenedAt">The time on a London clock, where it is known.</param>
public sealed record Act(Guid Id, Author By, DateTimeOffset RecordedAt, DateOnly HappenedOn, TimeOnly? HappenedAt = null);
