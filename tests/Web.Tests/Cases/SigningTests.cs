using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The form of whoever signs: it opens whatever became of what is asked, and says where nothing waits any more.</summary>
public sealed class SigningTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-signing-");

    public void Dispose() => folder.Delete(recursive: true);

    // Facts are not corrected any more; a ledger of before may hold that a change of them was made in error.
    [Fact]
    public async Task What_is_asked_on_a_change_that_was_struck_out_is_read_and_signed()
    {
        await using var forms = await CaseForms.As(SafeguardingLead, folder.FullName, now);
        var file = Told("an adult after all");
        var change = Assert.Single(file.All<Concern.FactsChanged>()).Entry;
        var asked = Decide(file, 1, new Concern.LessAsked(change.Id, ["coerced"], "Her tutor sees her each day", "The messages were read", false));
        await forms.Records(asked);
        file = file.With(Assert.Single(((Allowed)asked).Entries).Entry);
        await forms.Records(Decide(Otherwise(file, change), 2, new Corrected(change.Id, null, "It belongs to another pupil")));

        var address = $"/work/{file.Id}/form/9";
        await forms.Get(address);
        foreach (var words in new[] { "A departure from the procedure was asked for: The messages were read",
            "What is done instead: Her tutor sees her each day", "Yes Is an adult involved in any way?" })
            Assert.Contains(words, forms.Words, StringComparison.Ordinal);
        await forms.Send(address, new() { ["agrees"] = "no", ["why"] = "Call first" });
        Assert.Contains("Recorded: A second person did not agree to the departure: Call first", forms.Words, StringComparison.Ordinal);
        await forms.Get(address);
        Assert.Contains("Nothing waits for your signature here", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_already_says_so_and_has_no_form()
    {
        await using var forms = await CaseForms.As(SafeguardingLead, folder.FullName, now);
        foreach (var story in new[] { "no meeting, signed", "less, signed" })
        {
            await forms.Get($"/work/{Told(story).Id}/form/9");
            Assert.Contains("Nothing waits for your signature here: it was signed or refused already", forms.Words, StringComparison.Ordinal);
            Assert.Null(forms.Page.QuerySelector("form#form"));
        }
    }

    [Fact]
    public async Task What_somebody_else_answered_meanwhile_says_so_and_keeps_the_words()
    {
        await using var forms = await CaseForms.As(SafeguardingLead, folder.FullName, now);
        var file = Told("waits for a signature");
        var change = Assert.Single(file.All<Concern.FactsChanged>()).Entry;
        var address = $"/work/{file.Id}/form/9";
        await forms.Get(address);
        await forms.Records(Decide(file, 1, new Concern.LessSigned(change.Id, false, "Nobody rang her sister"), SafeguardingLead));
        await forms.Send(address, new() { ["agrees"] = "yes", ["why"] = "I rang her sister" });
        foreach (var words in new[] { "Added while you were writing", "A second person did not agree to the departure: Nobody rang her sister",
            "Nothing waits for your signature here", "What you typed is not recorded: I rang her sister" })
            Assert.Contains(words, forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asked_is_nowhere_asked_to_sign_and_reads_what_to_do_where_nobody_else_may()
    {
        await using var forms = await CaseForms.As(SafeguardingLead, folder.FullName, now);
        var file = Told("less, signed");
        var report = file.All<Concern.Reported>().First().Entry;
        var less = new Concern.LessAsked(report.Id, ["decide-telling-parents"], "His aunt is told", "He asked for it", false);
        var asked = Decide(file, 3, less, SafeguardingLead);
        await forms.Records(asked);
        const string Duty = "Agree or refuse a departure from the procedure";
        await forms.Get($"/work/{file.Id}/duties");
        var item = Assert.Single(forms.Page.QuerySelectorAll(".govuk-task-list__item"), one => one.TextContent.Contains(Duty, StringComparison.Ordinal)
            && one.TextContent.Contains("Due today", StringComparison.Ordinal));
        Assert.Contains("For Northfield School, where nobody may sign it. Ask again, and select who outside the setting signs", item.TextContent,
            StringComparison.Ordinal);
        Assert.Empty(item.QuerySelectorAll("a[href*='/form/']"));
        await forms.Get($"/work/{file.Id}");
        Assert.DoesNotContain($"Next for you: {Duty}", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{file.Id}/form/9");
        Assert.Null(forms.Page.QuerySelector("form#form"));
        await forms.Get($"/work/{file.Id}/decision");
        Assert.Contains("Not in force: it is for Northfield School, where nobody may sign it", forms.Words, StringComparison.Ordinal);
        await forms.Get("/work?list=today");
        Assert.DoesNotContain(forms.Page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/work/{file.Id}/form/9");
    }

    [Fact]
    public async Task Where_the_lead_may_sign_what_a_teacher_asked_it_says_that_whoever_asked_does_not()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        await forms.Get($"/work/{Told("waits for a signature").Id}/duties");
        Assert.Contains("For Northfield School: a manager or safeguarding lead who did not ask for it", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_alone_may_sign_in_a_setting_says_who_outside_it_signs()
    {
        var address = $"/work/{Told("waits for a signature").Id}/form/13";
        var fields = new Dictionary<string, string>
        { ["rules"] = "offer-support", ["instead"] = "Her tutor asks", ["why"] = "She asked for it", ["own-staff"] = "no" };
        const string Alone = "Nobody else of your setting may sign: select who outside it is asked to sign";
        foreach (var (person, isAlone) in new[] { (SafeguardingLead, true), (Teacher, false) })
        {
            await using var forms = await CaseForms.As(person, folder.FullName, now);
            await forms.Get(address);
            var of = forms.Page.QuerySelector("form#form [name=of]")!.GetAttribute("value")!;
            await forms.Send(address, new(fields) { ["of"] = of });
            Assert.Equal((isAlone, !isAlone), (forms.Words.Contains(Alone, StringComparison.Ordinal),
                forms.Words.Contains("Recorded: A departure from the procedure was asked for", StringComparison.Ordinal)));
        }
    }

    private static CaseFile Told(string story) => Demonstration.Stories(London.DayOf(now)).Single(one => one.File.Id == new Story(story).File.Id).File;

    private static Decided Decide(CaseFile file, int number, Content content, Person? by = null)
    {
        var act = new Act(Story.IdOf($"behind the pages {number}"), (by ?? Teacher).Author, now.AddMinutes(-10 + number), London.DayOf(now), null);
        return Catalogue.Decide(file.View(), act, new NewEntry(content, file.Entries[0].Paper));
    }

    // The same case, as if something that may be struck out stood in the place of an entry.
    private static CaseFile Otherwise(CaseFile file, Entry entry) =>
        CaseFile.Of(file.Id, file.Scope, file.Entries.Select(one => one.Id == entry.Id
            ? one with { Content = new Concern.StoryWritten("Words", null, null) } : one));
}
