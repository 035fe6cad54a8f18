using Lapwing.Casework.Procedures;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Stories;

/// <summary>What comes to the front door of social care by telephone, from people without an account.</summary>
internal static class FrontDoorStories
{
    public static IEnumerable<Story> All(DateOnly today) => [ANeighbourRang(today)];

    // Recorded and received in one act, ten minutes before the office closes; in the morning somebody takes it out of the inbox.
    private static Story ANeighbourRang(DateOnly today)
    {
        var t = new Teller("a neighbour rang", today);
        t.On(1, 17, 50);
        var child = t.Child("Ellis J.", 12, Involvement.Harmed);
        var known = new Known(Grooming)
        { Yes = [AdultInvolved], No = [ImmediateDanger, SelfHarm], NotKnown = [LivesWithChildren, OfflineMeetingArranged, PositionOfTrust] };
        var made = t.TakesCall(Manager, known, ReferralSource.Neighbour, "Mrs Abbott, next door, 01632 960 417: after 6pm", child);
        t.Writes(Manager, "Mrs Abbott says that Ellis told her son about a man who writes to him every night, and has asked him to tell nobody.");
        t.On(0, 7, 30);
        t.Records(SocialWorker, new ReferralTaking.Taken(made.Id, SocialWorker.Author.Account, SocialWorker.Author.Team));
        return t.Story;
    }
}
