using Lapwing.Casework.Access;
using Microsoft.Playwright;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Pages.Tests;

/// <summary>
/// A report by page, and a call about the same child; who leads is named, and who covers on Saturday; somebody is left out, and finds no trace. Every page is
/// looked at by axe.
/// </summary>
public sealed class CircleStoryTests(Browser browser)
{
    private const string Child = "Kestrel Larch", Alike = "Kestral Larsh";
    private static readonly Said grooming = new Said("grooming") { Children = [("harmed", "12")] }.With("yes", "adult-involved");

    [Fact]
    public async Task A_child_reported_twice_is_found_is_led_is_covered_on_Saturday_and_hidden_from_whoever_must_not_know()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await using var other = await browser.Open(at: site.Url);
        visit.Expect("404");
        other.Expect("404");
        var first = await Reported(visit);
        await SignIn(other, Supervisor);
        await other.Go(first);
        await other.Accessible();
        Assert.Contains(Child, await Text(other), StringComparison.Ordinal);      // until she is left out
        var second = await Called(visit);
        await Found(visit, first, second);
        await Led(visit, first);
        await LeftOut(visit, other, first);
        await Away(visit);
        await OnSaturday(site, visit, other, first);
    }

    // By page, with the name of the child and the adult, and both services are called.
    private static async Task<string> Reported(Visit visit)
    {
        await SignIn(visit, Teacher);
        var walk = new Walk(visit, page => page.Accessible());
        await walk.Press("Report a worry");
        await walk.To("/decision", grooming);
        var work = walk.At.Replace("/decision", "", StringComparison.Ordinal);
        await Names(visit, work);
        await Form(visit, $"{work}/form/12", async () =>
        {
            await visit.Page.CheckAsync("input[name='kind'][value='adult']");
            await visit.Page.CheckAsync("input[name='parts'][value='Alleged']");
            await visit.Page.FillAsync("[name='name']", "Rowan Thorne");
            await visit.Page.CheckAsync("input[name='works-for-partner'][value='yes']");
            await visit.Page.CheckAsync("input[name='partner-agency'][value='Police']");
        });
        foreach (var service in new[] { "childrens-social-care", "police" })
            await Form(visit, $"{work}/form/1", async () =>
            {
                await visit.Page.CheckAsync($"input[value='{service}']");
                await visit.Page.CheckAsync("input[value='Telephone']");
                await visit.Page.FillAsync("[name='spoke-to']", "Ms Okafor");
            });
        return work;
    }

    // By telephone: whether the child is known is asked first, by the name as it was heard.
    private static async Task<string> Called(Visit visit)
    {
        await SignIn(visit, Manager);
        var walk = new Walk(visit, page => page.Accessible());
        await visit.Follow("a[role=button][href='/work/find']");
        await visit.Page.FillAsync("#find", Alike);
        await walk.Press("Find");
        Assert.Contains("Names that sound alike (1)", await Text(visit), StringComparison.Ordinal);
        await walk.Press("Record a call or a worry");
        await walk.To("/11", grooming);
        await walk.Choose("told-by", "Other");
        await walk.Choose("came-as", "Telephone");
        await visit.Page.FillAsync("[name='told-by-words']", "Mrs Abbott, a neighbour");
        await walk.Press("Record and see");
        var work = walk.At.Replace("/decision", "", StringComparison.Ordinal);
        await Names(visit, work);
        return work;
    }

    private static async Task Found(Visit visit, string first, string second)
    {
        await visit.Go("/work/find");
        await visit.Page.FillAsync("#find", Child);
        await visit.Press("Find");
        await visit.Accessible();
        foreach (var work in new[] { first, second }) Assert.Equal(1, await visit.Page.Locator($"main a[href='{work}']").CountAsync());
    }

    private static async Task Led(Visit visit, string work)
    {
        await Form(visit, $"{work}/form/2", () => Task.CompletedTask);
        await Form(visit, $"{work}/form/3", async () =>
        {
            await visit.Page.Locator("input[name='children']").First.CheckAsync();
            await visit.Page.CheckAsync("input[value='Assessment']");
            await visit.Page.CheckAsync($"input[name='lead'][value='{SocialWorker.Author.Account:N}']");
            await visit.Page.FillAsync("[name='why']", "An assessment starts");
        });
        await visit.Go($"{work}/access");
        await visit.Accessible();
        Assert.Contains("Leads it", await visit.Page.InnerTextAsync("li:has-text('Martin O.')"), StringComparison.Ordinal);
    }

    private static async Task LeftOut(Visit visit, Visit other, string work)
    {
        await SignIn(visit, SocialWorker);
        await Form(visit, $"{work}/form/25", async () =>
        {
            await visit.Page.FillAsync("[name='find-account']", "elaine");
            await visit.Press("Search");
            await visit.Accessible();
            await visit.Page.CheckAsync($"input[name='account'][value='{Supervisor.Author.Account:N}']");
            await visit.Page.Locator("input[name='person']").First.CheckAsync();
            await visit.Page.CheckAsync("input[value='LivesWith']");
        });
        Assert.Equal(404, (await other.Ask(work)).Status);
        await other.Accessible();
        await other.Go("/work/find");
        foreach (var name in new[] { Child, Alike })
        {
            await other.Page.FillAsync("#find", name);
            await other.Press("Find");
            Assert.Equal(0, await other.Page.Locator($"main a[href='{work}']").CountAsync());
            Assert.DoesNotContain("alike (", await Text(other), StringComparison.Ordinal);
        }

        await other.Go("/work");
        Assert.DoesNotContain(work, await other.Page.ContentAsync(), StringComparison.Ordinal);
    }

    // Whoever leads it names who covers, for the two days of the week's end.
    private static async Task Away(Visit visit)
    {
        await visit.Go("/away");
        await visit.Accessible();
        await visit.Follow("main a[role=button]");
        await visit.Accessible();
        await visit.Page.GetByLabel("Lena H.").First.CheckAsync();
        foreach (var (field, value) in new[] { ("from-day", "28"), ("from-month", "3"), ("from-year", "2026"), ("until-day", "29"), ("until-month", "3"),
            ("until-year", "2026") }) await visit.Page.FillAsync($"[name='{field}']", value);
        await visit.Leave(() => visit.Page.ClickAsync("#form .govuk-button >> visible=true"));
        Assert.Contains("Saved.", await visit.Page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await visit.Accessible();
    }

    private static async Task OnSaturday(CaseSite site, Visit visit, Visit other, string work)
    {
        async Task<int> AsksFor(DateTimeOffset at)
        {
            site.Clock.Now = at;
            await visit.Go("/sign-in");
            await visit.Leave(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = Adviser.Name }).ClickAsync());
            await visit.Leave(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Conference chairs" }).ClickAsync());
            await visit.Accessible();
            return (await visit.Ask(work)).Status;
        }

        Assert.Equal(404, await AsksFor(new(2026, 3, 27, 23, 59, 0, TimeSpan.Zero)));
        Assert.Equal(200, await AsksFor(new(2026, 3, 28, 10, 0, 0, TimeSpan.Zero)));
        Assert.Contains("You see this because you cover for Martin O.", await Text(visit), StringComparison.Ordinal);
        await visit.Accessible();
        await visit.Go("/work");
        Assert.Contains("You cover for Martin O.", await Text(visit), StringComparison.Ordinal);
        await SignIn(other, Supervisor);
        Assert.Equal(404, (await other.Ask(work)).Status);
        Assert.Equal(404, await AsksFor(new(2026, 3, 29, 23, 0, 0, TimeSpan.Zero)));      // midnight in London, of the day on which the clocks went forward
    }

    private static Task Names(Visit visit, string work) => Form(visit, $"{work}/form/12", async () =>
    {
        await visit.Page.CheckAsync("input[name='kind'][value='child']");
        await visit.Page.CheckAsync("input[name='parts'][value='Harmed']");
        await visit.Page.FillAsync("[name='name']", Child);
    });

    private static async Task SignIn(Visit visit, Person person)
    {
        await CaseSite.SignIn(visit, person);
        await visit.Accessible();
    }

    private static async Task Form(Visit visit, string address, Func<Task> fill)
    {
        await visit.Go(address);
        await visit.Accessible();
        await fill();
        await visit.Press("Record");
        Assert.DoesNotContain("/form/", visit.Page.Url, StringComparison.Ordinal);
    }

    private static Task<string> Text(Visit visit) => visit.Page.InnerTextAsync("main");
}
