using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Lapwing.Web.Tests.Check;
using Xunit;
using Xunit.Sdk;

namespace Lapwing.Pages.Tests;

/// <summary>
/// How many pages a person sees, the first and the decision included: at most 12, and at most 5 where page 2 or 3 settles that somebody has to be
/// called.
/// </summary>
public sealed class PageCountTests(Browser browser)
{
    private const int Seed = 20260327;
    private const int Most = 12;
    private const int MostWhereSettled = 5;
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly today = DateOnly.FromDateTime(OwnSite.Friday.UtcDateTime);

    public static TheoryData<Scenario> Told => [.. Scenarios.Told];

    [Theory]
    [MemberData(nameof(Told))]
    public async Task A_told_example_takes_few_pages(Scenario scenario)
    {
        var told = scenario.Concern;
        await Count(told.Forms(), told.Children, told.Facts, scenario.Name);
    }

    [Fact]
    public async Task Two_hundred_random_ways_of_answering_take_few_pages()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var ways = Enumerable.Range(1, 200).Select(i => (Name: $"way {i} of seed {Seed}", Forms: RandomForms(random),
            Children: RandomChildren(random), Answers: RandomAnswers(random))).ToList();
        var counted = 0;
        var settled = 0;
        await Parallel.ForEachAsync(ways, stop, async (way, _) =>
        {
            Interlocked.Increment(ref counted);
            if (await Count(way.Forms, way.Children, way.Answers, way.Name)) Interlocked.Increment(ref settled);
        });
        Assert.Equal(200, counted);
        Assert.InRange(settled, 20, 180);      // of each kind there are enough
    }

    [Fact]
    public void Planted_one_page_too_many_is_found()
    {
        Judge([.. Enumerable.Repeat("/check/2", Most)], isSettled: false, "long");
        Judge([.. Enumerable.Repeat("/check/2", MostWhereSettled)], isSettled: true, "short");
        Assert.ThrowsAny<XunitException>(() => Judge([.. Enumerable.Repeat("/check/2", Most + 1)], isSettled: false, "long"));
        Assert.ThrowsAny<XunitException>(() => Judge([.. Enumerable.Repeat("/check/2", MostWhereSettled + 1)], isSettled: true, "short"));
    }

    // Goes the short way and the long way. Says whether page 2 or 3 settles it: whether what these pages ask gives a referral, whatever comes after.
    private async Task<bool> Count(ulong forms, IReadOnlyList<Child> children, Facts answers, string name)
    {
        using var http = new HttpClient { BaseAddress = browser.Url };
        var concern = new Concern(null, OwnSite.Friday, forms, children, answers, null);
        var known = Intake.Pages.Take(3).Aggregate(0UL, (all, page) => all | page.Mask);
        var soFar = new Concern(null, OwnSite.Friday, forms, [], new(answers.Yes & known, answers.No & known), null);
        var isSettled = RuleBook.Standard.Decide(soFar).Outcome == Outcome.ReferNow;
        foreach (var isLong in new[] { false, true })
        {
            var checker = new Checker(http);
            await checker.ToTheDecision(concern, () => today, isLong);
            Judge(checker.Visited, isSettled && !isLong, name);
        }

        return isSettled;
    }

    private static void Judge(IReadOnlyList<string> visited, bool isSettled, string name) =>
        Assert.True(visited.Count <= (isSettled ? MostWhereSettled : Most), $"{name} takes {visited.Count} pages: {string.Join(' ', visited)}");

    private static ulong RandomForms(Random random) => random.GetItems([.. Forms.All], random.Next(1, 4)).Aggregate(0UL, (all, form) => all | form.Mask);

    private static Facts RandomAnswers(Random random)
    {
        var oneIn = random.Next(2, 12);      // from many yes to few, so that all lengths come
        var (yes, no) = (0UL, 0UL);
        foreach (var question in Questions.All)
        {
            if (random.Next(oneIn) == 0) yes |= question.Mask;
            else if (random.Next(2) == 0) no |= question.Mask;
        }

        return new(yes, no);
    }

    private static List<Child> RandomChildren(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Child((Involvement)(1 << random.Next(6)), random.Next(3) == 0 ? null : random.Next(18)))];
}

/// <summary>Parts of a concern.</summary>
internal static class ConcernParts
{
    /// <summary>The forms of harm as a set of facts.</summary>
    internal static ulong Forms(this Concern concern) => concern.Facts.Yes & Casework.Triage.Forms.AllMask;
}
