using System.Net;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Testing;
using Lapwing.Web.Pages.Manual;
using Xunit;

namespace Lapwing.Web.Tests.Manual;

/// <summary>Every statement of both documents can be read, alone and among its neighbours.</summary>
public sealed class StatementPageTests(Server server)
{
    public static TheoryData<string> Sections => [.. InManual.Sections.Select(s => s.Address)];

    [Fact]
    public async Task Every_statement_has_a_page_that_says_where_it_stands_and_what_cites_it()
    {
        var citations = RuleBook.Standard.Newest.Citations();
        foreach (var statement in RuleBook.Standard.Statements)
        {
            var page = await server.Http.Page($"/manual/statement/{statement.Id}");
            var words = page.Body!.Words();
            Assert.Equal($"Statement {statement.Id}", page.QuerySelector("h1")!.Words());
            Assert.Contains(statement.Text, words, StringComparison.Ordinal);
            Assert.Contains(statement.IsOfTheChapter ? $"Force {statement.Force}" : $"Source {statement.Source} How sure we are {statement.Sure}",
                words, StringComparison.Ordinal);
            Assert.Equal(!statement.IsOfTheChapter, words.Contains("Not in the chapter.", StringComparison.Ordinal));
            Assert.Equal(!citations.Contains(statement.Id), words.Contains("Nothing in the program carries it out yet.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_cites_a_statement_is_told_in_words()
    {
        var words = (await server.Http.Page("/manual/statement/S2.1.11")).Body!.Words();
        Assert.Contains("Rule: under 13: refer to the police or children's social care", words, StringComparison.Ordinal);
        Assert.Contains("Question: Are sexual acts involved?", words, StringComparison.Ordinal);
        Assert.Contains("Guidance: on page 5 of the questions", words, StringComparison.Ordinal);
        words = (await server.Http.Page("/manual/statement/S1.4")).Body!.Words();
        Assert.Contains("Guidance: beside “Was a child pressured, threatened, blackmailed or groomed?”", words, StringComparison.Ordinal);
        words = (await server.Http.Page("/manual/statement/S0.3")).Body!.Words();
        Assert.Contains("Directory: Internet Watch Foundation", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s2.1.8")]
    [InlineData("n20")]
    public async Task Large_and_small_letters_are_the_same(string id) =>
        Assert.Equal($"Statement {id.ToUpperInvariant()}", (await server.Http.Page($"/manual/statement/{id}")).QuerySelector("h1")!.Words());

    [Theory]
    [InlineData("/manual/statement/S9.9")]
    [InlineData("/manual/statement/%3Cscript%3E")]
    [InlineData("/manual/section/9")]
    [InlineData("/manual/section/2.1.8")]
    [InlineData("/manual/nothing")]
    public async Task What_does_not_exist_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, await server.Http.Status(address));

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task A_section_lists_all_its_statements_in_order(string address)
    {
        var section = InManual.Sections.First(s => s.Address == address).Section;
        Statement[] expected = [.. Document.Chapter.Statements.Where(s => s.Section == section)];
        var page = await server.Http.Page($"/manual/section/{address}");
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(s => s.Id), page.QuerySelectorAll("main h2").Select(h => h.Id));
        Assert.Equal(expected.Select(s => $"{s.Id} {s.Force}"), page.QuerySelectorAll("main h2").Select(h => h.Words()));
        Assert.All(expected, s => Assert.Contains(s.Text, page.Body!.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_sections_are_those_of_the_chapter_with_their_headings()
    {
        Assert.Equal(Document.Chapter.Statements.Select(s => s.Section).Distinct(), InManual.Sections.Select(s => s.Section));
        var file = File.ReadLines(Repository.Path("src", "Casework", "Rules", "Editions", "derby-and-derbyshire-e-safety-1.md"));
        Assert.Equal(file.Where(line => line.StartsWith("##", StringComparison.Ordinal)).Select(line => line.TrimStart('#', ' ')),
            InManual.Sections.Select(s => $"{s.Section} {s.Title}".TrimStart()));
    }

    [Fact]
    public async Task The_supplement_lists_all_its_statements_with_source_and_how_sure_we_are()
    {
        var page = await server.Http.Page("/manual/supplement");
        Assert.Equal(Document.Supplement.Statements.Select(s => $"National guidance {s.Id}"), page.QuerySelectorAll("main h2").Select(h => h.Words()));
        Assert.All(Document.Supplement.Statements, s =>
        {
            Assert.Contains(s.Text, page.Body!.Words(), StringComparison.Ordinal);
            Assert.Contains($"Source: {s.Source}. How sure we are: {s.Sure}.", page.Body!.Words(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_force_is_explained() => Assert.All(Document.Chapter.Statements, s => Assert.NotEmpty(InManual.Means(s.Force)));
}
