namespace Lapwing.Casework.Triage;

/// <summary>A duty that a decision can list: what somebody has to do besides referring.</summary>
/// <param name="Name">The name in files and in the API.</param>
/// <param name="Words">What to do, as an instruction.</param>
public sealed record DutyKind(string Name, string Words)
{
    /// <summary>Whether others do it: whoever refers can only expect it, and be asked.</summary>
    public bool IsOthers { get; init; }

    /// <summary>To whom a referral meets it as well: whoever has referred has asked. None where no call does.</summary>
    public Recipient? MetByReferralTo { get; init; }

    /// <summary>What to do, where it is named among other things.</summary>
    public string Short { get; init; } = Words;

    /// <summary>Imagery stays unseen unless there is a good, clear, recorded reason (S2.1.4).</summary>
    public static readonly DutyKind DoNotViewImagery = new("do-not-view-imagery", "Do not look at, copy, forward or print any image");

    /// <summary>An arranged meeting does not take place (S2.1.12).</summary>
    public static readonly DutyKind PreventMeeting = new("prevent-meeting", "See to it that the meeting does not take place");

    /// <summary>A recorded decision: told, or withheld and why (S2.1.3).</summary>
    public static readonly DutyKind DecideTellingParents = new("decide-telling-parents",
        "Decide whether parents or carers are told, by whom and when, and record why");

    /// <summary>Nobody is warned (S2.2.9). The harmed child is told about their own safety and support.</summary>
    public static readonly DutyKind WithholdInformation = new("withhold-information",
        "Do not tell the adult, their partner, the children of their home, or anyone who may warn them (the harmed child is told about their own "
        + "safety and support)")
    { Short = "Do not tell the adult, or anyone who may warn them" };

    /// <summary>Support for every child harmed (S2.1.23).</summary>
    public static readonly DutyKind OfferSupport = new("offer-support", "Offer support to each child and young person concerned");

    /// <summary>The young person's own request, with an adult's support (N19).</summary>
    public static readonly DutyKind OfferRemovalHelp = new("offer-removal-help", "Offer help with having images removed");

    /// <summary>A child was shown material: further enquiry (S2.5).</summary>
    public static readonly DutyKind EnquireFurther = new("enquire-further", "Enquire further into how the child came to see it");

    /// <summary>What led a young person to look (S2.1.5).</summary>
    public static readonly DutyKind ConsiderInfluences = new("consider-influences",
        "Consider what influenced the young person: own abuse, an adult's material, grooming, anything else")
    { Short = "Consider what influenced the young person" };

    /// <summary>Advice the same day, where no rule for a referral is met.</summary>
    public static readonly DutyKind ConsultSocialCare = new("consult-social-care",
        "Ask children's social care for advice")
    { MetByReferralTo = Recipient.ChildrensSocialCare };

    /// <summary>Social Care convenes (S2.1.14).</summary>
    public static readonly DutyKind StrategyDiscussion = new("strategy-discussion",
        "Strategy discussion or meeting, convened by children's social care")
    { IsOthers = true };

    /// <summary>Held on arrest (S2.2.12).</summary>
    public static readonly DutyKind StrategyDiscussionOnArrest =
        new("strategy-discussion-on-arrest", "Strategy discussion or meeting on arrest, about every child whom the person meets") { IsOthers = true };

    /// <summary>Held the same day (S2.2.13).</summary>
    public static readonly DutyKind UrgentStrategyDiscussion =
        new("urgent-strategy-discussion", "Urgent strategy discussion with a view to a section 47 enquiry") { IsOthers = true };

    /// <summary>The LADO's own meeting, or why none is needed (S2.2.14).</summary>
    public static readonly DutyKind LadoDecidesOnMeeting = new("lado-decides-on-meeting",
        "The LADO decides on, and holds, a separate strategy meeting")
    { IsOthers = true };

    /// <summary>Digital media know no borders (S2.2.38).</summary>
    public static readonly DutyKind ConsiderOtherAreas = new("consider-other-areas", "Consider notifying agencies in other areas or countries");

    /// <summary>Partners, colleagues and friends, once they may be told (S2.2.8).</summary>
    public static readonly DutyKind ConsiderSupportForThoseClose =
        new("consider-support-for-those-close", "Consider support for the adult's partner, colleagues and friends");

    /// <summary>Taken seriously, with a response for each child (S3.4).</summary>
    public static readonly DutyKind RespondToBullying = new("respond-to-bullying", "Respond to the bullying, for each child");

    /// <summary>Severe bullying may be abuse by another young person (S3.2).</summary>
    public static readonly DutyKind ConsiderBullyingAsAbuse =
        new("consider-bullying-as-abuse", "Decide whether the bullying is abuse by another young person, and record why");

    /// <summary>The school may advise and support (S4.2).</summary>
    public static readonly DutyKind ConsultSchool = new("consult-school", "Consult the child's school, or record why not");

    /// <summary>The setting's or local authority's lead for Prevent (S4.6).</summary>
    public static readonly DutyKind ConsultPreventLead = new("consult-prevent-lead", "Speak to the Prevent lead") { MetByReferralTo = Recipient.Prevent };

    /// <summary>By name, on the government's page; nothing is downloaded, kept or forwarded (S4.3, S4.4).</summary>
    public static readonly DutyKind ReportTerroristMaterial =
        new("report-terrorist-material", "Report the terrorist material online, under your own name, without downloading, keeping or forwarding it")
        { Short = "Report the terrorist material online" };

    /// <summary>To the service where it stands (S4.5).</summary>
    public static readonly DutyKind ReportToPlatform = new("report-to-platform", "Report the content to the platform");

    /// <summary>So that it becomes part of the risk assessment (S5.3).</summary>
    public static readonly DutyKind RaiseWithOthers = new("raise-with-others", "Raise the child's use of these sites with those who assess the risk");
}
