using AngleSharp.Dom;
using Xunit;

namespace Lapwing.GovUk.Tests;

/// <summary>What holds of every attribute of every helper.</summary>
public sealed class AttributeTests
{
    private const string Hostile = "\"'><script>alert(1)</script>&amp;<b";

    private static readonly (string Tag, string Attribute)[] onlyCompared =
        [("govuk-radios", "value"), ("govuk-select", "value"), ("govuk-date-input", "error-fields")];

    public static TheoryData<string, string> Needed => [.. Samples.Required.SelectMany(pair => pair.Value.Select(attribute => (pair.Key, attribute)))];

    public static TheoryData<string, string> Texts => [.. Razor.Helpers.SelectMany(pair => pair.Value.GetProperties()
        .Where(property => property is { CanWrite: true, PropertyType: var type } && type == typeof(string))
        .Select(property => (pair.Key, Razor.Kebab(property))))];

    [Fact]
    public void Every_helper_has_a_sample() =>
        Assert.Equal(Razor.Helpers.Keys.Order(StringComparer.Ordinal), Samples.Required.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task A_needed_attribute_that_is_missing_is_named(string tag, string attribute)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(Samples.Around(Samples.Of(tag, without: attribute)).HtmlAsync);
        Assert.Equal($"<{tag}> needs the attribute {attribute}.", refusal.Message);
        Assert.NotNull(await Samples.Around(Samples.Of(tag)).HtmlAsync());
    }

    [Fact]
    public async Task A_part_outside_of_what_it_is_part_of_is_refused()
    {
        foreach (var tag in Samples.Parents.Keys)
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(Samples.Of(tag).HtmlAsync);
            Assert.StartsWith($"<{tag}> must stand in ", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Either the value is written so that a browser reads the same text, or it is none of those that the attribute knows.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Hostile_text_stays_text(string tag, string attribute)
    {
        string[] choices = ["variant", "label-size", "legend-size", "width", "colour"];
        var element = Samples.Of(tag, without: attribute);
        if (tag is "govuk-radios" or "govuk-checkboxes" or "govuk-date-input") element.With("legend", "Which?").With("error", "Say it");
        if (tag == "govuk-fieldset") element["id"] = "an-id";
        if (tag == "govuk-error-summary") element["errors"] = new List<FieldError> { new("a", "b") };
        element[attribute] = Hostile;
        var whole = Samples.Around(element);
        if (choices.Contains(attribute, StringComparer.Ordinal))
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(whole.HtmlAsync);
            Assert.Contains($"<{tag}> knows no {attribute}=", refusal.Message, StringComparison.Ordinal);
            return;
        }

        AssertHarmless(await whole.HtmlAsync(), isWritten: !onlyCompared.Contains((tag, attribute)));
    }

    [Fact]
    public async Task Hostile_text_elsewhere_stays_text()
    {
        AssertHarmless(await new Element("govuk-error-summary").With("errors", new List<FieldError> { new(Hostile, "b") }).HtmlAsync());
        AssertHarmless(await new Element("govuk-error-summary").With("errors", new List<FieldError> { new("a", Hostile) }).HtmlAsync());
        AssertHarmless(await new Element("govuk-error-summary").With("errors", new List<FieldError> { new("", Hostile) }).HtmlAsync());
        foreach (var tag in Razor.Helpers.Keys.Except(["govuk-hint", "govuk-legend", "govuk-divider", "govuk-summary-actions", "govuk-error-summary"],
            StringComparer.Ordinal))
        {
            AssertHarmless(await Samples.Around(Samples.Of(tag).With("class", Hostile)).HtmlAsync());
            AssertHarmless(await Samples.Around(Samples.Of(tag).With("data-note", Hostile)).HtmlAsync());
        }
    }

    [Fact]
    public async Task Attributes_of_one_element_are_not_those_of_the_next()
    {
        var html = await new Element("govuk-fieldset").With("legend", "Which?").Add(
            new Element("govuk-button").With("class", "first").With("data-first", "1").Add("One"),
            new Element("govuk-button").With("class", "second").With("formnovalidate", true).Add("Two")).HtmlAsync();
        var buttons = Dom.Body(html).QuerySelectorAll("button");
        Assert.Equal("govuk-button first", buttons[0].ClassName);
        Assert.Equal("1", buttons[0].GetAttribute("data-first"));
        Assert.Equal("govuk-button second", buttons[1].ClassName);
        Assert.True(buttons[1].HasAttribute("formnovalidate"));
        Assert.False(buttons[1].HasAttribute("data-first"));
    }

    private static void AssertHarmless(string html, bool isWritten = true)
    {
        var body = Dom.Body(html);
        Assert.Empty(body.QuerySelectorAll("script, b"));
        var texts = body.Descendants().OfType<IText>().Select(text => text.Data)
            .Concat(body.QuerySelectorAll("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Value));
        if (isWritten) Assert.Contains(texts, text => text.Contains(Hostile, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }
}
