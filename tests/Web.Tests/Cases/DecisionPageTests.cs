using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Tests.Cases;

/// <summary>The decision in a case says what has been done of it; earlier ones have pages of their own.</summary>
public sealed class DecisionPageTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-decision-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_call_that_was_taken_is_shown_as_done_and_the_others_stay_to_be_made()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        var (done, left) = (0, 0);
        foreach (var story in Stories())
        {
            if (!await forms.Finds($"/work/{story.File.Id}/decision")) continue;
            var view = story.File.Within(Sight(story)).View();
            var calls = view.Duties.Where(duty => duty.Kind.IsCall).ToList();
            foreach (var card in forms.Page.QuerySelectorAll("section.app-card[id^='call-']"))
            {
                var to = calls.SelectMany(call => DecisionWords.Each(Referral.Called(call.Kind)!)).First(one => one.Name == card.Id!["call-".Length..]);
                var its = calls.Where(call => DecisionWords.Each(Referral.Called(call.Kind)!).Contains(to)).ToList();
                var isDone = its.Count > 0 && its.TrueForAll(call => call.IsSettled);
                Assert.Equal(isDone, card.QuerySelector(".govuk-tag--green") is not null);
                Assert.Equal(!isDone, card.QuerySelector(".app-card__due") is not null);
                (done, left) = isDone ? (done + 1, left) : (done, left + 1);
            }
        }

        Assert.True(done > 0 && left > 0, $"{done} done, {left} left");
    }

    [Fact]
    public async Task An_earlier_decision_has_a_page_of_its_own_that_leads_to_the_one_of_now()
    {
        await using var forms = await CaseForms.As(DemonstrationPeople.SafeguardingLead, folder.FullName, now);
        var seen = 0;
        foreach (var story in Stories().Where(story => story.File.All<Casework.Procedures.Concern.FactsChanged>().Any()))
        {
            if (!await forms.Finds($"/work/{story.File.Id}/decision")) continue;
            var earlier = forms.Page.QuerySelectorAll($"a[href^='/work/{story.File.Id}/decision/']").Select(link => link.GetAttribute("href")!).ToList();
            foreach (var address in earlier)
            {
                Assert.True(await forms.Finds(address));
                Assert.NotNull(forms.Page.QuerySelector($".govuk-inset-text a[href='/work/{story.File.Id}/decision']"));
                Assert.Empty(forms.Page.QuerySelectorAll(".govuk-tag--green"));
                seen++;
            }
        }

        Assert.True(seen > 0);
        var any = Stories().First(story => story.File.Entries.Any(entry => entry.Content is People.Added));
        var person = any.File.Entries.First(entry => entry.Content is People.Added);
        Assert.False(await forms.Finds($"/work/{any.File.Id}/decision/{person.Id}"));      // it told no facts
    }

    private static IReadOnlyList<Story> Stories() => Demonstration.Stories(new(2026, 3, 27));

    private static ReadScope Sight(Story story)
    {
        var lead = DemonstrationPeople.SafeguardingLead.Author;
        return Casework.Access.CaseAccess.Of(new(lead.Account, lead.Role, lead.Agency, lead.Team), story.File.View().Circle, now)!.Scope;
    }
}
