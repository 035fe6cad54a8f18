using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Microsoft.Playwright;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Pages.Tests;

/// <summary>Who sees a report, who signs, and who says what was agreed: asked where it is needed, in plain words, with every error beside its field.</summary>
public sealed class WhoMayUndoTests(Browser browser)
{
    private static readonly Said grooming = new Said("grooming") { Children = [("harmed", "15")] }.With("yes", "adult-involved");

    [Fact]
    public async Task The_lead_is_asked_about_and_somebody_else_stands_in_from_the_start()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url);
        var walk = await To11(visit);
        await walk.Press("Record and see");
        Assert.Contains("Select whether your safeguarding lead sees it", await visit.Page.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("Select whether your safeguarding lead sees it", await visit.Page.InnerTextAsync("main .govuk-form-group--error >> nth=0"),
            StringComparison.Ordinal);
        await walk.Choose("lead-may-see", "no");
        await walk.Press("Record and see");
        Assert.Contains("Select who sees it instead", await visit.Page.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.True(await walk.IsChosen("lead-may-see", "no"));
        await visit.Accessible();
        await visit.NoSidewaysScroll();
        await visit.Page.SelectOptionAsync("[name='lead-instead']", $"{Manager.Author.Team:N}");
        await walk.Press("Record and see");
        var work = walk.At[..^"/decision".Length];
        await Finds(visit, SafeguardingLead, work, null);
        await Finds(visit, Manager, work, "you have stood in for the setting's safeguarding lead");
    }

    [Fact]
    public async Task The_author_shuts_the_lead_out_later()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var walk = await To11(visit);
        await walk.Record();
        var work = walk.At[..^"/decision".Length];
        await Finds(visit, SafeguardingLead, work, "you lead its safeguarding");
        await CaseSite.SignIn(visit, Teacher);
        await visit.Go(work);
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Say that they must not see it" }).ClickAsync());
        await visit.Accessible();
        await visit.Press("They must not see it");
        var errors = await visit.Page.InnerTextAsync(".govuk-error-summary");
        foreach (var error in new[] { "Select who sees it instead", "Say why" }) Assert.Contains(error, errors, StringComparison.Ordinal);
        await visit.Page.CheckAsync($"[name='lead-instead'][value='{Manager.Author.Team:N}']");
        await visit.Page.FillAsync("[name='why']", "His name is in the messages");
        await visit.Press("They must not see it");
        Assert.Contains("no longer sees this", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Say that they must not see it" }).CountAsync());
        await Finds(visit, SafeguardingLead, work, null);
    }

    [Fact]
    public async Task Whoever_signs_reads_what_is_left_out_why_and_the_facts()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url);
        await CaseSite.SignIn(visit, Manager);
        await visit.Go($"/work/{CaseOf("not the lead")}/form/9");
        var page = await visit.Page.InnerTextAsync("main");
        foreach (var words in new[] { "a referral to the LADO", "Lara's friend says that he left the club years ago",
            "Does the adult hold a position of trust? yes before, no now", "Is an adult involved in any way?", "whoever is asked, until the facts change" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        await visit.Accessible();
        await visit.NoSidewaysScroll();
    }

    [Fact]
    public async Task A_change_that_drops_the_call_to_the_LADO_asks_who_outside_signs()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url);
        await CaseSite.SignIn(visit, CollegeLead);
        var walk = new Walk(visit);
        await walk.Go($"/work/{CaseOf("a coach")}");
        await walk.Press("Something has changed");
        Assert.Equal(0, await visit.Page.Locator("[name='asked-of']").CountAsync());
        await walk.Leave(() => visit.Page.Locator("main [name='go']", new() { HasText = "Does the adult hold a position of trust" }).ClickAsync());
        await walk.Choose("position-of-trust", "no");
        for (var pages = 0; !walk.At.EndsWith("/11", StringComparison.Ordinal) && pages < 5; pages++)      // what else that page asks and nobody was asked yet
        {
            await visit.Page.EvaluateAsync("() => document.querySelectorAll('main input[type=radio][value=not-known]').forEach(radio => "
                + "radio.form.elements[radio.name].value || radio.click())");
            if (await visit.Page.Locator("main [name='contact-work-or-voluntary']").CountAsync() > 0) await walk.Choose("contact-work-or-voluntary", "no");
            await walk.Press("Continue");
        }

        await visit.Page.FillAsync("[name='why']", "He has left the club");
        Assert.Contains("Not in force before a manager or safeguarding lead outside the setting signs", await visit.Page.InnerTextAsync("main"),
            StringComparison.Ordinal);
        await walk.Press("Record the change");
        Assert.Contains("Select a team outside your setting that signs", await visit.Page.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("He has left the club", await visit.Page.InputValueAsync("[name='why']"));
        await visit.Accessible();
        await visit.NoSidewaysScroll();
        await walk.Choose("asked-of", $"{Manager.Author.Team:N}");
        await walk.Press("Record the change");
        Assert.EndsWith("/decision", walk.At, StringComparison.Ordinal);
        await Finds(visit, Manager, walk.At[..^"/decision".Length], "You see this");
    }

    [Fact]
    public async Task What_somebody_says_was_agreed_is_shown_as_said_until_the_service_confirms_it()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await CaseSite.SignIn(visit, SocialWorker);
        var work = $"/work/{CaseOf("a username only")}";
        const string Said = "Hannah L., Teacher, says that Martin O., social care agreed what is said to Liam's mother";
        await visit.Go($"{work}/history");
        Assert.Contains(Said, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visit.Go(work);
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Say whether your service agreed what is said" }).ClickAsync());
        await visit.Accessible();
        await visit.Page.CheckAsync("[name='agrees'][value='yes']");
        await visit.Page.FillAsync("[name='what']", "That Liam is safe");
        await visit.Press("Record");
        await visit.Go($"{work}/history");
        var history = await visit.Page.InnerTextAsync("main");
        Assert.Contains("Confirmed that it was agreed: That Liam is safe", history, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, history, StringComparison.Ordinal);
        // Each entry by its line, where it can be put right.
        var corrections = await visit.Page.Locator("li:has(> details > a[href*='corrects=']) > details > summary").AllInnerTextsAsync();
        Assert.NotEmpty(corrections);
        Assert.DoesNotContain(corrections, words => words.Contains("Referral made", StringComparison.Ordinal));      // another team's
    }

    [Fact]
    public async Task Where_an_adult_may_be_involved_telling_asks_whether_it_could_be_them()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(375, at: site.Url);
        await CaseSite.SignIn(visit, Teacher);
        await visit.Go($"/work/{CaseOf("a call due today")}/form/6");
        await visit.Page.FillAsync("[name='who']", "Will's father");
        await visit.Page.CheckAsync("[name='how-it-is'][value='told']");
        await visit.Press("Record");
        var errors = await visit.Page.InnerTextAsync(".govuk-error-summary");
        foreach (var error in new[] { "Select whether they could be that adult, or live with them", "Enter who told them and how",
            "Enter what they were told" }) Assert.Contains(error, errors, StringComparison.Ordinal);
        await visit.Accessible();
        await visit.NoSidewaysScroll();
    }

    [Fact]
    public async Task All_that_asking_for_less_misses_is_said_at_once_and_what_says_the_same_says_for_whom()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        var walk = await To11(visit);
        await walk.Record();
        var work = walk.At[..^"/decision".Length];
        await visit.Go($"{work}/form/13");
        await visit.Press("Ask for a signature");
        var errors = await visit.Page.InnerTextAsync(".govuk-error-summary");
        foreach (var error in new[] { "Select who outside your setting is asked to sign", "Select what is not to be done", "Say what is done instead",
            "Give the reason" }) Assert.Contains(error, errors, StringComparison.Ordinal);
        foreach (var group in new[] { "12 of Year 8", "3 of Year 7" })
        {
            await visit.Go($"{work}/form/16");
            await visit.Page.FillAsync("[name='words']", group);
            await visit.Page.FillAsync("[name='youngest']", "12");
            await visit.Page.CheckAsync("[name='parts'][value='Received']");
            await visit.Press("Record");
        }

        Assert.Contains("(0 of 2: 12 of Year 8, 3 of Year 7)", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        var duties = await visit.Page.InnerTextAsync("main");
        Assert.True(duties.LastIndexOf("Refer to the police or children's social care",
            StringComparison.Ordinal) < duties.LastIndexOf("Ask children's social care for advice", StringComparison.Ordinal));
    }

    private static string CaseOf(string story) => new Story(story).File.Id.ToString();

    private static async Task<Walk> To11(Visit visit)
    {
        await CaseSite.SignIn(visit, Teacher);
        var walk = new Walk(visit);
        await walk.Press("Report a worry");
        await walk.To("/11", grooming);
        return walk;
    }

    private static async Task Finds(Visit visit, Person who, string work, string? because)
    {
        if (because is null) visit.Expect("404");
        await CaseSite.SignIn(visit, who);
        var answer = await visit.Ask(work);
        Assert.Equal(because is null ? 404 : 200, answer.Status);
        if (because is not null) Assert.Contains(because, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
