using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>
/// Somebody without an account rings social care or the police: the concern, who told of it, the referral and its receipt are one act (S2.3.1, N8, N9).
/// </summary>
public sealed class ReceivedByTelephoneTests
{
    private static readonly DateTime evening = new(2026, 3, 27, 17, 50, 0);
    private static readonly Author nurse = new(Story.IdOf("nurse"), Role.HealthProfessional, Agency.Health, Story.IdOf("nurses"));
    private static readonly Author clerk = SocialWorker with { Account = Story.IdOf("clerk"), Role = Role.Practitioner };
    private readonly Story story = new("rang");

    [Fact]
    public void It_is_received_at_once_and_decided_on_from_then_and_the_receiver_asks_nobody_what_became_of_it()
    {
        Rang(SocialWorker, ReferralSource.Neighbour);
        Assert.Equal(DutyState.Met, story.Duty("refer:police-or-social-care").On(On(27)));
        Assert.Equal(DutyState.Met, story.Duty("receive-referral").On(On(27)));
        Assert.Equal((On(30), new(Agency.SocialCare, SocialWorker.Team)), (story.Duty("decide-referral").Due, story.Duty("decide-referral").By));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "chase-referral");
        Assert.Equal("Told by a neighbour, friend or relative: 01632 960 417",
            ConcernOrigin.Of(story.File, story.File.Entries[0].Id)!.Value.Content.Line(story.File));
    }

    [Fact]
    public void Whoever_rang_is_told_what_was_decided_by_telephone_or_letter()
    {
        var made = Rang(SocialWorker, ReferralSource.Parent)[2];
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.EarlyHelp, "Help"));
        var tell = story.Duty("tell-referrer");
        Assert.Equal((On(31), "Tell whoever referred it what was decided, by telephone or letter"), (tell.Due, tell.What));
        story.Records(SocialWorker, Day(31), new Referral.FedBack(made.Id, "By telephone: help is offered"));
        Assert.Equal(DutyState.Met, story.Duty("tell-referrer").On(On(31)));
    }

    [Fact]
    public void Whoever_did_not_say_who_they_are_is_told_nothing()
    {
        var made = Rang(SocialWorker, ReferralSource.Anonymous)[2];
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.EarlyHelp, "Help"));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "tell-referrer");
        story.Records(SocialWorker, Day(30), new ConcernOrigin.ToldBy(story.File.Entries[0].Id, ReferralSource.Neighbour, "She rang again: Mrs Abbott"));
        Assert.Equal(On(31), story.Duty("tell-referrer").Due);
    }

    [Fact]
    public void What_is_owed_to_whoever_rang_ends_by_nobody_s_word_that_it_was_somebody_else()
    {
        var act = Rang(SocialWorker, ReferralSource.Neighbour);
        story.Records(SocialWorker, Day(30), new Referral.Decided(act[2].Id, null, Referral.Outcome.EarlyHelp, "Help"));
        story.Records(Manager, Day(30), new ConcernOrigin.ToldBy(act[0].Id, ReferralSource.Anonymous));
        Assert.False(story.Duty("tell-referrer").IsSettled);
        Assert.Equal(ReferralSource.Anonymous, ConcernOrigin.Of(story.File, act[0].Id)!.Value.Content.Who);      // the last one counts
        Assert.Equal(2, story.File.All<ConcernOrigin.ToldBy>().Count());
        story.Refuses("", SocialWorker, Day(30), new Corrected(act[1].Id, null, "A slip"));
        story.Refuses("", SocialWorker, Day(30), new Corrected(act[1].Id, new ConcernOrigin.ToldBy(act[0].Id, ReferralSource.Anonymous), "A slip"));
        story.Records(SocialWorker, Day(30), new Corrected(act[1].Id, new ConcernOrigin.ToldBy(act[0].Id, ReferralSource.Neighbour, "Ms Abbot"), "A slip"));
    }

    [Fact]
    public void The_police_take_calls_too_and_have_to_call_social_care_all_the_same()
    {
        var made = Rang(Officer, ReferralSource.Parent, "police")[2];
        Assert.Equal(DutyState.Met, story.Duty("receive-referral").On(On(27)));
        Assert.Equal(Officer.Team, ((Referral.Made)made.Content).ToTeam);
        var other = new Story("both");
        other.RecordsAtOnce(Officer, evening, new(Facts("indecent-images", yes: ["adult-made-or-held-images", "lives-with-children"], aware: evening), true),
            report => More(Officer, report, ReferralSource.Parent, "police"));
        Assert.Equal((true, false), (other.Duty("refer:police").IsSettled, other.Duty("refer:childrens-social-care").IsSettled));
    }

    [Theory]
    [InlineData("nurse", "health"), InlineData("clerk", "childrens-social-care")]
    public void Nobody_else_records_at_once_what_was_referred_and_that_they_have_it(string who, string to)
    {
        var by = who == "nurse" ? nurse : clerk;
        var refused = Assert.IsType<Refused>(Decided(by, report => More(by, report, ReferralSource.Parent, to)));
        Assert.Contains("of", refused.Refusals.Select(refusal => refusal.Field));
    }

    [Theory]
    [InlineData("teacher"), InlineData("officer"), InlineData("elsewhere")]
    public void Nobody_receives_for_a_service_or_a_team_that_is_not_theirs(string who)
    {
        var by = who switch
        {
            "teacher" => Teacher,
            "officer" => Officer,
            _ => SocialWorker with { Account = Story.IdOf(who), Team = Story.IdOf(who) },
        };
        var refused = Assert.IsType<Refused>(Decided(by, report => [new ConcernOrigin.ToldBy(report, ReferralSource.Parent),
            new Referral.Made("childrens-social-care", SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null, [report]),
            new Referral.Received(report with { Index = 2 }, null)]));
        Assert.Contains("of", refused.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void Without_who_told_of_it_nothing_is_received_with_it()
    {
        var refused = Assert.IsType<Refused>(Decided(SocialWorker, report => [.. More(SocialWorker, report, ReferralSource.Parent, "childrens-social-care")
            .Skip(1).Select(content => content is Referral.Received ? new Referral.Received(report with { Index = 1 }, null) : content)]));
        Assert.Equal("who", Assert.Single(refused.Refusals).Field);
    }

    [Fact]
    public void Who_told_of_it_is_said_by_whoever_wrote_the_report_or_received_it_or_has_the_whole()
    {
        var report = story.Reports(Facts("grooming"));
        var told = new ConcernOrigin.ToldBy(report.Id, ReferralSource.Child, null);
        foreach (var by in new[] { SafeguardingLead, OtherLead, SocialWorker, Officer }) story.Refuses("of", by, Day(30), told);
        story.Records(Teacher, Friday, told);
        var made = story.Refers("childrens-social-care", Friday, report);
        story.Refuses("of", SocialWorker, Day(30), told);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Records(SocialWorker, Day(30), told with { Who = ReferralSource.Parent });
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Assessment"));
        story.Records(Manager, Day(30), told with { Who = ReferralSource.School });
        Assert.Equal([ReferralSource.Child, ReferralSource.Parent, ReferralSource.School],
            story.File.All<ConcernOrigin.ToldBy>().Select(one => one.Content.Who!.Value));
        Assert.All(story.File.All<ConcernOrigin.ToldBy>(), one => Assert.Equal(story.Report, one.Entry.Paper));
    }

    [Fact]
    public void It_is_said_who_told_of_it_and_of_nobody_in_particular_in_words()
    {
        var report = story.Reports(Facts("grooming"));
        story.Refuses("who", Teacher, Friday, new ConcernOrigin.ToldBy(report.Id, null, "Somebody"));
        story.Refuses("words", Teacher, Friday, new ConcernOrigin.ToldBy(report.Id, ReferralSource.Other, " "));
        story.Refuses("of", Teacher, Friday, new ConcernOrigin.ToldBy(new(Guid.Empty, 0), ReferralSource.Child));
        story.Records(Teacher, Friday, new ConcernOrigin.ToldBy(report.Id, ReferralSource.Other, "Her music teacher"));
    }

    [Fact]
    public void What_a_school_was_told_and_refers_is_fed_back_to_the_school_and_asked_after_by_it()
    {
        var report = story.Reports(Facts("grooming"));
        story.Records(Teacher, Friday, new ConcernOrigin.ToldBy(report.Id, ReferralSource.Parent, "Her mother"));
        var made = story.Refers("childrens-social-care", Friday, report);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        Assert.False(story.Duty("chase-referral").IsSettled);
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Advice"));
        Assert.Equal("Tell the referrer what was decided", story.Duty("tell-referrer").What);
    }

    private IReadOnlyList<Entry> Rang(Author by, ReferralSource who, string to = "childrens-social-care") =>
        story.RecordsAtOnce(by, evening, new(Facts("grooming", aware: evening), true), report => More(by, report, who, to));

    private Decided Decided(Author by, Func<EntryId, IReadOnlyList<Content>> more) =>
        story.DecideAtOnce(by, evening, new(Facts("grooming", aware: evening), true), more);

    private static IReadOnlyList<Content> More(Author by, EntryId report, ReferralSource who, string to) =>
        [new ConcernOrigin.ToldBy(report, who, "01632 960 417"),
        new Referral.Made(to, by.Team, Referral.Means.Telephone, "Ms Okafor", null, [report]), new Referral.Received(report with { Index = 2 }, null)];
}
