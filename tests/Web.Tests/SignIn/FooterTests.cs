using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>What the foot of a page says about keeping is so; where the page itself says what became of what was sent, it says nothing.</summary>
public sealed class FooterTests
{
    private const string Nothing = "Nothing that you enter here is kept.", Kept = "What you record is kept, sealed, and nothing is deleted.";
    private static readonly int[] statuses = [400, 404, 405, 413, 415, 429, 500, 503];
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_of_a_status_says_what_is_kept_whoever_looks()
    {
        await using var site = await SignedInSite.Start();
        using HttpClient nobody = site.Browser(), teacher = site.Browser();
        await site.SignIn(teacher, DemonstrationPeople.Teacher);
        string[] addresses = [.. statuses.Select(status => $"/problem/{status}"), "/nothing", "/not-kept"];
        foreach (var address in addresses)
            foreach (var browser in new[] { nobody, teacher })
                Assert.Equal((address, ""), (address, await FootOf(browser, address)));
        Assert.Equal("", await FootOf(nobody, "/sign-in?kept=1"));      // whoever is signed in is led on
    }

    [Fact]
    public async Task What_is_recorded_is_kept_and_what_is_told_to_a_check_is_not()
    {
        await using var site = await SignedInSite.Start();
        using var teacher = site.Browser();
        await site.SignIn(teacher, DemonstrationPeople.Teacher);
        foreach (var address in new[] { "/work", await site.FormOf(DemonstrationPeople.Teacher) })
            Assert.Equal((address, Kept), (address, await FootOf(teacher, address)));
        foreach (var address in new[] { "/", "/check/1", "/try", "/manual" }) Assert.Equal((address, Nothing), (address, await FootOf(teacher, address)));
    }

    private static async Task<string> FootOf(HttpClient browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        using var answer = await browser.SendAsync(request, stop);
        var foot = (await answer.Content.ReadAsStringAsync(stop)).Split("<footer").ElementAtOrDefault(1)
            ?? throw new InvalidOperationException($"{address} has no foot: {answer.StatusCode}");
        return string.Concat(new[] { Nothing, Kept }.Where(words => foot.Contains(words, StringComparison.Ordinal)));
    }
}
