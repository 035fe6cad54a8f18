using System.Diagnostics;
using Lapwing.Bench.Cases;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;

namespace Lapwing.Bench.Ledger;

/// <summary>
/// Whether the time of an answer tells somebody that there is a case which they may not see: as many looks at hidden cases as at none, one after the
/// other, in random order. The measure is how often a look at a hidden one takes longer than one at none (AUC): 0.5 where time tells nothing.
/// </summary>
internal static class HiddenBench
{
    private const int Looks = 10_000, Cases = 200, WarmUp = 500;

    public static async Task Run(Figures figures)
    {
        await using var ledger = new TemporaryLedger();
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < Cases; i++) await Written.Case($"hidden {i}", now, 20).To(ledger.Store);
        var hidden = Enumerable.Range(0, Cases).Select(i => Written.Case($"hidden {i}", now, 20).File.Id).ToArray();
        await Compare(figures, ledger, hidden, "a colleague of whoever reported", DemonstrationPeople.Colleague.Author);
        await Compare(figures, ledger, hidden, "somebody of another agency", DemonstrationPeople.Officer.Author);
    }

    private static async Task Compare(Figures figures, TemporaryLedger ledger, CaseId[] hidden, string who, Author by)
    {
        var viewer = new Viewer(by.Account, by.Role, by.Agency, by.Team);
        var random = new Random(20260327);
        async Task<double> Look(CaseId id)
        {
            var started = Stopwatch.GetTimestamp();
            var opened = await ledger.Store.Open(viewer, id, "case");
            var took = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            return opened is null ? took : throw new DisagreementException("a hidden case is shown.");
        }

        for (var i = 0; i < WarmUp; i++) await Look(hidden[i % Cases]);
        var (there, none) = (new double[Looks], new double[Looks]);
        for (var i = 0; i < Looks; i++)
        {
            var (one, other) = (hidden[random.Next(Cases)], new CaseId(Nowhere(random)));
            if (random.Next(2) == 0) (there[i], none[i]) = (await Look(one), await Look(other));
            else (none[i], there[i]) = (await Look(other), await Look(one));
        }

        figures.Tell($"{who}: a look at a case that they may not see, {Looks:N0} of each", Timing.Of(there), "µs", $" (at none {Timing.Of(none):0.0} µs)");
        figures.AtMost("  longer than at none, or shorter, by the medians", Math.Abs(Timing.Of(there) - Timing.Of(none)), 3, "µs");
        figures.AtMost("  AUC − 0.5: how far from telling nothing", Math.Abs(Auc(there, none) - 0.5), 0.015, "",
            $" (AUC {Auc(there, none):0.000}; by chance alone up to {1.96 * Math.Sqrt((2.0 * Looks + 1) / (12.0 * Looks * Looks)):0.000})");
    }

    // By ranks: of how many pairs the first takes longer.
    private static Guid Nowhere(Random random)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        return new(id);
    }

    private static double Auc(double[] first, double[] second)
    {
        var ranked = first.Select(time => (Time: time, IsFirst: true)).Concat(second.Select(time => (Time: time, IsFirst: false)))
            .OrderBy(one => one.Time).ToArray();
        var ranks = 0.0;
        for (var i = 0; i < ranked.Length; i++)
            if (ranked[i].IsFirst) ranks += i + 1;
        return (ranks - (first.Length * (first.Length + 1.0) / 2)) / ((double)first.Length * second.Length);
    }
}
