using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Guidance;

public sealed class GuidanceNotesTests
{
    [Fact]
    public void Every_note_is_found_by_its_name_and_at_its_place()
    {
        Assert.Equal(GuidanceNotes.All.Count, GuidanceNotes.All.DistinctBy(note => note.Name).Count());
        Assert.All(GuidanceNotes.All, note =>
        {
            Assert.Same(note, GuidanceNotes.Find(note.Name));
            Assert.Contains(note, GuidanceNotes.Beside(note.Beside));
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", note.Name);
        });
        Assert.Null(GuidanceNotes.Find("no-such-note"));
        Assert.Empty(GuidanceNotes.Beside("page 7"));
    }

    [Fact]
    public void A_note_is_one_to_three_short_sentences_that_end() => Assert.All(GuidanceNotes.All, note =>
    {
        Assert.EndsWith(".", note.Words, StringComparison.Ordinal);
        Assert.True(note.Words.Length <= 260, $"{note.Name} is long");
    });

    [Theory]
    [InlineData("page 1")]
    [InlineData("page 9")]
    [InlineData("page 11")]
    [InlineData("decision")]
    [InlineData("adult-involved")]
    [InlineData("age-of-children-shown")]
    [InlineData("online-bullying")]
    [InlineData("duty offer-removal-help")]
    public void A_note_may_stand_beside_what_there_is(string place) => Assert.Equal(place, new GuidanceNote("planted", place, "Words.", "S1.1").Beside);

    [Theory]
    [InlineData("page 10")]
    [InlineData("page 12")]
    [InlineData("")]
    [InlineData("Adult-involved")]
    [InlineData("offer-removal-help")]
    [InlineData("duty make-tea")]
    public void Planted_a_note_beside_nothing_is_refused(string place) =>
        Assert.Contains($"the note planted stands beside {place}, which is no page",
            Assert.Throws<ArgumentException>(() => new GuidanceNote("planted", place, "Words.", "S1.1")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("S9.9")]
    [InlineData("N23")]
    [InlineData("s1.1")]
    public void Planted_a_note_that_cites_no_statement_there_is_is_refused(string id) =>
        Assert.Contains($"the note planted cites {id}", Assert.Throws<ArgumentException>(() =>
            new GuidanceNote("planted", "decision", "Words.", "S1.1", id)).Message, StringComparison.Ordinal);

    [Fact]
    public void Planted_a_note_that_cites_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new GuidanceNote("planted", "decision", "Words."));

    [Fact]
    public void Every_page_of_the_intake_is_a_place() =>
        Assert.All(Intake.Pages, page => Assert.Equal($"page {page.Number}", new GuidanceNote("planted", $"page {page.Number}", "Words.", "S1.1").Beside));
}
