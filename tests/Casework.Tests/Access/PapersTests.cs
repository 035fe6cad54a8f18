using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Access;

/// <summary>Where an entry is written, who reads it, and what facts that stand in the case alone change.</summary>
public sealed class PapersTests
{
    private const string SocialCare = "childrens-social-care";
    private readonly Story story = new("papers");

    [Fact]
    public void What_whoever_leads_records_is_read_by_nobody_of_the_setting_unless_it_may_know_it()
    {
        TakenOn();
        var before = (Read(Teacher), Read(SafeguardingLead));
        var partner = story.Records(SocialWorker, Day(31), new People.Added(story.Id("Rita"), false, "Rita N.", null, [Involvement.Partner], null,
            Casework.Logic.Answer.No));
        story.Records(SocialWorker, Day(31), new Concern.StoryWritten("Seen at home", null, null));
        story.Records(SocialWorker, Day(31), new TellingParents.Agreed("That she is safe", "Her aunt", "Ms Okafor", [story.File.Entries[0].Id]));
        Assert.Equal(Paper.Whole, partner.Paper);
        Assert.Equal(Subjects.Of(story.Id("Rita")), partner.About);
        Assert.Equal(before, (Read(Teacher), Read(SafeguardingLead)));
        Assert.Contains("Rita N.", Read(SocialWorker), StringComparison.Ordinal);
        Assert.Contains("Rita N.", Read(Manager), StringComparison.Ordinal);
        Assert.Null(ScopeOf(OtherLead));

        var known = story.Records(SocialWorker, Day(31), new People.Added(story.Id("Sven"), false, "Sven N.", null, [Involvement.ParentOrCarer]),
            mayBeKnown: true);
        Assert.Equal(story.Report, known.Paper);
        Assert.Contains("Sven N.", Read(Teacher), StringComparison.Ordinal);
        Assert.Contains("Sven N.", Read(SafeguardingLead), StringComparison.Ordinal);
        Assert.DoesNotContain("Rita N.", Read(Teacher), StringComparison.Ordinal);
    }

    [Fact]
    public void Planted_as_it_was_every_entry_in_the_report_the_setting_reads_it()
    {
        TakenOn();
        var act = new Act(story.Id("as it was"), SocialWorker, At(Day(31)), On(31));
        var asItWas = story.File.With(new(0, act, story.Report, Subjects.TheCase, new Concern.StoryWritten("Seen at home", null, null)));
        Assert.DoesNotContain("What happened was written down", Read(Teacher), StringComparison.Ordinal);
        Assert.Contains("What happened was written down", Read(asItWas, Teacher), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_stands_in_the_case_changes_the_facts_there_and_nothing_for_the_setting()
    {
        story.AddsAdult("Pavel", Involvement.Alleged);
        TakenOn(Facts("indecent-images", yes: ["adult-involved", "adult-made-or-held-images"], children: [story.Child("Ana", "harmed")]));
        var before = (Read(Teacher), Read(SafeguardingLead));
        story.Records(SocialWorker, Day(31), new People.Added(story.Id("Tim"), true, "Tim N.", 3, [Involvement.Household]));
        story.Records(SocialWorker, Day(31), new People.Linked(story.Id("Pavel"), LinkKind.LivesWith, story.Id("Tim")));
        var changes = story.File.All<Concern.FactsChanged>().ToList();
        Assert.All(changes, change => Assert.Equal(Paper.Whole, change.Entry.Paper));
        Assert.Contains("lives-with-children", story.View.VersionsOf(Report.Id)[^1].Facts.Yes);
        Assert.Equal(before, (Read(Teacher), Read(SafeguardingLead)));
        // They have it already: nobody calls them.
        Assert.All(story.Duties().Where(duty => duty.Name == $"refer:{SocialCare}"), duty => Assert.NotNull(duty.MetBy));
        Assert.Contains(story.Duties(), duty => changes.Exists(change => duty.Causes.Contains(change.Id)));
        Assert.DoesNotContain(story.Duties(), duty =>
            changes.Exists(change => duty.Causes.Contains(change.Id)) && duty.By.Agency == Agency.Education);
    }

    [Fact]
    public void Facts_that_the_setting_writes_down_anew_take_nothing_away_of_what_it_does_not_know()
    {
        story.AddsAdult("Pavel", Involvement.Alleged);
        var report = TakenOn(Facts("something-else", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Records(SocialWorker, Day(31), new People.Added(story.Id("Tim"), true, "Tim N.", 3, [Involvement.Household]));
        story.Records(SocialWorker, Day(31), new People.Linked(story.Id("Pavel"), LinkKind.LivesWith, story.Id("Tim")));
        story.Records(Teacher, Day(31, hour: 15), new Concern.FactsChanged(report.Id,
            Facts("something-else", yes: ["adult-involved", "coerced-blackmailed-or-groomed"], children: [story.Child("Ana", "harmed")]), "She said so"));
        var whole = story.View.VersionsOf(report.Id)[^1].Facts;
        Assert.Equal(["adult-involved", "coerced-blackmailed-or-groomed", "lives-with-children"], whole.Yes.Order());
        Assert.Equal([story.Id("Ana"), story.Id("Tim")], whole.Children.Select(child => child.Person));
        var read = new CaseView(story.File.Within(ReadScope.Of(story.Report)), story.View.Rules).VersionsOf(report.Id)[^1].Facts;
        Assert.DoesNotContain("lives-with-children", read.Yes);
        Assert.Single(read.Children);
    }

    [Fact]
    public void What_is_yes_in_the_case_no_later_word_of_the_setting_takes_away_from_those_who_have_the_whole()
    {
        string[] known = ["adult-involved"];
        var report = TakenOn(Facts("something-else", yes: known));
        Entry Says(Author by, string form, string[] yes, string[]? no = null) =>
            story.Records(by, Day(31), new Concern.FactsChanged(report.Id, Facts(form, yes, no), "It was said"));
        Says(SocialWorker, "grooming", [.. known, "lives-with-children"]);
        Says(Teacher, "something-else", known, no: ["lives-with-children"]);      // nobody told them
        Assert.Equal(["adult-involved", "lives-with-children"], Whole.Yes.Order());
        Assert.Empty(Whole.No);
        Says(Teacher, "grooming", [.. known, "lives-with-children"]);
        Says(Teacher, "something-else", [], no: ["lives-with-children", "adult-involved"]);
        Assert.Equal(["lives-with-children"], Whole.Yes);
        Assert.Equal(["adult-involved"], Whole.No);      // what they alone had said
        Assert.Contains("grooming", Whole.Forms);
        Says(SocialWorker, "something-else", [], no: ["lives-with-children", "adult-involved"]);
        Assert.Equal([], Whole.Yes);
        Assert.Equal(["something-else"], Whole.Forms);
    }

    private ConcernFacts Whole => story.View.VersionsOf(Report.Id)[^1].Facts;

    [Fact]
    public void What_the_setting_changed_its_mind_about_counts_in_the_case_too()
    {
        var report = TakenOn(Facts("something-else", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Records(SocialWorker, Day(31), new People.Added(story.Id("Tim"), true, "Tim N.", 3, [Involvement.Household]));
        story.Records(Teacher, Day(31), new Concern.FactsChanged(report.Id, Facts("grooming", no: ["adult-involved"]), "It was her cousin, who is 15"));
        var whole = story.View.VersionsOf(report.Id)[^1].Facts;
        Assert.Equal(["adult-involved"], whole.No);
        Assert.DoesNotContain(story.Id("Ana"), whole.Children.Select(child => child.Person));
        Assert.Contains(story.Id("Tim"), whole.Children.Select(child => child.Person));
    }

    [Fact]
    public void A_receiver_records_what_it_has_to_and_what_it_knows_else_waits_until_somebody_leads()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        var made = story.Refers(SocialCare, Friday, report);
        Content[] wait = [new Concern.StoryWritten("Known since 2024", null, null),
            new People.Added(story.Id("Tim"), true, "Tim N.", 3, [Involvement.Household]),
            new TellingParents.Withheld(story.Id("Ana"), null, "Her aunt", TellingParents.Reason.RiskToChild, "why", On(3, 4), [report.Id]),
            new Concern.FactsChanged(report.Id, Facts("grooming", yes: ["adult-involved", "lives-with-children"]), "We know him")];
        foreach (var content in wait) story.Refuses("", SocialWorker, Friday, content);
        story.Records(SocialWorker, Friday, new Referral.Received(made.Id, "R-1"));
        story.Records(SocialWorker, Friday, new TellingParents.Agreed("That she is safe", "Her aunt", "Ms Okafor", [report.Id]));
        story.Records(SocialWorker, Friday, new Referral.Decided(made.Id, story.Id("Ana"), Referral.Outcome.StrategyDiscussion, "Today"));
        Assert.Equal(Paper.Whole, story.Records(SocialWorker, Friday, wait[0]).Paper);
    }

    [Fact]
    public void A_child_who_stands_in_the_case_alone_is_not_decided_about_through_a_referral_that_the_setting_reads()
    {
        var report = TakenOn();
        story.Records(SocialWorker, Day(31), new People.Added(story.Id("Tim"), true, "Tim N.", 3, [Involvement.Household]));
        story.Records(Teacher, Day(31), new Concern.FactsChanged(report.Id, Facts("grooming", yes: ["adult-involved", "adult-made-or-held-images"],
            children: [story.Child("Ana", "harmed")]), "She said so"));
        var made = story.File.All<Referral.Made>().First();
        Assert.Equal([story.Id("Ana")], Referral.ChildrenOf(story.File, made.Id));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "decide-referral" && duty.Parts.Any(part => part.Person == story.Id("Tim")));
        story.Refuses("children", SocialWorker, Day(31), new Referral.Decided(made.Id, story.Id("Tim"), Referral.Outcome.NoRole, "why"));

        var again = story.Records(SocialWorker, Day(31), new Referral.Made(SocialCare, SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null,
            [report.Id]));
        story.Records(SocialWorker, Day(31), new Referral.Received(again.Id, null));
        story.Records(SocialWorker, Day(31), new Referral.Decided(again.Id, story.Id("Ana"), Referral.Outcome.NoRole, "why"));
        Assert.All(story.Duties().Where(duty => duty.Name == "decide-referral"), duty => Assert.NotNull(duty.MetBy));
    }

    [Fact]
    public void Nobody_is_let_into_the_whole_by_a_referral_or_a_question_about_what_stands_in_the_case()
    {
        var report = TakenOn();
        var change = story.Records(SocialWorker, Day(31), new Concern.FactsChanged(report.Id,
            Facts("grooming", yes: ["adult-involved", "contact-work-or-voluntary"], children: [story.Child("Ana", "harmed")]), "He coaches"));
        Assert.Equal(Paper.Whole, change.Paper);
        var lado = new Author(Story.IdOf("lado"), Role.Lado, Agency.Lado, Story.IdOf("lados"));
        var made = story.Records(SocialWorker, Day(31), new Referral.Made("lado", lado.Team, Referral.Means.Telephone, "Mr Reed", null, [change.Id]));
        Assert.Equal(story.Report, made.Paper);
        Assert.False(ScopeOf(lado)!.IsWhole);
        story.Records(SocialWorker, Day(31), new Concern.LessAsked(change.Id, ["position of trust"], "why", "why", false, OtherLead.Team, Agency.Education));
        Assert.Null(ScopeOf(OtherLead));
    }

    [Fact]
    public void Whom_a_police_supervisor_names_to_work_on_it_nobody_reads_in_the_report()
    {
        var supervisor = new Author(Story.IdOf("supervisor"), Role.PoliceSupervisor, Agency.Police, Officer.Team);
        CaseLead.WorkerNamed names = new(Officer.Account, Agency.Police, Officer.Team, "Investigates the trainer");
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        var change = story.Records(Teacher, Friday, new Concern.LessAsked(report.Id, ["adult"], "Advice", "why", true, Officer.Team, Agency.Police));
        Assert.Equal(story.Report, change.Paper);
        story.Refuses("", supervisor, Friday, new Referral.KnewAlready("police", "PC Ward", [report.Id]));
        story.Refuses("", supervisor, Friday, names);      // asked to sign, and nothing else
        var made = story.Refers("police", Friday, report);
        story.Records(Officer, Friday, new Referral.Received(made.Id, "P-1"));
        var before = (Read(Teacher), Read(supervisor));
        Assert.Equal(Paper.Whole, story.Records(supervisor, Friday, names).Paper);
        Assert.True(ScopeOf(Officer)!.IsWhole);
        Assert.False(ScopeOf(supervisor)!.IsWhole);
        Assert.Equal(before, (Read(Teacher), Read(supervisor)));
        Assert.Contains("Investigates the trainer", Read(Officer), StringComparison.Ordinal);
        var act = new Act(story.Id("into the case"), supervisor, At(Friday), On(27));
        var view = story.File.Within(ReadScope.Of(story.Report)).View();
        Assert.Throws<ArgumentException>(() => Catalogue.Decide(view, act, new NewEntry(names, story.Report)));
        Assert.Throws<ArgumentException>(() => Catalogue.Decide(view, act, new NewEntry(new Concern.StoryWritten("x", null, null), Paper.Whole)));
    }

    [Fact]
    public void A_plan_of_the_setting_is_open_for_everybody_until_the_setting_knows_that_nothing_is_said()
    {
        story.AddsAdult("Rita", Involvement.ParentOrCarer);
        story.AddsAdult("Pavel", Involvement.Alleged);
        TakenOn();
        story.Records(Teacher, Day(30), new TellingParents.ToBeTold(story.Id("Ana"), story.Id("Rita"), "Rita", "me", On(31), [Report.Id]));
        People.Linked link = new(story.Id("Pavel"), LinkKind.PartnerOf, story.Id("Rita"));
        Assert.Contains("still plans to tell", Assert.Single(Assert.IsType<Allowed>(story.Decide(SocialWorker, Day(30), link)).Remarks).Words,
            StringComparison.Ordinal);
        story.Records(SocialWorker, Day(30), link);
        Assert.False(story.Duty("tell").IsSettled);      // the setting means to tell her tomorrow
        Assert.False(story.Duty("decide-telling-again").IsSettled);
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(SocialWorker, Day(30), link with { Kind = LinkKind.LivesWith })).Remarks);
        var known = story.Records(SocialWorker, Day(30), link, mayBeKnown: true);
        Assert.Equal(known.Id, story.Duty("tell").EndedBy?.Id);
    }

    private Entry Report => story.File.All<Concern.Reported>().First().Entry;

    // Received and taken on by a social worker, who leads it.
    private Entry TakenOn(ConcernFacts? facts = null)
    {
        var report = story.Reports(facts ?? Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        var made = story.Refers(SocialCare, Friday, report);
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, "R-1"));
        story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, story.Id("Ana"), Referral.Outcome.Assessment, "Assessment", null,
            SocialWorker.Team, SocialWorker.Account));
        return report;
    }

    private ReadScope? ScopeOf(Author who) =>
        CaseAccess.Of(new(who.Account, who.Role, who.Agency, who.Team), story.File.View().Circle, At(Day(31, hour: 16)))?.Scope;

    private string Read(Author who) => Read(story.File, who);

    // Everything that somebody reads: history, people, duties, rules.
    private string Read(CaseFile whole, Author who)
    {
        var view = whole.Within(ScopeOf(who)!).View();
        return string.Join('\n', [.. view.File.Entries.Select(entry => $"{entry.Act.RecordedAt:O} {entry.Content.Line(view.File)}"),
            .. People.All(view.File).Select(one => $"{one.Called} {one.Age}"),
            .. view.Duties.Select(duty => $"{duty.Name} {duty.Of} {duty.Due} {duty.By} {duty.MetBy?.Id} {duty.EndedBy?.Id}"),
            .. view.Standing.Select(rule => rule.Name)]);
    }

    private static DateTimeOffset At(DateTime london) => London.InstantOf(DateOnly.FromDateTime(london), TimeOnly.FromDateTime(london));
}
