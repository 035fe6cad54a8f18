using System.Diagnostics;
using Lapwing.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The browser's own Back, Forward and Reload: nothing is lost on the way, and nothing comes back once it was cleared.</summary>
public sealed class HistoryTests(Browser browser)
{
    // What has been chosen or typed on a page, as it is seen.
    private const string Shown = """
        () => [...document.querySelectorAll('main input:not([type=hidden])')].filter(e => ['radio',
          'checkbox'].includes(e.type) ? e.checked : e.value).map(e => `${e.name}=${e.value}`).join(' ')
        """;

    private static readonly Said said = new Said("youth-produced-imagery") { Aware = "earlier" }.With("not-known", "adult-involved",
        "capacity-concern").With("yes", "offline-meeting-arranged");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Back_and_forward_show_what_was_chosen_and_going_on_gives_the_same_decision(bool javaScript)
    {
        await using var visit = await browser.Open(javaScript: javaScript);
        var walk = new Walk(visit);
        await walk.Start();
        var seen = new List<(string At, string Shown)>();
        while (walk.At != "/check/6")
        {
            await walk.Fill(said with { Children = [("shown", "")] });
            seen.Add((walk.At, await walk.Page.EvaluateAsync<string>(Shown)));
            await walk.Press("Continue");
        }

        await walk.Choose("offline-meeting-arranged", "no");      // chosen, and not sent
        var unsent = await walk.Page.EvaluateAsync<string>(Shown);
        for (var i = seen.Count - 1; i >= 0; i--)
        {
            await visit.Back();
            Assert.Equal(seen[i], (walk.At, await walk.Page.EvaluateAsync<string>(Shown)));
        }

        for (var i = 1; i < seen.Count; i++)
        {
            await visit.Forward();
            Assert.Equal(seen[i], (walk.At, await walk.Page.EvaluateAsync<string>(Shown)));
        }

        await visit.Forward();
        Assert.Equal(("/check/6", unsent), (walk.At, await walk.Page.EvaluateAsync<string>(Shown)));
        await walk.To("/check/decision", said with { Children = [("shown", "")] });
        Assert.StartsWith("Call ", await walk.Heading(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_going_back_three_pages_one_goes_on_from_there()
    {
        await using var visit = await browser.Open();
        var walk = new Walk(visit);
        await walk.Start();
        await walk.To("/check/6", said);
        for (var i = 0; i < 3; i++) await visit.Back();
        Assert.Equal("/check/3", walk.At);
        await walk.Choose("adult-involved", "yes");
        await walk.Press("Continue");
        Assert.Equal("/check/11", walk.At);
        Assert.Equal("You have enough: refer now", await walk.Heading());
    }

    [Fact]
    public async Task Reload_keeps_the_page()
    {
        await using var visit = await browser.Open();
        var walk = new Walk(visit);
        await walk.Start();
        foreach (var page in new[] { "/check/3", "/check/5", "/check/11", "/check/decision" })
        {
            await walk.To(page, said, isLong: true);
            var before = await walk.Page.InnerTextAsync("main");
            await visit.Reload();
            Assert.Equal((page, before), (walk.At, await walk.Page.InnerTextAsync("main")));
        }
    }

    // A browser that keeps pages shows page 1 again as it was left: the only one that it may keep, since all others were sent.
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task After_finishing_nothing_brings_an_answer_back(bool javaScript, bool keepsPages)
    {
        await using var keeping = keepsPages ? await browser.KeepingPages() : null;
        await using var visit = await browser.Open(javaScript: javaScript, with: keeping);
        visit.Expect("net::ERR_CACHE_MISS");      // Chromium no longer has a page that was sent, and asks before it sends it again
        var walk = new Walk(visit);
        await walk.ToTheDecision(said.With("yes", "adult-involved"));
        await walk.Press("Finish and clear");
        var entries = await Entries(walk.Page);
        Assert.Equal(["", "/", "/check/1", "/check/2", "/check/3", "/check/11", "/check/decision", "/check/finished"],
            entries.Select(entry => new Uri(entry.Url).AbsolutePath.Replace("blank", "", StringComparison.Ordinal)));
        foreach (var entry in Enumerable.Reverse(entries).Skip(1))
        {
            await visit.Waiting(() => Return(visit.Page, entry));
            await ShowsNoAnswer(walk.Page);
            if (new Uri(entry.Url).Scheme != "http") continue;
            await visit.Reload();
            await ShowsNoAnswer(walk.Page);
            if (entry.Url.Contains("/check/", StringComparison.Ordinal)) Assert.Matches("/check/(start-again|1)$", walk.Page.Url);
        }
    }

    [Fact]
    public async Task Planted_an_answer_that_is_shown_is_found()
    {
        await using var visit = await browser.Open();
        var walk = new Walk(visit);
        await walk.ToTheDecision(said);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ShowsNoAnswer(walk.Page));
        await walk.Press("Back");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ShowsNoAnswer(walk.Page));
        await visit.Go("/check/1");
        await ShowsNoAnswer(walk.Page);
        await walk.Choose("self-harm", "no");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => ShowsNoAnswer(walk.Page));
    }

    private static async Task ShowsNoAnswer(IPage page)
    {
        Assert.Equal("", await page.EvaluateAsync<string>(Shown));
        var words = await page.InnerTextAsync("body");
        foreach (var answer in new[] { "Not known yet (", "What you told us", "Call children", "You have enough", "a child of 15" })
            Assert.DoesNotContain(answer, words, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(int Id, string Url)>> Entries(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        var history = (await devtools.SendAsync("Page.getNavigationHistory"))!.Value;
        await devtools.DetachAsync();
        return [.. history.GetProperty("entries").EnumerateArray()
            .Select(entry => (entry.GetProperty("id").GetInt32(), entry.GetProperty("url").GetString()!))];
    }

    // As the button of the browser does.
    private static async Task Return(IPage page, (int Id, string Url) entry)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Committed(object? sender, IFrame frame) => committed.TrySetResult();
        page.FrameNavigated += Committed;
        await devtools.SendAsync("Page.navigateToHistoryEntry", new() { ["entryId"] = entry.Id });
        await committed.Task.InTime();
        page.FrameNavigated -= Committed;
        var began = Stopwatch.GetTimestamp();
        // asked of the page, which a browser that keeps pages does not load again
        while (await page.EvaluateAsync<string>("document.readyState") != "complete")
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience.Bound, "the page does not come to its end");
    }
}
