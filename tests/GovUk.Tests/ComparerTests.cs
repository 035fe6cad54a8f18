using AngleSharp.Dom;
using Xunit;

namespace Lapwing.GovUk.Tests;

/// <summary>The comparer sees what matters, and only that.</summary>
public sealed class ComparerTests
{
    private static readonly Element radios = new Element("govuk-radios").With("name", "age").With("legend", "How old?").With("hint", "About")
        .With("error", "Say it").Add(
        new Element("govuk-radio").With("value", "young").With("label", "Young").With("hint", "Under 16").Add("<p>more</p>"),
        new Element("govuk-divider").Add("or"));

    [Fact]
    public async Task Planted_any_altered_attribute_or_text_or_lost_element_is_seen()
    {
        var html = await radios.HtmlAsync();
        Assert.Null(Dom.Difference(html, html));
        var count = 0;
        foreach (var altered in Alterations(html))
        {
            Assert.NotNull(Dom.Difference(html, altered));
            count++;
        }

        Assert.True(count > 60, $"only {count} alterations");
    }

    [Theory]
    [InlineData("govuk-form-group--error", "govuk-form-group--eror")]
    [InlineData("aria-describedby=\"age-hint age-error\"", "aria-describedby=\"age-error age-hint\"")]
    [InlineData(" data-aria-controls=\"conditional-age\"", "")]
    [InlineData(" govuk-radios__conditional--hidden", "")]
    [InlineData("Error:", "Error")]
    [InlineData("type=\"radio\"", "type=\"radio\" checked")]
    public async Task Planted_one_fault_is_seen(string right, string wrong)
    {
        var html = await radios.HtmlAsync();
        Assert.Contains(right, html, StringComparison.Ordinal);
        Assert.NotNull(Dom.Difference(html, html.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Order_of_attributes_and_classes_and_space_between_elements_do_not_matter() => Assert.Null(Dom.Difference(
        "<div class='a b' id=c><p>Some text</p><textarea>\nx</textarea></div>",
        "\n<div id=c class='b  a'>\n  <p>\n Some\n text </p>\n<textarea>x</textarea></div>\n"));

    [Theory]
    [InlineData("<textarea>x</textarea>", "<textarea> x</textarea>")]
    [InlineData("<p>Some text</p>", "<p>Sometext</p>")]
    [InlineData("<p>a&nbsp;b</p>", "<p>a b</p>")]
    [InlineData("<p></p><p></p>", "<p></p>")]
    [InlineData("<p></p>", "<p></p><p></p>")]
    [InlineData("<p><b>a</b></p>", "<p>a</p>")]
    public void Text_and_structure_matter(string one, string other) => Assert.NotNull(Dom.Difference(one, other));

    private static IEnumerable<string> Alterations(string html)
    {
        for (var i = 0; i < Dom.Body(html).Descendants().Count(); i++)
        {
            var attributes = Dom.Body(html).Descendants().ElementAt(i) is IElement element ? element.Attributes.Length : -1;
            if (attributes < 0) yield return Altered(html, i, node => node.TextContent += "x");
            for (var j = 0; j < attributes; j++)
            {
                var index = j;
                yield return Altered(html, i, node => ((IElement)node).Attributes[index]!.Value += "x");
                yield return Altered(html, i, node => ((IElement)node).RemoveAttribute(((IElement)node).Attributes[index]!.Name));
            }

            yield return Altered(html, i, node => node.Parent!.RemoveChild(node));
        }
    }

    private static string Altered(string html, int node, Action<INode> alter)
    {
        var body = Dom.Body(html);
        alter(body.Descendants().ElementAt(node));
        return body.InnerHtml;
    }
}
