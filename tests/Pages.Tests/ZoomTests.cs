using Xunit;
using Xunit.Sdk;

namespace Lapwing.Pages.Tests;

/// <summary>A screen of 1280 by 1024 at 400 %: nothing to scroll sideways for, and nothing cut off.</summary>
public sealed class ZoomTests(Browser browser)
{
    // What lies outside the window with nothing around it that scrolls, and what is wider than a box that hides the rest.
    private const string Cut = """
        () => {
          const isMeant = e => e.closest('.govuk-visually-hidden, .govuk-skip-link, .app-only-js') || !e.checkVisibility({ visibilityProperty: true });
          const scrolls = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (['auto',
            'scroll'].includes(getComputedStyle(p).overflowX)) return true; return false; };
          const hides = e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1;
          return [...document.body.querySelectorAll('*')].filter(e => !isMeant(e)).filter(e => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && (hides(e) || ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(e)));
          }).map(e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 160));
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/help-now")]
    [InlineData("/help-now/paper")]
    [InlineData("/manual")]
    [InlineData("/manual/tables")]
    [InlineData("/manual/procedures")]
    [InlineData("/manual/questions")]
    [InlineData("/manual/forms")]
    [InlineData("/manual/law")]
    [InlineData("/manual/statement/S2.1.8")]
    [InlineData("/directory")]
    [InlineData("/try/5")]
    public async Task A_page_is_whole(string address)
    {
        await using var visit = await browser.Open(magnified: true);
        await visit.Go(address);
        await IsWhole(visit);
    }

    [Fact]
    public async Task The_intake_and_the_decision_are_whole()
    {
        await using var visit = await browser.Open(magnified: true);
        var walk = new Walk(visit, IsWhole);
        await walk.ToTheDecision(Said.NothingKnown with { Children = [("shown", "15"), ("household", "")] }, isLong: true);
        await walk.Press("Show the difference");
    }

    [Theory]
    [InlineData("<div style='overflow: hidden; width: 90px; white-space: nowrap'>Words that are longer than it</div>")]
    [InlineData("<div style='overflow-x: clip'><div style='width: 400px'>Wide</div></div>")]
    [InlineData("<p style='margin-left: -40px'>Left of the window</p>")]
    public async Task Planted_what_is_cut_off_is_found(string html)
    {
        await using var visit = await browser.Open(magnified: true);
        await visit.Page.SetContentAsync(html);
        await Assert.ThrowsAnyAsync<XunitException>(() => IsWhole(visit));
        await visit.Page.SetContentAsync("<p>Words</p><div style='overflow: auto'><div style='width: 400px'>Wide</div></div>");
        await IsWhole(visit);
    }

    private static async Task IsWhole(Visit visit)
    {
        await visit.NoSidewaysScroll();
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        await visit.NoSidewaysScroll();
        var cut = await visit.Page.EvaluateAsync<string[]>(Cut);
        Assert.True(cut.Length == 0, $"{visit.Page.Url} cuts off {string.Join('\n', cut)}");
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = false)");
    }
}
