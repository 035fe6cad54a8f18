using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The decision of each kind, as it is first seen.</summary>
public sealed class DecisionKindTests(Browser browser)
{
    private static readonly Said picture = new("youth-produced-imagery");

    private static readonly Dictionary<string, (Said Said, string Heading, string Words)> kinds = new(StringComparer.Ordinal)
    {
        ["refer the same day"] = (picture.With("yes", "adult-involved"), "Call children's social care and the police today",
            "By the end of today, Friday 27 March 2026."),
        ["danger"] = (picture.With("yes", "immediate-danger"), "Call the police and children's social care today", "Call 999 first. Then come back here."),
        ["health alone"] = (new Said("harmful-websites").With("yes", "self-harm"), "Get urgent health help today", "By the end of today"),
        ["Prevent alone"] = (new Said("extremism").With("yes", "terrorist-material"), "Make a Prevent referral today", "By the end of today"),
        ["the LADO alone"] = (new Said("indecent-images").With("not-known", "adult-involved").With("yes", "contact-work-or-voluntary"),
        "Call the LADO by Monday 30 March 2026", "By the end of Monday 30 March 2026"),
        ["speak to somebody, much is open"] = (picture with { Otherwise = "not-known" }, "Ask children's social care for advice today",
            "answers could still require a referral"),
        ["speak to somebody, nothing is open"] = (new Said("viewed-abusive-images") { Children = [("acting", "14")] },
            "Ask children's social care for advice today",
        "Nothing that you could still find out"),
        ["respond in the setting"] = (picture, "Respond in your setting", "If you are still worried, refer."),
        ["overdue since yesterday"] = (new Said("grooming") { Aware = "yesterday" }, "Call children's social care and the police now",
        "Due yesterday, Thursday 26 March 2026. Call now."),
        ["overdue since days ago"] = (new Said("grooming") { Aware = "earlier" }, "Call children's social care and the police now",
        "Due 7 days ago, on Friday 20 March 2026. Call now."),
    };

    public static TheoryData<string> Kinds => [.. kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_says_what_to_do_and_is_accessible_and_fits(string kind)
    {
        var (said, heading, words) = kinds[kind];
        await using var visit = await browser.Open();
        var walk = new Walk(visit);
        await walk.ToTheDecision(said, isLong: true);
        Assert.Equal(heading, (await walk.Heading()).Replace('’', '\''));
        Assert.Contains(words, await walk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(kind == "danger", await walk.Page.GetByText("Call 999 first. Then come back here.").CountAsync() > 0);
        foreach (var width in new[] { 1280, 320 })
        {
            await walk.Page.SetViewportSizeAsync(width, 900);
            await Sound.Page(visit);
        }
    }

    // On a phone the first number stands on the first screen, and all that is to be done today by the end of the second, also where little was answered.
    [Theory]
    [InlineData("refer the same day", true)]
    [InlineData("refer the same day", false)]
    [InlineData("danger", false)]
    [InlineData("health alone", false)]
    [InlineData("speak to somebody, much is open", true)]
    [InlineData("speak to somebody, nothing is open", true)]
    public async Task On_a_phone_the_number_is_seen_first_and_nothing_of_today_is_far(string kind, bool isLong)
    {
        await using var visit = await browser.Open(375);
        var walk = new Walk(visit);
        await walk.ToTheDecision(kinds[kind].Said, isLong);
        await walk.Page.SetViewportSizeAsync(375, 667);
        async Task<double> Bottom(string part) => (await walk.Page.Locator(part).First.BoundingBoxAsync())! is var box ? box!.Y + box.Height : 0;
        var (number, today) = (await Bottom(".app-card .app-number"), await Bottom(".app-today"));
        Assert.True(number is > 1 and <= 667 && today is > 1 and <= 2 * 667, $"the number ends at {number}, what is due today at {today}");
    }

    [Fact]
    public async Task At_night_it_names_who_answers_then()
    {
        await using var site = await OwnSite.Start();
        site.Clock.Now = OwnSite.Friday.AddHours(10);
        await using var visit = await browser.Open(320, at: site.Url);
        var walk = new Walk(visit);
        await walk.ToTheDecision(picture.With("yes", "adult-involved"));
        await Sound.Page(visit);
        Assert.Contains("01632 960199", await walk.Page.Locator("#call-childrens-social-care .app-card__number").InnerTextAsync(), StringComparison.Ordinal);
    }
}
