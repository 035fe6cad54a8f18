using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What stands first on the page of a case: whatever is due from whoever reads it, everything that can be pressed there leads somewhere.</summary>
public sealed class NextForYouTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-next-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_a_clock_that_was_ahead_recorded_was_not_recorded_just_now()
    {
        var early = new DateTimeOffset(2026, 3, 27, 2, 0, 0, TimeSpan.Zero);
        var story = Demonstration.Stories(new(2026, 3, 27)).First(story => story.File.Entries[^1].Act is var last
            && last.By.Account == Teacher.Author.Account && last.RecordedAt > early.AddHours(1));
        await using var forms = await CaseForms.As(Teacher, folder.FullName, early);
        await forms.Get($"/work/{story.File.Id}");
        Assert.DoesNotContain("Recorded:", forms.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_form_of_its_own_says_so_and_everything_that_can_be_pressed_opens()
    {
        await using var forms = await CaseForms.As(SocialWorker, folder.FullName, now);
        List<string> withForm = [], without = [];
        foreach (var person in new[] { SocialWorker, Officer, Teacher })
        {
            await forms.SignIn(person);
            var viewer = new Viewer(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);
            foreach (var file in Demonstration.Stories(new(2026, 3, 27)).Select(story => story.File)
                .Where(file => CaseAccess.Of(viewer, file.View().Circle, now) is not null))
            {
                await forms.Get($"/work/{file.Id}");
                if (forms.Page.QuerySelector(".app-card:not(.app-card--quiet)") is not { } card) continue;
                var links = card.QuerySelectorAll("a").Select(link => (Text: link.TextContent.Trim(), To: link.GetAttribute("href") ?? "")).ToList();
                var hasForm = !card.TextContent.Contains("It has no form of its own yet", StringComparison.Ordinal)
                    && !card.TextContent.Contains("Whoever takes it on records it", StringComparison.Ordinal);
                if (card.TextContent.Contains("It has no form for your service yet", StringComparison.Ordinal))
                {
                    Assert.DoesNotContain(links, link => link.To.Contains("/form/", StringComparison.Ordinal));
                    continue;
                }

                (hasForm ? withForm : without).Add($"{person.Name}: {card.QuerySelector("h2")!.TextContent}");
                if (!hasForm) Assert.Single(links, link => link.To[^3..] is "m/2" or "m/3" or "/11");
                foreach (var (text, to) in links)
                {
                    Assert.Matches($"^(/work/{file.Id}/(decision|form/[0-9]+([?]n=[0-9]+)?)|/manual[^ ]*)$", to);
                    await forms.Get(to);
                    Assert.True(to.StartsWith("/manual", StringComparison.Ordinal) || to.EndsWith("/decision", StringComparison.Ordinal)
                        || forms.Page.QuerySelector("form#form") is not null, $"{file.Id} {text} {to}");
                }
            }
        }

        Assert.NotEmpty(withForm);
        Assert.NotEmpty(without);
    }
}
