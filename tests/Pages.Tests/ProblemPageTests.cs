using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>What a person sees when a request could not be answered looks like every other page, and says what to do.</summary>
public sealed class ProblemPageTests(Browser browser)
{
    [Theory]
    [InlineData("/nothing", 404, "Page not found")]
    [InlineData("/check/12", 404, "Page not found")]
    [InlineData("/try/13", 404, "Page not found")]
    [InlineData("/manual/statement/S9.9.9", 404, "Page not found")]
    [InlineData("/planted/failure", 500, "Something went wrong")]
    public async Task A_page_that_is_not_there_or_fails(string address, int status, string heading)
    {
        await using var site = await OwnSite.Start(planted: site => site.MapGet("/planted/failure", IResult () =>
            throw new InvalidOperationException("planted: this belongs to a test")));
        await using var visit = await browser.Open(320, at: site.Url);
        visit.Expect($"status of {status}");
        Assert.Equal(status, (await visit.Ask(address)).Status);
        await LooksLikeTheRest(visit, heading);
    }

    [Fact]
    public async Task A_page_that_sends_what_is_not_understood()
    {
        await using var visit = await browser.Open(320);
        visit.Expect("status of 400");
        await visit.Go("/check/1");
        await visit.Page.EvaluateAsync("() => { const form = document.getElementById('check'); form.enctype = 'text/plain'; form.action = '/check/2'; }");
        await new Walk(visit).Press("Continue");
        await LooksLikeTheRest(visit, "This cannot be understood");
    }

    [Fact]
    public async Task Somebody_who_asks_too_often()
    {
        await using var site = await OwnSite.Start(requestsPerMinute: 3);
        await using var visit = await browser.Open(320, at: site.Url);
        visit.Expect("status of 429");
        await visit.Go("/");
        var response = await visit.Ask("/manual");
        for (var i = 0; response.Status == 200 && i < 3; i++) response = await visit.Ask("/manual");
        Assert.Equal(429, response.Status);
        Assert.Matches("Wait [1-9][0-9]? seconds, then try again", await visit.Page.InnerTextAsync("main"));
        await LooksLikeTheRest(visit, "Too many requests");
    }

    [Fact]
    public async Task Planted_a_page_of_another_look_is_found()
    {
        await using var visit = await browser.Open();
        await visit.Go("/planted/sound");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => LooksLikeTheRest(visit, "Planted"));
    }

    // The same styles, applied; the same header; one heading; accessible.
    private static async Task LooksLikeTheRest(Visit visit, string heading)
    {
        Assert.Equal(heading, await visit.Page.InnerTextAsync("h1"));
        var header = await visit.Page.EvaluateAsync<string>("() => [document.querySelector('link[rel=stylesheet]')?.sheet?.cssRules.length > 100, "
            + "document.querySelector('.app-header')?.innerText].join()");
        Assert.StartsWith("true,Lapwing", header, StringComparison.Ordinal);
        await Sound.Page(visit);
    }
}
