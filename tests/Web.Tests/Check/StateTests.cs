using System.Net;
using AngleSharp.Html.Dom;
using Lapwing.Testing;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>What travels in the page: it survives a restart, nobody can alter it, it ends, and no trace of it stands anywhere else.</summary>
public sealed class StateTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("lapwing-data-");
    private readonly FixedClock clock = new(new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_page_is_gone_on_with_after_a_restart_with_the_same_folder()
    {
        var page = await AtPage3(data.FullName);
        Assert.Equal("/check/11", await GoOn(page, data.FullName));
    }

    [Fact]
    public async Task A_page_of_another_server_is_not_opened() => Assert.Equal("/check/start-again", await GoOn(await AtPage3((string?)null), data.FullName));

    [Fact]
    public async Task A_page_is_gone_on_with_for_12_hours_and_no_longer()
    {
        var page = await AtPage3(data.FullName);
        clock.Now += TimeSpan.FromHours(12);
        Assert.Equal("/check/11", await GoOn(page, data.FullName));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("/check/start-again", await GoOn(page, data.FullName));
    }

    [Fact]
    public async Task A_page_that_was_altered_anywhere_is_not_opened()
    {
        var page = await AtPage3(data.FullName);
        var state = page["state"];
        await using var site = await Start(data.FullName);
        using var http = Client(site);
        for (var i = 0; i < state.Length; i += 11)
        {
            page["state"] = $"{state[..i]}{(state[i] == 'A' ? 'B' : 'A')}{state[(i + 1)..]}";
            Assert.Equal("/check/start-again", await Post(http, page));
        }

        page["state"] = state;
        Assert.Equal("/check/11", await Post(http, page));
        foreach (var nonsense in new[] { "x", "CfDJ8", new string('A', 5000), "é" })
        {
            page["state"] = nonsense;
            Assert.Equal("/check/start-again", await Post(http, page));
        }
    }

    [Fact]
    public async Task A_check_that_was_finished_is_not_opened_from_any_of_its_pages()
    {
        await using var site = await Start(data.FullName);
        using var http = Client(site);
        var page = await AtPage3(http);
        Assert.Equal("/check/11", await Post(http, page));
        using (var finished = await http.PostAsync(new Uri("/check/finished", UriKind.Relative),
            new FormUrlEncodedContent([new("state", page["state"])]), stop))
        {
            Assert.Equal("/check/finished", finished.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Equal("\"cache\"", finished.Headers.GetValues("Clear-Site-Data").Single());
        }

        Assert.Equal("/check/start-again", await Post(http, page));
        Assert.Equal("/check/11", await Post(http, await AtPage3(http)));
    }

    [Fact]
    public async Task Today_stays_the_day_on_which_it_was_said()
    {
        await using var site = await Start(data.FullName);
        using var http = Client(site);
        clock.Now = new(2026, 3, 27, 23, 55, 0, TimeSpan.Zero);
        var page = await AtPage3(http);
        clock.Now += TimeSpan.FromMinutes(10);
        page["go"] = "decide";
        page["page"] = "11";
        using var decision = await http.PostAsync(new Uri("/check/decision", UriKind.Relative), new FormUrlEncodedContent(page), stop);
        Assert.Contains("Friday 27 March 2026", await decision.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_stays_that_day_when_the_first_page_is_shown_again_or_sent_after_midnight()
    {
        await using var site = await Start(data.FullName);
        using var http = Client(site);
        clock.Now = new(2026, 3, 27, 23, 55, 0, TimeSpan.Zero);
        var checker = new Checker(http);
        await checker.Get("/check/1");
        clock.Now += TimeSpan.FromMinutes(10);      // shown on Friday, sent on Saturday
        checker.Choose("immediate-danger", "yes");
        checker.Choose("self-harm", "no");
        checker.Choose("aware", "today");
        await checker.Press("Continue");
        await checker.Press("Back");
        Assert.Equal("earlier", checker.Page.QuerySelector("input[name=aware][checked]")!.GetAttribute("value"));
        Assert.Equal("27", checker.Page.QuerySelector("input[name=aware-day]")!.GetAttribute("value"));
        await checker.Press("Continue");
        ((IHtmlInputElement)checker.Page.QuerySelector("input[value=online-bullying]")!).IsChecked = true;
        await checker.Press("Continue");
        await checker.Press("See");
        Assert.Contains("Due yesterday, Friday 27 March 2026. Call now.", checker.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_from_the_children_does_not_answer_for_them()
    {
        await using var site = await Start(data.FullName);
        using var http = Client(site);
        var checker = new Checker(http);
        var concern = Scenarios.Told.Single(s => s.Name == "same-but-nobody-asked").Concern;
        await checker.Get("/check/1");
        while (checker.Address != "/check/5") await checker.Answer(concern, () => new(2026, 3, 27));
        checker.Type("child-1-age", "12");
        await checker.Press("Back");
        await checker.Press("Continue");
        Assert.Equal("/check/5", checker.Address);
        Assert.Equal("12", checker.Page.QuerySelector("input[name=child-1-age]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Enough_is_said_once_and_once_more_when_others_than_health_have_to_be_called()
    {
        await using var site = await Start(data.FullName);
        using var http = Client(site);
        var checker = new Checker(http);
        await checker.Get("/check/1");
        checker.Choose("immediate-danger", "no");
        checker.Choose("self-harm", "yes");
        checker.Choose("aware", "today");
        await checker.Press("Continue");
        ((IHtmlInputElement)checker.Page.QuerySelector("input[value=youth-produced-imagery]")!).IsChecked = true;
        await checker.Press("Continue");
        Assert.Equal("/check/11", checker.Address);
        await checker.Press("Answer");
        checker.Choose("adult-involved", "yes");
        checker.Choose("adult-made-or-held-images", "no");
        await checker.Press("Continue");
        Assert.Equal("/check/11", checker.Address);
        await checker.Press("Answer");
        Assert.Equal("/check/5", checker.Address);
    }

    [Theory]
    [InlineData("/check/2")]
    [InlineData("/check/9")]
    [InlineData("/check/11")]
    [InlineData("/check/decision")]
    public async Task An_address_alone_brings_nothing_back(string address)
    {
        await using var site = await Start(null);
        using var http = Client(site);
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        Assert.Equal("/check/start-again", response.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_page_may_be_kept_by_the_browser_alone_and_sets_no_cookie()
    {
        await using var site = await Start(null);
        using var http = Client(site);
        foreach (var address in new[] { "/", "/check/1", "/check/start-again", "/try", "/help-now" })
        {
            using var response = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
            Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
            Assert.False(response.Headers.Contains("Set-Cookie"), address);
        }

        using var problem = await http.GetAsync(new Uri("/nothing", UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.NotFound, problem.StatusCode);
        Assert.Equal("no-store", problem.Headers.CacheControl!.ToString());
    }

    private async Task<Dictionary<string, string>> AtPage3(string? folder)
    {
        await using var site = await Start(folder);
        using var http = Client(site);
        return await AtPage3(http);
    }

    // At the adults, with a yes to be sent.
    private static async Task<Dictionary<string, string>> AtPage3(HttpClient http)
    {
        var checker = new Checker(http);
        await checker.Get("/check/1");
        checker.Choose("immediate-danger", "no");
        checker.Choose("self-harm", "no");
        checker.Choose("aware", "today");
        await checker.Press("Continue");
        ((IHtmlInputElement)checker.Page.QuerySelector("input[value=youth-produced-imagery]")!).IsChecked = true;
        await checker.Press("Continue");
        Assert.Equal("/check/3", checker.Address);
        return new(StringComparer.Ordinal)
        {
            ["state"] = ((IHtmlInputElement)checker.Page.QuerySelector("input[name=state]")!).Value,
            ["page"] = "3",
            ["go"] = "continue",
            ["adult-involved"] = "yes",
            ["adult-made-or-held-images"] = "no",
        };
    }

    private async Task<string> GoOn(Dictionary<string, string> page, string? folder)
    {
        await using var site = await Start(folder);
        using var http = Client(site);
        return await Post(http, page);
    }

    private static async Task<string> Post(HttpClient http, Dictionary<string, string> page)
    {
        using var response = await http.PostAsync(new Uri($"/check/{page["page"]}", UriKind.Relative), new FormUrlEncodedContent(page), stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private async Task<WebApplication> Start(string? folder)
    {
        var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue }, new Running { Data = folder, Clock = clock });
        await site.StartAsync(stop);
        return site;
    }

    private static HttpClient Client(WebApplication site) => new() { BaseAddress = new Uri(site.Urls.Single()) };
}
