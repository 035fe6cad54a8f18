using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Web.Pages;

/// <summary>
/// A part of a page with a form in which somebody types. Its links, whatever writes them, are buttons of that form, so that without a script what was typed is
/// kept on the way; the script makes links of them again, and keeps it itself.
/// </summary>
internal sealed partial class LeavingLinks : IHtmlContent
{
    private readonly IHtmlContent page;
    private readonly string form;

    private LeavingLinks(IHtmlContent page, string form) => (this.page, this.form) = (page, form);

    /// <summary>A part of a page with this form; as it is where there is none.</summary>
    public static IHtmlContent? Of(IHtmlContent? page, object? form) => page is not null && form is string id ? new LeavingLinks(page, id) : page;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var whole = new StringWriter();
        page.WriteTo(whole, encoder);
        writer.Write(OwnLink().Replace(whole.ToString(), AsButton));
    }

    private string AsButton(Match link)
    {
        var rest = link.Groups["before"].Value + link.Groups["after"].Value;
        var look = rest.Contains("class=\"", StringComparison.Ordinal)
            ? rest.Replace("class=\"", "class=\"app-link-button ", StringComparison.Ordinal) : $"{rest} class=\"app-link-button\"";
        return $"<button form=\"{form}\" formaction=\"/work/keep\" formnovalidate name=\"{PageTurns.Leave}\" value=\"{link.Groups["to"].Value}\"{look}>"
            + $"{link.Groups["words"].Value}</button>";
    }

    [GeneratedRegex("<a(?<before>[^>]*)\\shref=\"(?<to>/[^\"]*)\"(?<after>[^>]*)>(?<words>.*?)</a>", RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnLink();
}
