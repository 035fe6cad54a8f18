using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Procedures.TellingParents.Reason;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.DutyKind;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Involvement = Lapwing.Casework.Triage.Involvement;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Stories;

/// <summary>Referrals to each recipient, however they went: not made yet, made late, chased, not accepted, answered.</summary>
internal static class ReferralStories
{
    public static IEnumerable<Story> All(DateOnly today) =>
    [
        NobodyPickedUp(today), CallDueToday(today), NoDecisionYet(today), NotAccepted(today), EarlyHelp(today), InDanger(today), SelfHarmSpokenOf(today),
        Radicalised(today), InWriting(today),
    ];

    // Trying counts for nothing: the call is overdue, and so is what had to be done the same day.
    private static Story NobodyPickedUp(DateOnly today)
    {
        var t = new Teller("nobody picked up", today);
        t.On(1, 16, 20);
        var known = new Known(Grooming)
        {
            Yes = [AdultInvolved],
            No = [ImmediateDanger, SelfHarm],
            NotKnown = [LivesWithChildren, OfflineMeetingArranged, PositionOfTrust]
        };
        t.Reports(Teacher, known, t.Child("Vera L.", 12, Involvement.Harmed));
        t.On(1, 16, 55);
        t.Writes(Teacher, "I rang social care's line at 4:25pm and at 4:50pm. Nobody picked up. Vera went home with her aunt.",
            "Vera said: \"He says he is a friend of my cousin.\"");
        return t.Story;
    }

    private static Story CallDueToday(DateOnly today)
    {
        var t = new Teller("a call due today", today);
        t.On(0, 7, 25);
        var known = new Known(BlackmailOrPayment)
        { Yes = [CoercedBlackmailedOrGroomed], No = [ImmediateDanger, SelfHarm], NotKnown = [AdultInvolved, AdultMadeOrHeldImages, ImmediateRiskFromSharing] };
        t.Reports(Teacher, known, t.Child("Will D.", 16, Involvement.Harmed, Involvement.Shown));
        t.Writes(Teacher, null, "Will wrote to me at 7am: \"They want money. I have not paid. I do not know what to do.\"",
            "Will's phone. He has kept the messages.");
        return t.Story;
    }

    // Received and not decided on in time; the teacher asked.
    private static Story NoDecisionYet(DateOnly today)
    {
        var t = new Teller("no decision yet", today);
        t.On(5, 11, 45);
        var xena = t.Child("Xena M.", 14, Involvement.Harmed);
        var known = new Known(CoercedSexualActivity)
        {
            Yes = [CoercedBlackmailedOrGroomed],
            No = [ImmediateDanger, SelfHarm, AdultInvolved, AdultMadeOrHeldImages, SignificantHarmSuspected]
        };
        var report = t.Reports(Teacher, known, xena);
        var made = t.Calls(Teacher, Recipient.PoliceOrSocialCare, SocialWorker, null, report);
        t.Tells(Teacher, report, xena, "Xena's father", "By telephone, Hannah L.", "That Xena was pressured by another pupil, and who helps her");
        t.Steps(SafeguardingLead, OfferSupport, report, "A support worker of her choice, offered and taken", xena);
        t.On(4, 10, 30);
        t.Receives(SocialWorker, made, "SC-2038");
        t.On(3, 15, 10);
        t.Records(Teacher, new Referral.Chased(made.Id, "Asked Martin O.: still waiting for the police's answer"));
        return t.Story;
    }

    private static Story NotAccepted(DateOnly today)
    {
        var t = new Teller("not accepted", today);
        t.On(4, 13, 5);
        var yusuf = t.Child("Yusuf H.", 15, Involvement.Shown);
        var known = new Known(YouthProducedImagery)
        {
            Yes = [ImmediateRiskFromSharing],
            No = [ImmediateDanger, SelfHarm, AdultInvolved, AdultMadeOrHeldImages, CoercedBlackmailedOrGroomed,
            OfflineMeetingArranged, SignificantHarmSuspected]
        };
        var report = t.Reports(CollegeLead, known, yusuf);
        var made = t.Calls(CollegeLead, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Tells(CollegeLead, report, yusuf, "Yusuf's mother", "In college, Grace T.", "What happened, and that Yusuf comes to no lesson alone this week");
        t.Steps(CollegeLead, OfferSupport, report, "The college counsellor, offered; Yusuf prefers his tutor", yusuf);
        t.Steps(CollegeLead, OfferRemovalHelp, report, "Yusuf used Report Remove with his tutor beside him", yusuf);
        t.On(3, 9, 50);
        t.Receives(SocialWorker, made, "SC-2043");
        t.On(2, 12);
        t.Decides(SocialWorker, made, Outcome.NotForUs, "The threats stopped, the college sees Yusuf each day, and his family is with him",
            toWhom: "the college, and the family's doctor");
        t.On(1, 11, 30);
        t.FeedsBack(SocialWorker, made, "Not accepted. Call again at once if anything is added. You may ask the manager, Ruth A., to look at it again");
        return t.Story;
    }

    // A young person who looked is helped too, and so is whoever lives with them.
    private static Story EarlyHelp(DateOnly today)
    {
        var t = new Teller("early help", today);
        t.On(6, 14, 15);
        var (zack, amy) = (t.Child("Zack E.", 15, Involvement.Acting), t.Child("Amy E.", 8, Involvement.Household));
        var known = new Known(ViewedAbusiveImages)
        {
            No = [ImmediateDanger, SelfHarm, AdultInvolved, AdultMadeOrHeldImages,
            CoercedBlackmailedOrGroomed],
            NotKnown = [PotentialVictimsInHousehold]
        };
        var report = t.Reports(SafeguardingLead, known, zack, amy);
        t.Links(SafeguardingLead, zack, LinkKind.SiblingOf, amy);
        t.Links(SafeguardingLead, zack, LinkKind.LivesWith, amy);
        var made = t.Calls(SafeguardingLead, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Steps(SafeguardingLead, ConsultSocialCare, report, "Martin O. advises: no questions to Amy; her mother is told today");
        foreach (var child in new[] { zack, amy })
            t.Tells(SafeguardingLead, report, child, "Their mother", "In school, Daniel M.",
                "What Zack spoke of, that he asked for help, and what happens next");
        t.On(5, 9, 30);
        t.Receives(SocialWorker, made, "SC-2036");
        t.Steps(SafeguardingLead, ConsiderInfluences, report, "Zack speaks of links sent to him for a year. His own safety is part of the help", zack);
        t.On(4, 10, 20);
        t.Decides(SocialWorker, made, Outcome.EarlyHelp, "A worker for the family, and a service for young people who ask for help with what they looked at");
        t.On(4, 15);
        t.FeedsBack(Manager, made, "Early help from next week. Zack and his mother have agreed to it");
        t.Steps(SafeguardingLead, OfferSupport, report, "A talk with his head of year twice a week, offered and taken", zack);
        return t.Story;
    }

    // Danger: 999, and both services in the same quarter of an hour.
    private static Story InDanger(DateOnly today)
    {
        var t = new Teller("in danger", today);
        t.On(1, 15, 10);
        var (bella, driver) = (t.Child("Bella C.", 14, Involvement.Harmed), t.Adult(null, Involvement.Alleged));
        var known = new Known(Grooming)
        {
            Yes = [ImmediateDanger, AdultInvolved, OfflineMeetingArranged, SignificantHarmSuspected],
            NotKnown = [SelfHarm, LivesWithChildren, PositionOfTrust]
        };
        var report = t.Reports(Teacher, known, bella, driver);
        var police = t.Calls(Teacher, Recipient.Police, Officer, "999 at 3:12pm", report);
        var social = t.Calls(Teacher, Recipient.ChildrensSocialCare, Manager, null, report);
        t.On(1, 15, 25);
        t.Receives(Officer, police, "P-130");
        t.Receives(Manager, social, "SC-2050");
        t.On(1, 15, 50);
        t.Steps(Teacher, PreventMeeting, report, "Police met Bella at the bus station. An officer stays with her until her mother comes");
        t.Agrees(Teacher, report, "Where Bella is and that she is safe; her phone stays with the police", "Bella's mother", "Samuel W., police");
        t.Tells(SafeguardingLead, report, bella, "Bella's mother", "By telephone, Daniel M.", "Where Bella is and that she is safe");
        t.On(0, 7, 35);
        t.Decides(Manager, social, Outcome.StrategyDiscussion, "Strategy discussion this morning with police and health", Manager);
        return t.Story;
    }

    private static Story SelfHarmSpokenOf(DateOnly today)
    {
        var t = new Teller("self-harm spoken of", today);
        t.On(2, 9, 25);
        var caleb = t.Child("Caleb R.", 15, Involvement.Harmed);
        var known = new Known(HarmfulWebsites)
        {
            Yes = [SelfHarm, ObsessiveUse],
            No = [ImmediateDanger, AdultInvolved, CoercedBlackmailedOrGroomed, OfflineMeetingArranged,
            SignificantHarmSuspected, CrimeSuspected]
        };
        var report = t.Reports(SafeguardingLead, known, caleb);
        var made = t.Refers(SafeguardingLead, Recipient.Health, Nurse, Referral.Means.InPerson, null, report);
        t.Steps(SafeguardingLead, RaiseWithOthers, report, "Joanna B. and Caleb's family doctor know of the sites");
        t.Tells(SafeguardingLead, report, caleb, "Caleb's father", "In school, Daniel M., with Caleb", "That Caleb spoke of self-harm, and who sees him today");
        t.Receives(Nurse, made, "H-77");
        t.On(2, 12, 10);
        t.Decides(Nurse, made, Outcome.EarlyHelp, "Seen today; the crisis team calls each evening this week");
        t.FeedsBack(Nurse, made, "Seen. A safety plan is made with Caleb and his father; the school has a copy");
        return t.Story;
    }

    private static Story Radicalised(DateOnly today)
    {
        var t = new Teller("drawn into extremism", today);
        t.On(3, 12, 40);
        var dara = t.Child("Dara Y.", 17, Involvement.Harmed);
        var known = new Known(Extremism)
        {
            Yes = [TerroristMaterial],
            No = [ImmediateDanger, SelfHarm, AdultInvolved, OfflineMeetingArranged, SignificantHarmSuspected,
            CrimeSuspected],
            NotKnown = [CoercedBlackmailedOrGroomed]
        };
        var report = t.Reports(CollegeLead, known, dara);
        t.Steps(CollegeLead, ConsultPreventLead, report, "The college's Prevent lead agrees: refer today");
        var made = t.Calls(CollegeLead, Recipient.Prevent, Officer, null, report);
        t.Steps(CollegeLead, ReportTerroristMaterial, report, "Reported online under my own name, reference OR-5518. Nothing was downloaded");
        t.Steps(CollegeLead, ConsultSchool, report, "We are the college: Dara's tutor and I spoke");
        t.Withholds(CollegeLead, report, dara, "Dara's uncle", AskedByPoliceOrSocialCare, "The Prevent officer asked to speak to him first", t.Day(0));
        t.On(2, 9);
        t.Receives(Officer, made, "PV-9");
        return t.Story;
    }

    // In writing only: it counts when somebody has it, and nobody has said so yet.
    private static Story InWriting(DateOnly today)
    {
        var t = new Teller("in writing", today);
        t.On(1, 17, 5);
        var (ezra, carer) = (t.Child("Ezra T.", 5, Involvement.Harmed), t.Adult("Lena T.", Involvement.ParentOrCarer));
        var known = new Known(SomethingElse)
        {
            Yes = [SignificantHarmSuspected],
            No = [ImmediateDanger, AdultInvolved],
            NotKnown = [SelfHarm, CoercedBlackmailedOrGroomed]
        };
        var report = t.Reports(Nurse, known, ezra, carer);
        t.Links(Nurse, carer, LinkKind.ParentOrCarerOf, ezra);
        t.Refers(Nurse, Recipient.ChildrensSocialCare, SocialWorker, Referral.Means.Writing, null, report);
        t.Plans(Nurse, report, ezra, "Lena T.", "Joanna B., at the clinic", t.Coming(1), carer);
        return t.Story;
    }
}
