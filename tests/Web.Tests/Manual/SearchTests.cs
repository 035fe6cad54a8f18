using System.Net;
using AngleSharp.Html.Dom;
using Lapwing.Casework.Rules;
using Xunit;

namespace Lapwing.Web.Tests.Manual;

/// <summary>Search finds by id, word and part of a word, and tells nobody what was searched for.</summary>
public sealed class SearchTests(Server server)
{
    [Fact]
    public async Task Before_anything_is_searched_for_there_is_the_box_alone()
    {
        var page = await server.Http.Page("/manual/search");
        Assert.Equal("", Typed(page));
        Assert.Null(page.GetElementById("results"));
        Assert.Equal(("post", "/manual/search"), (page.QuerySelector("form")!.GetAttribute("method"), page.QuerySelector("form")!.GetAttribute("action")));
    }

    [Fact]
    public async Task Words_in_the_address_are_not_taken()
    {
        var page = await server.Http.Page("/manual/search?words=grooming");
        Assert.Equal("", Typed(page));
        Assert.Null(page.GetElementById("results"));
    }

    [Fact]
    public async Task Every_statement_is_found_first_by_its_id()
    {
        foreach (var statement in RuleBook.Standard.Statements)
        {
            var first = Found(await server.Http.Search(statement.Id.ToLowerInvariant()))[0];
            Assert.Equal((statement.Id, $"/manual/statement/{statement.Id}"), first);
        }
    }

    [Theory]
    [InlineData("grooming", "/manual/forms#grooming")]
    [InlineData("GROOM", "/manual/forms#grooming")]
    [InlineData("arrested", "/manual/questions#arrested")]
    [InlineData("prevent lead", "/manual/tables#duty-consult-prevent-lead")]
    [InlineData("lado", "/manual/tables#rule-position-of-trust")]
    [InlineData("childli", "/directory#childline")]
    [InlineData("sexually active", "/manual/procedures#sexually-active-under-18s")]
    [InlineData("games console", "/manual/statement/S1.1")]
    [InlineData("  looked-after   child ", "/manual/statement/N22")]
    public async Task It_finds_by_a_word_part_of_a_word_and_several_words(string words, string place) =>
        Assert.Contains(place, Found(await server.Http.Search(words)).Select(one => one.Href));

    [Fact]
    public async Task What_has_every_word_in_its_title_comes_first() =>
        Assert.Equal("/directory#childline", Found(await server.Http.Search("childline"))[0].Href);

    [Fact]
    public async Task Many_places_are_cut_and_say_so()
    {
        var page = await server.Http.Search("a");
        Assert.Equal(40, Found(page).Count);
        Assert.Contains("Add a word to find fewer.", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_and_keeps_what_was_typed()
    {
        var page = await server.Http.Search("xyzzy");
        Assert.Contains("Nothing found. Try part of a word.", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("xyzzy", Typed(page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_search_shows_the_box_again(string words)
    {
        var page = await server.Http.Search(words);
        Assert.Null(page.GetElementById("results"));
        Assert.DoesNotContain("Nothing found", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' onfocus='alert(1)")]
    [InlineData("</title><b>&amp;")]
    public async Task Hostile_text_stays_text_and_is_said_nowhere_but_in_the_box(string words)
    {
        var page = await server.Http.Search(words);
        Assert.Equal(words, Typed(page));
        Assert.Equal("Search – Manual – Lapwing", page.Title);
        Assert.Equal(1, page.QuerySelectorAll("script").Length);
        Assert.DoesNotContain("alert", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[onfocus]"));
    }

    [Fact]
    public async Task A_hundred_words_are_no_harm() => Assert.Equal(HttpStatusCode.OK,
        (await server.Http.Search(string.Join(' ', Enumerable.Repeat("child", 5000)))).StatusCode);

    private static string? Typed(IHtmlDocument page) => page.QuerySelector("input[name=words]")!.GetAttribute("value") ?? "";

    private static List<(string Title, string Href)> Found(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#results ~ ul > li > a").Select(a => (a.Words(), a.GetAttribute("href")!))];
}
