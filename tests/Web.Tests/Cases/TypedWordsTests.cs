using System.Text.RegularExpressions;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What is typed into the forms of a case: nothing is cut or lost, and it runs in its own direction.</summary>
public sealed partial class TypedWordsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-typed-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Words_over_the_limit_are_refused_beside_their_field_and_stay_there_whole()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        var story = Demonstration.Stories(new(2026, 3, 27)).First(one => one.Acts[0].Act.By.Team == DemonstrationPeople.Teacher.Author.Team);
        var address = $"/work/{story.File.Id}/form/11";
        var words = string.Concat(Enumerable.Repeat("She told us. ", 7_693))[..100_001];
        await forms.Get(address);
        await forms.Send(address, new() { ["story"] = words, ["own-words"] = "\u05D4\u05D5\u05D0 12", ["devices"] = "" });
        Assert.Contains("This must be 100,000 characters or fewer; it has 100,001.", forms.Page.QuerySelector("#story-error")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(words, forms.Page.QuerySelector("textarea[name=story]")!.TextContent);
        Assert.Equal("auto", forms.Page.QuerySelector("textarea[name=own-words]")!.GetAttribute("dir"));
        await forms.Send(address, new() { ["story"] = words[..99_999], ["own-words"] = "\u05D4\u05D5\u05D0 12", ["devices"] = "" });
        Assert.Contains("Recorded: What happened was written down", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{story.File.Id}/history");
        Assert.Contains("The child's own words: \u05D4\u05D5\u05D0 12", forms.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", ""), InlineData("", "/"), InlineData("", "")]
    public async Task Words_of_a_hidden_page_are_found_again_at_its_address_with_a_slash_at_its_end_or_none(string hidden, string again)
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.Teacher, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        var address = $"/work/{new Story("a username only").File.Id}/form/11";
        await forms.Get(address + hidden);
        await forms.Send("/hide", new() { ["story"] = "She told us on the way home" });
        await forms.SignIn(DemonstrationPeople.Teacher);
        await forms.Get(address + again);
        Assert.Equal("She told us on the way home", forms.Page.QuerySelector("textarea[name=story]")!.TextContent);
    }

    [Fact]
    public void Every_field_that_takes_words_runs_in_their_direction()
    {
        var fields = Directory.EnumerateFiles(Repository.Path("src", "Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(page => WordField().Matches(File.ReadAllText(page)).Select(match => match.Value)).Where(field => !Numbers().IsMatch(field)).ToList();
        Assert.True(fields.Count > 5);
        Assert.All(fields, field => Assert.Contains(" dir=\"auto\"", field, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_form_behind_the_sign_in_carries_its_token()
    {
        var forms = Directory.EnumerateFiles(Repository.Path("src", "Web", "Pages", "Cases"), "*.cshtml")
            .SelectMany(page => SentForm().Matches(File.ReadAllText(page)).Select(match => match.Value)).ToList();
        Assert.True(forms.Count > 5);
        Assert.All(forms, form => Assert.True(form.Contains("AntiForgeryToken", StringComparison.Ordinal)
            || form.Contains("\"_Form\"", StringComparison.Ordinal), form));
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex SentForm();

    [GeneratedRegex("<govuk-(textarea|input) [^\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordField();

    // Ages, sizes and times.
    [GeneratedRegex("inputmode=\"numeric\"|-time\"|AwareTime|ChildAge|ChildCount", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
