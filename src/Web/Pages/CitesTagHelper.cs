using Lapwing.Casework.Guidance;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Web.Pages;

/// <summary>Links to statements: [S2.1.8], or [N20, not in the chapter]. A page has dozens, so they are written straight out.</summary>
[HtmlTargetElement("app-cites", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CitesTagHelper : TagHelper
{
    /// <summary>The ids of the statements.</summary>
    public IEnumerable<string> Ids { get; set; } = [];

    /// <summary>Whether they are links; where the statements stand below, they need not be.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        Write(output.Content, Ids, Plain);
    }

    /// <summary>Writes them after what is there.</summary>
    internal static void Write(TagHelperContent content, IEnumerable<string> ids, bool plain = false)
    {
        foreach (var id in ids)
        {
            if (plain) content.AppendHtml(" ");
            else content.AppendHtml(" <a class=\"app-cite\" href=\"/manual/statement/").Append(id).AppendHtml("\">");
            content.Append(id[0] == 'N' ? $"[{id}, not in the chapter]" : $"[{id}]");
            if (!plain) content.AppendHtml("</a>");
        }
    }
}

/// <summary>What a practitioner should know at this point, each note with its statements. Nothing is shown where there are none.</summary>
[HtmlTargetElement("app-notes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NotesTagHelper : TagHelper
{
    /// <summary>The place beside which the notes stand; see <see cref="GuidanceNote"/>.</summary>
    public string? Beside { get; set; }

    /// <summary>The notes themselves, where they are of several places.</summary>
    public IEnumerable<GuidanceNote>? Notes { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var any = false;
        foreach (var note in Notes ?? GuidanceNotes.Beside(Beside!))
        {
            output.Content.AppendHtml(any ? "<p class=\"govuk-body-s\">" : "<div class=\"govuk-inset-text app-notes\"><p class=\"govuk-body-s\">").Append(note.Words);
            CitesTagHelper.Write(output.Content, note.Cites);
            output.Content.AppendHtml("</p>");
            any = true;
        }

        if (any) output.Content.AppendHtml("</div>");
    }
}
