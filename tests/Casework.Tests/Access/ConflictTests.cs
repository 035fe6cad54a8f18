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

/// <summary>What one person alone, well meant or not, cannot do to who is in a case and who must not know of it.</summary>
public sealed class ConflictTests
{
    private static readonly Author supervisor = new(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
    private static readonly Author otherManager = new(Story.IdOf("other manager"), Role.SocialCareManager, Agency.SocialCare, Story.IdOf("other team"));
    private static readonly Author nurse = new(Story.IdOf("nurse"), Role.HealthProfessional, Agency.Health, Story.IdOf("nurses"));
    private readonly Story story = new("conflict");

    [Fact]
    public void Whoever_opened_it_in_an_emergency_or_was_added_takes_no_referral_on_and_names_nobody()
    {
        var (social, police) = Reported();
        story.Records(otherManager, Day(30), new BreakGlass.GlassBroken(GlassBecause.Danger, "Now"));
        story.Refuses("of", otherManager, Day(30, hour: 11), new Referral.Received(social.Id, "R"));
        story.Records(SocialWorker, Day(30, hour: 12), new Referral.Received(social.Id, "R"));
        story.Refuses("of", otherManager, Day(30, hour: 13), new Referral.Decided(social.Id, null, Referral.Outcome.Assessment, "Mine"));
        var elsewhere = supervisor with { Account = Story.IdOf("another force"), Team = Story.IdOf("another force") };
        story.Records(elsewhere, Day(30, hour: 13), new BreakGlass.GlassBroken(GlassBecause.Danger, "Now"));
        story.Refuses("of", elsewhere, Day(30, hour: 14), new Referral.Received(police.Id, "P"));
        story.Refuses("", elsewhere, Day(30, hour: 14), new CaseLead.WorkerNamed(elsewhere.Account, Agency.Police, elsewhere.Team, "Me"));
        story.Records(SocialWorker, Day(30, hour: 15), new Referral.Decided(social.Id, null, Referral.Outcome.Assessment, "Assessment"));
        story.Records(SocialWorker, Day(30, hour: 15), new WhoIsIn.MemberAdded(otherManager.Account, otherManager.Team, Agency.SocialCare,
            AddedBecause.Supervises, null, null, null));
        story.Refuses("of", otherManager, Day(31), new Referral.Decided(social.Id, null, Referral.Outcome.Assessment, "Mine"));
        story.Refuses("", otherManager, Day(31), new CaseLead.LeadNamed(otherManager.Account, otherManager.Team));
    }

    [Fact]
    public void Another_name_a_correction_and_what_is_struck_out_let_nobody_in_who_was_left_out()
    {
        Reported();
        var neil = Adult("Neil Grant", Involvement.Alleged, Answer.No);
        story.Records(SafeguardingLead, Day(30), new People.Named(story.Id("Neil Grant"), "Nelly99"));
        Assert.Null(Sees(Officer, "Neil Grant"));
        story.Records(Teacher, Day(30), new Corrected(neil.Id, (People.Added)neil.Content with { Parts = [Involvement.Relative] }, "He is her uncle"));
        Assert.Null(Sees(Officer, "Neil Grant"));
        story.Records(Teacher, Day(30), new Corrected(neil.Id, null, "Not here"));
        Assert.Null(Sees(Officer, "Neil Grant"));
        story.Records(supervisor, Day(31), new LeavingOut.NobodyLeftOut(story.Id("Neil Grant"), "Somebody else was meant"));
        Assert.NotNull(Sees(Officer, "Neil Grant"));
    }

    [Fact]
    public void That_somebody_works_for_a_service_is_taken_back_by_no_correction()
    {
        Reported();
        var rita = Adult("Rita Nowak", Involvement.Partner, Answer.Yes, Agency.Police);
        story.Records(Teacher, Day(30), new Corrected(rita.Id, (People.Added)rita.Content with { WorksForPartner = Answer.No, PartnerAgency = null }, "No"));
        Assert.Null(Sees(Officer));
        story.Records(Teacher, Day(30), new Corrected(rita.Id, null, "Not here"));
        Assert.Null(Sees(Officer));
        Assert.Equal(Relation.ReceiverInConfidence, Sees(supervisor)!.By);
    }

    [Fact]
    public void That_somebody_close_is_left_out_leaves_open_whether_they_have_an_account_themselves_and_what_is_lifted_is_not_said()
    {
        var neil = Led(Answer.Yes, Agency.Health);
        Assert.Null(Sees(Officer, "Neil Grant"));
        var cousin = story.Records(SocialWorker, Day(30), Left(nurse, neil, Tie.Related));
        Assert.Null(Sees(Officer, "Neil Grant"));
        Assert.True(story.Duty("say-who-is-left-out").IsSettled);
        story.Records(SocialWorker, Day(31), new LeavingOut.LeavingOutLifted(cousin.Id, "Somebody else"));
        story.Records(Manager, Day(31), new LeavingOut.LeavingOutLifted(cousin.Id, "Somebody else"));
        Assert.False(story.Duty("say-who-is-left-out").IsSettled);
        story.Records(SocialWorker, Day(31, hour: 12), Left(Officer, neil, Tie.IsThem));
        Assert.NotNull(Sees(supervisor, "Neil Grant"));      // it is said who he is
    }

    [Fact]
    public void A_name_that_became_known_after_it_was_said_that_nobody_is_tied_to_them_is_asked_about_anew()
    {
        Reported();
        story.Records(Teacher, Friday, new People.Added(story.Id("him"), false, "blue_heron", null, [Involvement.Alleged], null, Answer.NotKnown));
        story.Records(supervisor, Day(30), new LeavingOut.NobodyLeftOut(story.Id("him"), "No account is called so"));
        story.Records(SafeguardingLead, Day(31, hour: 8), new People.Named(story.Id("him"), "Neil Grant"));
        Assert.Null(Sees(Officer, "Neil Grant"));
        story.Records(supervisor, Day(31), new LeavingOut.NobodyLeftOut(story.Id("him"), "He drives a lorry"));
        Assert.NotNull(Sees(Officer, "Neil Grant"));
    }

    [Fact]
    public void Whoever_leads_or_was_named_to_it_before_is_not_left_out_by_a_sound_and_the_surname_alone_is_remarked_on()
    {
        Led();
        story.Records(SocialWorker, Day(30), new CaseLead.WorkerNamed(Officer.Account, Agency.Police, Officer.Team, "Investigates"));
        People.Added kay = new(story.Id("Kay"), false, "Mr Kay", null, [Involvement.Alleged], null, Answer.No);
        Assert.Contains(Assert.IsType<Allowed>(story.Decide(Teacher, Day(31, hour: 9), kay)).Remarks, remark => remark.Words.Contains("first name",
            StringComparison.Ordinal));
        story.Records(Teacher, Day(31, hour: 9), kay);
        Assert.NotNull(Sees(SocialWorker, "Martin Kay"));
        Assert.NotNull(Sees(Officer, "Samuel Kay"));
        Assert.Null(Sees(supervisor, "Elaine Kay"));
    }

    [Fact]
    public void Before_anybody_leads_the_manager_to_whose_team_it_was_referred_says_it_and_nobody_of_the_service_that_it_is_about()
    {
        Reported();
        Adult("Rita Nowak", Involvement.Partner, Answer.Yes, Agency.Police);
        story.Refuses("", supervisor, Day(30), new LeavingOut.NobodyLeftOut(story.Id("Rita Nowak"), "I know everybody here"));
        story.Refuses("", otherManager, Day(30), new LeavingOut.NobodyLeftOut(story.Id("Rita Nowak"), "She left"));
        story.Records(Manager, Day(30), new LeavingOut.NobodyLeftOut(story.Id("Rita Nowak"), "She left the force last year"));
        Assert.NotNull(Sees(Officer));
    }

    [Fact]
    public void Once_somebody_leads_they_say_it_of_their_own_service_too_and_everybody_who_has_the_whole_reads_that()
    {
        var neil = Led(Answer.Yes, Agency.SocialCare);
        story.Records(SocialWorker, Day(30), new LeavingOut.NobodyLeftOut(neil, "He left the council in 2019"));
        Assert.NotNull(Sees(Manager, "Neil Grant"));
    }

    [Fact]
    public void A_service_of_which_nobody_may_sign_is_sent_its_referral_all_the_same()
    {
        Reported();
        var report = story.File.All<Concern.Reported>().First();
        story.Records(Teacher, Friday, new Referral.Made("health", nurse.Team, Referral.Means.Telephone, "Ms Bell", null, [report.Id]));
        Adult("Rita Nowak", Involvement.Partner, Answer.Yes, Agency.Health);
        Assert.NotNull(Sees(nurse));
        Assert.Null(Sees(nurse, "Rita Nowack"));
    }

    [Fact]
    public void Nobody_puts_those_out_who_lead_without_being_seen_by_them()
    {
        var neil = Led();
        story.Refuses("account", supervisor, Day(30), Left(SocialWorker, neil, Tie.Close));      // she reads the report alone
        story.Refuses("account", SocialWorker, Day(30), Left(Manager, neil, Tie.Close));      // who supervises them
        Assert.IsType<Allowed>(story.Decide(Manager, Day(30), Left(SocialWorker, neil, Tie.Close)));
        Assert.IsType<Allowed>(story.Decide(supervisor, Day(30), Left(Officer, neil, Tie.Close)));
    }

    [Fact]
    public void Two_supervisors_of_the_police_let_nobody_in_again()
    {
        var neil = Led();
        var left = story.Records(SocialWorker, Day(30), Left(Officer, neil, Tie.Close));
        foreach (var name in new[] { "one", "two" })
        {
            var by = supervisor with { Account = Story.IdOf(name) };
            story.Records(by, Day(30, hour: 12), new BreakGlass.GlassBroken(GlassBecause.Danger, "Now"));
            story.Records(by, Day(30, hour: 13), new LeavingOut.LeavingOutLifted(left.Id, "He is needed"));
        }

        Assert.Null(Sees(Officer));
        story.Records(SocialWorker, Day(31), new LeavingOut.LeavingOutLifted(left.Id, "He is needed"));
        Assert.NotNull(Sees(Officer));
    }

    [Fact]
    public void Another_setting_of_the_same_kind_is_agreed_first_and_no_team_of_the_service_that_it_is_about_is_added()
    {
        Led(Answer.Yes, Agency.Police);
        Assert.True(TellingParents.IsWithheld(story.View));
        WhoIsIn.MemberAdded school = new(OtherLead.Account, OtherLead.Team, Agency.Education, AddedBecause.TakesPart, null, null, null);
        story.Refuses("agreed-with", SocialWorker, Day(30), school);
        Assert.IsType<Allowed>(story.Decide(SocialWorker, Day(30), school with { Whom = SafeguardingLead.Account, Team = SafeguardingLead.Team }));
        story.Refuses("whom", SocialWorker, Day(30),
            new WhoIsIn.MemberAdded(Officer.Team, Officer.Team, Agency.Police, AddedBecause.TakesPart, null, null, null));
    }

    private static LeavingOut.AccountLeftOut Left(Author who, Guid because, Tie tie) => new(who.Account, who.Agency, who.Team, who.Role, because, tie);

    private (Entry Social, Entry Police) Reported()
    {
        story.Adds("Ana", Involvement.Harmed);
        var facts = Facts("grooming", ["adult-involved"], children: [story.Child("Ana", "harmed")]);
        var report = story.Records(Teacher, Friday, new Concern.Reported(facts, true));
        return (story.Refers("childrens-social-care", Friday, report), story.Refers("police", Friday, report));
    }

    private Guid Led(Answer works = Answer.No, Agency? agency = null)
    {
        var (social, _) = Reported();
        Adult("Neil Grant", Involvement.Alleged, works, agency);
        story.Records(SocialWorker, Day(30, hour: 8), new Referral.Received(social.Id, "R"));
        story.Records(SocialWorker, Day(30, hour: 8), new Referral.Decided(social.Id, null, Referral.Outcome.Assessment, "Assessment"));
        return story.Id("Neil Grant");
    }

    private Entry Adult(string name, Involvement part, Answer works, Agency? agency = null) =>
        story.Records(Teacher, Friday, new People.Added(story.Id(name), false, name, null, [part], null, works, agency));

    private CaseAccess? Sees(Author who, string name = "Somebody Else") => CaseAccess.Of(
        new(who.Account, who.Role, who.Agency, who.Team) { Sounds = NameSounds.OfAccount(name) }, story.View.Circle,
        London.InstantOf(new(2026, 3, 31), new(16, 0)));
}
