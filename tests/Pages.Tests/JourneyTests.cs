using Xunit;
using Xunit.Sdk;

namespace Lapwing.Pages.Tests;

/// <summary>Every way through the intake, on a wide screen and on a narrow one, with and without a script: every page in every state is looked at.</summary>
public sealed class JourneyTests(Browser browser)
{
    public static TheoryData<string> Ways => [.. Journeys.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public Task On_a_wide_screen(string way) => Go(way, 1280, javaScript: true);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task On_a_narrow_screen(string way) => Go(way, 320, javaScript: true);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Without_a_script(string way) => Go(way, 320, javaScript: false);

    [Theory]
    [InlineData("<title>A – Lapwing</title><h1>One</h1><h1>Two</h1>", "not one heading")]
    [InlineData("<title>A – Lapwing</title><p>None</p>", "not one heading")]
    [InlineData("<title>A</title><h1>One</h1>", "has the title A")]
    [InlineData("<title>A – Lapwing</title><h1>One</h1><div class='govuk-error-summary'></div>", "with an error")]
    [InlineData("<title>Error: A – Lapwing</title><h1>One</h1>", "without an error")]
    public async Task Planted_a_page_that_does_not_say_what_it_is_is_found(string page, string complaint)
    {
        await using var visit = await browser.Open();
        await visit.Page.SetContentAsync(page);
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Sound.Words(visit));
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planted_what_is_folded_is_looked_at()
    {
        await using var visit = await browser.Open();
        await visit.Page.SetContentAsync("<html lang='en'><title>A – Lapwing</title><main><h1>One</h1><details><summary>More</summary><img "
            + "src='data:,'></details></main></html>");
        await visit.Accessible();
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Sound.Page(visit));
        Assert.Contains("image-alt", failure.Message, StringComparison.Ordinal);
    }

    private async Task Go(string way, int width, bool javaScript)
    {
        await using var visit = await browser.Open(width, javaScript);
        await Journeys.All[way](new(visit, javaScript ? Sound.Page : Sound.WithoutScript, byHand: javaScript));
    }
}
