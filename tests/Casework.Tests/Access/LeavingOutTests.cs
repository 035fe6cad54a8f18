using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Access;

/// <summary>Who must not know of a case: before anybody has said so, once it is said, and until two have said otherwise.</summary>
public sealed class LeavingOutTests
{
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private readonly Story story = new("leaving out");

    [Fact]
    public void From_the_report_on_whoever_has_a_name_that_sounds_alike_sees_nothing_until_it_is_said_who_they_are()
    {
        Reported();
        var refers = Person("Neil Grant", Involvement.Alleged);
        Assert.Null(Sees(Officer, "Neal Grannt"));
        Assert.NotNull(Sees(Officer, "Nora Grant"));
        Assert.Null(Sees(supervisor, "Neil Grant"));
        Assert.NotNull(Sees(Teacher, "Neil Grant"));      // whoever wrote it knows that it is there
        story.Records(supervisor, Day(30), new LeavingOut.NobodyLeftOut(refers, "He drives a lorry"));
        Assert.NotNull(Sees(Officer, "Neal Grannt"));
    }

    [Theory]
    [InlineData(Involvement.Partner, true), InlineData(Involvement.Relative, false), InlineData(Involvement.ParentOrCarer, false)]
    public void Only_an_alleged_person_a_partner_and_whoever_lives_with_one_leaves_out_by_their_name(Involvement part, bool leavesOut)
    {
        Reported();
        var (neil, other) = (Person("Neil Grant", Involvement.Alleged), Person("Ruth Ames", part));
        Assert.Equal(leavesOut, Sees(Officer, "Ruth Ames") is null);
        story.Records(Teacher, Friday, new People.Linked(other, LinkKind.LivesWith, neil));
        Assert.Null(Sees(Officer, "Ruth Ames"));
    }

    [Fact]
    public void Whoever_writes_the_name_down_is_not_left_out_by_it_and_a_name_that_became_known_counts()
    {
        Reported();
        var unknown = story.Records(Teacher, Friday, new People.Added(story.Id("him"), false, null, null, [Involvement.Alleged], null, Answer.NotKnown));
        Assert.NotNull(Sees(Officer, "Neil Grant"));
        story.Records(supervisor, Day(30), new Referral.Received(story.File.All<Referral.Made>().First(made => made.Content.To == "police").Id, "P"));
        story.Records(SafeguardingLead, Day(30), new People.Named(story.Id("him"), "Neil Grant"));
        Assert.Null(Sees(Officer, "Neil Grant"));
        Assert.NotNull(Sees(SafeguardingLead, "Neil Grant"));
        Assert.NotNull(unknown);
    }

    [Fact]
    public void An_account_that_is_left_out_sees_nothing_whatever_place_it_has_and_it_takes_two_to_let_it_in_again()
    {
        var neil = Led();
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        Assert.True(Sees(Officer)!.Scope.IsWhole);
        var left = story.Records(SocialWorker, Day(30, hour: 11), Left(Officer, neil, Tie.Related));
        Assert.Null(Sees(Officer));
        Assert.NotNull(Sees(supervisor));      // of the same team
        story.Refuses("of", Manager, Day(30), new LeavingOut.LeavingOutLifted(new(Story.IdOf("another"), 0), "Why"));
        story.Records(SocialWorker, Day(31), new LeavingOut.LeavingOutLifted(left.Id, "Somebody else"));
        Assert.Null(Sees(Officer));
        story.Refuses("of", SocialWorker, Day(31), new LeavingOut.LeavingOutLifted(left.Id, "Somebody else"));
        story.Records(Manager, Day(31), new LeavingOut.LeavingOutLifted(left.Id, "Somebody else"));
        Assert.NotNull(Sees(Officer));
    }

    [Fact]
    public void Two_who_lead_are_not_enough_without_a_manager()
    {
        var neil = Led();
        var other = SocialWorker with { Account = Story.IdOf("another social worker") };
        var left = story.Records(SocialWorker, Day(30), Left(Officer, neil, Tie.Related));
        story.Records(SocialWorker, Day(30), new LeavingOut.LeavingOutLifted(left.Id, "Somebody else"));
        story.Records(Manager, Day(31), new CaseLead.LeadNamed(other.Account, other.Team));
        story.Records(other, Day(31), new LeavingOut.LeavingOutLifted(left.Id, "Somebody else"));
        Assert.Null(Sees(Officer));
        story.Records(Manager, Day(31, hour: 12), new LeavingOut.LeavingOutLifted(left.Id, "Somebody else"));
        Assert.NotNull(Sees(Officer));
    }

    [Fact]
    public void Who_is_left_out_is_said_by_whoever_leads_their_manager_or_a_supervisor_of_the_police_and_not_of_whoever_wrote_the_report()
    {
        var neil = Led();
        var left = Left(Officer, neil, Tie.Close);
        foreach (var by in new[] { Teacher, SafeguardingLead, Officer }) story.Refuses("", by, Day(30), left);
        foreach (var by in new[] { SocialWorker, Manager, supervisor }) Assert.IsType<Allowed>(story.Decide(by, Day(30), left));
        story.Refuses("account", SocialWorker, Day(30), left with { Account = Teacher.Account });
        story.Refuses("person", SocialWorker, Day(30), left with { Person = story.Id("nobody") });
        story.Refuses("tie", SocialWorker, Day(30), left with { Tie = null });
        story.Records(SocialWorker, Day(30), left);
        story.Refuses("account", Manager, Day(30), left);
        var entry = story.File.All<LeavingOut.AccountLeftOut>().Single().Entry;
        story.Refuses("", SocialWorker, Day(30), new Corrected(entry.Id, null, "A mistake"));      // it is lifted by two
    }

    [Fact]
    public void Who_is_left_out_is_named_to_no_part_of_the_case()
    {
        var neil = Led();
        story.Records(SocialWorker, Day(30), Left(Officer, neil, Tie.Related));
        story.Refuses("worker", SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        story.Refuses("lead", Manager, Day(30), new CaseLead.LeadNamed(Officer.Account, SocialWorker.Team));
        var refused = Assert.IsType<Refused>(story.Decide(SocialWorker, Day(30),
            new WhoIsIn.MemberAdded(Officer.Account, Officer.Team, Agency.Police, AddedBecause.TakesPart, null, null, null)));
        var office = Assert.IsType<Refused>(story.Decide(SocialWorker, Day(30),
            new WhoIsIn.MemberAdded(Story.IdOf("office"), Story.IdOf("office team"), Agency.Partnership, AddedBecause.TakesPart, null, null, null)));
        Assert.Equal([WhoIsIn.PersonCannotBeAdded], refused.Refusals.Select(one => one.Words));
        Assert.Equal(WhoIsIn.PersonCannotBeAdded, office.Refusals.Single(one => one.Field == "whom").Words);      // the same words
    }

    [Fact]
    public void Where_whoever_leads_is_left_out_somebody_else_is_named_the_same_day()
    {
        var neil = Led();
        story.Records(Manager, Day(30, hour: 9), new CaseLead.LeadNamed(SocialWorker.Account, SocialWorker.Team));
        story.Records(Manager, Day(31), Left(SocialWorker, neil, Tie.LivesWith));
        Assert.Null(Sees(SocialWorker));
        var duty = Assert.Single(story.Duties(), one => one.Kind == CaseLead.Name && !one.IsSettled);
        Assert.Equal((On(31), Manager.Team), (duty.Due, duty.By.Team));
        story.Records(Manager, Day(31, hour: 12), new CaseLead.LeadNamed(Manager.Account, Manager.Team));
        Assert.DoesNotContain(story.Duties(), one => one.Kind == CaseLead.Name && !one.IsSettled);
    }

    [Fact]
    public void Where_somebody_works_for_a_service_its_managers_alone_see_a_referral_to_it_until_it_is_said_which_account_that_is()
    {
        Reported();
        var rita = story.Records(Teacher, Friday,
            new People.Added(story.Id("Rita"), false, "Rita Nowak", null, [Involvement.Partner], null, Answer.Yes, Agency.Police));
        Assert.Null(Sees(Officer));
        Assert.Equal(Relation.ReceiverInConfidence, Sees(supervisor)!.By);
        Assert.NotNull(Sees(SocialWorker));
        story.Records(supervisor, Day(30), Left(Officer with { Account = Story.IdOf("somebody else") }, story.Id("Rita"), Tie.IsThem));
        Assert.Equal(Relation.Receiver, Sees(Officer)!.By);
        Assert.NotNull(rita);
    }

    [Fact]
    public void It_is_asked_of_an_alleged_person_and_a_partner_and_once_somebody_leads_they_say_whose_account_it_is_the_same_day()
    {
        Led();
        People.Added rita = new(story.Id("Rita"), false, "Rita Nowak", null, [Involvement.Partner]);
        story.Refuses("works-for-partner", Teacher, Friday, rita);
        story.Refuses("partner-agency", Teacher, Friday, rita with { WorksForPartner = Answer.Yes });
        Assert.IsType<Allowed>(story.Decide(Teacher, Friday, rita with { Parts = [Involvement.Relative] }));
        story.Records(Teacher, Day(30), rita with { WorksForPartner = Answer.Yes, PartnerAgency = Agency.Health });
        var duty = story.Duty("say-who-is-left-out");
        Assert.Equal((On(30), Agency.SocialCare, false), (duty.Due, duty.By.Agency, duty.IsSettled));
        story.Records(SocialWorker, Day(31), new LeavingOut.NobodyLeftOut(story.Id("Rita"), "She left last year"));
        Assert.True(story.Duty("say-who-is-left-out").IsSettled);
    }

    private static LeavingOut.AccountLeftOut Left(Author who, Guid because, Tie tie) => new(who.Account, who.Agency, who.Team, who.Role, because, tie);

    private void Reported()
    {
        var report = story.Records(Teacher, Friday, new Concern.Reported(Facts("grooming"), true));
        story.Refers("childrens-social-care", Friday, report);
        story.Refers("police", Friday, report);
    }

    // Social care has taken a child on: whoever did leads.
    private Guid Led()
    {
        story.Adds("Ana", Involvement.Harmed);
        Reported();
        var made = story.File.All<Referral.Made>().First(one => one.Content.To == "childrens-social-care");
        var neil = Person("Neil Grant", Involvement.Alleged);
        story.Records(SocialWorker, Day(30, hour: 8), new Referral.Received(made.Id, "R"));
        story.Records(SocialWorker, Day(30, hour: 8), new Referral.Decided(made.Id, null, Referral.Outcome.Assessment, "Assessment"));
        return neil;
    }

    private Guid Person(string name, Involvement part)
    {
        story.Records(Teacher, Friday, new People.Added(story.Id(name), false, name, null, [part], null, Answer.No));
        return story.Id(name);
    }

    private CaseAccess? Sees(Author who, string name = "Somebody Else") => CaseAccess.Of(
        new(who.Account, who.Role, who.Agency, who.Team) { Sounds = NameSounds.OfAccount(name) }, story.View.Circle,
        London.InstantOf(new(2026, 3, 31), new(16, 0)));
}
