using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Access;

/// <summary>What facts that stand in the case ask for, of whom, and who signs what they drop.</summary>
public sealed class CaseFactsTests
{
    private const string SocialCare = "childrens-social-care";
    private readonly Story story = new("facts of the case");

    [Fact]
    public void What_facts_of_the_report_and_of_the_case_ask_for_together_is_owed_by_whoever_wrote_down_those_of_the_case()
    {
        var report = TakenOn("something-else", ["adult-involved"]);
        Says(SocialWorker, report, "something-else", ["adult-involved", "lives-with-children"]);
        var change = Says(Teacher, report, "indecent-images", ["adult-involved", "adult-made-or-held-images"]);
        var refer = Assert.Single(story.Duties(), duty => duty.Name == $"refer:{SocialCare}" && duty.Causes.Contains(change.Id));
        Assert.Equal((Agency.SocialCare, change.Id), (refer.By.Agency, refer.MetBy!.Id));      // they have it: nobody calls them
        Assert.Contains(story.Duties(), duty => duty.Name == "refer:police" && duty.By.Agency == Agency.Education);      // the report alone asks for it
        var read = story.File.Within(ReadScope.Of(story.Report)).View();
        Assert.DoesNotContain(read.Duties, duty => duty.Name == $"refer:{SocialCare}");
    }

    [Fact]
    public void What_a_change_in_the_case_drops_another_manager_of_the_team_that_leads_signs_and_nobody_outside_is_asked()
    {
        string[] yes = ["adult-involved", "contact-work-or-voluntary"];
        var report = TakenOn("grooming", yes);
        Concern.FactsChanged drops = new(report.Id, Facts("grooming", ["adult-involved"], no: ["contact-work-or-voluntary"],
            children: [story.Child("Ana", "harmed")]), "He never coached");
        story.Refuses("asked-of", SocialWorker, Day(31), drops with { AskedOf = OtherLead.Team, AskedAgency = Agency.Education });
        Assert.Contains(Assert.IsType<Allowed>(story.Decide(SocialWorker, Day(31), drops)).Remarks,
            remark => remark.Words.Contains("another manager of police or social care", StringComparison.Ordinal));
        var change = story.Records(SocialWorker, Day(31), drops);
        Assert.Equal(Paper.Whole, change.Paper);
        Assert.False(Concern.IsSignedOutside(story.View.Of(story.File.Before(change.Id)), change.Act, drops, Paper.Whole));
        Assert.True(Concern.IsSignedOutside(story.View.Of(story.File.Before(change.Id)), change.Act, drops, story.Report));
        Assert.False(story.Duty("refer:lado").IsSettled);
        story.Refuses("", SocialWorker, Day(31), new Concern.LessSigned(change.Id, true, "why"));
        story.Records(Manager, Day(31), new Concern.LessSigned(change.Id, true, "The club says so too"));
        Assert.NotNull(story.Duty("refer:lado").EndedBy);
        Assert.All(story.Duties().Where(duty => duty.Name == "sign-override"), duty => Assert.NotNull(duty.MetBy));
        // Told to the setting, it is signed outside as before.
        story.Records(SocialWorker, Day(31, 3, 12), drops with { Told = Facts("grooming", yes, children: [story.Child("Ana", "harmed")]), Why = "He did" });
        var told = Assert.IsType<Refused>(story.Decide(SocialWorker, Day(31, 3, 13), drops, mayBeKnown: true));
        Assert.Contains("asked-of", told.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void The_team_that_leads_owes_the_signature_of_what_a_change_in_the_case_drops_and_its_manager_may_give_it()
    {
        var report = TakenOn("indecent-images", ["adult-involved", "adult-made-or-held-images"]);
        var change = story.Records(SocialWorker, Day(31), new Concern.FactsChanged(report.Id, Facts("indecent-images", ["adult-involved"],
            no: ["adult-made-or-held-images"], children: [story.Child("Ana", "harmed")]), "There are none"));
        Assert.Equal(SocialWorker.Team, story.Duty("sign-override").By.Team);
        Assert.False(story.Duty("refer:police").IsSettled);
        var signed = story.Records(Manager, Day(31), new Concern.LessSigned(change.Id, true, "The police found none"));
        Assert.Equal(signed.Id, story.Duty("refer:police").EndedBy?.Id);
    }

    private Entry Says(Author by, Entry report, string form, string[] yes) =>
        story.Records(by, Day(31), new Concern.FactsChanged(report.Id, Facts(form, yes, children: [story.Child("Ana", "harmed")]), "It was said"));

    // Received and taken on by a social worker, who leads it.
    private Entry TakenOn(string form, string[] yes)
    {
        var report = story.Reports(Facts(form, yes, children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, "R-1"));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id("Ana"), Referral.Outcome.Assessment, "Assessment", null,
            SocialWorker.Team, SocialWorker.Account));
        return report;
    }
}
