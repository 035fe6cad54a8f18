using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Servers of their own: how often an address may ask, and what a fault inside shows.</summary>
public sealed class OwnServerTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_back()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = 5 });
        using var http = await Start(site);
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await http.GetAsync(new Uri(i % 2 == 0 ? "/api/statements/N3" : "/nothing", UriKind.Relative), stop);
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode != HttpStatusCode.TooManyRequests) continue;
            await Problem.Is(response, 429);
            var wait = response.Headers.RetryAfter?.Delta;
            Assert.True(wait > TimeSpan.Zero && wait <= TimeSpan.FromMinutes(1), $"Retry-After: {wait}");
        }

        Assert.Equal([200, 404, 200, 404, 200, .. Enumerable.Repeat(429, 7)], statuses);
    }

    [Fact]
    public async Task Many_at_once_from_one_address_get_an_answer_or_429_and_never_an_error()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = 50 });
        using var http = await Start(site);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 300).Select(async _ =>
        {
            using var response = await http.GetAsync(new Uri("/api/statements/N3", UriKind.Relative), stop);
            return (int)response.StatusCode;
        }));
        Assert.Equal((50, 250), (statuses.Count(s => s == 200), statuses.Count(s => s == 429)));
    }

    [Fact]
    public async Task Somebody_who_says_to_be_somebody_else_is_not_believed()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = 3 });
        using var http = await Start(site);
        Assert.Equal([200, 200, 200, 429, 429, 429], await AskAs(http, 6));
    }

    [Fact]
    public async Task A_proxy_that_is_not_trusted_is_not_believed()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = 3, TrustedProxies = ["192.0.2.1"] });
        using var http = await Start(site);
        Assert.Equal([200, 200, 200, 429, 429, 429], await AskAs(http, 6));
    }

    [Fact]
    public async Task A_trusted_proxy_is_believed()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = 3, TrustedProxies = ["127.0.0.1"] });
        using var http = await Start(site);
        Assert.Equal([200, 200, 200, 200, 200, 200], await AskAs(http, 6));
    }

    [Fact]
    public async Task The_addresses_of_one_IPv6_network_count_as_one()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = 3, TrustedProxies = ["127.0.0.1"] });
        using var http = await Start(site);
        Assert.Equal([200, 200, 200, 429, 429], await AskAs(http, 5, i => $"2001:db8:1:2::{i}"));
        Assert.Equal([200, 200, 200, 200, 200], await AskAs(http, 5, i => $"2001:db8:1:{i + 3}::1"));
    }

    [Fact]
    public async Task A_fault_inside_is_a_problem_that_shows_nothing_of_the_inside()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings());
        site.MapGet("/planted", RequestDelegate (HttpContext _) => throw new InvalidOperationException("planted: child Jo Bloggs"));
        using var http = await Start(site);
        using var fault = await http.GetAsync(new Uri("/planted", UriKind.Relative), stop);
        Assert.DoesNotContain("planted", await fault.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        await Problem.Is(fault, 500);
        using var still = await http.GetAsync(new Uri("/api/statements/N3", UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    private static async Task<HttpClient> Start(WebApplication site)
    {
        await site.StartAsync(stop);
        return new() { BaseAddress = new Uri(site.Urls.Single()) };
    }

    private static async Task<IReadOnlyList<int>> AskAs(HttpClient http, int times, Func<int, string>? address = null)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/statements/N3", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", address?.Invoke(i) ?? $"198.51.100.{i}");
            using var response = await http.SendAsync(request, stop);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
