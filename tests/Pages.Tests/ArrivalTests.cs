using Lapwing.Casework.Stories;
using Lapwing.Web.SignIn;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>
/// A link from another site, as in a mail that is read in the browser, leads where it led: with a session at once, without one after the sign-in.
/// </summary>
public sealed class ArrivalTests(Browser browser)
{
    [Fact]
    public async Task A_link_from_another_site_leads_there_with_a_session_and_after_the_sign_in_without_one()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        var work = new Uri(await visit.Page.Locator(".app-work a[href^='/work/']").First.EvaluateAsync<string>("link => link.href"));
        await Follow(visit, work);
        Assert.Equal(work, new Uri(visit.Page.Url));
        Assert.NotEqual("Lapwing", await visit.Page.TitleAsync());
        await visit.Accessible();

        await visit.Page.Context.ClearCookiesAsync();
        await Follow(visit, work);
        Assert.EndsWith("/sign-in", visit.Page.Url, StringComparison.Ordinal);
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = DemonstrationPeople.Teacher.Name }).ClickAsync());
        Assert.Equal(work, new Uri(visit.Page.Url));
        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), cookie => cookie.Name == Arrivals.Cookie);
    }

    // A page that is of no site of ours.
    private static async Task Follow(Visit visit, Uri to)
    {
        var page = visit.Page;
        await visit.Waiting(() => page.GotoAsync("about:blank"));
        await page.SetContentAsync($"<!DOCTYPE html><title>Mail</title><a id='link' href='{to}'>Go</a>");
        await visit.Waiting(async () =>
        {
            await page.ClickAsync("#link");
            await page.WaitForFunctionAsync("() => document.querySelector('main')");
        });
    }
}
