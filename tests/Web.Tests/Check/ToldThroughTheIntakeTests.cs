using AngleSharp.Html.Dom;
using Lapwing.Casework.Calendar;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>The twelve told examples, answered page by page as the intake asks them, and the 300 random ones through the page with all facts.</summary>
public sealed class ToldThroughTheIntakeTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public static TheoryData<Scenario> Told => [.. Scenarios.Told];

    [Theory]
    [MemberData(nameof(Told))]
    public async Task An_example_gives_its_outcome_recipients_and_duties(Scenario scenario) =>
        Assert.Equal(Expected(scenario), await ThroughTheIntake(scenario, scenario.Concern));

    [Fact]
    public async Task Planted_an_answer_that_was_changed_is_seen()
    {
        var scenario = Scenarios.Told.Single(s => s.Name == "teacher-told-of-shared-picture");
        var other = Scenarios.Told.Single(s => s.Name == "same-but-nobody-asked");
        Assert.NotEqual(Expected(scenario), await ThroughTheIntake(scenario, other.Concern));
    }

    [Fact]
    public async Task The_page_with_all_facts_gives_the_whole_decision_for_each_of_300_random_concerns()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue });
        await site.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        Assert.Equal(300, Scenarios.Random.Count);
        await Parallel.ForEachAsync(Scenarios.Random, stop, async (scenario, _) =>
        {
            var expected = scenario.Expected.DeepClone().AsObject();
            expected.Remove("id");      // the page has no field for one
            var json = await ThroughTheTryPage(scenario, http);
            Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(expected, System.Text.Json.Nodes.JsonNode.Parse(json)), $"{scenario.Name}: {json}");
        });
    }

    private static async Task<string> ThroughTheIntake(Scenario scenario, Casework.Triage.Concern told)
    {
        var clock = new FixedClock(scenario.Concern.AwareAt);
        await using var site = Site.Build("http://127.0.0.1:0", new Settings(), new Running { Clock = clock });
        await site.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var checker = new Checker(http);
        await checker.ToTheDecision(told, () => London.DayOf(clock.Now));
        return Shown(checker.Page);
    }

    private static async Task<string> ThroughTheTryPage(Scenario scenario, HttpClient http)
    {
        var fields = Web.Check.ConcernFields.Of(scenario.Concern).Write().Split('&').Select(pair => pair.Split('=')).SelectMany(pair =>
            Uri.UnescapeDataString(pair[1]).Split(IsList(pair[0]) ? ' ' : '\n').Select(value => KeyValuePair.Create(pair[0], value)));
        using var response = await http.PostAsync(new Uri("/try", UriKind.Relative), new FormUrlEncodedContent(fields.Append(new("go", "json"))), stop);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(stop));
        return page.QuerySelector("#decision-json")?.TextContent ?? page.QuerySelector(".govuk-error-summary")!.TextContent;
    }

    private static bool IsList(string field) => field == "forms" || field.EndsWith("-part", StringComparison.Ordinal);

    // What the page shows, by what it names: the heading tells the outcome, the reasons the recipients, the lists the duties.
    private static string Shown(IHtmlDocument page) => string.Join('\n',
        page.QuerySelector("h1")!.TextContent switch
        {
            "Respond in your setting" => "respond-in-setting",
            "Ask children's social care for advice today" or "Ask your Prevent lead for advice today" => "consult-today",
            var heading when heading.StartsWith("Call ", StringComparison.Ordinal) || heading.StartsWith("Get urgent", StringComparison.Ordinal)
                || heading.StartsWith("Make a Prevent", StringComparison.Ordinal) => "refer-now",
            var heading => heading,
        },
        string.Join(' ', page.QuerySelectorAll("[id^=why-]").Select(e => e.Id![4..])),
        string.Join(' ', page.QuerySelectorAll("[id^=duty-]").Select(e => e.Id![5..]).Order(StringComparer.Ordinal)));

    private static string Expected(Scenario scenario) => string.Join('\n', (string)scenario.Expected["outcome"]!,
        string.Join(' ', scenario.Expected["referrals"]!.AsArray().Select(r => (string)r!["to"]!)),
        string.Join(' ', scenario.Expected["duties"]!.AsArray().Select(d => (string)d!["duty"]!).Order(StringComparer.Ordinal)));
}
