using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>What was answered, a row for each answer.</summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTagHelper : Component
{
    /// <summary>Whether the lines between the rows are left out.</summary>
    public bool NoBorder { get; set; }

    /// <summary>Whether any row has an action: the others then leave the room for it.</summary>
    internal bool AnyActions { get; set; }

    private protected override bool HasParts => true;

    private protected override void Write(Markup to) => to
        .Html("<dl class=\"govuk-summary-list").HtmlIf(NoBorder, " govuk-summary-list--no-border").Rest(Passed).Html(">").Content(Inner).Html("</dl>");
}

/// <summary>One answer. What stands within it is the answer, without its actions.</summary>
[HtmlTargetElement("govuk-summary-row")]
public sealed class SummaryRowTagHelper : Component
{
    private readonly List<Component> actions = [];
    private SummaryListTagHelper? list;

    /// <summary>The question in short. Needed.</summary>
    public string Key { get; set; } = "";

    private protected override bool HasParts => true;

    internal void Add(Component action)
    {
        actions.Add(action);
        list!.AnyActions = true;
    }

    private protected override void Begin(TagHelperContext context)
    {
        Require(context, Key, "key");
        list = Around<SummaryListTagHelper>(context, "govuk-summary-list");
    }

    private protected override void Write(Markup to)
    {
        to.Html("<div class=\"govuk-summary-list__row").HtmlIf(list!.AnyActions && actions.Count == 0, " govuk-summary-list__row--no-actions").Rest(Passed)
            .Html("><dt class=\"govuk-summary-list__key\">").Text(Key).Html("</dt><dd class=\"govuk-summary-list__value\">").Content(Inner).Html("</dd>");
        if (actions.Count == 1) to.Html("<dd class=\"govuk-summary-list__actions\">").Content(actions[0]).Html("</dd>");
        else if (actions.Count > 1) WriteActions(to);
        to.Html("</div>");
    }

    private void WriteActions(Markup to)
    {
        to.Html("<dd class=\"govuk-summary-list__actions\"><ul class=\"govuk-summary-list__actions-list\">");
        foreach (var action in actions) to.Html("<li class=\"govuk-summary-list__actions-list-item\">").Content(action).Html("</li>");
        to.Html("</ul></dd>");
    }
}

/// <summary>A link that changes the answer of the row that it stands in.</summary>
[HtmlTargetElement("govuk-summary-action")]
public sealed class SummaryActionTagHelper : Component
{
    /// <summary>Where it leads. Needed.</summary>
    public string Href { get; set; } = "";

    /// <summary>What is changed, for somebody who hears the link alone.</summary>
    public string? VisuallyHidden { get; set; }

    private protected override void Begin(TagHelperContext context)
    {
        Require(context, Href, "href");
        Around<SummaryRowTagHelper>(context, "govuk-summary-row").Add(this);
    }

    private protected override void End(TagHelperContext context, TagHelperOutput output) => output.SuppressOutput();

    private protected override void Write(Markup to)
    {
        to.Html("<a").Attribute("href", Href).Html(" class=\"govuk-link").Rest(Passed).Html(">").Content(Inner);
        if (!string.IsNullOrEmpty(VisuallyHidden)) to.Html("<span class=\"govuk-visually-hidden\"> ").Text(VisuallyHidden).Html("</span>");
        to.Html("</a>");
    }
}

/// <summary>An action of the row that is no link, such as a button.</summary>
[HtmlTargetElement("govuk-summary-actions")]
public sealed class SummaryActionsTagHelper : Component
{
    private protected override void Begin(TagHelperContext context) => Around<SummaryRowTagHelper>(context, "govuk-summary-row").Add(this);

    private protected override void End(TagHelperContext context, TagHelperOutput output) => output.SuppressOutput();

    private protected override void Write(Markup to) => to.Content(Inner);
}
