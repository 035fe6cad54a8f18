using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Access;

public sealed class CircleTests
{
    private readonly Story story = new("circle");

    [Fact]
    public void The_author_and_the_safeguarding_lead_of_the_setting_see_the_report_and_their_colleagues_nothing()
    {
        story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), true));
        Assert.Equal((Relation.Author, false), Of(Teacher));
        Assert.Equal((Relation.SafeguardingLead, false), Of(SafeguardingLead));
        Assert.Null(Of(Teacher with { Account = Story.IdOf("colleague") }));
        Assert.Null(Of(OtherLead));
        Assert.Null(Of(SocialWorker));
    }

    [Fact]
    public void A_safeguarding_lead_whom_it_is_or_may_be_about_sees_nothing_and_whoever_is_named_instead_does()
    {
        story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), false, new(null, Manager.Team, Agency.SocialCare)));
        Assert.Null(Of(SafeguardingLead));
        Assert.NotNull(Of(Teacher));
        Assert.Equal((Relation.StandIn, false), Of(Manager));
        Assert.Null(Of(SocialWorker));      // of the same team, and nobody who signs

        var other = new Story("a deputy");
        var deputy = SafeguardingLead with { Account = Story.IdOf("deputy") };
        other.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), false, new(deputy.Account, null, Agency.Education)));
        Assert.NotNull(CaseAccess.Of(Viewer(deputy), other.File.View().Circle, At(Day(1, 5))));
        Assert.Null(CaseAccess.Of(Viewer(SafeguardingLead), other.File.View().Circle, At(Day(1, 5))));
    }

    [Fact]
    public void Whether_the_lead_sees_it_is_answered_and_who_else_where_they_do_not()
    {
        story.Refuses("lead-may-see", Teacher, Friday, new Concern.Reported(Facts("grooming")));
        story.Refuses("lead-instead", Teacher, Friday, new Concern.Reported(Facts("grooming"), false));
        story.Refuses("lead-instead", Teacher, Friday, new Concern.Reported(Facts("grooming"), false, new(null, Teacher.Team, Agency.Education)));
        story.Refuses("lead-instead", Teacher, Friday, new Concern.Reported(Facts("grooming"), false, new(Teacher.Account, null, Agency.Education)));
        Assert.IsType<Allowed>(story.Decide(Officer, Friday, new Concern.Reported(Facts("grooming"))));
        Assert.IsType<Allowed>(story.Decide(SafeguardingLead, Friday, new Concern.Reported(Facts("grooming"))));
    }

    [Fact]
    public void The_author_shuts_the_lead_out_from_then_on_and_somebody_else_stands_in()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("youth-produced-imagery", yes: ["offline-meeting-arranged"]), true));
        var change = story.Records(Teacher, Friday, new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", no: ["offline-meeting-arranged"]), "None"));
        Concern.LeadShutOut shut = new(report.Id, new(null, Manager.Team, Agency.SocialCare), "Her name is in the messages");
        story.Refuses("of", SafeguardingLead, Day(30), shut);
        story.Refuses("why", Teacher, Day(30), shut with { Why = " " });
        story.Refuses("lead-instead", Teacher, Day(30), shut with { Instead = null });
        var said = story.Records(Teacher, Day(30), shut);
        Assert.NotNull(CaseAccess.Of(Viewer(SafeguardingLead), story.File.Before(said.Id).View().Circle, At(Day(29))));
        Assert.Null(Of(SafeguardingLead, Day(30)));
        Assert.Null(CaseAccess.Of(Viewer(Manager), story.File.Before(said.Id).View().Circle, At(Day(29))));
        Assert.Equal((Relation.StandIn, false), Of(Manager, Day(31)));
        // what was hers to sign goes to them
        Assert.Equal(Manager.Team, Assert.Single(story.Duties(), duty => duty.Name == "sign-override" && duty.Causes[0] == change.Id).By.Team);
        story.Refuses("", Teacher, Day(31), new Corrected(said.Id, null, "It was not about her"));
        story.Refuses("of", Teacher, Day(31), shut);
    }

    [Fact]
    public void The_team_that_a_referral_was_made_to_sees_its_report_from_then_on()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), true));
        story.Records(Teacher, Day(30), new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null,
            [report.Id]));
        Assert.Equal((Relation.Receiver, false), Of(SocialWorker, Day(30, hour: 11)));
        Assert.Equal([story.Report], CaseAccess.Of(Viewer(SocialWorker), story.File.View().Circle, At(Day(31)))!.Scope.Papers);
    }

    [Fact]
    public void A_referral_that_was_not_accepted_is_seen_until_the_day_of_the_feedback_is_over()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), true));
        var made = story.Records(Teacher, Friday, new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor",
            null, [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.NotForUs, "Known to another area", "Another service"));
        Assert.NotNull(Of(SocialWorker, Day(30, 4)));
        story.Records(SocialWorker, Day(31), new Referral.FedBack(made.Id, "Call the other area"));
        Assert.NotNull(Of(SocialWorker, Day(31, hour: 23)));
        Assert.Null(Of(SocialWorker, Day(1, 4, hour: 0)));
    }

    [Fact]
    public void A_clock_that_was_ahead_hides_nothing_from_anybody()
    {
        var report = story.Records(Teacher, Friday.AddDays(31), new Concern.Reported(Facts("grooming"), true));
        story.Records(Teacher, Friday.AddDays(31), new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone,
            "Ms Okafor", null, [report.Id]));
        Assert.NotNull(Of(Teacher, Friday));
        Assert.NotNull(Of(SafeguardingLead, Friday));
        Assert.NotNull(Of(SocialWorker, Friday));
    }

    [Fact]
    public void What_ends_with_a_day_ends_with_the_day_by_which_it_was_recorded_though_a_clock_was_ahead()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), true));
        var made = story.Records(Teacher, Friday, new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor",
            null, [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.NotForUs, "Known to another area", "Another service"));
        var told = story.Records(SocialWorker, Day(30, 6), new Referral.FedBack(made.Id, "Call the other area"));      // two months ahead
        Assert.NotNull(Of(SocialWorker, Day(1, 5)));
        story.Records(Teacher, Day(31), new Concern.StoryWritten("She said so", null, null));
        Assert.Equal(At(Day(31)), story.File.RecordedBy(told.Id));
        Assert.NotNull(Of(SocialWorker, Day(31, hour: 23)));
        Assert.Null(Of(SocialWorker, Day(1, 4, hour: 0)));
        Assert.Equal(story.File.Version, story.File.AsAt(At(Day(31))).Version);
    }

    [Fact]
    public void The_whole_wins_over_papers_and_nothing_counts_after_its_time()
    {
        var viewer = Viewer(SocialWorker);
        Membership paper = new(viewer.Account, null, Relation.Receiver, story.Report, At(Day(27))),
            whole = new(viewer.Account, null, Relation.Added, Paper.Whole, At(Day(28)), At(Day(30)));
        Assert.True(CaseAccess.Of(viewer, Circle.Of([paper, whole]), At(Day(28)))!.Scope.IsWhole);
        Assert.False(CaseAccess.Of(viewer, Circle.Of([paper, whole]), At(Day(30)))!.Scope.IsWhole);
        Assert.Null(CaseAccess.Of(viewer, Circle.Of([whole]), At(Day(30))));
        Assert.Throws<ArgumentException>(() => ReadScope.Of());
    }

    private (Relation By, bool IsWhole)? Of(Author who, DateTime? at = null) =>
        CaseAccess.Of(Viewer(who), story.File.View().Circle, At(at ?? Day(1, 5))) is { } standing ? (standing.By, standing.Scope.IsWhole) : null;

    private static Viewer Viewer(Author who) => new(who.Account, who.Role, who.Agency, who.Team);

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));
}
