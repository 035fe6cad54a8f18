using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Web.Pages.Manual;
using Xunit;

namespace Lapwing.Web.Tests.Manual;

/// <summary>The pages of the manual show the rows that decide.</summary>
public sealed class ManualPageTests(Server server)
{
    private static readonly Edition edition = RuleBook.Standard.Newest;

    public static TheoryData<string> Addresses =>
    [
        "/manual", "/manual/section/front", "/manual/section/2.2", "/manual/statement/S1.8", "/manual/statement/N1", "/manual/supplement", "/manual/tables",
        "/manual/forms", "/manual/questions", "/manual/law", "/manual/procedures", "/manual/search", "/directory",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_has_a_title_one_heading_crumbs_and_no_id_twice(string address)
    {
        var page = await server.Http.Page(address);
        Assert.EndsWith(" – Lapwing", page.Title!, StringComparison.Ordinal);
        Assert.NotEqual(" – Lapwing", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll(".govuk-breadcrumbs [aria-current=page]"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("main h2, main h3, main h1").Zip(page.QuerySelectorAll("main h2, main h3, main h1").Skip(1)),
            pair => Assert.True(pair.Second.LocalName[1] - pair.First.LocalName[1] <= 1, $"{pair.Second.Words()} skips a level"));
    }

    [Fact]
    public async Task The_first_page_says_what_is_covered_how_to_read_it_and_since_when()
    {
        var words = (await server.Http.Page("/manual")).Body!.Words();
        Assert.Contains("how to refer a worry about a child, or about an adult who looked at illegal material", words, StringComparison.Ordinal);
        Assert.All(InManual.Forces, force => Assert.Contains($"{force.Force} {force.Means}", words, StringComparison.Ordinal));
        Assert.Contains("National guidance", words, StringComparison.Ordinal);
        Assert.Contains("derby-and-derbyshire-e-safety/1: in force since 1 January 2016", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_have_a_row_for_each_row_that_decides_and_for_each_name()
    {
        var page = await server.Http.Page("/manual/tables");
        Assert.All(edition.Rows, row => Assert.NotNull(page.GetElementById(InManual.Anchor(row.What, row.Name))));
        var names = edition.Rows.SelectMany(row => (row.When?.Names ?? []).Concat(row.UnlessNo?.Names ?? [])).Select(n => n.Name).Distinct().Count();
        Assert.Equal(edition.Rows.Count + names, page.QuerySelectorAll("tbody tr").Length);
        Assert.All(page.QuerySelectorAll("table"), table =>
            Assert.Equal(("0", "region"), (table.ParentElement!.GetAttribute("tabindex"), table.ParentElement.GetAttribute("role"))));
        Assert.DoesNotMatch("[`*]", page.QuerySelector("main")!.TextContent);
        Assert.Contains("sexual and sexual acts are involved and a child shown is under 13", page.GetElementById("rule-under-13")!.Words(),
            StringComparison.Ordinal);
        Assert.Contains("while adult is yes, or is not known and there is a referral to the police",
            page.GetElementById("duty-offer-removal-help")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forms_say_what_each_brings_alone()
    {
        var page = await server.Http.Page("/manual/forms");
        Assert.Equal(Forms.All.Select(f => (f.Name, f.Words)), page.QuerySelectorAll("main h2").Select(h => (h.Id!, h.Words())));
        Assert.Contains("Refer to the police or children's social care: rule coerced", Of("grooming"), StringComparison.Ordinal);
        Assert.DoesNotContain("Refer to", Of("online-bullying"), StringComparison.Ordinal);
        Assert.Contains("Speak to the Prevent lead", Of("extremism"), StringComparison.Ordinal);
        Assert.Contains("Nobody pays or sends anything more.", Of("blackmail-or-payment"), StringComparison.Ordinal);

        string Of(string form)
        {
            var words = "";
            for (var next = page.GetElementById(form)!.NextElementSibling; next is not null && next.LocalName != "h2"; next = next.NextElementSibling)
                words += $" {next.Words()}";
            return words;
        }
    }

    [Fact]
    public async Task Every_question_and_every_note_stands_in_the_manual()
    {
        var questions = await server.Http.Page("/manual/questions");
        var all = questions.Body!.Words() + (await server.Http.Page("/manual/forms")).Body!.Words();
        Assert.All(Questions.All.Append(ChildFacts.AgeOfChildrenShown), q => Assert.Equal(q.Ask, questions.GetElementById(q.Name)!.Words()));
        Assert.All(GuidanceNotes.All, note => Assert.Contains(note.Words, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_law_names_every_note_and_the_other_Act_and_that_nobody_decides_it_here()
    {
        var page = await server.Http.Page("/manual/law");
        var words = page.Body!.Words();
        Assert.All(edition.LegalNotes, note => Assert.All(note.Cites, id => Assert.Contains(edition.Statement(id).Text, words, StringComparison.Ordinal)));
        Assert.Contains("Not in the chapter: possession alone falls under another Act, the Criminal Justice Act 1988, section 160.", words,
            StringComparison.Ordinal);
        Assert.Contains("Practitioners decide none of this.", words, StringComparison.Ordinal);
        Assert.Contains(edition.Statement("S1.8").Text, words, StringComparison.Ordinal);
    }
}
