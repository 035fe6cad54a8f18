using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>
/// A component of the design system. It reads its attributes and children first and writes itself when the page is written: into the response,
/// without strings in between.
/// </summary>
public abstract class Component : TagHelper, IHtmlContent
{
    private static readonly object nearest = new();

    /// <summary>What stands between its tags; nothing when it closes itself.</summary>
    private protected TagHelperContent? Inner { get; private set; }

    private protected PassedAttributes Passed { get; private set; }

    /// <summary>Whether elements within it look for it: <c>govuk-hint</c>, <c>govuk-radio</c>.</summary>
    private protected virtual bool HasParts => false;

    /// <inheritdoc/>
    public sealed override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        Begin(context);
        Passed = new PassedAttributes(output.Attributes);
        output.TagName = null;
        output.Content.SetHtmlContent(this);
        if (output.TagMode != TagMode.SelfClosing) return WithContentAsync(context, output);
        End(context, output);
        return Task.CompletedTask;
    }

    void IHtmlContent.WriteTo(TextWriter writer, HtmlEncoder encoder) => Write(new Markup(writer, encoder));

    /// <summary>Before the children: refuses what is missing, finds the element that it belongs to.</summary>
    private protected virtual void Begin(TagHelperContext context)
    {
    }

    /// <summary>After the children.</summary>
    private protected virtual void End(TagHelperContext context, TagHelperOutput output)
    {
    }

    /// <summary>Writes the same each time: Razor may ask more than once.</summary>
    private protected abstract void Write(Markup to);

    private protected static void Require(TagHelperContext context, string? value, string attribute)
    {
        if (string.IsNullOrEmpty(value)) throw new InvalidOperationException($"<{context.TagName}> needs the attribute {attribute}.");
    }

    private protected static void OneOf(TagHelperContext context, string? value, string attribute, params ReadOnlySpan<string> known)
    {
        if (string.IsNullOrEmpty(value) || known.Contains(value)) return;
        throw new InvalidOperationException($"<{context.TagName}> knows no {attribute}=\"{value}\", only {string.Join(", ", known)}.");
    }

    /// <summary>Content that would not be shown is a mistake of the page.</summary>
    private protected void RefuseContent(TagHelperContext context)
    {
        if (Inner is { IsEmptyOrWhiteSpace: false }) throw new InvalidOperationException($"<{context.TagName}> takes no content of its own.");
    }

    /// <summary>The nearest element around it that has parts; it must be one that takes this part.</summary>
    private protected static T Around<T>(TagHelperContext context, string elements)
        where T : class
    {
        if (context.Items.TryGetValue(nearest, out var around) && around is T taker) return taker;
        throw new InvalidOperationException($"<{context.TagName}> must stand in {elements}.");
    }

    private async Task WithContentAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (HasParts) context.Items[nearest] = this;
        Inner = await output.GetChildContentAsync();
        End(context, output);
    }
}
