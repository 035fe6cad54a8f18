using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>One line of text. Attributes that are none of the helper's pass to the input.</summary>
[HtmlTargetElement("govuk-input")]
public sealed class InputTagHelper : Field
{
    /// <summary>What was entered.</summary>
    public string? Value { get; set; }

    /// <summary>text, unless said otherwise.</summary>
    public string? Type { get; set; }

    /// <summary>How many characters it has room for: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public string? Width { get; set; }

    /// <summary>numeric, decimal and others.</summary>
    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Whether the browser checks spelling; null leaves it to the browser.</summary>
    public bool? Spellcheck { get; set; }

    /// <summary>In which direction it runs: auto, where somebody's own words may run the other way.</summary>
    public string? Dir { get; set; }

    /// <summary>Text before the input, such as a unit.</summary>
    public string? Prefix { get; set; }

    /// <summary>Text after the input, such as a unit.</summary>
    public string? Suffix { get; set; }

    private bool IsWrapped => !string.IsNullOrEmpty(Prefix) || !string.IsNullOrEmpty(Suffix);

    private protected override void Begin(TagHelperContext context)
    {
        base.Begin(context);
        OneOf(context, Width, "width", "2", "3", "4", "5", "10", "20", "30");
    }

    private protected override void End(TagHelperContext context, TagHelperOutput output) => RefuseContent(context);

    private protected override void WriteField(Markup to)
    {
        to.HtmlIf(IsWrapped, "<div class=\"govuk-input__wrapper\">");
        if (!string.IsNullOrEmpty(Prefix)) to.Html("<div class=\"govuk-input__prefix\" aria-hidden=\"true\">").Text(Prefix).Html("</div>");
        to.Html("<input").Attribute("id", GroupId).Attribute("name", Name).Attribute("type", string.IsNullOrEmpty(Type) ? "text" : Type)
            .AttributeIf("value", Value).AttributeIf("spellcheck", Words.Of(Spellcheck)).AttributeIf("autocomplete", Autocomplete)
            .AttributeIf("inputmode", InputMode).AttributeIf("dir", Dir);
        WriteDescribedBy(to);
        to.Html(" class=\"govuk-input").Class(" govuk-input--width-", Width).HtmlIf(HasError, " govuk-input--error").Rest(Passed).Html(">");
        if (!string.IsNullOrEmpty(Suffix)) to.Html("<div class=\"govuk-input__suffix\" aria-hidden=\"true\">").Text(Suffix).Html("</div>");
        to.HtmlIf(IsWrapped, "</div>");
    }
}

/// <summary>Several lines of text. Attributes that are none of the helper's pass to the textarea.</summary>
[HtmlTargetElement("govuk-textarea")]
public sealed class TextareaTagHelper : Field
{
    /// <summary>What was entered.</summary>
    public string? Value { get; set; }

    /// <summary>How many lines it has room for.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Whether the browser checks spelling; null leaves it to the browser.</summary>
    public bool? Spellcheck { get; set; }

    /// <summary>In which direction it runs: auto, where somebody's own words may run the other way.</summary>
    public string? Dir { get; set; }

    private protected override void End(TagHelperContext context, TagHelperOutput output) => RefuseContent(context);

    private protected override void WriteField(Markup to)
    {
        to.Html("<textarea").Attribute("id", GroupId).Attribute("name", Name).Attribute("rows", Words.Of(Rows))
            .AttributeIf("spellcheck", Words.Of(Spellcheck)).AttributeIf("autocomplete", Autocomplete).AttributeIf("dir", Dir);
        WriteDescribedBy(to);

        // A browser drops the first line break, so one is written for it to drop.
        to.Html(" class=\"govuk-textarea").HtmlIf(HasError, " govuk-textarea--error").Rest(Passed).Html(">\n").Text(Value).Html("</textarea>");
    }
}

/// <summary>A list to choose one from. Attributes that are none of the helper's pass to the select.</summary>
[HtmlTargetElement("govuk-select")]
public sealed class SelectTagHelper : Field
{
    /// <summary>The value of the option that is chosen.</summary>
    public string? Value { get; set; }

    private protected override void WriteField(Markup to)
    {
        to.Html("<select").Attribute("id", GroupId).Attribute("name", Name);
        WriteDescribedBy(to);
        to.Html(" class=\"govuk-select").HtmlIf(HasError, " govuk-select--error").Rest(Passed).Html(">").Content(Inner).Html("</select>");
    }
}

/// <summary>One option of a select.</summary>
[HtmlTargetElement("govuk-option")]
public sealed class OptionTagHelper : Component
{
    private SelectTagHelper? select;

    /// <summary>The value that is sent when it is chosen. Needed; it may be empty.</summary>
    public string? Value { get; set; }

    /// <summary>Whether it cannot be chosen.</summary>
    public bool Disabled { get; set; }

    private protected override void Begin(TagHelperContext context)
    {
        if (Value is null) Require(context, Value, "value");
        select = Around<SelectTagHelper>(context, "govuk-select");
    }

    private protected override void Write(Markup to)
    {
        var isChosen = !string.IsNullOrEmpty(select?.Value) && select.Value == Value;
        to.Html("<option").Attribute("value", Value).HtmlIf(isChosen, " selected").HtmlIf(Disabled, " disabled").RestWithoutClass(Passed)
            .Html(">").Content(Inner).Html("</option>");
    }
}

/// <summary>Options under a common name.</summary>
[HtmlTargetElement("govuk-option-group")]
public sealed class OptionGroupTagHelper : Component
{
    /// <summary>The common name. Needed.</summary>
    public string Label { get; set; } = "";

    private protected override void Begin(TagHelperContext context) => Require(context, Label, "label");

    private protected override void Write(Markup to) =>
        to.Html("<optgroup").Attribute("label", Label).RestWithoutClass(Passed).Html(">").Content(Inner).Html("</optgroup>");
}
