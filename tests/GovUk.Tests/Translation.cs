namespace Lapwing.GovUk.Tests;

/// <summary>The options of a fixture as the element that a page of ours would write. An option that is not carried over shows as a difference.</summary>
internal static partial class Translation
{
    public static Element Of(string component, Options options) => component switch
    {
        "back-link" => Plain("govuk-back-link", options).With("href", options["href"].Text ?? "#"),
        "breadcrumbs" => Breadcrumbs(options),
        "button" => Button(options),
        "checkboxes" => Checkboxes(options),
        "date-input" => DateInput(options),
        "details" => Plain("govuk-details", options).With("summary", options["summaryText"].Text).With("open", Flag(options["open"])),
        "error-summary" => ErrorSummary(options),
        "fieldset" => Fieldset(options),
        "input" => Input(options),
        "inset-text" => Plain("govuk-inset-text", options),
        "notification-banner" => NotificationBanner(options),
        "radios" => Radios(options),
        "select" => Select(options),
        "skip-link" => Plain("govuk-skip-link", options).With("href", options["href"].Text ?? "#content"),
        "summary-list" => SummaryList(options),
        "tag" => Plain("govuk-tag", options, ("govuk-tag--", "colour")),
        "textarea" => Textarea(options),
        "warning-text" => Plain("govuk-warning-text", options),
        _ => throw new ArgumentException($"no translation for {component}", nameof(component)),
    };

    /// <summary>The element with its content and the attributes that pass through; a class that we have an attribute for becomes that attribute.</summary>
    private static Element Plain(string tag, Options options, params ReadOnlySpan<(string Start, string Attribute)> known)
    {
        var element = Bare(tag, options, known);
        element["id"] = options["id"].Text;
        if (options.Html() is { Length: > 0 } content) element.Add(content);
        return element;
    }

    private static Element Bare(string tag, Options options, params ReadOnlySpan<(string Start, string Attribute)> known)
    {
        var element = new Element(tag);
        var others = new List<string>();
        foreach (var name in (options["classes"].Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isKnown = false;
            foreach (var (start, attribute) in known)
            {
                if (!name.StartsWith(start, StringComparison.Ordinal)) continue;
                element[attribute] = name.Length == start.Length ? true : name[start.Length..];
                isKnown = true;
            }

            if (!isKnown) others.Add(name);
        }

        if (others.Count > 0) element["class"] = string.Join(' ', others);
        foreach (var (name, value) in options["attributes"].Members) element[name] = value;
        return element;
    }

    private static object? Flag(Options option) => option.IsTrue ? true : null;

    private static Element Copy(this Element element, Options options, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) element[name] = options[name].Text;
        return element;
    }

    private static Element Button(Options options) => Plain("govuk-button", options, ("govuk-button--", "variant"))
        .Copy(options, "href", "name", "value", "type")
        .With("is-start", Flag(options["isStartButton"])).With("disabled", Flag(options["disabled"]))
        .With("prevent-double-click", options["preventDoubleClick"].IsGiven ? options["preventDoubleClick"].IsTrue : null);

    private static Element Breadcrumbs(Options options) => Bare("govuk-breadcrumbs", options)
        .With("label", options["labelText"].Text).With("collapse-on-mobile", Flag(options["collapseOnMobile"]))
        .Add(options["items"].Items.Select(item => Plain("govuk-breadcrumb", item).Copy(item, "href")));

    private static Element ErrorSummary(Options options) => Bare("govuk-error-summary", options)
        .With("errors", options["errorList"].Items.Select(item => new FieldError(item["href"].Text?.TrimStart('#') ?? "", item["text"].Text ?? "")).ToList())
        .With("title", options["titleText"].Text).With("description", options["descriptionText"].Text)
        .With("data-disable-auto-focus", options["disableAutoFocus"].Given);

    private static Element NotificationBanner(Options options)
    {
        var element = Bare("govuk-notification-banner", options).Copy(options, "role")
            .With("title", options["titleText"].Text).With("title-id", options["titleId"].Text).With("success", options["type"].Text == "success" ? true : null)
            .With("data-disable-auto-focus", options["disableAutoFocus"].Given);
        return options["html"].Text is { } html ? element.Add(html) : element.With("text", options["text"].Text);
    }

    private static Element SummaryList(Options options) => Bare("govuk-summary-list", options, ("govuk-summary-list--no-border", "no-border"))
        .Add(options["rows"].Items.Where(row => row.IsTrue).Select(row => Bare("govuk-summary-row", row)
            .With("key", row["key"]["text"].Text)
            .Add(row["value"].Html())
            .Add(row["actions"]["items"].Items.Select(action => Plain("govuk-summary-action", action)
                .Copy(action, "href").With("visually-hidden", action["visuallyHiddenText"].Text)))));
}
