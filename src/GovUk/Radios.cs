using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>One answer out of several.</summary>
[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTagHelper : Choices
{
    /// <summary>The value that is chosen; null or empty when none is.</summary>
    public string? Value { get; set; }

    /// <summary>Whether the items stand beside each other.</summary>
    public bool Inline { get; set; }

    internal override string Kind => "radios";

    internal override bool IsChosen(string? value) => !string.IsNullOrEmpty(Value) && Value == value;

    private protected override void WriteFields(Markup to) => to
        .Html("<div data-module=\"govuk-radios\" class=\"govuk-radios").HtmlIf(Small, " govuk-radios--small").HtmlIf(Inline, " govuk-radios--inline")
        .Rest(Passed)
        .Html(">").Content(Inner).Html("</div>");
}

/// <summary>One of the answers.</summary>
[HtmlTargetElement("govuk-radio")]
public sealed class RadioTagHelper : Choice
{
    private protected override Choices Find(TagHelperContext context) => Around<RadiosTagHelper>(context, "govuk-radios");

    private protected override void WriteTypeAndName(Markup to, Choices group) => to.Html(" type=\"radio\"").Attribute("name", group.Name);
}
