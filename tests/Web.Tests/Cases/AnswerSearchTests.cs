using AngleSharp.Html.Dom;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>One of many people is found by part of a name, on the form itself: nothing is recorded by it, and nothing that was typed is lost.</summary>
public sealed class AnswerSearchTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private static readonly Story hidden =
        Demonstration.Stories(new(2026, 3, 27)).Single(story => story.File.Id == new Story("a partner who works for the police").File.Id);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-search-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Somebody_is_found_by_part_of_a_name_and_what_was_typed_and_chosen_stays()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        var form = $"/work/{hidden.File.Id}/form/23";
        await forms.Get(form);
        Assert.Empty(Offered(forms));
        Assert.Contains("search: there are", forms.Words, StringComparison.Ordinal);
        await forms.Send(form, new() { ["find-whom"] = "elaine", ["find"] = "whom" });
        Assert.Contains("Nobody is called so", forms.Words, StringComparison.Ordinal);      // who is left out is found by nobody
        Assert.Empty(Offered(forms));

        await forms.Send(form, new() { ["find-whom"] = "adam", ["find"] = "whom", ["words"] = "Knows the child from before" });
        Assert.Equal([HillsideDeputy.Author.Account], Offered(forms));
        Assert.Empty(forms.Page.QuerySelectorAll(".govuk-error-summary"));
        Assert.Equal("Knows the child from before", ((IHtmlInputElement)forms.Page.QuerySelector("[name=words]")!).Value);

        // Enter, with other words than those whose answers are in sight: they are searched, and nothing is recorded.
        await forms.Send(form, new()
        {
            ["whom"] = $"{HillsideDeputy.Author.Account:N}",
            ["because"] = "TakesPart",
            ["agreed-with"] = "Samuel W., police",
            ["find-whom"] = "Colin R",
        });
        Assert.Equal([LadoOfficer.Author.Account, HillsideDeputy.Author.Account], Offered(forms));
        Assert.Equal($"{HillsideDeputy.Author.Account:N}", forms.Page.QuerySelector("input[name=whom][checked]")!.GetAttribute("value"));
        Assert.Equal("TakesPart", forms.Page.QuerySelector("input[name=because][checked]")!.GetAttribute("value"));

        await forms.Send(form, new() { ["whom"] = $"{LadoOfficer.Author.Account:N}" });
        Assert.Contains("Recorded: Somebody was added", forms.Words, StringComparison.Ordinal);
        await forms.Get($"/work/{hidden.File.Id}/access");
        Assert.DoesNotContain("Adam C.", forms.Words, StringComparison.Ordinal);
        await forms.SignIn(LadoOfficer);
        await forms.Get($"/work/{hidden.File.Id}");
    }

    [Fact]
    public async Task A_form_that_misses_it_says_so_beside_the_search()
    {
        await using var forms = await CaseForms.As(Manager, folder.FullName, now);
        var form = $"/work/{hidden.File.Id}/form/23";
        await forms.Get(form);
        await forms.Send(form, []);
        var wrong = forms.Page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal("Select who is added", wrong.TextContent.Trim());
        Assert.Equal("find-whom", forms.Page.QuerySelector(wrong.GetAttribute("href")!)!.GetAttribute("name"));
    }

    [Fact]
    public async Task Whoever_says_that_they_are_away_finds_who_covers_in_the_same_way()
    {
        await using var forms = await CaseForms.As(HillsideHolder, folder.FullName, now);
        await forms.Get($"/people/away/{DemonstrationPosts.PostOf(HillsideLead):N}");
        Assert.Empty(forms.Page.QuerySelectorAll("[name=find]"));      // of two a choice is in sight
        Assert.NotEmpty(forms.Page.QuerySelectorAll("input[type=radio]"));
    }

    private static IEnumerable<Guid> Offered(CaseForms forms) =>
        forms.Page.QuerySelectorAll("input[name=whom]").Select(one => Guid.ParseExact(one.GetAttribute("value")!, "N"));
}
