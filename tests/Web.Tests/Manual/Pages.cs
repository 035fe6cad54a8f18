using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Lapwing.Web.Tests.Manual;

/// <summary>Pages as a browser would read them.</summary>
public static partial class Pages
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>A page that is there.</summary>
    public static async Task<IHtmlDocument> Page(this HttpClient http, string address)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return Parse(await response.Content.ReadAsStringAsync(stop));
    }

    /// <summary>What a search answers.</summary>
    public static async Task<IHtmlDocument> Search(this HttpClient http, string words)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var form = new FormUrlEncodedContent([new("words", words)]);
        using var response = await http.PostAsync(new Uri("/manual/search", UriKind.Relative), form, stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Parse(await response.Content.ReadAsStringAsync(stop));
    }

    /// <summary>The status of an address.</summary>
    public static async Task<HttpStatusCode> Status(this HttpClient http, string address)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
        return response.StatusCode;
    }

    /// <summary>A page's text or an element's, each run of white space a blank.</summary>
    public static string Words(this INode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var words = string.Concat(node.GetDescendants().Select(part => part is IText text ? text.Data
            : part is IElement { LocalName: "dt" or "dd" or "li" or "p" or "td" } ? " " : ""));
        return Blank().Replace(words, " ").Trim();
    }

    /// <summary>Where the links of a page lead, save to its own parts outside and to telephones.</summary>
    public static IEnumerable<string> Links(this IHtmlDocument page) => page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!);

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
