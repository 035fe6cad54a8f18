using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>Pages sent empty or wrong: what is amiss is said once more at the top, with a link to where it is put right, and nothing typed is lost.</summary>
public sealed class ErrorTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Every_page_sent_empty_says_what_is_missing(int width)
    {
        await using var visit = await browser.Open(width);
        var walk = new Walk(visit, Sound.Page, byHand: true);
        await walk.Start();
        var seen = new List<string>();
        while (walk.At != "/check/11")
        {
            var page = walk.At;
            if (page != "/check/5")      // nobody known is an answer
            {
                await walk.Press("Continue");
                Assert.Equal(page, walk.At);
                await SummaryLeadsThere(walk);
                seen.Add(page);
            }

            await walk.Answer(Said.NothingKnown);
        }

        Assert.Equal(["/check/1", "/check/2", "/check/3", "/check/4", "/check/6", "/check/7", "/check/8", "/check/9"], seen);
    }

    [Theory]
    [InlineData("aware-day", "31", "2", "2026", "must be a real date")]
    [InlineData("aware-day", "28", "3", "2026", "must be today or in the past")]
    [InlineData("aware-day", "", "3", "", "must include a day and a year")]
    [InlineData("aware-day", "", "", "", "Enter the day on which you first knew")]
    [InlineData("arrested-day", "40", "1", "2026", "must be a real date")]
    [InlineData("arrested-day", "1", "4", "2026", "must be today or in the past")]
    public async Task A_wrong_date_stays_and_says_what_to_do(string field, string day, string month, string year, string words)
    {
        await using var visit = await browser.Open(320);
        var walk = new Walk(visit, Sound.Page, byHand: true);
        var said = new Said("indecent-images") { Aware = field == "aware-day" ? "earlier" : "today" }.With("yes", "adult-involved",
            "adult-made-or-held-images", "arrested");
        await walk.Start();
        await walk.To(field == "aware-day" ? "/check/1" : "/check/8", said, isLong: true);
        await walk.Fill(said);
        var name = field[..^4];
        foreach (var (part, text) in new[] { ("day", day), ("month", month), ("year", year) }) await walk.Page.FillAsync($"[name={name}-{part}]", text);
        await walk.Press("Continue");
        Assert.Contains(words, Assert.Single(await Summary(walk).AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Equal((day, month, year), (await walk.Page.InputValueAsync($"[name={name}-day]"),
            await walk.Page.InputValueAsync($"[name={name}-month]"), await walk.Page.InputValueAsync($"[name={name}-year]")));
        await SummaryLeadsThere(walk);
    }

    [Theory]
    [InlineData("25 o'clock", "Enter a time such as 4:40pm")]
    [InlineData("quarter to", "Enter a time such as 4:40pm")]
    public async Task A_wrong_time_stays_and_says_what_to_do(string time, string words)
    {
        await using var visit = await browser.Open();
        var walk = new Walk(visit, Sound.Page, byHand: true);
        await walk.Start();
        await walk.Fill(new("grooming"));
        await walk.Page.FillAsync("#aware-time", time);
        await walk.Press("Continue");
        Assert.Contains(words, Assert.Single(await Summary(walk).AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Equal(time, await walk.Page.InputValueAsync("#aware-time"));
        await SummaryLeadsThere(walk);
    }

    [Theory]
    [InlineData("18", true, "age must be 0 to 17. Record anyone older as an adult")]
    [InlineData("ten", true, "age must be 0 to 17")]
    [InlineData("-1", true, "age must be 0 to 17")]
    [InlineData("10", false, "select what part they had")]
    public async Task A_wrong_age_stays_and_says_what_to_do(string age, bool hasPart, string words)
    {
        await using var visit = await browser.Open(320);
        var walk = new Walk(visit, Sound.Page, byHand: true);
        await walk.Start();
        await walk.To("/check/5", new("youth-produced-imagery"));
        await walk.Fill(new Said { Children = [("shown", "15"), ("shared", "")] });
        if (!hasPart) await walk.Page.UncheckAsync("[name=child-2-part][value=shared]");
        await walk.Page.FillAsync("#child-2-age", age);
        await walk.Press("Continue");
        Assert.Contains($"Child 2: {words}", Assert.Single(await Summary(walk).AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Equal(age, await walk.Page.InputValueAsync("#child-2-age"));
        await SummaryLeadsThere(walk);
    }

    [Fact]
    public async Task The_page_with_all_facts_says_everything_that_is_amiss()
    {
        await using var visit = await browser.Open(320);
        var walk = new Walk(visit, Sound.Page, byHand: true);
        await walk.Go("/try/3");
        foreach (var form in await walk.Page.Locator("[name=forms]:checked").AllAsync()) await form.UncheckAsync();
        await walk.Page.FillAsync("[name=aware-day]", "40");
        await walk.Page.FillAsync("#aware-time", "late");
        await walk.Page.FillAsync("#child-1-age", "99");
        await walk.Press("Show the decision");
        Assert.Equal(4, (await SummaryLeadsThere(walk)).Count);
        Assert.Contains("There is no decision until what is amiss has been put right", await walk.Page.InnerTextAsync(".app-side__decision"),
            StringComparison.Ordinal);
    }

    private static ILocator Summary(Walk walk) => walk.Page.Locator(".govuk-error-summary li");

    // The summary has the focus. Each of its lines leads to a field, and the same words stand beside that field's question.
    private static async Task<IReadOnlyList<string>> SummaryLeadsThere(Walk walk)
    {
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => document.activeElement.classList.contains('govuk-error-summary')"),
            "the summary of the errors has no focus");
        var lines = await Summary(walk).AllAsync();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            await line.Locator("a").ClickAsync();
            var described = await walk.Page.EvaluateAsync<string>("""
                () => { const e = document.activeElement; const ids = [e, e.closest('fieldset')].map(x => x?.getAttribute('aria-describedby') ??
                  '').join(' ').split(' ');
                        return e.matches('input, select') ? ids.map(id => document.getElementById(id)?.innerText ?? '').join(' ') : ''; }
                """);
            Assert.Contains(await line.InnerTextAsync(), described, StringComparison.Ordinal);
        }

        return await Summary(walk).AllInnerTextsAsync();
    }
}
