using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class TellingParentsTests
{
    private readonly Story story = new("telling");

    [Fact]
    public void It_is_decided_for_each_child_and_for_each_parent_that_the_case_knows()
    {
        story.Adds("Ana", Part.Shown);
        story.Adds("Ben", Part.Received);
        story.AddsAdult("Mother", Part.ParentOrCarer);
        story.AddsAdult("Father", Part.ParentOrCarer);
        foreach (var parent in new[] { "Mother", "Father" }) story.Records(Teacher, Friday, new People.Linked(story.Id(parent), LinkKind.ParentOrCarerOf, story.Id("Ana")));
        var report = story.Reports(Facts("youth-produced-imagery", no: ["adult-involved", "adult-made-or-held-images"], children: [story.Child("Ana", "shown"), story.Child("Ben", "received")]));

        story.Records(Teacher, Friday, Told(report, "Ana", "Mother"));
        story.Records(Teacher, Friday, Told(report, "Ben", null));
        Assert.Equal((1, 2), (story.Duty("decide-telling-parents").PartsMet, story.Duty("decide-telling-parents").Parts.Count));      // Ana's father is left
        story.Records(Teacher, Friday, new TellingParents.Withheld(story.Id("Ana"), story.Id("Father"), "Father", TellingParents.Reason.RiskToChild, "He was violent", On(31), [report.Id]));
        Assert.Equal(DutyState.Met, story.Duty("decide-telling-parents").On(On(27)));
    }

    [Fact]
    public void Whoever_is_to_be_told_is_told_by_the_day_or_it_is_late()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "The head of year", On(30), [report.Id]));
        Assert.Equal((DutyState.Open, DutyState.DueToday, DutyState.Overdue), (story.Duty("tell").On(On(27)), story.Duty("tell").On(On(30)), story.Duty("tell").On(On(31))));
        story.Records(Teacher, Day(31), Told(report, "Ana", null));
        Assert.Equal(DutyState.MetLate, story.Duty("tell").On(On(31)));
    }

    [Fact]
    public void To_be_told_and_then_withheld_is_no_longer_needed_and_is_decided_again_on_its_day()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "The head of year", On(30), [report.Id]));
        story.Records(Teacher, Day(28), new TellingParents.Withheld(story.Id("Ana"), null, "mother", TellingParents.Reason.AskedByPoliceOrSocialCare, "The police asked", On(31), [report.Id]));
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
        story.Records(Officer, Day(28), new TellingParents.LookedAgain(told.Id, "The messages were looked at too soon"), happened: On(26));      // before anybody was told
        Assert.All(LookingAgain(), duty => Assert.Equal(DutyState.Overdue, duty.On(On(28))));
        story.Records(Officer, Day(28), new TellingParents.LookedAgain(told.Id, "Nothing was deleted. She stays with her aunt tonight."));
        Assert.Equal([DutyState.Overdue, DutyState.MetLate], LookingAgain().Select(duty => duty.On(On(28))));
        story.Records(SafeguardingLead, Day(28), new TellingParents.LookedAgain(told.Id, "She is in school and has somebody to go to."));
        Assert.All(LookingAgain(), duty => Assert.Equal(DutyState.MetLate, duty.On(On(28))));
    }

    [Fact]
    public void Where_the_police_reported_it_they_look_again_for_both_sides()
    {
        story.Adds("Ana", Part.Shown);
        var report = story.Records(Officer, Friday, new Concern.Reported(Facts("grooming", yes: ["adult-involved"], children: [story.Child("Ana", "shown")])));
        story.Records(Officer, Friday, Told(report, "Ana", null));
        Assert.Equal(Officer.Team, Assert.Single(LookingAgain()).By.Team);
    }

    [Fact]
    public void An_agreement_that_names_somebody_of_the_case_covers_nobody_else_of_its_people()
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Mother", Part.ParentOrCarer);
        story.AddsAdult("Father", Part.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "Mother", "Ms Okafor, social care", [report.Id], story.Id("Mother")));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Mother"))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Father"))).Remarks);
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null))).Remarks);      // not a person of the case: the words say who
        story.Refuses("person", Teacher, Friday, new TellingParents.Agreed("That she is safe", "x", "Ms Okafor, social care", [report.Id], story.Id("nobody")));
    }

    [Fact]
    public void A_parent_who_is_neither_alleged_nor_linked_is_told_as_agreed_and_that_is_not_early()
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Stepfather", Part.Alleged, Part.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "her mother", "Ms Okafor, social care", [report.Id]));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Stepfather"))).Remarks);
    }

    [Theory]
    [InlineData(Part.Alleged, false), InlineData(Part.Partner, false), InlineData(Part.Relative, true)]
    public void What_somebody_says_that_the_police_agreed_covers_nobody_of_the_adults_home_before_they_confirm_it(Part part, bool livesThere)
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Alleged", Part.Alleged);
        story.AddsAdult("Pavel N.", part, Part.ParentOrCarer);
        if (livesThere) story.Records(Teacher, Friday, new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Pavel N.")));
        var agreed = story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "Pavel N.", "PC Ward, police", [report.Id], story.Id("Pavel N.")));
        Assert.Equal(DutyState.Met, story.Duty("agree-what-is-said").On(On(27)));      // the author asked, and wrote down what they were told
        Assert.StartsWith("Whoever recorded this says that PC Ward, police agreed", agreed.Content.Line(story.File), StringComparison.Ordinal);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Pavel N."))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null) with { Who = "Ana\u2019s father, PAVEL" })).Remarks);

        TellingParents.Confirmed confirmed = new(agreed.Id, true, "That she is safe, and nothing else");
        story.Refuses("", SafeguardingLead, Friday, confirmed);
        story.Refuses("", Officer, Friday, confirmed);      // nobody has called them
        Receives(report);
        story.Records(Officer, Friday, confirmed);
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday.AddMinutes(1), Told(report, "Ana", "Pavel N."))).Remarks);
        story.Refuses("", Teacher, Friday, new Corrected(agreed.Id, ((TellingParents.Agreed)agreed.Content) with { Person = story.Id("Alleged") }, "The other one"));
    }

    [Fact]
    public void A_service_that_did_not_agree_says_so_and_it_covers_nobody_and_is_agreed_anew()
    {
        var report = With("Ana", "grooming");
        var agreed = story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "her mother", "PC Ward, police", [report.Id]));
        Receives(report);
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null))).Remarks);
        story.Records(Officer, Friday, new TellingParents.Confirmed(agreed.Id, false, "We asked to wait until Monday"));
        Assert.Null(story.Duty("agree-what-is-said").MetBy);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null))).Remarks);
        story.Records(Officer, Friday, new TellingParents.Agreed("That she is safe", "her mother", "PC Ward, police", [report.Id]));
        Assert.Equal("Agreed with PC Ward, police what is said to her mother: That she is safe", story.File.Entries[^1].Content.Line(story.File));
        Assert.Equal(DutyState.Met, story.Duty("agree-what-is-said").On(On(27)));
    }

    [Fact]
    public void What_a_receiver_agreed_itself_covers_whom_it_names_and_not_another_of_that_home()
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Pavel N.", Part.Alleged, Part.ParentOrCarer);
        story.AddsAdult("Rita N.", Part.Partner, Part.ParentOrCarer);
        Receives(report);
        story.Records(Officer, Friday, new TellingParents.Agreed("That she is safe", "Ana's mother, Rita", "PC Ward, police", [report.Id]));
        story.Records(Officer, Friday, new TellingParents.Agreed("That she is safe", "Rita N.", "PC Ward, police", [report.Id], story.Id("Rita N.")));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Rita N."))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Pavel N."))).Remarks);
    }

    [Theory]
    [InlineData("Dad", true), InlineData("Tom\u2019s father Pavel N.", true), InlineData("Mr P\u00E1vel", true), InlineData("her parents", true), InlineData("Mother", false), InlineData("Her aunt Sarah", false)]
    public void Whoever_is_told_is_compared_in_words_with_the_people_of_the_case(string who, bool isLinked)
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Pavel N., stepfather", Part.Alleged, Part.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", who, "PC Ward, police", [report.Id]));
        Assert.Equal(isLinked ? 1 : 0, Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null) with { Who = who })).Remarks.Count);
    }

    [Fact]
    public void Who_was_recorded_as_the_partner_stays_so_for_what_they_are_told_whatever_it_is_corrected_to()
    {
        var report = With("Ana", "grooming");
        var rita = story.AddsAdult("Rita", Part.Partner, Part.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "Rita", "PC Ward, police", [report.Id], story.Id("Rita")));
        story.Records(Teacher, Friday, new Corrected(rita.Id, ((People.Added)rita.Content) with { Parts = [Part.ParentOrCarer] }, "They have parted"));
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Rita"))).Remarks);
    }

    [Theory]
    [InlineData(Answer.Yes, true), InlineData(Answer.NotKnown, true), InlineData(Answer.No, false)]
    public void Where_it_is_not_known_whether_an_adult_is_involved_it_is_asked_whether_they_could_be_that_adult(Answer could, bool isLinked)
    {
        story.Adds("Ana", Part.Shown);
        var report = story.Reports(Facts("youth-produced-imagery", children: [story.Child("Ana", "shown")]));
        story.Refuses("could-be-adult", Teacher, Friday, Told(report, "Ana", null));
        story.Refuses("could-be-adult", Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "me", On(30), [report.Id]));
        var planned = Assert.IsType<Allowed>(story.Decide(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "me", On(30), [report.Id], could)));
        Assert.Equal(isLinked ? 1 : 0, planned.Remarks.Count);
        var told = Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null) with { CouldBeAdult = could }));
        Assert.Equal(isLinked, told.Remarks.Any(remark => remark.Words.Contains("record that the facts changed", StringComparison.Ordinal)));
        story.Records(Teacher, Friday, Told(report, "Ana", null) with { CouldBeAdult = could });
        Assert.Equal(isLinked ? 2 : 0, LookingAgain().Count);
    }

    [Fact]
    public void What_the_police_withhold_no_setting_decides_again()
    {
        var report = With("Ana", "grooming");
        story.Records(Officer, Friday, new TellingParents.Withheld(story.Id("Ana"), null, "Mother", TellingParents.Reason.AskedByPoliceOrSocialCare, "A search on Monday", On(30), [report.Id]));
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
        var change = story.Records(Teacher, Day(31), new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: ["adult-involved"], children: [story.Child("Ana", "shown")], aware: Day(31)), "An adult wrote to her"));
        Assert.DoesNotContain(story.Duties(), duty => duty.Name == "look-again-told-early");
        var agree = story.Duty("agree-what-is-said");
        Assert.Equal((On(31), change.Id), (agree.Due, Assert.Single(agree.Causes)));
        Assert.Equal(change.Id, Assert.Single(Catalogue.RulesOf(story.File, RuleBook.Standard), rule => rule.Name == "keep-evidence").Cause);
    }

    [Fact]
    public void Told_on_the_day_on_which_it_came_out_that_an_adult_is_involved_is_just_before_and_looked_at_again()
    {
        var report = With("Ana");
        story.Records(Teacher, Friday, Told(report, "Ana", null));
        story.Records(Teacher, Friday.AddHours(2), new Concern.FactsChanged(report.Id, Facts("youth-produced-imagery", yes: ["adult-involved"], children: [story.Child("Ana", "shown")]), "An adult wrote to her"));
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

    private void Receives(Entry report)
    {
        var made = story.Records(Teacher, Friday, new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [report.Id]));
        story.Records(Officer, Friday, new Referral.Received(made.Id, "P-1"));
    }

    private List<Duty> LookingAgain() => [.. story.Duties().Where(duty => duty.Name == "look-again-told-early").OrderBy(duty => duty.By.Agency)];

    private Entry With(string child, string form = "youth-produced-imagery")
    {
        story.Adds(child, Part.Shown);
        return story.Reports(Facts(form, yes: form == "grooming" ? ["adult-involved"] : null, no: form == "grooming" ? null : ["adult-involved", "adult-made-or-held-images"], children: [story.Child(child, "shown")]));
    }

    private TellingParents.Told Told(Entry report, string child, string? person) =>
        new(story.Id(child), person is null ? null : story.Id(person), person ?? "Mother", "By telephone, the head of year", "What happened and who helps", [report.Id]);
}
