using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Web.Drafts;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>Forms that somebody opens and leaves again, without a script.</summary>
public sealed class UntouchedFormsTests : IDisposable
{
    private static readonly Staff staff = new(DemonstrationPeople.All);
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-untouched-");

    public void Dispose() => folder.Delete(recursive: true);

    // Whatever stands in it already: the only child, what it is about, what is put right.
    [Fact]
    public async Task Nothing_is_kept_of_a_form_that_somebody_leaves_without_typing()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        var looked = new HashSet<int>();
        foreach (var (person, address, number) in FormPagesTests.Addresses().Concat(Corrections()))
        {
            await forms.SignIn(person);
            if (!await forms.Finds(address) || forms.Page.QuerySelector("form#form") is null) continue;
            Assert.Empty(forms.Page.QuerySelectorAll("a[href^='/']"));      // each is a button of the form
            var leave = forms.Page.QuerySelectorAll("nav[aria-label=Case] button").Select(button => button.GetAttribute("value")!).First();
            await forms.Send("/work/keep", new(FormPagesTests.Standing(forms)) { [PageTurns.Leave] = leave });
            Assert.Equal("Case", forms.Page.QuerySelector(".app-sub-nav")!.GetAttribute("aria-label"));
            await forms.Get("/work");
            Assert.DoesNotContain($"Unfinished form {number}", forms.Words, StringComparison.Ordinal);
            looked.Add(number);
        }

        Assert.Equal(Catalogue.Forms.Where(form => !form.IsOnOwnPage).Select(form => form.Number), looked.Order());
    }

    // The first entry of each form, to be put right by whoever recorded it.
    private static IEnumerable<(Person Person, string Address, int Number)> Corrections() =>
        (from story in Demonstration.Stories(new(2026, 3, 27))
         from entry in story.File.Entries
         let form = Catalogue.FormOf(entry.Content)
         where entry.Content is not Casework.Cases.Corrected && form is { IsToCorrect: true } && staff.Find(entry.Act.By.Account) is not null
         select (staff.Find(entry.Act.By.Account)!, $"/work/{story.File.Id}/form/{form.Number}?corrects={entry.Id}", form.Number))
        .DistinctBy(one => one.Number);
}
