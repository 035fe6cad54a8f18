using static Lapwing.Casework.Tests.Triage.Told;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>
/// The tables of the contract, written a second time from its text and not from the program's: 64 concerns at once, a bit (a lane) each. A
/// derived fact is spelled out where the contract spells it out. "Is not no" looks at <c>possible</c>, everything else at <c>yes</c>.
/// </summary>
internal readonly ref struct Contract
{
    public const int Rules = 20;
    public const int Duties = 22;
    public const int Rows = Rules + Duties + 7 + 4;

    /// <summary>To whom each rule refers.</summary>
    public static readonly string[] RefersTo =
    [
        "police", "childrens-social-care", "health", .. Enumerable.Repeat("police-or-social-care", 6), "childrens-social-care",
        "childrens-social-care", "police",
        .. Enumerable.Repeat("childrens-social-care", 5), "lado", "police", "prevent",
    ];

    private static readonly string[] dutyNames =
    [
        "do-not-view-imagery", "prevent-meeting", "decide-telling-parents", "withhold-information", "offer-support", "offer-removal-help",
        "enquire-further", "consider-influences", "consult-social-care", "strategy-discussion", "strategy-discussion-on-arrest",
        "urgent-strategy-discussion", "lado-decides-on-meeting", "consider-other-areas", "consider-support-for-those-close",
        "respond-to-bullying", "consider-bullying-as-abuse", "consult-school", "consult-prevent-lead", "report-terrorist-material",
        "report-to-platform", "raise-with-others",
    ];

    private static readonly string[] handOverNames =
    [
        "making-a-referral", "strategy-discussions-and-section-47", "children-who-present-a-risk", "sexually-active-under-18s",
        "individuals-who-pose-a-risk", "allegations-against-staff", "radicalisation",
    ];

    private readonly ReadOnlySpan<ulong> yes;
    private readonly ReadOnlySpan<ulong> possible;

    /// <summary>Looks at 64 concerns: what is yes, and what is yes or not known.</summary>
    public Contract(ReadOnlySpan<ulong> yes, ReadOnlySpan<ulong> possible)
    {
        this.yes = yes;
        this.possible = possible;
        Sexual = this[YouthProducedImagery] | this[IndecentImages] | this[Grooming] | this[SexualCommunication] | this[ExposureToSexualMaterial]
            | this[CoercedSexualActivity] | this[DirectedAbuse] | this[BlackmailOrPayment] | this[ViewedAbusiveImages];
        Adult = this[AdultInvolved] | this[AdultMadeOrHeldImages] | this[SexualCommunication];
        AdultIsNotNo = possible[(int)AdultInvolved] | possible[(int)AdultMadeOrHeldImages] | possible[(int)SexualCommunication];
        Images = Sexual & this[AdultMadeOrHeldImages];
        Trust = this[PositionOfTrust] | this[ContactWorkOrVoluntary] | this[ChildcareHousehold];
    }

    /// <summary>The duties, hand-overs and legal notes by their place after the rules.</summary>
    public static IReadOnlyList<string> NamesAfterRules { get; } = [.. dutyNames, .. handOverNames, "S2.2", "S2.3", "S2.4", "S2.5"];

    private ulong Sexual { get; }

    private ulong OtherForm => ~Sexual & (this[OnlineBullying] | this[HarmfulWebsites] | this[SomethingElse]);

    private ulong Adult { get; }

    private ulong AdultIsNotNo { get; }

    private ulong Coerced => this[CoercedBlackmailedOrGroomed] | this[Grooming] | this[CoercedSexualActivity] | this[DirectedAbuse] | this[BlackmailOrPayment];

    private ulong Images { get; }

    private ulong Home => this[LivesWithChildren] | this[ChildInHousehold];

    private ulong Contact =>
        Home | this[UnsupervisedContact] | this[ContactPersonal] | this[ContactWorkOrVoluntary] | this[PositionOfTrust] | this[ChildcareHousehold];

    private ulong Trust { get; }

    private ulong ConsultSocialCare => this[ViewedAbusiveImages] | (Sexual & (this[ShownUnder13] | this[OtherChildUnder13]))
        | this[SelfHarm] | (this[OnlineBullying] & this[BullyingSevere]) | (this[Extremism] & this[TerroristMaterial]);

    private ulong this[Told fact] => yes[(int)fact];

    /// <summary>The lanes in which each row is yes: rules, duties, hand-overs, legal notes.</summary>
    public void Evaluate(Span<ulong> found)
    {
        EvaluateRules(found[..Rules]);
        EvaluateDuties(found.Slice(Rules, Duties));
        EvaluateRest(found[(Rules + Duties)..], found[..Rules]);
    }

    public void EvaluateRules(Span<ulong> found)
    {
        found[0] = this[ImmediateDanger];
        found[1] = this[ImmediateDanger];
        found[2] = this[SelfHarm];
        found[3] = Sexual & Adult;
        found[4] = Sexual & (Coerced | this[CapacityConcern]);
        found[5] = Sexual & this[UnusualOrViolentActs];
        found[6] = Sexual & this[SexualActs] & this[ShownUnder13];
        found[7] = Sexual & (this[ImmediateRiskFromSharing] | this[OfflineMeetingArranged]);
        found[8] = OtherForm & (this[AdultInvolved] | this[CoercedBlackmailedOrGroomed] | this[OfflineMeetingArranged]);
        found[9] = this[Extremism] & (this[AdultInvolved] | this[CoercedBlackmailedOrGroomed]);
        found[10] = this[SignificantHarmSuspected];
        found[11] = Images;
        found[12] = Images & (Home | this[UnsupervisedContact]);
        found[13] = (Sexual | this[Extremism]) & Adult & Contact;
        found[14] = Images & this[ImagesOfKnownChildren];
        found[15] = Sexual & Adult & this[Arrested];
        found[16] = this[ViewedAbusiveImages] & (this[PotentialVictimsInHousehold] | this[ChildInHousehold]);
        found[17] = Trust & AdultIsNotNo;
        found[18] = this[CrimeSuspected] & (this[IndecentImages] | this[ExposureToSexualMaterial] | this[OnlineBullying] | this[Extremism]
            | this[HarmfulWebsites] | this[SomethingElse]);
        found[19] = this[Extremism] & (this[TerroristMaterial] | this[AdultInvolved] | this[CoercedBlackmailedOrGroomed] | this[OfflineMeetingArranged]
            | this[SignificantHarmSuspected]);
    }

    public void EvaluateDuties(Span<ulong> found)
    {
        found[0] = Sexual;
        found[1] = this[OfflineMeetingArranged];
        found[2] = Sexual | this[OnlineBullying] | this[Extremism] | this[HarmfulWebsites] | this[SomethingElse];
        found[3] = Adult;
        found[4] = Sexual;
        found[5] = this[YouthProducedImagery] | this[BlackmailOrPayment] | (Sexual & this[ChildShown]);
        found[6] = this[ExposureToSexualMaterial];
        found[7] = this[ViewedAbusiveImages];
        found[8] = ConsultSocialCare;
        found[9] = this[SignificantHarmSuspected];
        found[10] = Sexual & Adult & this[Arrested];
        found[11] = Images & this[ImagesOfKnownChildren];
        found[12] = Trust & AdultIsNotNo;
        found[13] = Sexual & Adult;
        found[14] = Sexual & Adult;
        found[15] = this[OnlineBullying];
        found[16] = this[OnlineBullying] & possible[(int)BullyingSevere];
        found[17] = this[Extremism];
        found[18] = this[Extremism];
        found[19] = this[Extremism] & this[TerroristMaterial];
        found[20] = this[Extremism];
        found[21] = this[HarmfulWebsites] & this[ObsessiveUse];
    }

    private void EvaluateRest(Span<ulong> found, ReadOnlySpan<ulong> rules)
    {
        found[0] = 0;
        foreach (var rule in rules) found[0] |= rule;
        found[1] = this[SignificantHarmSuspected] | (Sexual & Adult & this[Arrested]) | (Images & this[ImagesOfKnownChildren]);
        found[2] = this[ViewedAbusiveImages] | this[OnlineBullying];
        found[3] = this[YouthProducedImagery];
        found[4] = Images;
        found[5] = Trust & AdultIsNotNo;
        found[6] = this[Extremism];
        found[7] = this[YouthProducedImagery] | this[IndecentImages] | this[ViewedAbusiveImages] | Images;
        found[8] = this[SexualCommunication];
        found[9] = Sexual & Adult & this[OfflineMeetingArranged];
        found[10] = this[ExposureToSexualMaterial];
    }
}
