using System.IO.Compression;
using Lapwing.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The look of the pages: styles, script, and what they do under the content policy of the server.</summary>
public sealed class LookTests(Browser browser)
{
    private const int MostBytes = 60_000;
    private static readonly string[] files = ["lapwing.css", "lapwing.js", "favicon.svg"];

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Every_part_is_accessible_and_fits(int width)
    {
        await using var visit = await browser.Open(width);
        await visit.Go(LookPage.Path);
        await visit.Accessible();
        await visit.NoSidewaysScroll();
    }

    [Fact]
    public async Task Without_a_script_what_needs_it_is_hidden_and_nothing_is_lost()
    {
        await using var visit = await browser.Open(320, javaScript: false);
        var page = await visit.Go(LookPage.Path);
        await visit.NoSidewaysScroll();
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).IsVisibleAsync());
        Assert.True(await page.Locator("#day").IsVisibleAsync());
    }

    [Fact]
    public async Task With_a_script_a_question_that_depends_on_another_waits_for_it()
    {
        await using var visit = await browser.Open();
        var page = await visit.Go(LookPage.Path);
        Assert.False(await page.Locator("#day").IsVisibleAsync());
        await page.GetByLabel("Yes").CheckAsync();
        Assert.True(await page.Locator("#day").IsVisibleAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Words_are_copied_and_a_screen_reader_hears_it(bool isWithoutClipboard)
    {
        await using var visit = await browser.Open();
        if (isWithoutClipboard) await visit.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        var page = await visit.Go(LookPage.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-copy] + [role=status]")).ToHaveTextAsync("Copied");
        if (isWithoutClipboard) Assert.Equal("Words to copy", await page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_paper_stands_what_is_folded_and_nothing_that_is_pressed(bool javaScript)
    {
        await using var visit = await browser.Open(javaScript: javaScript);
        var page = await visit.Go(LookPage.Path);
        Assert.False(await page.Locator("#why").IsVisibleAsync());
        Assert.False(await page.Locator("#paper-only").IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var shown in new[] { "#why", "#paper-only" }) Assert.True(await page.Locator(shown).IsVisibleAsync(), shown);
        foreach (var hidden in new[] { ".app-header__nav", ".app-back-button", ".app-demo", "[data-print]", ".app-link-button", "footer" })
            Assert.False(await page.Locator(hidden).IsVisibleAsync(), hidden);
    }

    [Fact]
    public async Task The_script_opens_what_is_folded_for_printing_and_folds_it_again()
    {
        await using var visit = await browser.Open();
        var page = await visit.Go(LookPage.Path);
        var opened = await page.EvaluateAsync<bool[]>("['beforeprint', 'afterprint'].map(when => { dispatchEvent(new Event(when)); return "
            + "document.querySelector('details').open; })");
        Assert.Equal([true, false], opened);
    }

    [Theory]
    [InlineData(ForcedColors.None)]
    [InlineData(ForcedColors.Active)]
    public async Task Whatever_the_keyboard_reaches_shows_it(ForcedColors colors)
    {
        await using var visit = await browser.Open();
        var page = await visit.Go(LookPage.Path);
        await page.EmulateMediaAsync(new() { ForcedColors = colors });
        Assert.InRange(await visit.FocusShows(), 18, 40);
    }

    [Fact]
    public void It_is_small()
    {
        var sizes = files.Select(name => Compressed(File.ReadAllBytes(Repository.Path("src", "Web", "Assets", name))));
        Assert.InRange(sizes.Sum(), 1, MostBytes);
    }

    private static long Compressed(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        return to.Length;
    }
}
