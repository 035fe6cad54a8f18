using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Logic;

public sealed class ConditionTests
{
    private static readonly Fact a = new(0, "a", "a is so"), b = new(1, "b", "b is so"), c = new(2, "c", "c is so"), d = new(3, "d", "d is so");
    private static readonly Kind kind = new("kind", "it is of the kind", c, d);

    [Theory]
    [InlineData(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes)]
    [InlineData(Answer.Yes, Answer.NotKnown, Answer.NotKnown, Answer.Yes)]
    [InlineData(Answer.Yes, Answer.No, Answer.No, Answer.Yes)]
    [InlineData(Answer.NotKnown, Answer.Yes, Answer.NotKnown, Answer.Yes)]
    [InlineData(Answer.NotKnown, Answer.NotKnown, Answer.NotKnown, Answer.NotKnown)]
    [InlineData(Answer.NotKnown, Answer.No, Answer.No, Answer.NotKnown)]
    [InlineData(Answer.No, Answer.Yes, Answer.No, Answer.Yes)]
    [InlineData(Answer.No, Answer.NotKnown, Answer.No, Answer.NotKnown)]
    [InlineData(Answer.No, Answer.No, Answer.No, Answer.No)]
    public void Both_and_either_of_two_answers(Answer left, Answer right, Answer both, Answer either)
    {
        var known = default(Facts).With(a, left).With(b, right);
        Assert.Equal((both, either), ((a & b).In(known), (a | b).In(known)));
        Assert.Equal((left, right), (known[a], known[b]));
    }

    [Theory]
    [InlineData(Answer.Yes, Answer.NotKnown, Answer.Yes)]
    [InlineData(Answer.No, Answer.NotKnown, Answer.NotKnown)]
    [InlineData(Answer.No, Answer.No, Answer.No)]
    public void A_kind_is_any_of_its_members(Answer first, Answer second, Answer expected) =>
        Assert.Equal(expected, kind.In(default(Facts).With(c, first).With(d, second)));

    [Fact]
    public void An_answer_told_anew_takes_the_place_of_the_old() =>
        Assert.Equal(Answer.NotKnown, default(Facts).With(a, Answer.Yes).With(a, Answer.No).With(a, Answer.NotKnown)[a]);

    [Fact]
    public void The_text_puts_alternatives_within_brackets()
    {
        Assert.Equal("`a` and (`b` or `c`)", (a & (b | c)).Text);
        Assert.Equal("(`a` and `b`) or `c`", (a & b | c).Text);
        Assert.Equal("`a` and `b` and `c`", (a & b & c).Text);
        Assert.Equal("*kind* and `a`", (kind & a).Text);
    }

    [Fact]
    public void A_derived_fact_stands_by_its_name_and_its_sentence_is_written_out()
    {
        var derived = (a | b).Named("either");
        Assert.Equal("*either* and `c`", (derived & c).Text);
        Assert.Equal("a is so, or b is so; and c is so", (derived & c).Sentence);
        Assert.Equal([("either", "`a` or `b`")], (derived & c).Names);
        Assert.Equal([("kind", "any of `c`, `d`")], (a & kind).Names);
        Assert.Equal("it is of the kind", kind.Sentence);
    }

    [Fact]
    public void A_condition_mentions_every_fact_within_and_gives_those_that_are_so()
    {
        var condition = a & (b | kind).Named("some");
        Assert.Equal(0b1111UL, condition.Mentions);
        Assert.Equal(0b1001UL, condition.Because(new(0b11001, 0b0010)));
    }

    [Fact]
    public void The_edition_reads_like_the_contract()
    {
        var edition = RuleBook.Standard.Newest;
        Assert.Equal("*sexual* and (*coerced* or `capacity-concern`)", edition.Referrals.Single(r => r.Name == "coerced").Text);
        Assert.Equal("*trust*, and *adult* is not no", edition.Referrals.Single(r => r.To == Recipient.Lado).Text);
        Assert.Equal("any referral", edition.HandOvers[0].Text);
        Assert.Equal("*sexual* and `adult-made-or-held-images`", edition.Referrals.Single(r => r.Name == "images")
            .When!.Names.Single(n => n.Name == "images").Meaning);
    }

    [Fact]
    public void Everything_named_in_a_row_has_a_meaning() => Assert.All(RuleBook.Standard.Newest.Rows.Where(r => r.When is not null), row =>
    {
        foreach (var (name, meaning) in row.When!.Names) Assert.True(meaning.Length > name.Length, $"{row.Name}: {name} is {meaning}");
        Assert.DoesNotContain('*', row.When.Sentence);
        Assert.DoesNotContain('`', row.When.Sentence);
    });
}
