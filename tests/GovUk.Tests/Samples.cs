namespace Lapwing.GovUk.Tests;

/// <summary>Each helper as a page would write it at the least.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, string[]> required = new(StringComparer.Ordinal)
    {
        ["govuk-back-link"] = ["href"],
        ["govuk-breadcrumb"] = [],
        ["govuk-breadcrumbs"] = [],
        ["govuk-button"] = [],
        ["govuk-checkbox"] = ["value", "label"],
        ["govuk-checkboxes"] = ["name"],
        ["govuk-date-input"] = ["name"],
        ["govuk-details"] = ["summary"],
        ["govuk-divider"] = [],
        ["govuk-error-summary"] = [],
        ["govuk-fieldset"] = ["legend"],
        ["govuk-hint"] = [],
        ["govuk-input"] = ["name", "label"],
        ["govuk-inset-text"] = [],
        ["govuk-legend"] = [],
        ["govuk-notification-banner"] = [],
        ["govuk-option"] = ["value"],
        ["govuk-option-group"] = ["label"],
        ["govuk-radio"] = ["value", "label"],
        ["govuk-radios"] = ["name"],
        ["govuk-select"] = ["name", "label"],
        ["govuk-skip-link"] = [],
        ["govuk-summary-action"] = ["href"],
        ["govuk-summary-actions"] = [],
        ["govuk-summary-list"] = [],
        ["govuk-summary-row"] = ["key"],
        ["govuk-tag"] = [],
        ["govuk-textarea"] = ["name", "label"],
        ["govuk-warning-text"] = [],
    };

    private static readonly Dictionary<string, string> parents = new(StringComparer.Ordinal)
    {
        ["govuk-checkbox"] = "govuk-checkboxes",
        ["govuk-divider"] = "govuk-radios",
        ["govuk-hint"] = "govuk-input",
        ["govuk-legend"] = "govuk-fieldset",
        ["govuk-option"] = "govuk-select",
        ["govuk-radio"] = "govuk-radios",
        ["govuk-summary-action"] = "govuk-summary-row",
        ["govuk-summary-actions"] = "govuk-summary-row",
        ["govuk-summary-row"] = "govuk-summary-list",
    };

    public static IReadOnlyDictionary<string, string[]> Required => required;

    public static IReadOnlyDictionary<string, string> Parents => parents;

    /// <summary>The element with what it needs, but for one attribute.</summary>
    public static Element Of(string tag, string? without = null)
    {
        var element = new Element(tag);
        foreach (var attribute in required[tag].Where(attribute => attribute != without)) element[attribute] = "some-" + attribute;
        return element;
    }

    /// <summary>The element within those that it must stand in.</summary>
    public static Element Around(Element element) => parents.TryGetValue(element.Tag, out var parent) ? Around(Of(parent).Add(element)) : element;
}
