using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
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

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void A_safeguarding_lead_whom_it_is_or_may_be_about_sees_nothing(bool? mayLeadSee)
    {
        story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), mayLeadSee));
        Assert.Null(Of(SafeguardingLead));
        Assert.NotNull(Of(Teacher));
    }

    [Fact]
    public void The_team_that_a_referral_was_made_to_sees_its_report_from_then_on()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming")));
        story.Records(Teacher, Day(30), new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]));
        Assert.Equal((Relation.Receiver, false), Of(SocialWorker, Day(30, hour: 11)));
        Assert.Equal([story.Report], Standing.Of(Viewer(SocialWorker), Circle.Of(story.File), At(Day(31)))!.Sight.Papers);
    }

    [Fact]
    public void A_referral_that_was_not_accepted_is_seen_until_the_day_of_the_feedback_is_over()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming")));
        var made = story.Records(Teacher, Friday, new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, Referral.Outcome.NotAccepted, "Known to another area"));
        Assert.NotNull(Of(SocialWorker, Day(30, 4)));
        story.Records(SocialWorker, Day(31), new Referral.FedBack(made.Id, "Call the other area"));
        Assert.NotNull(Of(SocialWorker, Day(31, hour: 23)));
        Assert.Null(Of(SocialWorker, Day(1, 4, hour: 0)));
    }

    [Fact]
    public void A_clock_that_was_ahead_hides_nothing_from_anybody()
    {
        var report = story.Records(Teacher, Friday.AddDays(31), new Concern.Reported(Facts("grooming"), true));
        story.Records(Teacher, Friday.AddDays(31), new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]));
        Assert.NotNull(Of(Teacher, Friday));
        Assert.NotNull(Of(SafeguardingLead, Friday));
        Assert.NotNull(Of(SocialWorker, Friday));
    }

    [Fact]
    public void What_ends_with_a_day_ends_with_the_day_by_which_it_was_recorded_though_a_clock_was_ahead()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming")));
        var made = story.Records(Teacher, Friday, new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null, [report.Id]));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, Referral.Outcome.NotAccepted, "Known to another area"));
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
        Membership paper = new(viewer.Account, null, Relation.Receiver, story.Report, At(Day(27))), whole = new(viewer.Account, null, Relation.Added, Paper.Whole, At(Day(28)), At(Day(30)));
        Assert.True(Standing.Of(viewer, [paper, whole], At(Day(28)))!.Sight.IsWhole);
        Assert.False(Standing.Of(viewer, [paper, whole], At(Day(30)))!.Sight.IsWhole);
        Assert.Null(Standing.Of(viewer, [whole], At(Day(30))));
        Assert.Throws<ArgumentException>(() => Sight.Of());
    }

    private (Relation By, bool IsWhole)? Of(Author who, DateTime? at = null) =>
        Standing.Of(Viewer(who), Circle.Of(story.File), At(at ?? Day(1, 5))) is { } standing ? (standing.By, standing.Sight.IsWhole) : null;

    private static Viewer Viewer(Author who) => new(who.Account, who.Role, who.Agency, who.Team);

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));
}
