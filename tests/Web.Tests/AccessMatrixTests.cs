using System.Net;
using System.Text;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web.SignIn;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>
/// Every page of a case, as everybody of the demonstration, for a report that their own setting made, one that was referred to their team, and one that
/// is none of theirs: from the live table of routes, against an approved file. A page that nobody has looked at fails.
/// </summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-matrix-");
    private DemonstrationCases told = null!;
    private WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        var clock = new FixedClock(new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        told = await DemonstrationCases.Open(folder.FullName, clock);
        site = Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = int.MaxValue }, new() { Clock = clock, IsDemonstration = true, Cases = told });
        await site.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await told.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_page_of_a_case_answers_everybody_as_approved()
    {
        var cases = new (string Relation, Story Story)[] { ("reported by Northfield School, called nobody yet", Of(referred: false)), ("reported by Northfield School, referred to social care", Of(referred: true)) };
        var text = new StringBuilder();
        foreach (var route in Routes())
        {
            text.Append(route).Append('\n');
            foreach (var (relation, story) in route.Contains("{id", StringComparison.Ordinal) ? cases : [("", cases[0].Story)])
            {
                if (relation.Length > 0) text.Append("  ").Append(relation).Append('\n');
                text.Append("    nobody signed in: ").Append(await Answer(null, Address(route, story))).Append('\n');
                foreach (var person in DemonstrationPeople.All) text.Append("    ").Append(person.Job).Append(", ").Append(person.Name).Append(": ").Append(await Answer(person, Address(route, story))).Append('\n');
            }
        }

        Approved.Matches(text.ToString(), "tests", "Web.Tests", "access.txt");
    }

    [Fact]
    public async Task Not_found_and_not_allowed_are_one_page_byte_for_byte()
    {
        var story = Of(referred: false);
        foreach (var person in DemonstrationPeople.All.Where(person => person.Author.Team != DemonstrationPeople.Teacher.Author.Team))
            Assert.Equal(await Body(person, "/work/00000000000000000000000000000000"), await Body(person, Address("/work/{id:guid}", story)));
    }

    [Fact]
    public async Task Where_there_are_no_accounts_there_is_no_such_page()
    {
        await using var open = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue });
        await open.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(open.Urls.Single()) };
        foreach (var route in Routes().Append("/sign-in"))
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(Address(route, Of(referred: false)), UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Story Of(bool referred) => Demonstration.Stories(new(2026, 3, 27)).First(story =>
        story.Acts[0].Act.By.Team == DemonstrationPeople.Teacher.Author.Team && story.File.All<Casework.Procedures.Referral.Made>().Any(made => made.Content.ToTeam == DemonstrationPeople.SocialWorker.Author.Team) == referred
        && (referred || !story.File.All<Casework.Procedures.Referral.Made>().Any()));

    private IEnumerable<string> Routes() => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is { } page && Signing.NeedsAccount(page.ViewEnginePath)).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);

    private static string Address(string route, Story story) => route.Replace("{id:guid}", story.File.Id.ToString(), StringComparison.Ordinal);

    private async Task<string> Answer(Person? person, string address)
    {
        using var http = await SignedIn(person);
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.Found ? $"to {answer.Headers.Location}" : $"{(int)answer.StatusCode}";
    }

    private async Task<string> Body(Person person, string address)
    {
        using var http = await SignedIn(person);
        return await (await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpClient> SignedIn(Person? person)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(site.Urls.Single()) };
        if (person is null) return http;
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var token = page.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([new("account", person.Author.Account.ToString("N")), new("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal("/work", answer.Headers.Location?.ToString());
        return http;
    }
}
