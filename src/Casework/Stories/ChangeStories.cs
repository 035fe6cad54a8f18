using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.TellingParents.Reason;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.DutyKind;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Concern = Lapwing.Casework.Procedures.Concern;
using Recipient = Lapwing.Casework.Triage.Recipient;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Stories;

/// <summary>What changes about a concern: more is known, less is asked for, a second person signs or refuses, a mistake is put right.</summary>
internal static class ChangeStories
{
    private static readonly Question[] meeting = [OfflineMeetingArranged];
    private static readonly IReadOnlyList<Question> nothingButAMeeting = [.. SchoolStories.NothingMore.Except(meeting)];

    public static IEnumerable<Story> All(DateOnly today) =>
        [AnAdultAfterAll(today), AMeetingAfterAll(today), WaitsForASignature(today), NoMeetingSigned(today), LessSigned(today), LessRefused(today),
            AskedOutside(today), PutRight(today), NotTheLead(today)];

    // The setting responded; this morning it turned out that an adult had posed as a pupil: a new call, due today.
    private static Story AnAdultAfterAll(DateOnly today)
    {
        var t = new Teller("an adult after all", today);
        t.On(3, 10, 50);
        var freya = t.Child("Freya O.", 14, Involvement.Shown);
        var report = t.Reports(Teacher, new(YouthProducedImagery) { No = SchoolStories.NothingMore }, freya);
        t.Tells(Teacher, report, freya, "Freya's mother", "By telephone, Hannah L.", "What happened, and who helps Freya");
        t.Steps(SafeguardingLead, OfferSupport, report, "The school counsellor, offered and taken", freya);
        t.Steps(SafeguardingLead, OfferRemovalHelp, report, "Freya used Report Remove with Daniel M. beside her", freya);
        t.On(0, 7, 30);
        var adult = new Known(YouthProducedImagery)
        {
            Yes = [AdultInvolved, CoercedBlackmailedOrGroomed],
            No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged],
            NotKnown = [AdultMadeOrHeldImages, LivesWithChildren, PositionOfTrust]
        };
        t.Changes(Teacher, report, adult, "Freya wrote last night: the pupil whom she had written with is an adult", freya);
        return t.Story;
    }

    // The change was passed on the same day, and received.
    private static Story AMeetingAfterAll(DateOnly today)
    {
        var t = new Teller("a meeting after all", today);
        t.On(4, 9, 15);
        var (ivy, omar) = (t.Child("Ivy N.", 15, Involvement.Shown), t.Child("Omar Z.", 16, Involvement.Received));
        var report = t.Reports(CollegeLead, new(YouthProducedImagery) { No = SchoolStories.NothingMore }, ivy, omar);
        foreach (var (child, who) in new[] { (ivy, "Ivy's mother"), (omar, "Omar's father") })
            t.Tells(CollegeLead, report, child, who, "By telephone, Grace T.", "What happened, and what the college does");
        t.On(2, 14, 20);
        var change = t.Changes(CollegeLead, report, new(YouthProducedImagery) { Yes = meeting, No = nothingButAMeeting },
            "Ivy told her tutor that a meeting with somebody from the chat is arranged", ivy, omar);
        var made = t.Calls(CollegeLead, Recipient.PoliceOrSocialCare, SocialWorker, null, report, change);
        t.Steps(CollegeLead, PreventMeeting, change, "Ivy's mother collects her; social care knows the place and the time");
        t.On(1, 9, 45);
        t.Receives(SocialWorker, made, "SC-2049");
        return t.Story;
    }

    // Reported at seven, changed before eight: the call stays due until a second person signs.
    private static Story WaitsForASignature(DateOnly today)
    {
        var t = new Teller("waits for a signature", today);
        t.On(0, 7, 5);
        var rosa = t.Child("Rosa G.", 15, Involvement.Shown);
        var report = t.Reports(Teacher, new(YouthProducedImagery) { Yes = meeting, No = nothingButAMeeting }, rosa);
        t.On(0, 7, 45);
        t.Changes(Teacher, report, new(YouthProducedImagery) { No = SchoolStories.NothingMore },
            "Rosa rang: it was her sister who wanted to meet her in town", rosa);
        return t.Story;
    }

    private static Story NoMeetingSigned(DateOnly today)
    {
        var t = new Teller("no meeting, signed", today);
        t.On(5, 8, 50);
        var sami = t.Child("Sami B.", 16, Involvement.Shown);
        var report = t.Reports(Teacher, new(YouthProducedImagery) { Yes = meeting, No = nothingButAMeeting }, sami);
        t.Tells(Teacher, report, sami, "Sami's mother", "By telephone, Hannah L.", "What happened, and that Sami is in school");
        var change = t.Changes(Teacher, report, new(YouthProducedImagery) { No = SchoolStories.NothingMore },
            "Sami's mother was with him and read out the messages: the day out was with his team", sami);
        t.On(5, 10, 30);
        t.Records(SafeguardingLead, new Concern.LessSigned(change.Id, true, "I rang his mother and his coach: both say the same"));
        t.Steps(SafeguardingLead, OfferSupport, report, "A talk with his form teacher, offered and taken", sami);
        t.Steps(SafeguardingLead, OfferRemovalHelp, report, "Shown Report Remove; Sami will use it himself", sami);
        return t.Story;
    }

    private static Story LessSigned(DateOnly today)
    {
        var t = new Teller("less, signed", today);
        t.On(4, 11, 10);
        var theo = t.Child("Theo W.", 15, Involvement.Received);
        var known = new Known(YouthProducedImagery) { Yes = [CapacityConcern], No = [.. SchoolStories.NothingMore.Except([CapacityConcern])] };
        var report = t.Reports(Teacher, known, theo);
        var asked = t.Records(Teacher, new Concern.LessAsked(report.Id, ["coerced"],
            "The special needs coordinator sees Theo each day this week and calls if anything is added",
            "She knows him well: his dyslexia does not change how he understood this", false));
        t.On(4, 14);
        t.Records(SafeguardingLead, new Concern.LessSigned(asked.Id, true, "I spoke with the coordinator and with Theo. Looked at again in a week"));
        t.Tells(SafeguardingLead, report, theo, "Theo's mother", "By telephone, Daniel M.", "What Theo was sent, and that he came to us with it");
        t.Steps(SafeguardingLead, OfferSupport, report, "The coordinator each morning, offered and taken", theo);
        return t.Story;
    }

    // About somebody of the setting: a manager of social care, who has the referral, is the second person, and does not agree.
    private static Story LessRefused(DateOnly today)
    {
        var t = new Teller("less, refused", today);
        t.On(2, 10, 10);
        var (uma, keith) = (t.Child("Uma K.", 17, Involvement.Harmed), t.Adult("Keith D.", Involvement.Alleged, Involvement.Professional));
        var known = new Known(SexualCommunication)
        {
            Yes = [AdultInvolved, ContactWorkOrVoluntary],
            No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged, LivesWithChildren],
            NotKnown = [PositionOfTrust, UnsupervisedContact]
        };
        var report = t.Reports(CollegeLead, known, uma, keith);
        t.Links(CollegeLead, keith, LinkKind.WorksWith, uma);
        var made = t.Calls(CollegeLead, Recipient.ChildrensSocialCare, Manager, null, report);
        var asked = t.Records(CollegeLead, new Concern.LessAsked(report.Id, ["position of trust"], "The principal writes to Keith D.'s agency",
            "Keith D. helped out for two weeks and has left", true, Manager.Author.Team, Agency.SocialCare));
        t.Agrees(CollegeLead, report, "That Uma is safe and helped; nothing to Keith D. or to the agency", "Uma's mother", "Ruth A., social care");
        t.On(2, 15, 30);
        t.Receives(Manager, made, "SC-2048");
        t.Records(Manager,
            new Concern.LessSigned(asked.Id, false,
            "Call the LADO. That he has left changes nothing for the next college, and the agency is not written to yet"));
        t.On(1, 9);
        t.Calls(CollegeLead, Recipient.Lado, LadoOfficer, null, report);
        t.On(1, 11);
        t.Tells(CollegeLead, report, uma, "Uma's mother", "In college, Grace T.", "That Uma is safe and helped, and why nothing is said yet");
        return t.Story;
    }

    // It may be about somebody of the setting: the police team, whom nobody has called, is asked to sign, and sees the report for that.
    private static Story AskedOutside(DateOnly today)
    {
        var t = new Teller("asked outside", today);
        t.On(1, 15, 20);
        var nia = t.Child("Nia F.", 16, Involvement.Shown);
        var known = new Known(YouthProducedImagery) { Yes = [CapacityConcern], No = [.. SchoolStories.NothingMore.Except([CapacityConcern])] };
        var report = t.Reports(CollegeLead, known, nia);
        t.Tells(CollegeLead, report, nia, "Nia's mother", "By telephone, Grace T.", "What happened, and who helps Nia");
        t.On(0, 7, 30);
        t.Records(CollegeLead, new Concern.LessAsked(report.Id, ["coerced"], "Nia's learning mentor sees her each day this week and calls if anything is added",
            "Nia explained it clearly, and her mentor knows her well. It is not known yet whether a volunteer here was sent it too", null,
            Supervisor.Author.Team, Agency.Police));
        return t.Story;
    }

    // The lead's own name turns up: the author shuts him out, and a team outside the setting is asked whether the LADO need not be called.
    private static Story NotTheLead(DateOnly today)
    {
        var t = new Teller("not the lead", today);
        t.On(2, 12, 15);
        var (lara, coach) = (t.Child("Lara D.", 15, Involvement.Harmed), t.Adult("A coach", Involvement.Alleged));
        var known = new Known(SexualCommunication)
        {
            Yes = [AdultInvolved, PositionOfTrust],
            No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged, LivesWithChildren],
            NotKnown = [UnsupervisedContact]
        };
        var report = t.Reports(Teacher, known, lara, coach);
        var made = t.Calls(Teacher, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Records(Teacher, new Concern.LeadShutOut(report.Id, new(null, Manager.Author.Team, Agency.SocialCare),
            "Lara says that the coach is a friend of his"));
        t.Receives(SocialWorker, made, "SC-2055");
        t.On(0, 7, 35);
        var elsewhere = known with { Yes = [AdultInvolved], No = [.. known.No, PositionOfTrust] };
        t.Records(Teacher, new Concern.FactsChanged(report.Id, t.FactsOf(elsewhere, [lara]), "Lara's friend says that he left the club years ago",
            Manager.Author.Team, Agency.SocialCare));
        return t.Story;
    }

    // A wrong age is corrected; a parent recorded in the wrong case was made in error; what was withheld is decided again today.
    private static Story PutRight(DateOnly today)
    {
        var t = new Teller("put right", today);
        t.On(6, 13, 40);
        var known = new Known(YouthProducedImagery)
        {
            Yes = [CoercedBlackmailedOrGroomed],
            No = [.. SchoolStories.NothingMore.Except([CoercedBlackmailedOrGroomed])]
        };
        var zoe = t.Child("Zoe A.", 16, Involvement.Shown);
        var report = t.Reports(Teacher, known, zoe);
        var made = t.Calls(Teacher, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Withholds(Teacher, report, zoe, "Zoe's stepfather", RiskToChild, "Zoe fears what he would do. Her school nurse is with her", t.Day(2));
        var wrong = t.Tells(Teacher, report, zoe, "A mother", "By telephone, Hannah L.", "That her son is safe");
        t.On(6, 16, 10);
        t.Records(Teacher, new Corrected(wrong.Id, null, "It belongs to another pupil. Her family was not called"));
        var added = t.Story.File.First<People.Added>(one => one.Content.Person == zoe.Id)!.Value;
        t.Records(Teacher, new Corrected(added.Id, added.Content with { Age = 15 }, "Zoe is 15: her birthday is next month"));      // the facts change with it
        t.On(5, 10);
        t.Receives(SocialWorker, made, "SC-2037");
        t.On(4, 9, 20);
        t.Decides(SocialWorker, made, Referral.Outcome.EarlyHelp, "A worker who sees Zoe each week, at a place that she names");
        t.On(3, 11, 40);
        t.FeedsBack(SocialWorker, made, "Early help; the worker calls Zoe this week");
        t.On(2, 9, 30);
        t.Withholds(SafeguardingLead, report, zoe, "Zoe's stepfather", RiskToChild, "Zoe asks for more time, and her worker has met her once", t.Day(0));
        return t.Story;
    }
}
