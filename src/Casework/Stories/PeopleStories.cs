using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.DutyKind;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Involvement = Lapwing.Casework.Triage.Involvement;
using Recipient = Lapwing.Casework.Triage.Recipient;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Stories;

/// <summary>Who becomes known after a concern was reported: a name, a link that opens a call, another child.</summary>
internal static class PeopleStories
{
    public static IEnumerable<Story> All(DateOnly today) => [Lodger(today)];

    // The police were called in time. This morning it came out that he lodges with a family: social care is called today, and each child is owed
    // what a child is owed.
    private static Story Lodger(DateOnly today)
    {
        var t = new Teller("a lodger", today);
        t.On(2, 13, 15);
        var (child, lodger) = (t.Child(null, 12, Involvement.Shown), t.Adult("quiet_heron_41", Involvement.Alleged));
        var known = new Known(IndecentImages)
        {
            Yes = [AdultInvolved, AdultMadeOrHeldImages],
            No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged],
            NotKnown = [LivesWithChildren, UnsupervisedContact, PositionOfTrust, Arrested]
        };
        var report = t.Reports(CollegeLead, known, child, lodger);
        var police = t.Refers(CollegeLead, Recipient.Police, Officer, Referral.Means.Telephone, "P-133", report);
        t.Agrees(CollegeLead, report, "That she is safe and helped; nothing to anybody at the house", "The child's mother", "Samuel W., police");
        t.Steps(CollegeLead, OfferSupport, report, "The college counsellor, offered and taken", child);
        t.Steps(CollegeLead, ConsultSocialCare, report, "Ruth A. advises: the police first; call at once if he lives with children");
        t.On(1, 9, 40);
        t.Receives(Officer, police, "P-133");
        t.Names(Supervisor, Officer, "Investigates");
        t.Records(Officer, new People.Named(lodger.Id, "Victor E."), mayBeKnown: true);
        t.Records(CollegeLead, new People.Named(child.Id, "Mina J."));
        t.Tells(CollegeLead, report, child, "Mina's mother", "In college, Grace T.", "That Mina is safe and helped");
        t.On(0, 7, 15);
        var son = t.Child("Piet B.", 6, Involvement.Household);
        t.Records(Officer, new People.Added(son.Id, true, son.Name, son.Age, son.Parts), mayBeKnown: true);
        t.Links(Officer, lodger, LinkKind.LivesWith, true, son);
        return t.Story;
    }
}
