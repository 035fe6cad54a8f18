using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Procedures.TellingParents;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class TellingParentsTests
{
    private readonly Story story = new("telling");

    [Theory]
    [InlineData("Colin Marsh", "Mother", "Colin Marsh tells the mother (Ana, 15, is in the image)")]
    [InlineData("the head of year", "Her mother, Petra", "The head of year tells Her mother, Petra (Ana, 15, is in the image)")]
    [InlineData("Ms Hill and the nurse", " carers", "Ms Hill and the nurse tell the carers (Ana, 15, is in the image)")]
    [InlineData("me", "Father", "Tell the father (Ana, 15, is in the image)")]
    [InlineData("Me, with Ms Hill", "Father", "Tell the father (Ana, 15, is in the image): Me, with Ms Hill")]
    public void A_plan_says_who_tells_whom_about_which_child(string by, string who, string says)
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, who, by, On(30), [report.Id]));
        Assert.Equal(says, story.Duty("tell").What.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_decided_for_each_child_and_for_each_parent_that_the_case_knows()
    {
        story.Adds("Ana", Involvement.Shown);
        story.Adds("Ben", Involvement.Received);
        story.AddsAdult("Mother", Involvement.ParentOrCarer);
        story.AddsAdult("Father", Involvement.ParentOrCarer);
        foreach (var parent in new[] { "Mother", "Father" })
            story.Records(Teacher, Friday, new People.Linked(story.Id(parent), LinkKind.ParentOrCarerOf, story.Id("Ana")));
        var report = story.Reports(Facts("youth-produced-imagery", no: ["adult-involved", "adult-made-or-held-images"],
            children: [story.Child("Ana", "shown"), story.Child("Ben", "received")]));

        story.Records(Teacher, Friday, Told(report, "Ana", "Mother"));
        story.Records(Teacher, Friday, Told(report, "Ben", null));
        Assert.Equal((1, 2), (story.Duty("decide-telling-parents").PartsMet, story.Duty("decide-telling-parents").Parts.Count));      // Ana's father is left
        story.Records(Teacher, Friday, new TellingParents.Withheld(story.Id("Ana"), story.Id("Father"), "Father", TellingParents.Reason.RiskToChild,
            "He was violent", On(31), [report.Id]));
        Assert.Equal(DutyState.Met, story.Duty("decide-telling-parents").On(On(27)));
    }

    [Fact]
    public void Whoever_is_to_be_told_is_told_by_the_day_or_it_is_late()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "The head of year", On(30), [report.Id]));
        Assert.Equal((DutyState.Open, DutyState.DueToday, DutyState.Overdue),
            (story.Duty("tell").On(On(27)), story.Duty("tell").On(On(30)), story.Duty("tell").On(On(31))));
        story.Records(Teacher, Day(31), Told(report, "Ana", null));
        Assert.Equal(DutyState.MetLate, story.Duty("tell").On(On(31)));
    }

    [Fact]
    public void To_be_told_and_then_withheld_is_no_longer_needed_and_is_decided_again_on_its_day()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "The head of year", On(30), [report.Id]));
        story.Records(Teacher, Day(28), new TellingParents.Withheld(story.Id("Ana"), null, "mother", TellingParents.Reason.AskedByPoliceOrSocialCare,
            "The police asked", On(31), [report.Id]));
        Assert.Equal(DutyState.NoLongerNeeded, story.Duty("tell").On(On(31)));
        Assert.Equal((On(31), DutyState.Overdue), (story.Duty("decide-telling-again").Due, story.Duty("decide-telling-again").On(On(1, 4))));
        story.Records(Teacher, Day(31), Told(report, "Ana", null));
        Assert.Equal(DutyState.Met, story.Duty("decide-telling-again").On(On(1, 4)));
    }

    [Fact]
    public void While_an_adult_may_be_involved_what_is_said_is_agreed_first()
    {
        var report = With("Ana", "grooming");
        Assert.Equal(On(27), story.Duty("agree-what-is-said").Due);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe and supported", "her mother", "Ms Okafor, social care", [report.Id]));
        Assert.Equal(DutyState.Met, story.Duty("agree-what-is-said").On(On(27)));
    }

    [Fact]
    public void Told_early_is_recorded_and_marked_and_looked_at_again_the_same_day()
    {
        var report = With("Ana", "grooming");
        var early = Told(report, "Ana", null);
        Assert.Equal(["S2.2.9"], Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, early)).Remarks).Cites);
        var told = story.Records(Teacher, Friday, early);
        Assert.Equal([(On(27), Agency.Education), (On(27), Agency.Police)], LookingAgain().Select(duty => (duty.Due!.Value, duty.By.Agency)));
        // before anybody was told
        story.Records(Officer, Day(28), new TellingParents.LookedAgain(told.Id, "The messages were looked at too soon"), happened: On(26));
        Assert.All(LookingAgain(), duty => Assert.Equal(DutyState.Overdue, duty.On(On(28))));
        story.Records(Officer, Day(28), new TellingParents.LookedAgain(told.Id, "Nothing was deleted. She stays with her aunt tonight."));
        Assert.Equal([DutyState.Overdue, DutyState.MetLate], LookingAgain().Select(duty => duty.On(On(28))));
        story.Records(SafeguardingLead, Day(28), new TellingParents.LookedAgain(told.Id, "She is in school and has somebody to go to."));
        Assert.All(LookingAgain(), duty => Assert.Equal(DutyState.MetLate, duty.On(On(28))));
    }

    [Fact]
    public void Where_the_police_reported_it_they_look_again_for_both_sides()
    {
        story.Adds("Ana", Involvement.Shown);
        var report = story.Records(Officer, Friday, new Concern.Reported(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "shown")])));
        story.Records(Officer, Friday, Told(report, "Ana", null));
        Assert.Equal(Officer.Team, Assert.Single(LookingAgain()).By.Team);
    }

    [Fact]
    public void An_agreement_that_names_somebody_of_the_case_covers_nobody_else_of_its_people()
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Mother", Involvement.ParentOrCarer);
        story.AddsAdult("Father", Involvement.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "Mother", "Ms Okafor, social care", [report.Id], story.Id("Mother")));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Mother"))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Father"))).Remarks);
        // not a person of the case: the words say who
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null))).Remarks);
        story.Refuses("person", Teacher, Friday, new TellingParents.Agreed("That she is safe", "x", "Ms Okafor, social care", [report.Id], story.Id("nobody")));
    }

    [Fact]
    public void A_parent_who_is_neither_alleged_nor_linked_is_told_as_agreed_and_that_is_not_early()
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Stepfather", Involvement.Alleged, Involvement.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "her mother", "Ms Okafor, social care", [report.Id]));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Stepfather"))).Remarks);
    }

    [Fact]
    public void What_the_police_withhold_no_setting_decides_again()
    {
        var report = With("Ana", "grooming");
        story.Records(Officer, Friday, new TellingParents.Withheld(story.Id("Ana"), null, "Mother", TellingParents.Reason.AskedByPoliceOrSocialCare,
            "A search on Monday", On(30), [report.Id]));
        story.Records(Teacher, Day(28), new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "me", On(30), [report.Id]));
        Assert.Null(story.Duty("decide-telling-again").MetBy);
        story.Records(Officer, Day(30), new TellingParents.ToBeTold(story.Id("Ana"), null, "mother", "PC Ward", On(31), [report.Id]));
        Assert.NotNull(story.Duty("decide-telling-again").MetBy);
    }

    [Fact]
    public void An_adult_who_comes_in_later_makes_no_earlier_telling_early_and_asks_for_agreement_from_then_on()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, Told(report, "Ana", null));
        var change = story.Records(Teacher, Day(31), new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", yes: ["adult-involved"], children: [story.Child("Ana", "shown")], aware: Day(31)), "An adult wrote to her"));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "look-again-told-early");
        var agree = story.Duty("agree-what-is-said");
        Assert.Equal((On(31), change.Id), (agree.Due, Assert.Single(agree.Causes)));
        Assert.Equal(change.Id, Assert.Single(story.File.View().Standing, rule => rule.Name == "keep-evidence").Cause);
    }

    [Fact]
    public void Told_on_the_day_on_which_it_came_out_that_an_adult_is_involved_is_just_before_and_looked_at_again()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, Told(report, "Ana", null));
        story.Records(Teacher, Friday.AddHours(2), new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", yes: ["adult-involved"], children: [story.Child("Ana", "shown")]), "An adult wrote to her"));
        Assert.All(LookingAgain(), duty => Assert.Equal(On(27), duty.Due));
        Assert.Equal(2, LookingAgain().Count);
    }

    [Fact]
    public void An_agreement_after_the_telling_does_not_undo_that_it_was_early()
    {
        var report = With("Ana", "grooming");
        story.Records(Teacher, Friday, Told(report, "Ana", null));
        story.Records(Teacher, Friday.AddHours(2), new TellingParents.Agreed("That she is safe", "her mother", "Ms Okafor, social care", [report.Id]));
        Assert.Equal([DutyState.DueToday, DutyState.DueToday], LookingAgain().Select(duty => duty.On(On(27))));
    }

    [Fact]
    public void What_a_record_needs_is_asked_for_beside_its_field()
    {
        var report = With("Ana");
        story.Refuses("child", Teacher, Friday, Told(report, "Zoe", null));
        story.Refuses("how", Teacher, Friday, Told(report, "Ana", null) with { How = "" });
        story.Refuses("until", Teacher, Friday, new TellingParents.Withheld(story.Id("Ana"), null, "Mother", null, "", null, [report.Id]));
        story.Refuses("on", Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "me", On(26), [report.Id]));
        story.Refuses("with", Teacher, Friday, new TellingParents.Agreed("a", "b", "", [report.Id]));
        story.Refuses("of", Officer, Friday, new TellingParents.LookedAgain(report.Id, "x"));
    }

    private List<Duty> LookingAgain() => [.. story.Duties().Where(duty => duty.Name == "look-again-told-early").OrderBy(duty => duty.By.Agency)];

    [Fact]
    public void Nobody_who_is_alleged_or_linked_is_planned_to_be_told_before_it_was_agreed_and_that_they_were_told_is_recorded()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        story.AddsAdult("Pavel", Involvement.Alleged, Involvement.ParentOrCarer);
        ToBeTold planned = new(story.Id("Ana"), story.Id("Pavel"), "Pavel", "me", On(30), [report.Id]);
        story.Refuses("person", Teacher, Friday, planned);
        story.Refuses("who", Teacher, Friday, planned with { Person = null, Who = "Pavel" });
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "tell");
        Assert.True(IsHeld(story.View, story.Id("Pavel")));
        story.Records(Teacher, Friday, new ParentTold(story.Id("Ana"), story.Id("Pavel"), "Pavel", "By telephone", "All of it", [report.Id]));
    }

    [Fact]
    public void A_parent_who_was_told_and_turns_out_to_be_linked_is_decided_about_again_and_looked_at_the_same_day()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        story.AddsAdult("Rita", Involvement.ParentOrCarer);
        story.AddsAdult("Pavel", Involvement.Alleged);
        story.Records(Teacher, Friday, new Agreed("That she is safe", "Rita", "PC Ward, police", [report.Id]));
        var told = story.Records(Teacher, Friday.AddMinutes(20), new ParentTold(story.Id("Ana"), story.Id("Rita"), "Rita", "By telephone", "That she is safe",
            [report.Id]));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name is "look-again-told-early" or "decide-telling-again");
        var linked = story.Records(Teacher, Day(31), new People.Linked(story.Id("Pavel"), LinkKind.PartnerOf, story.Id("Rita")));
        Assert.Contains(story.Duties(), duty => duty.Name == "look-again-told-early" && duty.Due == On(31) && duty.By.Agency == Agency.Police);
        var again = story.Duty("decide-telling-again");
        Assert.Equal((On(31), DutyState.DueToday, linked.Id), (again.Due, again.On(On(31)), again.Causes[0]));
        story.Records(Teacher, Day(31), new Withheld(story.Id("Ana"), story.Id("Rita"), "Rita", Reason.RiskToChild, "She may tell him", On(7, 4), [report.Id]));
        Assert.Contains(story.Duties(), duty => duty.Name == "decide-telling-again" && duty.MetBy is not null && duty.Causes[0] == linked.Id);
        Assert.Equal(told.Id, story.Duties().First(duty => duty.Name == "look-again-told-early").Causes[0]);
    }

    [Fact]
    public void Whoever_is_to_be_told_and_turns_out_to_be_linked_is_told_no_more_before_it_was_agreed()
    {
        var report = story.Reports(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        story.AddsAdult("Rita", Involvement.ParentOrCarer);
        story.AddsAdult("Pavel", Involvement.Alleged);
        story.Records(Teacher, Friday, new ToBeTold(story.Id("Ana"), story.Id("Rita"), "Rita", "me", On(31), [report.Id]));
        var linked = story.Records(Teacher, Day(30), new People.Linked(story.Id("Pavel"), LinkKind.LivesWith, story.Id("Rita")));
        Assert.Equal(linked.Id, story.Duty("tell").EndedBy?.Id);
        Assert.Equal(DutyState.DueToday, story.Duty("decide-telling-again").On(On(30)));
    }

    private Entry With(string child, string form = "youth-produced-imagery")
    {
        story.Adds(child, Involvement.Shown);
        return story.Reports(Facts(form, yes: form == "grooming" ? ["adult-involved"] : null,
            no: form == "grooming" ? null : ["adult-involved", "adult-made-or-held-images"], children: [story.Child(child, "shown")]));
    }

    private TellingParents.ParentTold Told(Entry report, string child, string? person) =>
        new(story.Id(child), person is null ? null : story.Id(person), person ?? "Mother", "By telephone, the head of year",
            "What happened and who helps", [report.Id]);
}
