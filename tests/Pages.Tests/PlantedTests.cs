using Xunit;
using Xunit.Sdk;

namespace Lapwing.Pages.Tests;

/// <summary>The browser of the tests itself: each fault is found, and a sound page has none.</summary>
public sealed class PlantedTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_sound_page_has_no_fault(int width)
    {
        await using var visit = await browser.Open(width);
        await visit.Go("/planted/sound");
        await visit.Accessible();
        await visit.NoSidewaysScroll();
    }

    [Theory]
    [InlineData("policy", "Content Security Policy")]
    [InlineData("style", "Content Security Policy")]
    [InlineData("missing", "status of 404")]
    [InlineData("foreign", "Content Security Policy")]
    [InlineData("leaves", "request to another host: http://localhost:9/")]
    [InlineData("throws", "nothing is not defined")]
    public async Task What_the_browser_complains_of_fails_at_the_end(string fault, string complaint)
    {
        var visit = await browser.Open();
        var complained = visit.Complained(complaint);
        await visit.Go($"/planted/{fault}");
        await complained;
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => visit.DisposeAsync().AsTask());
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_nobody_waits_for_is_found()
    {
        var visit = await browser.Open();
        var page = await visit.Go("/planted/sound");
        await page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<a href=\"/planted/wide\">On</a>')");
        var complained = visit.Complained("a page that nobody waits for");
        await page.ClickAsync("a");
        await complained;
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => visit.DisposeAsync().AsTask());
        Assert.Contains("/planted/wide", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_complaint_is_none_and_must_come()
    {
        await using (var visit = await browser.Open())
        {
            visit.Expect("status of 404");
            await visit.Go("/planted/missing");
        }

        var silent = await browser.Open();
        silent.Expect("status of 404");
        await silent.Go("/planted/sound");
        await Assert.ThrowsAnyAsync<XunitException>(() => silent.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task An_image_without_words_is_found()
    {
        await using var visit = await browser.Open();
        await visit.Go("/planted/image");
        var failure = await Assert.ThrowsAnyAsync<XunitException>(visit.Accessible);
        Assert.Contains("image-alt (critical)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_scrolls_sideways_is_found()
    {
        await using var visit = await browser.Open(320);
        await visit.Go("/planted/wide");
        var failure = await Assert.ThrowsAnyAsync<XunitException>(visit.NoSidewaysScroll);
        Assert.Contains("<input", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_focus_that_does_not_show_is_found()
    {
        await using var visit = await browser.Open();
        var page = await visit.Go("/planted/wide");
        Assert.Equal(1, await visit.FocusShows());
        await page.EvaluateAsync("document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].insertRule('input { outline: none }')");
        var failure = await Assert.ThrowsAnyAsync<XunitException>(visit.FocusShows);
        Assert.Contains("<input", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tree_is_read_without_a_script_and_axe_refuses_to_guess()
    {
        await using var visit = await browser.Open(320, javaScript: false);
        await visit.Go("/planted/sound");
        Assert.Equal("- main:\n  - heading \"Planted\" [level=1]\n  - paragraph: Sound\n", await visit.Tree());
        await visit.NoSidewaysScroll();
        await Assert.ThrowsAnyAsync<XunitException>(visit.Accessible);
    }
}
