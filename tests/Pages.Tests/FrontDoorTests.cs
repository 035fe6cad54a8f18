using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>A call to the duty team, just before it closes: recorded and received at once, and taken by a colleague from the inbox.</summary>
public sealed class FrontDoorTests(Browser browser)
{
    private static readonly Said grooming = new Said("grooming") { Children = [("harmed", "12")] }.With("yes", "adult-involved");

    [Theory]
    [InlineData(1280), InlineData(320)]
    public async Task Somebody_without_an_account_rings_and_a_colleague_takes_it(int width)
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(width: width, at: site.Url);
        await SignIn(visit, DemonstrationPeople.Manager);
        var walk = new Walk(visit, page => page.Accessible());
        await visit.Follow("a[role=button][href='/work/find']");      // first whether somebody is known
        await visit.Page.FillAsync("#find", "Abbott");
        await walk.Press("Find");
        Assert.Contains("No case that you are in has it", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visit.NoSidewaysScroll();
        await walk.Press("Record a call or a worry");
        await walk.To("/11", grooming);
        await walk.Press("Record and see");      // nothing is chosen: all that is missing is said at once
        Assert.Equal(["Select who told you, or that you saw or heard it yourself", "Select whether it was referred to your service"],
            await visit.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        await walk.Choose("told-by", "Other");
        await walk.Choose("came-as", "Telephone");
        await walk.Press("Record and see");
        Assert.Equal(["Enter who told you"], await visit.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        Assert.True(await walk.IsChosen("came-as", "Telephone"));
        await visit.Page.FillAsync("[name='told-by-words']", "Mrs Abbott, a dinner lady: 01632 960 417");
        await visit.NoSidewaysScroll();
        await walk.Press("Record and see");
        Assert.EndsWith("/decision", walk.At, StringComparison.Ordinal);
        var work = walk.At.Replace("/decision", "", StringComparison.Ordinal);
        await walk.Go(work);
        var summary = await visit.Page.InnerTextAsync("main");
        Assert.Contains("Told by: somebody else: Mrs Abbott, a dinner lady: 01632 960 417", summary, StringComparison.Ordinal);
        Assert.Contains("Receive the referral", summary.Split("New:")[0], StringComparison.Ordinal);
        Assert.Contains("Decide on the referral, due Monday 30 March 2026, for Social care duty team", summary, StringComparison.Ordinal);

        await SignIn(visit, DemonstrationPeople.SocialWorker);
        await walk.Go("/work/team");
        await visit.NoSidewaysScroll();
        await visit.Leave(() => visit.Page.Locator($"li:has(a[href='{work}']) button").ClickAsync());
        Assert.Contains("You took ", await visit.Page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await visit.Accessible();
        await walk.Go(work);
        Assert.Contains("Martin O., Duty social worker, took the referral", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_saw_themselves_is_a_report_and_received_by_nobody()
    {
        await using var site = await CaseSite.Start();
        await using var visit = await browser.Open(at: site.Url);
        await SignIn(visit, DemonstrationPeople.Officer);
        var walk = new Walk(visit);
        await walk.Go("/work/find");
        await walk.Press("Record a call or a worry");
        await walk.To("/11", grooming);
        await walk.Choose("told-by", "myself");
        await walk.Choose("came-as", "Telephone");
        await walk.Press("Record and see");
        Assert.Equal(["Nobody referred what you saw or heard yourself: select no, or who told you"],
            await visit.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        await walk.Choose("came-as", "no");
        await walk.Press("Record and see");
        await walk.Go(walk.At.Replace("/decision", "", StringComparison.Ordinal));
        var summary = await visit.Page.InnerTextAsync("main");
        Assert.DoesNotContain("Told by", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Receive the referral", summary, StringComparison.Ordinal);
    }

    private static Task SignIn(Visit visit, Person person) => CaseSite.SignIn(visit, person);
}
