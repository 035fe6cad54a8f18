using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>A page that cannot be gone on with leads to the one page that says so and offers to start again.</summary>
public sealed class StatePageTests(Browser browser)
{
    private static readonly Said said = new("youth-produced-imagery");

    [Fact]
    public async Task Altered()
    {
        await using var visit = await browser.Open();
        var walk = await AtPage3(visit);
        await walk.Page.EvaluateAsync("() => { const state = document.querySelector('[name=state]'); state.value = state.value.slice(0, 40) + "
            + "(state.value[40] === 'A' ? 'B' : 'A') + state.value.slice(41); }");
        await LeadsToStartAgain(walk, visit);
    }

    [Fact]
    public async Task Of_another_server()
    {
        await using var site = await OwnSite.Start();
        await using var other = await browser.Open(at: site.Url);
        var foreign = await (await AtPage3(other)).Page.InputValueAsync("[name=state]");
        await using var visit = await browser.Open();
        var walk = await AtPage3(visit);
        await walk.Page.EvaluateAsync("foreign => { document.querySelector('[name=state]').value = foreign; }", foreign);
        await LeadsToStartAgain(walk, visit);
    }

    [Fact]
    public async Task Left_for_13_hours()
    {
        await using var site = await OwnSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var walk = await AtPage3(visit);
        site.Clock.Now += TimeSpan.FromHours(13);
        await LeadsToStartAgain(walk, visit);
    }

    [Fact]
    public async Task Finished_in_another_window()
    {
        await using var visit = await browser.Open();
        var walk = await AtPage3(visit);
        var state = await walk.Page.InputValueAsync("[name=state]");
        await using var other = await browser.Open();
        var there = new Walk(other);
        await there.Go("/check/start-again");
        await other.Page.EvaluateAsync("""
            state => { const form = document.createElement('form'); form.method = 'post'; form.action = '/check/finished';
                       form.innerHTML = '<input name="state"><button>Send it</button>'; form.firstChild.value = state; document.body.append(form); }
            """, state);
        await there.Press("Send it");
        Assert.Equal("/check/finished", there.At);
        await LeadsToStartAgain(walk, visit);
    }

    [Theory]
    [InlineData("/check/2")]
    [InlineData("/check/9")]
    [InlineData("/check/11")]
    [InlineData("/check/decision")]
    public async Task An_address_alone(string address)
    {
        await using var visit = await browser.Open(320);
        var walk = new Walk(visit, Sound.Page);
        await walk.Go(address);
        await StartsAgain(walk);
    }

    [Fact]
    public async Task Planted_a_page_that_is_as_it_was_goes_on()
    {
        await using var site = await OwnSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var walk = await AtPage3(visit);
        site.Clock.Now += TimeSpan.FromHours(11);
        await walk.Answer(said);
        Assert.Equal("/check/4", walk.At);
    }

    private static async Task<Walk> AtPage3(Visit visit)
    {
        var walk = new Walk(visit);
        await walk.Start();
        await walk.To("/check/3", said);
        return walk;
    }

    private static async Task LeadsToStartAgain(Walk walk, Visit visit)
    {
        await walk.Answer(said);
        await Sound.Page(visit);
        await StartsAgain(walk);
    }

    private static async Task StartsAgain(Walk walk)
    {
        Assert.Equal(("/check/start-again", "Start again"), (walk.At, await walk.Heading()));
        await walk.Press("Start again");
        Assert.Equal("/check/1", walk.At);
        Assert.Equal(0, await walk.Page.Locator("main input:checked").CountAsync());
    }
}
