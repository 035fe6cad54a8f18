using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Lapwing.Web.Tests.Manual;

/// <summary>No link of the manual or the directory leads nowhere.</summary>
public sealed class LinkTests(Server server)
{
    [Fact]
    public async Task Every_link_of_every_page_leads_to_a_page_and_to_a_part_that_is_there()
    {
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var statuses = new Dictionary<string, HttpStatusCode>(StringComparer.Ordinal);
        var links = new Queue<(string From, string To)>([("", "/manual"), ("", "/directory"), ("", "/manual/search")]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = await server.Http.Search("a");
        foreach (var to in found.Links()) links.Enqueue(("a search", to));
        while (links.TryDequeue(out var link))
        {
            var address = link.To.Split('#')[0];
            var fragment = link.To.Contains('#', StringComparison.Ordinal) ? link.To.Split('#')[1] : "";
            if (address.Length == 0) address = link.From;
            if (!address.StartsWith('/') || !seen.Add($"{address}#{fragment}")) continue;
            if (!IsOurs(address))
            {
                if (!statuses.ContainsKey(address)) statuses[address] = await server.Http.Status(address);
                Assert.True(statuses[address] == HttpStatusCode.OK, $"{link.From} leads to {address}, which answers {statuses[address]}");
                continue;
            }

            if (!pages.TryGetValue(address, out var page))
            {
                page = pages[address] = await server.Http.Page(address);
                foreach (var to in page.Links()) links.Enqueue((address, to));
            }

            Assert.True(fragment.Length == 0 || page.GetElementById(fragment) is not null, $"{link.From} leads to {address}, which has no part {fragment}");
        }

        Assert.True(pages.Count > 150, $"only {pages.Count} pages were reached");
    }

    [Fact]
    public async Task Every_statement_of_both_documents_is_reached_from_the_manual()
    {
        var sections = (await server.Http.Page("/manual")).Links()
            .Where(to => to.StartsWith("/manual/section/", StringComparison.Ordinal) || to == "/manual/supplement");
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections.Distinct())
            reached.UnionWith((await server.Http.Page(section)).Links().Where(to => to.StartsWith("/manual/statement/", StringComparison.Ordinal))
                .Select(to => to[18..]));
        Assert.Empty(Casework.Rules.RuleBook.Standard.Statements.Select(s => s.Id).Except(reached));
    }

    private static bool IsOurs(string address) => address.StartsWith("/manual", StringComparison.Ordinal) || address == "/directory";
}
