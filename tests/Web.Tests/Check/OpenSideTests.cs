using AngleSharp.Dom;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>The way to the telephone: danger first, never out of reach, and what is asked for the call changes no decision.</summary>
public sealed class OpenSideTests : IAsyncLifetime
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly FixedClock clock = new(new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
    private readonly WebApplication site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue }, new Running { Clock = clock });
    private HttpClient http = null!;
    private Checker checker = null!;

    public async ValueTask InitializeAsync()
    {
        await site.StartAsync(stop);
        http = new() { BaseAddress = new Uri(site.Urls.Single()) };
        checker = new(http);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Danger_leads_to_999_at_once_and_the_rest_comes_after_it()
    {
        await First("yes");
        Assert.Equal("/check/call-now", checker.Address);
        Assert.Equal("Call 999 now", checker.Heading);
        Assert.Equal("tel:999", checker.Page.QuerySelector(".app-card__number a")!.GetAttribute("href"));
        await checker.Press("I have called");
        Assert.Equal("/check/2", checker.Address);
        await checker.Press("Back");
        Assert.Equal("/check/call-now", checker.Address);
        await checker.Press("I have called");
        await Choose(Forms.Grooming.Name);
        await checker.Press("See who to call");
        Assert.DoesNotContain("end of today", Main(), StringComparison.Ordinal);
        Assert.Contains("Straight after 999", Main(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_enough_reaches_the_numbers_from_every_page_after_it()
    {
        await First("no");
        Assert.Empty(Buttons("See who to call"));
        await Choose(Forms.Grooming.Name);
        Assert.Equal("/check/11", checker.Address);
        await checker.Press("Answer");
        for (var pages = 0; checker.Address != "/check/11"; pages++)
        {
            Assert.InRange(pages, 0, 10);
            Assert.Single(Buttons("See who to call"));
            foreach (var radio in checker.Page.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[type=radio][value=not-known]"))
                radio.IsChecked = true;
            if (pages == 1) break;
            await checker.Press("Continue");
        }

        await checker.Press("See who to call");
        Assert.Equal("/check/decision", checker.Address);
    }

    [Fact]
    public async Task Whoever_knows_nothing_about_the_adult_says_so_once_and_no_answer_becomes_no()
    {
        await First("no");
        await Choose(Forms.Grooming.Name);
        await checker.Press("Answer");
        while (Buttons("I know nothing about the adult").Count == 0) await NotKnown();
        await checker.Press("I know nothing about the adult");
        Assert.Equal("", string.Join("|", checker.Page.QuerySelectorAll(".govuk-error-summary li").Select(e => e.TextContent.Trim())));
        Assert.DoesNotContain(checker.Visited.Skip(checker.Visited.Count - 1), address => address is "/check/7" or "/check/8");
        while (checker.Address != "/check/11") await NotKnown();
        var open = checker.Page.QuerySelectorAll("dl dt").Zip(checker.Page.QuerySelectorAll("dl dd.govuk-summary-list__value"),
            (key, value) => (Key: key.TextContent.Trim(), Value: value.TextContent.Trim())).ToList();
        foreach (var question in Questions.All.Where(question => question.IsAboutTheAdult))
            Assert.DoesNotContain(open, line => line.Key == question.Ask && line.Value == "No");
        Assert.Contains(open, line => line.Key == Questions.PositionOfTrust.Ask && line.Value == "Not known yet");
    }

    [Fact]
    public async Task What_the_call_asks_stands_in_what_to_say_and_changes_no_decision()
    {
        await First("no");
        await Choose(Forms.Grooming.Name);
        await checker.Press("See who to call");
        var before = Required();
        await checker.Press("Add what they will ask");
        Assert.Equal("/check/10", checker.Address);
        Type("call-where", "At her grandmother's");
        Type("own-words", "He says nobody else understands me");
        Type("call-who-knows", new string('x', 501));
        await checker.Press("Back to who to call");
        Assert.Equal("/check/10", checker.Address);
        Assert.Contains("This must be 500 characters or fewer; it has 501", Main(), StringComparison.Ordinal);
        Assert.Equal("At her grandmother's", checker.Page.QuerySelector("[name=call-where]")!.TextContent.Trim());
        Type("call-who-knows", "Her form tutor");
        await checker.Press("Back to who to call");
        Assert.Equal(before, Required());
        var said = checker.Page.QuerySelector(".app-say")!.TextContent;
        foreach (var words in new[] { "The child now: At her grandmother's", "The child's own words: He says nobody else understands me",
            "Who knows already: Her form tutor" })
            Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_told_of_it_knows_already_which_is_asked_once_and_said_beside_their_number_and_first_on_the_telephone()
    {
        await First("no");
        await Choose(Forms.Grooming.Name);
        await checker.Press("See who to call");
        var before = Required();
        Assert.Contains("If they told you of this themselves, say so first", Plain(".app-say"), StringComparison.Ordinal);
        Assert.Equal("call-childrens-social-care", checker.Page.QuerySelector(".app-card")!.Id);
        await checker.Press("Add what they will ask");
        Assert.Equal(["childrens-social-care", "police"], checker.Page.QuerySelectorAll("[name=call-knowing]").Select(one => one.GetAttribute("value")));
        Check("call-knowing", "childrens-social-care");
        await checker.Press("Back to who to call");
        Assert.Equal(before, Required());      // it changes nothing that has to be done
        Assert.Equal("call-police", checker.Page.QuerySelector(".app-card")!.Id);      // of one day first those to whom it is news
        Assert.Contains("They know already: say so, and ask who has it.", Plain("#call-childrens-social-care"), StringComparison.Ordinal);
        Assert.DoesNotContain("know already", Plain("#call-police"), StringComparison.Ordinal);
        Assert.Contains("First, to children's social care: you know of this already.", Plain(".app-say"), StringComparison.Ordinal);
        Assert.Contains("Who knows already: children's social care", Plain(".app-say"), StringComparison.Ordinal);
        Assert.DoesNotContain("If they told you", Plain(".app-say"), StringComparison.Ordinal);
        await checker.Press("Add what they will ask");
        Assert.NotNull(checker.Page.QuerySelector("[name=call-knowing][value=childrens-social-care][checked]"));
    }

    [Fact]
    public async Task Call_then_do_today_then_do_not_then_agree_then_what_is_not_known()
    {
        await First("no");
        await Choose(Forms.Grooming.Name, Forms.YouthProducedImagery.Name);
        await checker.Press("See who to call");
        var order = checker.Page.QuerySelectorAll(".app-cards, .app-say, .app-today, .app-dont, .app-agree, .app-open").Select(part => part.ClassList[^1]);
        Assert.Equal(["app-cards", "app-say", "app-today", "app-dont", "app-agree", "app-open"], order);
        Assert.Equal(checker.Page.QuerySelectorAll("[id]").Select(one => one.Id).Distinct(), checker.Page.QuerySelectorAll("[id]").Select(one => one.Id));
        Assert.All(checker.Page.QuerySelectorAll(".app-today a[href^='#']"), link => Assert.NotNull(checker.Page.QuerySelector(link.GetAttribute("href")!)));
    }

    private async Task First(string danger)
    {
        await checker.Get("/check/1");
        foreach (var (name, value) in new[] { ("immediate-danger", danger), ("self-harm", "no"), ("aware", "today") }) Check(name, value);
        await checker.Press("Continue");
    }

    private async Task Choose(params string[] forms)
    {
        foreach (var form in forms) Check("forms", form);
        await checker.Press("Continue");
    }

    private async Task NotKnown()
    {
        foreach (var radio in checker.Page.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[type=radio][value=not-known]"))
            radio.IsChecked = true;
        await checker.Press("Continue");
    }

    private void Check(string name, string value) =>
        ((AngleSharp.Html.Dom.IHtmlInputElement)checker.Page.QuerySelector($"input[name='{name}'][value='{value}']")!).IsChecked = true;

    private void Type(string name, string words) =>
        ((AngleSharp.Html.Dom.IHtmlTextAreaElement)checker.Page.QuerySelector($"textarea[name='{name}']")!).Value = words;

    private List<IElement> Buttons(string words) =>
        [.. checker.Page.QuerySelectorAll("main button").Where(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal))];

    private string Main() => checker.Page.QuerySelector("main")!.TextContent;

    private string Plain(string selector) =>
        string.Join(' ', checker.Page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Required() => string.Join(' ',
        checker.Page.QuerySelectorAll("[id^=why-], [id^=duty-], [id^=open-]").Select(one => one.Id).Prepend(checker.Heading));
}
