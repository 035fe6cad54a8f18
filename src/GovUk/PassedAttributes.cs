using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>
/// The attributes of the element that are none of the helper's: they pass through to the element that matters. They are copied, since Razor uses
/// its list again for the next element, and the helper writes later.
/// </summary>
internal readonly struct PassedAttributes(TagHelperAttributeList given)
{
    private readonly TagHelperAttribute[] attributes = given.Count == 0 ? [] : [.. given];

    public void WriteClass(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var attribute in attributes)
        {
            if (!IsClass(attribute) || attribute.Value is null) continue;
            writer.Write(' ');
            if (attribute.Value is IHtmlContent content) content.WriteTo(writer, encoder);
            else encoder.Encode(writer, attribute.Value.ToString() ?? "");
        }
    }

    public void WriteAttributes(TextWriter writer, HtmlEncoder encoder, bool withClass)
    {
        foreach (var attribute in attributes)
        {
            if (!withClass && IsClass(attribute)) continue;
            writer.Write(' ');
            attribute.WriteTo(writer, encoder);
        }
    }

    private static bool IsClass(TagHelperAttribute attribute) => attribute.Name.Equals("class", StringComparison.OrdinalIgnoreCase);
}
