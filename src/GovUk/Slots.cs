using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

internal interface ITakesHint
{
    void Take(HintTagHelper hint);
}

internal interface ITakesLegend
{
    void Take(LegendTagHelper legend);
}

/// <summary>A hint that is more than text, in place of the attribute <c>hint</c> of the element around it.</summary>
[HtmlTargetElement("govuk-hint")]
public sealed class HintTagHelper : Component
{
    private protected override void Begin(TagHelperContext context) =>
        Around<ITakesHint>(context, "a field, a group of fields, a radio or a checkbox").Take(this);

    private protected override void End(TagHelperContext context, TagHelperOutput output) => output.SuppressOutput();

    private protected override void Write(Markup to) => to.Content(Inner);
}

/// <summary>A legend that is more than text, in place of the attribute <c>legend</c> of the element around it.</summary>
[HtmlTargetElement("govuk-legend")]
public sealed class LegendTagHelper : Component
{
    private protected override void Begin(TagHelperContext context) =>
        Around<ITakesLegend>(context, "govuk-radios, govuk-checkboxes, govuk-date-input or govuk-fieldset").Take(this);

    private protected override void End(TagHelperContext context, TagHelperOutput output) => output.SuppressOutput();

    private protected override void Write(Markup to) => to.Content(Inner);
}

/// <summary>How a legend is written, the same for every group of fields.</summary>
internal static class Legends
{
    public static Markup Legend(this Markup to, IHtmlContent? content, string? text, string? size, bool isHeading) => to
        .Html("<legend class=\"govuk-fieldset__legend").Class(" govuk-fieldset__legend--", size).Html("\">")
        .HtmlIf(isHeading, "<h1 class=\"govuk-fieldset__heading\">").Content(content, text).HtmlIf(isHeading, "</h1>")
        .Html("</legend>");
}
