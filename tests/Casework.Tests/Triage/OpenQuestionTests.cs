using System.Collections.Concurrent;
using System.Numerics;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

public sealed class OpenQuestionTests
{
    private static readonly Lazy<IReadOnlyList<string[]>> literal = new(Literal);

    [Fact]
    public void The_open_questions_of_every_scenario_are_those_of_the_literal_definition() =>
        Assert.Empty(Mismatches(RuleBook.Standard.Newest.OpenQuestions));

    [Fact]
    public void Some_scenarios_leave_many_facts_open_and_some_leave_none()
    {
        var open = literal.Value.Select(questions => questions.Length).ToList();
        Assert.Contains(open, count => count == 0);
        Assert.Contains(open, count => count > 15);
        Assert.True(Scenarios.All.Max(s => BitOperations.PopCount(Known.Of(s.Facts).NotKnown)) >= 24);
    }

    [Fact]
    public void Planted_an_open_that_takes_every_set_not_struck_out_is_caught() => Assert.NotEmpty(Mismatches(WithoutMinimality));

    [Fact]
    public void Planted_an_open_that_forgets_the_duties_is_caught() =>
        Assert.NotEmpty(Mismatches(facts => RuleBook.Standard.Newest.Recipients.Aggregate(0UL, (all, to) =>
            all | RuleBook.Standard.Newest.ReferralTo(to).Open(facts))));

    private static List<string> Mismatches(Func<Facts, ulong> open)
    {
        var found = new List<string>();
        for (var i = 0; i < Scenarios.All.Count; i++)
        {
            var actual = Facts.Bits(open(Scenarios.All[i].Concern.Facts)).Select(bit => Vocabulary.QuestionAt(bit).Name).ToArray();
            if (!actual.SequenceEqual(literal.Value[i]))
                found.Add($"scenario {i}: literally {string.Join(", ", literal.Value[i])}; given {string.Join(", ", actual)}");
        }

        return found;
    }

    private static IReadOnlyList<string[]> Literal()
    {
        var found = new string[Scenarios.All.Count][];
        Parallel.ForEach(Partitioner.Create(0, found.Length, 1), range =>
            found[range.Item1] = [.. LiteralOpen.Questions(Known.Of(Scenarios.All[range.Item1].Facts))]);
        return found;
    }

    private static ulong WithoutMinimality(Facts facts)
    {
        var edition = RuleBook.Standard.Newest;
        return edition.Recipients.Select(edition.ReferralTo).Concat(edition.Duties.Select(d => edition.DutyOf(d.Duty)))
            .Aggregate(0UL, (all, formula) => all | Of(formula));

        ulong Of(Formula formula)
        {
            var left = formula.Ways.Select(way => way.Possible).Where(set => (set & facts.No) == 0).Select(set => set & ~facts.Yes).ToList();
            return left.Contains(0) ? 0 : left.Aggregate(0UL, (all, set) => all | set);
        }
    }
}
