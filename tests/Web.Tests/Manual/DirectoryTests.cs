using AngleSharp.Html.Dom;
using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Web.Tests.Manual;

/// <summary>The directory of help and the related procedures: what is missing is shown as missing, and what is set is a link.</summary>
public sealed class DirectoryTests(Server server)
{
    private const string Missing = "Link missing: your partnership has set none.";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entry_stands_once_with_its_link_and_number_or_as_missing()
    {
        var page = await server.Http.Page("/directory");
        Assert.Equal(HelpDirectory.Standard.Entries.Select(e => e.Name).Order(StringComparer.Ordinal), page.QuerySelectorAll("main h3")
            .Select(h => h.Id!).Order(StringComparer.Ordinal));
        Assert.All(HelpDirectory.Standard.Entries.Where(e => e.SupersededBy is null), entry =>
        {
            var words = Of(page, entry.Name);
            Assert.Contains(entry.What, words, StringComparison.Ordinal);
            Assert.Equal(entry.IsMissing, words.Contains(Missing, StringComparison.Ordinal));
            Assert.Contains("Not checked yet.", words, StringComparison.Ordinal);
            if (entry.Telephone is { } telephone) Assert.Contains($"Call {telephone}", words, StringComparison.Ordinal);
            if (entry.Link is { } link) Assert.Contains(link, page.Links());
            if (entry.Caution is { } caution) Assert.Contains(caution, words, StringComparison.Ordinal);
        });
        Assert.Contains("tel:08001111", page.Links());
    }

    [Fact]
    public async Task What_was_replaced_points_on()
    {
        var page = await server.Http.Page("/directory");
        var words = Of(page, "ukccis-2016-guidance");
        Assert.StartsWith(" Replaced. UKCCIS is now UKCIS.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Not checked yet.", words, StringComparison.Ordinal);
        Assert.Equal("#ukcis-sharing-nudes", page.GetElementById("ukccis-2016-guidance")!.NextElementSibling!.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_partnership_without_links_has_none_that_are_dead()
    {
        var page = await server.Http.Page("/manual/procedures");
        Assert.Equal(RelatedProcedure.All.Select(p => p.Name), page.QuerySelectorAll("main h2").Select(h => h.Id!));
        Assert.All(RelatedProcedure.All, p => Assert.Equal("Your partnership has set no link.", page.GetElementById(p.Name)!.NextElementSibling!.Words()));
    }

    [Fact]
    public async Task What_a_partnership_has_set_is_shown()
    {
        var partnership = new Partnership
        {
            Procedures = new Dictionary<string, string> { ["radicalisation"] = "https://procedures.example/radicalisation" },
            Directory = new Dictionary<string, OwnHelp>
            {
                ["local-police-guidance"] = new("https://police.example/guidance", "01632 960 999", new(2026, 3, 27)),
                ["childline"] = new(CheckedOn: new(2026, 4, 1)),
            },
        };
        await using var site = Site.Build("http://127.0.0.1:0", new Settings { Partnership = partnership });
        await site.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };

        var procedures = await http.Page("/manual/procedures");
        Assert.Equal("https://procedures.example/radicalisation",
            procedures.GetElementById("radicalisation")!.NextElementSibling!.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(RelatedProcedure.All.Count - 1, procedures.QuerySelectorAll("main p").Count(p => p.Words() == "Your partnership has set no link."));

        var directory = await http.Page("/directory");
        var police = Of(directory, "local-police-guidance");
        Assert.Contains("Call 01632 960 999", police, StringComparison.Ordinal);
        Assert.Contains("(police.example)", police, StringComparison.Ordinal);
        Assert.Contains("Last checked on 27 March 2026.", police, StringComparison.Ordinal);
        Assert.DoesNotContain(Missing, police, StringComparison.Ordinal);
        Assert.Contains("Last checked on 1 April 2026.", Of(directory, "childline"), StringComparison.Ordinal);
        Assert.Contains(Missing, Of(directory, "npcc-guidance"), StringComparison.Ordinal);
        await site.StopAsync(stop);
    }

    private static string Of(IHtmlDocument page, string entry)
    {
        var words = "";
        for (var next = page.GetElementById(entry)!.NextElementSibling; next is not null && next.LocalName is not ("h2" or "h3");
            next = next.NextElementSibling) words += $" {next.Words()}";
        return words;
    }
}
