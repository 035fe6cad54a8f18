using System.Net;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Who is limited by what, and by which names the server is asked.</summary>
public sealed class LimitedTests : IDisposable
{
    private const string TokenField = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-limited-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_school_behind_one_address_is_limited_by_its_people_and_help_now_and_hiding_never_are()
    {
        const int Most = 6;
        await using var cases = await DemonstrationCases.Open(folder.FullName, TimeProvider.System);
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = Most },
            new() { IsDemonstration = true, Data = folder.FullName, Cases = cases });
        await site.StartAsync(stop);
        using var nobody = Browser(site);
        using var teacher = Browser(site);
        using var lead = Browser(site);
        await SignIn(teacher, DemonstrationPeople.Teacher);      // two requests of the address
        await SignIn(lead, DemonstrationPeople.SafeguardingLead);
        Assert.Equal([200, 200, 429, 429], await Ask(nobody, "/manual", Most - 2));
        Assert.Equal([.. Enumerable.Repeat(200, Most), 429], await Ask(teacher, "/work", Most + 1));
        Assert.Equal([200], await Ask(lead, "/work", 1));
        foreach (var one in new[] { nobody, teacher })
        {
            Assert.Equal(Enumerable.Repeat(200, 2 * Most), await Ask(one, "/help-now", 2 * Most));
            Assert.Equal(Enumerable.Repeat(200, Most), await Ask(one, "/help-now/paper", Most));
            Assert.Equal(Enumerable.Repeat(200, Most), await Ask(one, "/blank", Most));
            Assert.Equal(Enumerable.Repeat(302, Most), await Ask(one, "/hide", Most));
            Assert.Equal(Enumerable.Repeat(200, Most), await Ask(one, Assets.Url("lapwing.css"), Most));
            Assert.Equal([429], await Ask(one, "/manual", 1));
        }
    }

    [Theory]
    [InlineData(null, "localhost", 200)]
    [InlineData(null, "LOCALHOST:81", 200)]
    [InlineData(null, "127.0.0.1", 200)]
    [InlineData(null, "[::1]:5270", 200)]
    [InlineData(null, "lapwing.example.org", 400)]
    [InlineData(null, "127.0.0.1.example.org", 400)]
    [InlineData(null, "localhost.", 400)]
    [InlineData("https://lapwing.example.org", "lapwing.example.org", 200)]
    [InlineData("https://lapwing.example.org", "Lapwing.Example.org:443", 200)]
    [InlineData("https://lapwing.example.org", "localhost", 400)]
    [InlineData("https://lapwing.example.org", "rebound.example.com", 400)]
    public async Task Only_its_own_names_are_answered(string? publicAddress, string host, int status)
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { PublicAddress = publicAddress is null ? null : new(publicAddress) });
        await site.StartAsync(stop);
        using var http = Browser(site);
        await Answers(http, host, status);
    }

    [Theory]
    [InlineData("desk.example.org", 200)]
    [InlineData("localhost", 200)]
    [InlineData("lapwing.example.org", 400)]
    public async Task A_name_under_which_it_listens_is_its_own(string host, int status)
    {
        await using var site = Site.Build("http://desk.example.org:0", new Settings());
        await site.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{new Uri(site.Urls.Single()).Port}") };
        await Answers(http, host, status);
    }

    private static async Task Answers(HttpClient http, string host, int status)
    {
        foreach (var address in new[] { "/", "/api/statements/N3", "/nothing" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.Host = host;
            using var response = await http.SendAsync(request, stop);
            if (status == 400) await Problem.Is(response, 400);
            else Assert.Equal(address == "/nothing" ? HttpStatusCode.NotFound : HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static HttpClient Browser(WebApplication site) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(site.Urls.Single()) };

    private static async Task SignIn(HttpClient http, Person person)
    {
        var token = (await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative), stop)).Split(TokenField)[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([new("account", person.Author.Account.ToString("N")), new("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form, stop);
        Assert.Equal("/work", answer.Headers.Location?.ToString());
    }

    private static async Task<IReadOnlyList<int>> Ask(HttpClient http, string address, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
