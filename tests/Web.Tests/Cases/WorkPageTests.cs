using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>Your work, the calendar, and finding a case: what each leads to, and that none of it names anybody of a case.</summary>
public sealed class WorkPageTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private static readonly string[] lists = ["/work", "/work?of=me", "/work?of=team", "/work?show=overdue", "/work?show=today", "/work?show=week",
        "/work?show=others", "/work?show=no-date", "/work?show=all", "/work?sort=newest", "/work?on=2026-03-27", "/work?page=2", "/work/calendar"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-work-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_list_of_anybody_names_anybody_of_a_case()
    {
        var names = Demonstration.Stories(new(2026, 3, 27)).SelectMany(story => Casework.Procedures.People.All(story.File)).Select(one => one.Name)
            .OfType<string>().Distinct().ToList();
        Assert.True(names.Count > 20, $"{names.Count}");
        await using var forms = await CaseForms.As(DemonstrationPeople.Teacher, folder.FullName, now);
        foreach (var person in DemonstrationPeople.All)
        {
            await forms.SignIn(person);
            foreach (var list in lists)
            {
                await forms.Get(list);
                Assert.DoesNotContain(names, name => forms.Page.DocumentElement.OuterHtml.Contains(name, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Each_tile_leads_to_as_many_cases_as_it_counts()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        await forms.Get("/work");
        var tiles = forms.Page.QuerySelectorAll(".app-tiles__tile").Select(tile => (Count: tile.QuerySelector(".app-tiles__count")!.TextContent,
            Address: tile.GetAttribute("href")!)).ToList();
        Assert.Equal(4, tiles.Count);
        Assert.Contains(tiles, tile => tile.Count != "0");
        foreach (var (count, address) in tiles)
        {
            await forms.Get(address);
            Assert.Equal(count, $"{forms.Page.QuerySelectorAll(".app-work__line").Length}");
        }
    }

    [Fact]
    public async Task What_the_team_has_to_do_is_shown_or_what_is_one_s_own()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        await forms.Get("/work");
        Assert.Contains("For: Hannah L., Teacher", forms.Words, StringComparison.Ordinal);
        await forms.Get(Link(forms, "Mine"));
        Assert.DoesNotContain("For: Hannah L., Teacher", forms.Words, StringComparison.Ordinal);
        await forms.Get(Link(forms, "newest first"));
        Assert.Equal("/work?of=me", Link(forms, "due first"));
        Assert.Equal("/work?sort=newest", Link(forms, "My setting’s"));
    }

    [Fact]
    public async Task A_day_of_the_calendar_shows_what_is_due_on_it_and_leads_to_all_of_it()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        await forms.Get("/work?show=today");
        var today = forms.Page.QuerySelectorAll(".app-work__line .app-work__what > a").Select(link => link.GetAttribute("href")!).ToHashSet();
        await forms.Get("/work/calendar");
        var days = forms.Page.QuerySelectorAll(".app-calendar__day");
        Assert.Equal((28, "Mon 23 Mar"), (days.Length, days[0].QuerySelector("h2")!.TextContent.Trim()));
        var day = Assert.Single(days, one => one.HasAttribute("aria-current"));
        Assert.Equal("Fri 27 Mar, today", day.QuerySelector("h2")!.TextContent.Trim());
        Assert.All(day.QuerySelectorAll("li > a[href^='/work/']"), chip => Assert.Contains(chip.GetAttribute("href")!, today));
        var all = day.QuerySelector("a[href^='/work?on=']");
        Assert.Equal(today.Count > 4, all is not null);
        Assert.Contains("Fri 3 Apr, bank holiday", forms.Words, StringComparison.Ordinal);      // Good Friday
        await forms.Get("/work?on=2026-03-27");
        Assert.Equal(today.Count, forms.Page.QuerySelectorAll(".app-work__line").Length);
    }

    [Theory]
    [InlineData("", "Enter a reference, a name, a username or a telephone number")]
    [InlineData(" -.- ", "Enter a reference, a name, a username or a telephone number")]
    [InlineData("long", "Type 100 characters at most")]
    public async Task What_cannot_be_looked_for_is_said(string typed, string error)
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        await Find(forms, typed == "long" ? new('a', 101) : typed);
        Assert.Contains(error, forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_found_by_a_name_in_it_and_its_reference_and_by_nobody_who_is_not_in_it()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        await Find(forms, "petra v");
        var found = Assert.Single(forms.Page.QuerySelectorAll(".app-work__line a"));
        Assert.Contains("1 case", forms.Words, StringComparison.Ordinal);
        await Find(forms, found.TextContent.Trim().ToLowerInvariant());
        Assert.Equal(found.GetAttribute("href"), Assert.Single(forms.Page.QuerySelectorAll(".app-work__line a")).GetAttribute("href"));
        await forms.SignIn(DemonstrationPeople.Administrator);
        foreach (var typed in new[] { "petra v", found.TextContent.Trim() })
        {
            await Find(forms, typed);
            Assert.Contains("No case that you are in has it", forms.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_no_case_can_be_found_by_and_no_list_can_be_is_said_and_shown_as_it_is()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        await Find(forms, "one two three four five six seven");
        Assert.Contains("Type 6 words at most", forms.Words, StringComparison.Ordinal);
        await Find(forms, "petra\uFFFE v");
        Assert.Contains("1 case", forms.Words, StringComparison.Ordinal);
        await forms.Get("/work");
        var all = forms.Page.QuerySelectorAll(".app-work__line").Length;
        await forms.Get("/work?on=0001-01-01");
        Assert.Equal(all, forms.Page.QuerySelectorAll(".app-work__line").Length);
        await forms.Get("/work?show=others");
        var others = forms.Words;
        await forms.Get("/work?show=others&on=2026-03-27");
        Assert.Equal(others, forms.Words);
    }

    private static async Task Find(CaseForms forms, string typed)
    {
        await forms.Get("/work");
        await forms.Send("/work/find", new() { ["find"] = typed }, "form[action='/work/find']");
    }

    private static string Link(CaseForms forms, string words) =>
        forms.Page.QuerySelectorAll("main a").First(link => link.TextContent.Trim() == words).GetAttribute("href")!;
}
