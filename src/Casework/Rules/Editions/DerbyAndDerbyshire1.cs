using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Guidance.Limit;
using static Lapwing.Casework.Triage.ChildFacts;
using static Lapwing.Casework.Triage.DutyKind;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using static Lapwing.Casework.Triage.Recipient;
using static Lapwing.Casework.Triage.RelatedProcedure;

namespace Lapwing.Casework.Rules.Editions;

/// <summary>
/// The chapter's first edition, with the supplement's first, as tables. To change a rule, change its row here; to follow a new chapter, copy
/// the file. S… are statements of the chapter, N… of the supplement; both stand beside this file.
/// </summary>
public static class DerbyAndDerbyshire1
{
    private static readonly Condition adult = (AdultInvolved | AdultMadeOrHeldImages | SexualCommunication).Named("adult");
    private static readonly Condition coerced = (CoercedBlackmailedOrGroomed | new Kind("coercion", "the form of harm is coercive by its nature",
        Grooming, CoercedSexualActivity, DirectedAbuse, BlackmailOrPayment)).Named("coerced");

    private static readonly Condition images = (Sexual & AdultMadeOrHeldImages).Named("images");
    private static readonly Condition home = (LivesWithChildren | ChildInHousehold).Named("home");
    private static readonly Condition contact =
        (home | UnsupervisedContact | ContactPersonal | ContactWorkOrVoluntary | PositionOfTrust | ChildcareHousehold).Named("contact");

    private static readonly Condition trust = (PositionOfTrust | ContactWorkOrVoluntary | ChildcareHousehold).Named("trust");
    private static readonly Kind otherForm = new("other form", "the form of harm is bullying, harmful websites or something else",
        OnlineBullying, HarmfulWebsites, SomethingElse);

    private static readonly Kind crimeForm = new("crime form", "the form of harm is one that may be a crime",
        IndecentImages, ExposureToSexualMaterial, OnlineBullying, Extremism, HarmfulWebsites, SomethingElse);

    private static readonly Kind sexualOrExtremism = new("sexual or extremism", "a sexual form of harm, or extremism, is given",
        [.. Sexual.Members, Extremism]);
    // What asks for social care's advice, each with its own statement.
    private static readonly DutyReason[] advice =
    [
        new(ViewedAbusiveImages, "S2.1.6"),
        new(Sexual & (ShownUnder13 | OtherChildUnder13), "N6"),
        new(SelfHarm, "N2"),
        new(OnlineBullying & BullyingSevere, "S3.2"),
        new(Extremism & TerroristMaterial, "N11"),
    ];

    // Where it is not known whether an adult is involved, nobody but those who are called could agree. They may need what would be deleted, whatever
    // an adult is.
    private static readonly Recipient[] called = [Police, PoliceOrSocialCare, ChildrensSocialCare, Prevent];
    private static readonly AgreeFirst saying = new(adult, [.. called, Lado]);
    private static readonly AgreeFirst deleting = saying with { OrReferralTo = called };

    private static readonly Kind anyForm = new("any form", "there is a concern", Forms.All);

    /// <summary>The tables.</summary>
    public static Edition Edition { get; } = new(Document.Chapter, Document.Supplement,
    [   // rule                 when                                                                    refer to             due               because
        new("danger",            ImmediateDanger,                                                        Police,              SameDayBySetting, "N1"),
        new("danger, child",     ImmediateDanger,                                                        ChildrensSocialCare, SameDayBySetting, "N1"),
        new("self-harm",         SelfHarm,                                                               Health,              SameDayBySetting, "N2"),
        new("adult",             Sexual & adult,                                                         PoliceOrSocialCare,  SameDay,
        "S2.1.8", "S2.1.13"),
        new("coerced",           Sexual & (coerced | CapacityConcern),                                   PoliceOrSocialCare,  SameDay,
        "S2.1.9", "S2.1.13"),
        new("unusual",           Sexual & UnusualOrViolentActs,                                          PoliceOrSocialCare,  SameDay,
        "S2.1.10", "S2.1.13"),
        new("under 13",          Sexual & SexualActs & ShownUnder13,                                     PoliceOrSocialCare,  SameDay,
        "S2.1.11", "S2.1.13"),
        new("sharing",           Sexual & (ImmediateRiskFromSharing | OfflineMeetingArranged),           PoliceOrSocialCare,  SameDay,
        "S2.1.12", "S2.1.13"),
        new("adult, coercion or meeting, other form",
            otherForm & (AdultInvolved | CoercedBlackmailedOrGroomed | OfflineMeetingArranged),          PoliceOrSocialCare,  SameDayBySetting,
            "S1.3", "N3") { Unless = Sexual },
        new("adult or coercion, extremism", Extremism & (AdultInvolved | CoercedBlackmailedOrGroomed),   ChildrensSocialCare, SameDayBySetting, "S4.1", "N11"),
        new("significant harm",  SignificantHarmSuspected,                                               ChildrensSocialCare, SameDayBySetting, "S2.1.14"),
        new("images",            images,                                                                 Police,              SameDayBySetting, "S2.2.4"),
        new("images, at home",   images & (home | UnsupervisedContact),                                  ChildrensSocialCare, SameDay,          "S2.2.3"),
        new("adult, contact",    sexualOrExtremism & adult & contact,                                    ChildrensSocialCare, SameDayBySetting,
        "S2.2.5", "N11"),
        new("known children",    images & ImagesOfKnownChildren,                                         ChildrensSocialCare, SameDay,          "S2.2.13"),
        new("arrest",            Sexual & adult & Arrested,                                              ChildrensSocialCare, SameDay,          "S2.2.12"),
        new("young viewer",      ViewedAbusiveImages & (PotentialVictimsInHousehold | ChildInHousehold), ChildrensSocialCare, SameDayBySetting, "S2.1.6"),
        new("position of trust", trust,                                                                  Lado,                WorkingDays(1),
        "S2.2.7", "N7") { UnlessNo = adult },
        new("crime",             crimeForm & CrimeSuspected,                                             Police,              SameDayBySetting, "S3.5", "N4"),
        new("prevent",
        Extremism & (TerroristMaterial | AdultInvolved | CoercedBlackmailedOrGroomed | OfflineMeetingArranged | SignificantHarmSuspected),
                                                                                                         Prevent,             SameDayBySetting,
                                                                                                         "S4.4", "S4.6", "N11"),
    ],
    [   // duty                        when                                                                 due               because
        new(DoNotViewImagery,            Sexual,                                                              None,             "S2.1.4"),
        new(PreventMeeting,              OfflineMeetingArranged,                                              SameDay,          "S2.1.12"),
        new(DecideTellingParents,        anyForm,                                                             SameDayBySetting,
        "S2.1.3") { AgreeFirst = saying },
        new(WithholdInformation,         adult,                                                               None,             "S2.2.9", "N3"),
        new(OfferSupport,                Sexual,                                                              None,             "S2.1.23", "N5"),
        new(OfferRemovalHelp,            YouthProducedImagery | BlackmailOrPayment | (Sexual & ChildShown),   None,             "S2.1.23", "N19")
            { AgreeFirst = deleting },
        new(EnquireFurther,              ExposureToSexualMaterial,                                            SameDayBySetting, "S2.5") { AgreeFirst = saying },
        new(ConsiderInfluences,          ViewedAbusiveImages,                                                 None,             "S2.1.5"),
        new(ConsultSocialCare,           advice.Select(reason => reason.When).Aggregate((any, more) => any | more),
                                                                                                              SameDayBySetting, "S2.1.6", "S3.2",
                                                                                                              "N2", "N6", "N11")
            { Consults = true, Reasons = advice },
        new(StrategyDiscussion,          SignificantHarmSuspected,                                            WorkingDaysBySetting(1), "S2.1.14"),
        new(StrategyDiscussionOnArrest,  Sexual & adult & Arrested,                                           OnArrest,         "S2.2.12"),
        new(UrgentStrategyDiscussion,    images & ImagesOfKnownChildren,                                      SameDay,          "S2.2.13"),
        new(LadoDecidesOnMeeting,        trust,                                                               WorkingDays(5),   "S2.2.14") { UnlessNo = adult },
        new(ConsiderOtherAreas,          Sexual & adult,                                                      None,             "S2.2.38"),
        new(ConsiderSupportForThoseClose, Sexual & adult,                                                     None,
        "S2.2.8") { AgreeFirst = saying },
        new(RespondToBullying,           OnlineBullying,                                                      None,             "S3.4") { AgreeFirst = saying },
        new(ConsiderBullyingAsAbuse,     OnlineBullying,                                                      None,
        "S3.2") { UnlessNo = BullyingSevere },
        new(ConsultSchool,               Extremism,                                                           None,             "S4.2") { AgreeFirst = saying },
        new(ConsultPreventLead,          Extremism,                                                           SameDayBySetting, "S4.6",
        "N11") { Consults = true },
        new(ReportTerroristMaterial,     Extremism & TerroristMaterial,                                       SameDayBySetting, "S4.3", "S4.4"),
        new(ReportToPlatform,            Extremism,                                                           None,             "S4.5")
            { AgreeFirst = deleting },
        new(RaiseWithOthers,             HarmfulWebsites & ObsessiveUse,                                      SameDayBySetting, "S5.3") { AgreeFirst = saying },
    ],
    [   // hand over to the procedure    when                                                              because
        new(MakingAReferral,             null,                                                               "S0.2"),
        new(StrategyDiscussions,         SignificantHarmSuspected | (Sexual & adult & Arrested) | (images & ImagesOfKnownChildren), "S2.1.14"),
        new(ChildrenWhoPresentARisk,     ViewedAbusiveImages | OnlineBullying,                               "S2.1.7", "S3.6"),
        new(SexuallyActiveUnder18s,      YouthProducedImagery,                                               "S0.2"),
        new(IndividualsWhoPoseARisk,     images,                                                             "S2.2.6"),
        new(AllegationsAgainstStaff,     trust,                                                              "S2.2.7") { UnlessNo = adult },
        new(RelatedProcedure.Radicalisation, Extremism,                                                      "S4.6"),
    ],
    [   // note  when                                                                       besides
        new("S2.2", YouthProducedImagery | IndecentImages | ViewedAbusiveImages | images),
        new("S2.3", SexualCommunication,                                                    "N13"),
        new("S2.4", Sexual & adult & OfflineMeetingArranged),
        new("S2.5", ExposureToSexualMaterial),
    ]);
}
