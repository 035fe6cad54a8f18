using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The ways through the intake. Each looks at every page it comes to, in the way its walk says.</summary>
internal static class Journeys
{
    private static readonly Said picture = new("youth-produced-imagery");

    /// <summary>All of them by what they are.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Walk, Task>> All = new Dictionary<string, Func<Walk, Task>>(StringComparer.Ordinal)
    {
        ["page 2 settles it"] = PageTwoSettlesIt,
        ["page 3 settles it"] = PageThreeSettlesIt,
        ["nothing known"] = NothingKnown,
        ["all no"] = AllNo,
        ["known since days ago, with an arrest"] = Earlier,
        ["twelve children"] = TwelveChildren,
        ["a change"] = Change,
        ["an answer from the decision"] = AnswerFromTheDecision,
        ["what if"] = WhatIf,
        ["start again"] = StartAgain,
    };

    private static async Task PageTwoSettlesIt(Walk walk)
    {
        await walk.Start();
        await walk.To("/check/11", new("grooming"));
        Assert.Equal("You have enough: refer now", await walk.Heading());
        await walk.Press("See who to call");
        Assert.Equal("Call children’s social care and the police today", (await walk.Heading()).Replace('\'', '’'));
        await walk.Press("Finish and clear");
        Assert.Equal(["/", "/check/1", "/check/2", "/check/11", "/check/decision", "/check/finished"], walk.Visited);
        await walk.Leave(() => walk.Page.GetByText("Start another").ClickAsync());
        Assert.Equal("/check/1", walk.At);
        Assert.Equal(0, await walk.Page.Locator("main input:checked").CountAsync());
    }

    private static async Task PageThreeSettlesIt(Walk walk)
    {
        await walk.Start();
        await walk.To("/check/11", picture.With("yes", "adult-involved"));
        Assert.Equal(["/", "/check/1", "/check/2", "/check/3", "/check/11"], walk.Visited);
        await walk.Press("Answer");
        Assert.Equal("/check/5", walk.At);
        await walk.Press("Back");
        Assert.Equal("/check/11", walk.At);
        await walk.Press("See");
        Assert.StartsWith("Call ", await walk.Heading(), StringComparison.Ordinal);
    }

    private static async Task NothingKnown(Walk walk)
    {
        await walk.ToTheDecision(Said.NothingKnown with { Children = [("shown", "")] }, isLong: true);
        Assert.Equal(["/", .. Enumerable.Range(1, 9).Select(page => $"/check/{page}"), "/check/11", "/check/decision"], walk.Visited);
        await walk.Press("Back");
        await walk.Press("Change When you first knew");
        await walk.Press("Continue");
        Assert.Equal("/check/11", walk.At);      // where the change was asked for, however long the way was
        await walk.Press("See");
        Assert.Equal("Ask children's social care for advice today", await walk.Heading());
    }

    private static async Task AllNo(Walk walk)
    {
        await walk.ToTheDecision(picture, isLong: true);
        Assert.Equal("Respond in your setting", await walk.Heading());
        await walk.Press("Finish and clear");
        Assert.Equal("/check/finished", walk.At);
    }

    private static async Task Earlier(Walk walk)
    {
        var said = new Said("indecent-images") { Aware = "earlier", Children = [("household", "4")] }.With("yes", "adult-involved",
            "adult-made-or-held-images", "arrested");
        await walk.Start();
        await walk.Fill(said);
        await walk.Look();      // with the question that a choice has unfolded
        await walk.To("/check/8", said, isLong: true);
        await walk.Fill(said);
        await walk.Look();
        await walk.To("/check/decision", said, isLong: true);
        Assert.EndsWith(" now", await walk.Heading(), StringComparison.Ordinal);
    }

    private static async Task TwelveChildren(Walk walk)
    {
        await walk.Start();
        await walk.To("/check/5", picture);
        await walk.Fill(picture with { Children = [.. Enumerable.Range(5, 12).Select(age => ("shown", $"{age}"))] });
        await walk.Press("Remove child 3");
        Assert.Equal(11, await walk.Page.GetByRole(AriaRole.Group, new()
        {
            NameRegex =
            new("^Child [0-9]+$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
        }).CountAsync());
        Assert.Equal("8", await walk.Page.InputValueAsync("#child-3-age"));
        Assert.Equal("16", await walk.Page.InputValueAsync("#child-11-age"));
        await walk.Press("Continue");
        await walk.To("/check/11", picture, isLong: true);
        Assert.Contains("a child of 16: is in the image", await walk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task Change(Walk walk)
    {
        await walk.Start();
        await walk.To("/check/11", picture);
        await walk.Press("Change Has a meeting in person been arranged?");
        Assert.Equal("/check/6", walk.At);
        Assert.True(await walk.IsChosen("offline-meeting-arranged", "no"));
        await walk.Choose("offline-meeting-arranged", "yes");
        await walk.Press("Continue");
        Assert.Equal("/check/11", walk.At);
        await walk.Press("Change What you are worried about");
        Assert.True(await walk.IsChosen("forms", "youth-produced-imagery"));
        await walk.Press("Back");
        await walk.Press("See");
        Assert.StartsWith("Call ", await walk.Heading(), StringComparison.Ordinal);
    }

    private static async Task AnswerFromTheDecision(Walk walk)
    {
        await walk.ToTheDecision(picture with { Otherwise = "not-known" }, isLong: true);
        await walk.Page.ClickAsync(".app-open summary");
        await walk.Leave(() => walk.Page.ClickAsync("#open-adult-involved button"));
        Assert.Equal("/check/3", walk.At);
        await walk.Choose("adult-involved", "yes");
        await walk.Press("Continue");
        Assert.Equal("/check/decision", walk.At);
        Assert.StartsWith("Call ", await walk.Heading(), StringComparison.Ordinal);
    }

    private static async Task WhatIf(Walk walk)
    {
        await walk.ToTheDecision(picture);
        var heading = await walk.Heading();
        foreach (var (fact, answer, words) in new[] { ("adult-involved", "yes", "If an adult is involved"),
            ("youth-produced-imagery", "no", "no worry left"), ("self-harm", "no", "Nothing would be different") })
        {
            await walk.Page.SelectOptionAsync("#what-if-fact", fact);
            await walk.Page.SelectOptionAsync("#what-if-answer", answer);
            await walk.Press("Show the difference");
            Assert.Contains(words, await walk.Page.InnerTextAsync("#what-if [role=status]"), StringComparison.Ordinal);
            Assert.Equal(heading, await walk.Heading());
        }
    }

    private static async Task StartAgain(Walk walk)
    {
        await walk.Go("/check/7");
        Assert.Equal("/check/start-again", walk.At);
        await walk.Leave(() => walk.Page.Locator("main").GetByText("Start again").Last.ClickAsync());
        Assert.Equal("/check/1", walk.At);
    }
}
