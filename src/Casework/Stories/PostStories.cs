using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Casework.Triage.Forms;
using static Lapwing.Casework.Triage.Questions;
using Means = Lapwing.Casework.Procedures.Referral.Means;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;
using Recipient = Lapwing.Casework.Triage.Recipient;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Stories;

/// <summary>Who is there, and who stands in: a Friday evening, a school whose lead is away, a club that nobody leads any more.</summary>
internal static class PostStories
{
    public static IEnumerable<Story> All(DateOnly today) => [FridayEvening(today), LeadAway(today), NobodyLeft(today)];

    /// <summary>The last Friday after which a working day has gone.</summary>
    internal static DateOnly Friday(DateOnly today)
    {
        var friday = today.AddDays(-1);
        while (friday.DayOfWeek != DayOfWeek.Friday || Calendar.WorkingDays.EnglandAndWales.After(friday, 1) >= today) friday = friday.AddDays(-1);
        return friday;
    }

    // It goes to the emergency duty team after the duty team has gone home, and back to the duty team on the next working day.
    private static Story FridayEvening(DateOnly today)
    {
        var t = new Teller("a Friday evening", today);
        var night = NightWorker with { Author = NightWorker.Author with { Team = SocialWorker.Author.Team } };
        var (friday, next) = (Friday(today), Calendar.WorkingDays.EnglandAndWales.After(Friday(today), 1));
        t.At(friday, 17, 40);
        var (child, mother) = (t.Child("Mina R.", 12, Involvement.Harmed), t.Adult("Sara R.", Involvement.ParentOrCarer));
        var known = new Known(Grooming)
        { Yes = [AdultInvolved, ContactPersonal], No = [ImmediateDanger, SelfHarm, OfflineMeetingArranged, LivesWithChildren] };
        var report = t.Reports(HillsideDeputy, known, child, mother);
        t.Links(HillsideDeputy, mother, LinkKind.ParentOrCarerOf, child);
        var made = t.Records(HillsideDeputy, new Referral.Made(Recipient.ChildrensSocialCare.Name, SocialWorker.Author.Team, Means.Telephone, night.Name, null,
            [report.Id]));
        t.Calls(HillsideDeputy, Recipient.Police, Officer, "P-188", report);
        t.At(friday, 18, 15);
        t.Receives(night, made, "EDT-412");
        t.Decides(night, made, Outcome.Assessment, "An assessment, together with the police; her mother keeps the telephone tonight");
        t.Agrees(night, report, "That Mina is safe and helped; nothing to whoever wrote to her", "Her mother", "Samuel W., the police", mother);
        t.Tells(night, report, child, "Sara R.", "By telephone, Nina F.", "What was found, that nobody blames Mina, and whom to ring at the weekend", mother);
        t.At(friday.AddDays(1), 10, 5);
        t.FeedsBack(night, made, "Taken on for an assessment; her mother has been told. The duty team goes on with it on the next working day");
        t.At(next, 9, 10);
        t.Records(Manager, new CaseLead.LeadNamed(SocialWorker.Author.Account, SocialWorker.Author.Team, Manager.Author.Account));
        return t.Story;
    }

    // She reported it before she went; her deputy does in her place what is due meanwhile.
    private static Story LeadAway(DateOnly today)
    {
        var t = new Teller("a lead who is away", today);
        var deputy = HillsideDeputy with { Author = HillsideDeputy.Author with { For = HillsideLead.Author.Account } };
        t.On(10, 11, 30);
        var (child, father) = (t.Child("Leo N.", 9, Involvement.Shown), t.Adult("Tom N.", Involvement.ParentOrCarer));
        var report = t.Reports(HillsideLead, new(YouthProducedImagery) { No = SchoolStories.NothingMore }, child, father);
        t.Links(HillsideLead, father, LinkKind.ParentOrCarerOf, child);
        t.Tells(HillsideLead, report, child, "Tom N.", "In school, Bea L.", "What happened, and who helps Leo", father);
        t.On(4, 9, 20);
        t.Steps(deputy, DutyKind.OfferSupport, report, "A named adult to go to each day, offered and taken", child);
        return t.Story;
    }

    // What a club's only leader left open is with the team of last resort from the minute in which he left.
    private static Story NobodyLeft(DateOnly today)
    {
        var t = new Teller("a club that nobody leads any more", today);
        t.On(6, 18, 10);
        var (child, carer) = (t.Child("Ivy S.", 13, Involvement.Harmed), t.Adult("Joan S.", Involvement.ParentOrCarer));
        var report = t.Reports(ClubLeader, new(OnlineBullying) { No = SchoolStories.NothingMore }, child, carer);
        t.Links(ClubLeader, carer, LinkKind.ParentOrCarerOf, child);
        t.Plans(ClubLeader, report, child, "Joan S.", "Stan P., at the club", t.Day(1), carer);
        return t.Story;
    }
}
