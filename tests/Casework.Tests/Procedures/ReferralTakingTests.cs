using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Procedures.ReferralTaking;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>Who of a team that has a referral does what is due: whoever takes it, until somebody else does, or it is put back.</summary>
public sealed class ReferralTakingTests
{
    private static readonly Author colleague = SocialWorker with { Account = Story.IdOf("another social worker") };
    private static readonly Author otherTeam = SocialWorker with { Account = Story.IdOf("elsewhere"), Team = Story.IdOf("assessment team") };
    private readonly Story story = new("taken");
    private readonly Entry made;

    public ReferralTakingTests()
    {
        story.Adds("Ana", Involvement.Harmed);
        made = story.Refers("childrens-social-care", Friday, story.Reports(Facts("grooming", children: [story.Child("Ana", "harmed")])));
    }

    [Fact]
    public void What_the_receiver_has_to_do_is_of_whoever_took_it_and_due_when_it_was()
    {
        Assert.Equal(new(Agency.SocialCare, SocialWorker.Team), story.Duty("receive-referral").By);
        var due = story.Duty("receive-referral").Due;
        Take(SocialWorker);
        Assert.Equal((new(Agency.SocialCare, SocialWorker.Team, SocialWorker.Account), due),
            (story.Duty("receive-referral").By, story.Duty("receive-referral").Due));
        story.Records(colleague, Day(30, hour: 11), new Referral.Received(made.Id, null));      // whoever received it
        Assert.Equal((SocialWorker.Account, On(31)), (story.Duty("decide-referral").By.Account, story.Duty("decide-referral").Due));
        story.Records(colleague, Day(31), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Advice"));
        Assert.Equal(SocialWorker.Account, story.Duty("tell-referrer").By.Account);
        Assert.Equal(Teacher.Account, story.Duty("chase-referral").By.Account);
    }

    [Fact]
    public void It_is_taken_over_and_put_back_by_anybody_of_the_team_and_the_history_says_so()
    {
        Take(SocialWorker);
        var over = story.Records(colleague, Day(30), new Taken(made.Id, colleague.Account, colleague.Team, SocialWorker.Account));
        Assert.Equal(colleague.Account, story.Duty("receive-referral").By.Account);
        Assert.Equal("The referral was taken over from a colleague", over.Content.Line(story.File));
        Assert.Contains("had it", EntryWords.Line(story.File, over, Staff.Nobody), StringComparison.Ordinal);
        story.Records(SocialWorker, Day(30), new Taken(made.Id, null, null, colleague.Account));
        Assert.Equal(new(Agency.SocialCare, SocialWorker.Team), story.Duty("receive-referral").By);
        Take(colleague);
    }

    [Fact]
    public void A_day_that_is_said_to_be_earlier_does_not_bring_back_an_earlier_name()
    {
        story.Records(SocialWorker, Day(31), new Taken(made.Id, SocialWorker.Account, SocialWorker.Team));
        story.Records(colleague, Day(31), new Taken(made.Id, colleague.Account, colleague.Team, SocialWorker.Account), happened: On(30));
        Assert.Equal(colleague.Account, story.Duty("receive-referral").By.Account);
    }

    [Fact]
    public void A_manager_of_the_team_alone_puts_somebody_else_s_name_on_it()
    {
        story.Refuses("who", SocialWorker, Day(30), new Taken(made.Id, colleague.Account, colleague.Team));
        story.Records(Manager, Day(30), new Taken(made.Id, colleague.Account, colleague.Team));
        Assert.Equal(colleague.Account, story.Duty("receive-referral").By.Account);
    }

    [Fact]
    public void Nobody_outside_the_team_takes_it_and_nobody_of_another_is_named()
    {
        foreach (var by in new[] { Teacher, SafeguardingLead, Officer, otherTeam })
            story.Refuses("of", by, Day(30), new Taken(made.Id, by.Account, by.Team));
        story.Refuses("who", Manager, Day(30), new Taken(made.Id, otherTeam.Account, otherTeam.Team));
        story.Refuses("who", Manager, Day(30), new Taken(made.Id, otherTeam.Account));
        story.Refuses("of", SocialWorker, Day(30), new Taken(story.File.Entries[0].Id, SocialWorker.Account, SocialWorker.Team));
    }

    [Fact]
    public void Whoever_is_left_out_is_not_named_and_what_they_took_is_the_team_s_in_lists()
    {
        var rita = story.AddsAdult("Rita", Involvement.Partner);
        story.Records(SocialWorker, Day(30), new Taken(made.Id, SocialWorker.Account, SocialWorker.Team));
        story.Records(Manager, Day(30), new LeavingOut.AccountLeftOut(colleague.Account, colleague.Agency, colleague.Team, colleague.Role,
            ((People.Added)rita.Content).Person, Tie.Related));
        var refused = Assert.IsType<Refused>(Whole(Manager, new Taken(made.Id, colleague.Account, colleague.Team, SocialWorker.Account)));
        Assert.Equal(("who", WhoIsIn.PersonCannotBeAdded), (refused.Refusals[0].Field, refused.Refusals[0].Words));

        var by = new Responsible(Agency.SocialCare, SocialWorker.Team, SocialWorker.Account);
        var now = story.File.Entries[^1].Act.RecordedAt;
        Assert.Equal(by, OfWhoeverSees(by, story.View, now));
        Assert.Equal(by with { Account = null }, OfWhoeverSees(by with { Account = colleague.Account }, story.View, now));
    }

    [Fact]
    public void While_its_managers_alone_see_it_nobody_else_s_name_is_put_on_it()
    {
        story.Records(Teacher, Friday, new People.Added(story.Id("Max"), false, "Max", null, [Involvement.Alleged], null, Casework.Logic.Answer.Yes,
            Agency.SocialCare));
        story.Refuses("who", Manager, Day(30), new Taken(made.Id, colleague.Account, colleague.Team));
        story.Records(Manager, Day(30), new Taken(made.Id, Manager.Account, Manager.Team));
    }

    [Fact]
    public void Somebody_who_has_it_meanwhile_is_seen_first_and_what_stays_as_it_is_is_not_recorded_again()
    {
        Take(SocialWorker);
        story.Refuses("who", colleague, Day(30), new Taken(made.Id, colleague.Account, colleague.Team));
        story.Refuses("who", SocialWorker, Day(30), new Taken(made.Id, SocialWorker.Account, SocialWorker.Team, SocialWorker.Account));
        story.Records(SocialWorker, Day(30), new Taken(made.Id, null, null, SocialWorker.Account));
        story.Refuses("who", SocialWorker, Day(30), new Taken(made.Id, null));
        story.Refuses("who", colleague, Day(30), new Taken(made.Id, colleague.Account, colleague.Team, SocialWorker.Account));
    }

    [Fact]
    public void When_nothing_of_it_is_due_any_more_it_is_not_taken()
    {
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Advice"));
        Take(colleague);      // the referrer is to be told still
        story.Records(SocialWorker, Day(30), new Referral.FedBack(made.Id, "Advice"));
        story.Refuses("of", SocialWorker, Day(30), new Taken(made.Id, SocialWorker.Account, SocialWorker.Team, colleague.Account));
    }

    [Fact]
    public void It_gives_nobody_a_place_and_is_corrected_by_nobody()
    {
        var members = story.View.Members;
        var taken = Take(SocialWorker);
        Assert.Equal(members, story.View.Members);
        story.Refuses("", SocialWorker, Day(30), new Corrected(taken.Id, null, "A slip"));
        story.Refuses("", SocialWorker, Day(30), new Corrected(taken.Id, new Taken(made.Id, null), "A slip"));
    }

    private Entry Take(Author by) => story.Records(by, Day(30), new Taken(made.Id, by.Account, by.Team));

    private Decided Whole(Author by, Content content) => Catalogue.Decide(story.View,
        new(Story.IdOf("whole"), by, story.File.Entries[^1].Act.RecordedAt, On(30)), Catalogue.Placed(story.File, content));
}
