using System.Diagnostics;
using Lapwing.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The decision on paper: with its reasons, without anything that is pressed.</summary>
public sealed class PrintTests(Browser browser)
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly Said said = new Said("youth-produced-imagery").With("yes", "adult-involved");
    private static readonly string[] shown = ["h1", "#call-childrens-social-care .app-number", ".app-dont", ".app-why .govuk-details__text",
        ".app-decision > .govuk-details:not(.app-why) .govuk-details__text", "#why-police-or-social-care"];
    private static readonly string[] hidden = [".app-header__nav", ".app-back-button", "#what-if", "footer", "main button", ".govuk-button",
        "[data-print]", "#copy"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Why_is_there_though_it_was_folded_and_nothing_that_is_pressed(bool javaScript)
    {
        await using var visit = await browser.Open(javaScript: javaScript);
        var walk = new Walk(visit);
        await walk.ToTheDecision(said);
        Assert.False(await walk.Page.Locator(".app-why .govuk-details__text").IsVisibleAsync());
        await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var part in shown) Assert.True(await walk.Page.Locator(part).First.IsVisibleAsync(), $"{part} is not printed");
        foreach (var part in hidden)
        {
            var all = await walk.Page.Locator(part).AllAsync();
            Assert.NotEmpty(all);
            foreach (var one in all) Assert.False(await one.IsVisibleAsync(), $"{part} is printed");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sheets_hold_the_words(bool javaScript)
    {
        await using var visit = await browser.Open(javaScript: javaScript);
        var walk = new Walk(visit);
        await walk.ToTheDecision(said);
        var text = string.Join(' ', (await Text(walk.Page)).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        foreach (var words in new[] { await walk.Heading(), "01632 960110", "Do not",
            "Because the worry is a nude or sexual image made or shared by young people; an adult is involved", "What the statements say",
            "If nobody answers", "Try the next number" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("01632 960110", (await Text(walk.Page)).Split('\f')[0], StringComparison.Ordinal);      // whom to call stands on the first sheet
        foreach (var words in new[] { "What if?", "Finish and clear", "Text to copy", "Skip to main content", "Help now" })
            Assert.DoesNotContain(words, text, StringComparison.Ordinal);
    }

    // What the sheets say, by poppler's pdftotext. Where that is not installed, the words that the page shows in its print style stand for it.
    private static async Task<string> Text(IPage page)
    {
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))))
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            return await page.InnerTextAsync("body");
        }

        using var program = Process.Start(new ProcessStartInfo("pdftotext",
            ["-", "-"])
        { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = program.StandardOutput.ReadToEndAsync(stop);
        await program.StandardInput.BaseStream.WriteAsync(pdf, stop);
        program.StandardInput.Close();
        await program.WaitForExitAsync(stop).InTime(stop);
        Assert.Equal(0, program.ExitCode);
        return await text;
    }
}
