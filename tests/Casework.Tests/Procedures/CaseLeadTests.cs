using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>Who leads a case and who works on it, and what is decided for each child of a referral.</summary>
public sealed class CaseLeadTests
{
    private const string SocialCare = "childrens-social-care";
    private static readonly Author other = new(Story.IdOf("other worker"), Role.SocialWorker, Agency.SocialCare, SocialWorker.Team);
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private readonly Story story = new("who leads");

    [Fact]
    public void Whoever_takes_a_child_on_leads_until_somebody_is_named_and_their_manager_has_the_whole()
    {
        var made = Received("Ana");
        Assert.Equal((Relation.Receiver, false), Of(SocialWorker));
        Takes(made, "Ana");
        Assert.Equal((Relation.ActingLead, true), Of(SocialWorker));
        Assert.Equal((Relation.Manager, true), Of(Manager));
        Assert.Equal((Relation.Receiver, false), Of(other));
        var name = story.Duty("name-lead");
        Assert.Equal((On(30), DutyState.Overdue, SocialWorker.Team), (name.Due, name.On(On(31)), name.By.Team));

        story.Records(Manager, Day(30), new CaseLead.LeadNamed(other.Account, other.Team));
        Assert.Equal((Relation.Lead, true), Of(other));
        Assert.Equal((Relation.Receiver, false), Of(SocialWorker));      // for one working day more
        Assert.Equal(DutyState.Met, story.Duty("name-lead").On(On(31)));
    }

    [Fact]
    public void The_team_that_received_it_sees_it_one_working_day_after_a_lead_is_named()
    {
        Takes(Received("Ana"), "Ana", lead: SocialWorker);      // Monday 30 March
        Assert.Equal((Relation.Receiver, false), Of(other, Day(31, hour: 23)));
        Assert.Null(Of(other, Day(1, 4, 0)));
        Assert.Equal((Relation.Lead, true), Of(SocialWorker, Day(1, 4, 0)));
    }

    [Fact]
    public void A_referral_after_a_lead_was_named_lets_its_receivers_in_until_they_have_fed_back()
    {
        Takes(Received("Ana"), "Ana", lead: SocialWorker);      // Monday 30 March
        var front = new Author(Story.IdOf("front door"), Role.SocialWorker, Agency.SocialCare, Story.IdOf("another team"));
        var made = story.Records(Teacher, Day(20, 4), new Referral.Made(SocialCare, front.Team, Referral.Means.Telephone, "Ms Reed", null, [Report.Id]));
        Assert.Equal((Relation.Receiver, false), Of(front, Day(21, 4)));
        Assert.Null(Of(other, Day(21, 4)));      // who received the first one is out
        story.Records(front, Day(21, 4), new Referral.Received(made.Id, null));
        story.Records(front, Day(21, 4), new Referral.Decided(made.Id, story.Id("Ana"), Referral.Outcome.NotForUs, "It is led already", "The duty team"));
        story.Records(front, Day(21, 4), new Referral.FedBack(made.Id, "The duty team has it"));
        Assert.NotNull(Of(front, Day(21, 4, 23)));
        Assert.Null(Of(front, Day(22, 4, 0)));
    }

    [Fact]
    public void A_case_is_led_by_nobody_whom_somebody_else_than_its_lead_or_manager_named()
    {
        Takes(Received("Ana"), "Ana", lead: SocialWorker);
        foreach (var by in new[] { other with { Account = Story.IdOf("third") }, supervisor })
        {
            story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(by.Account, by.Agency, by.Team, "Helps"));
            story.Refuses("", by, Day(30), new CaseLead.LeadNamed(by.Account, by.Team));
        }

        story.Refuses("lead", SocialWorker, Day(30), new CaseLead.LeadNamed(default, default));
        story.Refuses("cover", SocialWorker, Day(30), new CaseLead.LeadNamed(other.Account, other.Team, other.Account));
        var named = story.Records(Manager, Day(31), new CaseLead.LeadNamed(other.Account, other.Team));
        story.Refuses("", Manager, Day(31), new Corrected(named.Id, null, "A slip"));
    }

    [Fact]
    public void A_decision_on_another_referral_takes_the_case_from_nobody_who_leads_it()
    {
        var made = Received("Ana", "Ben");
        Takes(made, "Ana");
        story.Records(other, Day(30), new Referral.Decided(made.Id, story.Id("Ben"), Referral.Outcome.Assessment, "Assessment"));
        Assert.Equal(((Relation, bool)?)(Relation.ActingLead, true), Of(SocialWorker));      // both lead until somebody is named
        Assert.Equal(((Relation, bool)?)(Relation.ActingLead, true), Of(other));
        story.Records(Manager, Day(30), new CaseLead.LeadNamed(SocialWorker.Account, SocialWorker.Team));
        var front = new Author(Story.IdOf("front door"), Role.SocialWorker, Agency.SocialCare, Story.IdOf("another team"));
        var second = story.Records(Teacher, Day(30), new Referral.Made(SocialCare, front.Team, Referral.Means.Telephone, "Ms Reed", null, [Report.Id]));
        story.Records(front, Day(30), new Referral.Received(second.Id, null));
        story.Records(front, Day(30), new Referral.Decided(second.Id, story.Id("Ana"), Referral.Outcome.Assessment, "Ours", null, front.Team, front.Account));
        Assert.Equal((Relation.Lead, true), Of(SocialWorker));
        Assert.NotEqual(true, Of(front)?.Item2);
    }

    [Fact]
    public void A_further_decision_of_somebody_else_names_nobody_in_the_place_of_whoever_leads_meanwhile()
    {
        var made = Received("Ana", "Ben", "Cem");
        Takes(made, "Ana");
        var third = other with { Account = Story.IdOf("third"), Team = Story.IdOf("another team") };
        story.Records(other, Day(30), new Referral.Decided(made.Id, story.Id("Ben"), Referral.Outcome.Assessment, "Theirs", null, third.Team, third.Account));
        Assert.Equal((Relation.ActingLead, true), Of(SocialWorker));
        Assert.Equal((Relation.ActingLead, true), Of(third));
        Assert.Null(story.Duty("name-lead").MetBy);
        story.Records(Manager, Day(30), new Referral.Decided(made.Id, story.Id("Cem"), Referral.Outcome.Assessment, "Theirs", null, third.Team, third.Account));
        Assert.Equal((Relation.Lead, true), Of(third));      // their manager may
        Assert.NotNull(story.Duty("name-lead").MetBy);
        Assert.NotEqual(true, Of(SocialWorker)?.Item2);
    }

    [Fact]
    public void Whoever_leads_works_on_it_or_manages_the_team_that_leads_speaks_for_the_service()
    {
        var (made, team) = (Received("Ana"), Story.IdOf("another team"));
        Author[] theirs = [new(Story.IdOf("lead"), Role.SocialWorker, Agency.SocialCare, team), new(Story.IdOf("m"), Role.SocialCareManager,
            Agency.SocialCare, team), Officer];
        Assert.All(theirs, by => Assert.False(AgreedTelling.SaysItself(story.File, by)));
        Takes(made, "Ana", lead: theirs[0]);
        story.Records(theirs[0], Day(30), new CaseLead.WorkerNamed(Officer.Account, Officer.Agency, Officer.Team, "Investigates"));
        Assert.All(theirs, by => Assert.True(AgreedTelling.SaysItself(story.File, by)));
        Assert.False(AgreedTelling.SaysItself(story.File, theirs[0] with { Account = Story.IdOf("colleague") }));
        story.Records(theirs[1], Day(31), new CaseLead.LeadNamed(other.Account, other.Team));
        Assert.All(theirs, by => Assert.True(AgreedTelling.SaysItself(story.File, by)));      // what they agreed stays agreed
    }

    [Fact]
    public void A_worker_has_the_whole_until_they_leave_and_a_supervisor_names_their_own_alone()
    {
        var made = Received("Ana");
        var police = story.Records(Teacher, Day(30), new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [Report.Id]));
        story.Refuses("", supervisor, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        story.Records(Officer, Day(30), new Referral.Received(police.Id, null));
        story.Refuses("", supervisor, Day(30), new CaseLead.WorkerNamed(other.Account, Agency.SocialCare, other.Team, "Helps"));
        var named = story.Records(supervisor, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        Assert.Equal((Relation.Worker, true), Of(Officer));
        Takes(made, "Ana", lead: SocialWorker);
        story.Refuses("of", other, Day(30), new CaseLead.WorkerLeft(named.Id, "Done"));      // they do not read whom it named
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerLeft(named.Id, "Done"));
        Assert.Equal((Relation.Receiver, false), Of(Officer));
    }

    [Fact]
    public void It_is_decided_for_each_child_and_told_when_each_has_a_decision()
    {
        var made = Received("Ana", "Ben");
        var decide = story.Duty("decide-referral");
        Assert.Equal((2, 0), (decide.Parts.Count, decide.PartsMet));
        Takes(made, "Ana", lead: SocialWorker);
        Assert.Equal(1, story.Duty("decide-referral").PartsMet);
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "tell-referrer");
        story.Refuses("children", SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id("nobody"), Referral.Outcome.NoRole, "why"));
        story.Refuses("to-whom", SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id("Ben"), Referral.Outcome.NotForUs, "why"));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id("Ben"), Referral.Outcome.NotForUs, "why", "Another area"));
        Assert.NotNull(story.Duty("decide-referral").MetBy);
        Assert.Single(story.Duties(), duty => duty.Name == "tell-referrer");
    }

    [Fact]
    public void A_child_who_comes_in_after_it_was_decided_is_decided_about_from_that_day()
    {
        var made = Received("Ana");
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id("Ana"), Referral.Outcome.EarlyHelp, "A family worker"));
        story.Records(Teacher, Day(31), new Concern.FactsChanged(Report.Id,
            Facts("grooming", children: [story.Child("Ana", "harmed"), story.Child("Ben", "harmed")]), "Ben told us too"));
        var decide = story.Duties().Where(duty => duty.Name == "decide-referral").ToList();
        Assert.Equal([(DateOnly?)On(31), On(1, 4)], decide.Select(duty => duty.Due));
        Assert.NotNull(decide[0].MetBy);
        Assert.Equal([story.Id("Ben")], decide[1].Parts.Select(part => part.Person));
    }

    [Fact]
    public void Whoever_received_it_stays_while_one_child_is_theirs()
    {
        var made = Received("Ana", "Ben");
        foreach (var (child, outcome) in new[] { ("Ana", Referral.Outcome.NotForUs), ("Ben", Referral.Outcome.EarlyHelp) })
            story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id(child), outcome, "why", "Another area"));
        story.Records(SocialWorker, Day(30), new Referral.FedBack(made.Id, "Ana goes to another area"));
        Assert.NotNull(Of(SocialWorker, Day(31)));
        story.Records(SocialWorker, Day(31), new Referral.Decided(made.Id, story.Id("Ben"), Referral.Outcome.NotForUs, "why", "Another area"));
        Assert.NotNull(Of(SocialWorker, Day(1, 4)));
        story.Records(SocialWorker, Day(31), new Referral.FedBack(made.Id, "So does Ben"));
        Assert.Null(Of(SocialWorker, Day(1, 4)));
    }

    [Fact]
    public void What_was_decided_is_corrected_in_its_words_alone()
    {
        var made = Received("Ana");
        var decided = Takes(made, "Ana");
        var content = (Referral.Decided)decided.Content;
        story.Refuses("", SocialWorker, Day(30), new Corrected(decided.Id, content with { Outcome = Referral.Outcome.NoRole }, "A slip"));
        story.Refuses("", SocialWorker, Day(30), new Corrected(decided.Id, null, "A slip"));
        story.Records(SocialWorker, Day(30), new Corrected(decided.Id, content with { Why = "Together with the police" }, "More exactly"));
        Assert.Equal((Relation.ActingLead, true), Of(SocialWorker));
    }

    [Fact]
    public void Whoever_reads_the_report_alone_sees_since_when_a_service_has_it_and_no_state()
    {
        var made = Received("Ana");
        CaseView Seen() => story.File.Within(ReadScope.Of(story.Report)).View();
        var duty = Seen().Duties.Single(one => one.Kind.IsMetInCase);
        Assert.Equal(On(30), CaseLead.WithSince(Seen(), duty, Agency.Education));
        Assert.Null(CaseLead.WithSince(Seen(), duty, Agency.SocialCare));      // it is theirs, and nobody leads it yet
        Takes(made, "Ana");
        Assert.Equal(On(30), CaseLead.WithSince(Seen(), duty, other.Agency));
        Assert.Null(CaseLead.WithSince(story.View, duty, Agency.SocialCare));
    }

    private Entry Report => story.File.All<Concern.Reported>().First().Entry;

    private Entry Received(params string[] children)
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved", "significant-harm-suspected"],
            children: [.. children.Select(child => story.Child(child, "harmed"))]));
        foreach (var child in children) story.Adds(child, Involvement.Harmed);
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, "R-1"));
        return made;
    }

    private Entry Takes(Entry made, string child, Author? lead = null) => story.Records(SocialWorker, Day(30),
        new Referral.Decided(made.Id, story.Id(child), Referral.Outcome.Assessment, "Assessment", null, lead?.Team, lead?.Account));

    private (Relation, bool)? Of(Author who, DateTime? at = null) =>
        CaseAccess.Of(new(who.Account, who.Role, who.Agency, who.Team), story.File.View().Circle, At(at ?? Day(30, hour: 16))) is { } access
            ? (access.By, access.Scope.IsWhole) : null;

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));
}
