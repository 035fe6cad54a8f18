using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Access.Partnership;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Casework.Tests.Access;

/// <summary>What standing in does not give: a second will, a place for oneself, a place for ever; and that a team is never left with nobody.</summary>
public sealed class StandInLimitsTests
{
    private const string Then = "2026-08-02T12:00";
    private readonly Partnership all = new();

    [Fact]
    public void Whoever_took_over_a_post_stands_in_no_more_for_somebody_who_has_another_post_in_the_same_team()
    {
        all.Ends("Ada T.", Hill, "2026-08-01T12:00", "Col M.");
        Assert.Equal([(Account("Ada T."), Relation.Covering)], all.Others("Col M.", Hill, Then));
        all.Say(new PostGiven(Story.IdOf("as deputy"), Account("Ada T."), Hill, Role.SafeguardingLead, "Deputy", Day("2026-08-01"), null));
        Assert.Empty(all.Others("Col M.", Hill, Then));
    }

    [Fact]
    public void An_account_holder_who_has_a_post_with_cases_gives_themselves_no_place_by_cover_either()
    {
        all.Say(new PostGiven(Story.IdOf("teaches"), Holder.Account, Hill, Role.Practitioner, "Teacher", Day("2020-09-01"), null));
        AwayNamed away = new(Story.IdOf("away"), Post("Bea L.", Hill), Holder.Account, Day("2026-08-01"), Day("2026-08-31"));
        Assert.Equal(["covered-by"], all.Refused(Holder, away));
        Assert.Equal(["taken-by"], all.Refused(Holder, new PostEnded(Post("Bea L.", Hill), Holder.Account)));
        Assert.Empty(all.Refused(all.By("Bea L.", Hill), away));      // whom she covers says it
    }

    [Fact]
    public void A_team_is_never_left_with_nobody_who_answers_for_it_on_any_of_the_days()
    {
        all.Ends("Ed A.", Advice, "2026-06-01T12:00", "Ed A.");      // nobody is left of the team of last resort
        AwayNamed first = new(Story.IdOf("first"), Post("Bea L.", Hill), null, Day("2026-08-01"), Day("2026-08-20")),
            second = new(Story.IdOf("second"), Post("Col M.", Hill), null, Day("2026-08-20"), Day("2026-08-31"));
        Assert.Empty(all.Refused(Holder, first));
        all.Say(first);
        Assert.Equal(["covered-by"], all.Refused(Holder, second));
        Assert.Empty(all.Refused(Holder, second with { From = Day("2026-08-21") }));
        Assert.Empty(all.Refused(Holder, second with { CoveredBy = Account("Ada T.") }));
        all.Ends("Bea L.", Hill, "2026-07-01T12:00");
        Assert.Equal(["taken-by"], all.Refused(Holder, new PostEnded(Post("Col M.", Hill), null)));
        Assert.Empty(all.Refused(Holder, new PostEnded(Post("Col M.", Hill), Account("Ada T."))));
    }

    [Fact]
    public void Where_no_role_of_a_team_signs_its_people_stand_in_for_each_other_and_in_a_setting_only_those_who_answer_for_it()
    {
        all.Give("Wil D.", North, Role.SocialWorker);
        all.Give("Zoe D.", North, Role.SocialWorker);
        all.Ends("Wil D.", North, "2026-08-01T12:00");
        Assert.Equal([], all.Others("Zoe D.", North, Then));      // Fay W. manages it
        all.Ends("Fay W.", North, "2026-08-01T12:00");
        Assert.Equal([(Account("Wil D."), Relation.ForTheTeam)], all.Others("Zoe D.", North, Then));      // and nothing of the manager's
        all.Give("Tim T.", Hill, Role.Practitioner);
        foreach (var name in new[] { "Ada T.", "Bea L.", "Col M." }) all.Ends(name, Hill, "2026-08-01T12:00");
        Assert.Empty(all.Others("Tim T.", Hill, Then));
    }

    [Fact]
    public void A_team_of_last_resort_stands_with_the_role_of_a_settings_lead_whatever_its_own_is()
    {
        all.Say(new LastResortNamed(Story.IdOf("club org"), North));
        all.Ends("Vic B.", Club, "2026-08-01T12:00");
        var viewer = all.Of("Fay W.", North, Then);
        Membership lead = new(null, Club, Relation.SafeguardingLead, new(PaperKind.Report, Story.IdOf("report")), default);
        Assert.NotNull(CaseAccess.Of(viewer, Circle.Of([lead]), At(Then)));
        Assert.Null(CaseAccess.Of(all.Of("Fay W.", North, "2026-07-31T12:00"), Circle.Of([lead]), At("2026-07-31T12:00")));
    }

    [Theory]
    [InlineData(TeamKind.FrontDoor), InlineData(TeamKind.ReferralDesk), InlineData(TeamKind.OutOfHours)]
    public void No_school_makes_itself_a_team_that_asks_whether_somebody_is_known(TeamKind kind)
    {
        TeamAdded added = new(Story.IdOf("new"), Story.IdOf("hill trust"), "A team", kind);
        Assert.Equal(["kind"], all.Refused(Holder, added));
        Assert.Equal(kind == TeamKind.ReferralDesk ? ["kind"] : [], all.Refused(CouncilHolder, added with { Organisation = Story.IdOf("council") }));
        Assert.Empty(all.Refused(Holder, added with { Kind = TeamKind.CaseTeam }));
    }

    [Fact]
    public void Who_covers_is_ended_early_by_whoever_is_away_or_said_so_and_by_no_colleague()
    {
        AwayNamed away = new(Story.IdOf("away"), Post("Bea L.", Hill), Account("Ada T."), Day("2026-08-01"), Day("2026-08-31"));
        all.Say(away, "2026-07-20T12:00", Holder);
        AwayEnded back = new(away.Id);
        foreach (var by in new[] { Holder, all.By("Bea L.", Hill) }) Assert.Empty(all.Refused(by, back, Then));
        foreach (var by in new[] { all.By("Col M.", Hill), all.By("Ada T.", Hill), CouncilHolder,
            all.By("Ada T.", Hill) with { Role = Role.SafeguardingLead, For = Account("Bea L.") } }) Assert.Equal([""], all.Refused(by, back, Then));
        foreach (var name in new[] { "Bea L.", "Ada T." })
            Assert.Contains(all.Register.ChangesAbout(Account(name)), change => change.Change == away);      // each is told
    }

    [Fact]
    public void Whoever_answers_for_a_team_names_another_cover_where_the_first_is_not_there_and_everybody_concerned_is_told()
    {
        AwayNamed first = new(Story.IdOf("first"), Post("Bea L.", Hill), Account("Ada T."), Day("2026-08-01"), Day("2026-08-31"));
        all.Say(first, "2026-07-20T12:00", all.By("Bea L.", Hill));
        AwayNamed second = new(Story.IdOf("second"), Post("Bea L.", Hill), Account("Col M."), Day("2026-08-02"), Day("2026-08-09"));
        Assert.Equal(["from"], all.Refused(all.By("Bea L.", Hill), second));      // she ends the first
        Assert.Empty(all.Refused(all.By("Col M.", Hill), second));
        all.Say(second, "2026-08-01T18:00", all.By("Col M.", Hill));
        foreach (var (at, ada, col) in new[] { ("2026-08-01T23:59", 1, 0), ("2026-08-02T00:00", 0, 1), ("2026-08-10T00:00", 1, 0) })
            Assert.Equal((ada, col), (all.Others("Ada T.", Hill, at).Count(), all.Others("Col M.", Hill, at).Count()));
        foreach (var name in new[] { "Bea L.", "Ada T.", "Col M." })
            Assert.Contains(all.Register.ChangesAbout(Account(name)), change => change.Change == second);
    }

    [Fact]
    public void An_account_holder_whose_post_has_a_last_day_is_not_the_last_one_and_two_posts_in_a_team_do_not_overlap()
    {
        all.Give("Sue P.", Office, Role.AccountHolder, until: "2026-12-31");
        Assert.Equal([""], all.Refused(Holder, new PostEnded(Post("holder", Office), null)));
        all.Give("Ann P.", Office, Role.AccountHolder);
        Assert.Empty(all.Refused(Holder, new PostEnded(Post("holder", Office), null)));
        PostGiven later = new(Story.IdOf("later"), Account("Ada T."), Dale, Role.Practitioner, "Teacher", Day("2027-01-01"), null);
        Assert.Empty(all.Refused(Holder, later));
        all.Say(later);
        Assert.Equal(["team"], all.Refused(Holder, later with { Id = Story.IdOf("again"), From = Day("2027-02-01") }));
        Assert.Empty(all.Refused(Holder, later with { Id = Story.IdOf("before"), From = Day("2026-09-01"), Until = Day("2026-12-31") }));
    }

    [Fact]
    public void A_name_that_the_night_team_put_on_something_is_nobodys_when_the_team_that_it_covers_opens()
    {
        Duties.Responsible by = new(Agency.SocialCare, Duty) { Account = Account("Nik O.") };
        bool IsNobodys(string at) => all.Of("Dee S.", Duty, at).Present?.Contains(by.Account!.Value) == false;
        Assert.False(IsNobodys("2026-04-07T08:59"));
        Assert.True(IsNobodys("2026-04-07T09:00"));
        all.Away("Dee S.", Duty, "Fay W.", "2026-04-01", "2026-04-30");
        Assert.Contains(Account("Fay W."), all.Of("Mo K.", Duty, "2026-04-07T12:00").Present!);
        Assert.DoesNotContain(Account("Fay W."), all.Of("Mo K.", Duty, "2026-05-01T12:00").Present!);
    }

    [Fact]
    public void Whoever_covers_somebody_is_no_second_person_beside_them_nor_beside_another_who_does()
    {
        var lead = Fictional.SafeguardingLead;
        var cover = Fictional.Teacher with { Role = Role.SafeguardingLead, For = lead.Account };
        var deputy = lead with { Account = Story.IdOf("deputy") };
        Assert.False(cover.IsApartFrom(lead));
        Assert.False(lead.IsApartFrom(cover));
        Assert.False(cover.IsApartFrom(deputy with { For = lead.Account }));
        Assert.True(deputy.IsApartFrom(cover));
        Story story = new("a stand-in signs");
        story.Adds("a child", Casework.Triage.Involvement.Harmed);
        var report = story.Reports(Fictional.Facts("grooming", children: [story.Child("a child", "harmed")]));
        var asked = story.Records(lead, Fictional.Day(30), new Concern.LessAsked(report.Id,
            [LessWords.Rows(story.File.View(), lead).First().Name], "Something else", "Done already", false));
        story.Refuses("", cover, Fictional.Day(30), new Concern.LessSigned(asked.Id, true, "Agreed"));
        Assert.IsType<Allowed>(story.Decide(deputy, Fictional.Day(30), new Concern.LessSigned(asked.Id, true, "Agreed")));
        Assert.Contains(lead.Account, LessWords.NeverSigns(story.File.View(), asked.Id));
    }

    [Fact]
    public void What_a_night_worker_records_is_the_front_doors_when_it_opens_and_theirs_in_their_own_team()
    {
        Author night = new(Story.IdOf("night"), Role.OutOfHoursWorker, Agency.SocialCare, Fictional.SocialWorker.Team);
        Story story = new("seen at night");
        story.Records(night, Fictional.Friday, new Concern.Reported(Fictional.Facts("grooming"), LeadMaySee: null));
        var circle = story.File.View().Circle;
        var now = London.InstantOf(Fictional.On(28), new(12, 0));
        Assert.NotNull(CaseAccess.Of(Viewer.Of(Fictional.SocialWorker), circle, now));
        Assert.NotNull(CaseAccess.Of(Viewer.Of(night with { Team = Night }), circle, now));
        Assert.NotNull(CaseAccess.Of(Viewer.Of(night), circle, now));
        Assert.Null(CaseAccess.Of(Viewer.Of(Fictional.Officer), circle, now));
    }

    [Fact]
    public void What_a_night_worker_records_of_somebody_who_works_for_social_care_is_handed_on_to_those_alone_who_may_sign()
    {
        Author night = new(Story.IdOf("night"), Role.OutOfHoursWorker, Agency.SocialCare, Fictional.SocialWorker.Team);
        Story story = new("about a colleague at night");
        story.Records(night, Fictional.Friday, new Concern.Reported(Fictional.Facts("grooming"), LeadMaySee: null));
        story.Records(night, Fictional.Friday, new People.Added(story.Id("him"), false, null, null, [Casework.Triage.Involvement.Alleged], null,
            Casework.Logic.Answer.Yes, Agency.SocialCare));
        var circle = story.File.View().Circle;
        var now = London.InstantOf(Fictional.On(28), new(12, 0));
        Assert.Null(CaseAccess.Of(Viewer.Of(Fictional.SocialWorker), circle, now));
        Assert.NotNull(CaseAccess.Of(Viewer.Of(Fictional.Manager), circle, now));
        Assert.NotNull(CaseAccess.Of(Viewer.Of(night), circle, now));
    }
}
