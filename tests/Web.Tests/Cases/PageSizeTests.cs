using System.Text;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>No page is larger than 40 kB: a telephone at the edge of its network shows it within seconds.</summary>
public sealed class PageSizeTests : IDisposable
{
    private const int Most = 40_000;
    private static readonly string[] own = ["/", "/help-now", "/help-now/paper", "/check/1", "/try", "/manual", "/directory", "/sign-in", "/work",
        "/work/calendar", "/work/team", "/work?show=all"];

    private static readonly string[] ofACase = ["", "/duties", "/history", "/people", "/decision", "/report"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-sizes-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_page_of_every_case_and_every_form_is_small()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.Teacher, folder.FullName, new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero));
        List<string> large = [];
        var seen = 0;
        foreach (var person in DemonstrationPeople.All)
        {
            await forms.SignIn(person);
            foreach (var address in own) await See(address);
            foreach (var story in Demonstration.Stories(new(2026, 3, 27)))
            {
                if (!await forms.Finds($"/work/{story.File.Id}")) continue;
                foreach (var page in ofACase) await See($"/work/{story.File.Id}{page}");
                foreach (var form in Catalogue.Forms) await See($"/work/{story.File.Id}/form/{form.Number}");
            }
        }

        Assert.True(seen > 500, $"{seen} pages");
        Assert.Empty(large);

        async Task See(string address)
        {
            if (!await forms.Finds(address)) return;
            seen++;
            var size = Encoding.UTF8.GetByteCount(forms.Page.DocumentElement.OuterHtml);
            if (size > Most) large.Add($"{address}: {size:N0}");
        }
    }
}
