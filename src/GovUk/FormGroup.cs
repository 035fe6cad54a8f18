using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>A question with its hint and its error. An empty error is no error.</summary>
public abstract class FormGroup : Component, ITakesHint
{
    private IHtmlContent? richHint;

    /// <summary>Help for answering, as text. A child <c>govuk-hint</c> holds more than text.</summary>
    public string? Hint { get; set; }

    /// <summary>What is wrong with the answer. Null and empty are both: nothing.</summary>
    public string? Error { get; set; }

    /// <summary>The ids of further elements that describe it, before its hint and its error.</summary>
    public string? DescribedBy { get; set; }

    /// <summary>A further class of the group around it all.</summary>
    public string? GroupClass { get; set; }

    private protected override bool HasParts => true;

    /// <summary>The id that the ids of hint and error start with.</summary>
    private protected abstract string GroupId { get; }

    private protected bool HasError => !string.IsNullOrEmpty(Error);

    private bool HasHint => richHint is not null || !string.IsNullOrEmpty(Hint);

    void ITakesHint.Take(HintTagHelper hint) => richHint = hint;

    private protected void OpenGroup(Markup to) => to
        .Html("<div class=\"govuk-form-group").HtmlIf(HasError, " govuk-form-group--error").Class(" ", GroupClass).Html("\">");

    private protected void WriteHintAndError(Markup to)
    {
        if (HasHint) to.Html("<div id=\"").Text(GroupId).Html("-hint\" class=\"govuk-hint\">").Content(richHint, Hint).Html("</div>");
        if (HasError)
            to.Html("<p id=\"").Text(GroupId).Html("-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> ")
                .Text(Error).Html("</p>");
    }

    /// <summary>The attribute that names, in the design system's order, all that describes the question; <paramref name="last"/> is one more id.</summary>
    internal void WriteDescribedBy(Markup to, string? last = null)
    {
        var started = false;
        if (!string.IsNullOrEmpty(DescribedBy)) Next(to, ref started).Text(DescribedBy);
        if (HasHint) Next(to, ref started).Text(GroupId).Html("-hint");
        if (HasError) Next(to, ref started).Text(GroupId).Html("-error");
        if (!string.IsNullOrEmpty(last)) Next(to, ref started).Text(last);
        to.HtmlIf(started, "\"");
    }

    private static Markup Next(Markup to, ref bool started)
    {
        to.HtmlIf(!started, " aria-describedby=\"").HtmlIf(started, " ");
        started = true;
        return to;
    }
}

/// <summary>A question with one field and a label.</summary>
public abstract class Field : FormGroup
{
    /// <summary>The name that the answer is sent under. Needed.</summary>
    public string Name { get; set; } = "";

    /// <summary>The question. Needed.</summary>
    public string Label { get; set; } = "";

    /// <summary>s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>Whether the label is the heading of the page.</summary>
    public bool LabelIsHeading { get; set; }

    /// <summary>The id of the field; the name, unless said otherwise.</summary>
    public string? Id { get; set; }

    private protected override string GroupId => string.IsNullOrEmpty(Id) ? Name : Id;

    private protected override void Begin(TagHelperContext context)
    {
        Require(context, Name, "name");
        Require(context, Label, "label");
        OneOf(context, LabelSize, "label-size", "s", "m", "l", "xl");
    }

    private protected sealed override void Write(Markup to)
    {
        OpenGroup(to);
        to.HtmlIf(LabelIsHeading, "<h1 class=\"govuk-label-wrapper\">")
            .Html("<label class=\"govuk-label").Class(" govuk-label--", LabelSize).Html("\"").Attribute("for", GroupId).Html(">").Text(Label).Html("</label>")
            .HtmlIf(LabelIsHeading, "</h1>");
        WriteHintAndError(to);
        WriteField(to);
        to.Html("</div>");
    }

    private protected abstract void WriteField(Markup to);
}

/// <summary>A question with several fields and a legend. Without a legend it is no fieldset.</summary>
public abstract class FieldGroup : FormGroup, ITakesLegend
{
    private IHtmlContent? richLegend;

    /// <summary>The question, as text. A child <c>govuk-legend</c> holds more than text.</summary>
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Whether the legend is the heading of the page.</summary>
    public bool LegendIsHeading { get; set; }

    internal bool HasFieldset => richLegend is not null || !string.IsNullOrEmpty(Legend);

    /// <summary>The role of the fieldset, where it needs one.</summary>
    private protected virtual string? Role => null;

    void ITakesLegend.Take(LegendTagHelper legend) => richLegend = legend;

    private protected override void Begin(TagHelperContext context) => OneOf(context, LegendSize, "legend-size", "s", "m", "l", "xl");

    private protected sealed override void Write(Markup to)
    {
        OpenGroup(to);
        if (HasFieldset)
        {
            to.Html("<fieldset class=\"govuk-fieldset\"").AttributeIf("role", Role);
            WriteDescribedBy(to);
            to.Html(">").Legend(richLegend, Legend, LegendSize, LegendIsHeading);
        }

        WriteHintAndError(to);
        WriteFields(to);
        to.HtmlIf(HasFieldset, "</fieldset>").Html("</div>");
    }

    private protected abstract void WriteFields(Markup to);
}
