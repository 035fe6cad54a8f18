using System.Text.RegularExpressions;
using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Tests.Check;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>Who is in a case, who must not know of it, and who opens it in an emergency: on the pages.</summary>
public sealed partial class CirclePagesTests : IDisposable
{
    private static readonly DateOnly today = new(2026, 3, 27);
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private static readonly Story hidden = Called("a partner who works for the police");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-circle-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Whoever_is_left_out_reads_to_the_byte_what_they_would_read_if_there_were_no_such_case()
    {
        var (without, with) = (Path.Combine(folder.FullName, "without"), Path.Combine(folder.FullName, "with"));
        await Tell(without, Demonstration.Stories(today).Where(story => story.File.Id != hidden.File.Id));
        Copy(without, with);
        await Tell(with, [hidden]);
        var reference = await ReferenceIn(with);
        List<string> pages = [], others = [];
        await Read(without, reference, pages, Supervisor);
        await Read(with, reference, others, Supervisor);
        Assert.Equal(pages.Count, others.Count);
        Assert.All(pages.Zip(others), pair => Assert.Equal(pair.First, pair.Second));
        List<string> differing = [], seen = [];
        await Read(without, reference, differing, Officer);      // of her team, and not left out
        await Read(with, reference, seen, Officer);
        Assert.True(differing.Zip(seen).Count(pair => pair.First != pair.Second) > 6);
    }

    [Fact]
    public async Task Whoever_leads_reads_who_is_in_adds_somebody_and_ends_it()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        var work = $"/work/{hidden.File.Id}";
        await forms.Get($"{work}/access");
        var rows = forms.Page.QuerySelectorAll(".app-work__what")
            .Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Contains(rows, row => row.Contains("Martin O.", StringComparison.Ordinal)
            && row.Contains("Leads it · the whole case", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Joanna B.", StringComparison.Ordinal) && row.Contains("Was added", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("Colin R.", StringComparison.Ordinal));      // was removed
        Assert.Contains("Elaine K., Police supervisor, because of Elayne K.", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya S.", forms.Words, StringComparison.Ordinal);      // may see it again

        await forms.Get($"{work}/form/23");
        await forms.Send($"{work}/form/23", []);
        Assert.Contains("Select who is added", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Select why they are added", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Elaine K.", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Farah N.", forms.Words, StringComparison.Ordinal);
        await forms.Send($"{work}/form/23", new()
        {
            ["whom"] = $"{LadoOfficer.Author.Account:N}",
            ["because"] = "TakesPart",
            ["agreed-with"] = "Samuel W., police"
        });
        Assert.Contains("Recorded: Somebody was added", forms.Words, StringComparison.Ordinal);
        await forms.SignIn(LadoOfficer);
        await forms.Get(work);
        Assert.Contains("You see this because you were added", forms.Words, StringComparison.Ordinal);
        await forms.Get($"{work}/form/24");
        Assert.Contains("About: Colin R., LADO", forms.Words, StringComparison.Ordinal);      // their own place is theirs to end, and no other
        await forms.Send($"{work}/form/24", new() { ["why"] = "Neither works with children" });
        Assert.Contains("Recorded. You are in that case no more.", forms.Words, StringComparison.Ordinal);
        Assert.Equal("Your work", forms.Page.QuerySelector("h1")!.TextContent);      // not the page of a case that is not there for them
        Assert.False(await forms.Finds(work));
    }

    [Fact]
    public async Task Whoever_was_added_and_is_left_out_now_is_named_to_nobody_as_somebody_who_reads_it()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        var work = $"/work/{hidden.File.Id}";
        await forms.Get($"{work}/form/25");
        await forms.Send($"{work}/form/25", new()
        {
            ["account"] = $"{Nurse.Author.Account:N}",
            ["tie"] = "Close",
            ["person"] = forms.Page.QuerySelector("input[name=person]")!.GetAttribute("value")!
        });
        await forms.Get($"{work}/form/23");
        Assert.Contains("Read by: Martin O.", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Joanna B.", forms.Words, StringComparison.Ordinal);      // who was added, and is left out now, reads nothing
    }

    [Fact]
    public async Task A_name_that_sounds_alike_stands_below_what_is_spelt_so()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        var reference = await ReferenceOf(forms, hidden);
        await forms.Get("/work/find");
        await forms.Send("/work/find", new() { ["find"] = "Elaine" }, "main form");
        Assert.Contains("No case that you are in has it", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Names that sound alike (1)", forms.Words, StringComparison.Ordinal);
        Assert.Contains(reference, forms.Words, StringComparison.Ordinal);
        await forms.Send("/work/find", new() { ["find"] = "Elayne" }, "main form");      // and again, from its own page
        Assert.Contains("1 case", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("sound alike (", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_a_part_is_not_told_who_has_the_whole()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        await forms.Get($"/work/{hidden.File.Id}");
        Assert.DoesNotContain(forms.Page.QuerySelectorAll("nav[aria-label=Case] a"), link => link.TextContent == "Access");
        Assert.False(await forms.Finds($"/work/{hidden.File.Id}/access"));
        await forms.Get($"/work/{hidden.File.Id}/history");
        Assert.DoesNotContain("Elaine K.", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("must not see", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_opens_a_case_in_an_emergency_and_whoever_leads_is_told_at_once()
    {
        var led = Called("two children, two decisions");
        await using var forms = await CaseForms.As(Manager, folder.FullName, now);
        var reference = await ReferenceOf(forms, led);
        await forms.SignIn(Supervisor);
        await forms.Get("/work/emergency");
        await forms.Send("/work/emergency", [], "main form");
        foreach (var error in new[] { "Enter the reference of the case", "Select why you open it", "Say what has to be done, and whom you tried to reach" })
            Assert.Contains(error, forms.Words, StringComparison.Ordinal);
        Dictionary<string, string> filled = new() { ["reference"] = "ZZZZZ", ["because"] = "Danger", ["words"] = "He is at the door; nobody answers" };
        await forms.Send("/work/emergency", filled, "main form");
        Assert.Contains("No case can be opened with this reference", forms.Words, StringComparison.Ordinal);
        Assert.Contains("He is at the door", forms.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);      // nothing is lost
        await forms.Send("/work/emergency", new(filled) { ["reference"] = $" {reference.ToLowerInvariant()} " }, "main form");
        Assert.Contains("You see this because you opened it in an emergency", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Asha R.", forms.Words, StringComparison.Ordinal);
        await forms.Get("/work/opened");
        Assert.Contains(reference, forms.Words, StringComparison.Ordinal);
        await forms.SignIn(SocialWorker);
        await forms.Get($"/work/{led.File.Id}/duties");
        Assert.Contains("Look at why somebody opened this case in an emergency", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{led.File.Id}/access");
        Assert.Contains("Opened it in an emergency", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_who_reads_the_report_alone_finds_where_to_say_who_must_not_see_it_and_reads_that_it_is_recorded()
    {
        var story = Demonstration.Stories(today).First(one => LeavingOut.Open(one.File).Count > 0
            && one.File.All<Referral.Made>().Any(made => made.Content.ToTeam == Supervisor.Author.Team) && !CaseLead.IsAnybodyNamed(one.File));
        await using var forms = await CaseForms.As(Supervisor, folder.FullName, now);
        await forms.Get($"/work/{story.File.Id}");
        var form = forms.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "Nobody with an account is tied to them").GetAttribute("href")!;
        await forms.Get(form);
        var person = forms.Page.QuerySelector("input[name=person]")!.GetAttribute("value")!;
        await forms.Send(form, new() { ["person"] = person, ["why"] = "Nobody of that name works here" });
        Assert.Contains("Recorded. What you recorded stands in the case", forms.Words, StringComparison.Ordinal);
    }

    private static Story Called(string name) => Demonstration.Stories(today).Single(story => story.File.Id == new Story(name).File.Id);

    // Every page of somebody on which a case could be found, and what the doors answer that take its reference or its number.
    private static async Task Read(string folder, string reference, List<string> pages, Person person)
    {
        await using var forms = await CaseForms.As(person, folder, now);
        foreach (var show in new[] { "", "show=overdue", "show=today", "show=week", "show=others", "show=no-date", "show=all", "of=team", "of=me",
            "sort=newest" })
            await See($"/work?{show}");
        foreach (var page in new[] { "/work/calendar", "/work/opened" }) await See(page);
        foreach (var route in new[] { "", "/duties", "/history", "/people", "/decision", "/report", "/access", "/looked", "/form/1", "/form/25" })
        {
            var isFound = await forms.Finds($"/work/{hidden.File.Id}{route}");
            pages.Add($"{route} {isFound}");
        }

        foreach (var words in new[] { reference, "Tess", "Elayne", "Gavin T." })
        {
            await forms.Get("/work/find");
            await forms.Send("/work/find", new() { ["find"] = words }, "main form");
            Keep();
        }

        if (!BreakGlass.May(person.Author)) return;
        await forms.Get("/work/emergency");
        await forms.Send("/work/emergency", new() { ["reference"] = reference, ["because"] = "Danger", ["words"] = "Now" }, "main form");
        Keep();

        async Task See(string address)
        {
            await forms.Get(address);
            Keep();
        }

        void Keep() => pages.Add(Random().Replace(forms.Page.DocumentElement.OuterHtml, ""));
    }

    private static async Task<string> ReferenceIn(string folder)
    {
        await using var forms = await CaseForms.As(SocialWorker, folder, now);
        return await ReferenceOf(forms, hidden);
    }

    private static async Task<string> ReferenceOf(CaseForms forms, Story story)
    {
        await forms.Get($"/work/{story.File.Id}");
        return forms.Page.QuerySelector(".app-identity strong")!.TextContent;
    }

    private static async Task Tell(string folder, IEnumerable<Story> stories)
    {
        var isNew = !Directory.Exists(folder);
        await using var opened = await OpenedLedger.Open(LedgerFolder.WithKeysBeside(folder), new FixedClock(now), new() { Create = isNew });
        var store = DemonstrationCases.Store(opened.Ledger, new FixedClock(now));
        foreach (var story in stories) await DemonstrationCases.TellOne(store, story);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy, File.GetUnixFileMode(file));
        }
    }

    // What is random in every answer: tokens, the numbers of acts, and marks.
    [GeneratedRegex(@" value=""(CfDJ8[^""]*|[0-9a-f]{32})""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Random();
}
