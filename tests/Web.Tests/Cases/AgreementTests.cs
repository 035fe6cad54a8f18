using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>
/// What one says that police or social care agreed, and whether they did: sent empty, each form says all that it misses at once; filled in, it
/// records.
/// </summary>
public sealed class AgreementTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-agreement-");

    private static string Work => $"/work/{new Story("a username only").File.Id}";

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("yes", "That Liam is safe", "Confirmed that it was agreed: That Liam is safe")]
    [InlineData("no", "We agreed nothing yet", "Not agreed: We agreed nothing yet")]
    public async Task The_service_says_whether_it_agreed(string agrees, string what, string recorded)
    {
        await using var forms = await As(SocialWorker);
        await forms.Get($"{Work}/form/19");
        await forms.Send($"{Work}/form/19", new() { ["happened-day"] = "" });
        Misses(forms, "Select whether you agreed it", "Enter what may be said and what is left in place, or what was not agreed",
            "The day on which it happened must include a day");
        await forms.Send($"{Work}/form/19", new() { ["agrees"] = agrees, ["what"] = what, ["happened-day"] = "27" });
        Assert.Contains($"Recorded: {recorded}", forms.Words, StringComparison.Ordinal);
        await forms.Get($"{Work}/form/19");
        Assert.Contains("Nothing waits for an answer here", forms.Words, StringComparison.Ordinal);      // it is answered
    }

    [Fact]
    public async Task Nobody_else_says_for_the_service_that_it_agreed()
    {
        await using var forms = await As(Teacher);
        await forms.Get(Work);
        Assert.DoesNotContain("Say whether your service agreed", forms.Words, StringComparison.Ordinal);
        Assert.False(await forms.Finds($"{Work}/form/19"));      // their role does not say it
    }

    [Fact]
    public async Task Somebody_says_what_was_agreed()
    {
        await using var forms = await As(Teacher);
        await forms.Get($"{Work}/form/7");
        await forms.Send($"{Work}/form/7", []);
        Misses(forms, "Select to whom it may be said", "Enter what may be said, and what is left in place", "Enter who of the police or social care agreed");
        await forms.Send($"{Work}/form/7", new()
        {
            ["what"] = "That he is helped",
            ["person"] = "other",
            ["to-whom"] = "His aunt",
            ["with"] = "Martin O., social care"
        });
        Assert.Contains("Recorded: Hannah L., Teacher, says that Martin O., social care agreed what is said to His aunt: That he is helped",
            forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_parent_was_told_misses_all_at_once_though_nobody_is_chosen()
    {
        await using var forms = await As(Teacher);
        await forms.Get($"{Work}/form/6");
        await forms.Send($"{Work}/form/6", []);
        Misses(forms, "Select the child", "Select whom it is about", "Select whether they are told");
        await forms.Send($"{Work}/form/6", new() { ["how-it-is"] = "told" });
        Misses(forms, "Select whom it is about", "Select the child", "Enter the time at which they were told", "Enter who told them and how",
            "Enter what they were told");
    }

    [Fact]
    public async Task Police_or_social_care_say_that_they_know_already()
    {
        await using var forms = await As(SocialWorker);
        await forms.Get($"{Work}/form/17");
        await forms.Send($"{Work}/form/17", new() { ["causes"] = "" });
        Misses(forms, "Enter who of your service has it", "Select which report or change of facts");
        var report = Demonstration.Stories(new(2026, 3, 27)).Single(one => $"/work/{one.File.Id}" == Work).File.First<Concern.Reported>(_ => true)!.Value;
        await forms.Send($"{Work}/form/17", new() { ["who"] = "Ruth A., duty team", ["causes"] = report.Id.ToString() });
        Assert.Contains("knew already: Ruth A., duty team has it", forms.Words, StringComparison.Ordinal);
    }

    private static void Misses(CaseForms forms, params string[] errors)
    {
        var said = forms.Page.QuerySelectorAll(".govuk-error-summary__list li").Select(line => line.TextContent.Trim()).ToList();
        Assert.Equal(errors.Length, said.Count);
        Assert.All(errors, error => Assert.Contains(said, line => line.StartsWith(error, StringComparison.Ordinal)));
    }

    private Task<CaseForms> As(Person person) => CaseForms.As(person, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
}
