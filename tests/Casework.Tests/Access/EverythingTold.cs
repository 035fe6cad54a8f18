using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Access;

/// <summary>A case in which every kind of entry stands.</summary>
internal static class EverythingTold
{
    private const string SocialCare = "childrens-social-care";

    /// <summary>Supervises the police team.</summary>
    public static readonly Author Supervisor = new(Casework.Stories.Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);

    /// <summary>A nurse.</summary>
    public static readonly Author Nurse = new(Casework.Stories.Story.IdOf("nurse"), Role.HealthProfessional, Agency.Health,
        Casework.Stories.Story.IdOf("nurses"));

    /// <summary>The LADO.</summary>
    public static readonly Author Lado = new(Casework.Stories.Story.IdOf("lado"), Role.Lado, Agency.Lado, Casework.Stories.Story.IdOf("lado service"));

    // By whoever would record it: an adult of the setting, known to police and social care, with what they said and asked of one another.
    public static Story Story()
    {
        Story story = new("everything");
        story.Adds("Ana", Involvement.Shown);
        story.Records(Teacher, Friday, new People.GroupAdded(story.Id("team"), "The team", 14, [Involvement.Network], 9, false));
        story.AddsAdult("Owen", Involvement.Alleged, Involvement.Professional);
        story.AddsAdult("Rita", Involvement.ParentOrCarer);
        story.Records(Teacher, Friday, new People.Linked(story.Id("Owen"), LinkKind.Knows, story.Id("Rita")));
        story.Records(Teacher, Friday, new People.Named(story.Id("Rita"), "Rita N."));
        Told(story);
        return story;
    }

    private static void Told(Story story)
    {
        var facts = Facts("youth-produced-imagery", yes: ["adult-involved", "position-of-trust", "significant-harm-suspected", "capacity-concern"],
            children: [story.Child("Ana", "shown")]);
        var report = story.Records(Teacher, Friday, new Concern.Reported(facts, true));
        story.Records(Teacher, Friday, new Concern.StoryWritten("What happened", null, null));
        story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, facts with { Yes = [.. facts.Yes, "sexual-acts"] }, "More is known"));
        var social = story.Refers(SocialCare, Friday, report);
        var police = story.Records(Teacher, Friday, new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [report.Id]));
        story.Records(Teacher, Friday, new Referral.Made("lado", Lado.Team, Referral.Means.Telephone, "Mr Reed", null, [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Received(social.Id, "R-1"));
        story.Records(SocialWorker, Day(30), new ReferralTaking.Taken(social.Id, SocialWorker.Account, SocialWorker.Team));
        story.Records(Officer, Day(30), new Referral.Received(police.Id, "P-1"));
        story.Records(Teacher, Day(30), new ConcernOrigin.ToldBy(report.Id, ReferralSource.Parent, "Her mother"));
        story.Records(Officer, Day(30), new Referral.KnewAlready("police", "PC Ward", [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Decided(social.Id, null, Referral.Outcome.Assessment, "Assessment"));
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        var helper = story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(Nurse.Account, Agency.Health, Nurse.Team, "Helps"));
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerLeft(helper.Id, "Done"));
        story.Records(Manager, Day(30), new CaseLead.LeadNamed(SocialWorker.Account, SocialWorker.Team));
        TellsWhoIsIn(story);
        story.Records(Officer, Day(30), new Referral.Decided(police.Id, null, Referral.Outcome.Assessment, "Investigation"));
        story.Records(Officer, Day(30), new Referral.FedBack(police.Id, "Accepted"));
        story.Records(Teacher, Day(30), new Referral.Chased(social.Id, "Not yet"));
        var agreed = story.Records(Teacher, Day(30), new TellingParents.Agreed("That she is safe", "Rita N.", "PC Ward, police", [report.Id],
            story.Id("Rita")));
        story.Records(Officer, Day(30), new TellingParents.Confirmed(agreed.Id, false, "Not before Thursday"));
        var told = story.Records(Teacher, Day(30), new TellingParents.ParentTold(story.Id("Ana"), story.Id("Rita"), "Rita N.", "By telephone, me",
            "That she is safe", [report.Id]));
        story.Records(SafeguardingLead, Day(30), new TellingParents.LookedAgain(told.Id, "Nothing was deleted"));
        story.Records(Teacher, Day(30), new TellingParents.ToBeTold(story.Id("Ana"), null, "A neighbour", "me", On(31), [report.Id]));
        story.Records(Officer, Day(30), new TellingParents.Withheld(story.Id("Ana"), null, "Her uncle",
            TellingParents.Reason.AskedByPoliceOrSocialCare, "A search", On(3, 4), [report.Id]), mayBeKnown: true);
        story.Records(SafeguardingLead, Day(31), new Concern.StepTaken("offer-support", [report.Id], [story.Id("Ana")], "Offered"));
        story.Records(Teacher, Day(31), new Concern.LessAsked(report.Id, ["coerced"], "A talk", "why", true, Manager.Team, Agency.SocialCare));
        var refused = story.Records(Teacher, Day(31), new Concern.LessAsked(report.Id, ["sharing"], "A talk", "why", false));
        story.Records(SafeguardingLead, Day(31), new Concern.LessSigned(refused.Id, false, "Refer"));
        var other = story.Records(Teacher, Day(31), new Concern.Reported(Facts("online-bullying", children: [story.Child("Ana", "harmed")],
            aware: Day(31)), true));
        story.Records(Teacher, Day(31), new Concern.LeadShutOut(other.Id, new(null, Manager.Team, Agency.SocialCare), "It may be about her"));
    }

    private static void TellsWhoIsIn(Story story)
    {
        story.Records(SocialWorker, Day(30), new WhoIsIn.MemberAdded(Nurse.Account, Nurse.Team, Agency.Health, AddedBecause.TakesPart, null, null,
            "PC Ward, police"));
        var gone = story.Records(SocialWorker, Day(30), new WhoIsIn.MemberAdded(Lado.Account, Lado.Team, Agency.Lado, AddedBecause.Reviews, null, null,
            "PC Ward"));
        story.Records(SocialWorker, Day(30), new WhoIsIn.MemberRemoved(gone.Id, "Not needed"));
        story.Records(SocialWorker, Day(30), new LeavingOut.AccountLeftOut(Lado.Account, Lado.Agency, Lado.Team, Lado.Role, story.Id("Owen"), Tie.Related));
        var mistaken = story.Records(Manager, Day(30), new LeavingOut.AccountLeftOut(Casework.Stories.Story.IdOf("colleague"), Agency.Education, Teacher.Team,
            Role.Practitioner, story.Id("Rita"), Tie.Close));
        story.Records(Manager, Day(30), new LeavingOut.LeavingOutLifted(mistaken.Id, "Somebody else"));
        story.Records(SocialWorker, Day(30), new LeavingOut.LeavingOutLifted(mistaken.Id, "Somebody else"));
        story.AddsAdult("Gus", Involvement.Partner);
        story.Records(SocialWorker, Day(30), new LeavingOut.NobodyLeftOut(story.Id("Gus"), "He is known"));
        var broken = story.Records(Supervisor, Day(30), new BreakGlass.GlassBroken(GlassBecause.Danger, "He is at the door"));
        story.Records(Manager, Day(30), new BreakGlass.GlassLookedAt(broken.Id, "Right"));
    }
}
