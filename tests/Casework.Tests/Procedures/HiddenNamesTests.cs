using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class HiddenNamesTests
{
    private readonly Story story = new("hidden names");

    [Theory]
    [InlineData("Will Otter-Dean, 14", "W.O.D., 14")]
    [InlineData("Will's mother called; she will call Otter again", "W.'s mother called; she will call O. again")]
    [InlineData("Willow and Goodwill are others", "Willow and Goodwill are others")]
    [InlineData("Dean is of Jo", "D. is of Jo")]
    [InlineData("river_otter_77 wrote; otter, river: username words too", "R.O.7. wrote; O., R.: username words too")]
    [InlineData("Zoë K. (Zoë)", "Z.K. (Z.)")]
    [InlineData("A child not named yet", "A child not named yet")]
    public void A_name_and_each_of_its_longer_words_gives_way_to_initials(string text, string hidden)
    {
        story.Adds("Will Otter-Dean", Part.Shown);
        story.Adds("Jo Li", Part.Shown);
        story.AddsAdult("river_otter_77", Part.Alleged);
        story.Adds("Zoë K.", Part.Shown);
        story.Records(Teacher, Friday, new People.Added(story.Id("unnamed"), true, null, 9, [Part.Shown]));
        Assert.Equal(hidden, HiddenNames.Of(story.File).In(text));
    }

    [Fact]
    public void A_name_that_became_known_and_one_that_was_corrected_are_hidden_as_well_as_the_first()
    {
        var added = story.Adds("Sam", Part.Shown);
        story.Records(Teacher, Friday, new People.Named(story.Id("Sam"), "Samira"));
        story.Records(Teacher, Friday, new Corrected(added.Id, ((People.Added)added.Content) with { Name = "Samuel" }, "A slip"));
        Assert.Equal("S., S. and S.", HiddenNames.Of(story.File).In("Sam, Samira and Samuel"));
    }

    [Fact]
    public void Where_nobody_is_named_a_text_stays_as_it_is() => Assert.Equal("Ana", HiddenNames.Of(story.File).In("Ana"));
}
