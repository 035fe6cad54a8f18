using Lapwing.Testing;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>
/// What a screen reader reads of each page of one check, without a script, against texts that somebody has read: title, heading, legends, hints,
/// states, errors.
/// </summary>
public sealed class TreeTests(Browser browser)
{
    private static readonly string[] pages =
    [
        "start", "check-1", "check-2", "check-2-wrong", "check-3", "check-4", "check-5", "check-5-wrong", "check-6", "check-7", "check-8", "check-9",
        "check-11",
        "decision", "decision-what-if", "finished", "start-again",
    ];

    [Fact]
    public async Task The_pages_read_as_approved()
    {
        await using var visit = await browser.Open(javaScript: false);
        var read = new List<string>();
        var walk = new Walk(visit);
        await visit.Go("/");
        await Read(visit, "start", read, "body");
        await walk.Start();
        while (walk.At != "/check/11")
        {
            await Read(visit, walk.At[1..].Replace('/', '-'), read);
            if (walk.At is "/check/2" or "/check/5") await Wrong(walk, visit, read);
            await walk.Answer(Said.NothingKnown with { Children = [("shown", ""), ("shared", "16")] });
        }

        await Read(visit, "check-11", read);
        await walk.Press("See");
        await Read(visit, "decision", read);
        await walk.Page.SelectOptionAsync("#what-if-fact", "adult-involved");
        await walk.Press("Show the difference");
        await Read(visit, "decision-what-if", read, "#what-if");
        await walk.Press("Finish and clear");
        await Read(visit, "finished", read);
        await visit.Go("/check/decision");
        await Read(visit, "start-again", read);
        Assert.Equal(pages.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_approved_text_is_left_over() =>
        Assert.Equal(pages.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Repository.Path("tests", "Pages.Tests", "Trees"))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static async Task Wrong(Walk walk, Visit visit, List<string> read)
    {
        var name = walk.At[1..].Replace('/', '-') + "-wrong";
        if (walk.At == "/check/5") await walk.Page.FillAsync("#child-1-age", "18");
        await walk.Press("Continue");
        await Read(visit, name, read);
        if (walk.At == "/check/5") await walk.Page.FillAsync("#child-1-age", "");
    }

    private static async Task Read(Visit visit, string name, List<string> read, string part = ".govuk-width-container:has(main)")
    {
        var tree = await visit.Page.Locator(part).AriaSnapshotAsync();
        Approved.Matches($"title: {await visit.Page.TitleAsync()}\n{tree}\n", "tests", "Pages.Tests", "Trees", name + ".txt");
        read.Add(name);
    }
}
