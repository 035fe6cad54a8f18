using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>A cookie opens what it opened until its session ends, however it ends, and nothing afterwards.</summary>
public sealed class SessionTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cookie_is_random_out_of_reach_of_scripts_and_of_other_sites_and_goes_with_the_browser()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var (cookie, _) = await site.SignIn(browser, DemonstrationPeople.Teacher);
        Assert.Equal(43, SignedInSite.ValueOf(cookie).Length);
        var attributes = cookie.Split(';', StringSplitOptions.TrimEntries)[1..].Select(one => one.ToLowerInvariant()).Order(StringComparer.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=strict"], attributes);
        using var again = site.Browser();
        Assert.NotEqual(SignedInSite.ValueOf(cookie), SignedInSite.ValueOf((await site.SignIn(again, DemonstrationPeople.Teacher)).Cookie));
    }

    [Fact]
    public void Over_https_it_is_sent_over_https_alone()
    {
        var context = new DefaultHttpContext();
        Assert.False(SessionHandler.Kept(context).Secure);
        context.Request.Scheme = "https";
        Assert.True(SessionHandler.Kept(context).Secure);
    }

    public static TheoryData<string> Ends => ["sign out", "hide", "another", "the same again", "idle", "too long"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_stolen_cookie_opens_nothing_after_the_session_ended(string how)
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var cookie = SignedInSite.ValueOf((await site.SignIn(browser, DemonstrationPeople.Teacher)).Cookie);
        using var thief = site.With(cookie);
        Assert.Equal("200", await SignedInSite.LedTo(thief, "/work"));      // else it would show nothing
        await End(site, browser, how);
        Assert.Equal("/sign-in", await SignedInSite.LedTo(thief, "/work"));
        await site.Restart();
        using var later = site.With(cookie);
        Assert.Equal("/sign-in", await SignedInSite.LedTo(later, "/work"));
    }

    [Fact]
    public async Task A_session_that_is_used_goes_on_over_a_restart_and_ends_after_twelve_hours()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var cookie = SignedInSite.ValueOf((await site.SignIn(browser, DemonstrationPeople.Teacher)).Cookie);
        await site.Restart();
        using var same = site.With(cookie);
        for (var i = 0; i < 36; i++)
        {
            Assert.Equal("200", await SignedInSite.LedTo(same, "/work"));
            site.Clock.Now += TimeSpan.FromMinutes(20);
        }

        Assert.Equal("200", await SignedInSite.LedTo(same, "/work"));
        site.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("/sign-in", await SignedInSite.LedTo(same, "/work"));
    }

    [Fact]
    public async Task Sessions_end_when_an_account_goes()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        var cookie = SignedInSite.ValueOf((await site.SignIn(browser, DemonstrationPeople.Teacher)).Cookie);
        Assert.Equal("200", await Authenticated(site, cookie, null));
        Assert.Equal("nobody", await Authenticated(site, cookie, DemonstrationPeople.Teacher));
        using var thief = site.With(cookie);
        Assert.Equal("/sign-in", await SignedInSite.LedTo(thief, "/work"));      // also if it came back
    }

    [Fact]
    public async Task Odd_cookies_are_no_sessions_and_no_errors()
    {
        await using var site = await SignedInSite.Start();
        foreach (var odd in new[] { "x", new string('A', 43), new string('é', 43), new string('A', 4000), "%00", new string('!', 43), "CfDJ8"
            + new string('A', 300) })
        {
            using var browser = site.With(Uri.EscapeDataString(odd));
            Assert.Equal(("/sign-in", "200"), (await SignedInSite.LedTo(browser, "/work"), await SignedInSite.LedTo(browser, "/help-now")));
        }
    }

    [Fact]
    public async Task Where_sessions_cannot_be_asked_for_open_pages_are_there_and_nobody_is_told_that_theirs_ended()
    {
        await using var site = await SignedInSite.Start();
        using var browser = site.Browser();
        await site.SignIn(browser, DemonstrationPeople.Teacher);
        await site.Break("DROP TABLE sessions");
        Assert.Equal(("503", "200", "200"), (await SignedInSite.LedTo(browser, "/work"), await SignedInSite.LedTo(browser, "/help-now"),
            await SignedInSite.LedTo(browser, "/blank")));
    }

    private static async Task End(SignedInSite site, HttpClient browser, string how)
    {
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative), stop);
        switch (how)
        {
            case "sign out":
                (await SignedInSite.Post(browser, "/sign-in", (SignedInSite.Token, SignedInSite.TokenOf(page)))).Dispose();
                break;
            case "hide":
                (await SignedInSite.Post(browser, "/hide")).Dispose();
                break;
            case "another" or "the same again":
                await site.SignIn(browser, how == "another" ? DemonstrationPeople.Colleague : DemonstrationPeople.Teacher);
                break;
            case "idle":
                site.Clock.Now += TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(1);
                break;
            default:
                site.Clock.Now += TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1);
                break;
        }
    }

    // The handler itself, with whoever has a post; somebody's was ended a minute ago.
    private static async Task<string> Authenticated(SignedInSite site, string cookie, Person? gone)
    {
        var now = site.Clock.GetUtcNow();
        var register = DemonstrationPosts.Register(London.DayOf(now));
        if (gone is not null)
            register = register.With(new(gone.Author, now.AddMinutes(-1), new PostEnded(DemonstrationPosts.PostOf(gone), null)));
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new Accounts(register, site.Clock));
        services.AddSingleton(new Sessions(site.Cases.Ledger, site.Clock, TimeSpan.FromMinutes(20), TimeSpan.FromHours(12)));
        services.AddSingleton(site.Arrivals);
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Request.Headers.Cookie = $"{SessionHandler.Cookie}={cookie}";
        return (await context.AuthenticateAsync()).Succeeded ? "200" : "nobody";
    }
}
