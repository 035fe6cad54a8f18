using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class ConcernTests
{
    private static readonly string[] meeting = ["offline-meeting-arranged"];
    private readonly Story story = new("concern");

    [Fact]
    public void A_decision_opens_its_duties_with_the_dates_of_its_edition()
    {
        story.Reports(Facts("youth-produced-imagery", yes: ["offline-meeting-arranged", "adult-involved", "significant-harm-suspected"]));
        Assert.Equal(On(27), story.Duty("prevent-meeting").Due);
        Assert.Equal(Agency.SocialCare, story.Duty("strategy-discussion").By.Agency);
        Assert.Equal(["do-not-view-imagery", "keep-evidence", "withhold-information"], story.File.View().Standing
            .Select(rule => rule.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_step_meets_the_duty_that_it_names_and_for_each_child_that_it_names()
    {
        var (ana, ben) = (story.Child("Ana", "shown"), story.Child("Ben", "received"));
        var report = story.Reports(Facts("youth-produced-imagery", children: [ana, ben]));
        story.Records(Teacher, Day(30), new Concern.StepTaken("offer-support", [report.Id], [ana.Person], "Offered, taken"));
        var support = story.Duty("offer-support");
        Assert.Equal((1, 2), (support.PartsMet, support.Parts.Count));
        Assert.Null(support.MetBy);
        var last = story.Records(Teacher, Day(31), new Concern.StepTaken("offer-support", [report.Id], [ben.Person], "Offered, declined"));
        Assert.Equal(last.Id, story.Duty("offer-support").MetBy?.Id);
    }

    [Fact]
    public void A_change_that_only_adds_keeps_every_date_and_opens_what_is_new_from_the_new_awareness()
    {
        var report = story.Reports(Facts("youth-produced-imagery"));
        var before = story.Duty("decide-telling-parents").Due;
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: meeting, aware: Day(30)),
            "A meeting is arranged"));
        Assert.Equal((before, On(30)), (story.Duty("decide-telling-parents").Due, story.Duty("refer:police-or-social-care").Due));
    }

    [Fact]
    public void A_change_that_drops_an_unmade_referral_is_not_in_force_before_a_second_person_signs()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: meeting));
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "No meeting after all"));
        var call = story.Duty("refer:police-or-social-care");
        Assert.Equal((DutyState.DueToday, On(27)), (call.On(On(27)), story.Duty("sign-override").Due));

        story.Refuses("", Teacher, Friday, new Concern.LessSigned(change.Id, true, "I am sure"));
        var signed = story.Records(SafeguardingLead, Friday, new Concern.LessSigned(change.Id, true, "Both messages were read to me"));
        Assert.Equal((DutyState.NoLongerNeeded, signed.Id), (story.Duty("refer:police-or-social-care").On(On(27)),
            story.Duty("refer:police-or-social-care").EndedBy?.Id));
        Assert.Equal(DutyState.Met, story.Duty("sign-override").On(On(27)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_referral_that_is_required_again_before_anybody_signed_never_ended_and_asks_nobody_to_sign(bool isSignedAllTheSame)
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: meeting));
        var drops = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "No meeting after all"));
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: meeting, aware: Day(30)), "There is one"));
        if (isSignedAllTheSame) story.Records(SafeguardingLead, Day(30), new Concern.LessSigned(drops.Id, true, "I read the first change"));
        Assert.Equal((DutyState.Overdue, On(27)), (story.Duty("refer:police-or-social-care").On(On(30)), story.Duty("refer:police-or-social-care").Due));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "sign-override");
        Assert.False(Concern.Waits(story.View, drops.Id));
    }

    [Fact]
    public void Who_refused_to_drop_a_referral_has_answered_also_where_the_facts_require_it_again()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: meeting));
        var drops = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "No meeting after all"));
        var refused = story.Records(SafeguardingLead, Friday, new Concern.LessSigned(drops.Id, false, "Nobody read the messages"));
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: meeting, aware: Day(30)), "There is one"));
        Assert.Equal(refused.Id, story.Duty("sign-override").MetBy?.Id);
        Assert.Equal(On(27), story.Duty("refer:police-or-social-care").Due);
    }

    [Fact]
    public void A_change_says_what_it_would_drop_and_drops_a_referral_that_was_made_without_a_signature()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: meeting));
        var change = new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", no: meeting), "No meeting after all");
        Assert.Contains("a referral to the police or children's social care",
            Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, change)).Remarks).Words, StringComparison.Ordinal);

        story.Refers("police", Friday, report);
        story.Records(Teacher, Friday, new Concern.StepTaken("prevent-meeting", [report.Id], [], "Her mother is with her; the police know"));
        story.Records(Teacher, Friday, change);
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "sign-override");
        Assert.Equal(DutyState.Met, story.Duty("refer:police-or-social-care").On(On(27)));
    }

    [Fact]
    public void Nobody_decides_that_an_image_is_looked_at()
    {
        var report = story.Reports(Facts("youth-produced-imagery"));
        story.Refuses("rules", Teacher, Friday, new Concern.LessAsked(report.Id, ["do-not-view-imagery"], "Nothing", "why", false));
    }

    [Fact]
    public void Less_than_required_is_in_force_only_when_a_second_person_of_standing_agrees()
    {
        var report = story.Reports(Facts("grooming"));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult", "coerced"], "Consultation first",
            "Social care knows the family", false));
        Assert.Equal(DutyState.DueToday, story.Duty("refer:police-or-social-care").On(On(27)));
        story.Refuses("", Teacher, Friday, new Concern.LessSigned(asked.Id, true, "why"));
        story.Refuses("", SocialWorker, Friday, new Concern.LessSigned(asked.Id, true, "why"));
        var refused = story.Records(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, false, "Refer"));
        Assert.Equal(DutyState.DueToday, story.Duty("refer:police-or-social-care").On(On(27)));
        Assert.Equal(refused.Id, story.Duty("sign-override").MetBy?.Id);
    }

    [Fact]
    public void A_concern_about_ones_own_staff_is_signed_outside_the_setting_and_so_is_one_where_that_is_not_known()
    {
        var report = story.Reports(Facts("grooming"));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult", "coerced"], "Consultation first", "why", null));
        story.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "why"));
        story.Records(OtherLead, Friday, new Concern.LessSigned(asked.Id, true, "why"));
        Assert.All(story.Duties().Where(d => d.Name.StartsWith("refer:", StringComparison.Ordinal)), duty =>
            Assert.Equal(DutyState.NoLongerNeeded, duty.On(On(27))));
    }

    [Fact]
    public void A_team_outside_the_setting_that_is_asked_to_sign_owes_the_signature_and_sees_the_report_until_the_day_of_its_answer_is_over()
    {
        var report = story.Reports(Facts("grooming"));
        story.Refuses("asked-of", Teacher, Friday, new Concern.LessAsked(report.Id, ["adult"], "Consultation first", "why", true, Teacher.Team,
            Agency.Education));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult"], "Consultation first", "why", true, Manager.Team,
            Agency.SocialCare));
        Assert.Equal(new Responsible(Agency.SocialCare, Manager.Team), story.Duty("sign-override").By);
        Assert.Equal((Relation.Asked, Relation.Author), (Sees(Manager, Friday)?.By, Sees(Teacher, Friday)?.By));
        Assert.Null(Sees(SocialWorker, Friday));      // of the same team, and may not sign
        Assert.DoesNotContain(story.File.Before(asked.Id).View().Members, member => member.Team == Manager.Team);
        story.Records(Manager, Day(30), new Concern.LessSigned(asked.Id, false, "Refer"));
        Assert.NotNull(Sees(Manager, Day(30, hour: 23)));
        Assert.Null(Sees(Manager, Day(31, hour: 0)));
    }

    [Fact]
    public void Whoever_has_the_referral_and_is_asked_to_sign_sees_it_as_the_receiver()
    {
        var report = story.Reports(Facts("grooming"));
        story.Refers("childrens-social-care", Friday, report);
        story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult"], "Consultation first", "why", true, Manager.Team, Agency.SocialCare));
        Assert.Equal(Relation.Receiver, Sees(Manager, Day(30))?.By);
    }

    [Fact]
    public void A_signature_is_for_what_stood_there_and_for_no_earlier_day()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Consultation first", "why", false));
        var early = Assert.IsType<Refused>(story.Decide(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "I agree"), On(26)));
        Assert.Equal(["happened"], early.Refusals.Select(refusal => refusal.Field));
        Assert.Null(story.Duty("sign-override").MetBy);
        story.Records(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
        Assert.NotNull(story.Duty("sign-override").MetBy);
        story.Refuses("", Teacher, Day(30), new Corrected(asked.Id, new Concern.LessAsked(report.Id, ["coerced", "adult"], "Nothing", "why", false),
            "I forgot one"));
        Assert.Equal(DutyState.Overdue, story.Duty("refer:police-or-social-care").On(On(30)));      // the other rule asks for it still
    }

    [Fact]
    public void What_is_asked_is_put_right_by_whoever_asked_and_before_it_is_answered_alone()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["coerced"], "Consultation first", "why", true, Manager.Team,
            Agency.SocialCare));
        var other = new Concern.LessAsked(report.Id, ["coerced", "adult"], "Nothing", "why", false, Manager.Team, Agency.SocialCare);
        story.Refuses("", SafeguardingLead, Friday, new Corrected(asked.Id, other, "As I see it"));      // or they would sign their own words
        story.Refuses("", SafeguardingLead, Friday, new Corrected(asked.Id, null, "As I see it"));
        story.Records(Teacher, Friday, new Corrected(asked.Id, other, "It is about nobody here"));
        // it may have been about their own staff: somebody outside signs
        story.Refuses("", SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, true, "I agree"));
        var refused = story.Records(Manager, Friday, new Concern.LessSigned(asked.Id, false, "Refer"));
        // nobody turns another's answer
        story.Refuses("", OtherLead, Friday, new Corrected(refused.Id, new Concern.LessSigned(asked.Id, true, "I agree"), "A slip"));
        Assert.All(story.Duties().Where(d => d.Name.StartsWith("refer:", StringComparison.Ordinal)), duty =>
            Assert.NotEqual(DutyState.NoLongerNeeded, duty.On(On(27))));
    }

    [Fact]
    public void An_answer_is_put_right_and_taken_away_only_by_somebody_who_could_have_given_it()
    {
        var report = story.Reports(Facts("grooming"));
        var asked = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult", "coerced"], "Consultation first", "why", false));
        var refused = story.Records(SafeguardingLead, Friday, new Concern.LessSigned(asked.Id, false, "Refer"));
        story.Refuses("", Teacher, Friday, new Corrected(refused.Id, new Concern.LessSigned(asked.Id, true, "I agree"), "A slip"));
        story.Refuses("", Teacher, Friday, new Corrected(refused.Id, null, "A slip"));
        story.Records(SafeguardingLead, Friday, new Corrected(refused.Id, new Concern.LessSigned(asked.Id, true, "I agree"), "The wrong answer was chosen"));
        Assert.All(story.Duties().Where(d => d.Name.StartsWith("refer:", StringComparison.Ordinal)), duty =>
            Assert.Equal(DutyState.NoLongerNeeded, duty.On(On(27))));
    }

    [Fact]
    public void Danger_and_suicide_are_never_less()
    {
        var report = story.Reports(Facts("something-else", yes: ["immediate-danger", "self-harm"]));
        foreach (var rule in RuleBook.Standard.Newest.Referrals.Where(rule => rule.Cites.Any(id => id is "N1" or "N2")))
            story.Refuses("rules", Teacher, Friday, new Concern.LessAsked(report.Id, [rule.Name], "nothing", "why", false));
    }

    [Fact]
    public void Facts_that_cannot_be_are_refused_beside_their_fields()
    {
        story.Refuses("forms", Teacher, Friday, new Concern.Reported(Facts("grooming") with { Forms = [] }));
        story.Refuses("forms", Teacher, Friday, new Concern.Reported(Facts("adult-involved")));
        story.Refuses("self-harm", Teacher, Friday, new Concern.Reported(Facts("grooming", yes: ["self-harm"], no: ["self-harm"])));
        story.Refuses("children", Teacher, Friday, new Concern.Reported(Facts("grooming", children: [new(Guid.Empty, ["shown"], 18)])));
        story.Refuses("story", Teacher, Friday, new Concern.StoryWritten(null, null, null));
        story.Refuses("duty", Teacher, Friday, new Concern.StepTaken("strategy-discussion", [], [], "Held"));
        var act = new Act(Story.IdOf("act"), Teacher, London.InstantOf(On(27), default), On(28));
        Assert.Equal("happened", Assert.Single(Assert.IsType<Refused>(Catalogue.Decide(story.File.View(), act,
            new NewEntry(new Concern.Reported(Facts("grooming"), true), story.Report))).Refusals).Field);
    }

    private CaseAccess? Sees(Author who, DateTime at) => CaseAccess.Of(new(who.Account, who.Role, who.Agency, who.Team), story.File.View().Circle,
        London.InstantOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)));
}
