using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What is amiss with a form is said in the order of its page, so that whoever puts it right goes down once.</summary>
public sealed class ErrorOrderTests : IDisposable
{
    private static readonly string[] howItIs = ["", "told", "to-be-told", "withheld"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-order-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_amiss_stands_in_the_order_of_the_page()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        var stories = Demonstration.Stories(new(2026, 3, 27)).Where(one => one.Acts[0].Act.By.Team == DemonstrationPeople.Teacher.Author.Team).ToList();
        var several = 0;
        foreach (var story in stories.Take(2))
            foreach (var number in Enumerable.Range(1, 19))      // who leads and works on it is named by those who have the whole
                foreach (var how in number == 6 ? howItIs : [""])
                {
                    var address = $"/work/{story.File.Id}/form/{number}";
                    await forms.Get(address);
                    if (forms.Page.QuerySelector("form#form") is null) continue;      // there is nothing yet that it could be about
                    await forms.Send(address, new() { ["how-it-is"] = how, ["happened-day"] = "31", ["happened-month"] = "2", ["happened-time"] = "25:99" });
                    var ids = forms.Page.All.Select(one => one.Id).ToList();
                    var said = forms.Page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")![1..]).ToList();
                    Assert.Equal((number, string.Join(' ', said.OrderBy(id => ids.IndexOf(id)))), (number, string.Join(' ', said)));
                    if (said.Count > 2) several++;
                }

        Assert.True(several > 20, $"{several}");
    }
}
