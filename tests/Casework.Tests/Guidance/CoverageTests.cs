using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Guidance;

/// <summary>Which statement lives where. A list of all statements is no place to live: only what cites a statement by name counts.</summary>
public sealed partial class CoverageTests
{
    private static readonly string[] mustLive =
    [
        .. Each("S0.", 1, 3), .. Each("S1.", 1, 8), "S2.1", .. Each("S2.", 2, 6), .. Each("S2.1.", 1, 14), "S2.1.19", "S2.1.20", "S2.1.22", "S2.1.23",
        .. Each("S2.2.", 1, 9), .. Each("S2.2.", 12, 14), "S2.2.38", .. Each("S3.", 1, 7), .. Each("S4.", 1, 6), .. Each("S5.", 1, 3),
        .. Each("N", 1, 7), .. Each("N", 11, 14), "N19", "N20",
    ];

    [Fact]
    public void The_page_on_coverage_is_up_to_date() => Approved.Matches(Page(RuleBook.Standard.Newest), "docs", "coverage.md");

    [Fact]
    public void The_statements_that_triage_carries_out_live_in_it() => Assert.Empty(Missing(RuleBook.Standard.Newest.Citations()));

    [Fact]
    public void Planted_a_statement_that_nothing_cites_any_more_is_seen() => Assert.Equal(["S2.2.38"], Missing(
        RuleBook.Standard.Newest.Citations().Where(c => c.Key != "S2.2.38").SelectMany(c => c, (c, by) => (c.Key, by)).ToLookup(c => c.Key, c => c.by)));

    // What a guard cites is what its entry is recorded for: each id in the sources of the procedures lives somewhere.
    [Fact]
    public void Every_id_that_the_procedures_name_lives_where_they_carry_it_out()
    {
        var citations = RuleBook.Standard.Newest.Citations();
        var named = Directory.EnumerateFiles(Repository.Path("src", "Casework", "Procedures"), "*.cs")
            .SelectMany(file => Ids().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value)).Distinct().ToList();
        Assert.True(named.Count > 8, $"{named.Count}");
        Assert.All(named, id => Assert.Contains(citations[id], one => one.What is "entry" or "field" || one.Use == StatementUse.Owed));
    }

    [Fact]
    public void What_cases_carry_out_stands_in_its_column()
    {
        var citations = RuleBook.Standard.Newest.Citations();
        foreach (var id in "N8 N9".Split(' '))
            Assert.Superset(new HashSet<StatementUse> { StatementUse.Recorded, StatementUse.Owed }, citations[id].Select(one => one.Use).ToHashSet());
        Assert.DoesNotContain(citations.SelectMany(one => one), one => one.Name == "step-taken");
    }

    [Fact]
    public void Planted_an_id_that_neither_document_holds_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Recordable.Of<Casework.Procedures.Referral.Chased>("planted/1", Place.Case, cites: ["S9.9"]));
        Assert.Throws<ArgumentException>(() => new Procedure("planted", []) { Duties = [new("planted", "Plant") { Cites = ["S9.9"] }] });
        Assert.Throws<ArgumentException>(() => new Asked("planted", AskedAs.Line, "Planted?") { Cites = ["S9.9"] });
    }

    [GeneratedRegex("\"(?<id>[SN]\\d[\\d.]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    [Fact]
    public void Guidance_says_beside_what_it_stands()
    {
        Assert.Contains("guidance devices-and-platforms, beside page 4", RuleBook.Standard.Newest.Citations()["S1.1"].Select(c => c.ToString()));
        Assert.Contains("directory entry childnet", RuleBook.Standard.Newest.Citations()["S1.2"].Select(c => c.ToString()));
        Assert.Equal(RelatedProcedure.All.Count, RuleBook.Standard.Newest.Citations()["S0.2"].Count(c => c.What == "related procedure"));
    }

    private static IEnumerable<string> Missing(ILookup<string, Citation> citations) => mustLive.Where(id => !citations.Contains(id));

    private static IEnumerable<string> Each(string section, int first, int last) => Enumerable.Range(first, last - first + 1).Select(i => $"{section}{i}");

    private static string Page(Edition edition)
    {
        var citations = edition.Citations();
        Statement[] all = [.. edition.Chapter.Statements, .. edition.Supplement.Statements];
        string OfAll(Document document, string name) => $"{Count(document, citations)} of the {name}'s {document.Statements.Count}";
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Where each statement lives

            {all.Count(s => citations.Contains(s.Id))} of {all.Length} statements live in the program: {OfAll(edition.Chapter, "chapter")}, {OfAll(edition.Supplement, "supplement")}.

            The procedure is kept as numbered statements. S… are statements of the chapter, restated in our words; N… are of the supplement, which
            holds what the chapter does not say and practice needs. This page shows, for each statement, what in the program makes something of it, in
            four columns: *shown* to whoever needs it (a hand-over, a note on the law, guidance, a related procedure, an entry of the directory of
            help); *asked* (a question, a form of harm, a field of a form of a case); *recorded* by an entry of its own, with what guards ask for; *owed*
            as a duty or a referral. *Not yet* means that nothing does. A box in which whatever was done is written counts for nothing here, nor do
            pages that merely list the statements.

            The page is made from the program's own tables, and a test fails when the two differ. Do not edit it: run `./dev approve`, and read
            what changed before you commit it.

            """);
        Chapter(page, edition.Chapter, citations);
        Supplement(page, edition.Supplement, citations);
        return page.ToString();
    }

    private static void Chapter(StringBuilder page, Document chapter, ILookup<string, Citation> citations)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {chapter.Title} ({chapter.Edition})\n");
        foreach (var section in chapter.Statements.GroupBy(s => s.Section))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {(section.Key.Length == 0 ? "Front matter" : $"Section {section.Key}")}\n\n");
            page.Append("| statement | force | what it says | shown | asked | recorded | owed |\n|---|---|---|---|---|---|---|\n");
            foreach (var s in section) page.Append(CultureInfo.InvariantCulture, $"| {s.Id} | {s.Force} | {s.Text} | {Homes(citations[s.Id])} |\n");
        }
    }

    private static void Supplement(StringBuilder page, Document supplement, ILookup<string, Citation> citations)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {supplement.Title} ({supplement.Edition})\n\n");
        page.Append("The supplement has no force of its own: its source, and how far that could be checked, stand in its place.\n\n");
        page.Append("| statement | source | checked | what it says | shown | asked | recorded | owed |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var s in supplement.Statements)
            page.Append(CultureInfo.InvariantCulture, $"| {s.Id} | {s.Source} | {s.Checked} | {s.Text} | {Homes(citations[s.Id])} |\n");
    }

    private static string Homes(IEnumerable<Citation> citations)
    {
        var all = citations.Distinct().ToList();
        return all.Count == 0 ? "*not yet* | | |" : string.Join(" | ", Enum.GetValues<StatementUse>().Select(use =>
            string.Join("; ", all.Where(one => one.Use == use).Select(one => one.ToString()))));
    }

    private static int Count(Document document, ILookup<string, Citation> citations) => document.Statements.Count(s => citations.Contains(s.Id));
}
