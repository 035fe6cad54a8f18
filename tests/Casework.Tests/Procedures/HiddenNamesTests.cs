using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

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
        story.Adds("Will Otter-Dean", Involvement.Shown);
        story.Adds("Jo Li", Involvement.Shown);
        story.AddsAdult("river_otter_77", Involvement.Alleged);
        story.Adds("Zoë K.", Involvement.Shown);
        story.Records(Teacher, Friday, new People.Added(story.Id("unnamed"), true, null, 9, [Involvement.Shown]));
        Assert.Equal(hidden, HiddenNames.Of(story.File).In(text));
    }

    [Theory]
    [InlineData("Zoe\u0308 came", "Z. came")]
    [InlineData("ZOE and zo\u00EB", "Z. and Z.")]
    [InlineData("Se\u00E1n O\u2019Brien", "S.O.")]
    [InlineData("OBrien, O Brien, O\u02BCBrien, O`BRIEN", "O., O.B., O., O.")]
    [InlineData("Otter\u2011Dean, Otter\u2013Dean, OtterDean, Otter\u00ADDean", "O.D., O.D., O., O.")]
    [InlineData("Jo\u00A0Li, J\u200Bo\u202FLi, jo li, JoLi", "J.L., J.L., J.L., JoLi")]
    [InlineData("Li, Jo; LI,\u00A0JO; Li Jo", "L.J.; L.J.; L.J.")]
    [InlineData("\u202EJo Li\u202C and S\u200Bea\u200Dn\u200E", "\u202EJ.L.\u202C and S.\u200E")]
    [InlineData("Otter Dean, Will rang; will otter-dean", "O.D.W. rang; W.O.D.")]
    [InlineData("will she be there? WILL", "will she be there? W.")]
    [InlineData("\uFF33\uFF45\uFF41\uFF4E was there", "\uFF33. was there")]
    [InlineData("\u738B\u4F1F\u8BF4", "\u738B.\u8BF4")]
    [InlineData("'sean' sean_2012 (Sean\u2019s)", "'S.' S._2012 (S.\u2019s)")]
    [InlineData("the man with the bag; a Neighbour", "the man with the bag; a N.")]
    [InlineData("O\u0301rla (\u00F3rla)", "\u00D3. (\u00D3.)")]
    public void It_is_hidden_however_it_is_written(string text, string hidden)
    {
        foreach (var name in new[] { "Will Otter-Dean", "Jo Li", "Zo\u00EB K.", "Sean O'Brien", "\u738B\u4F1F", "the neighbour", "\u00D3rla" })
            story.Adds(name, Involvement.Shown);
        Assert.Equal(hidden, HiddenNames.Of(story.File).In(text));
    }

    [Fact]
    public void A_name_that_became_known_and_one_that_was_corrected_are_hidden_as_well_as_the_first()
    {
        var added = story.Adds("Sam", Involvement.Shown);
        story.Records(Teacher, Friday, new People.Named(story.Id("Sam"), "Samira"));
        story.Records(Teacher, Friday, new Corrected(added.Id, ((People.Added)added.Content) with { Name = "Samuel" }, "A slip"));
        Assert.Equal("S., S. and S.", HiddenNames.Of(story.File).In("Sam, Samira and Samuel"));
    }

    [Fact]
    public void Where_nobody_is_named_a_text_stays_as_it_is() => Assert.Equal("Ana", HiddenNames.Of(story.File).In("Ana"));
}
