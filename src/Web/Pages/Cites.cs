using System.Text.Encodings.Web;
using Lapwing.Casework.Rules;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Web.Pages;

/// <summary>Links to statements: [S2.1.8], or [National guidance N20]. A page has dozens, so they write themselves straight into the response.</summary>
internal sealed class Cites : IHtmlContent
{
    private readonly IEnumerable<string> ids;
    private readonly bool plain;

    private Cites(IEnumerable<string> ids, bool plain) => (this.ids, this.plain) = (ids, plain);

    /// <summary>The statements with these ids.</summary>
    public static Cites Of(params IEnumerable<string> ids) => new(ids, plain: false);

    /// <summary>The same without links: where the statements stand below, they need none.</summary>
    public static Cites Plain(IEnumerable<string> ids) => new(ids, plain: true);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var id in ids)
        {
            if (!plain)
            {
                writer.Write(" <a class=\"app-cite\" href=\"/manual/statement/");
                encoder.Encode(writer, id);
                writer.Write("\">[");
            }
            else
            {
                writer.Write(" [");
            }

            if (id[0] == 'N') writer.Write("National guidance ");

            encoder.Encode(writer, id);
            writer.Write(']');
            if (!plain) writer.Write("</a>");
        }
    }
}

/// <summary>What a practitioner should know at this point, each note with its statements. Nothing is shown where there are none.</summary>
internal sealed class Notes : IHtmlContent
{
    private readonly IEnumerable<GuidanceNote> notes;

    private Notes(IEnumerable<GuidanceNote> notes) => this.notes = notes;

    /// <summary>Those that stand beside a place; see <see cref="GuidanceNote"/>.</summary>
    public static Notes Beside(string place) => new(GuidanceNotes.Beside(place));

    /// <summary>These, where they are of several places.</summary>
    public static Notes Of(IEnumerable<GuidanceNote> notes) => new(notes);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var any = false;
        foreach (var note in notes)
        {
            writer.Write(any ? "<p class=\"govuk-body-s\">" : "<div class=\"govuk-inset-text app-notes\"><p class=\"govuk-body-s\">");
            encoder.Encode(writer, note.Words);
            Cites.Of(note.Cites).WriteTo(writer, encoder);
            writer.Write("</p>");
            any = true;
        }

        if (any) writer.Write("</div>");
    }
}
