using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>Asking social care or the Prevent lead for advice: met by what they advised, and by a referral to them, for one call meets what it meets.</summary>
public sealed class AdviceTests
{
    private const string SocialCare = "childrens-social-care";
    private readonly Story story = new("advice");

    [Theory]
    [InlineData("viewed-abusive-images", "consult-social-care", SocialCare)]
    [InlineData("extremism", "consult-prevent-lead", "prevent")]
    public void A_referral_meets_the_duty_to_ask_for_advice_on_the_day_of_the_call(string form, string duty, string to)
    {
        var report = story.Reports(Facts(form));
        Assert.Equal(DutyState.DueToday, story.Duty(duty).On(On(27)));
        var made = story.Refers(to, Friday, report);
        Assert.Equal((made.Id, DutyState.Met), (story.Duty(duty).MetBy?.Id, story.Duty(duty).On(On(28))));
        Assert.Contains((duty, DutyTurn.Done), DutyChanges.Of(story.File.View(), made.Act.Id).Select(change => (change.Duty.Name, change.Turn)));
    }

    [Fact]
    public void Of_advice_and_a_referral_the_first_counts()
    {
        var report = story.Reports(Facts("viewed-abusive-images"));
        story.Refers(SocialCare, Day(30), report);
        Assert.Equal(DutyState.MetLate, story.Duty("consult-social-care").On(On(30)));
        var step = story.Records(Teacher, Day(30), new Concern.StepTaken("consult-social-care", [report.Id], [], "Advised on the day"), happened: On(27));
        Assert.Equal((step.Id, DutyState.Met), (story.Duty("consult-social-care").MetBy?.Id, story.Duty("consult-social-care").On(On(30))));
    }

    [Fact]
    public void Social_care_that_reports_it_itself_needs_nobody_to_ask_it()
    {
        var report = story.Records(SocialWorker, Friday, new Concern.Reported(Facts("viewed-abusive-images")));
        story.Records(SocialWorker, Friday, new Referral.KnewAlready(SocialCare, "Ms Okafor", [report.Id]));
        Assert.Equal(DutyState.Met, story.Duty("consult-social-care").On(On(27)));
    }

    [Fact]
    public void A_call_to_somebody_else_about_something_else_or_before_anybody_was_aware_meets_nothing()
    {
        var report = story.Reports(Facts("viewed-abusive-images"));
        story.Refers("police", Friday, report);
        story.Records(Teacher, Day(28), new Referral.Made(SocialCare, null, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]), happened: On(26));
        story.Records(Teacher, Day(28), new Referral.Made(SocialCare, null, Referral.Means.Writing, null, null, [report.Id]));
        var other = story.Records(SafeguardingLead, Day(30), new Concern.Reported(Facts("online-bullying", yes: ["bullying-severe"], aware: Day(30))));
        story.Refers(SocialCare, Day(30), other);
        Assert.Equal([DutyState.Overdue, DutyState.Met], story.Duties().Where(duty => duty.Name == "consult-social-care").Select(duty => duty.On(On(30))));
    }

    [Fact]
    public void Advice_that_became_needed_after_the_referral_is_asked_for_anew()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["adult-involved"], children: [story.Child("Ana", "shown")]));
        story.Refers(SocialCare, Friday, report);
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", yes: ["adult-involved", "self-harm"], children: [story.Child("Ana", "shown")], aware: Day(30)), "She said so"));
        Assert.Equal((DutyState.DueToday, On(30)), (story.Duty("consult-social-care").On(On(30)), story.Duty("consult-social-care").Due!.Value));
    }

    [Fact]
    public void Where_the_referral_met_it_its_end_needs_no_second_person()
    {
        var report = story.Reports(Facts("online-bullying", yes: ["bullying-severe"]));
        story.Refers(SocialCare, Friday, report);
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id, Facts("online-bullying", no: ["bullying-severe"], aware: Day(30)), "Looked into"));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "sign-override");
    }

    [Fact]
    public void Only_the_statements_of_what_is_so_are_cited_and_what_asks_for_it_later_joins_them()
    {
        var report = story.Reports(Facts("online-bullying", yes: ["self-harm"]));
        Assert.Equal(["N2"], story.Duty("consult-social-care").Cites);
        story.Records(Teacher, Day(28), new Concern.FactsChanged(report.Id,
            Facts("online-bullying", yes: ["self-harm", "bullying-severe"], aware: Day(28)), "It went on for weeks"));
        Assert.Equal(["S3.2", "N2"], story.Duty("consult-social-care").Cites);
        Assert.Equal(On(27), story.Duty("consult-social-care").Due);
    }

    [Fact]
    public void A_strategy_discussion_is_due_a_working_day_after_awareness()
    {
        story.Reports(Facts("grooming", yes: ["significant-harm-suspected"]));
        var discussion = story.Duty("strategy-discussion");
        Assert.Equal((On(30), true), (discussion.Due!.Value, discussion.IsSetting));
    }
}
