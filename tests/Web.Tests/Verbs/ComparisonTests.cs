using CsCheck;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Two editions compared: every difference in plain sentences, and no sentence without a difference.</summary>
public sealed class ComparisonTests
{
    private static readonly Edition first = SecondEdition.First, second = SecondEdition.Second;
    private static readonly IReadOnlyList<Difference> differences = EditionComparison.Between(first, second);

    private static readonly Gen<Concern> concerns = Gen.Select(
        Gen.Int[0, 12].Array[1, 3], Gen.Int[0, 2].Array[Questions.All.Count], Gen.Select(Gen.Int[1, 63], Gen.Int[-1, 17]).Array[0, 3],
            (forms, answers, children) => Told(forms, answers, children));

    [Fact]
    public void The_differences_are_those_that_were_approved() => Approved.Matches(Text(differences), "tests", "Web.Tests", "Verbs", "two-editions.txt");

    [Fact]
    public void The_other_way_round_the_same_is_about_the_same() =>
        Assert.Equal(differences.Select(d => d.About).ToHashSet(), EditionComparison.Between(second, first).Select(d => d.About).ToHashSet());

    [Fact]
    public void An_edition_does_not_differ_from_itself_or_a_copy()
    {
        Assert.Empty(EditionComparison.Between(first, first));
        Assert.Empty(EditionComparison.Between(second, second));
        var copy = new Edition(first.Chapter, first.Supplement, first.Referrals, first.Duties, first.HandOvers, first.LegalNotes);
        Assert.Empty(EditionComparison.Between(first, copy));
    }

    [Theory]
    [InlineData("a rule added that brings the LADO's day forward")]
    [InlineData("a rule removed whose referral others ask for too")]
    [InlineData("a rule changed whose referral others ask for too")]
    [InlineData("a rule that no longer steps aside")]
    [InlineData("a rule under another name")]
    [InlineData("a duty removed at the end")]
    public void A_change_of_days_or_reasons_alone_is_a_difference_too(string change) =>
        Assert.NotEmpty(EditionComparison.Between(first, SecondEdition.With(change)));

    [Fact]
    public void Where_two_decisions_differ_a_reported_least_set_holds_and_a_sentence_stands() => concerns.Sample(concern =>
    {
        Decision one = Decide(concern, first), other = Decide(concern, second);
        foreach (var (under, notUnder, edition) in new[] { (one, other, first), (other, one, second) })
        {
            foreach (var about in Required(under).Except(Required(notUnder)))
            {
                Assert.Contains(differences, d => d.About == about && d.Sentence.StartsWith($"only under {edition.Name}: ", StringComparison.Ordinal));
                Assert.Contains(Beyond(about, edition), concern.Facts.IsAtLeast);
            }

            foreach (var (row, another) in SameRows(under, notUnder).Where(r => r.One.Due != r.Other.Due))
                Assert.Contains(differences, d => d.About == $"duty {row.Rule.Name}" && d.Sentence.StartsWith("due: ", StringComparison.Ordinal));
        }
    }, iter: 5000);

    [Fact]
    public void Each_reported_least_set_is_a_difference_by_itself()
    {
        var sets = 0;
        foreach (var (edition, other) in new[] { (first, second), (second, first) })
        {
            foreach (var (about, formula) in Formulas(edition))
            {
                var notUnder = Formulas(other).GetValueOrDefault(about, Formula.Never);
                foreach (var way in formula.Beyond(notUnder))
                {
                    Assert.True(formula.Holds(way));
                    Assert.False(notUnder.Holds(way));
                    sets++;
                    var less = Facts.Bits(way.Yes).Select(bit => way with { Yes = way.Yes & ~(1UL << bit), No = way.No | (1UL << bit) });
                    Assert.DoesNotContain(less, formula.Holds);
                }
            }
        }

        Assert.True(sets > 20, $"{sets} sets");
    }

    private static string Text(IReadOnlyList<Difference> all)
    {
        using var text = new StringWriter { NewLine = "\n" };
        CompareVerb.Write(text, all);
        return text.ToString();
    }

    private static Concern Told(int[] forms, int[] answers, (int Roles, int Age)[] children)
    {
        var facts = default(Facts);
        for (var i = 0; i < answers.Length; i++)
            facts = facts.With(Questions.All[i], answers[i] switch { 0 => Answer.No, 1 => Answer.Yes, _ => Answer.NotKnown });
        var given = forms.Aggregate(0UL, (all, form) => all | Forms.All[form].Mask);
        if ((given & Forms.Sexual.Mentions) == 0) facts = facts.With(Questions.AdultMadeOrHeldImages, Answer.No);
        return new(null, new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero), given,
            [.. children.Select(c => new Child((Involvement)c.Roles, c.Age < 0 ? null : c.Age))], facts, null);
    }

    private static Decision Decide(Concern concern, Edition edition) => Decision.For(concern, edition, WorkingDays.EnglandAndWales);

    private static IEnumerable<string> Required(Decision decision) =>
        decision.Referrals.Select(r => $"referral to {r.To.Name}").Concat(decision.Duties.Select(d => $"duty {d.Rule.Name}"))
            .Concat(decision.HandOvers.Select(h => $"hand-over {h.Name}")).Concat(decision.LegalNotes.Select(n => $"legal note {n.Name}"));

    private static IEnumerable<(RequiredDuty One, RequiredDuty Other)> SameRows(Decision one, Decision other) =>
        one.Duties.Join(other.Duties, d => d.Rule.Name, d => d.Rule.Name, (d, e) => (d, e));

    private static IEnumerable<Facts> Beyond(string about, Edition under) =>
        Formulas(under)[about].Beyond(Formulas(under == first ? second : first).GetValueOrDefault(about, Formula.Never));

    private static Dictionary<string, Formula> Formulas(Edition edition)
    {
        var formulas = edition.Recipients.ToDictionary(to => $"referral to {to.Name}", edition.ReferralTo);
        foreach (var row in edition.Rows.Where(r => r is not ReferralRule))
            formulas[$"{row.What} {row.Name}"] = row.When is null ? edition.AnyReferral() : row.Formula();
        return formulas;
    }
}
