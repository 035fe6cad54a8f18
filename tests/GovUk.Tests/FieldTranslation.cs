namespace Lapwing.GovUk.Tests;

/// <summary>The same for fields and groups of fields.</summary>
internal static partial class Translation
{
    private static Element Described(this Element element, Options options) => element
        .With("hint", options["hint"]["text"].Text).With("error", options["errorMessage"]["text"].Text)
        .With("described-by", options["fieldset"]["describedBy"].Text ?? options["describedBy"].Text)
        .With("group-class", options["formGroup"]["classes"].Text);

    private static Element Field(string tag, Options options, params ReadOnlySpan<(string Start, string Attribute)> known) => Bare(tag, options, known)
        .Described(options)
        .Copy(options, "name", "id", "autocomplete")
        .With("value", options["value"].Text)
        .With("label", options["label"]["text"].Text)
        .With("label-size", Size(options["label"], "govuk-label--")).With("label-is-heading", Flag(options["label"]["isPageHeading"]))
        .With("spellcheck", options["spellcheck"].IsGiven ? options["spellcheck"].IsTrue : null)
        .With("disabled", Flag(options["disabled"]));

    private static string? Size(Options labelled, string start) =>
        labelled["classes"].Text is { } classes && classes.StartsWith(start, StringComparison.Ordinal) ? classes[start.Length..] : null;

    private static Element Input(Options options) => Field("govuk-input", options, ("govuk-input--width-", "width"))
        .Copy(options, "type", "inputmode", "pattern", "autocapitalize")
        .With("prefix", options["prefix"]["text"].Text).With("suffix", options["suffix"]["text"].Text);

    private static Element Textarea(Options options) => Field("govuk-textarea", options).Copy(options, "rows");

    private static Element Select(Options options)
    {
        var items = options["items"].Items.Where(item => item.IsTrue).ToList();
        var chosen = items.Where(item => item["selected"].IsTrue).Select(item => item["value"].Text).FirstOrDefault();
        return Field("govuk-select", options).With("value", chosen)
            .Add(items.Select(item => Plain("govuk-option", item).With("value", item["value"].Given).With("disabled", Flag(item["disabled"]))));
    }

    private static Element Legend(this Element element, Options legend)
    {
        element.With("legend-size", Size(legend, "govuk-fieldset__legend--")).With("legend-is-heading", Flag(legend["isPageHeading"]));
        return legend["html"].Text is { } html ? element.Add(new Element("govuk-legend").Add(html)) : element.With("legend", legend["text"].Text);
    }

    private static Element Fieldset(Options options)
    {
        var element = Bare("govuk-fieldset", options).Copy(options, "role").With("described-by", options["describedBy"].Text).Legend(options["legend"]);
        return options["html"].Text is { } html ? element.Add(html) : element;
    }

    private static Element Radios(Options options)
    {
        var chosen = options["items"].Items.Where(item => item["checked"].IsTrue).Select(item => item["value"].Text).FirstOrDefault();
        return Bare("govuk-radios", options, ("govuk-radios--inline", "inline"), ("govuk-radios--small", "small"))
            .Described(options).Legend(options["fieldset"]["legend"]).Copy(options, "name").With("id-prefix", options["idPrefix"].Text)
            .With("value", chosen ?? options["value"].Text)
            .Add(options["items"].Items.Where(item => item.IsTrue).Select(item => Choice("govuk-radio", item)));
    }

    private static Element Checkboxes(Options options)
    {
        var chosen = options["items"].Items.Where(item => item["checked"].IsTrue).Select(item => item["value"].Text!);
        return Bare("govuk-checkboxes", options, ("govuk-checkboxes--small", "small"))
            .Described(options).Legend(options["fieldset"]["legend"]).Copy(options, "name").With("id-prefix", options["idPrefix"].Text)
            .With("values", chosen.Concat(options["values"].Items.Select(value => value.Text!)).ToList())
            .Add(options["items"].Items.Where(item => item.IsTrue)
                .Select(item => Choice("govuk-checkbox", item).Copy(item, "name").With("exclusive", item["behaviour"].Text == "exclusive" ? true : null)));
    }

    private static Element Choice(string tag, Options item)
    {
        if (item["divider"].Text is { } divider) return new Element("govuk-divider").Add(divider);
        var element = Bare(tag, item).Copy(item, "id").With("value", item["value"].Given).With("label", item["text"].Text)
            .With("hint", item["hint"]["text"].Text).With("disabled", Flag(item["disabled"]));
        return item["conditional"]["html"].Text is { } html ? element.Add(html) : element;
    }

    private static Element DateInput(Options options)
    {
        var start = options["namePrefix"].Text is { } prefix ? prefix + "-" : "";
        var element = Bare("govuk-date-input", options).Described(options).Legend(options["fieldset"]["legend"])
            .Copy(options, "id").With("name", options["namePrefix"].Text);
        string[] parts = ["day", "month", "year"];
        var items = parts.ToDictionary(part => part, part => options["items"].Items.FirstOrDefault(item => item["name"].Text == part), StringComparer.Ordinal);
        foreach (var part in parts)
            element[part] = items[part]["value"].Text ?? options[part]["value"].Text ?? options["values"][start + part].Text;
        var wrong = parts.Where(part => IsWrong(items[part]) || IsWrong(options[part])).ToList();
        if (wrong.Count == 0) wrong = [.. parts.Where(part => !items[part]["error"].IsFalse && !options[part]["error"].IsFalse)];
        return element.With("error-fields", string.Join(' ', wrong));
    }

    private static bool IsWrong(Options item) => item["error"].IsTrue || (item["classes"].Text ?? "").Contains("govuk-input--error", StringComparison.Ordinal);
}
