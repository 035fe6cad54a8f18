using CsCheck;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Tests.Procedures;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Cases;

public sealed class CaseFileTests
{
    private static readonly CaseId id = new(Story.IdOf("file"));
    private static readonly Paper one = new(PaperKind.Report, Story.IdOf("one"));
    private static readonly Paper other = new(PaperKind.Report, Story.IdOf("other"));

    // Any entries: recorded in this order, happened on any of a few days, corrected or not, in either of two papers or none.
    private static readonly Gen<Entry[]> anyEntries =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 40]).Array[0, 40].Select(all => Entries([.. all]));

    [Fact]
    public void The_file_says_the_same_as_reading_its_entries_one_by_one() => anyEntries.Sample(entries =>
    {
        var file = CaseFile.Of(id, ReadScope.Whole, entries);
        Assert.Equal(Naive(entries), file.All<Concern.StoryWritten>().Select(s => (s.Id, s.Content.Story)));
    }, iter: 500, seed: "0000KqTtyn52");

    [Fact]
    public void As_at_an_instant_it_is_the_file_of_what_had_been_recorded_by_then() => Gen.Select(anyEntries, Gen.Int[0, 45]).Sample((entries, minute) =>
    {
        var then = CaseFile.Of(id, ReadScope.Whole, entries).AsAt(Instant(minute));
        Assert.Equal(Naive(entries[..Math.Min(entries.Length, minute + 1)]), then.All<Concern.StoryWritten>().Select(s => (s.Id, s.Content.Story)));
    }, iter: 500, seed: "0000KqTtyn52");

    [Fact]
    public void A_paper_is_a_file_of_its_own_that_knows_of_no_other() => anyEntries.Sample(entries =>
    {
        var file = CaseFile.Of(id, ReadScope.Of(one), entries);
        Assert.All(file.Entries, entry => Assert.Equal(one, entry.Paper));
        Assert.Equal(entries.Count(entry => entry.Paper == one), file.Version);
        Assert.All(entries.Where(entry => entry.Paper != one), entry => Assert.Null(file.At(entry.Id)));
    }, iter: 500, seed: "0000KqTtyn52");

    [Fact]
    public void Nobody_writes_where_they_do_not_see()
    {
        var file = CaseFile.Of(id, ReadScope.Of(one));
        var act = new Act(Story.IdOf("act"), Fictional.Teacher, Instant(0), London.DayOf(Instant(0)));
        Assert.Throws<ArgumentException>(() => Catalogue.Decide(file.View(), act, new NewEntry(new Concern.StoryWritten("x", null, null), other)));
        Assert.Throws<ArgumentException>(() => Catalogue.Decide(file.View(), act));
    }

    [Fact]
    public void A_correction_is_decided_by_the_guard_of_what_it_puts_instead()
    {
        var story = new Story("correction");
        var written = story.Records(Fictional.Teacher, Fictional.Friday, new Concern.StoryWritten("It was Ana", null, null));
        story.Refuses("why-corrected", Fictional.Teacher, Fictional.Friday, new Corrected(written.Id, null, " "));
        story.Refuses("story", Fictional.Teacher, Fictional.Friday, new Corrected(written.Id, new Concern.StoryWritten(null, null, null), "slip"));
        story.Refuses("instead-of-it", Fictional.Teacher, Fictional.Friday, new Corrected(written.Id, new People.Named(Story.IdOf("Ana"), "Ana"), "slip"));
        story.Refuses("entry", Fictional.Teacher, Fictional.Friday, new Corrected(new(Story.IdOf("nothing"), 0), null, "slip"));
        var corrected = story.Records(Fictional.Teacher, Fictional.Friday,
            new Corrected(written.Id, new Concern.StoryWritten("It was Bea", null, null), "The wrong name"));
        story.Refuses("entry", Fictional.Teacher, Fictional.Friday, new Corrected(corrected.Id, null, "slip"));
        Assert.Equal("It was Bea", Assert.Single(story.File.All<Concern.StoryWritten>()).Content.Story);
        Assert.Equal(2, story.File.Entries.Count);
    }

    [Fact]
    public void What_was_made_in_error_no_longer_counts_and_is_still_read()
    {
        var story = new Story("error");
        var written = story.Records(Fictional.Teacher, Fictional.Friday, new Concern.StoryWritten("It was Ana", null, null));
        story.Records(Fictional.Teacher, Fictional.Friday, new Corrected(written.Id, null, "It was another case"));
        Assert.Empty(story.File.All<Concern.StoryWritten>());
        Assert.Equal("Made in error: What happened was written down. Why: It was another case", story.File.Entries[1].Content.Line(story.File));
    }

    [Fact]
    public void Nothing_new_is_recorded_in_an_older_shape()
    {
        var act = new Act(Story.IdOf("act"), Fictional.Teacher, Instant(0), London.DayOf(Instant(0)));
        var older = new Superseded.Reported1(Fictional.Facts("grooming"), true);
        foreach (Content content in new Content[] { older, new Corrected(new(Story.IdOf("old"), 0), older, "why") })
            Assert.Throws<ArgumentException>(() => Catalogue.Decide(CaseFile.Of(id, ReadScope.Whole).View(), act, new NewEntry(content, one)));
    }

    private static DateTimeOffset Instant(int minute) => London.InstantOf(new(2026, 3, 27), new(9, 0)).AddMinutes(minute);

    private static Entry[] Entries((int Day, int Corrects, int Paper, int Which)[] all)
    {
        var corrections = new bool[all.Length];
        for (var i = 1; i < all.Length; i++) corrections[i] = all[i].Corrects == 0 && !corrections[all[i].Which % i];      // nobody can correct a correction
        return [.. all.Select((x, i) => Entry(i, x.Day, x.Paper, corrections[i] ? x.Which % i : -1))];
    }

    private static Entry Entry(int place, int day, int paper, int corrects)
    {
        var act = new Act(Story.IdOf($"act {place}"), Fictional.Teacher, Instant(place), new DateOnly(2026, 3, 20).AddDays(day));
        Content content = new Concern.StoryWritten($"story {place}", null, null);
        if (corrects >= 0)
            content = new Corrected(new(Story.IdOf($"act {corrects}"), 0),
                place % 5 == 0 ? null : new Concern.StoryWritten($"instead {place}", null, null), "why");
        return new(0, act, paper == 0 ? one : paper == 1 ? other : Paper.Whole, Subjects.TheCase, content);
    }

    // Each entry looks for the last correction of itself; those that are left stand by day, then by recording.
    private static IEnumerable<(EntryId Id, string? Story)> Naive(Entry[] entries) => entries
        .Where(entry => entry.Content is Concern.StoryWritten)
        .Select(entry => (entry, Counts: entries.Last(e => e.Id == entry.Id || (e.Content as Corrected)?.Entry == entry.Id).Content))
        .Select(x => (x.entry, Content: x.Counts is Corrected corrected ? corrected.Instead as Concern.StoryWritten : (Concern.StoryWritten)x.Counts))
        .Where(x => x.Content is not null).OrderBy(x => x.entry.HappenedOn).Select(x => (x.entry.Id, x.Content!.Story));
}
