namespace Lapwing.Casework.Triage;

/// <summary>Whom a telephone number reaches: somebody to whom a concern is referred, or somebody to speak to before that.</summary>
/// <param name="Name">The name in the settings; for a recipient of referrals, its <see cref="Recipient.Name"/>.</param>
/// <param name="Words">Who it is, as a heading.</param>
/// <param name="Instead">What to do where the partnership has set no number, as an instruction.</param>
public sealed record ContactKind(string Name, string Words, string Instead)
{
    /// <summary>Referrals, by day and out of hours.</summary>
    public static readonly ContactKind ChildrensSocialCare = new("childrens-social-care", "Children's social care",
        "Find the number on your council's website, or start at gov.uk: report child abuse to your local council. If you do not get through, call the police.");

    /// <summary>Where there is no danger now.</summary>
    public static readonly ContactKind Police = new("police", "The police", "Call 101. If a child is in danger now, call 999.") { LastResort = "101" };

    /// <summary>The local authority designated officer.</summary>
    public static readonly ContactKind Lado = new("lado", "LADO (local authority designated officer)",
        "Ask your council's children's social care for the LADO.");

    /// <summary>Prevent referrals, which go to the police or the local authority (N11).</summary>
    public static readonly ContactKind Prevent = new("prevent", "Prevent (worries about radicalisation)",
        "Call the police on 101 and ask for Prevent.")
    { LastResort = "101" };

    /// <summary>Urgent health help (N2).</summary>
    public static readonly ContactKind Health = new("health", "Urgent health help",
        "Call NHS 111 and choose mental health. If a life is at risk, call 999 or go to A&E. Somebody stays with the child.")
    { LastResort = "111" };

    /// <summary>The setting's designated safeguarding lead, or whom the partnership names where there is none.</summary>
    public static readonly ContactKind SafeguardingLead = new("safeguarding-lead", "Your safeguarding lead",
        "Ask in your own setting: every school, college and service has one.");

    /// <summary>The setting's or local authority's lead for Prevent (S4.6).</summary>
    public static readonly ContactKind PreventLead = new("prevent-lead", "Your Prevent lead", "Ask your safeguarding lead, or your council.");

    /// <summary>Social care's line for advice before, or instead of, a referral.</summary>
    public static readonly ContactKind Consultation = new("consultation", "Social care's consultation line", "Call children's social care and ask for advice.");

    /// <summary>All of them, in the order in which pages show them.</summary>
    public static readonly IReadOnlyList<ContactKind> All = [ChildrensSocialCare, Police, Health, Lado, Prevent, Consultation, SafeguardingLead, PreventLead];

    /// <summary>The national number that answers at any hour where no other does; none where there is no such number.</summary>
    public string? LastResort { get; private init; }

    /// <summary>The kind with a name, or none.</summary>
    public static ContactKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Whom to call for a referral, in order: for police or social care, social care and then the police.</summary>
    public static IReadOnlyList<ContactKind> Of(Recipient to) => [.. DecisionWords.Each(to).Select(each => Find(each.Name)).OfType<ContactKind>()];
}
