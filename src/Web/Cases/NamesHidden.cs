using System.Text.Encodings.Web;
using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Web.Cases;

/// <summary>
/// A page of a case with initials in place of names. It stands around everything that a page shows, so that no page can forget it; what somebody types
/// themselves (in fields) stays as it is, or it would be recorded so.
/// </summary>
internal sealed class NamesHidden(IHtmlContent page, HiddenNames names) : IHtmlContent
{
    /// <summary>The cookie, for as long as the browser is open: it says only that names are hidden.</summary>
    public const string Cookie = "lapwing-names";

    /// <summary>What the cookie says.</summary>
    public const string Hidden = "hidden";

    /// <summary>Whether somebody hides names.</summary>
    public static bool IsOn(HttpContext context) => context.Request.Cookies[Cookie] == Hidden;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var whole = new StringWriter();
        page.WriteTo(whole, encoder);
        var html = whole.ToString();
        var at = 0;
        while (at < html.Length)
        {
            var (end, isText) = Next(html, at);
            if (isText) Write(writer, encoder, html[at..end]);
            else writer.Write(html.AsSpan(at, end - at));
            at = end;
        }
    }

    // The next run of text, or the next tag; a text area with all that is typed in it counts as a tag.
    private static (int End, bool IsText) Next(string html, int at)
    {
        if (html[at] != '<') return (html.IndexOf('<', at) is var tag && tag < 0 ? html.Length : tag, true);
        var close = html.AsSpan(at).StartsWith("<textarea", StringComparison.OrdinalIgnoreCase) ? "</textarea>" : ">";
        var end = html.IndexOf(close, at, StringComparison.OrdinalIgnoreCase);
        return (end < 0 ? html.Length : end + close.Length, false);
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, string text)
    {
        var plain = System.Net.WebUtility.HtmlDecode(text);
        var hidden = names.In(plain);
        if (hidden == plain) writer.Write(text);
        else encoder.Encode(writer, hidden);
    }
}
