using AngleSharp.Dom;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The timeline of a case: what happened and what was due, by pages, and the ways into them.</summary>
public sealed class TimelinePageTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-timeline-");
    private readonly Story story = Demonstration.Stories(new(2026, 3, 27)).Single(one => one.File.Id == new Story("an adult at home").File.Id);

    private string Page => $"/work/{story.File.Id}/history";

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_lanes_say_what_happened_and_what_was_due_with_words_for_every_mark()
    {
        await using var forms = await As(SafeguardingLead);
        await forms.Get(Page);
        Assert.Equal(["Tuesday 31 March 2026, to come", "Monday 30 March 2026, to come", "Today, Friday 27 March 2026", "Thursday 26 March 2026",
            "Wednesday 25 March 2026"], Headings(forms));
        var due = forms.Page.QuerySelectorAll(".app-day__due li").Select(one => (one.ClassName, Words: Spaced(one))).ToList();
        Assert.Contains(due, one => one is
        {
            ClassName: "app-due--done", Words: "Done late, Thursday 26 March 2026: Refer to children's social care for "
            + "Daniel M., Designated safeguarding lead"
        });
        Assert.Contains(due, one => one.ClassName == "app-due--done" && one.Words.StartsWith("Done: Refer to the police", StringComparison.Ordinal));
        Assert.Contains(due, one => one.ClassName == "app-due--due" && one.Words.StartsWith("Due today: Receive the referral", StringComparison.Ordinal));
        Assert.Contains(due, one => one.ClassName == "app-due--due" && one.Words.StartsWith("Due: Decide again whether Beth J.", StringComparison.Ordinal));
        Assert.Contains("Education Daniel M., Designated safeguarding lead", forms.Words, StringComparison.Ordinal);
        Assert.NotEmpty(forms.Page.QuerySelectorAll(".app-day__happened > .app-entry--police"));
        await using var tomorrow = await CaseForms.As(SafeguardingLead, folder.FullName, now.AddDays(3));
        await tomorrow.Get(Page);
        Assert.Contains(tomorrow.Page.QuerySelectorAll(".app-day__due .app-due--late").Select(Spaced),
            words => words.StartsWith("Overdue: Receive the referral", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hiding_names_stays_on_a_later_page_and_a_slash_at_the_end_leads_to_the_same_links()
    {
        await using var forms = await As(SafeguardingLead);
        foreach (var (asked, back) in new[] { ($"{Page}?page=2", $"{Page}?page=2"), (Page, Page), ($"{Page}?page=2x", Page) })
        {
            await forms.Get(asked);
            Assert.Equal(back, forms.Page.QuerySelector("form[action='/work/names'] input[name=back]")!.GetAttribute("value"));
        }

        await forms.Get($"{Page}?page=2");
        await forms.Send("/work/names", new() { ["names"] = "hidden" }, "form[action='/work/names']", whole: true);
        Assert.Equal($"{Page}?page=2", forms.Page.QuerySelector("form[action='/work/names'] input[name=back]")!.GetAttribute("value"));
        await forms.Send("/work/names", new() { ["names"] = "shown", ["back"] = $"{Page}//evil.example" }, "form[action='/work/names']");
        Assert.Contains("Your work", forms.Page.Title, StringComparison.Ordinal);
        await forms.Get($"{Page}/?page=1");
        Assert.EndsWith("/history", forms.Page.QuerySelector("form[action='/work/names'] input[name=back]")!.GetAttribute("value")!.Split('?')[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_due_is_told_as_far_as_its_reader_sees_it()
    {
        await using var forms = await As(Teacher);
        var unseen = 0;
        foreach (var person in new[] { Teacher, SafeguardingLead, SocialWorker })
        {
            await forms.SignIn(person);
            foreach (var one in Demonstration.Stories(new(2026, 3, 27)))
            {
                Viewer viewer = new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);
                if (CaseAccess.Of(viewer, one.View.Circle, now) is not { } access) continue;
                await forms.Get($"/work/{one.File.Id}/history");
                var view = new CaseView(one.File.Within(access.Scope), one.View.Rules);
                var isSeen = view.Duties.Where(duty => duty.Due is not null).ToLookup(duty => CaseLead.WithSince(view, duty, person.Author.Agency) is null);
                Assert.Equal(isSeen[true].Count(), forms.Page.QuerySelectorAll(".app-day__due li").Length);
                unseen += isSeen[false].Count();
            }
        }

        Assert.True(unseen > 0, "everybody sees everything");
    }

    [Fact]
    public async Task Fifty_are_a_page_of_less_than_40_kB_and_what_puts_the_oldest_right_stands_with_it()
    {
        await using var forms = await As(SafeguardingLead);
        var oldest = story.File.Entries[0];
        await Write(forms, 50 - story.File.Entries.Count(entry => entry.Content is not Corrected));
        await forms.Get(Page);
        Assert.Equal((50, 0), (Entries(forms).Count, forms.Page.QuerySelectorAll("nav[aria-label=Pages]").Length));
        await Write(forms, 1);
        await forms.Get(Page);
        Assert.Equal(50, Entries(forms).Count);
        Assert.DoesNotContain($"entry-{oldest.Id}", Entries(forms));
        Assert.Contains("Page 1 of 2", forms.Words, StringComparison.Ordinal);
        Assert.Equal("This is page 1 of 2 of the timeline, and not all of it.", forms.Page.QuerySelector("main .app-print-only")!.TextContent);
        await forms.Get(forms.Page.QuerySelector("nav[aria-label=Pages] a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal([$"entry-{oldest.Id}"], Entries(forms));
        Assert.EndsWith(", continued", Headings(forms)[0], StringComparison.Ordinal);
        await forms.Get(forms.Page.QuerySelectorAll("main a").Single(one => one.TextContent == "All on one page, to print").GetAttribute("href")!);
        Assert.Equal((51, 0, 0), (Entries(forms).Count, forms.Page.QuerySelectorAll("main .app-print-only").Length,
            forms.Page.QuerySelectorAll("nav[aria-label=Pages]").Length));

        await Write(forms, 49);      // a page of notes alone
        await forms.Get(Page);
        Assert.Equal(50, Entries(forms).Count);
        Assert.InRange(forms.Bytes, 1, 40_000);
    }

    [Fact]
    public async Task A_link_to_an_entry_leads_to_its_page_also_to_that_of_what_puts_it_right()
    {
        await using var forms = await As(SafeguardingLead);
        await Write(forms, 1);
        var note = story.File.Entries[^1];
        await Write(forms, 60);
        await Record(forms, new Corrected(note.Id, new Concern.StoryWritten("It was on the way home", null, null), "Misheard"));
        var correction = story.File.Entries[^1];
        await forms.Get(Page);
        Assert.DoesNotContain($"entry-{note.Id}", Entries(forms));
        foreach (var entry in new[] { note, correction })
        {
            await forms.Get($"/work/{story.File.Id}/copy/{entry.Id}");
            var back = forms.Page.QuerySelectorAll("main a").Single(one => one.TextContent == "Back to it in the timeline").GetAttribute("href")!;
            Assert.EndsWith($"#entry-{entry.Id}", back, StringComparison.Ordinal);
            await forms.Get(back);
            Assert.NotNull(forms.Page.GetElementById(back.Split('#')[1]));
        }

        var original = forms.Page.GetElementById($"entry-{note.Id}")!;
        Assert.StartsWith("Original: ", Spaced(original), StringComparison.Ordinal);
        Assert.Same(original, forms.Page.GetElementById($"entry-{correction.Id}")!.ParentElement);
        await forms.Get($"{Page}?entry=nothing");
        Assert.Equal(50, Entries(forms).Count);
    }

    // No link of a page leads to an entry without saying which: it could stand on another page.
    [Fact]
    public void Every_link_to_an_entry_asks_for_its_page()
    {
        var pages = Path.Combine(Testing.Repository.Root, "src", "Web");
        var links = Directory.EnumerateFiles(pages, "*.cs*", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(File.ReadAllLines).Where(line => line.Contains("#entry-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, line => Assert.Contains("history?entry=", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_other_order_and_an_earlier_day_are_reached_and_keep_each_other()
    {
        await using var forms = await As(SafeguardingLead);
        await Write(forms, 60);
        await Record(forms, new Concern.StoryWritten("She said it on Monday", null, null), happened: new(2026, 3, 23));
        await forms.Get(Page);
        Assert.DoesNotContain("She said it on Monday", forms.Words, StringComparison.Ordinal);      // it is on the second page
        await forms.Get(forms.Page.QuerySelectorAll("main a").Single(one => one.TextContent == "By when it was recorded").GetAttribute("href")!);
        Assert.Contains("Education Daniel M., Designated safeguarding lead · recorded 4 days after it happened, Monday 23 March 2026 What happened? "
            + "She said it on Monday", forms.Words, StringComparison.Ordinal);
        await forms.Get($"{Page}?by=recorded&as-at-day=25&as-at-month=3&as-at-year=2026");
        Assert.Contains("As recorded by Wednesday 25 March 2026", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("recorded 4 days", forms.Words, StringComparison.Ordinal);
        Assert.Equal(["Wednesday 25 March 2026"], Headings(forms).Where(day => !day.EndsWith("to come", StringComparison.Ordinal)));
        Assert.Contains(forms.Page.QuerySelectorAll(".app-due--due").Select(Spaced),
            due => due.StartsWith("Due today: Refer to children", StringComparison.Ordinal));
        Assert.Empty(forms.Page.QuerySelectorAll(".app-day a"));      // nothing is put right as of an earlier day
        await forms.Get(forms.Page.QuerySelectorAll("main a").Single(one => one.TextContent == "By the day on which it happened").GetAttribute("href")!);
        Assert.Contains("As recorded by Wednesday 25 March 2026", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_later_says_how_much_and_what_was_not_says_nothing()
    {
        await using var forms = await As(SafeguardingLead);
        await Record(forms, new Concern.StoryWritten("In time", null, null));
        await Record(forms, new Concern.StoryWritten("Late", null, null), happened: new(2026, 3, 25));
        await forms.Get(Page);
        string By(string words) => Spaced(forms.Page.QuerySelectorAll(".app-day__happened > li").Single(one => one.TextContent.Contains(words,
            StringComparison.Ordinal)).QuerySelector("small")!);
        Assert.Equal("4:30pm · Education Daniel M., Designated safeguarding lead", By("In time"));
        Assert.Equal("Education Daniel M., Designated safeguarding lead · recorded 2 days later", By("Late"));
    }

    private async Task Write(CaseForms forms, int notes)
    {
        Concern.StoryWritten note = new("He was collected by his aunt, and said nothing more of it.", null, null);
        for (var i = 0; i < notes; i++) await Record(forms, note);
    }

    // Behind the pages, by whoever reported it.
    private async Task Record(CaseForms forms, Content content, DateOnly? happened = null)
    {
        DateTime at = new(2026, 3, 27, 16, 30, 0);
        await forms.Records(story.Decide(SafeguardingLead.Author, at, content, happened));
        story.Records(SafeguardingLead.Author, at, content, happened);
    }

    private Task<CaseForms> As(Person person) => CaseForms.As(person, folder.FullName, now);

    private static List<string> Entries(CaseForms forms) => [.. forms.Page.QuerySelectorAll(".app-day__happened > li").Select(one => one.Id!)];

    private static List<string> Headings(CaseForms forms) => [.. forms.Page.QuerySelectorAll(".app-day > h2").Select(one => one.TextContent)];

    private static string Spaced(IElement one) => string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
