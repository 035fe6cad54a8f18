using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>A button, or with an href a link that looks like one.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class ButtonTagHelper : Component
{
    private bool? preventDoubleClick;

    // The layout of a start button would swallow the space between elements, so its elements are put into one.
    private bool isRich;

    /// <summary>secondary, warning or inverse.</summary>
    public string? Variant { get; set; }

    /// <summary>Where it leads.</summary>
    public string? Href { get; set; }

    /// <summary>Whether it starts a service.</summary>
    public bool IsStart { get; set; }

    /// <summary>The name that the value is sent under.</summary>
    public string? Name { get; set; }

    /// <summary>What is sent when it is pressed.</summary>
    public string? Value { get; set; }

    /// <summary>submit, unless said otherwise.</summary>
    public string? Type { get; set; }

    /// <summary>Whether a second press within a second counts for nothing.</summary>
    public bool PreventDoubleClick { get => preventDoubleClick ?? false; set => preventDoubleClick = value; }

    /// <summary>Whether it cannot be pressed.</summary>
    public bool Disabled { get; set; }

    private bool IsLink => !string.IsNullOrEmpty(Href);

    private protected override void Begin(TagHelperContext context) => OneOf(context, Variant, "variant", "secondary", "warning", "inverse");

    private protected override void End(TagHelperContext context, TagHelperOutput output) =>
        isRich = IsStart && Inner?.GetContent().Contains('<', StringComparison.Ordinal) == true;

    private protected override void Write(Markup to)
    {
        if (IsLink) to.Html("<a").Attribute("href", Href).Html(" role=\"button\" draggable=\"false\"");
        else WriteButton(to);
        to.Html(" data-module=\"govuk-button\" class=\"govuk-button").Class(" govuk-button--", Variant).HtmlIf(IsStart, " govuk-button--start")
            .Rest(Passed).Html(">");
        to.HtmlIf(isRich, "<span>").Content(Inner).HtmlIf(isRich, "</span>");
        if (IsStart) WriteArrow(to);
        to.HtmlIf(IsLink, "</a>").HtmlIf(!IsLink, "</button>");
    }

    private void WriteButton(Markup to) => to
        .Html("<button").Attribute("type", string.IsNullOrEmpty(Type) ? "submit" : Type).AttributeIf("name", Name).AttributeIf("value", Value)
        .HtmlIf(Disabled, " disabled aria-disabled=\"true\"").AttributeIf("data-prevent-double-click", Words.Of(preventDoubleClick));

    private static void WriteArrow(Markup to) => to
        .Html("<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\" "
        + "aria-hidden=\"true\" focusable=\"false\">")
        .Html("<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>");
}
