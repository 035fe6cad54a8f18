using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>
/// Every route, read and sent to, as everybody of the demonstration, for a report that their own setting made, one that was referred to their team,
/// one that is over for that team, and one that is none of theirs: from the live table of routes, against an approved file. A route that nobody has
/// looked at fails.
/// </summary>
public sealed partial class AccessMatrixTests : IAsyncLifetime
{
    private const string Form = "{number:int}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-matrix-");
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private DemonstrationCases told = null!;
    private WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        told = await DemonstrationCases.Open(folder.FullName, new FixedClock(now));
        site = Build();
        await site.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await told.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_route_answers_everybody_as_approved() => Approved.Matches(await Matrix(site), "tests", "Web.Tests", "access.txt");

    /// <summary>The duty team has gone home at five: whoever covers it finds what it has, and nobody else finds more.</summary>
    [Fact]
    public async Task Out_of_hours_every_page_of_a_case_answers_everybody_as_approved()
    {
        await using var evening = Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = int.MaxValue },
            new() { Clock = new FixedClock(now.AddHours(4)), IsDemonstration = true, Cases = told });
        await evening.StartAsync(TestContext.Current.CancellationToken);
        var everybody = await Everybody(evening);
        var text = new StringBuilder("Friday 27 March 2026, 20:40\n");
        var routes = Guarded(evening).Where(route => route.StartsWith("/work/{id:guid}", StringComparison.Ordinal));
        foreach (var route in routes.Where(route => !route.EndsWith(Form, StringComparison.Ordinal)))
            text.Append('\n').Append(route).Append('\n').Append(await Block(route, [.. Cases.Take(3)], everybody));
        Approved.Matches(text.ToString(), "tests", "Web.Tests", "access-evening.txt");
    }

    [Fact]
    public async Task Planted_a_route_that_asks_for_no_account_and_a_page_that_answers_everybody_are_found()
    {
        await using var planted = Build();
        planted.MapGet("/work/{id:guid}/planted", () => "something about a child");
        planted.MapGet("/work/{id:guid}/signed-in", () => "something about a child").RequireAuthorization();
        await planted.StartAsync(TestContext.Current.CancellationToken);
        var found = await Matrix(planted);
        Assert.Contains("GET /work/{id:guid}/planted\n", found, StringComparison.Ordinal);
        Assert.Contains("/work/{id:guid}/signed-in\n  reported by Northfield School, called nobody yet\n    GET to /sign-in: nobody signed in\n    "
            + "GET 200: everybody signed in\n", found, StringComparison.Ordinal);
        Assert.DoesNotContain("GET 200: everybody signed in\n", (await Matrix(site)).Split("/work/{id:guid}\n")[1], StringComparison.Ordinal);
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
        foreach (var route in Guarded(site).Append("/sign-in").Append("/hide"))
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(Address(route, Of(referred: false)), UriKind.Relative),
                TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Story Of(bool referred) => Northfield(story => story.File.All<Casework.Procedures.Referral.Made>().Any() == referred
        && (!referred || IsToSocialCare(story)) && !IsOver(story));

    private static Story Northfield(Func<Story, bool> that) =>
        Demonstration.Stories(new(2026, 3, 27)).First(story => story.Acts[0].Act.By.Team == DemonstrationPeople.Teacher.Author.Team && that(story));

    private static Story Called(string name) => Demonstration.Stories(new(2026, 3, 27)).Single(story => story.File.Id == new Story(name).File.Id);

    private static bool IsToSocialCare(Story story) =>
        story.File.All<Casework.Procedures.Referral.Made>().Any(made => made.Content.ToTeam == DemonstrationPeople.SocialWorker.Author.Team);

    // Not accepted, and the referrer was told on an earlier day: the team that it was referred to sees it no more.
    private static bool IsOver(Story story) => story.File.View().Members.Any(member => member.Until <= now)
        && story.File.First<Casework.Procedures.Referral.Decided>(_ => true)?.Content.Outcome == Casework.Procedures.Referral.Outcome.NotForUs;

    private static string Address(string route, Story story) =>
        route.Replace("{id:guid}", story.File.Id.ToString(), StringComparison.Ordinal).Replace("{number:int:range(1,13)}", "1", StringComparison.Ordinal)
            .Replace("{entry}", story.File.Entries[0].Id.ToString(), StringComparison.Ordinal).Replace(Form, "1", StringComparison.Ordinal);

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplication of) =>
        of.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IEnumerable<string> Guarded(WebApplication of) =>
        Endpoints(of).Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null).Select(Route).Distinct().Order(StringComparer.Ordinal);

    private WebApplication Build() => Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = int.MaxValue },
        new() { Clock = new FixedClock(now), IsDemonstration = true, Cases = told });

    private static (string Relation, Story Story)[] Cases =>
    [
        ("reported by Northfield School, called nobody yet", Of(referred: false)),
        ("reported by Northfield School, referred to social care", Of(referred: true)),
        ("reported by Southgate College, not accepted by social care, who told them the day before", Demonstration.Stories(new(2026, 3, 27)).First(IsOver)),
        ("led by social care, with the police; the school nurse was added, and the police supervisor is left out",
            Called("a partner who works for the police")),
        ("led by social care, and opened in an emergency by the police supervisor, more than 24 hours ago", Called("opened at night")),
        ("reported by the lead of Hillside Primary School, who is away: her deputy covers", Called("a lead who is away")),
        ("reported by the deputy on a Friday evening, received out of hours, led by the duty team since the next working day", Called("a Friday evening")),
        ("reported by the only leader of a club, who left two days ago: the adviser stands in", Called("a club that nobody leads any more")),
    ];

    // Each form of posts, of the small school's people and of the duty team's.
    private static IEnumerable<(string Words, string Address)> SaidOfPosts =>
    [
        ("add", "/people/add"), ("team", "/people/team"), ("last-resort", "/people/last-resort"),
        ("hours, of the duty team", $"/people/hours/{DemonstrationPeople.SocialWorker.Author.Team:N}"),
        ("post, for the deputy of the small school", $"/people/post/{DemonstrationPeople.HillsideDeputy.Author.Account:N}"),
        ("end, the deputy's of the small school", $"/people/end/{DemonstrationPosts.PostOf(DemonstrationPeople.HillsideDeputy):N}"),
        ("away, the deputy of the small school", $"/people/away/{DemonstrationPosts.PostOf(DemonstrationPeople.HillsideDeputy):N}"),
        ("away, the social worker of the duty team", $"/people/away/{DemonstrationPosts.PostOf(DemonstrationPeople.SocialWorker):N}"),
        ("away, the account holder of the small school", $"/people/away/{DemonstrationPosts.PostOf(DemonstrationPeople.HillsideHolder):N}"),
    ];

    private static async Task<List<(string Name, HttpClient Http, string Token)>> Everybody(WebApplication of)
    {
        var everybody = new List<(string Name, HttpClient Http, string Token)> { ("nobody signed in", Http(of), "") };
        foreach (var person in DemonstrationPeople.All) everybody.Add(await SignedIn(of, person));
        return everybody;
    }

    // First the routes that anybody may ask, then each of the others: what it answers to whom.
    private static async Task<string> Matrix(WebApplication of)
    {
        var (everybody, cases) = (await Everybody(of), Cases);
        var text = new StringBuilder("Anybody may ask\n");
        var open = Endpoints(of).Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => $"{string.Join(' ', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["PAGE"])} {Route(endpoint)}");
        foreach (var route in open.Distinct().Order(StringComparer.Ordinal)) text.Append(route).Append('\n');
        foreach (var route in Guarded(of))
        {
            if (route.StartsWith("/people/{what", StringComparison.Ordinal))
            {
                foreach (var address in SaidOfPosts)
                    text.Append('\n').Append("/people/").Append(address.Words).Append('\n').Append(await Block(address.Address, cases, everybody));
                continue;
            }

            if (!route.EndsWith(Form, StringComparison.Ordinal))
            {
                text.Append('\n').Append(route).Append('\n').Append(await Block(route, cases, everybody));
                continue;
            }

            // The forms of a case by what they may: those that answer everybody alike stand together.
            var forms = new List<(int Number, string Block)>();
            foreach (var form in Casework.Procedures.Catalogue.Forms.Select(form => form.Number))
                forms.Add((form, await Block(route.Replace(Form, $"{form}", StringComparison.Ordinal), cases, everybody)));
            foreach (var same in forms.GroupBy(form => form.Block))
                text.Append('\n').Append(route).Append(", ").AppendJoin(", ", same.Select(form => form.Number)).Append('\n').Append(same.Key);
        }

        foreach (var (_, http, _) in everybody) http.Dispose();
        return text.ToString();
    }

    // What a route answers to everybody, of each case.
    private static async Task<string> Block(string route, (string Relation, Story Story)[] cases, List<(string Name, HttpClient Http, string Token)> everybody)
    {
        var block = new StringBuilder();
        foreach (var (relation, story) in route.Contains("{id", StringComparison.Ordinal) ? cases : [("", cases[0].Story)])
        {
            if (relation.Length > 0) block.Append("  ").Append(relation).Append('\n');
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var answers = new List<(string Name, string Answer)>();
                foreach (var one in everybody) answers.Add((one.Name, await Answer(one.Http, method, Address(route, story), one.Token)));
                foreach (var same in answers.GroupBy(answer => answer.Answer))
                    block.Append("    ").Append(method).Append(' ').Append(same.Key).Append(": ")
                        .Append(same.Count() == everybody.Count ? "everybody"
                        : same.Count() == everybody.Count - 1 && answers[0].Answer != same.Key ? "everybody signed in"
                        : string.Join("; ", same.Select(answer => answer.Name))).Append('\n');
            }
        }

        return block.ToString();
    }

    // A form that was shown at a version that never was: whoever may record is shown what was added, and nothing is recorded.
    private static async Task<string> Answer(HttpClient http, HttpMethod method, string address, string token)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([new("seen", "-1"), new("go", "later"), new("page", "1"), new("__RequestVerificationToken", token)]);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.Found ? $"to {Numbers().Replace(answer.Headers.Location!.ToString(), "{number}")}"
            : $"{(int)answer.StatusCode}";
    }

    private async Task<string> Body(Person person, string address)
    {
        var (_, http, _) = await SignedIn(site, person);
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using (http) return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static HttpClient Http(WebApplication of) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(of.Urls.Single()) };

    private static async Task<(string Name, HttpClient Http, string Token)> SignedIn(WebApplication of, Person person)
    {
        var http = Http(of);
        using var form = new FormUrlEncodedContent([new("account", person.Author.Account.ToString("N")),
            new("team", person.Author.Team.ToString("N")), new("__RequestVerificationToken", await Token(http))]);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(person.Author.Role == Casework.Cases.Role.AccountHolder ? "/people" : "/work", answer.Headers.Location?.ToString());
        return ($"{person.Job} {person.Name}", http, await Token(http));
    }

    private static async Task<string> Token(HttpClient http) =>
        (await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken))
            .Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
