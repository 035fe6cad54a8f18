using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>
/// What was sent after the session had ended, where its author had kept something else: both stand on the page, and the author says which one counts.
/// </summary>
public sealed class TwoCopiesTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Both_copies_of_a_form_are_shown_and_change_places(int width)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(width: width, at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        var form = $"{await visit.Page.Locator(".app-work a[href^='/work/']").First.GetAttributeAsync("href")}/form/11";
        await Write(visit, form, "As she told it");
        await visit.Press("Hide this page");
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        await Write(visit, form, "What was written later");
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Press("Record");
        Assert.Contains("What you typed is kept for you alone", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await CaseSite.SignIn(visit, DemonstrationPeople.Teacher);
        await visit.Go(form);
        Assert.Equal("As she told it", await visit.Page.InputValueAsync("[name='story']"));
        Assert.Contains("What was written later", await visit.Page.InnerTextAsync("main dl"), StringComparison.Ordinal);
        await visit.Accessible();
        await visit.NoSidewaysScroll();
        await visit.Press("Put the second copy into the form, and keep what stands there as the second");
        Assert.Equal("What was written later", await visit.Page.InputValueAsync("[name='story']"));
        Assert.Contains("As she told it", await visit.Page.InnerTextAsync("main dl"), StringComparison.Ordinal);
        await visit.Page.FillAsync("[name='story']", "What was written later, and more");
        await visit.Press("Throw the second copy away");
        Assert.EndsWith(form, visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("What was written later, and more", await visit.Page.InputValueAsync("[name='story']"));
        Assert.Equal(0, await visit.Page.Locator("main dl").CountAsync());
    }

    private static async Task Write(Visit visit, string form, string words)
    {
        await visit.Go(form);
        await visit.Page.FillAsync("[name='story']", words);
    }
}
