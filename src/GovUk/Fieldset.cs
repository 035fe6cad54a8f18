using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>Fields that answer one question together.</summary>
[HtmlTargetElement("govuk-fieldset")]
public sealed class FieldsetTagHelper : Component, ITakesHint, ITakesLegend
{
    private IHtmlContent? richHint;
    private IHtmlContent? richLegend;

    /// <summary>The question, as text. A child <c>govuk-legend</c> holds more than text. One of them is needed.</summary>
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Whether the legend is the heading of the page.</summary>
    public bool LegendIsHeading { get; set; }

    /// <summary>Help for answering, as text. A child <c>govuk-hint</c> holds more than text. Either needs an id, so that it can be read out.</summary>
    public string? Hint { get; set; }

    /// <summary>The ids of further elements that describe it.</summary>
    public string? DescribedBy { get; set; }

    /// <summary>The id of the fieldset.</summary>
    public string? Id { get; set; }

    private protected override bool HasParts => true;

    private bool HasHint => richHint is not null || !string.IsNullOrEmpty(Hint);

    void ITakesHint.Take(HintTagHelper hint) => richHint = hint;

    void ITakesLegend.Take(LegendTagHelper legend) => richLegend = legend;

    private protected override void Begin(TagHelperContext context) => OneOf(context, LegendSize, "legend-size", "s", "m", "l", "xl");

    private protected override void End(TagHelperContext context, TagHelperOutput output)
    {
        if (richLegend is null) Require(context, Legend, "legend");
        if (HasHint) Require(context, Id, "id");
    }

    private protected override void Write(Markup to)
    {
        to.Html("<fieldset").AttributeIf("id", Id);
        if (HasHint) to.Html(" aria-describedby=\"").Text(DescribedBy).HtmlIf(!string.IsNullOrEmpty(DescribedBy), " ").Text(Id).Html("-hint\"");
        else to.AttributeIf("aria-describedby", DescribedBy);
        to.Html(" class=\"govuk-fieldset").Rest(Passed).Html(">").Legend(richLegend, Legend, LegendSize, LegendIsHeading);
        if (HasHint) to.Html("<div id=\"").Text(Id).Html("-hint\" class=\"govuk-hint\">").Content(richHint, Hint).Html("</div>");
        to.Content(Inner).Html("</fieldset>");
    }
}
