using AngleSharp.Dom;
using Xunit;

namespace Lapwing.GovUk.Tests;

/// <summary>What no fixture of the design system shows.</summary>
public sealed class HelperTests
{
    private static readonly string[] groups = ["govuk-radios", "govuk-checkboxes", "govuk-date-input"];
    private static readonly string[] questions = ["govuk-input", "govuk-textarea", "govuk-select", .. groups];

    [Fact]
    public async Task An_empty_error_or_hint_is_none()
    {
        foreach (var tag in questions)
        {
            var none = await Samples.Of(tag).HtmlAsync();
            Assert.Equal(none, await Samples.Of(tag).With("error", "").With("hint", "").HtmlAsync());
            Assert.DoesNotContain("error", none, StringComparison.Ordinal);
            var error = Dom.Body(await Samples.Of(tag).With("error", "Say it").With("legend", groups.Contains(tag) ? "Which?" : null).HtmlAsync());
            Assert.Equal("Error: Say it", error.QuerySelector("#some-name-error")!.TextContent);
            Assert.NotNull(error.QuerySelector(".govuk-form-group--error"));
        }
    }

    [Fact]
    public async Task A_hint_may_be_more_than_text()
    {
        foreach (var tag in questions.Append("govuk-fieldset"))
        {
            var element = Samples.Of(tag).With("legend", groups.Contains(tag) ? "Which?" : null).With("described-by", "above");
            if (tag == "govuk-fieldset") element["id"] = "some-name";
            var body = Dom.Body(await element.Add(new Element("govuk-hint").Add("See <a href=\"/s\">3.2</a>")).HtmlAsync());
            Assert.Equal("See <a href=\"/s\">3.2</a>", body.QuerySelector("#some-name-hint.govuk-hint")!.InnerHtml);
            Assert.NotNull(body.QuerySelector("[aria-describedby='above some-name-hint']"));
        }
    }

    [Fact]
    public async Task A_fieldset_with_a_hint_needs_an_id()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(Samples.Of("govuk-fieldset").With("hint", "Help").HtmlAsync);
        Assert.Equal("<govuk-fieldset> needs the attribute id.", refusal.Message);
    }

    [Fact]
    public async Task An_item_may_have_a_rich_hint_and_no_conditional_content()
    {
        var item = Samples.Of("govuk-radio").Add("\n  ", new Element("govuk-hint").Add("<em>Only</em> then"), "\n");
        var body = Dom.Body(await Samples.Around(item).HtmlAsync());
        Assert.Equal("<em>Only</em> then", body.QuerySelector("#some-name-item-hint")!.InnerHtml);
        Assert.Null(body.QuerySelector(".govuk-radios__conditional, [data-aria-controls]"));
    }

    [Fact]
    public async Task A_question_within_an_answer_keeps_its_own_parts()
    {
        var inner = new Element("govuk-radios").With("name", "inner").With("legend", "Which?").With("value", "b").Add(
            new Element("govuk-hint").Add("inner hint"), Samples.Of("govuk-radio").With("value", "a"), new Element("govuk-radio").With("value", "b")
            .With("label", "B"));
        var outer = new Element("govuk-radios").With("name", "outer").With("value", "yes").Add(
            new Element("govuk-radio").With("value", "yes").With("label", "Yes").Add(inner), new Element("govuk-radio").With("value", "no")
            .With("label", "No"));
        var body = Dom.Body(await outer.HtmlAsync());
        Assert.Equal(["outer", "inner", "inner-2", "outer-2"], body.QuerySelectorAll("input").Select(input => input.Id));
        Assert.Equal(["outer", "inner-2"], body.QuerySelectorAll("input[checked]").Select(input => input.Id));
        Assert.Equal("inner hint", body.QuerySelector("#inner-hint")!.TextContent);
        Assert.Equal("conditional-outer", body.QuerySelector(".govuk-radios__conditional:not(.govuk-radios__conditional--hidden)")!.Id);
    }

    [Fact]
    public async Task Options_may_stand_in_groups()
    {
        var group = new Element("govuk-option-group").With("label", "Near").Add(new Element("govuk-option").With("value", "derby").Add("Derby"));
        var html = await Samples.Of("govuk-select").With("value", "derby").Add(group).HtmlAsync();
        Assert.Contains("<optgroup label=\"Near\"><option value=\"derby\" selected>Derby</option></optgroup>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_may_be_a_button_and_says_what_it_changes()
    {
        var row = new Element("govuk-summary-row").With("key", "Age").Add("15", new Element("govuk-summary-actions").Add("<button>Remove</button>"),
            new Element("govuk-summary-action").With("href", "/age").With("visually-hidden", "age").Add("Change"));
        var body = Dom.Body(await new Element("govuk-summary-list").Add(row, new Element("govuk-summary-row").With("key", "Name").Add("not known"))
            .HtmlAsync());
        Assert.Equal(["<button>Remove</button>", "Change age"], [body.QuerySelector("li")!.InnerHtml, body.QuerySelector("li a")!.TextContent]);
        Assert.Equal(["15", "not known"], body.QuerySelectorAll(".govuk-summary-list__value").Select(value => value.TextContent));
        Assert.Single(body.QuerySelectorAll(".govuk-summary-list__row--no-actions"));
    }

    [Fact]
    public async Task Text_that_starts_with_a_line_break_keeps_it()
    {
        var body = Dom.Body(await Samples.Of("govuk-textarea").With("value", "\nsecond line").HtmlAsync());
        Assert.Equal("\nsecond line", body.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task No_errors_no_summary() => Assert.Equal("", await Samples.Of("govuk-error-summary").HtmlAsync());

    [Fact]
    public async Task A_date_without_an_error_has_no_wrong_fields()
    {
        var html = await Samples.Of("govuk-date-input").With("error-fields", "day").HtmlAsync();
        Assert.DoesNotContain("govuk-input--error", html, StringComparison.Ordinal);
        var names = Dom.Body(html).QuerySelectorAll("input").Select(input => input.GetAttribute("name"));
        Assert.Equal(["some-name-day", "some-name-month", "some-name-year"], names);
    }

    [Fact]
    public async Task Content_that_would_be_lost_is_refused()
    {
        foreach (var tag in new[] { "govuk-input", "govuk-textarea", "govuk-date-input", "govuk-error-summary" })
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(Samples.Of(tag).Add("lost").HtmlAsync);
            Assert.Equal($"<{tag}> takes no content of its own.", refusal.Message);
        }
    }

    [Fact]
    public async Task A_back_link_says_Back_unless_it_says_more()
    {
        Assert.Equal("Back", Dom.Body(await Samples.Of("govuk-back-link").Add(" ").HtmlAsync()).TextContent);
        Assert.Equal("To the list", Dom.Body(await Samples.Of("govuk-back-link").Add("To the list").HtmlAsync()).TextContent);
    }

    [Fact]
    public async Task Blue_is_what_a_tag_is_without_a_class() =>
        Assert.Equal(await new Element("govuk-tag").HtmlAsync(), await new Element("govuk-tag").With("colour", "blue").HtmlAsync());
}
