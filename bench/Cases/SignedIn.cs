using System.Net;
using System.Text.RegularExpressions;
using Lapwing.Casework.Access;

namespace Lapwing.Bench.Cases;

/// <summary>Signs in to the demonstration as a browser would.</summary>
internal static partial class SignedIn
{
    /// <summary>The cookies of somebody who is signed in, as a header.</summary>
    public static async Task<string> As(Person person, string url)
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(url) };
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["account"] = person.Author.Account.ToString("N"),
            ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
        });
        using var work = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return work.RequestMessage!.RequestUri!.AbsolutePath == "/work" ? jar.GetCookieHeader(new Uri(url))
            : throw new CannotMeasureException($"nobody could sign in: {work.StatusCode}.");
    }

    /// <summary>The bytes of a page; refuses one that is not shown.</summary>
    public static async Task<int> Size(string address, string cookie)
    {
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var page = await http.GetAsync(new Uri(address));
        return page.StatusCode == HttpStatusCode.OK ? (await page.Content.ReadAsByteArrayAsync()).Length
            : throw new CannotMeasureException($"{address} answers {page.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
