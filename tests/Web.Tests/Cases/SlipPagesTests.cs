using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What a form says before anything is pressed: who reads it, what it can be about, what cannot be put right with it.</summary>
public sealed class SlipPagesTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<Story> stories = [.. Demonstration.Stories(London.DayOf(now))];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-slips-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Whoever_shuts_the_lead_out_is_not_told_that_the_lead_reads_it()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        var file = stories.First(story => Concern.LeadSees(story.File, Teacher.Author) is not null).File;
        await forms.Get($"/work/{file.Id}/form/11");
        Assert.Contains("its safeguarding lead", ReadBy(forms), StringComparison.Ordinal);
        await forms.Get($"/work/{file.Id}/form/18");
        Assert.DoesNotContain("its safeguarding lead", ReadBy(forms), StringComparison.Ordinal);
        Assert.Contains(Teacher.Name, ReadBy(forms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_case_alone_is_not_said_to_be_read_by_the_setting()
    {
        var (file, named, manager) = stories.Where(story => CaseLead.Working(story.File).Any()).Select(story => (story.File,
            Named: CaseLead.Working(story.File).First().Entry,
            By: DemonstrationPeople.All.FirstOrDefault(person => CaseLead.MayName(story.File, person.Author)))).First(one => one.By is not null);
        await using var forms = await CaseForms.As(manager!, folder.FullName, now);
        await forms.Get($"/work/{file.Id}/form/22");
        var author = DemonstrationPeople.All.Single(person => person.Author.Account == file.Entries[0].Act.By.Account);
        Assert.Equal(Paper.Whole, named.Paper);
        Assert.DoesNotContain(author.Name, ReadBy(forms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_put_right_stays_of_its_kind()
    {
        var (file, told) = First<TellingParents.ParentTold>(entry => IsOpen(entry));
        await using var forms = await CaseForms.As(By(told), folder.FullName, now);
        await forms.Get($"/work/{file.Id}/form/6?corrects={told.Id}");
        Assert.Equal(["told"], forms.Page.QuerySelectorAll("input[name=how-it-is]").Select(input => input.GetAttribute("value")));
        Assert.Contains("Record the correction", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_it_was_made_in_error_is_offered_where_it_can_be_said()
    {
        var relied = stories.SelectMany(story => story.File.All<Referral.Received>()
            .Select(received => (story.File, Made: story.File.At(received.Content.Of)!))).First(one => IsOpen(one.Made));
        await using var forms = await CaseForms.As(By(relied.Made), folder.FullName, now);
        await forms.Get($"/work/{relied.File.Id}/form/1?corrects={relied.Made.Id}");
        Assert.Empty(forms.Page.QuerySelectorAll("input[name=made-in-error]"));
        Assert.Contains("cannot be said of it. They have it, and rely on it", forms.Words, StringComparison.Ordinal);
        var (other, alone) = First<Referral.Made>(entry => IsOpen(entry) && !stories.Any(story =>
            story.File.All<Referral.Received>().Any(received => received.Content.Of == entry.Id)
            || story.File.Entries.Any(later => later.Act.By.Team != entry.Act.By.Team && story.File.At(entry.Id) is not null)));
        await forms.SignIn(By(alone));
        await forms.Get($"/work/{other.Id}/form/1?corrects={alone.Id}");
        Assert.Single(forms.Page.QuerySelectorAll("input[name=made-in-error]"));
    }

    [Fact]
    public async Task A_form_about_something_of_which_there_is_nothing_says_what_to_do_first()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        var waiting = stories.First(story => story.View.Duties.Any(duty => duty is { Name: "receive-referral", IsSettled: false }
            && duty.By.Agency == Agency.SocialCare) && !story.File.All<Referral.Received>().Any()).File;
        await forms.Get($"/work/{waiting.Id}/form/3");
        Assert.Contains("Your service has received no referral here yet", forms.Words, StringComparison.Ordinal);
        Assert.Null(forms.Page.QuerySelector("form#form"));
        Assert.Equal($"/work/{waiting.Id}/form/2", forms.Page.QuerySelector("#form a")!.GetAttribute("href"));
    }

    private static string ReadBy(CaseForms forms) => forms.Words.Split("Read by:")[^1];

    private static bool IsOpen(Entry entry) => stories.Any(story => story.File.At(entry.Id) is not null && story.File.Counting(entry.Id) is not null);

    private static Person By(Entry entry) => DemonstrationPeople.All.Single(person => person.Author.Account == entry.Act.By.Account);

    private static (CaseFile File, Entry Entry) First<T>(Func<Entry, bool> that) where T : Content => stories
        .SelectMany(story => story.File.All<T>().Select(one => (story.File, one.Entry))).First(one => that(one.Entry));
}
