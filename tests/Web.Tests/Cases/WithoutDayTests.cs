using AngleSharp.Dom;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What has no day stands in three groups, apart from what is due by one.</summary>
public sealed class WithoutDayTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private static readonly string[] over = ["Done", "No longer needed"], without = ["To be answered", "Care that goes on", "Others do this"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-without-day-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_considered_stands_in_no_list_with_whom_to_refer_to_and_each_group_is_found()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        var found = new HashSet<string>();
        foreach (var person in new[] { Teacher, SocialWorker, Manager })
        {
            await forms.SignIn(person);
            var viewer = new Viewer(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);
            foreach (var file in Demonstration.Stories(new(2026, 3, 27)).Select(story => story.File)
                .Where(file => CaseAccess.Of(viewer, file.View().Circle, now) is not null))
                foreach (var page in new[] { "", "/duties" })
                {
                    await forms.Get($"/work/{file.Id}{page}");
                    foreach (var list in forms.Page.QuerySelectorAll("ul.govuk-task-list"))
                    {
                        var heading = Heading(list);
                        if (over.Contains(heading)) continue;
                        var items = list.QuerySelectorAll("li").ToList();
                        var isWithout = without.Contains(heading);
                        if (isWithout) found.Add(heading);
                        Assert.All(items, item => Assert.Equal(isWithout, item.TextContent.Contains("no day is set", StringComparison.OrdinalIgnoreCase)));
                        Assert.False(Has(items, "Consider") && Has(items, "Refer to"), $"{file.Id}{page}: {heading}");
                    }
                }
        }

        Assert.Equal(without.Order(), found.Order());
    }

    [Fact]
    public async Task What_has_to_be_answered_is_answered_in_one_step()
    {
        await using var forms = await CaseForms.As(Teacher, folder.FullName, now);
        var answered = 0;
        foreach (var story in Demonstration.Stories(new(2026, 3, 27)))
        {
            if (!await forms.Finds($"/work/{story.File.Id}/duties")) continue;
            foreach (var link in forms.Page.QuerySelectorAll("li a").Where(link => link.TextContent.StartsWith("Answer it", StringComparison.Ordinal)).ToList())
            {
                await forms.Get(link.GetAttribute("href")!);
                var chosen = Assert.Single(forms.Page.QuerySelectorAll("form#form [name=duty][checked]"));
                Assert.Contains(forms.Page.QuerySelector($"label[for='{chosen.Id}']")!.TextContent.Trim(), link.TextContent, StringComparison.Ordinal);
                answered++;
            }
        }

        Assert.True(answered > 5, $"{answered}");
    }

    private static bool Has(IEnumerable<IElement> items, string words) =>
        items.Any(item => item.QuerySelector("strong")!.TextContent.StartsWith(words, StringComparison.Ordinal));

    private static string Heading(IElement list)
    {
        for (var before = list.PreviousElementSibling; before is not null; before = before.PreviousElementSibling)
            if (before.LocalName is "h2" or "h3" or "summary") return before.TextContent.Split('(')[0].Trim();
        return "";
    }
}
