using Lapwing.Casework.Stories;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What the pages of a case say about ages, groups, and a decision that was read otherwise before.</summary>
public sealed class GroupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-group-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_group_is_asked_how_old_its_youngest_is_and_either_answer_is_taken()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        var story = Demonstration.Stories(new(2026, 3, 27)).First(one =>
            one.File.All<Casework.Procedures.Concern.Reported>().Any(r => r.Content.Told.Forms.Contains(Forms.Grooming.Name))
            && one.Acts[0].Act.By.Team == DemonstrationPeople.Teacher.Author.Team);
        var address = $"/work/{story.File.Id}/form/16";
        await forms.Get(address);
        await forms.Send(address, new() { ["words"] = "", ["parts"] = "Received" });
        Assert.Contains("Enter how old the youngest of them is, or select not known yet, not both", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Enter who they are", forms.Words, StringComparison.Ordinal);      // all at once
        await forms.Send(address, new() { ["words"] = "6 pupils of Year 7", ["parts"] = "Received", ["youngest"] = "11", ["youngest-not-known"] = "yes" });
        Assert.Contains("not both", forms.Words, StringComparison.Ordinal);
        Assert.Equal("11", forms.Page.QuerySelector("input[name=youngest]")!.GetAttribute("value"));
        await forms.Send(address, new() { ["words"] = "6 pupils of Year 7", ["parts"] = "Received", ["youngest"] = "11", ["youngest-not-known"] = "" });
        Assert.Contains("The facts changed with it.", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{story.File.Id}/people");
        Assert.Contains("6 pupils of Year 7, the youngest 11", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{story.File.Id}/decision");
        Assert.Contains("Ask children's social care for advice", forms.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("read anew", forms.Words, StringComparison.Ordinal);

        await forms.Get(address);
        await forms.Send(address, new() { ["words"] = "Some of Year 8", ["parts"] = "Received", ["youngest-not-known"] = "yes" });
        Assert.Contains("Recorded: Some of Year 8 recorded in the case", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_under_an_earlier_reading_says_so_beside_its_decision()
    {
        var frozen = Repository.Path("tests", "Storage.Tests", "Folders", "version-2");
        foreach (var file in Directory.EnumerateFiles(frozen, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder.FullName, Path.GetRelativePath(frozen, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using var forms = await CaseForms.As(DemonstrationPeople.Teacher, folder.FullName, new(2026, 5, 1, 9, 30, 0, TimeSpan.Zero));
        await forms.Get("/work");
        var first = forms.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
            .First(to => to?.StartsWith("/work/", StringComparison.Ordinal) == true && to.Length >= 38);
        await forms.Get($"{first![..38]}/duties");
        Assert.Contains("Ask children's social care for advice", forms.Words, StringComparison.Ordinal);
        await forms.Get($"{first[..38]}/decision");
        Assert.Contains("These facts were recorded before", forms.Words, StringComparison.Ordinal);
        Assert.Contains("Since then the procedure is read anew", forms.Words, StringComparison.Ordinal);
    }
}
