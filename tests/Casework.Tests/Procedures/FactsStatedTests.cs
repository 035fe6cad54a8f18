using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>An entry that states a fact of triage is a change of facts: rule 2 of the duties.</summary>
public sealed class FactsStatedTests
{
    private readonly Story story = new("facts stated");

    [Theory]
    [InlineData(LinkKind.LivesWith, "lives-with-children")]
    [InlineData(LinkKind.UnsupervisedContactWith, "unsupervised-contact")]
    [InlineData(LinkKind.WorksWith, "contact-work-or-voluntary")]
    [InlineData(LinkKind.Knows, "contact-personal")]
    public void A_link_of_the_adult_with_a_child_says_it_of_the_adult_whichever_of_the_two_stands_first(LinkKind kind, string question)
    {
        foreach (var (from, to) in new[] { ("Alleged", "Ana"), ("Ana", "Alleged") })
        {
            var told = new Story($"{from} {kind}");
            told.AddsAdult("Alleged", Involvement.Alleged);
            told.Adds("Ana", Involvement.Network);
            told.Reports(Facts("grooming", no: [question]));
            told.Records(Teacher, Day(30), new People.Linked(told.Id(from), kind, told.Id(to)));
            var (entry, change) = Assert.Single(told.File.All<Concern.FactsChanged>());
            Assert.Equal([question], change.Told.Yes);
            Assert.Empty(change.Told.No);
            Assert.Equal(told.File.Entries[^2].Act, entry.Act);
            Assert.Equal($"It was recorded: {told.File.Entries[^2].Content.Line(told.File)}", change.Why);
        }
    }

    [Fact]
    public void It_opens_only_what_is_new_from_the_day_on_which_it_happened_and_everything_else_keeps_its_date()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.Adds("Ana", Involvement.Network);
        story.Reports(Facts("indecent-images", yes: ["adult-made-or-held-images"], no: ["lives-with-children"]));
        var before = story.Duties();
        story.Records(Teacher, Day(31), new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Ana")), happened: On(30));
        var after = story.Duties();
        Assert.All(before, duty => Assert.Equal(duty.Due, Assert.Single(after, other => other.Name == duty.Name && other.Causes[0] == duty.Causes[0]).Due));
        Assert.Equal((On(30), Agency.Education), (story.Duty("refer:childrens-social-care").Due, story.Duty("refer:childrens-social-care").By.Agency));
    }

    [Fact]
    public void A_child_with_a_part_in_it_is_owed_what_every_child_is_and_somebody_who_is_only_near_changes_nothing()
    {
        story.Reports(Facts("youth-produced-imagery", children: [story.Child("Ana", "shown")]));
        story.Adds("Near", Involvement.Network);
        Assert.Empty(story.File.All<Concern.FactsChanged>());
        story.Records(Teacher, Day(30), new People.Added(story.Id("Ben"), true, "Ben", 12, [Involvement.Shared, Involvement.Network]));
        story.Records(Teacher, Day(30), new People.GroupAdded(story.Id("group"), "Year 9", 30, [Involvement.Received], null, true));
        var told = story.File.All<Concern.FactsChanged>().Select(change => change.Content.Told).ToList();
        Assert.Equal([2, 3], told.Select(one => one.Children.Count));
        Assert.Equal(("shared", 12), (Assert.Single(told[1].Children[1].Roles), told[1].Children[1].Age));
        Assert.Equal([story.Id("Ana"), story.Id("Ben"), story.Id("group")], story.Duty("offer-support").Parts.Select(part => part.Person));
    }

    [Theory]
    [InlineData(12, true, false)]
    [InlineData(13, false, false)]
    [InlineData(null, false, true)]
    public void The_age_of_the_youngest_of_a_group_is_a_fact_of_the_concern(int? youngest, bool asksForAdvice, bool isOpen)
    {
        story.Reports(Facts("grooming", children: [story.Child("Ana", "harmed")]));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "consult-social-care");
        story.Records(Teacher, Day(30), new People.GroupAdded(story.Id("group"), "6 pupils of Year 8", 6, [Involvement.Received], youngest, youngest is null));
        var told = Assert.Single(story.File.All<Concern.FactsChanged>()).Content.Told;
        Assert.Equal(youngest, told.Children[1].Age);
        Assert.Equal(asksForAdvice ? [On(30)] : [], story.Duties().Where(duty => duty.Name == "consult-social-care").Select(duty => duty.Due!.Value));
        Assert.Equal(isOpen, RuleBook.Standard.Decide(told.Concern()).OpenQuestions.Contains(ChildFacts.AgeOfOtherChildren));
        Assert.Equal(youngest, People.All(story.File).Single(one => one.IsGroup).Age);
    }

    [Fact]
    public void A_group_recorded_before_its_age_was_asked_is_put_right_with_it_and_then_it_is_a_fact()
    {
        story.Reports(Facts("grooming", children: [story.Child("Ana", "harmed")]));
        var before = new People.GroupAdded1(story.Id("group"), "6 pupils of Year 8", 6, [Involvement.Received]).AsNow();
        var act = new Act(story.Id("before"), Teacher, London.InstantOf(On(27), new(17, 0)), On(27));
        var file = story.File.With(new(0, act, story.Report, Subjects.TheCase, before));
        var correcting = new Act(story.Id("after"), Teacher, London.InstantOf(On(30), new(9, 0)), On(30));
        Decided Corrects(People.GroupAdded? instead) => Catalogue.Decide(file.View(), correcting,
            new NewEntry(new Corrected(new(act.Id, 0), instead, "Asked"), story.Report));
        Assert.Equal("youngest", Assert.Single(Assert.IsType<Refused>(Corrects((People.GroupAdded)before)).Refusals).Field);
        var allowed = Assert.IsType<Allowed>(Corrects((People.GroupAdded)before with { YoungestAge = 12 }));
        Assert.Equal(12, ((Concern.FactsChanged)allowed.Entries[1].Entry.Content).Told.Children[1].Age);
        Assert.IsType<Allowed>(Corrects(null));
    }

    [Fact]
    public void Whether_the_parents_of_a_child_who_comes_in_later_are_told_is_decided_from_that_day_and_what_was_decided_stays_decided()
    {
        story.Adds("Ana", Involvement.Shown);
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "shown")]));
        story.Records(Teacher, Friday, new TellingParents.Withheld(story.Id("Ana"), null, "Mother", TellingParents.Reason.RiskToChild, "why", On(30),
            [report.Id]));
        story.Records(Teacher, Day(30), new People.Added(story.Id("Ben"), true, "Ben", 12, [Involvement.Shared]));
        var change = story.File.All<Concern.FactsChanged>().Single().Id;
        var deciding = story.Duties().Where(duty => duty.Name == "decide-telling-parents").ToList();
        Assert.Equal([DutyState.Met, DutyState.DueToday], deciding.Select(duty => duty.On(On(30))));
        Assert.Equal((story.Id("Ben"), change), (Assert.Single(deciding[1].Parts).Person, Assert.Single(deciding[1].Causes)));
        Assert.Equal(On(27), story.Duty("agree-what-is-said").Due);
        story.Records(Teacher, Day(30), new TellingParents.Withheld(story.Id("Ben"), null, "Father", TellingParents.Reason.RiskToChild, "why", On(31),
            [report.Id, change]));
        Assert.All(story.Duties().Where(duty => duty.Name == "decide-telling-parents"), duty => Assert.Equal(DutyState.Met, duty.On(On(30))));
    }

    [Fact]
    public void The_first_child_of_a_report_that_named_none_joins_what_was_open_and_makes_it_no_later()
    {
        story.Reports(Facts("youth-produced-imagery"));
        story.Records(Teacher, Day(30), new People.Added(story.Id("Ben"), true, "Ben", 12, [Involvement.Shared]));
        var deciding = story.Duty("decide-telling-parents");
        Assert.Equal((On(27), story.Id("Ben")), (deciding.Due!.Value, Assert.Single(deciding.Parts).Person));
    }

    [Fact]
    public void Where_it_is_known_already_and_in_the_act_that_makes_the_report_nothing_follows()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.Adds("Ana", Involvement.Household);
        story.Reports(Facts("indecent-images", yes: ["lives-with-children"], children: [story.Child("Ana", "household")]));
        story.Records(Teacher, Day(30), new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Ana")));
        Assert.Empty(story.File.All<Concern.FactsChanged>());

        var act = new Act(Story.IdOf("one act"), Teacher, London.InstantOf(On(27), new(9, 0)), On(27));
        var said = new Content[] { new Concern.Reported(Facts("grooming", aware: Day(27, hour: 8)), true),
            new People.Added(story.Id("Zoe"), true, null, 9, [Involvement.Harmed]) }.Select(content => new NewEntry(content, story.Report));
        Assert.Equal(2, Assert.IsType<Allowed>(Catalogue.Decide(CaseFile.Of(new(story.Id("other")), ReadScope.Whole).View(), act, [.. said])).Entries.Count);
    }

    [Fact]
    public void A_child_said_to_have_done_it_who_lives_with_another_child_may_harm_them_and_a_partner_says_nothing()
    {
        story.Adds("Acting", Involvement.Acting);
        story.Adds("Sister", Involvement.Network);
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.AddsAdult("Partner", Involvement.Partner);
        story.Reports(Facts("viewed-abusive-images", children: [story.Child("Acting", "acting")]));
        story.Records(Teacher, Friday, new People.Linked(story.Id("Alleged"), LinkKind.PartnerOf, story.Id("Partner")));
        story.Records(Teacher, Friday, new People.Linked(story.Id("Partner"), LinkKind.LivesWith, story.Id("Sister")));
        Assert.Empty(story.File.All<Concern.FactsChanged>());
        story.Records(Teacher, Friday, new People.Linked(story.Id("Sister"), LinkKind.LivesWith, story.Id("Acting")));
        Assert.Equal(["potential-victims-in-household"], Assert.Single(story.File.All<Concern.FactsChanged>()).Content.Told.Yes);
        Assert.Equal(On(27), story.Duty("refer:childrens-social-care").Due);
    }

    [Fact]
    public void A_correction_states_what_it_puts_instead()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.Reports(Facts("indecent-images", children: [story.Child("Ana", "shown")]));
        var added = story.Adds("Ana", Involvement.Shown);
        var linked = story.Records(Teacher, Friday, new People.Linked(story.Id("Alleged"), LinkKind.SiblingOf, story.Id("Ana")));
        Assert.Empty(story.File.All<Concern.FactsChanged>());
        story.Records(Teacher, Friday, new Corrected(linked.Id, new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Ana")),
            "They live together"));
        story.Records(Teacher, Friday, new Corrected(added.Id, ((People.Added)added.Content) with { Age = 12 }, "Her birthday is in May"));
        var newest = story.File.All<Concern.FactsChanged>().Last().Content.Told;
        Assert.Equal(["lives-with-children"], newest.Yes);
        Assert.Equal(12, Assert.Single(newest.Children).Age);
    }

    [Fact]
    public void Whoever_takes_it_back_is_told_that_the_facts_still_stand()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        var ana = story.Adds("Ana", Involvement.Network);
        story.Reports(Facts("grooming"));
        var linked = story.Records(Teacher, Friday, new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Ana")));
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, new Corrected(linked.Id, null, "Another family"))).Remarks);
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, new Corrected(ana.Id, null, "Another child"))).Remarks);
        var ben = story.Records(Teacher, Friday, new People.Added(story.Id("Ben"), true, "Ben", 12, [Involvement.Shared]));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday,
            new Corrected(ben.Id, ((People.Added)ben.Content) with { Name = "Benedict" }, "His whole name"))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday,
            new Corrected(ben.Id, ((People.Added)ben.Content) with { Parts = [Involvement.Network] }, "He passed nothing on"))).Remarks);
    }

    [Fact]
    public void The_same_act_decided_again_adds_nothing_twice()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.Adds("Ana", Involvement.Network);
        story.Reports(Facts("grooming"));
        story.Records(Teacher, Friday, new People.Linked(story.Id("Alleged"), LinkKind.Knows, story.Id("Ana")));
        var last = story.Acts[^1];
        var before = story.File.Before(new(last.Act.Id, 0));
        Assert.Equal(story.File.Entries.TakeLast(2), Assert.IsType<Allowed>(Catalogue.Decide(before.View(), last.Act, last.Said))
            .Entries.Select(named => named.Entry));
        Assert.Equal(2, Assert.IsType<Allowed>(Catalogue.Decide(before.View(), last.Act, last.Said[0])).Entries.Count);
    }

    // Without the hook the call to social care would never be asked for: this is what the catalogue is trusted to do.
    [Fact]
    public void Planted_the_same_entry_put_in_past_the_catalogue_opens_nothing()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.Adds("Ana", Involvement.Network);
        story.Reports(Facts("indecent-images", yes: ["adult-made-or-held-images"]));
        var linked = new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Ana"));
        var past = story.File.With(new(0, new(story.Id("past"), Teacher, London.InstantOf(On(30), new(9, 0)), On(30)), story.Report, Subjects.TheCase, linked));
        Assert.DoesNotContain(past.View().Duties, duty => duty.Name == "refer:childrens-social-care");
        story.Records(Teacher, Day(30), linked);
        Assert.Equal(DutyState.DueToday, story.Duty("refer:childrens-social-care").On(On(30)));
    }
}
