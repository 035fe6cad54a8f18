using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.TellingParents.Reason;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.DutyKind;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Stories;

/// <summary>Concerns that involve an adult: who is called, and who may be told what, when.</summary>
internal static class AdultStories
{
    private static readonly Question[] safeToday = [ImmediateDanger, SelfHarm, OfflineMeetingArranged];

    public static IEnumerable<Story> All(DateOnly today) =>
        [UsernameOnly(today), AtHome(today), ToldEarlyAndLookedAtAgain(today), ToldEarlyToday(today), Coach(today), ArrestedToday(today)];

    // Everything in time: called, agreed, told, received, accepted, fed back.
    private static Story UsernameOnly(DateOnly today)
    {
        var t = new Teller("a username only", today);
        t.On(5, 9, 10);
        var (liam, stranger) = (t.Child("Liam F.", 13, Involvement.Harmed), t.Adult(null, Involvement.Alleged));
        var known = new Known(Grooming)
        {
            Yes = [AdultInvolved, CoercedBlackmailedOrGroomed],
            No = [.. safeToday, SignificantHarmSuspected],
            NotKnown = [AdultMadeOrHeldImages, LivesWithChildren, PositionOfTrust]
        };
        var report = t.Reports(Teacher, known, liam, stranger);
        var made = t.Calls(Teacher, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Agrees(Teacher, report, "That Liam is safe and helped. His tablet stays as it is, switched off", "Liam's mother", "Martin O., social care");
        t.Tells(SafeguardingLead, report, liam, "Liam's mother", "In school, Daniel M.", "That Liam is safe and helped; the tablet stays off and in a drawer");
        t.Steps(SafeguardingLead, OfferSupport, report, "The school counsellor, today and on Fridays, offered and taken", liam);
        t.On(4, 9, 30);
        t.Receives(SocialWorker, made, "SC-2041");
        t.Writes(Teacher, "Liam stayed behind after the lesson. He had been written to for three weeks by somebody who said they were 14.",
            "Liam said: \"They knew which school I go to. I was scared to block them.\"", "Liam's tablet, a drawing app with a chat. Username: river_otter_77");
        t.On(3, 11);
        t.Decides(SocialWorker, made, Outcome.Assessment, "An assessment is started. The police have the username", SocialWorker);
        t.Writes(SocialWorker, "Liam's mother gave me the names of two adults who know him from the drawing group. I will see each of them with her.");
        t.On(2, 10, 15);
        t.FeedsBack(SocialWorker, made, "Accepted; Martin O. has it. Liam's mother may be told that social care will call her");
        t.On(1, 14);
        t.Steps(SafeguardingLead, ConsiderOtherAreas, report, "None known: nobody else was named, and the police look at the username");
        return t.Story;
    }

    // Police called in time and social care a day late; one parent is not told yet, the other was, as agreed.
    private static Story AtHome(DateOnly today)
    {
        var t = new Teller("an adult at home", today);
        t.On(2, 11, 20);
        var (maya, noah) = (t.Child("Maya J.", 11, Involvement.Household), t.Child("Noah J.", 7, Involvement.Household));
        var (alan, beth, carl) = (t.Adult("Alan C.", Involvement.Alleged), t.Adult("Beth J.", Involvement.Partner, Involvement.ParentOrCarer),
            t.Adult("Carl J.", Involvement.ParentOrCarer));
        var known = new Known(IndecentImages)
        {
            Yes = [AdultInvolved, AdultMadeOrHeldImages, LivesWithChildren],
            No = safeToday,
            NotKnown = [UnsupervisedContact, ImagesOfKnownChildren, PositionOfTrust, Arrested]
        };
        var report = t.Reports(SafeguardingLead, known, maya, noah, alan, beth, carl);
        t.Links(SafeguardingLead, alan, LinkKind.LivesWith, maya, noah, beth);
        t.Links(SafeguardingLead, alan, LinkKind.PartnerOf, beth);
        t.Links(SafeguardingLead, beth, LinkKind.ParentOrCarerOf, maya, noah);
        t.Links(SafeguardingLead, carl, LinkKind.ParentOrCarerOf, maya, noah);
        var police = t.Refers(SafeguardingLead, Recipient.Police, Officer, Referral.Means.InPerson, "P-118", report);
        var agreed = t.Agrees(SafeguardingLead, report, "That the children are safe in school and that somebody will call. Nothing is taken or "
            + "switched off at home", "Carl J.", "Samuel W., police", carl);
        foreach (var child in new[] { maya, noah })
        {
            t.Withholds(SafeguardingLead, report, child, "Beth J.", AskedByPoliceOrSocialCare, "The police asked: evidence is in the home", t.Coming(2), beth);
            t.Tells(SafeguardingLead, report, child, "Carl J.", "By telephone, Daniel M.",
                "That the children are safe in school, and that somebody will call", carl);
        }

        t.On(1, 9, 15);
        t.Receives(Officer, police, "P-118");
        t.Records(Officer, new TellingParents.Confirmed(agreed.Id, true,
            "That the children are safe in school, and that somebody will call. Nothing more, and nothing is taken or switched off"));
        t.Calls(SafeguardingLead, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Writes(SafeguardingLead, "Maya told her form teacher something that worried her about Alan C. Nobody asked further. I called social care "
            + "a day late: I took the police call to be enough.");
        return t.Story;
    }

    private static Story ToldEarlyAndLookedAtAgain(DateOnly today)
    {
        var t = new Teller("told early, and looked at again", today);
        t.On(3, 13, 30);
        var (olive, derek) = (t.Child("Olive P.", 9, Involvement.Harmed), t.Adult("Derek P.", Involvement.Alleged));
        var known = new Known(SexualCommunication)
        {
            Yes = [AdultInvolved, ContactPersonal],
            No = [.. safeToday, LivesWithChildren],
            NotKnown = [PositionOfTrust]
        };
        var report = t.Reports(Teacher, known, olive, derek);
        t.Links(Teacher, derek, LinkKind.Knows, olive);
        var social = t.Calls(Teacher, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        var police = t.Calls(Teacher, Recipient.Police, Officer, null, report);
        var told = t.Tells(Teacher, report, olive, "Olive's mother", "By her own sister, by telephone, before anybody had agreed it",
            "That Derek P. had written to Olive");
        t.On(3, 16, 5);
        t.Receives(Officer, police, "P-121");
        t.Records(Officer,
            new TellingParents.LookedAgain(told.Id,
            "Nothing was deleted. Olive's mother has told nobody else. Olive stays with her, and Derek P. does not visit."));
        t.Records(SafeguardingLead, new TellingParents.LookedAgain(told.Id, "Olive is in school and has somebody to go to. Nobody here has spoken of it."));
        t.On(2, 9, 10);
        t.Receives(SocialWorker, social, "SC-2046");
        t.Agrees(Officer, report, "That Olive is safe and helped; nothing is said to Derek P. or his family", "Olive's mother",
            "Martin O., social care, and Samuel W., police");
        t.Steps(SafeguardingLead, OfferSupport, report, "Play sessions in school, offered; Olive's mother will think about it", olive);
        t.On(1, 16, 20);
        t.Decides(SocialWorker, social, Outcome.StrategyDiscussion, "An assessment, together with the police");
        return t.Story;
    }

    // A father was told this morning, before anybody agreed it: to be looked at again today.
    private static Story ToldEarlyToday(DateOnly today)
    {
        var t = new Teller("told early today", today);
        t.On(1, 14, 40);
        var (petra, neil) = (t.Child("Petra V.", 14, Involvement.Harmed), t.Adult("Neil G.", Involvement.Alleged));
        var known = new Known(Grooming) { Yes = [AdultInvolved], No = safeToday, NotKnown = [LivesWithChildren, ContactPersonal, PositionOfTrust] };
        var report = t.Reports(Teacher, known, petra, neil);
        t.Links(Teacher, neil, LinkKind.UnsupervisedContactWith, petra);
        t.Calls(Teacher, Recipient.PoliceOrSocialCare, Manager, null, report);
        t.Withholds(Teacher, report, petra, "Petra's father", RiskToChild, "He works with Neil G. and may warn him", t.Coming(1));
        t.On(0, 7, 20);
        t.Tells(SafeguardingLead, report, petra, "Petra's father", "By a neighbour, at 7am; he rang the school at once",
            "That Neil G. had been writing to Petra");
        return t.Story;
    }

    // The LADO is called by the next working day; a whole team is in reach.
    private static Story Coach(DateOnly today)
    {
        var t = new Teller("a coach", today);
        t.On(3, 10, 5);
        var (quinn, owen) = (t.Child("Quinn A.", 16, Involvement.Harmed), t.Adult("Owen H.", Involvement.Alleged, Involvement.Professional));
        var team = t.Group("14 players of the under 17 team", 14, null, Involvement.Network);
        var known = new Known(SexualCommunication)
        { Yes = [AdultInvolved, ContactWorkOrVoluntary, PositionOfTrust], No = [.. safeToday, LivesWithChildren], NotKnown = [UnsupervisedContact, Arrested] };
        var report = t.Reports(CollegeLead, known, quinn, owen, team);
        t.Links(CollegeLead, owen, LinkKind.WorksWith, quinn, team);
        var police = t.Calls(CollegeLead, Recipient.Police, Officer, null, report);
        var social = t.Calls(CollegeLead, Recipient.ChildrensSocialCare, Manager, null, report);
        t.Agrees(CollegeLead, report, "That Quinn is safe and helped; nothing to the club", "Quinn's mother", "Ruth A., social care");
        t.Tells(CollegeLead, report, quinn, "Quinn's mother", "In college, Grace T.", "That Quinn is safe and helped, and why nothing is said to the club yet");
        t.On(2, 9, 20);
        var lado = t.Calls(CollegeLead, Recipient.Lado, LadoOfficer, null, report);
        t.Receives(Officer, police, "P-123");
        t.Receives(SocialWorker, social, "SC-2047");
        t.Steps(CollegeLead, OfferSupport, report, "A tutor to go to and the college counsellor, offered and taken", quinn);
        t.On(1, 10);
        t.Receives(LadoOfficer, lado, "L-31");
        t.Decides(SocialWorker, social, Outcome.Assessment, "An assessment for Quinn; the team is part of the discussion with the LADO", Manager);
        t.On(0, 7, 40);
        t.FeedsBack(Manager, social, "Accepted. Nothing to the club before the LADO has spoken with the police");
        t.Decides(LadoOfficer, lado, Outcome.AdviceOnly, "Nothing is said to the club yet; the LADO holds a meeting with the police first");
        return t.Story;
    }

    // The police arrested at dawn, know already, and called social care: a discussion is due today.
    private static Story ArrestedToday(DateOnly today)
    {
        var t = new Teller("arrested today", today);
        t.On(0, 7, 10);
        var (tia, umar) = (t.Child("Tia S.", 10, Involvement.Household), t.Child("Umar S.", 6, Involvement.Household));
        var (raymond, sonia) = (t.Adult("Raymond S.", Involvement.Alleged), t.Adult("Sonia S.", Involvement.Partner, Involvement.ParentOrCarer));
        var known = new Known(IndecentImages)
        {
            Yes = [AdultInvolved, AdultMadeOrHeldImages, LivesWithChildren, Arrested],
            No = [.. safeToday, ContactWorkOrVoluntary, PositionOfTrust, ChildcareHousehold],
            NotKnown = [ImagesOfKnownChildren],
            ArrestedAt = new(6, 20),
        };
        var report = t.Reports(Officer, known, tia, umar, raymond, sonia);
        t.Links(Officer, raymond, LinkKind.LivesWith, tia, umar, sonia);
        t.Links(Officer, sonia, LinkKind.ParentOrCarerOf, tia, umar);
        t.Records(Officer, new Referral.KnewAlready(Recipient.Police.Name, "Samuel W., public protection", [report.Id]));
        var made = t.Calls(Officer, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Receives(SocialWorker, made, "SC-2052");
        foreach (var child in new[] { tia, umar })
            t.Withholds(Officer, report, child, "Sonia S.", AskedByPoliceOrSocialCare,
                "She knows of the arrest and not yet why. Told together with social care", t.Coming(1), sonia);
        return t.Story;
    }
}
