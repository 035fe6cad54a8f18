using System.Text.RegularExpressions;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Tests.Triage;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Guidance;

public sealed partial class RegisterTests
{
    private static readonly string[] forces = ["must", "should", "consider", "may", "inform", "may / should"];
    private static readonly Edition edition = RuleBook.Standard.Newest;

    [Fact]
    public void Chapter_and_supplement_are_whole()
    {
        Assert.Equal((122, 22), (Document.Chapter.Statements.Count, Document.Supplement.Statements.Count));
        Assert.Equal(("derby-and-derbyshire-e-safety/1", "national/1"), (Document.Chapter.Edition, Document.Supplement.Edition));
        Assert.Equal(144, RuleBook.Standard.Statements.Count());
    }

    [Fact]
    public void Both_are_in_force_from_2016_and_open_ended() => Assert.All(new[] { Document.Chapter, Document.Supplement }, document =>
    {
        Assert.Equal(new DateOnly(2016, 1, 1), document.From);
        Assert.Null(document.Until);
        Assert.NotEmpty(document.Title);
    });

    [Fact]
    public void Every_id_is_well_formed_and_stands_once()
    {
        string[] ids = [.. RuleBook.Standard.Statements.Select(s => s.Id)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches(WellFormed(), id));
        Assert.All(Document.Chapter.Statements, s => Assert.True(s.Id[0] == 'S' && s.IsOfTheChapter && s.Edition == Document.Chapter.Edition));
        Assert.All(Document.Supplement.Statements, s => Assert.True(s.Id[0] == 'N' && !s.IsOfTheChapter && s.Edition == Document.Supplement.Edition));
    }

    [Fact]
    public void Every_statement_says_something_with_a_force_or_a_source()
    {
        Assert.All(RuleBook.Standard.Statements, s => Assert.Matches("[.?][)\"]?$", s.Text));
        Assert.All(Document.Chapter.Statements, s => Assert.Contains(s.Force, forces));
        Assert.All(Document.Supplement.Statements, s => Assert.True(s.Force.Length == 0 && s.Source!.Length > 0 && s.Checked!.Length > 0, s.Id));
    }

    [Fact]
    public void A_statement_stands_in_the_section_of_its_heading()
    {
        var headings = HeadingOfEachStatement().ToDictionary(s => s.Id, s => s.Section);
        Assert.Equal(122, headings.Count);
        Assert.All(Document.Chapter.Statements, s => Assert.Equal(headings[s.Id], s.Section));
        Assert.All(Document.Supplement.Statements, s => Assert.Empty(s.Section));
    }

    [Fact]
    public void A_statement_says_where_it_stands()
    {
        Assert.Equal("S2.1.8, section 2.1 (must)", Document.Chapter.Find("S2.1.8")!.Where);
        Assert.Equal("S0.1, front matter (inform)", Document.Chapter.Find("S0.1")!.Where);
        Assert.Equal("National guidance N3; source: reading of S1.3, S1.5; how sure we are: general practice, to be confirmed by the partnership",
            Document.Supplement.Find("N3")!.Where);
        Assert.EndsWith("how sure we are: could not be checked", Document.Supplement.Find("N15")!.Where, StringComparison.Ordinal);
        Assert.Null(Document.Chapter.Find("N3"));
    }

    [Fact]
    public void A_rule_book_refuses_editions_that_do_not_come_into_force_one_after_the_other() =>
        Assert.Throws<ArgumentException>(() => new RuleBook(RuleBook.Standard.Calendar, edition, edition));

    [Fact]
    public void Every_id_that_is_cited_exists() => Assert.Empty(UnknownIn(edition.Citations()));

    [Fact]
    public void Planted_a_citation_that_does_not_exist_is_seen() =>
        Assert.Equal(["S9.9"], UnknownIn("S2.1 S9.9".Split(' ').ToLookup(id => id, _ => new Citation("form of harm", "grooming"))));

    [Fact]
    public void Every_form_question_and_row_cites_something()
    {
        Assert.All(Forms.All, form => Assert.NotEmpty(form.Statements));
        Assert.All(Questions.All.Append(ChildFacts.AgeOfChildrenShown), question => Assert.NotEmpty(question.Statements));
        Assert.All(edition.Rows, row => Assert.NotEmpty(row.Cites));
    }

    [Fact]
    public void An_edition_refuses_a_citation_that_does_not_exist()
    {
        var refusal = Assert.Throws<ArgumentException>(() => PlantedEditions.With(rule: r => r.Name == "adult" ? r with { Cites = ["S2.1.8", "S2.1.99"] } : r));
        Assert.Contains("S2.1.99", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PlantedEditions.With(duty: d => d.Duty == DutyKind.OfferSupport ? d with { Cites = ["N23"] } : d));
    }

    [Theory]
    [InlineData("# No edition\n- in force: 2016-01-01 – \n")]
    [InlineData("# No dates\n- edition: x/1\n")]
    public void A_document_without_its_edition_and_dates_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Document.Parse(new StringReader(text)));

    [Fact]
    public void A_document_with_an_id_twice_is_refused() => Assert.Throws<ArgumentException>(() =>
        Document.Parse(new StringReader("- edition: x/1\n- in force: 2016-01-01 – \n| S1.1 | must | One. |\n| S1.1 | must | Other. |\n")));

    [Fact]
    public void A_document_may_have_an_end() => Assert.Equal(new DateOnly(2026, 12, 31),
        Document.Parse(new StringReader("- edition: x/1\n- in force: 2016-01-01 – 2026-12-31\n| S1.1 | must | One. |\n")).Until);

    private static IEnumerable<string> UnknownIn(ILookup<string, Citation> citations) =>
        citations.Select(c => c.Key).Where(id => Document.Chapter.Find(id) is null && Document.Supplement.Find(id) is null);

    private static IEnumerable<(string Id, string Section)> HeadingOfEachStatement()
    {
        var section = "";
        foreach (var line in File.ReadLines(Repository.Path("src", "Casework", "Rules", "Editions", "derby-and-derbyshire-e-safety-1.md")))
        {
            if (line.StartsWith('#')) section = Heading().Match(line).Groups["number"].Value;
            else if (line.StartsWith("| S", StringComparison.Ordinal)) yield return (line.Split(' ')[1], section);
        }
    }

    [GeneratedRegex(@"^(S\d(\.\d{1,2}){1,2}|N\d{1,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"^#+ (?<number>\d[\d.]*)? ?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
