using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Cases;

public sealed class ComparedTextTests
{
    [Theory]
    [InlineData("KHAN", "khan")]
    [InlineData("Zo\u00EB", "Zoe\u0308")]
    [InlineData("Zo\u00EB", "Zoe")]
    [InlineData("O\u2019Brien", "O'Brien")]
    [InlineData("O\u02BCBrien", "O`Brien")]
    [InlineData("Otter\u2011Dean", "Otter-Dean")]
    [InlineData("Otter\u2013Dean", "Otter\u2010Dean")]
    [InlineData("Jo\u00A0Li", "Jo Li")]
    [InlineData("Jo\u202F\u2009Li", " Jo  Li ")]
    [InlineData("J\u200Bo\u200E Li\u200F", "Jo Li")]
    [InlineData("Ja\u00ADmal", "Jamal")]
    [InlineData("\uFF2A\uFF4F \uFF17", "Jo 7")]
    [InlineData("\u0661\u0662", "12")]
    [InlineData("Stra\u00DFe", "STRASSE")]
    [InlineData("\u0141ukasz", "Lukasz")]
    [InlineData("\u0130pek", "ipek")]
    [InlineData("\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C2")]
    [InlineData("\u0645\u064F\u062D\u0645\u062F", "\u0645\u062D\u0645\u062F")]
    [InlineData("\uAC00\uB098", "\u1100\u1161\u1102\u1161")]
    [InlineData("", null)]
    [InlineData("", "\u200B \u3164")]
    public void What_two_people_type_for_the_same_is_the_same(string one, string? other) => Assert.True(ComparedText.IsSame(one, other));

    [Theory]
    [InlineData("Jo Li", "Joli")]
    [InlineData("Otter-Dean", "Otter Dean")]
    [InlineData("Ana", "Anna")]
    [InlineData("12", "21")]
    public void What_is_another_word_is_not(string one, string other) => Assert.False(ComparedText.IsSame(one, other));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\r\n\u00A0\u2003\u3000", true)]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF\u200E\u200F\u202A\u202E\u2066\u2069\u00AD\u061C", true)]
    [InlineData("\u3164\u115F\u1160\uFFA0\u2800\uFE0F\u034F\u180E", true)]
    [InlineData("\u0301\U000E0041\u0000\u007F", true)]
    [InlineData(".", false)]
    [InlineData("\u200Bx", false)]
    [InlineData("\u0645", false)]
    [InlineData("\U0001F602", false)]
    public void A_text_of_which_nothing_can_be_seen_is_empty(string? text, bool isEmpty) => Assert.Equal(isEmpty, ComparedText.IsEmpty(text));

    [Theory]
    [InlineData("Sam's mother, O\u2019Brien!", "sam|s|mother|obrien")]
    [InlineData("'Sam' river_otter-77", "sam|river|otter|77")]
    [InlineData("Sam'll ring; d'Arcy", "sam|ll|ring|darcy")]
    [InlineData("S\u200Bam\u200E", "sam")]
    [InlineData("\u738B\u4F1F\u8BF4", "\u738B|\u4F1F|\u8BF4")]
    [InlineData("\uD800 x", "x")]
    public void Words_stand_in_the_form_for_comparison(string text, string words) =>
        Assert.Equal(words, string.Join('|', ComparedText.Words(text).Select(word => word.Form)));

    [Fact]
    public void A_word_says_where_it_stands_as_it_was_typed() => Assert.Equal(new ComparedWord("zoe", 4, 8), ComparedText.Words("Hi, Zoe\u0308!").Last());

    [Theory]
    [InlineData("Jo Li", "LI, Jo", true)]
    [InlineData("Will Otter-Dean", "Otter Dean, Will", true)]
    [InlineData("Jo Li", "Li Jo", false)]
    [InlineData("Jo Li", "Jo", false)]
    public void A_name_is_the_same_with_its_surname_first(string one, string other, bool isSame) => Assert.Equal(isSame, ComparedNames.IsSame(one, other));

    [Fact]
    public void A_name_is_found_with_its_surname_first_and_not_in_a_longer_one()
    {
        var names = new ComparedNames(["Jo Li", "  "]);
        Assert.Single(names.In("It was LI, JO"));
        Assert.Empty(names.In("It was Joan"));
    }

    [Theory]
    [InlineData("Jo Li", "Jo Li")]
    [InlineData("Zo\u00EB 14", "Zo\u00EB 14")]
    [InlineData("\u0645\u062D\u0645\u062F", "\u2068\u0645\u062D\u0645\u062F\u2069")]
    [InlineData("Jo \u202E14", "\u2068Jo \u202E14\u2069")]
    [InlineData("J\u2069o\u2069", "\u2068Jo\u2069")]
    [InlineData("\u2067Jo", "\u2068\u2067Jo\u2069\u2069")]
    public void Words_that_run_the_other_way_are_isolated_where_they_are_shown(string words, string shown) => Assert.Equal(shown, Directed.Isolated(words));

    [Fact]
    public void A_name_in_another_direction_does_not_move_the_age_beside_it()
    {
        var story = new Story("directions");
        story.Adds("\u0645\u062D\u0645\u062F", Involvement.Shown);
        var one = Assert.Single(People.All(story.File));
        Assert.Equal("\u2068\u0645\u062D\u0645\u062F\u2069", one.Called);
        Assert.Equal(one.Called, People.NameOf(story.File, one.Id));
        Assert.Equal("\u0645\u062D\u0645\u062F", one.Name);      // as it was typed
        Assert.StartsWith(one.Called, story.File.Entries[^1].Content.Line(story.File), StringComparison.Ordinal);
        Assert.Equal("\u2068\u0645.\u2069, 14", HiddenNames.Of(story.File).In($"{one.Called}, 14"));
    }
}
