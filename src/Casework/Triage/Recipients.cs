namespace Lapwing.Casework.Triage;

/// <summary>Somebody to whom a concern is referred.</summary>
/// <param name="Name">The name in files and in the API.</param>
/// <param name="Words">Who it is, within a sentence, explained.</param>
public sealed record Recipient(string Name, string Words)
{
    /// <summary>Who it is, within a heading.</summary>
    public string Short { get; init; } = Words;

    /// <summary>The police. In danger: 999.</summary>
    public static readonly Recipient Police = new("police", "the police");

    /// <summary>Children's social care of the local authority, which also convenes every strategy discussion.</summary>
    public static readonly Recipient ChildrensSocialCare = new("childrens-social-care", "children's social care");

    /// <summary>Either meets the rule; the product recommends both.</summary>
    public static readonly Recipient PoliceOrSocialCare = new("police-or-social-care", "the police or children's social care");

    /// <summary>Urgent health help (N2).</summary>
    public static readonly Recipient Health = new("health", "urgent health help");

    /// <summary>The officer of the local authority who handles allegations against people who work with children.</summary>
    public static readonly Recipient Lado = new("lado", "the LADO (local authority designated officer)") { Short = "the LADO" };

    /// <summary>The route for worries about radicalisation.</summary>
    public static readonly Recipient Prevent = new("prevent", "Prevent (the national route for worries about radicalisation)") { Short = "Prevent" };
}

/// <summary>Another procedure that takes over a part (S0.2).</summary>
/// <param name="Name">The name in files and in the API.</param>
/// <param name="Words">What it is called.</param>
public sealed record RelatedProcedure(string Name, string Words)
{
    /// <summary>Referral to social care.</summary>
    public static readonly RelatedProcedure MakingAReferral = new("making-a-referral", "Making a referral to social care");

    /// <summary>Strategy discussions and section 47 enquiries: the local authority's enquiry into significant harm (Children Act 1989).</summary>
    public static readonly RelatedProcedure StrategyDiscussions = new("strategy-discussions-and-section-47", "Strategy discussions and section 47 enquiries");

    /// <summary>Children who present a risk of harm to others.</summary>
    public static readonly RelatedProcedure ChildrenWhoPresentARisk = new("children-who-present-a-risk", "Children who present a risk of harm to others");

    /// <summary>Working with sexually active under-18s.</summary>
    public static readonly RelatedProcedure SexuallyActiveUnder18s = new("sexually-active-under-18s", "Working with sexually active under-18s");

    /// <summary>Managing individuals who pose a risk of harm to children.</summary>
    public static readonly RelatedProcedure IndividualsWhoPoseARisk = new("individuals-who-pose-a-risk", "Managing individuals who pose a risk");

    /// <summary>Allegations against staff, carers and volunteers.</summary>
    public static readonly RelatedProcedure AllegationsAgainstStaff = new("allegations-against-staff", "Allegations against staff, carers and volunteers");

    /// <summary>Radicalisation and violent extremism.</summary>
    public static readonly RelatedProcedure Radicalisation = new("radicalisation", "Radicalisation and violent extremism");

    /// <summary>All of them, in the order in which the chapter names them.</summary>
    public static readonly IReadOnlyList<RelatedProcedure> All =
    [
        MakingAReferral, ChildrenWhoPresentARisk, SexuallyActiveUnder18s, StrategyDiscussions, IndividualsWhoPoseARisk, AllegationsAgainstStaff, Radicalisation,
    ];

    /// <summary>The statement that names them.</summary>
    public static readonly IReadOnlyList<string> Cites = ["S0.2"];
}
