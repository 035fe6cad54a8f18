using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Lapwing.GovUk;

/// <summary>
/// Writes HTML. What is written as it stands must be a constant, which the compiler checks; everything else is encoded, so that no text of a
/// person becomes markup.
/// </summary>
internal readonly struct Markup(TextWriter writer, HtmlEncoder encoder)
{
    public Markup Html([ConstantExpected] string constant)
    {
        writer.Write(constant);
        return this;
    }

    public Markup HtmlIf(bool wanted, [ConstantExpected] string constant)
    {
        if (wanted) writer.Write(constant);
        return this;
    }

    public Markup Text(string? text)
    {
        if (!string.IsNullOrEmpty(text)) encoder.Encode(writer, text);
        return this;
    }

    public Markup Content(IHtmlContent? content)
    {
        content?.WriteTo(writer, encoder);
        return this;
    }

    /// <summary>Either the rich content or the plain text.</summary>
    public Markup Content(IHtmlContent? content, string? text) => content is null ? Text(text) : Content(content);

    /// <summary>The attribute, even when its value is empty.</summary>
    public Markup Attribute([ConstantExpected] string name, string? value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        Text(value);
        writer.Write('"');
        return this;
    }

    /// <summary>The attribute, unless its value is empty.</summary>
    public Markup AttributeIf([ConstantExpected] string name, string? value) => string.IsNullOrEmpty(value) ? this : Attribute(name, value);

    /// <summary>Within a class attribute: one more class, made of a constant start and a value.</summary>
    public Markup Class([ConstantExpected] string start, string? value)
    {
        if (string.IsNullOrEmpty(value)) return this;
        writer.Write(start);
        return Text(value);
    }

    /// <summary>Ends the class attribute with the class that the page gave, then writes the other attributes that the page gave.</summary>
    public Markup Rest(PassedAttributes passed)
    {
        passed.WriteClass(writer, encoder);
        writer.Write('"');
        passed.WriteAttributes(writer, encoder, withClass: false);
        return this;
    }

    /// <summary>The attributes that the page gave, for an element without a class of ours.</summary>
    public Markup RestWithoutClass(PassedAttributes passed)
    {
        passed.WriteAttributes(writer, encoder, withClass: true);
        return this;
    }
}
