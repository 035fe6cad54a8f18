using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>What was agreed to be said: who says so, and whom it covers.</summary>
public sealed class AgreedTests
{
    private readonly Story story = new("agreed");

    [Theory]
    [InlineData(Involvement.Alleged, false), InlineData(Involvement.Partner, false), InlineData(Involvement.Relative, true)]
    public void What_somebody_says_that_the_police_agreed_covers_nobody_of_the_adults_home_before_they_confirm_it(Involvement part, bool livesThere)
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.AddsAdult("Pavel N.", part, Involvement.ParentOrCarer);
        if (livesThere) story.Records(Teacher, Friday, new People.Linked(story.Id("Alleged"), LinkKind.LivesWith, story.Id("Pavel N.")));
        var agreed = story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "Pavel N.", "PC Ward, police", [report.Id],
            story.Id("Pavel N.")));
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
        story.Refuses("", Teacher, Friday, new Corrected(agreed.Id, ((TellingParents.Agreed)agreed.Content) with { Person = story.Id("Alleged") },
            "The other one"));
    }

    [Fact]
    public void Whom_a_telling_was_about_stays_once_a_service_has_the_referral_whoever_knows_that_it_was_early()
    {
        var report = story.Reports(Facts("youth-produced-imagery", no: ["adult-involved", "adult-made-or-held-images"],
            children: [story.Child("Ana", "harmed")]));
        story.Adds("Ana", Involvement.Harmed);
        var made = story.Refers("childrens-social-care", Friday, report);
        TellingParents.ParentTold told = new(story.Id("Ana"), null, "Her mother", "By telephone", "All of it", [report.Id]);
        var entry = story.Records(Teacher, Friday, told);
        Assert.IsType<Allowed>(story.Decide(Teacher, Friday, new Corrected(entry.Id, told with { Who = "Her aunt" }, "A slip")));
        story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, null));
        story.Refuses("", Teacher, Day(30), new Corrected(entry.Id, told with { Who = "Her aunt" }, "A slip"));
        story.Refuses("", Teacher, Day(30), new Corrected(entry.Id, null, "A slip"));
        Assert.IsType<Allowed>(story.Decide(Teacher, Day(30), new Corrected(entry.Id, told with { What = "That she is safe" }, "More exactly")));
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
        story.AddsAdult("Pavel N.", Involvement.Alleged, Involvement.ParentOrCarer);
        story.AddsAdult("Rita N.", Involvement.Partner, Involvement.ParentOrCarer);
        Receives(report);
        story.Records(Officer, Friday, new TellingParents.Agreed("That she is safe", "Ana's mother, Rita", "PC Ward, police", [report.Id]));
        story.Records(Officer, Friday, new TellingParents.Agreed("That she is safe", "Rita N.", "PC Ward, police", [report.Id], story.Id("Rita N.")));
        Assert.Empty(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Rita N."))).Remarks);
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Pavel N."))).Remarks);
    }

    [Theory]
    [InlineData("Dad", true), InlineData("Tom\u2019s father Pavel N.", true), InlineData("Mr P\u00E1vel", true), InlineData("her parents", true),
        InlineData("Mother", false), InlineData("Her aunt Sarah", false)]
    public void Whoever_is_told_is_compared_in_words_with_the_people_of_the_case(string who, bool isLinked)
    {
        var report = With("Ana", "grooming");
        story.AddsAdult("Pavel N., stepfather", Involvement.Alleged, Involvement.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", who, "PC Ward, police", [report.Id]));
        Assert.Equal(isLinked ? 1 : 0, Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null) with { Who = who })).Remarks.Count);
    }

    [Fact]
    public void Who_was_recorded_as_the_partner_stays_so_for_what_they_are_told_whatever_it_is_corrected_to()
    {
        var report = With("Ana", "grooming");
        var rita = story.AddsAdult("Rita", Involvement.Partner, Involvement.ParentOrCarer);
        story.Records(Teacher, Friday, new TellingParents.Agreed("That she is safe", "Rita", "PC Ward, police", [report.Id], story.Id("Rita")));
        story.Records(Teacher, Friday, new Corrected(rita.Id, ((People.Added)rita.Content) with { Parts = [Involvement.ParentOrCarer] }, "They have parted"));
        Assert.Single(Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", "Rita"))).Remarks);
    }

    [Theory]
    [InlineData(Answer.Yes, true), InlineData(Answer.NotKnown, true), InlineData(Answer.No, false)]
    public void Where_it_is_not_known_whether_an_adult_is_involved_it_is_asked_whether_they_could_be_that_adult(Answer could, bool isLinked)
    {
        story.Adds("Ana", Involvement.Shown);
        var report = story.Reports(Facts("youth-produced-imagery", children: [story.Child("Ana", "shown")]));
        story.Refuses("could-be-adult", Teacher, Friday, Told(report, "Ana", null));
        story.Refuses("could-be-adult", Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "me", On(30), [report.Id]));
        var planned = Assert.IsType<Allowed>(story.Decide(Teacher, Friday,
            new TellingParents.ToBeTold(story.Id("Ana"), null, "Mother", "me", On(30), [report.Id], could)));
        Assert.Equal(isLinked ? 1 : 0, planned.Remarks.Count);
        var told = Assert.IsType<Allowed>(story.Decide(Teacher, Friday, Told(report, "Ana", null) with { CouldBeAdult = could }));
        Assert.Equal(isLinked, told.Remarks.Any(remark => remark.Words.Contains("record that something has changed", StringComparison.Ordinal)));
        story.Records(Teacher, Friday, Told(report, "Ana", null) with { CouldBeAdult = could });
        Assert.Equal(isLinked ? 2 : 0, LookingAgain().Count);
    }

    private void Receives(Entry report)
    {
        var made = story.Records(Teacher, Friday, new Referral.Made("police", Officer.Team, Referral.Means.Telephone, "PC Ward", null, [report.Id]));
        story.Records(Officer, Friday, new Referral.Received(made.Id, "P-1"));
    }

    private List<Duty> LookingAgain() => [.. story.Duties().Where(duty => duty.Name == "look-again-told-early")];

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
