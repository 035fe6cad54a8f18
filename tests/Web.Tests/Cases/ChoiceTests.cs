using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What is no choice of a field is none: it is asked again beside the field, and nothing is recorded.</summary>
public sealed class ChoiceTests : IDisposable
{
    private static readonly string[] noChoices = ["7", "0", "Telephone,Writing", "Knows, PartnerOf", "telephone", "Assessment,EarlyHelp", "-1", " ", "what?"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-choice-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("a username only", 1, "by", "Select how the referral was made")]
    [InlineData("a username only", 15, "link", "Select how they are linked")]
    [InlineData("a username only", 6, "because", "Select why they are not told yet")]
    public async Task What_is_not_offered_is_not_chosen(string story, int form, string field, string error)
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        var address = $"/work/{new Story(story).File.Id}/form/{form}";
        foreach (var other in noChoices)
        {
            await forms.Get(address);
            await forms.Send(address, new() { [field] = other, ["how-it-is"] = "withheld", ["person"] = "other" });
            Assert.Contains(error, forms.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_decision_on_a_referral_that_is_not_offered_is_not_chosen()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        var address = $"/work/{new Story("a username only").File.Id}/form/3";
        foreach (var other in noChoices)
        {
            await forms.Get(address);
            await forms.Send(address, new() { ["outcome"] = other });
            Assert.Contains("Select what was decided", forms.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }
}
