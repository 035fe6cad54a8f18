using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class ReferralTests
{
    private const string SocialCare = "childrens-social-care";
    private readonly Story story = new("referral");

    [Fact]
    public void A_concern_opens_one_duty_to_refer_for_each_recipient_due_the_day_of_awareness()
    {
        story.Reports(Facts("indecent-images", yes: ["adult-made-or-held-images", "lives-with-children"]));
        Assert.Equal(["refer:childrens-social-care", "refer:police", "refer:police-or-social-care"], story.Duties()
            .Where(d => d.Name.StartsWith("refer:", StringComparison.Ordinal)).Select(d => d.Name).Order(StringComparer.Ordinal));
        Assert.Equal(On(27), story.Duty("refer:police").Due);
        Assert.Equal((DutyState.DueToday, DutyState.Overdue), (story.Duty("refer:police").On(On(27)), story.Duty("refer:police").On(On(28))));
    }

    [Fact]
    public void The_call_meets_it_on_the_day_on_which_it_was_made_and_late_after_that()
    {
        var report = story.Reports(Facts("grooming"));
        story.Refers(SocialCare, Friday, report);
        Assert.Equal(DutyState.Met, story.Duty("refer:police-or-social-care").On(On(30)));

        var late = new Story("late");
        var reported = late.Reports(Facts("grooming"));
        late.Refers(SocialCare, Day(30), reported);
        Assert.Equal(DutyState.MetLate, late.Duty("refer:police-or-social-care").On(On(30)));
    }

    [Fact]
    public void A_call_that_names_another_cause_or_another_recipient_meets_nothing()
    {
        var first = story.Reports(Facts("grooming"));
        var second = story.Records(SafeguardingLead, Day(30), new Concern.Reported(Facts("grooming", aware: Day(30))));
        story.Refers("health", Friday, first);
        story.Refers(SocialCare, Day(30), second);
        var duties = story.Duties().Where(d => d.Name == "refer:police-or-social-care").ToList();
        Assert.Equal([DutyState.Overdue, DutyState.Met], duties.Select(d => d.On(On(30))));
    }

    [Fact]
    public void A_call_before_anybody_was_aware_meets_nothing()
    {
        var report = story.Reports(Facts("grooming"));
        var made = new Referral.Made(SocialCare, null, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]);
        story.Records(Teacher, Day(28), made, happened: On(26));
        Assert.Null(story.Duty("refer:police-or-social-care").MetBy);
    }

    [Fact]
    public void Receipt_decision_and_feedback_are_due_a_working_day_each_and_the_referrer_chases_after_two()
    {
        var report = story.Reports(Facts("grooming"));
        var made = story.Refers(SocialCare, Friday, report);
        Assert.Equal((On(30), On(31)), (story.Duty("receive-referral").Due, story.Duty("chase-referral").Due));

        var received = story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, "R-1"));
        Assert.Equal((DutyState.Met, On(31)), (story.Duty("receive-referral").On(On(30)), story.Duty("decide-referral").Due));
        Assert.Equal(received.Id, Assert.Single(story.Duty("decide-referral").Causes));

        story.Records(SocialWorker, Day(2, 4), new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Assessment"));
        Assert.Equal((DutyState.MetLate, DutyState.MetLate), (story.Duty("decide-referral").On(On(2, 4)), story.Duty("chase-referral").On(On(2, 4))));
        Assert.Equal(On(7, 4), story.Duty("tell-referrer").Due);      // Good Friday and Easter Monday are no working days

        story.Records(SocialWorker, Day(7, 4), new Referral.FedBack(made.Id, "Accepted. Say nothing to the family yet."));
        Assert.Equal(DutyState.Met, story.Duty("tell-referrer").On(On(7, 4)));
    }

    [Fact]
    public void Facts_that_change_after_the_call_open_a_call_of_their_own_and_before_it_join_the_one_that_is_open()
    {
        var report = story.Reports(Facts("youth-produced-imagery", yes: ["coerced-blackmailed-or-groomed"]));
        var early = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", yes: ["coerced-blackmailed-or-groomed", "adult-involved"]), "An adult wrote to her"));
        var open = story.Duty("refer:police-or-social-care");
        Assert.Equal([report.Id, early.Id], open.Causes);
        Assert.Equal(On(27), open.Due);
        story.Refers(SocialCare, Friday, report);
        Assert.Null(story.Duty("refer:police-or-social-care").MetBy);      // the change was not passed on
        story.Refers(SocialCare, Friday, early);
        Assert.NotNull(story.Duty("refer:police-or-social-care").MetBy);

        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", yes: ["coerced-blackmailed-or-groomed", "adult-involved", "capacity-concern", "offline-meeting-arranged"],
            aware: Day(30)), "They mean to meet"));
        var calls = story.Duties().Where(d => d.Name == "refer:police-or-social-care").ToList();
        Assert.Equal([DutyState.Met, DutyState.DueToday], calls.Select(d => d.On(On(30))));
    }

    [Fact]
    public void Police_who_report_themselves_know_already_and_nobody_else_can_say_so()
    {
        var report = story.Records(Officer, Friday, new Concern.Reported(Facts("indecent-images", yes: ["adult-made-or-held-images"])));
        story.Refuses("to", Teacher, Friday, new Referral.KnewAlready("police", "PC Ward", [report.Id]));
        story.Records(Officer, Friday, new Referral.KnewAlready("police", "PC Ward", [report.Id]));
        Assert.Equal(DutyState.Met, story.Duty("refer:police").On(On(27)));
    }

    [Fact]
    public void What_a_record_needs_is_asked_for_all_at_once()
    {
        story.Reports(Facts("grooming"));
        var refused = Assert.IsType<Refused>(story.Decide(Teacher, Friday, new Referral.Made("nobody", null, null, null, null, [])));
        Assert.Equal(["to", "by", "spoke-to", "causes"], refused.Refusals.Select(refusal => refusal.Field));
        story.Refuses("spoke-to", Teacher, Friday, new Referral.Made("police", null, Referral.Means.Telephone, " ", null, []));
    }

    [Fact]
    public void The_last_decision_counts_and_is_fed_back_anew()
    {
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.NotForUs, "Known to another area", "Another service"));
        story.Records(SocialWorker, Day(30), new Referral.FedBack(made.Id, "Not accepted"));
        story.Records(Manager, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "It is ours"));
        Assert.Null(story.Duty("tell-referrer").MetBy);
        Assert.All(story.File.View().Members, member => Assert.Null(member.Until));
    }

    [Fact]
    public void What_was_only_written_counts_when_it_is_received_and_a_call_before_new_facts_does_not_pass_them_on()
    {
        var report = story.Reports(Facts("grooming"));
        var written = story.Records(Teacher, Friday, new Referral.Made(SocialCare, null, Referral.Means.Writing, null, null, [report.Id]));
        Assert.Null(story.Duty("refer:police-or-social-care").MetBy);
        story.Records(SocialWorker, Day(30), new Referral.Received(written.Id, null));
        Assert.Equal(DutyState.MetLate, story.Duty("refer:police-or-social-care").On(On(30)));

        var other = new Story("facts after the call");
        var first = other.Reports(Facts("grooming"));
        var change = other.Records(Teacher, Day(29), new Concern.FactsChanged(first.Id, Facts("grooming", yes: ["adult-involved"], aware: Day(29)),
            "An adult wrote to her"));
        other.Records(Teacher, Day(30), new Referral.Made(SocialCare, null, Referral.Means.Telephone, "Ms Okafor", null, [first.Id, change.Id]),
            happened: On(27));
        Assert.Null(other.Duty("refer:police-or-social-care").MetBy);
    }

    [Fact]
    public void It_is_received_and_decided_by_the_team_it_was_made_to_and_not_by_one_that_was_asked_to_sign()
    {
        var asked = new Author(Story.IdOf("asked"), Role.SocialCareManager, Agency.SocialCare, Story.IdOf("another team"));
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"]));
        story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult"], "Advice", "why", true, asked.Team, asked.Agency));
        var made = story.Refers(SocialCare, Friday, report);
        var open = story.Records(Teacher, Friday, new Referral.Made(SocialCare, null, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]));
        story.Refuses("", asked, Friday, new Referral.KnewAlready(SocialCare, "Ms Reed", [report.Id]));
        foreach (var one in new[] { made, open }) story.Refuses("of", asked, Friday, new Referral.Received(one.Id, null));
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Friday, new Referral.Received(open.Id, null));      // a team that has the case
        foreach (var one in new[] { made, open })
        {
            story.Refuses("of", asked, Friday, new Referral.Decided(one.Id, null, Referral.Outcome.Assessment, "Ours"));
            story.Refuses("of", asked, Friday, new Referral.FedBack(one.Id, "Ours"));
        }

        var taken = story.Records(SocialWorker, Friday, new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Ours"));
        story.Records(SocialWorker, Friday, new CaseLead.LeadNamed(asked.Account, asked.Team));
        story.Records(asked, Day(30), new Referral.FedBack(made.Id, "Taken on"));      // they have the whole
        Assert.Equal(taken.Id, story.Duty("name-lead").Causes[0]);
    }

    [Fact]
    public void What_another_team_of_the_service_recorded_of_a_referral_before_is_still_put_right_by_it()
    {
        var other = SocialWorker with { Account = Story.IdOf("other"), Team = Story.IdOf("another team") };
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        var act = new Act(story.Id("as it was"), other, story.File.Entries[^1].Act.RecordedAt, On(27));
        var was = new Entry(0, act, story.Report, Subjects.TheCase, new Referral.Received(made.Id, "R-1"));
        var view = story.File.With(was).Within(ReadScope.Of(story.Report)).View();
        var correct = act with { Id = story.Id("correct") };
        Decided Corrects(EntryId of) =>
            Catalogue.Decide(view, correct, new NewEntry(new Corrected(was.Id, new Referral.Received(of, "R-2"), "A slip"), story.Report));
        Assert.IsType<Allowed>(Corrects(made.Id));
        Assert.IsType<Refused>(Corrects(story.File.Entries[0].Id));
    }

    [Fact]
    public void It_is_received_by_the_service_it_was_made_to_and_decided_after_that()
    {
        var made = story.Refers(SocialCare, Friday, story.Reports(Facts("grooming")));
        story.Refuses("of", Officer, Friday, new Referral.Received(made.Id, null));
        story.Refuses("of", SocialWorker, Friday, new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "why"));
        story.Refuses("of", SocialWorker, Friday, new Referral.FedBack(made.Id, "We have it"));      // nothing is decided yet
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, null));
        story.Refuses("of", Teacher, Friday, new Referral.Decided(made.Id, null, Referral.Outcome.NotForUs, "why", "Another service"));
        story.Refuses("of", Teacher, Friday, new Referral.FedBack(made.Id, "why"));
        story.Refuses("outcome", SocialWorker, Friday, new Referral.Decided(made.Id, null, null, ""));
        story.Refuses("words", SocialWorker, Friday, new Referral.FedBack(made.Id, ""));
    }
}
