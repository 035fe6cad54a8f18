using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>Any number of answers out of several.</summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTagHelper : Choices
{
    /// <summary>The values that are chosen.</summary>
    public IReadOnlyCollection<string> Values { get; set; } = [];

    internal override string Kind => "checkboxes";

    internal override bool DescribesItems => !HasFieldset;

    internal override bool IsChosen(string? value) => value is not null && Values?.Contains(value) == true;

    private protected override void WriteFields(Markup to) => to
        .Html("<div data-module=\"govuk-checkboxes\" class=\"govuk-checkboxes").HtmlIf(Small, " govuk-checkboxes--small").Rest(Passed)
        .Html(">").Content(Inner).Html("</div>");
}

/// <summary>One of the answers.</summary>
[HtmlTargetElement("govuk-checkbox")]
public sealed class CheckboxTagHelper : Choice
{
    /// <summary>A name of its own, in place of the group's.</summary>
    public string? Name { get; set; }

    /// <summary>Whether choosing it unchooses the others: "none of these".</summary>
    public bool Exclusive { get; set; }

    private protected override Choices Find(TagHelperContext context) => Around<CheckboxesTagHelper>(context, "govuk-checkboxes");

    private protected override void WriteTypeAndName(Markup to, Choices group) => to
        .Html(" type=\"checkbox\"").Attribute("name", string.IsNullOrEmpty(Name) ? group.Name : Name).HtmlIf(Exclusive, " data-behaviour=\"exclusive\"");
}
