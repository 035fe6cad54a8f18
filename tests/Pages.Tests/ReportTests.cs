using Lapwing.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>A report that is interrupted, hidden, sent too late or overtaken: no word of it is lost, and none of it is anybody else's.</summary>
public sealed class ReportTests(Browser browser)
{
    private const string Teacher = "Hannah L.", Colleague = "Priya S.", Lead = "Daniel M.", Words = "Kestrel Larch said it plainly";
    private static readonly Said grooming = new Said("grooming") { Children = [("harmed", "15")] }.With("yes", "adult-involved");

    [Fact]
    public async Task A_report_is_gone_on_with_on_another_device_after_a_restart_and_says_refer_now_first_in_my_work()
    {
        await using var site = await CaseSite.Start();
        string address;
        await using (var first = await browser.Open(at: site.Url))
        {
            await SignIn(first, Teacher);
            var walk = new Walk(first);
            await walk.Press("Report a worry");
            await walk.To("/11", grooming);
            address = walk.At;
        }

        await site.Restart();
        await using var second = await browser.Open(width: 320, at: site.Url);
        await SignIn(second, Teacher);
        Assert.Contains("Not finished (1)", await second.Page.InnerTextAsync("h2 >> nth=0"), StringComparison.Ordinal);
        Assert.Contains("Unfinished report, today 4:40pm. It already says: refer now.", await second.Page.InnerTextAsync("main li >> nth=0"),
            StringComparison.Ordinal);
        Assert.Equal(0, await second.Page.GetByRole(AriaRole.Button, new() { Name = "Delete this draft" }).CountAsync());
        await second.Follow("main li >> nth=0 >> a");
        Assert.Equal(address, new Uri(second.Page.Url).AbsolutePath);
        await second.Accessible();
        await second.NoSidewaysScroll();
        var on = new Walk(second);
        await on.To("/decision", grooming);
        await second.Go("/work");
        Assert.DoesNotContain("Unfinished", await second.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_is_asked_last_where_nobody_has_to_be_called_first_and_waits_where_somebody_has()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, Teacher);
        var walk = new Walk(visit, page => page.Accessible());
        await walk.Press("Report a worry");
        await walk.To("/10", Said.NothingKnown with { Children = [("shown", "")] }, isLong: true);
        await visit.Page.FillAsync("[name='own-words']", Words);
        await walk.Press("Continue");
        Assert.EndsWith("/11", walk.At, StringComparison.Ordinal);
        Assert.Contains("Written", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await walk.Record();
        await visit.Go(walk.At.Replace("/decision", "/history", StringComparison.Ordinal));
        Assert.Contains(Words, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(walk.Visited.Count <= 13, string.Join(' ', walk.Visited));      // my work, eleven pages and the decision

        await visit.Go("/work");
        await walk.Press("Report a worry");
        walk.Visited.Clear();
        await walk.To("/decision", grooming);
        Assert.DoesNotContain(walk.Visited, at => at.EndsWith("/10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hiding_the_page_ends_the_session_and_keeps_the_words_for_their_author_alone()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, Teacher);
        var work = await Report(visit);
        await visit.Go($"{work}/form/11");
        await visit.Page.FillAsync("[name='story']", Words);
        await visit.Page.PressAsync("[name='story']", "Tab");
        await visit.Press("Hide this page");
        Assert.Equal(("Blank page", "/blank"), (await visit.Page.TitleAsync(), new Uri(visit.Page.Url).AbsolutePath));
        await visit.Accessible();
        await visit.Go("/work");
        Assert.EndsWith("/sign-in", visit.Page.Url, StringComparison.Ordinal);
        await SignIn(visit, Colleague);
        Assert.DoesNotContain("Unfinished", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await SignIn(visit, Teacher);
        await visit.Follow("text=Unfinished form");
        Assert.Equal(Words, await visit.Page.InputValueAsync("[name='story']"));
        await visit.Accessible();
        foreach (var file in Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories)) await CaseSite.NotInClear(file, "Kestrel");
        await visit.Press("Record");
        await visit.Go("/work");
        Assert.DoesNotContain("Unfinished", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_sent_after_the_session_ended_or_became_somebody_elses_are_kept_for_whoever_wrote_them()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, Teacher);
        var work = await Report(visit);
        foreach (var (becomes, words) in new[] { ((string?)null, Words), (Colleague, "Then she left") })
        {
            await SignIn(visit, Teacher);
            await visit.Go($"{work}/form/11");
            await visit.Page.FillAsync("[name='story']", words);
            if (becomes is null) await visit.Page.Context.ClearCookiesAsync();
            else await InAnotherWindow(visit, becomes);
            await visit.Press("Record");
            Assert.Contains("What you typed is kept for you alone", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await visit.Accessible();
            await SignIn(visit, Colleague);
            Assert.DoesNotContain("Unfinished", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await SignIn(visit, Teacher);
            await visit.Follow("text=Unfinished form");
            Assert.Equal(words, await visit.Page.InputValueAsync("[name='story']"));
            await visit.Press("Record");
        }

        await visit.Go($"{work}/history");
        var history = await visit.Page.InnerTextAsync("main");
        Assert.Equal((1, 1), (history.Split(Words).Length - 1, history.Split("Then she left").Length - 1));
    }

    [Fact]
    public async Task Other_words_on_a_form_that_was_recorded_already_are_kept_too_when_the_session_ends()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, Teacher);
        var work = await Report(visit);
        await visit.Go($"{work}/form/11");
        var act = await visit.Page.Locator("[name='act']").InputValueAsync();
        await visit.Page.FillAsync("[name='story']", Words);
        await visit.Press("Record");
        await visit.Go($"{work}/form/11");
        await visit.Page.EvaluateAsync("act => document.querySelector('[name=act]').value = act", act);      // as the page that was gone back to has it
        await visit.Page.FillAsync("[name='story']", "Then she left");
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Press("Record");
        await SignIn(visit, Teacher);
        await visit.Follow("text=Unfinished form");
        Assert.Contains("You recorded this form already, with other words", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("Then she left", await visit.Page.InputValueAsync("[name='story']"));
        await visit.Accessible();
        await visit.Press("Record");
        await visit.Go($"{work}/history");
        var history = await visit.Page.InnerTextAsync("main");
        Assert.Equal((1, 1), (history.Split(Words).Length - 1, history.Split("Then she left").Length - 1));
    }

    [Fact]
    public async Task Facts_that_changed_open_what_is_new_and_two_who_change_them_at_once_see_each_other()
    {
        await using var site = await CaseSite.Start();
        await using var teacher = await browser.Open(at: site.Url);
        await using var lead = await browser.Open(at: site.Url);
        await SignIn(teacher, Teacher);
        await SignIn(lead, Lead);
        var work = await Report(teacher);
        foreach (var visit in new[] { teacher, lead })
        {
            await visit.Go($"{work}/decision");
            await visit.Press("Something has changed");
            await visit.Accessible();
        }

        await Changes(lead, "Answer", "position-of-trust", "His mother told us where he works");
        Assert.Contains("The LADO", await lead.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await teacher.Page.FillAsync("[name='why']", "She told me more");
        await teacher.Press("Record the change");
        Assert.Contains("His mother told us where he works", await teacher.Page.InnerTextAsync("[role='alert']"), StringComparison.Ordinal);
        Assert.Equal("She told me more", await teacher.Page.InputValueAsync("[name='why']"));
        await teacher.Accessible();
        // taken over: nothing of it is dropped
        Assert.Contains("Does the adult hold a position of trust?\nYes", (await teacher.Page.InnerTextAsync("main"))
            .Replace("\t", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, await teacher.Page.Locator(".app-difference").CountAsync());
        await teacher.Press("Save and come back later");
        Assert.Contains("Unfinished change of the facts", await teacher.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await teacher.Leave(() => teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Delete this draft" }).ClickAsync());
        Assert.DoesNotContain("Unfinished", await teacher.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(Verify.Run(site.Data).Findings);
    }

    private static async Task Changes(Visit visit, string how, string yes, string why)
    {
        var walk = new Walk(visit, page => page.Accessible());
        await walk.Press(how);
        await walk.To("/11", grooming.With("yes", yes));
        await visit.Page.FillAsync("[name='why']", why);
        await walk.Press("Record the change");
        Assert.EndsWith("/decision", walk.At, StringComparison.Ordinal);
    }

    private static async Task<string> Report(Visit visit)
    {
        var walk = new Walk(visit);
        await walk.Press("Report a worry");
        await walk.To("/11", grooming);
        await visit.Page.CheckAsync("[name='lead-may-see'][value='yes']");
        await walk.To("/decision", grooming);
        return walk.At[..^"/decision".Length];
    }

    private static async Task InAnotherWindow(Visit visit, string name)
    {
        var page = await visit.Page.Context.NewPageAsync();
        await visit.Waiting(() => page.GotoAsync("/sign-in"));
        await visit.Leave(() => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync(), page);
        await page.CloseAsync();
    }

    private static async Task SignIn(Visit visit, string name)
    {
        await visit.Go("/sign-in");
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync());
    }
}
