using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>The cases of the demonstration, through the ledger and back: everything that procedures record is stored without loss.</summary>
public sealed class StoriesTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly today = new(2026, 11, 24);

    [Fact]
    public async Task Every_story_comes_back_as_it_was_told_with_its_duties_and_its_circle()
    {
        await using var test = new TestLedger(file => file.View().Members);
        test.Clock.Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);      // after every act, so that nobody's place is still to come
        var stories = Demonstration.Stories(today);
        foreach (var story in stories) await Append(test.Store, story);
        var insider = test.StoreWith(file => [.. file.View().Members, new(Told.Stranger.Account, null, Relation.Lead, Paper.Whole, Told.Start)]);
        Assert.Equal(stories.Count, (await insider.Rebuild(stop)).Differing.Count);
        foreach (var story in stories)
        {
            var file = (await insider.Open(Told.Stranger, story.File.Id, "case", stop))!.File;
            Assert.Equal(Lines(story.File), Lines(file));
            Assert.Equal(story.File.View().Members, file.View().Members);
            Assert.Equal(Duties(story.File), Duties(file));
        }

        Assert.Equal(0, Verify.Run(test.Folder.Data).ExitCode);
    }

    [Fact]
    public async Task Whoever_has_a_paper_of_a_story_sees_of_it_what_the_whole_shows_through_that_sight()
    {
        await using var test = new TestLedger();
        test.Clock.Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
        var store = DemonstrationCases.Store(test.Ledger, test.Clock, new(DemonstrationPosts.Register(today), test.Clock));
        foreach (var story in Demonstration.Stories(today)) await Append(store, story);
        var shown = 0;
        foreach (var viewer in DemonstrationPeople.All.Select(person => Told.Of(person, today, test.Clock.Now)))
        {
            var listed = (await Told.CasesOf(store, viewer, stop)).ToDictionary(item => item.Case, item => item.Access);
            foreach (var story in Demonstration.Stories(today))
            {
                var expected = CaseAccess.Of(viewer, story.File.View().Circle, test.Clock.Now);
                var opened = await store.Open(viewer, story.File.Id, "case", stop);
                Assert.Equal(Told.Access(expected), Told.Access(opened?.Access));
                Assert.Equal(Told.Access(expected), Told.Access(listed.GetValueOrDefault(story.File.Id)));
                if (opened is null) continue;
                Assert.Equal(story.File.Entries.Where(e => expected!.Scope.Reaches(e.Paper)).Select(e => e.Id), opened.File.Entries.Select(e => e.Id));
                shown++;
            }
        }

        Assert.True(shown > 20, $"{shown} cases were shown");
    }

    private static async Task Append(CaseStore store, Story story)
    {
        var file = CaseFile.Of(story.File.Id, ReadScope.Whole);
        foreach (var act in story.Acts)
        {
            var allowed = Told.Allow(file, act.Act, [.. act.Said]);
            Assert.Equal(Appended.Done, await store.Append(allowed, stop));
            foreach (var named in allowed.Entries) file = file.With(named.Entry);
        }
    }

    private static IEnumerable<string> Lines(CaseFile file) =>
        file.Entries.Select(e => $"{e.Id} {e.Act} {e.Paper} {e.About.Scope} {string.Join(' ', e.About.People)} {e.Content.Line(file)} "
        + $"{System.Text.Encoding.UTF8.GetString(EntryJson.Write(e.Content))}");

    private static IEnumerable<string> Duties(CaseFile file) => file.View().Duties.Select(d =>
        $"{d.Name} {d.Of} {d.What} {string.Join(' ', d.Causes)} {d.Due} {d.By} {d.MetBy?.Id} {d.EndedBy?.Id} "
            + $"{string.Join(' ', d.Parts.Select(p => $"{p.Person}:{p.MetBy?.Id}"))} {d.MetWhen} {d.IsSetting}");
}
