using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web.Tests.Cases;
using Xunit;

namespace Lapwing.Added.Tests;

/// <summary>What a procedure gets that is one file and one line: pages, correction, history, blank, copy, coverage, duties, places in the case.</summary>
public sealed class InterpretingTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-added-");

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<int> Numbers => [90, 91, 92];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Its_forms_are_held_to_what_holds_for_all(int number)
    {
        var view = CaseFile.Of(default, ReadScope.Whole).View();
        var (child, entry) = (Guid.CreateVersion7(), new EntryId(Guid.CreateVersion7(), 0));
        Content sample = number switch
        {
            90 => new Interpreting.Asked(child, "Farsi", Answer.No),
            91 => new Interpreting.Booked(entry, child, new(2026, 3, 30)),
            _ => new Interpreting.Came(entry, true, "It went well"),
        };
        Assert.Empty(FormLaws.Broken(Catalogue.FormCalled(number)!, sample, view, DemonstrationPeople.Manager.Author));
    }

    [Fact]
    public void Its_entries_fields_and_duties_are_counted()
    {
        var cited = RuleBook.Standard.Newest.Citations()["S2.1.2"].Select(one => one.ToString()).ToList();
        Assert.Equal(["entry interpreter-asked", "field language, beside form 90", "duty of a case book-interpreter",
            "duty of a case say-whether-interpreter-came"], cited.Where(one => !one.StartsWith("guidance", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_is_recorded_corrected_read_copied_and_printed_and_whoever_is_booked_is_let_in()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        var story = Demonstration.Stories(new(2026, 3, 27)).First(one => one.Acts[0].Act.By.Team == DemonstrationPeople.Teacher.Author.Team
            && People.All(one.File).Any(person => person.IsChild)
            && one.View.Members.All(member => member.Account != DemonstrationPeople.Nurse.Author.Account));
        var (work, child) = ($"/work/{story.File.Id}", People.All(story.File).First(person => person.IsChild).Id);
        await forms.Get($"{work}/form/90");
        await forms.Send($"{work}/form/90", new() { ["language"] = "" });
        Assert.Contains("Enter the language", forms.Words, StringComparison.Ordinal);
        await forms.Send($"{work}/form/90", new() { ["child"] = $"{child:N}", ["language"] = "Farsi", ["is-signed"] = "no" });
        Assert.Contains("Recorded: An interpreter of Farsi is asked for", forms.Words, StringComparison.Ordinal);
        Assert.Contains("New: Book the interpreter", forms.Words, StringComparison.Ordinal);

        await forms.SignIn(DemonstrationPeople.Nurse);
        Assert.False(await forms.Finds(work));
        await forms.SignIn(DemonstrationPeople.SafeguardingLead);
        await forms.Get($"{work}/form/91");
        await forms.Send($"{work}/form/91", new()
        { ["who"] = $"{DemonstrationPeople.Nurse.Author.Account:N}", ["on-day"] = "30", ["on-month"] = "3", ["on-year"] = "2026" });
        Assert.Contains("Done: Book the interpreter", forms.Words, StringComparison.Ordinal);
        await forms.SignIn(DemonstrationPeople.Nurse);
        Assert.True(await forms.Finds(work));

        await forms.SignIn(DemonstrationPeople.SafeguardingLead);
        await forms.Get($"{work}/history");
        Assert.Contains("Is it a sign language? No", forms.Words, StringComparison.Ordinal);
        var correct = $"{work}/{forms.Page.QuerySelectorAll("main a[href*='form/90?corrects=']").Single().GetAttribute("href")}";      // beside the timeline
        await forms.Get(correct);
        Assert.Equal("Farsi", forms.Page.QuerySelector("[name=language]")!.GetAttribute("value"));
        await forms.Send(correct, new() { ["language"] = "Dari", ["why-corrected"] = "Misheard" });
        await forms.Get($"{work}/history");
        Assert.Contains("An interpreter of Dari is asked for", forms.Words, StringComparison.Ordinal);
        await forms.Get(forms.Page.QuerySelectorAll("main a[href*='copy/']").Select(link => $"{work}/{link.GetAttribute("href")}").First(href =>
            correct.EndsWith(href.Split('/')[^1], StringComparison.Ordinal)));
        Assert.Contains("Is it a sign language? No", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Misheard", forms.Words, StringComparison.Ordinal);
        await forms.Get("/manual/case-forms/90");
        Assert.Contains("Which language?", forms.Words, StringComparison.Ordinal);
    }
}
