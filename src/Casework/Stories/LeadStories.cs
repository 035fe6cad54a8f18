using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Involvement = Lapwing.Casework.Triage.Involvement;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;

namespace Lapwing.Casework.Stories;

/// <summary>Who leads a case and works on it, once a child is taken on.</summary>
internal static class LeadStories
{
    public static IEnumerable<Story> All(DateOnly today) => [TwoDecisions(today)];

    // Social care takes one child on and has no role for the other; whoever leads and works on it has the whole, and the school does not read what they
    // write there.
    private static Story TwoDecisions(DateOnly today)
    {
        var t = new Teller("two children, two decisions", today);
        t.On(4, 10, 30);
        var (asha, bram) = (t.Child("Asha R.", 12, Involvement.Harmed), t.Child("Bram R.", 15, Involvement.Received));
        var cousin = t.Adult("Ivo R.", Involvement.Alleged);
        var known = new Known(SexualCommunication)
        { Yes = [AdultInvolved], No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged, LivesWithChildren], NotKnown = [PositionOfTrust, ContactPersonal] };
        var report = t.Reports(Teacher, known, asha, bram, cousin);
        var made = t.Calls(Teacher, Recipient.ChildrensSocialCare, SocialWorker, null, report);
        var police = t.Calls(Teacher, Recipient.Police, Officer, "P-140", report);
        t.Agrees(Teacher, report, "That both are safe and helped; nothing to Ivo R. or his home", "Their mother", "Martin O., social care");
        t.Tells(Teacher, report, asha, "Their mother", "In school, Hannah L.", "That Asha is safe and helped");
        t.Tells(Teacher, report, bram, "Their mother", "In school, Hannah L.", "That Bram told us, and was right to");
        t.On(3, 9, 10);
        t.Receives(SocialWorker, made, "SC-2060");
        t.Receives(Officer, police, "P-140");
        t.On(3, 15);
        t.Decides(SocialWorker, made, Outcome.Assessment, "An assessment, together with the police", only: asha);
        t.Decides(SocialWorker, made, Outcome.NoRole, "He told his teacher at once, and his mother is with him", only: bram);
        t.Records(Manager, new CaseLead.LeadNamed(SocialWorker.Author.Account, SocialWorker.Author.Team, Manager.Author.Account));
        t.Names(SocialWorker, Officer, "Investigates");
        t.FeedsBack(SocialWorker, made, "Asha is taken on, by Martin O. There is no role for social care with Bram. Their mother knows both");
        t.On(2, 11, 20);
        t.Writes(Officer, "Ivo R. is spoken to on Thursday. Until then nothing is said to his home.");
        var nurse = t.Names(SocialWorker, Nurse, "Sees Asha in school");
        t.On(1, 9, 40);
        t.Records(SocialWorker, new CaseLead.WorkerLeft(nurse.Id, "Asha sees the school counsellor instead"));
        return t.Story;
    }
}
