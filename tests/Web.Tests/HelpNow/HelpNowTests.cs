using AngleSharp.Html.Dom;
using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;
using Lapwing.Web.Tests.Check;
using Lapwing.Web.Tests.Manual;
using Xunit;

namespace Lapwing.Web.Tests.HelpNow;

/// <summary>Whom to call at this hour: what answers comes first, and where nothing is set it says what to do instead.</summary>
public sealed class HelpNowTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-03-27T16:40:00Z", "At 4:40pm on Friday 27 March.", "tel:01632960110")]
    [InlineData("2026-03-27T17:00:00Z", "At 5pm on Friday 27 March.", "tel:01632960199")]
    [InlineData("2026-03-28T12:00:00Z", "At midday on Saturday 28 March.", "tel:01632960199")]
    [InlineData("2026-04-03T09:00:00Z", "At 10am on Friday 3 April.", "tel:01632960199")]      // Good Friday
    [InlineData("2026-04-07T07:29:00Z", "At 8:29am on Tuesday 7 April.", "tel:01632960199")]   // summer time, after Easter Monday
    [InlineData("2026-04-07T07:30:00Z", "At 8:30am on Tuesday 7 April.", "tel:01632960110")]
    [InlineData("2026-10-24T23:30:00Z", "At 12:30am on Sunday 25 October.", "tel:01632960199")]
    public async Task The_number_that_answers_at_this_hour_comes_first_as_a_link(string now, string shownAt, string link)
    {
        var page = await Page(Settings.Example, now);
        Assert.Contains(shownAt, page.Body!.Words(), StringComparison.Ordinal);
        var card = page.QuerySelector("#childrens-social-care")!;
        Assert.Equal(link, card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(link, card.QuerySelector(".app-card__number a.app-number")!.GetAttribute("href"));
        Assert.Equal(2, card.QuerySelectorAll("a.app-number").Length);
    }

    [Fact]
    public async Task What_does_not_answer_says_when_it_opens_and_what_to_do_instead()
    {
        var page = await Page(Settings.Example, "2026-03-27T18:00:00Z");
        Assert.Equal("LADO (local authority designated officer) Closed now. Opens Monday 9am. Ask your council's "
            + "children's social care for the LADO. LADO office, 01632 960130. Monday to Friday, 9am to 5pm; not on bank holidays.",
            page.QuerySelector("#lado")!.Words());
        Assert.Equal("tel:101", page.QuerySelector("#prevent a")!.GetAttribute("href"));
        Assert.Contains("Emergency duty team", page.QuerySelector("#childrens-social-care p:not(.app-card__number)")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Northmere First Contact, 01632 960110. Closed now. Opens Monday 8:30am.", page.QuerySelector("#childrens-social-care")!.Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_of_several_are_closed_the_first_to_open_is_said_and_each_says_its_own()
    {
        static ContactNumber Desk(string name, OpenDays days, int from) => new(ContactKind.Lado, name, "01632 960130",
            new(new OpenSpan(days, new(from, 0), new(17, 0))));
        var settings = new Settings { Partnership = new() { Numbers = [Desk("Late", OpenDays.Wednesday, 13), Desk("Early", OpenDays.Monday, 9)] } };
        var lado = (await Page(settings, "2026-03-27T18:00:00Z")).QuerySelector("#lado")!.Words();
        Assert.StartsWith("LADO (local authority designated officer) Closed now. Opens Monday 9am. Ask ", lado, StringComparison.Ordinal);
        Assert.Contains("Late, 01632 960130. Closed now. Opens Wednesday 1pm.", lado, StringComparison.Ordinal);
        Assert.Contains("Early, 01632 960130. Closed now. Opens Monday 9am.", lado, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_every_card_says_that_none_is_set_and_what_to_do()
    {
        var page = await Page(new(), "2026-03-27T16:40:00Z");
        var cards = page.QuerySelectorAll(".app-card");
        Assert.Equal(ContactKind.All.Select(kind => kind.Words), cards.Select(card => card.QuerySelector("h2")!.TextContent));
        Assert.All(cards.Zip(ContactKind.All), pair =>
            Assert.Contains($"No local number{(pair.Second.LastResort is { } last ? $": call {last}. {last} " : ". ")}{pair.Second.Instead}",
            pair.First.Words(), StringComparison.Ordinal));
        Assert.Equal(["tel:101", "tel:111", "tel:101"], cards.SelectMany(card => card.QuerySelectorAll("a")).Select(a => a.GetAttribute("href")));
        Assert.Contains("report child abuse to your local council", page.QuerySelector("#childrens-social-care")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_comes_first_then_numbers_then_what_to_say_and_not_to_do()
    {
        var page = await Page(Settings.Example, "2026-03-27T16:40:00Z");
        Assert.Equal("Help now – Lapwing", page.Title);
        var main = page.QuerySelector("main")!.Words();
        string[] order = ["If a child is in danger now, call 999", "Help now", "Children's social care", "Say", "Do not", "look at, copy",
            "leading questions", "secret", "delete"];
        Assert.Equal(order.Select(words => main.IndexOf(words, StringComparison.Ordinal)).Order(),
            order.Select(words => main.IndexOf(words, StringComparison.Ordinal)));
        Assert.True(main.StartsWith(order[0], StringComparison.Ordinal), main[..60]);
        Assert.Equal("tel:999", page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal(3, page.QuerySelectorAll("main ol > li").Length);
        Assert.Equal("button", page.QuerySelector("button[data-print]")!.GetAttribute("type"));
        Assert.Empty(page.QuerySelectorAll("main form, main input, main textarea"));
    }

    [Fact]
    public async Task A_name_or_a_note_is_shown_as_it_was_written()
    {
        var settings = new Settings
        {
            Partnership = new()
            {
                Name = "<b>&",
                Numbers = [new(ContactKind.Police, "<i>Desk", "01632 960120", Hours.Always, "Ask for \"A&B\"")]
            }
        };
        var page = await Page(settings, "2026-03-27T16:40:00Z");
        Assert.Contains("They are those of <b>&.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("The police 01632 960120 <i>Desk, day and night. Ask for \"A&B\".", page.QuerySelector("#police")!.Words());
    }

    [Fact]
    public async Task A_clock_that_is_far_off_still_shows_the_numbers()
    {
        Assert.Equal(2, (await Page(Settings.Example, "1970-01-01T00:00:00Z")).QuerySelectorAll("#childrens-social-care a").Length);
        Assert.Equal(2, (await Page(Settings.Example, "2222-01-01T00:00:00Z")).QuerySelectorAll("#childrens-social-care a").Length);
    }

    /// <summary>A page of a server of its own, at a time of its own.</summary>
    internal static async Task<IHtmlDocument> Page(Settings settings, string now, string address = "/help-now")
    {
        var clock = new FixedClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await using var site = Site.Build("http://127.0.0.1:0", settings, new Running { Clock = clock });
        await site.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        return await http.Page(address);
    }
}
