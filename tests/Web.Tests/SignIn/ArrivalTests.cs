using System.Net;
using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>Whoever follows a link arrives where it led once they are signed in, if they may see it; where it led stands in no address.</summary>
public sealed class ArrivalTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly (string, string)[] fromAnotherSite = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")];

    [Fact]
    public async Task A_link_leads_where_it_led_after_the_sign_in_and_once_only()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var form = await site.FormOf(DemonstrationPeople.Teacher);
        Assert.Equal("/sign-in", await SignedInSite.LedTo(browser, $"{form}?step=call"));
        Assert.Equal($"{form}?step=call", (await site.SignIn(browser, DemonstrationPeople.Teacher)).At);
        Assert.Equal("/work", (await site.SignIn(browser, DemonstrationPeople.Teacher)).At);
    }

    [Fact]
    public async Task Somebody_who_may_not_see_it_arrives_at_their_work_as_at_a_case_that_is_not_there()
    {
        await using var site = await SignedInSite.Start();
        var reader = DemonstrationPeople.Officer;
        var form = await site.FormOf(DemonstrationPeople.Teacher, unseenBy: reader);
        foreach (var address in new[] { form, "/work/00000000000000000000000000000000", "/reports/0123456789abcdef0123456789abcdef/3" })
        {
            using var browser = site.Browser();
            Assert.Equal("/sign-in", await SignedInSite.LedTo(browser, address));
            Assert.Equal("/work", (await site.SignIn(browser, reader)).At);
        }
    }

    [Fact]
    public async Task The_browser_holds_a_number_that_says_nothing_and_goes_after_ten_minutes()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(new Uri("/work", UriKind.Relative), stop);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^lapwing-arrival=[0-9a-f]{32}; max-age=600; path=/; samesite=lax; httponly$", cookie);
    }

    [Theory]
    [InlineData("hide")]
    [InlineData("sign out")]
    public async Task Whoever_comes_next_is_not_led_to_where_somebody_before_was_going(string how)
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        await SignedInSite.LedTo(browser, await site.FormOf(DemonstrationPeople.Teacher));
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative), stop);
        (await SignedInSite.Post(browser, how == "hide" ? "/hide" : "/sign-in", (SignedInSite.Token, SignedInSite.TokenOf(page)))).Dispose();
        Assert.Equal("/work", (await site.SignIn(browser, DemonstrationPeople.Teacher)).At);
    }

    [Fact]
    public async Task A_link_from_another_site_is_asked_for_once_more_by_a_page_of_ours_and_never_round_and_round()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var form = await site.FormOf(DemonstrationPeople.Teacher);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(form, UriKind.Relative));
        foreach (var (name, value) in fromAnotherSite) request.Headers.Add(name, value);
        using var answer = await browser.SendAsync(request, stop);
        var page = await answer.Content.ReadAsStringAsync(stop);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain(form, page, StringComparison.Ordinal);
        Assert.Equal("/sign-in", await SignedInSite.LedTo(browser, form, fromAnotherSite));
        Assert.Equal(form, (await site.SignIn(browser, DemonstrationPeople.Teacher)).At);
    }

    [Fact]
    public async Task Numbers_that_were_never_given_lead_nowhere()
    {
        await using var site = await SignedInSite.Start();
        foreach (var number in new[] { new string('0', 32), "x", "//evil.example", "https://evil.example/work" })
        {
            var cookies = new CookieContainer();
            cookies.Add(new Cookie("lapwing-arrival", Uri.EscapeDataString(number), "/", site.Url.Host));
            using var browser = site.Browser(cookies);
            Assert.Equal("/work", (await site.SignIn(browser, DemonstrationPeople.Teacher)).At);
        }
    }

    [Fact]
    public async Task An_address_that_names_another_site_is_none_of_ours()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        foreach (var address in new[] { "//evil.example/work", "/work/%2F%2Fevil.example", "/work//evil.example" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Url.GetLeftPart(UriPartial.Authority) + address));
            (await browser.SendAsync(request, stop)).Dispose();
            Assert.Equal("/work", (await site.SignIn(browser, DemonstrationPeople.Teacher)).At);
        }
    }
}
