using Lapwing.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>
/// A teacher reports on a Friday afternoon, is told whom to call, calls, records it; the duty social worker receives, decides, feeds back; parents are
/// told as agreed; a colleague finds nothing.
/// </summary>
public sealed class CaseStoryTests(Browser browser)
{
    private const string Teacher = "Hannah L.", Colleague = "Priya S.", SocialWorker = "Martin O.", Words = "Kestrel Larch said it plainly";

    [Fact]
    public async Task A_worry_becomes_a_case_that_goes_to_its_end_and_is_seen_by_nobody_else()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, Teacher);
        var work = await Report(visit);
        await Calls(visit, work);
        await Form(visit, $"{work}/form/11", () => visit.Page.FillAsync("[name='own-words']", Words));

        visit.Expect("404");
        await SignIn(visit, Colleague);
        Assert.DoesNotContain(work[^32..], await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(await Body(visit, work), await Body(visit, "/work/00000000000000000000000000000000"));

        await SignIn(visit, SocialWorker);
        await Receives(visit, work);
        await SignIn(visit, Teacher);
        await TellsTheMother(visit, work);
        await ShowsItAll(visit, work);
        foreach (var file in Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories))
            await CaseSite.NotInClear(file, "Kestrel", "Okafor", "Mother", "grooming");
        Assert.Empty(Verify.Run(site.Data).Findings);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_sees_anything_and_an_image_in_words_is_not_kept()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await visit.Go("/work");
        Assert.EndsWith("/sign-in", visit.Page.Url, StringComparison.Ordinal);
        await visit.Accessible();
        await SignIn(visit, Teacher);
        var work = await Report(visit);
        await visit.Go($"{work}/form/11");
        await visit.Page.FillAsync("[name='story']", $"She said so. data:image/png;base64,{new string('A', 400)} And then she left.");
        await visit.Press("Record");
        Assert.Contains("This text held an image, which was not kept", await visit.Page.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("She said so. [an image stood here and was not kept] And then she left.", await visit.Page.InputValueAsync("[name='story']"));
        await visit.Press("Record");
        await visit.Go($"{work}/history");
        Assert.Contains("She said so. [an image stood here and was not kept] And then she left.", await visit.Page.InnerTextAsync("main"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_overtaken_shows_what_was_added_and_keeps_what_was_typed_and_one_sent_twice_is_one_entry()
    {
        await using var site = await CaseSite.Start();
        await using var first = await browser.Open(at: site.Url);
        await using var second = await browser.Open(at: site.Url);
        await SignIn(first, Teacher);
        await SignIn(second, "Daniel M.");
        var work = await Report(first);
        await first.Go($"{work}/form/11");
        await first.Page.FillAsync("[name='story']", "Mine");
        await Form(second, $"{work}/form/11", () => second.Page.FillAsync("[name='story']", "Theirs"));
        await first.Press("Record");
        Assert.Contains("Something was added while you were writing", await first.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("Mine", await first.Page.InputValueAsync("[name='story']"));
        var sent = await first.Page.EvaluateAsync<string[][]>("() => [...new FormData(document.querySelector('main form:has([name=act])'))]");
        for (var i = 0; i < 2; i++)      // as an impatient finger sends it
        {
            var form = first.Page.Context.APIRequest.CreateFormData();
            foreach (var field in sent) form.Append(field[0], field[1]);
            var answer = await first.Page.Context.APIRequest.PostAsync($"{work}/form/11", new() { Form = form });
            Assert.EndsWith(work, answer.Url, StringComparison.Ordinal);
        }

        // the same page, which is still open, with other words: they are not taken for those
        await first.Page.FillAsync("[name='story']", "Then she left");
        await first.Press("Record");
        Assert.Contains("You recorded this form already", await first.Page.InnerTextAsync("[role='alert']"), StringComparison.Ordinal);
        Assert.Equal("Then she left", await first.Page.InputValueAsync("[name='story']"));
        await first.Press("Record");
        await first.Go($"{work}/history");
        var history = await first.Page.InnerTextAsync("main");
        foreach (var words in new[] { "Mine", "Theirs", "Then she left" }) Assert.Equal(2, history.Split(words).Length);
    }

    [Fact]
    public async Task A_report_sent_twice_is_one_and_somebody_else_at_the_same_computer_makes_one_of_their_own()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, Teacher);
        var walk = new Walk(visit);
        await walk.Start();
        await walk.To("/check/decision", new Said("grooming").With("yes", "adult-involved"), isLong: true);
        var state = await visit.Page.InputValueAsync("form[action='/reports'] [name='state']");
        var first = await Send(visit, state);
        Assert.Equal(first, await Send(visit, state));
        await visit.Go(first);
        await visit.Page.CheckAsync("[name='lead-may-see'][value='yes']");
        await visit.Press("Record and see who to call");
        first = new Uri(visit.Page.Url).AbsolutePath;
        Assert.Equal(first, await Send(visit, state));      // recorded: it leads to the case
        await SignIn(visit, Colleague);
        var other = await Send(visit, state);
        Assert.NotEqual(first[^40..], other[^40..]);
        Assert.Equal((200, 404), ((await visit.Page.APIRequest.GetAsync(other)).Status, (await visit.Page.APIRequest.GetAsync(first)).Status));
    }

    // As the page sends it, with the token of whoever is signed in now.
    private static async Task<string> Send(Visit visit, string state)
    {
        await visit.Go("/sign-in");
        var form = visit.Page.APIRequest.CreateFormData();
        form.Append("state", state);
        form.Append("__RequestVerificationToken", await visit.Page.Locator("[name='__RequestVerificationToken']").First.InputValueAsync());
        var answer = await visit.Page.APIRequest.PostAsync("/reports", new() { Form = form });
        Assert.Equal(200, answer.Status);
        return new Uri(answer.Url).AbsolutePath;
    }

    private static Task Calls(Visit visit, string work) => Form(visit, $"{work}/form/1", async () =>
    {
        await visit.Press("Record");      // empty first: what is missing is said, and nothing is recorded
        await visit.Accessible();
        Assert.Contains("Select who was called", await visit.Page.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        await visit.Page.CheckAsync("input[value='childrens-social-care']");
        await visit.Page.CheckAsync("input[value='Telephone']");
        await visit.Page.FillAsync("[name='spoke-to']", "Ms Okafor");
    });

    private static async Task Receives(Visit visit, string work)
    {
        await Form(visit, $"{work}/form/2", () => Task.CompletedTask);
        await Form(visit, $"{work}/form/3", async () =>
        {
            await visit.Page.CheckAsync("input[name='children']");
            await visit.Page.CheckAsync("input[value='Assessment']");
            await visit.Page.FillAsync("[name='why']", "An assessment starts");
        });
        await Form(visit, $"{work}/form/4", () => visit.Page.FillAsync("[name='words']", "Accepted. Her mother may be told that she is safe."));
    }

    private static async Task TellsTheMother(Visit visit, string work)
    {
        await Form(visit, $"{work}/form/7", async () =>
        {
            await visit.Page.FillAsync("[name='what']", "That she is safe and supported");
            await visit.Page.FillAsync("[name='to-whom']", "her mother");
            await visit.Page.FillAsync("[name='with']", "Ms Okafor, social care");
        });
        await Form(visit, $"{work}/form/6", async () =>
        {
            await visit.Page.CheckAsync("input[name='child']");
            await visit.Page.FillAsync("[name='who']", "Mother");
            await visit.Page.CheckAsync("input[value='told']");
            await visit.Page.FillAsync("[name='happened-time']", "16:40");
            await visit.Page.FillAsync("[name='how']", "By telephone, the head of year");
            await visit.Page.FillAsync("[name='what']", "That she is safe and supported");
        });
    }

    // The banner, the duties, the history, the people, the decision and who looked: each in words, with a title that says nothing.
    private static async Task ShowsItAll(Visit visit, string work)
    {
        foreach (var (path, says) in new[] { ("", "Do not tell: the adult"), ("/duties", "Done ("), ("/history", Words),
            ("/people", "A child not named yet, 15"), ("/decision", "The calls are made"), ("/looked", "Every look at this is on record") })
        {
            await visit.Go(work + path);
            await visit.Accessible();
            Assert.Contains(says, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Matches("^[A-Z][a-zA-Z ]+ – case [0-9A-Z]+ – Lapwing$", await visit.Page.TitleAsync());
        }
    }

    private static async Task SignIn(Visit visit, string name)
    {
        await visit.Go("/sign-in");
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync());
        Assert.EndsWith("/work", visit.Page.Url, StringComparison.Ordinal);
        await visit.Accessible();
    }

    private static async Task<string> Report(Visit visit)
    {
        var walk = new Walk(visit, page => page.Accessible());
        await visit.Press("Report a worry");
        var said = new Said("grooming") { Children = [("harmed", "15")] }.With("yes", "adult-involved");
        await walk.To("/11", said);
        await walk.Press("Answer");
        await walk.To("/11", said);
        await visit.Page.CheckAsync("[name='lead-may-see'][value='yes']");
        await walk.To("/decision", said);
        var work = new Uri(visit.Page.Url).AbsolutePath[..^"/decision".Length];
        await visit.Go(work);
        await visit.Accessible();
        Assert.Contains("Next for you: Refer to", await visit.Page.InnerTextAsync(".app-card"), StringComparison.Ordinal);
        return work;
    }

    private static async Task Form(Visit visit, string address, Func<Task> fill)
    {
        await visit.Go(address);
        await visit.Accessible();
        await fill();
        await visit.Press("Record");
        Assert.DoesNotContain("/form/", visit.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<string> Body(Visit visit, string address) => await (await visit.Ask(address)).TextAsync();
}
