using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Access.Partnership;

namespace Lapwing.Casework.Tests.Access;

/// <summary>Who stands in whose place, to the minute: cover, out of hours, a team that somebody has left, a team of last resort.</summary>
public sealed class StandingInTests
{
    private static readonly Paper report = new(PaperKind.Report, Story.IdOf("report"));
    private readonly Partnership all = new();

    [Fact]
    public void Cover_begins_with_the_first_minute_of_the_first_day_and_ends_with_the_last_of_the_last()
    {
        all.Away("Bea L.", Hill, "Col M.", "2026-07-18", "2026-08-31", "2026-07-17T16:00");
        Assert.Empty(all.Others("Col M.", Hill, "2026-07-17T23:59"));
        Assert.Equal([(Account("Bea L."), Relation.Covering)], all.Others("Col M.", Hill, "2026-07-18T00:00"));
        Assert.Equal([(Account("Bea L."), Relation.Covering)], all.Others("Col M.", Hill, "2026-08-31T23:59"));
        Assert.Empty(all.Others("Col M.", Hill, "2026-09-01T00:00"));
        Assert.False(all.Of("Bea L.", Hill, "2026-08-01T12:00").IsGone);      // she may look at her own work all the same
        all.Say(new AwayEnded(Story.IdOf("away Bea L. 2026-07-18")), "2026-08-10T09:30");
        Assert.Single(all.Others("Col M.", Hill, "2026-08-10T09:29"));
        Assert.Empty(all.Others("Col M.", Hill, "2026-08-10T09:30"));
    }

    [Fact]
    public void Cover_lasts_to_the_end_of_a_day_on_which_the_clocks_go_back()
    {
        all.Away("Bea L.", Hill, "Col M.", "2026-10-24", "2026-10-25");      // that day has 25 hours
        var last = new DateTimeOffset(2026, 10, 25, 23, 59, 59, TimeSpan.Zero);
        var standing = new StandingIn(all.Register, Lapwing.Casework.Calendar.WorkingDays.EnglandAndWales);
        Assert.Single(standing.Viewer(Account("Col M."), Hill, last).Others);
        Assert.Empty(standing.Viewer(Account("Col M."), Hill, last.AddSeconds(1)).Others);
        Assert.Single(standing.Viewer(Account("Col M."), Hill, new(2026, 10, 23, 23, 0, 0, TimeSpan.Zero)).Others);      // midnight, by London's clock
        Assert.Empty(standing.Viewer(Account("Col M."), Hill, new(2026, 10, 23, 22, 59, 0, TimeSpan.Zero)).Others);
    }

    [Theory]
    [InlineData("2026-04-04T02:00", true)]       // a Saturday
    [InlineData("2026-04-03T11:00", true)]       // Good Friday
    [InlineData("2026-04-07T08:59", true), InlineData("2026-04-07T09:00", false), InlineData("2026-04-07T16:59", false), InlineData("2026-04-07T17:00", true)]
    [InlineData("2026-03-29T01:30", true)]       // an hour that is left out, when the clocks go forward
    public void The_team_that_covers_out_of_hours_stands_in_by_the_clock_for_the_team_that_it_covers_alone(string at, bool covers)
    {
        Assert.Equal(covers ? [(Duty, Relation.OutOfHours)] : [], all.Others("Nik O.", Night, at));
        var viewer = all.Of("Nik O.", Night, at);
        Assert.Equal(covers, Sees(viewer, new Membership(null, Duty, Relation.Receiver, report, default), at));
        Assert.Equal(covers, Sees(viewer, new Membership(null, Duty, Relation.Manager, Paper.Whole, default), at));
        Assert.False(Sees(viewer, new Membership(null, North, Relation.Manager, Paper.Whole, default), at));
        if (covers) Assert.Equal(new(Account("Nik O."), Role.OutOfHoursWorker, Agency.SocialCare, Duty), viewer.Others[0].Author);
    }

    [Fact]
    public void What_somebody_had_who_has_left_is_theirs_who_answer_for_the_team_or_of_whoever_took_it_over_from_that_minute()
    {
        all.Ends("Ada T.", Hill, "2026-07-01T12:00");
        Assert.Empty(all.Others("Bea L.", Hill, "2026-07-01T11:59"));
        foreach (var name in new[] { "Bea L.", "Col M." })
            Assert.Equal([(Account("Ada T."), Relation.ForTheTeam)], all.Others(name, Hill, "2026-07-01T12:00"));
        Assert.True(all.Of("Ada T.", Hill, "2026-07-01T12:00").IsGone);
        Assert.Null(CaseAccess.Of(all.Of("Ada T.", Hill, "2026-07-01T12:00"),
            Circle.Of([new(Account("Ada T."), null, Relation.Author, report, default)]), At("2026-07-01T12:00")));
        all.Ends("Dee S.", Duty, "2026-07-01T12:00", "Fay W.");
        Assert.Equal([(Account("Dee S."), Relation.Covering)], all.Others("Fay W.", North, "2026-07-02T12:00"));
        Assert.Empty(all.Others("Mo K.", Duty, "2026-07-02T12:00"));
        Assert.Empty(all.Others("Ed A.", Advice, "2026-07-02T12:00"));
    }

    [Fact]
    public void Of_a_setting_with_nobody_left_the_team_of_last_resort_has_what_was_the_teams_and_what_was_each_persons()
    {
        Assert.Empty(all.Others("Ed A.", Advice, "2026-07-01T12:00"));
        all.Ends("Vic B.", Club, "2026-07-01T12:00");
        Assert.Empty(all.Others("Ed A.", Advice, "2026-07-01T11:59"));
        Assert.Equal([(Club, Relation.LastResort), (Account("Vic B."), Relation.LastResort)], all.Others("Ed A.", Advice, "2026-07-01T12:00"));
        Assert.All(all.Of("Ed A.", Advice, "2026-07-02T12:00").Others, place => Assert.Equal((Club, Agency.Voluntary), (place.Team, place.Agency)));
    }

    [Fact]
    public void A_school_of_which_everybody_is_away_is_the_team_of_last_resorts_and_one_with_cover_is_not()
    {
        foreach (var name in new[] { "Bea L.", "Ada T." }) all.Away(name, Hill, null, "2026-08-01", "2026-08-31");
        Assert.Equal([(Account("Bea L."), Relation.ForTheTeam), (Account("Ada T."), Relation.ForTheTeam)],
            all.Others("Col M.", Hill, "2026-08-10T12:00"));
        Assert.Empty(all.Others("Ed A.", Advice, "2026-08-10T12:00"));
        all.Away("Col M.", Hill, null, "2026-08-01", "2026-08-31");
        Assert.Equal(4, all.Others("Ed A.", Advice, "2026-08-10T12:00").Count());
        Assert.Empty(all.Others("Ed A.", Advice, "2026-09-01T00:00"));
        all.Give("Gus R.", Dale, Role.Practitioner);      // of the same organisation
        all.Say(new AwayEnded(Story.IdOf("away Col M. 2026-08-01")), "2026-08-05T09:00");
        all.Away("Col M.", Hill, "Gus R.", "2026-08-06", "2026-08-31");
        Assert.Equal([(Account("Col M."), Relation.Covering)], all.Others("Gus R.", Dale, "2026-08-10T12:00"));
        Assert.DoesNotContain(all.Others("Ed A.", Advice, "2026-08-10T12:00"), one => one.Whom == Hill || one.Whom == Account("Col M."));
    }

    [Fact]
    public void Cover_is_not_handed_on_and_whoever_has_no_post_or_another_organisations_covers_nobody()
    {
        all.Away("Bea L.", Hill, "Col M.", "2026-08-01", "2026-08-31");
        all.Away("Col M.", Hill, "Ada T.", "2026-08-10", "2026-08-20");
        Assert.Equal([(Account("Col M."), Relation.Covering)], all.Others("Ada T.", Hill, "2026-08-15T12:00"));
        Assert.Equal([(Account("Bea L."), Relation.LastResort)], all.Others("Ed A.", Advice, "2026-08-15T12:00"));      // nobody there answers for the team
        all.Ends("Col M.", Hill, "2026-08-21T09:00");
        Assert.Empty(all.Others("Col M.", Hill, "2026-08-21T09:00"));
        all.Away("Dee S.", Duty, "Bea L.", "2026-08-01", "2026-08-31");
        Assert.DoesNotContain((Account("Dee S."), Relation.Covering), all.Others("Bea L.", Hill, "2026-08-02T12:00"));
    }

    [Fact]
    public void Who_says_who_has_which_post_stands_in_for_nobody()
    {
        all.Away("Bea L.", Hill, "holder", "2026-08-01", "2026-08-31");
        Assert.Empty(all.Others("holder", Office, "2026-08-02T12:00"));
    }

    [Fact]
    public void Somebody_with_two_posts_sees_in_each_what_is_of_it_and_so_does_whoever_covers_one()
    {
        all.Give("Bea L.", North, Role.SocialWorker);
        all.Away("Bea L.", Hill, "Col M.", "2026-08-01", "2026-08-31");
        const string Then = "2026-08-02T12:00";
        Membership school = new(Account("Bea L."), null, Relation.Author, report, default) { In = Hill },
            council = new(Account("Bea L."), null, Relation.Worker, Paper.Whole, default) { In = North };
        Assert.Equal((true, false), (Sees(all.Of("Bea L.", Hill, Then), school, Then), Sees(all.Of("Bea L.", Hill, Then), council, Then)));
        Assert.Equal((false, true), (Sees(all.Of("Bea L.", North, Then), school, Then), Sees(all.Of("Bea L.", North, Then), council, Then)));
        Assert.Equal((true, false), (Sees(all.Of("Col M.", Hill, Then), school, Then), Sees(all.Of("Col M.", Hill, Then), council, Then)));
    }

    [Fact]
    public void Being_left_out_wins_over_every_way_of_standing_in_of_whoever_covers_and_of_whom_they_cover()
    {
        all.Away("Bea L.", Hill, "Col M.", "2026-08-01", "2026-08-31");
        const string Then = "2026-08-02T12:00";
        var place = new Membership(Account("Bea L."), null, Relation.Author, report, default) { In = Hill };
        var viewer = all.Of("Col M.", Hill, Then);
        CaseAccess? With(params LeftOut[] leftOut) => CaseAccess.Of(viewer, new([place], leftOut), At(Then));
        Assert.Equal(Relation.Covering, With()!.Logged);
        foreach (var name in new[] { "Bea L.", "Col M." })
        {
            Assert.Null(With(new LeftOut(Account(name), null, "")));
            Assert.Null(With(new LeftOut(null, NameSounds.OfAccount(name)[0], "")));
            Assert.NotNull(With(new LeftOut(null, NameSounds.OfAccount(name)[0], LeftOut.Named([Account(name)]))));
        }

        Assert.NotNull(With(new LeftOut(Account("Ada T."), null, "")));
    }

    [Fact]
    public void A_lead_who_must_not_see_a_report_does_not_come_to_it_by_standing_in_for_its_author_or_for_whoever_sees_it_instead()
    {
        all.Give("Gus R.", Hill, Role.SafeguardingLead);
        all.Away("Gus R.", Hill, "Col M.", "2026-08-01", "2026-08-31");
        all.Ends("Ada T.", Hill, "2026-08-01T12:00");
        const string Then = "2026-08-02T12:00";
        Circle circle = new([new(Account("Ada T."), null, Relation.Author, report, default) { In = Hill },
            new(Account("Gus R."), null, Relation.StandIn, report, default)],
            [new LeftOut(null, null, LeftOut.Named([Account("Ada T."), Account("Gus R.")])) { LeadsOf = Hill }]);
        foreach (var name in new[] { "Bea L.", "Col M." }) Assert.Null(CaseAccess.Of(all.Of(name, Hill, Then), circle, At(Then)));
        Assert.NotNull(CaseAccess.Of(all.Of("Bea L.", Hill, Then), circle with { LeftOut = [] }, At(Then)));      // for the team, of whoever has left
        Assert.NotNull(CaseAccess.Of(all.Of("Gus R.", Hill, Then), circle, At(Then)));      // in their own place
    }

    private static bool Sees(Viewer viewer, Membership place, string at) => CaseAccess.Of(viewer, Circle.Of([place]), At(at)) is not null;
}
