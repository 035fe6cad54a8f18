using Lapwing.Casework.Guidance;

namespace Lapwing.Casework.Triage;

/// <summary>What it is that has to be done where nobody has set a day for it.</summary>
public enum Undated
{
    /// <summary>An answer that has to be on record: done, or not needed and why.</summary>
    Answer,

    /// <summary>Care that goes on, and is looked at again.</summary>
    Care,

    /// <summary>What others do: it is expected of them, and asked.</summary>
    Others,
}

/// <summary>
/// A kind of duty: what somebody has to do besides what a form asks. Those of a decision stand here; a procedure has its own beside what opens them. What
/// a duty of a case asks, by when, of whom and where it is recorded follows from its kind.
/// </summary>
/// <param name="Name">The name in files, lists and the API. It never changes.</param>
/// <param name="Words">What to do, as an instruction, without a name of anybody.</param>
public sealed record DutyKind(string Name, string Words)
{
    /// <summary>What to do, where it is named among other things.</summary>
    public string Short { get; init; } = Words;

    /// <summary>What meets it, in a few words.</summary>
    public string MetWhen { get; init; } = "what was done is recorded";

    /// <summary>The parts by which it is owed to each child; none where it is owed once.</summary>
    public Involvement OwedTo { get; init; }

    /// <summary>The service that owes it, whoever reports; none where it is owed by whoever reported, or by whom its entries say.</summary>
    public Recipient? OwedBy { get; init; }

    /// <summary>Whether others do it: whoever refers can only expect it, and be asked.</summary>
    public bool IsOthers => OwedBy is not null;

    /// <summary>To whom a referral meets it as well: whoever has referred has asked. None where no call does.</summary>
    public Recipient? MetByReferralTo { get; init; }

    /// <summary>Whether it is a rule that stands for everybody: it is shown, never due, and met by nothing.</summary>
    public bool IsStanding { get; init; }

    /// <summary>
    /// Whether the service that owes it does it in the case, once it has that: whoever reads a report alone sees since when the service has it, and
    /// neither date nor state.
    /// </summary>
    public bool IsMetInCase { get; init; }

    /// <summary>Whether somebody is called for it: who, and on which number, is said before it is recorded.</summary>
    public bool IsCall { get; init; }

    /// <summary>By when, where a procedure opens it; a rule of an edition says its own.</summary>
    public Limit Due { get; init; }

    /// <summary>What it is where it has no day; none where it always has one.</summary>
    public Undated? Undated { get => field ?? (IsOthers ? Triage.Undated.Others : null); init; }

    /// <summary>The statements, where a procedure opens it; a rule of an edition says its own.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];

    /// <summary>The number of the form that records what meets it; none where there is none yet.</summary>
    public int? Form { get; init; }

    /// <summary>Whether it is the same kind: the name says it.</summary>
    public bool Equals(DutyKind? other) => ReferenceEquals(this, other) || string.Equals(Name, other?.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    private const int Step = 10, Telling = 6;
    private const Involvement Concerned = Involvement.Shown | Involvement.Shared | Involvement.Received | Involvement.Harmed | Involvement.Acting;

    private static DutyKind ByStep(string name, string words) => new(name, words) { Form = Step };

    private static DutyKind Answered(string name, string words) => ByStep(name, words) with { Undated = Triage.Undated.Answer };

    private static DutyKind Care(string name, string words) => ByStep(name, words) with { Undated = Triage.Undated.Care };

    private static DutyKind Discussion(string name, string words, Recipient by) => new(name, words)
    { OwedBy = by, IsMetInCase = true, MetWhen = "it was held, and it concluded" };

    private static DutyKind Advice(string name, string words, Recipient to) =>
        new(name, words) { Form = Step, MetByReferralTo = to, MetWhen = $"what was advised is recorded, or a referral to {to.Short}" };

    /// <summary>Imagery stays unseen unless there is a good, clear, recorded reason (S2.1.4).</summary>
    public static readonly DutyKind DoNotViewImagery = new("do-not-view-imagery", "Do not look at, copy, forward or print any image")
    { IsStanding = true };

    /// <summary>An arranged meeting does not take place (S2.1.12).</summary>
    public static readonly DutyKind PreventMeeting = ByStep("prevent-meeting", "See to it that the meeting does not take place");

    /// <summary>A recorded decision: told, or withheld and why (S2.1.3).</summary>
    public static readonly DutyKind DecideTellingParents = new("decide-telling-parents",
        "Decide whether parents or carers are told, by whom and when, and record why")
    {
        Form = Telling,
        OwedTo = Concerned | Involvement.Household,
        MetWhen = "for each child and each parent or carer: told, to be told by whom and when, or withheld and why",
    };

    /// <summary>Nobody is warned (S2.2.9). The harmed child is told about their own safety and support.</summary>
    public static readonly DutyKind WithholdInformation = new("withhold-information",
        "Do not tell the adult, their partner, the children of their home, or anyone who may warn them (the harmed child is told about their own "
        + "safety and support)")
    { Short = "Do not tell the adult, or anyone who may warn them", IsStanding = true };

    /// <summary>Support for every child harmed (S2.1.23).</summary>
    public static readonly DutyKind OfferSupport = Care("offer-support", "Offer support to each child and young person concerned")
        with
    { OwedTo = Concerned };

    /// <summary>The young person's own request, with an adult's support (N19).</summary>
    public static readonly DutyKind OfferRemovalHelp = Answered("offer-removal-help", "Offer help with having images removed")
        with
    { OwedTo = Involvement.Shown | Involvement.Shared | Involvement.Received };

    /// <summary>A child was shown material: further enquiry (S2.5).</summary>
    public static readonly DutyKind EnquireFurther = ByStep("enquire-further", "Enquire further into how the child came to see it");

    /// <summary>What led a young person to look (S2.1.5).</summary>
    public static readonly DutyKind ConsiderInfluences = new("consider-influences",
        "Consider what influenced the young person: own abuse, an adult's material, grooming, anything else")
    { Short = "Consider what influenced the young person", Form = Step, OwedTo = Involvement.Acting, Undated = Triage.Undated.Answer };

    /// <summary>Advice the same day, where no rule for a referral is met.</summary>
    public static readonly DutyKind ConsultSocialCare = Advice("consult-social-care",
        "Ask children's social care for advice", Recipient.ChildrensSocialCare);

    /// <summary>Social Care convenes (S2.1.14).</summary>
    public static readonly DutyKind StrategyDiscussion = Discussion("strategy-discussion",
        "Strategy discussion or meeting, convened by children's social care", Recipient.ChildrensSocialCare);

    /// <summary>Held on arrest (S2.2.12).</summary>
    public static readonly DutyKind StrategyDiscussionOnArrest =
        Discussion("strategy-discussion-on-arrest", "Strategy discussion or meeting on arrest, about every child whom the person meets",
            Recipient.ChildrensSocialCare);

    /// <summary>Held the same day (S2.2.13).</summary>
    public static readonly DutyKind UrgentStrategyDiscussion =
        Discussion("urgent-strategy-discussion", "Urgent strategy discussion with a view to a section 47 enquiry", Recipient.ChildrensSocialCare);

    /// <summary>The LADO's own meeting, or why none is needed (S2.2.14).</summary>
    public static readonly DutyKind LadoDecidesOnMeeting = Discussion("lado-decides-on-meeting",
        "The LADO decides on, and holds, a separate strategy meeting", Recipient.Lado);

    /// <summary>Digital media know no borders (S2.2.38).</summary>
    public static readonly DutyKind ConsiderOtherAreas = Answered("consider-other-areas", "Consider notifying agencies in other areas or countries");

    /// <summary>Partners, colleagues and friends, once they may be told (S2.2.8).</summary>
    public static readonly DutyKind ConsiderSupportForThoseClose =
        Answered("consider-support-for-those-close", "Consider support for the adult's partner, colleagues and friends");

    /// <summary>Taken seriously, with a response for each child (S3.4).</summary>
    public static readonly DutyKind RespondToBullying = Care("respond-to-bullying", "Respond to the bullying, for each child")
        with
    { OwedTo = Involvement.Harmed | Involvement.Acting };

    /// <summary>Severe bullying may be abuse by another young person (S3.2).</summary>
    public static readonly DutyKind ConsiderBullyingAsAbuse =
        Answered("consider-bullying-as-abuse", "Decide whether the bullying is abuse by another young person, and record why");

    /// <summary>The school may advise and support (S4.2).</summary>
    public static readonly DutyKind ConsultSchool = Answered("consult-school", "Consult the child's school, or record why not");

    /// <summary>The setting's or local authority's lead for Prevent (S4.6).</summary>
    public static readonly DutyKind ConsultPreventLead = Advice("consult-prevent-lead", "Speak to the Prevent lead", Recipient.Prevent);

    /// <summary>By name, on the government's page; nothing is downloaded, kept or forwarded (S4.3, S4.4).</summary>
    public static readonly DutyKind ReportTerroristMaterial =
        new("report-terrorist-material", "Report the terrorist material online, under your own name, without downloading, keeping or forwarding it")
        { Short = "Report the terrorist material online", Form = Step };

    /// <summary>To the service where it stands (S4.5).</summary>
    public static readonly DutyKind ReportToPlatform = Answered("report-to-platform", "Report the content to the platform");

    /// <summary>So that it becomes part of the risk assessment (S5.3).</summary>
    public static readonly DutyKind RaiseWithOthers = ByStep("raise-with-others", "Raise the child's use of these sites with those who assess the risk");
}
