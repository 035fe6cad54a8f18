using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class PeopleTests
{
    private readonly Story story = new("people");

    [Fact]
    public void In_reach_are_children_linked_to_the_alleged_person_or_to_whoever_lives_with_them()
    {
        story.AddsAdult("Alleged", Involvement.Alleged);
        story.AddsAdult("Partner", Involvement.Partner);
        story.Adds("Coached", Involvement.Shown);
        story.Adds("Partner's", Involvement.Shown);
        story.Adds("Shown", Involvement.Shown);
        story.Adds("At home", Involvement.Household);
        story.Records(Teacher, Friday, new People.GroupAdded(story.Id("team"), "Under 11 team", 14, [Involvement.Network], null, true));
        Link("Alleged", LinkKind.WorksWith, "Coached");
        Link("Alleged", LinkKind.PartnerOf, "Partner");
        Link("Partner", LinkKind.ParentOrCarerOf, "Partner's");
        var reached = Reach.Of(story.File);
        Assert.Equal([story.Id("Coached"), story.Id("Partner's"), story.Id("At home"), story.Id("team")], reached.Select(one => one.Child));
        Assert.Equal([["Alleged works or volunteers with Coached"], ["Partner is a parent or carer of Partner's", "Alleged is the partner of Partner"],
            ["lives with the person of concern"], ["can be reached by the person of concern"]], reached.Select(one => one.Why(story.File)));
    }

    [Fact]
    public void A_child_who_is_said_to_have_done_it_is_not_in_their_own_reach()
    {
        story.Adds("Acting", Involvement.Acting);
        story.Adds("Brother", Involvement.Network);
        Link("Acting", LinkKind.LivesWith, "Brother");
        Assert.Equal([story.Id("Brother")], Reach.Of(story.File).Select(one => one.Child));
    }

    [Fact]
    public void What_a_record_needs_is_asked_for_beside_its_field()
    {
        story.Refuses("parts", Teacher, Friday, new People.Added(story.Id("x"), true, null, null, []));
        story.Refuses("age", Teacher, Friday, new People.Added(story.Id("x"), true, null, 18, [Involvement.Shown]));
        story.Refuses("group", Teacher, Friday, new People.Added(story.Id("x"), true, null, 9, [Involvement.Shown], story.Id("nobody")));
        story.Refuses("words", Teacher, Friday, new People.GroupAdded(story.Id("g"), "", null, [Involvement.Shown], null, true));
        story.Refuses("size", Teacher, Friday, new People.GroupAdded(story.Id("g"), "Year 9", 0, [Involvement.Shown], null, true));
        foreach (var (age, isNotKnown) in new[] { ((int?)null, false), (14, true), (18, false), (-1, false) })
            story.Refuses("youngest", Teacher, Friday, new People.GroupAdded(story.Id("g"), "Year 9", 30, [Involvement.Shown], age, isNotKnown));
        story.Refuses("to", Teacher, Friday, new People.Linked(story.Id("a"), LinkKind.Knows, story.Id("a")));
    }

    [Fact]
    public void A_name_that_became_known_is_the_name_everywhere_and_the_last_one_counts()
    {
        story.Records(Teacher, Friday, new People.Added(story.Id("child"), true, null, 14, [Involvement.Shown]));
        story.AddsAdult("river_otter_77", Involvement.Alleged);
        Assert.Equal("a child not named yet", People.NameOf(story.File, story.Id("child")));
        var named = story.Records(SafeguardingLead, Day(30), new People.Named(story.Id("child"), "Anna"));
        story.Records(SafeguardingLead, Day(31), new People.Named(story.Id("child"), "Ana K."), happened: On(28));
        story.Records(SafeguardingLead, Day(31), new People.Named(story.Id("river_otter_77"), "Owen H."));
        Assert.Equal(["Ana K.", "Owen H."], People.All(story.File).Select(one => one.Called));
        Assert.Equal("Ana K.", People.NameOf(story.File, story.Id("child")));
        Assert.Equal(["A child not named yet is called Anna", "river_otter_77 is called Owen H."],
            new[] { named, story.File.Entries[^1] }.Select(entry => entry.Content.Line(story.File)));
        story.Refuses("person", Teacher, Friday, new People.Named(story.Id("nobody"), "Ana"));
        story.Refuses("name", Teacher, Friday, new People.Named(story.Id("child"), " "));
    }

    [Fact]
    public void An_age_is_that_of_the_newest_facts()
    {
        story.Records(Teacher, Friday, new People.Added(story.Id("child"), true, null, null, [Involvement.Shown]));
        var report = story.Reports(Facts("youth-produced-imagery", children: [new(story.Id("child"), ["shown"], null)]));
        Assert.Null(Assert.Single(People.All(story.File)).Age);
        story.Records(Teacher, Day(30), new Concern.FactsChanged(report.Id,
            Facts("youth-produced-imagery", children: [new(story.Id("child"), ["shown"], 12)], aware: Day(30)), "Her age is known"));
        Assert.Equal(12, Assert.Single(People.All(story.File)).Age);
    }

    private void Link(string from, LinkKind kind, string to) => story.Records(Teacher, Friday, new People.Linked(story.Id(from), kind, story.Id(to)));
}
