using Lapwing.Casework.Stories;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The statements beside what they support: one box shows all of a page, and on paper they always stand there.</summary>
public sealed class SourcesTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_box_shows_the_sources_of_a_page_of_a_case_and_they_are_printed(bool javaScript)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url, javaScript: javaScript);
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        var at = await visit.Page.Locator(".app-work a[href^='/work/']").First.GetAttributeAsync("href");
        foreach (var page in new[] { "", "/duties", "/decision" })
        {
            await visit.Go($"{at}{page}");
            await Look(visit.Page);
        }
    }

    [Fact]
    public async Task One_box_shows_the_sources_of_a_decision_and_they_are_printed()
    {
        await using var visit = await browser.Open();
        var walk = new Walk(visit);
        await walk.ToTheDecision(new Said("youth-produced-imagery").With("yes", "adult-involved"));
        await Look(walk.Page);
    }

    private static async Task Look(IPage page)
    {
        var (box, cites) = (page.GetByLabel("Show sources"), page.Locator("main .app-cite:not(.govuk-details:not([open]) *, .app-withheld *)"));
        Assert.NotEqual(0, await cites.CountAsync());
        Assert.False(await cites.First.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await cites.First.IsVisibleAsync());
        Assert.False(await box.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await box.CheckAsync();
        Assert.True(await cites.First.IsVisibleAsync());
        foreach (var why in await page.Locator(".app-withheld__why .app-cite").AllAsync()) Assert.NotEqual("none", await Display(why));
        await box.UncheckAsync();
        Assert.False(await cites.First.IsVisibleAsync());
        foreach (var why in await page.Locator(".app-withheld__why .app-cite").AllAsync()) Assert.NotEqual("none", await Display(why));
    }

    private static Task<string> Display(ILocator one) => one.EvaluateAsync<string>("one => getComputedStyle(one).display");
}
