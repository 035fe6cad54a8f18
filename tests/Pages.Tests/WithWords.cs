using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>Enters a word wherever one can be entered, goes on, and sees each page that comes of it.</summary>
internal static class WithWords
{
    private static readonly Said said = new Said("indecent-images") { Aware = "earlier" }.With("yes", "adult-involved", "adult-made-or-held-images",
        "arrested");

    public static async Task Check(Walk walk, string word)
    {
        await walk.Start();
        await walk.Fill(said);
        await Wrong(walk, word, "[name=aware-time]", "[name=aware-day]", "[name=aware-month]", "[name=aware-year]");
        await walk.Page.FillAsync("[name=aware-time]", "");
        await walk.To("/check/5", said, isLong: true);
        await walk.Fill(said);
        await Wrong(walk, word, "[name=child-1-age]");
        await walk.To("/check/8", said, isLong: true);
        await walk.Fill(said);
        await Wrong(walk, word, "[name=arrested-day]", "[name=arrested-month]", "[name=arrested-year]");
        await walk.To("/check/decision", said, isLong: true);
        await walk.Page.EvaluateAsync("word => { for (const option of document.querySelectorAll('#what-if option')) option.value = word; }", word);
        await walk.Press("Show the difference");
        await walk.Page.EvaluateAsync("word => { document.querySelector('#check [name=page]').value = word; "
            + "document.querySelector('button[value=back]').value = word; }", word);
        await walk.Press("Back");
        await walk.To("/check/decision", said, isLong: true);
        await walk.Press("Finish and clear");
        Assert.Equal("/check/finished", walk.At);
    }

    public static async Task Try(Walk walk, string word)
    {
        await walk.Go("/try/5");
        foreach (var field in await walk.Page.Locator("main input[type=text]").AllAsync()) await field.FillAsync(word);
        await walk.Press("Show the decision");
        Assert.Contains(word, await walk.Page.InputValueAsync("#child-1-age"), StringComparison.Ordinal);
        await walk.Press("Add another child");
    }

    public static async Task Search(Walk walk, string word)
    {
        await walk.Go("/manual");
        await walk.Page.FillAsync("[name=words]", word);
        await walk.Press("Search");
        Assert.Equal("/manual/search", walk.At);
        Assert.Equal(word, await walk.Page.InputValueAsync("[name=words]"));
    }

    private static async Task Wrong(Walk walk, string word, params string[] fields)
    {
        foreach (var field in fields) await walk.Page.FillAsync(field, word);
        await walk.Press("Continue");
        Assert.StartsWith("Error: ", await walk.Page.TitleAsync(), StringComparison.Ordinal);
        foreach (var field in fields) Assert.Equal(word, await walk.Page.InputValueAsync(field));
    }
}
