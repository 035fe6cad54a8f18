using Lapwing.Casework.Stories;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The picture of how the people of a case are linked, and the folds of its timeline, as a browser has them.</summary>
public sealed class PeoplePictureTests(Browser browser)
{
    private static readonly string work = $"/work/{new Story("an adult at home").File.Id}";

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task By_keyboard_each_in_it_is_reached_and_leads_to_their_card(int width)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(width, at: site.Url);
        var keys = new Keys(visit.Page);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        await visit.Go($"{work}/people");
        await keys.To(".app-network");
        foreach (var name in new[] { "Alan C.", "Beth J.", "Carl J.", "Maya J.", "Noah J." })
        {
            await keys.Tab();
            Assert.StartsWith(name, await visit.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()"), StringComparison.Ordinal);
        }

        await keys.Press("Enter");
        Assert.StartsWith("Noah J., 7", await visit.Page.Locator(".app-people > li:target").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Noah J. 7, lives with the person… In reach 1 to do",
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Noah J." }).EvaluateAsync<string>("e => e.textContent.trim().replace(/\\s+/g, ' ')"));
    }

    // A telephone, colours of the reader's own, the dark, paper: what is drawn is there, and the page is no wider than the screen.
    [Theory]
    [InlineData(ForcedColors.None)]
    [InlineData(ForcedColors.Active)]
    public async Task It_scrolls_in_its_own_frame_and_is_seen_in_all_colours(ForcedColors colors)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        await visit.Go($"{work}/people");
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = colors, ColorScheme = colors == ForcedColors.Active ? ColorScheme.Dark : ColorScheme.Light });
        await visit.NoSidewaysScroll();
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => { const e = document.querySelector('.app-network'); return e.scrollWidth > e.clientWidth; }"));
        var page = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        var drawn = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('svg text, svg rect, svg path')].map(e => getComputedStyle(e)).flatMap(style =>
              [style.fill === 'none' ? style.stroke : style.fill])
            """);
        Assert.DoesNotContain(page, drawn);
        Assert.True(drawn.Length > 20);
        Assert.True(await visit.FocusShows() > 10);
    }

    [Fact]
    public async Task On_paper_it_is_as_wide_as_the_sheet()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(640, at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        await visit.Go($"{work}/people");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var box = (await visit.Page.Locator("svg").BoundingBoxAsync())!;
        Assert.InRange(box.X + box.Width, 300, 640);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_can_be_done_with_an_entry_is_folded_and_on_paper_is_when_it_was_recorded(bool javaScript)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url, javaScript: javaScript);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        await visit.Go($"{work}/history");
        var entry = visit.Page.Locator(".app-day__happened > li").First;
        var correct = entry.GetByText("Correct this");
        Assert.False(await correct.IsVisibleAsync());
        await entry.Locator("summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.True(await correct.IsVisibleAsync());
        Assert.True(await entry.GetByText("Copy for my own record").IsVisibleAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Contains("Recorded 26 March 2026, 09:", await entry.InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await correct.IsVisibleAsync());
    }

    // What happened and what was due beside it; on a telephone below it.
    [Fact]
    public async Task The_two_lanes_are_one_on_a_telephone()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        await visit.Go($"{work}/history");
        foreach (var (width, isBeside) in new[] { (1280, true), (375, false) })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            var day = visit.Page.Locator(".app-day:has(.app-day__happened):has(.app-day__due)").First;
            var (happened, due) = ((await day.Locator(".app-day__happened").BoundingBoxAsync())!, (await day.Locator(".app-day__due").BoundingBoxAsync())!);
            Assert.Equal(isBeside, due.X >= happened.X + happened.Width);
            Assert.Equal(!isBeside, due.Y >= happened.Y + happened.Height);
        }
    }
}
