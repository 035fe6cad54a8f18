using System.Net;
using AngleSharp.Html.Parser;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using static Lapwing.Web.Tests.SignIn.SignedInSite;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>People, posts and cover on the pages: who says what, what counts from which minute, and that no case stands there.</summary>
public sealed class PostPagesTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_several_posts_says_in_which_they_are_and_sees_what_is_of_it()
    {
        await using var site = await Start();
        using var browser = site.Browser();
        using var asked = await Post(browser, "/sign-in", ("account", $"{Adviser.Author.Account:N}"), (Token, TokenOf(await Get(browser, "/sign-in"))));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var page = await asked.Content.ReadAsStringAsync(stop);
        Assert.Contains("In which post, Lena H.?", page, StringComparison.Ordinal);
        using var nobody = await browser.GetAsync(new Uri("/work", UriKind.Relative), stop);
        Assert.Equal("/sign-in", nobody.Headers.Location?.ToString());      // no session before they say it
        using var chosen = await Post(browser, "/sign-in", ("account", $"{Adviser.Author.Account:N}"),
            ("team", $"{AdviserAsChair.Author.Team:N}"), (Token, TokenOf(page)));
        Assert.Equal("/work", chosen.Headers.Location?.ToString());
        Assert.Contains("Conference chair", await Get(browser, "/work"), StringComparison.Ordinal);
        Assert.Contains("You are in no case.", await Get(browser, "/work?show=all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_ended_signs_its_holder_out_in_the_same_minute_and_moves_what_is_open()
    {
        await using var site = await Start();
        using HttpClient holder = site.Browser(), deputy = site.Browser(), lead = site.Browser();
        await site.SignIn(holder, HillsideHolder);
        await site.SignIn(deputy, HillsideDeputy);
        await site.SignIn(lead, HillsideLead);
        var end = $"/people/end/{DemonstrationPosts.PostOf(HillsideDeputy):N}";
        var page = await Get(holder, "/people");
        Assert.Matches("[1-9][0-9]* open dut", page);
        Assert.Matches("(duty that is|duties that are) open", await Get(holder, end));
        Assert.Contains("Select somebody, or nobody by name", await Sent(holder, end), StringComparison.Ordinal);      // nothing chosen ends nothing
        Assert.Contains("Adam C.", await Get(deputy, "/work"), StringComparison.Ordinal);
        Assert.Equal("/people?saved=1", await Saved(holder, end, ("taken-by", "none")));
        using var gone = await deputy.GetAsync(new Uri("/work", UriKind.Relative), stop);
        Assert.Equal("/sign-in", gone.Headers.Location?.ToString());
        var work = await Get(lead, "/work");
        Assert.Contains("Adam C. has left: what is open is the team's", Text(work), StringComparison.Ordinal);
        Assert.Contains("What Adam C. had is with you", Text(work), StringComparison.Ordinal);
        Assert.Contains("who has left", Text(await Get(lead, "/work?of=team")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_new_is_added_with_all_that_is_missing_said_at_once_and_pressed_twice_once()
    {
        await using var site = await Start();
        using var holder = site.Browser();
        await site.SignIn(holder, HillsideHolder);
        var wrong = Text(await Sent(holder, "/people/add"));
        foreach (var words in new[] { "Enter their name", "Select their team", "Select what they may do", "Enter what they are", "Enter the first day" })
            Assert.Contains(words, wrong, StringComparison.Ordinal);
        (string, string)[] fields = [("name", "Tara J."), ("team", $"{HillsideLead.Author.Team:N}"), ("role", "Practitioner"), ("job", "Teaching assistant"),
            ("from-day", "27"), ("from-month", "3"), ("from-year", "2026"), ("act", "00000000000000000000000000000abc")];
        Assert.Equal("/people?saved=1", await Saved(holder, "/people/add", fields));
        Assert.Equal("/people?saved=1", await Saved(holder, "/people/add", fields));
        var people = Text(await Get(holder, "/people"));
        Assert.Equal(2, people.Split("Tara J., Teaching assistant").Length);
        Assert.Contains("Tara J.", await Get(holder, "/sign-in"), StringComparison.Ordinal);
        await site.Restart();
        Assert.Contains("Tara J.", await Get(site.Browser(), "/sign-in"), StringComparison.Ordinal);      // it stands in the ledger
    }

    [Fact]
    public async Task Whoever_goes_away_says_who_covers_and_is_back_with_one_press_and_nobody_else_ends_it()
    {
        await using var site = await Start();
        using HttpClient manager = site.Browser(), worker = site.Browser(), other = site.Browser();
        await site.SignIn(worker, SocialWorker);
        await site.SignIn(other, Supervisor);
        var form = $"/people/away/{DemonstrationPosts.PostOf(SocialWorker):N}";
        Assert.Equal("/away?saved=1", await Saved(worker, form, ("covered-by", $"{Manager.Author.Account:N}"), ("from-day", "27"), ("from-month", "3"),
            ("from-year", "2026"), ("until-day", "3"), ("until-month", "4"), ("until-year", "2026")));
        await site.SignIn(manager, Manager);
        Assert.Contains("You cover for Martin O., until Friday 3 April 2026", Text(await Get(manager, "/work")), StringComparison.Ordinal);
        Assert.Contains("You are away until Friday 3 April 2026: Ruth A. covers", Text(await Get(worker, "/work")), StringComparison.Ordinal);
        var end = new HtmlParser().ParseDocument(await Get(worker, "/away")).QuerySelector("form[action^='/away?end=']")!.GetAttribute("action")!;
        await Post(other, end, (Token, TokenOf(await Get(other, "/away"))));
        Assert.Contains("You cover for Martin O.", Text(await Get(manager, "/work")), StringComparison.Ordinal);
        await Post(worker, end, (Token, TokenOf(await Get(worker, "/away"))));
        Assert.DoesNotContain("You cover for Martin O.", Text(await Get(manager, "/work")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_posts_has_a_case()
    {
        await using var site = await Start();
        using var holder = site.Browser();
        await site.SignIn(holder, CouncilHolder);
        foreach (var address in new[] { "/people", "/people/add", "/people/team", "/people/last-resort", $"/people/hours/{SocialWorker.Author.Team:N}",
            $"/people/end/{DemonstrationPosts.PostOf(SocialWorker):N}", $"/people/post/{SocialWorker.Author.Account:N}" })
        {
            var page = await Get(holder, address);
            Assert.DoesNotMatch("/work/[0-9a-f]{8}", page);
            foreach (var story in Demonstration.Stories(new(2026, 3, 27))) Assert.DoesNotContain($"{story.File.Id}", page, StringComparison.Ordinal);
        }
    }

    private static Task<string> Get(HttpClient browser, string address) => browser.GetStringAsync(new Uri(address, UriKind.Relative), stop);

    private static string Text(string page) =>
        string.Join(' ', new HtmlParser().ParseDocument(page).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> Sent(HttpClient browser, string address, params (string, string)[] fields)
    {
        using var answer = await Post(browser, address, [.. fields, (Token, TokenOf(await Get(browser, address)))]);
        return await answer.Content.ReadAsStringAsync(stop);
    }

    private static async Task<string?> Saved(HttpClient browser, string address, params (string, string)[] fields)
    {
        using var answer = await Post(browser, address, [.. fields, (Token, TokenOf(await Get(browser, address)))]);
        return answer.Headers.Location?.ToString();
    }
}
