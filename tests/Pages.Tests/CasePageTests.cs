using System.Text.RegularExpressions;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>Every page and form of a case: accessible, no wider than a telephone, whole at 400 %, in print, by keyboard alone and without a script.</summary>
public sealed partial class CasePageTests(Browser browser)
{
    private static readonly Said grooming = new Said("grooming") { Children = [("harmed", "15")] }.With("yes", "adult-involved");

    private static readonly string[] pages = ["work", "report-1", "report-1-wrong", "report-2", "report-11", "case-decision", "case", "case-form-1",
        "case-form-1-wrong", "case-recorded", "case-duties", "case-history", "case-people", "case-looked"];

    [Theory]
    [InlineData(1280, false)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task Every_page_and_every_form_also_sent_empty_is_sound(int width, bool isMagnified)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(width, at: site.Url, magnified: isMagnified);
        var looked = 0;
        foreach (var person in new[] { DemonstrationPeople.SafeguardingLead, DemonstrationPeople.SocialWorker, DemonstrationPeople.Supervisor })
        {
            await CaseSite.SignIn(visit, person);
            await Sound.Page(visit);
            foreach (var route in await site.PagesOf(visit, RichestOf(person)))
            {
                await visit.Go(route);
                await Sound.Page(visit);
                looked++;
                if (person != DemonstrationPeople.SafeguardingLead
                    || await visit.Page.Locator("main form#form > button.govuk-button").CountAsync() == 0) continue;
                await visit.Page.EvaluateAsync("() => document.querySelectorAll('main form#form input:not([type=hidden]), main form#form "
                    + "textarea').forEach(field => { if (/radio|checkbox/.test(field.type)) field.checked = false; else field.value = ''; })");
                await visit.Press(await visit.Page.Locator("main form#form > button.govuk-button").Last.InnerTextAsync());
                await Sound.Page(visit);
            }
        }

        Assert.True(looked > 40, $"{looked} pages");
    }

    // With the banner and without it.
    [Fact]
    public async Task On_a_phone_what_is_to_be_done_next_stands_on_the_first_screen()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        await visit.Page.SetViewportSizeAsync(375, 667);
        var cases = await visit.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('main a[href^=\"/work/\"]')]"
            + ".map(link => link.getAttribute('href').split('/').slice(0, 3).join('/')))]");
        HashSet<bool> withheld = [];
        foreach (var address in cases)
        {
            await visit.Go(address);
            var act = visit.Page.Locator(".app-card:not(.app-card--quiet) a.govuk-button");
            if (await act.CountAsync() == 0) continue;
            withheld.Add(await visit.Page.Locator(".app-withheld").CountAsync() > 0);
            var box = (await act.First.BoundingBoxAsync())!;
            Assert.InRange(box.Y + box.Height, 1, 667);
        }

        Assert.Equal([false, true], withheld.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_must_not_be_told_stands_on_every_page_and_sheet_and_nothing_that_is_pressed_is_printed(bool javaScript)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url, javaScript: javaScript);
        await CaseSite.SignIn(visit, DemonstrationPeople.SafeguardingLead);
        foreach (var route in await site.PagesOf(visit, RichestOf(DemonstrationPeople.SafeguardingLead)))
        {
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
            await visit.Go(route);
            Assert.True(await visit.Page.Locator(".app-withheld").IsVisibleAsync(), route);
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var part in new[] { ".app-withheld", ".app-identity", "h1" })
                Assert.True(await visit.Page.Locator(part).First.IsVisibleAsync(), $"{part} of {route} is not printed");
            foreach (var part in new[] { ".app-header__nav", ".app-sub-nav", "footer", ".app-hide" })
                Assert.False(await visit.Page.Locator(part).First.IsVisibleAsync(), $"{part} of {route} is printed");
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_report_and_the_call_by_keyboard_alone(int width)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(width, at: site.Url);
        var (walk, keys) = (new Walk(visit), new Keys(visit.Page));
        await walk.Go("/sign-in");
        await keys.To($"main button[value='{DemonstrationPeople.Teacher.Author.Account:N}']");
        await walk.Leave(() => keys.Press("Enter"));
        await keys.To("main form[action='/reports'] button");
        await walk.Leave(() => keys.Press("Enter"));
        await keys.Choose("immediate-danger", "no");
        await keys.Choose("self-harm", "no");
        await keys.Choose("aware", "today");
        await keys.To("#aware-time");
        await walk.Leave(() => keys.Press("Enter"));      // Enter goes on, and does not hide the page
        Assert.EndsWith("/2", walk.At, StringComparison.Ordinal);
        await keys.To("[value=grooming]");
        await keys.Press("Space");
        await walk.Leave(() => keys.Press("Enter"));
        Assert.EndsWith("/11", walk.At, StringComparison.Ordinal);
        await keys.Choose("lead-may-see", "yes");
        await keys.To("main button[value=decide]");
        await walk.Leave(() => keys.Press("Enter"));
        Assert.EndsWith("/decision", walk.At, StringComparison.Ordinal);
        Assert.InRange(await keys.Through(), 20, 200);
        var work = walk.At[..^"/decision".Length];
        await walk.Go($"{work}/form/1");
        await keys.Choose("to", "childrens-social-care");
        await keys.Choose("by", "Telephone");
        await keys.To("[name=spoke-to]");
        await keys.Type("Ms Okafor");
        await walk.Leave(() => keys.Press("Enter"));      // Enter records
        Assert.Equal(work, walk.At);
        Assert.Contains("taken by Ms Okafor", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_a_report_and_the_call_read_as_approved()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url, javaScript: false);
        var (walk, read) = (new Walk(visit), new List<string>());
        await CaseSite.SignIn(visit, DemonstrationPeople.Colleague);      // who is in no case, so that no random reference stands in her work
        await Read(visit, "work", read);
        await walk.Press("Report a worry");
        await Read(visit, "report-1", read);
        await walk.Press("Continue");
        await Read(visit, "report-1-wrong", read);
        await walk.Answer(grooming);
        await Read(visit, "report-2", read);
        await walk.To("/11", grooming);
        await Read(visit, "report-11", read);
        await walk.To("/decision", grooming);
        await Read(visit, "case-decision", read);
        var work = walk.At[..^"/decision".Length];
        await visit.Go(work);
        await Read(visit, "case", read);
        await visit.Go($"{work}/form/1");
        await Read(visit, "case-form-1", read);
        await walk.Press("Record");
        await Read(visit, "case-form-1-wrong", read);
        await visit.Page.CheckAsync("input[value='childrens-social-care']");
        await visit.Page.CheckAsync("input[value='Telephone']");
        await visit.Page.FillAsync("[name='spoke-to']", "Ms Okafor");
        await walk.Press("Record");
        await Read(visit, "case-recorded", read);
        foreach (var path in new[] { "duties", "history", "people", "looked" })
        {
            await visit.Go($"{work}/{path}");
            await Read(visit, $"case-{path}", read);
        }

        Assert.Equal(pages.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_approved_text_is_left_over() =>
        Assert.Equal(pages.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Repository.Path("tests", "Pages.Tests", "CaseTrees"))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    // The case that has the most to show to somebody: withheld, with the most entries.
    private static CaseFile RichestOf(Person person) => Demonstration.Stories(new(2026, 3, 27))
        .Where(story => Casework.Access.CaseAccess.Of(new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team),
        story.File.View().Circle, OwnSite.Friday) is not null)
        .OrderByDescending(story => story.View.Standing.Any(rule => rule.Name == "withhold-information"))
        .ThenByDescending(story => story.File.Entries.Count).First().File;

    private static async Task Read(Visit visit, string name, List<string> read)
    {
        var tree = await visit.Page.Locator(".govuk-width-container:has(main)").AriaSnapshotAsync();
        var title = await visit.Page.TitleAsync();
        var text = Numbers().Replace($"title: {title}\n{tree}\n", "{number}");
        if (Reference().Match(title) is { Success: true } reference) text = Without(reference.Groups["reference"].Value, text);
        Approved.Matches(text, "tests", "Pages.Tests", "CaseTrees", name + ".txt");
        read.Add(name);
    }

    // A reference is random: one that could be a number stands in quotes in the tree.
    private static string Without(string reference, string text) => text.Replace($": \"{reference}\"\n", ": {reference}\n", StringComparison.Ordinal)
        .Replace(reference, "{reference}", StringComparison.Ordinal);

    [Theory]
    [InlineData("7KQM", "- strong: 7KQM\n")]
    [InlineData("2345", "- strong: \"2345\"\n")]
    public void What_is_read_is_the_same_whatever_reference_a_case_has(string reference, string tree) =>
        Assert.Equal("- strong: {reference}\n", Without(reference, tree));

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("case (?<reference>[0-9A-Z]+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
