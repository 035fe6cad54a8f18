using System.Text;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using Lapwing.Testing;

namespace Lapwing.Bench.Triage;

/// <summary>What is decided on: the scenarios of the checkout, and random facts with a fixed seed.</summary>
internal static class Inputs
{
    /// <summary>How many facts are random.</summary>
    public const int Random = 4096;

    /// <summary>The scenarios as JSON.</summary>
    public static byte[][] Bodies { get; } = [.. Scenarios.All.Select(s => Encoding.UTF8.GetBytes(s.Line))];

    /// <summary>The scenarios, read.</summary>
    public static Concern[] Concerns { get; } = [.. Scenarios.All.Select(s => s.Concern)];

    /// <summary>The facts of the scenarios, and after them the random ones.</summary>
    public static Facts[] All { get; } = [.. Concerns.Select(c => c.Facts), .. Any(new Random(20261124)).Take(Random)];

    /// <summary>
    /// So many of them, drawn at random with repeats. A processor learns the branches of a few thousand inputs by heart when they come in the same
    /// order again and again, and then every decision looks four times as fast as it is on a concern that it has not seen.
    /// </summary>
    public static Facts[] Drawn(int count) => new Random(20261125).GetItems(All, count);

    // Facts that a concern can have: what may not be not-known is known.
    private static IEnumerable<Facts> Any(Random random)
    {
        while (true)
        {
            var forms = Of(random, Forms.All, chance: 0.12);
            if (forms == 0) continue;
            var (yes, known) = (Of(random, Questions.All, chance: random.NextDouble() / 2), Of(random, Questions.All, chance: random.NextDouble()));
            if ((forms & Forms.Sexual.Mentions) == 0) yes &= ~Questions.AdultMadeOrHeldImages.Mask;
            var children = Enumerable.Range(0, random.Next(4)).Select(_ =>
                new Child((Involvement)random.Next(1, 64), random.Next(3) == 0 ? null : random.Next(18)));
            yield return new Concern(null, default, forms, [.. children], new(yes, known & ~yes), null).Facts;
        }
    }

    private static ulong Of(Random random, IEnumerable<Fact> facts, double chance) =>
        facts.Aggregate(0UL, (all, fact) => random.NextDouble() < chance ? all | fact.Mask : all);
}
