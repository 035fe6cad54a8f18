using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Agency = Lapwing.Casework.Cases.Agency;
using Involvement = Lapwing.Casework.Triage.Involvement;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;

namespace Lapwing.Casework.Stories;

/// <summary>Who is in a case, who must not know of it, and who opened one in an emergency.</summary>
internal static class CircleStories
{
    public static IEnumerable<Story> All(DateOnly today) => [AtHomeWithAnOfficer(today), OpenedAtNight(today)];

    // The partner of the alleged person works for the police. Whoever has her name there finds nothing, from the first day; whoever leads says that it is she.
    private static Story AtHomeWithAnOfficer(DateOnly today)
    {
        var t = new Teller("a partner who works for the police", today);
        t.On(4, 13, 20);
        var child = t.Child("Tess V.", 13, Involvement.Harmed);
        var gavin = t.Adult("Gavin T.", Involvement.Alleged);
        var elayne = t.Adult("Elayne K.", Involvement.Partner) with { WorksFor = Agency.Police };
        var known = new Known(Grooming) { Yes = [AdultInvolved, ContactPersonal], No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged, LivesWithChildren] };
        var report = t.Reports(Teacher, known, child, gavin, elayne);
        t.Links(Teacher, elayne, LinkKind.LivesWith, gavin);
        var made = t.Calls(Teacher, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Calls(Teacher, Recipient.Police, Officer, "P-171", report);
        t.Agrees(Teacher, report, "That Tess is safe and helped; nothing to Gavin T. or his home", "Her mother", "Martin O., social care");
        t.Tells(Teacher, report, child, "Her mother", "In school, Hannah L.", "That Tess is safe and helped");
        t.On(3, 9, 15);
        t.Receives(SocialWorker, made, "SC-2071");
        t.Decides(SocialWorker, made, Outcome.Assessment, "An assessment, together with the police");
        t.Records(Manager, new CaseLead.LeadNamed(SocialWorker.Author.Account, SocialWorker.Author.Team, Manager.Author.Account));
        t.Records(SocialWorker, LeavesOut(Supervisor, elayne, Tie.IsThem));
        t.Records(SocialWorker, new LeavingOut.NobodyLeftOut(gavin.Id, "He works for no organisation of the partnership: his employer is known"));
        var cousin = t.Records(SocialWorker, LeavesOut(Colleague, gavin, Tie.Related));
        t.On(2, 10, 40);
        t.Records(SocialWorker, new LeavingOut.LeavingOutLifted(cousin.Id, "It was somebody else of that surname"));
        t.Records(Manager, new LeavingOut.LeavingOutLifted(cousin.Id, "Checked with the school's head teacher"));
        var lado = t.Records(SocialWorker, new WhoIsIn.MemberAdded(LadoOfficer.Author.Account, LadoOfficer.Author.Team, LadoOfficer.Author.Agency,
            AddedBecause.TakesPart, null, null, "Samuel W., the police"));
        t.Records(SocialWorker, new WhoIsIn.MemberAdded(Nurse.Author.Account, Nurse.Author.Team, Nurse.Author.Agency, AddedBecause.WorksWithChild,
            null, null, "Samuel W., the police"));
        t.On(1, 11, 5);
        t.Records(SocialWorker, new WhoIsIn.MemberRemoved(lado.Id, "Neither of them works with children"));
        return t.Story;
    }

    private static LeavingOut.AccountLeftOut LeavesOut(Person who, Somebody because, Tie tie) =>
        new(who.Author.Account, who.Author.Agency, who.Author.Team, who.Author.Role, because.Id, tie);

    // A supervisor of the police, who has no part in it, opens it at night: it ends of itself, and whoever leads looks at why.
    private static Story OpenedAtNight(DateOnly today)
    {
        var t = new Teller("opened at night", today);
        t.On(4, 15, 10);
        var child = t.Child("Yusuf B.", 15, Involvement.Harmed);
        var known = new Known(SexualCommunication)
        { Yes = [AdultInvolved], No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged, LivesWithChildren], NotKnown = [ContactPersonal] };
        var report = t.Reports(CollegeLead, known, child);
        var made = t.Calls(CollegeLead, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        t.Agrees(CollegeLead, report, "That Yusuf is safe and helped", "His mother", "Martin O., social care");
        t.Tells(CollegeLead, report, child, "His mother", "By telephone, Grace T.", "That Yusuf is safe and helped");
        t.On(3, 9, 50);
        t.Receives(SocialWorker, made, "SC-2075");
        t.Decides(SocialWorker, made, Outcome.Assessment, "An assessment, together with the police", SocialWorker);
        t.On(3, 23, 40);
        var broken = t.Records(Supervisor, new BreakGlass.GlassBroken(GlassBecause.NobodyReached,
            "Yusuf is at the police station with his brother; the duty team's number was not answered"));
        t.On(2, 8, 55);
        t.Records(SocialWorker, new BreakGlass.GlassLookedAt(broken.Id, "Right: he was taken home, and we have changed the number that is given at night"));
        return t.Story;
    }
}
