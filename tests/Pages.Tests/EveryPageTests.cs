using Lapwing.Casework.Rules;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>Every page that a link leads to: accessible, no wider than a telephone, and without a complaint of the browser.</summary>
public sealed class EveryPageTests(Browser browser)
{
    // Which elements stand in which. Many statements are the same in that; axe looks at one of each kind.
    private const string Kind =
        "() => [...new Set([...document.body.querySelectorAll('*')].map(e => `${e.parentElement.tagName} ${e.tagName} ${e.className}`))].sort().join()";

    private static readonly string[] starts = ["/", "/manual", "/directory", "/try/1", "/help-now/paper", "/check/start-again", "/check/finished"];

    [Fact]
    public async Task Every_page_that_links_lead_to_is_sound()
    {
        var found = new SortedSet<string>(starts, StringComparer.Ordinal);
        var waiting = new Queue<string>(starts);
        var (faults, kinds) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        await using var visit = await browser.Open(320);
        while (waiting.TryDequeue(out var address))
        {
            await visit.Go(address);
            var isNew = kinds.Add(await visit.Page.EvaluateAsync<string>(Kind));
            var failure = await Record.ExceptionAsync(() => isNew ? Sound.Page(visit) : Sound.WithoutScript(visit));
            if (failure is not null) faults.Add(failure.Message);
            faults.AddRange(visit.Complaints.Select(complaint => $"{address}: {complaint}"));
            if (faults.Count > 5) break;
            foreach (var link in await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin "
                + "=== location.origin).map(a => a.pathname + a.search)"))
                if (!link.StartsWith("/openapi", StringComparison.Ordinal) && found.Add(link)) waiting.Enqueue(link);
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.InRange(kinds.Count, 20, found.Count);
        foreach (var statement in RuleBook.Standard.Statements) Assert.Contains($"/manual/statement/{statement.Id}", found);
        foreach (var address in new[] { "/check/1", "/try", "/try/12", "/help-now", "/manual/tables", "/manual/law", "/manual/procedures",
            "/manual/questions", "/manual/forms" }) Assert.Contains(address, found);
    }

    [Theory]
    [InlineData("grooming")]
    [InlineData("xyzzy")]
    public async Task What_a_search_finds_is_sound(string words)
    {
        await using var visit = await browser.Open(320);
        var walk = new Walk(visit, Sound.Page);
        await walk.Go("/manual/search");
        await walk.Page.FillAsync("[name=words]", words);
        await walk.Press("Search");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_page_with_all_facts_is_sound_with_many_children_and_after_a_change(int width)
    {
        await using var visit = await browser.Open(width);
        var walk = new Walk(visit, Sound.Page);
        await walk.Go("/try/5");
        for (var i = 0; i < 3; i++) await walk.Press("Add another child");
        await walk.Page.SelectOptionAsync("#immediate-danger", "yes");
        await walk.Press("Show the decision");
        Assert.Contains("Call 999 first", await walk.Page.InnerTextAsync("#decision"), StringComparison.Ordinal);
        await walk.Press("Remove child 1");
    }
}
