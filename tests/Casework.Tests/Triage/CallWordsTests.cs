using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>What is said on the telephone: all that was told, and what is not known; and the forms of harm as they are looked for.</summary>
public sealed class CallWordsTests
{
    private static readonly DateTimeOffset friday = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);

    [Fact]
    public void All_that_was_told_is_said_with_the_ages_and_what_is_not_known()
    {
        var lines = CallWords.Facts(Decide(), new("At her grandmother's", "Her form tutor", "He says nobody else understands me", "Her brother")).ToList();
        Assert.Equal("The child now: At her grandmother's", lines[0]);
        Assert.Equal("The worry is grooming.", lines[1]);
        Assert.Equal("An adult is involved.", lines[2]);
        Assert.Equal("A child of 14 is in the image and was harmed; a child of unknown age lives with the person of concern.", lines[3]);
        Assert.Equal("Children whom the person lives with, minds or spends time with: Her brother", lines[4]);
        Assert.Equal("The child's own words: He says nobody else understands me", lines[5]);
        Assert.StartsWith("Not known, or not asked yet: whether ", lines[6], StringComparison.Ordinal);
        Assert.Equal("Who knows already: Her form tutor", lines[7]);
    }

    [Fact]
    public void What_was_not_written_is_not_said() =>
        Assert.DoesNotContain(CallWords.Facts(Decide(), new()), line => line.EndsWith(": ", StringComparison.Ordinal) || line.Contains("own words",
            StringComparison.Ordinal) || line.StartsWith("The child now", StringComparison.Ordinal));

    [Fact]
    public void Who_knows_already_is_one_line_and_begins_what_happened_too()
    {
        var notes = new CallNotes(WhoKnows: "Her form tutor") { Knowing = [Recipient.Police] };
        Assert.Equal("Who knows already: the police; Her form tutor", CallWords.Facts(Decide(), notes).Last());
        Assert.Equal("Who knows already: the police; Her form tutor", CallWords.Story(notes));
        Assert.Equal("First, to the police: you know of this already.", CallWords.First([Recipient.ChildrensSocialCare, Recipient.Police], notes));
        Assert.Null(CallWords.First([Recipient.ChildrensSocialCare], notes));
    }

    // An answer that was given before it was known that no adult is involved stays, and is not used.
    [Fact]
    public void What_is_not_used_is_not_said()
    {
        var facts = default(Facts).With(Questions.AdultInvolved, Answer.No).With(Questions.LivesWithChildren, Answer.Yes);
        var decision = RuleBook.Standard.Decide(new(null, friday, Forms.YouthProducedImagery.Mask, [], facts, null));
        Assert.DoesNotContain(CallWords.Facts(decision, new()), line => line.Contains(Questions.LivesWithChildren.Sentence, StringComparison.Ordinal)
            && !line.StartsWith("Not known", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_form_of_harm_stands_in_one_group_and_has_help()
    {
        var all = FormsTogether.All.SelectMany(group => group.Forms).ToList();
        Assert.Equal(Forms.All.OrderBy(form => form.Bit), all.Select(one => one.Form).OrderBy(form => form.Bit));
        Assert.All(all, one => Assert.True(one.Help.Length > 10, one.Form.Name));
    }

    [Fact]
    public void Danger_is_never_by_the_end_of_today()
    {
        var decision = Decide(Questions.ImmediateDanger);
        Assert.StartsWith("Straight after 999, on Friday 27 March 2026.", DecisionWords.Lead(decision, new(2026, 3, 27)), StringComparison.Ordinal);
        Assert.DoesNotContain("end of today", DecisionWords.Lead(decision, new(2026, 3, 27)), StringComparison.Ordinal);
    }

    private static Decision Decide(params Question[] more)
    {
        var facts = more.Aggregate(default(Facts).With(Questions.AdultInvolved, Answer.Yes), (all, question) => all.With(question, Answer.Yes));
        return RuleBook.Standard.Decide(new(null, friday, Forms.Grooming.Mask,
            [new(Involvement.Shown | Involvement.Harmed, 14), new(Involvement.Household, null)], facts, null));
    }
}
