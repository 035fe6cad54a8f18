using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>Text that is opened when it is wanted.</summary>
[HtmlTargetElement("govuk-details")]
public sealed class DetailsTagHelper : Component
{
    /// <summary>What is always shown. Needed.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whether it is open from the start.</summary>
    public bool Open { get; set; }

    private protected override void Begin(TagHelperContext context) => Require(context, Summary, "summary");

    private protected override void Write(Markup to) => to
        .Html("<details class=\"govuk-details").Rest(Passed).HtmlIf(Open, " open")
        .Html("><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">").Text(Summary)
        .Html("</span></summary><div class=\"govuk-details__text\">").Content(Inner).Html("</div></details>");
}

/// <summary>Something that has consequences.</summary>
[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTagHelper : Component
{
    private protected override void Write(Markup to) => to
        .Html("<div class=\"govuk-warning-text").Rest(Passed)
        .Html("><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span><strong class=\"govuk-warning-text__text\"><span "
        + "class=\"govuk-visually-hidden\">Warning</span> ")
        .Content(Inner).Html("</strong></div>");
}

/// <summary>Text that stands apart.</summary>
[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTagHelper : Component
{
    private protected override void Write(Markup to) => to.Html("<div class=\"govuk-inset-text").Rest(Passed).Html(">").Content(Inner).Html("</div>");
}

/// <summary>The state of something in a word.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class TagTagHelper : Component
{
    /// <summary>grey, green, teal, blue, purple, magenta, red, orange or yellow.</summary>
    public string? Colour { get; set; }

    private protected override void Begin(TagHelperContext context) =>
        OneOf(context, Colour, "colour", "grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow");

    // Blue is what a tag is without a class.
    private protected override void Write(Markup to) => to
        .Html("<strong class=\"govuk-tag").Class(" govuk-tag--", Colour == "blue" ? null : Colour).Rest(Passed).Html(">").Content(Inner).Html("</strong>");
}
