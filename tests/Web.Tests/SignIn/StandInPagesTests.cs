using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Tests.Cases;
using Lapwing.Web.Tests.Check;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.SignIn;

/// <summary>Who stands in, on the pages: said where a case says who is in it, asked about before a report, and ended by nobody else.</summary>
public sealed class StandInPagesTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-stands-in-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Who_covers_stands_on_the_access_page_and_is_ended_by_whoever_is_away_alone()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        var access = $"/work/{new Story("a partner who works for the police").File.Id}/access";
        await forms.Get(access);
        Assert.DoesNotContain("Who stands in", forms.Words, StringComparison.Ordinal);
        var away = $"/people/away/{DemonstrationPosts.PostOf(SocialWorker):N}";
        await forms.Get(away);
        await forms.Send(away, new()
        {
            ["covered-by"] = $"{Manager.Author.Account:N}",
            ["from-day"] = "27",
            ["from-month"] = "3",
            ["from-year"] = "2026",
            ["until-day"] = "3",
            ["until-month"] = "4",
            ["until-year"] = "2026",
        });
        var end = forms.Page.QuerySelector("form[action^='/away?end=']")!.GetAttribute("action")!;
        await forms.Get(access);
        Assert.Contains("Who stands in for them now Ruth A., Team manager Covers for Martin O., Duty social worker, until Friday 3 April 2026", forms.Words,
            StringComparison.Ordinal);

        await forms.SignIn(Manager);
        Assert.Contains("Martin O. is away from 27 March 2026 until 3 April 2026: Ruth A. covers", forms.Words, StringComparison.Ordinal);
        await forms.Get("/people");
        Assert.DoesNotContain("They are back", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("open dut", forms.Words, StringComparison.Ordinal);      // the number is for account holders
        await forms.Get("/away");
        await forms.Send(end, [], "main form, form#hide");
        Assert.Contains("Whoever is away says that they are back, or whoever said that they are away. Nothing was changed.", forms.Words,
            StringComparison.Ordinal);
        await forms.SignIn(CouncilHolder);
        await forms.Get("/people");
        Assert.Contains("Martin O.", forms.Words, StringComparison.Ordinal);
        Assert.Contains("open dut", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leads_safeguarding_with_others_says_whether_they_see_a_report()
    {
        await using var forms = await CaseForms.As(HillsideDeputy, folder.FullName, now);
        foreach (var (person, question) in new[] { (HillsideDeputy, "Do the others who lead safeguarding with you see it?"),
            (Teacher, "Does your setting's safeguarding lead see it?"), (CollegeLead, null) })
        {
            await forms.SignIn(person);
            await forms.Send("/reports", [], "form[action='/reports']");
            await forms.Get($"{forms.At[..forms.At.LastIndexOf('/')]}/11");
            Assert.Equal(question is not null, forms.Page.QuerySelector("[name='lead-may-see']") is not null);
            if (question is not null) Assert.Contains(question, forms.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_what_is_said_at_once_nothing_is_forgotten_whichever_is_done_first()
    {
        var clock = new FixedClock(now);
        await using var cases = await DemonstrationCases.Open(folder.FullName, clock);
        var accounts = DemonstrationCases.AccountsOf(cases.Ledger, clock);
        var office = accounts.Register.OrganisationOf(CouncilHolder.Author.Team)!;
        Guid[] teams = [.. Enumerable.Range(0, 24).Select(i => Story.IdOf($"team {i}"))];
        await Task.WhenAll(teams.Select(async team => Assert.Empty(await Task.Run(() =>
            accounts.Say(CouncilHolder.Author, new TeamAdded(team, office.Id, $"Team {team:N}", TeamKind.CaseTeam)), stop))));
        Assert.All(teams, team => Assert.NotNull(accounts.Register.Team(team)));
        Assert.Equal(new StaffLog(cases.Ledger).Read().Count, accounts.Register.Changes.Count);
        var (later, earlier) = (accounts.Register, StaffRegister.Of(accounts.Register.Changes.SkipLast(1)));
        accounts.Know(earlier);      // written before, and done after
        Assert.Same(later, accounts.Register);
    }
}
