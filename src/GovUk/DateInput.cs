using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>A day in three fields, each as it was typed. Attributes that are none of the helper's pass to the element around the fields.</summary>
[HtmlTargetElement("govuk-date-input")]
public sealed class DateInputTagHelper : FieldGroup
{
    /// <summary>The fields are sent as name-day, name-month and name-year; as day, month and year when only an id is given.</summary>
    public string Name { get; set; } = "";

    /// <summary>The ids of the fields are id-day, id-month and id-year. The name, unless said otherwise.</summary>
    public string? Id { get; set; }

    /// <summary>As typed.</summary>
    public string? Day { get; set; }

    /// <summary>As typed.</summary>
    public string? Month { get; set; }

    /// <summary>As typed.</summary>
    public string? Year { get; set; }

    /// <summary>Which fields the error is about, such as <c>day year</c>; all, unless said otherwise.</summary>
    public string? ErrorFields { get; set; }

    private protected override string GroupId => string.IsNullOrEmpty(Id) ? Name : Id;

    // Some screen readers do not read the description of a fieldset of text fields without it.
    private protected override string Role => "group";

    private protected override void Begin(TagHelperContext context)
    {
        base.Begin(context);
        Require(context, GroupId, "name");
    }

    private protected override void End(TagHelperContext context, TagHelperOutput output) => RefuseContent(context);

    private protected override void WriteFields(Markup to)
    {
        to.Html("<div").Attribute("id", GroupId).Html(" class=\"govuk-date-input").Rest(Passed).Html(">");
        WriteField(to, "day", "Day", "2", Day);
        WriteField(to, "month", "Month", "2", Month);
        WriteField(to, "year", "Year", "4", Year);
        to.Html("</div>");
    }

    // No name of a part is within another's, so the list needs no taking apart.
    private void WriteField(Markup to, [ConstantExpected] string part, [ConstantExpected] string label, [ConstantExpected] string width, string? value)
    {
        var isWrong = HasError && (string.IsNullOrEmpty(ErrorFields) || ErrorFields.Contains(part, StringComparison.Ordinal));
        to.Html("<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\" for=\"")
            .Text(GroupId).Html("-").Html(part).Html("\">").Html(label).Html("</label><input id=\"").Text(GroupId).Html("-").Html(part).Html("\" name=\"")
            .Text(Name).HtmlIf(!string.IsNullOrEmpty(Name), "-").Html(part).Html("\" type=\"text\" inputmode=\"numeric\"").AttributeIf("value", value)
            .Html(" class=\"govuk-input govuk-date-input__input govuk-input--width-").Html(width).HtmlIf(isWrong, " govuk-input--error")
            .Html("\"></div></div>");
    }
}
