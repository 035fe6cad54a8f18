using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The people of a case as cards, and the picture of how they are linked, which says the same.</summary>
public sealed partial class PeoplePageTests : IDisposable
{
    private static readonly DateTime friday = new(2026, 3, 27, 16, 30, 0);
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-people-");
    private readonly Story story = Demonstration.Stories(new(2026, 3, 27)).Single(one => one.File.Id == new Story("an adult at home").File.Id);

    private string Page => $"/work/{story.File.Id}/people";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_picture_has_whom_the_cards_have_and_each_in_it_leads_to_their_card()
    {
        await using var forms = await As(SafeguardingLead);
        var cards = Cards(forms);
        Assert.Equal(["Maya J., 11", "Noah J., 7", "Alan C.", "Beth J.", "Carl J."], cards.Select(card => card.QuerySelector("h3")!.TextContent));
        var people = forms.Page.QuerySelectorAll("svg a").ToList();
        Assert.Equal(cards.Select(card => $"#{card.Id}").Order(StringComparer.Ordinal),
            people.Select(one => one.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.All(people, one => Assert.StartsWith(one.QuerySelector("text")!.TextContent,
            cards.Single(card => $"#{card.Id}" == one.GetAttribute("href")).QuerySelector("h3")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(["lives with", "parent or carer of", "parent or carer of", "partner of"],
            forms.Page.QuerySelectorAll(".app-network__words > text").Select(one => one.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal(["Alan C."], people.Where(one => one.ClassName == "app-network__alleged").Select(one => one.QuerySelector("text")!.TextContent));
        // Nobody is named where names are not hidden: in an attribute.
        Assert.All(forms.Page.QuerySelectorAll("svg, svg *").SelectMany(one => one.Attributes), attribute =>
            Assert.DoesNotContain(" J.", attribute.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_says_part_links_who_is_in_reach_and_why_and_what_is_to_be_done_about_them()
    {
        await using var forms = await As(SafeguardingLead);
        string Card(string name) => Spaced(Cards(forms).Single(card => card.QuerySelector("h3")!.TextContent.StartsWith(name, StringComparison.Ordinal)));
        Assert.Contains("Children in reach: Maya J., 11; Noah J., 7.", forms.Words, StringComparison.Ordinal);
        Assert.Equal("Noah J., 7 Child In reach: Lives with the person of concern; Alan C. lives with Noah J.; Beth J. is a parent or carer of Noah J.; "
            + "Alan C. lives with Beth J.; Alan C. is the partner of Beth J. Carl J. is a parent or carer of Noah J. "
            + "To do (1): Decide again whether a parent or carer is told", Card("Noah"));
        Assert.Equal("Alan C. Adult, alleged person Lives with Maya J., Noah J., Beth J.; is the partner of Beth J.", Card("Alan"));
        Assert.Contains("To do (2): Decide again whether a parent or carer is told", Card("Beth"), StringComparison.Ordinal);
        Assert.Equal(["1 to do", "1 to do", "2 to do"], forms.Page.QuerySelectorAll(".app-network__count text").Select(one => one.TextContent)
            .Order(StringComparer.Ordinal));
        Assert.Equal(2, forms.Page.QuerySelectorAll(".app-network__reach").Length);
    }

    [Fact]
    public async Task Where_names_are_hidden_the_picture_has_initials_also_of_a_name_that_is_too_long_for_it()
    {
        Records(new People.Added(story.Id("long"), false, "Maximiliane Wilhelmine Featherstonehaugh", 71, [Involvement.Relative]),
            new People.Added(story.Id("hebrew"), true, "אברהם בן שמואל", 8, [Involvement.Household]));
        await using var forms = await As(SafeguardingLead);
        string[] Names() => [.. forms.Page.QuerySelectorAll("svg a > text:first-of-type").Select(one => one.TextContent)];
        Assert.Contains("Maximiliane Wilhel…", Names());
        Assert.Contains("\u2068אברהם בן שמואל\u2069", Names());
        await forms.Send("/work/names", new() { ["names"] = "hidden", ["back"] = Page }, "form[action='/work/names']");
        Assert.Contains("M.W.F.", Names());
        Assert.Equal(7, Names().Length);
        foreach (var name in new[] { "Maya", "Noah", "Alan", "Beth", "Carl", "Maximil", "אברהם" })
            Assert.DoesNotContain(name, forms.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_named_yet_can_be_named_from_their_card_by_whoever_may_and_a_group_says_how_many_it_is()
    {
        Records(new People.Added(story.Id("unnamed"), true, null, 9, [Involvement.Household]),
            new People.GroupAdded(story.Id("group"), "The choir", 12, [Involvement.Network], 10, false));
        await using var forms = await As(SafeguardingLead);
        Assert.Equal($"/work/{story.File.Id}/form/14", Assert.Single(Cards(forms).SelectMany(card => card.QuerySelectorAll("a"))).GetAttribute("href"));
        var group = Cards(forms)[^1];
        Assert.Equal("The choir, the youngest 10 Several children, about 12 In reach: Can be reached by the person of concern",
            Spaced(group).Split(" To do")[0]);
        Assert.Equal("#network-children", forms.Page.QuerySelector($"svg a[href='#{group.Id}'] > use")!.GetAttribute("href"));
        await forms.SignIn(Officer);
        await forms.Get(Page);
        Assert.Contains("A child not named yet, 9", forms.Words, StringComparison.Ordinal);
        Assert.Empty(Cards(forms).SelectMany(card => card.QuerySelectorAll("a")));
    }

    // What a service does in a case stands in no badge of whoever reads the report alone.
    [Fact]
    public async Task A_badge_counts_what_its_reader_may_see()
    {
        Guid Called(string name) => People.All(story.File).Single(one => one.Name == name).Id;
        Records(new TellingParents.ParentTold(Called("Maya J."), Called("Beth J."), "Beth J.", "By a neighbour", "That the police had been called",
            [story.File.All<Concern.Reported>().First().Entry.Id]));       // so the police look again, each for themselves
        await using var forms = await As(SafeguardingLead);
        var (counted, unseen) = (0, 0);
        foreach (var person in new[] { Teacher, SafeguardingLead, CollegeLead, SocialWorker })
        {
            await forms.SignIn(person);
            foreach (var one in Demonstration.Stories(new(2026, 3, 27)).Select(one => one.File.Id == story.File.Id ? story : one))
            {
                if (CaseAccess.Of(ViewerOf(person), one.View.Circle, now) is not { } access) continue;
                await forms.Get($"/work/{one.File.Id}/people");
                var view = one.File.Within(access.Scope).View();
                var about = view.Duties.SelectMany(duty => DutySubjects.Of(view.File, duty)
                    .Select(_ => CaseLead.WithSince(view, duty, person.Author.Agency) is null)).ToList();
                var said = Cards(forms).Select(card => ToDo().Match(card.TextContent)).Where(match => match.Success)
                    .Sum(match => int.Parse(match.Groups["many"].Value));
                Assert.Equal(about.Count(isSeen => isSeen), said);
                (counted, unseen) = (counted + said, unseen + about.Count(isSeen => !isSeen));
            }
        }

        Assert.True(counted > 10 && unseen > 0, $"{counted} are seen, {unseen} are not");
    }

    [Fact]
    public async Task Sixty_people_are_a_list_of_less_than_40_kB_and_forty_with_eighty_links_a_picture_and_a_list()
    {
        var ids = Enumerable.Range(0, 35).Select(i => story.Id($"more {i}")).ToList();
        Records([.. ids.Select((id, i) => new People.Added(id, i % 2 == 0, $"Somebody Else {i}", i % 2 == 0 ? 12 : 40,
            [i % 2 == 0 ? Involvement.Household : Involvement.Relative])),
            .. Enumerable.Range(0, 72).Select(i => new People.Linked(ids[i % 35], i < 35 ? LinkKind.Knows : LinkKind.LivesWith,
                ids[((i % 35) + 1 + (i / 35 * 3)) % 35]))]);
        await using var forms = await As(SafeguardingLead);
        Assert.Equal((40, 40), (Cards(forms).Count, forms.Page.QuerySelectorAll("svg a").Length));
        Assert.InRange(forms.Bytes, 1, 40_000);

        await using (var more = await As(SafeguardingLead))
        {
            foreach (var i in Enumerable.Range(0, 20))
                await Also(more, new People.Added(story.Id($"late {i}"), true, $"Somebody Late {i}", 12, [Involvement.Household]));
            await more.Get(Page);
            Assert.Equal((60, 0), (Cards(more).Count, more.Page.QuerySelectorAll("svg").Length));
            Assert.InRange(more.Bytes, 1, 40_000);
            Assert.Contains("a picture would be a tangle", more.Words, StringComparison.Ordinal);
        }
    }

    private readonly List<Decided> recorded = [];

    // Behind the pages, by whoever reported it.
    private void Records(params IReadOnlyList<Content> all)
    {
        foreach (var content in all) recorded.Add(Taken(content));
    }

    private Decided Taken(Content content)
    {
        var decided = story.Decide(SafeguardingLead.Author, friday, content);
        story.Records(SafeguardingLead.Author, friday, content);
        return decided;
    }

    private Task Also(CaseForms forms, Content content) => forms.Records(Taken(content));

    private async Task<CaseForms> As(Person person)
    {
        var forms = await CaseForms.As(person, folder.FullName, now);
        foreach (var decided in recorded) await forms.Records(decided);
        recorded.Clear();
        await forms.Get(Page);
        return forms;
    }

    [GeneratedRegex(@"To do \((?<many>\d+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToDo();

    private static Viewer ViewerOf(Person person) => new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);

    private static List<IElement> Cards(CaseForms forms) => [.. forms.Page.QuerySelectorAll(".app-cards > li")];

    private static string Spaced(IElement one) => string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
