using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The inbox of a team: what nobody's name is on is taken with one press, by those of the team, and names nobody of a case.</summary>
public sealed class TeamInboxTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-inbox-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_referred_to_a_team_is_taken_by_one_and_taken_over_by_another()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        await forms.Get("/work");
        var link = forms.Page.QuerySelector("a[href='/work/team']")!.TextContent;
        await forms.Get("/work/team");
        Assert.Equal($"Team inbox ({forms.Page.QuerySelector("ul.app-work")!.ChildElementCount})", link);
        var taken = Take(forms, "Take it");
        await Press(forms, taken);
        Assert.Contains("You took ", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(taken, Lines(forms, 0));
        await forms.SendAgain();      // a second click is the same act
        Assert.Contains("You took ", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{taken}/form/31");
        await forms.Send($"/work/{taken}/form/31", new() { ["who"] = "none" });
        await forms.Get("/work/team");
        Assert.Contains(taken, Lines(forms, 0));
        await Press(forms, taken);
        await forms.Get("/work?of=me");
        Assert.Contains(forms.Page.QuerySelectorAll(".app-work__line"), line => line.QuerySelector($"a[href='/work/{taken}']") is not null
            && line.TextContent.Contains("For: you", StringComparison.Ordinal));

        await forms.SignIn(Manager);
        await forms.Get("/work/team");
        Assert.Contains(taken, Lines(forms, 1));
        Assert.Contains("With Martin O., Duty social worker", forms.Words, StringComparison.Ordinal);
        await Press(forms, taken);
        await forms.Get($"/work/{taken}/history");
        Assert.Contains("Ruth A., Team manager, took the referral; Martin O., Duty social worker, had it", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_second_is_told_and_takes_it_from_nobody()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        await forms.Get("/work/team");
        var taken = Take(forms, "Take it");
        await forms.SignIn(Manager);
        await forms.Get("/work/team");
        await Press(forms, taken);
        await forms.SignIn(SocialWorker);
        await forms.Get("/work/team");
        await forms.Send("/work/team", new() { ["take"] = taken }, "form#take");      // as it stood on the page before
        Assert.Contains("Somebody else has it meanwhile: see who, before you take it over", forms.Words, StringComparison.Ordinal);
        Assert.Contains(taken, Lines(forms, 1));
        Assert.Contains("With Ruth A., Team manager", forms.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Samuel W.", 200), InlineData("Daniel M.", 200), InlineData("Hannah L.", 404)]
    public async Task Nobody_of_another_team_takes_it(string name, int answer)
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        await forms.Get("/work/team");
        var taken = Take(forms, "Take it");
        await forms.SignIn(DemonstrationPeople.All.Single(person => person.Name == name));
        Assert.Equal(answer == 200, await forms.Finds("/work/team"));
        if (answer != 200) return;
        await forms.Send("/work/team", new() { ["take"] = taken }, "form#take");
        Assert.Contains("It is not in your team’s inbox any more. Nothing was changed", forms.Words, StringComparison.Ordinal);
        await forms.SignIn(SocialWorker);
        await forms.Get("/work/team");
        Assert.Contains(taken, Lines(forms, 0));
    }

    [Fact]
    public async Task It_names_nobody_of_a_case_and_whoever_is_left_out_finds_no_trace()
    {
        var stories = Demonstration.Stories(new(2026, 3, 27));
        var names = stories.SelectMany(story => Casework.Procedures.People.All(story.File)).Select(one => one.Name).OfType<string>().Distinct().ToList();
        var left = stories.Single(story => story.File.Id == new Story("a partner who works for the police").File.Id).File.Id.ToString();
        await using var forms = await CaseForms.As(Supervisor, folder.FullName, now);
        foreach (var person in DemonstrationPeople.All)
        {
            await forms.SignIn(person);
            if (!await forms.Finds("/work/team")) continue;
            Assert.DoesNotContain(names, name => forms.Page.DocumentElement.OuterHtml.Contains(name, StringComparison.Ordinal));
            if (person == Supervisor) Assert.DoesNotContain(left, forms.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            else if (person == Officer) Assert.Contains(left, Lines(forms, 0));
        }
    }

    [Fact]
    public async Task A_manager_puts_a_name_on_it_or_puts_it_back_and_whoever_signs_nothing_their_own_alone()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        await forms.Get("/work/team");
        var taken = Take(forms, "Take it");
        await forms.Get($"/work/{taken}/form/31");
        Assert.DoesNotContain("Ruth A.", forms.Page.QuerySelector("form#form .govuk-radios")!.TextContent, StringComparison.Ordinal);
        await forms.Get("/work/team");
        await Press(forms, taken);
        var before = forms.Last;
        await forms.Get($"/work/{taken}/form/31");
        await forms.Send($"/work/{taken}/form/31", new() { ["who"] = "none" });
        await forms.Send(before);      // from the page before: it was taken with that once
        Assert.Contains("You took it before, and it is with you no more", forms.Words, StringComparison.Ordinal);
        await forms.SignIn(Manager);
        await forms.Get($"/work/{taken}/form/31");
        await forms.Send($"/work/{taken}/form/31", new() { ["who"] = SocialWorker.Author.Account.ToString("N") });
        Assert.Contains("The referral is with Martin O., Duty social worker", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{taken}/form/31");
        Assert.Contains("Martin O., Duty social worker has it now", forms.Words, StringComparison.Ordinal);
        await forms.Send($"/work/{taken}/form/31", new() { ["who"] = "none" });
        await forms.Get("/work/team");
        Assert.Contains(taken, Lines(forms, 0));
    }

    // Their name came up after they had taken it: it stands in the inbox again, though whoever reads the report alone reads no more than that they took it.
    [Fact]
    public async Task What_somebody_took_who_must_not_see_it_any_more_stands_in_the_inbox_again()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        await forms.Get("/work/team");
        var inbox = Lines(forms, 0);
        var story = Demonstration.Stories(new(2026, 3, 27)).First(one => inbox.Contains(one.File.Id.ToString())
            && !CaseLead.IsAnybodyNamed(one.File) && Casework.Procedures.People.All(one.File).Any(person => !person.IsChild));
        var (taken, adult) = (story.File.Id.ToString(), Casework.Procedures.People.All(story.File).First(person => !person.IsChild).Id);
        await Press(forms, taken);
        await forms.SignIn(Manager);
        await forms.Get("/work/team");
        Assert.Contains(taken, Lines(forms, 1));
        var act = new Act(Story.IdOf("left out"), Manager.Author, now, new(2026, 3, 27));
        var entry = new Entry(0, new(Story.IdOf("took"), SocialWorker.Author, now, new(2026, 3, 27)), story.Report, Subjects.TheCase, new ReferralTaking.Taken(
            story.File.All<Referral.Made>().First().Id, SocialWorker.Author.Account, SocialWorker.Author.Team));
        var file = story.File.With(entry).Within(ReadScope.Of(story.Report));
        await forms.Records(Catalogue.Decide(new(file, RuleBook.Standard), act, Catalogue.Placed(file, new LeavingOut.AccountLeftOut(
            SocialWorker.Author.Account, SocialWorker.Author.Agency, SocialWorker.Author.Team, SocialWorker.Author.Role, adult, Tie.Related))));
        await forms.Get("/work/team");
        Assert.Contains(taken, Lines(forms, 0));
        Assert.DoesNotContain(taken, Lines(forms, 1));
    }

    // The cases of the first list, or of the second, that can be taken.
    private static List<string> Lines(CaseForms forms, int list) => [.. forms.Page.QuerySelectorAll("ul.app-work").Skip(list).Take(1)
        .SelectMany(one => one.QuerySelectorAll("button[name='take']")).Select(button => button.GetAttribute("value")!.Split('-')[0])];

    private static string Take(CaseForms forms, string words) => forms.Page.QuerySelectorAll("button[name='take']")
        .First(button => button.TextContent.StartsWith(words, StringComparison.Ordinal)).GetAttribute("value")!;

    private static Task Press(CaseForms forms, string taken) => forms.Send("/work/team",
        new() { ["take"] = forms.Page.QuerySelector($"button[value^='{taken}']")!.GetAttribute("value")! }, "form#take");
}
