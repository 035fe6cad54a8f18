using Xunit;
using Xunit.Sdk;

namespace Lapwing.Pages.Tests;

/// <summary>The whole way by keyboard alone: Tab, arrows, Space and Enter.</summary>
public sealed class KeyboardTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_whole_check_by_keyboard_alone(int width)
    {
        await using var visit = await browser.Open(width);
        var (walk, keys) = (new Walk(visit), new Keys(visit.Page));
        await walk.Go("/");
        await keys.To("main a[role=button]");
        await walk.Leave(() => keys.Press("Enter"));

        await keys.Choose("immediate-danger", "no");
        await keys.Choose("self-harm", "not-known");
        await keys.Choose("aware", "yesterday");
        await keys.To("#aware-time");
        await keys.Type("4:40pm");
        await walk.Leave(() => keys.Press("Enter"));
        Assert.Equal("/check/2", walk.At);

        await keys.To("[value=youth-produced-imagery]");
        await keys.Press("Space");
        await Continue(walk, keys);
        await Answer(walk, keys, "adult-involved", "adult-made-or-held-images");
        await Answer(walk, keys, "coerced-blackmailed-or-groomed", "capacity-concern", "unusual-or-violent-acts", "sexual-acts");

        Assert.Equal("/check/5", walk.At);
        await keys.To("main button[value=add]");
        await walk.Leave(() => keys.Press("Enter"));
        await keys.To("[name=child-2-part][value=shown]");
        await keys.Press("Space");
        await keys.To("#child-2-age");
        await keys.Type("15");
        await walk.Leave(() => keys.Press("Enter"));      // goes on: it adds nobody, removes nobody and does not go back
        Assert.Equal("/check/6", walk.At);
        await ToTheEnd(walk, keys);
        Assert.True(keys.Stops > 60, $"{keys.Stops} stops");
    }

    [Fact]
    public async Task Enter_in_any_field_goes_on()
    {
        await using var visit = await browser.Open();
        var walk = new Walk(visit);
        var said = new Said("indecent-images") { Aware = "earlier" }.With("yes", "adult-involved", "adult-made-or-held-images", "arrested");
        await walk.Start();
        await walk.To("/check/5", said, isLong: true);
        await walk.Fill(said with { Children = [("shown", "15"), ("shown", "16")] });
        foreach (var (field, next) in new[] { ("[name=child-1-age]", "/check/6"), ("[name=arrested-month]", "/check/11") })
        {
            if (field == "[name=arrested-month]") await walk.To("/check/8", said, isLong: true);
            if (field == "[name=arrested-month]") await walk.Fill(said);
            await walk.Page.FocusAsync(field);
            await walk.Leave(() => walk.Page.Keyboard.PressAsync("Enter"));
            Assert.Equal(next, walk.At);
        }
    }

    [Fact]
    public async Task An_error_takes_the_focus_and_its_link_leads_on()
    {
        await using var visit = await browser.Open();
        var (walk, keys) = (new Walk(visit), new Keys(visit.Page));
        await walk.Go("/check/1");
        await keys.To("main button[value=continue]");
        await walk.Leave(() => keys.Press("Enter"));
        Assert.True(await Has(walk, ".govuk-error-summary"));
        await keys.Tab();
        Assert.True(await Has(walk, ".govuk-error-summary a"));
        await keys.Press("Enter");
        Assert.True(await Has(walk, "[name=immediate-danger]"));
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_page()
    {
        await using var visit = await browser.Open();
        var (walk, keys) = (new Walk(visit), new Keys(visit.Page));
        await walk.Go("/check/1");
        await keys.Tab();
        Assert.True(await Has(walk, ".govuk-skip-link"));
        await keys.Press("Enter");
        Assert.True(await Has(walk, "#main-content"));
        await keys.Tab();
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("<a href='#'>One</a> <a href='#' style='outline: none'>Two</a> <a href='#'>Three</a>",
        "no focus is seen on <a href=\"#\" style=\"outline: none\">Two")]
    [InlineData("<a href='#' tabindex='2'>One</a> <a href='#' tabindex='1'>Two</a>", "comes after")]
    [InlineData("<a href='#'>One</a> <div style='position: fixed; inset: 0'></div>", "covered by <div")]
    [InlineData("<a href='#' style='position: absolute; left: -999px'>One</a>", "out of sight")]
    public async Task Planted_a_stop_that_is_not_seen_is_found(string html, string complaint)
    {
        await using var visit = await browser.Open();
        await visit.Page.SetContentAsync(html);
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => new Keys(visit.Page).Through());
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }

    // The last pages: what was told, the decision with everything on it, what if, the end.
    private static async Task ToTheEnd(Walk walk, Keys keys)
    {
        await Answer(walk, keys, "immediate-risk-from-sharing", "offline-meeting-arranged", "significant-harm-suspected");
        Assert.Equal("/check/11", walk.At);
        await keys.To("main button[value=decide]");
        await walk.Leave(() => keys.Press("Enter"));
        Assert.Equal("/check/decision", walk.At);
        Assert.InRange(await keys.Through(), 20, 200);
        await keys.To("#what-if-fact");
        await keys.Press("ArrowDown");
        await keys.To("button[value=what-if]");
        await walk.Leave(() => keys.Press("Space"));
        await keys.To("button[formaction='/check/finished']");
        await walk.Leave(() => keys.Press("Enter"));
        Assert.Equal("/check/finished", walk.At);
    }

    private static async Task Answer(Walk walk, Keys keys, params IEnumerable<string> questions)
    {
        foreach (var question in questions) await keys.Choose(question, "no");
        await Continue(walk, keys);
    }

    private static async Task Continue(Walk walk, Keys keys)
    {
        await keys.To("main button[value=continue]");
        await walk.Leave(() => keys.Press("Enter"));
    }

    private static Task<bool> Has(Walk walk, string selector) =>
        walk.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
