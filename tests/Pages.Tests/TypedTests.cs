using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>
/// What somebody types in a form and does not record: kept three seconds after the last key and on every way out, offered again, and gone once it is recorded.
/// </summary>
public sealed class TypedTests(Browser browser)
{
    private const string Keep = "/work/keep", Words = "She said so, plainly";

    [Fact]
    public async Task What_was_typed_is_kept_three_seconds_after_the_last_key_and_said_once()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var form = await Open(visit);
        await visit.Page.Clock.InstallAsync();
        await visit.Go(form);
        var kept = new List<string>();
        visit.Page.Request += (_, request) => kept.Add(request.Url);
        kept.Clear();
        await visit.Page.FillAsync("[name='story']", "She said");
        await visit.Page.Clock.RunForAsync(2000);
        await visit.Page.FillAsync("[name='story']", Words);
        await visit.Page.Clock.RunForAsync(2900);
        Assert.Empty(kept);      // the last key was less than three seconds ago
        await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Clock.RunForAsync(200), answer => answer.Url.EndsWith(Keep, StringComparison.Ordinal));
        await visit.Page.GetByText("Kept 4:40pm, not recorded").WaitForAsync();
        await visit.Accessible();
        // the time alone is no news to whoever listens
        Assert.Equal("4:40pm", await visit.Page.Locator("p[role=status] > [aria-hidden=true]").TextContentAsync());
        await visit.Page.Clock.RunForAsync(60_000);
        Assert.Single(kept);
        await visit.Go(form);
        Assert.Equal(Words, await visit.Page.InputValueAsync("[name='story']"));
        Assert.Contains("You had typed this at 4:40pm and not recorded it.", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visit.Accessible();
        await visit.Press("Delete this draft");
        Assert.Equal((new Uri(site.Url, form), ""), (new Uri(visit.Page.Url), await visit.Page.InputValueAsync("[name='story']")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_leaves_by_a_tab_or_the_menu_finds_what_they_typed_and_nothing_is_kept_where_they_typed_nothing(bool javaScript)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url, javaScript: javaScript);
        var form = await Open(visit);
        var way = javaScript ? AriaRole.Link : AriaRole.Button;
        async Task Leave(string by) => await visit.Leave(() => visit.Page.GetByRole(way, new() { Name = by, Exact = true }).First.ClickAsync());
        await visit.Go(form);
        await Leave("People");
        Assert.EndsWith("/people", visit.Page.Url, StringComparison.Ordinal);
        await visit.Go("/work");
        Assert.DoesNotContain("Not finished", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        foreach (var (by, to) in new[] { ("People", "/people"), ("Manual", "/manual"), ("The law", "/manual/law"), ("Your work", "/work") })
        {
            await visit.Go(form);
            await visit.Page.FillAsync("[name='story']", $"{Words}: {by}");
            await Leave(by);
            Assert.EndsWith(to, visit.Page.Url, StringComparison.Ordinal);
            await visit.Go(form);
            Assert.Equal($"{Words}: {by}", await visit.Page.InputValueAsync("[name='story']"));
        }

        await visit.Go("/work");
        Assert.Contains("Not finished (1)", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_closes_the_window_finds_what_they_typed()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var form = await Open(visit);
        var window = await visit.Page.Context.NewPageAsync();
        await visit.Waiting(() => window.GotoAsync(form));
        await window.FillAsync("[name='story']", Words);
        await window.CloseAsync(new() { RunBeforeUnload = true });
        using var late = new CancellationTokenSource(Patience.Bound);
        do await visit.Go(form);
        while (await visit.Page.InputValueAsync("[name='story']") != Words && !late.IsCancellationRequested);
        Assert.Equal(Words, await visit.Page.InputValueAsync("[name='story']"));
    }

    // What was typed is still under way to be kept when it is recorded.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_typed_and_recorded_at_once_leaves_no_draft(bool isUnderWay)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var form = await Open(visit);
        await visit.Page.Clock.InstallAsync();
        await visit.Go(form);
        var (come, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await visit.Page.RouteAsync("**/work/keep", async route =>
        {
            come.SetResult();
            await go.Task;
            await route.ContinueAsync();
        });
        await visit.Page.FillAsync("[name='story']", "She said");
        if (isUnderWay)
        {
            await visit.Page.Clock.RunForAsync(3000);
            await come.Task.InTime(TestContext.Current.CancellationToken);
            await visit.Page.FillAsync("[name='story']", Words);
        }

        await visit.Press("Record");
        go.SetResult();
        await visit.Go("/work");
        await visit.Go("/work");
        Assert.DoesNotContain("Not finished", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_quietly_and_stays_on_the_page()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var form = await Open(visit);
        await visit.Page.Clock.InstallAsync();
        await visit.Go(form);
        await visit.Page.RouteAsync("**/work/keep", route => route.AbortAsync());
        visit.Expect("request failed");
        visit.Expect("ERR_FAILED");
        await visit.Page.FillAsync("[name='story']", Words);
        await visit.Page.Clock.RunForAsync(3000);
        await visit.Page.GetByText("Not kept. What you typed is still on this page").WaitForAsync();
        await visit.Page.UnrouteAllAsync();
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.Clock.RunForAsync(30_000);      // it is tried again by itself
        await visit.Page.GetByText("You are signed out. What you typed is kept for you: sign in to go on").WaitForAsync();
        Assert.Equal(Words, await visit.Page.InputValueAsync("[name='story']"));
    }

    [Fact]
    public async Task A_page_of_a_report_is_kept_as_it_is_typed()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        await visit.Page.Clock.InstallAsync();
        await visit.Press("Report a worry");
        await visit.Page.CheckAsync("[name='immediate-danger'][value='no']");
        await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Clock.RunForAsync(3000), answer => answer.Url.EndsWith(Keep, StringComparison.Ordinal));
        var report = visit.Page.Url;
        await visit.Page.CheckAsync("[name='self-harm'][value='not-known']");
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Manual", Exact = true }).ClickAsync());
        Assert.EndsWith("/manual", visit.Page.Url, StringComparison.Ordinal);
        await visit.Go(report);
        Assert.True(await visit.Page.IsCheckedAsync("[name='immediate-danger'][value='no']"));
        Assert.True(await visit.Page.IsCheckedAsync("[name='self-harm'][value='not-known']"));
    }

    // Also where somebody is signed in at the same browser.
    [Fact]
    public async Task On_the_open_side_nothing_that_is_typed_is_sent_before_somebody_goes_on()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        await visit.Page.Clock.InstallAsync();
        foreach (var address in new[] { "/check/1", "/manual/search", "/try" })
        {
            await visit.Go(address);
            var sent = new List<string>();
            void Note(object? sender, IRequest request) => sent.Add(request.Url);
            visit.Page.Request += Note;
            foreach (var field in await visit.Page.Locator("main :is([type=radio], [type=checkbox])").AllAsync()) await field.CheckAsync();
            foreach (var field in await visit.Page.Locator("main :is([type=text], [type=search], textarea)").AllAsync()) await field.FillAsync("1");
            await visit.Page.Clock.RunForAsync(60_000);
            await visit.Page.EvaluateAsync("() => { dispatchEvent(new Event('pagehide')); document.dispatchEvent(new Event('visibilitychange')); }");
            Assert.Empty(sent);
            visit.Page.Request -= Note;
        }
    }

    // Signed in as the teacher: the address of a form of a case of hers.
    private static async Task<string> Open(Visit visit)
    {
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        return $"{await visit.Page.Locator(".app-work a[href^='/work/']").First.GetAttributeAsync("href")}/form/11";
    }
}
