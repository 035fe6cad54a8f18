using System.Globalization;
using Lapwing.Casework.Cases;
using Lapwing.Storage;

namespace Lapwing.Web.Simulation;

/// <summary>How far it is.</summary>
/// <param name="Cases">The cases that are there, those of an earlier run included.</param>
/// <param name="Entries">The entries that this run wrote.</param>
public readonly record struct Progress(int Cases, long Entries);

/// <summary>What is simulated: the same three give the same cases, on every machine.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Seed">Which of the many that there could be.</param>
/// <param name="Until">The London day in whose morning they end.</param>
public sealed record Simulated(int Cases, long Seed, DateOnly Until)
{
    // Enough that a commit costs little, and few enough that what a cut takes back is told again in a moment.
    private const int AtOnce = 192;

    /// <summary>As somebody gives it on the command line.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"--cases {Cases} --seed {Seed} --until {Until:yyyy-MM-dd}");

    /// <summary>
    /// Brings in whatever of it is not there yet: the next cases are told while the last ones are written. Cut off, the next run goes on where this
    /// one was. Refuses a ledger in which there are cases of anybody else.
    /// </summary>
    /// <param name="door">The door of the ledger.</param>
    /// <param name="tell">Is told how far it is, after each commit.</param>
    /// <param name="cancel">Heeded between commits.</param>
    public async Task BringInto(WholeCases door, Action<Progress> tell, CancellationToken cancel)
    {
        var (ids, there) = (Plan.Ids(Seed, Cases), door.Ids());
        if (there.Except(ids).Count() is var others and > 0)
            throw new LedgerRefusedException($"The folder holds {others} {(others == 1 ? "case" : "cases")} that the simulation did not make: name a new "
                + "folder. Nothing in it was changed.");
        var (count, entries, last, writing) = (there.Count, 0L, 0, Task.FromResult(0));
        foreach (var batch in Plans().Where(plan => !there.Contains(ids[plan.Number])).Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            var ready = new WholeCase[batch.Length];
            Parallel.For(0, batch.Length, i => ready[i] = door.Ready(Tell(batch[i], ids[batch[i].Number]).Acts));
            (count, entries) = (count + await writing, entries + last);
            tell(new(count, entries));
            (last, writing) = (ready.Sum(one => one.File.Version), door.BringIn(ready));
        }

        tell(new(count + await writing, entries + last));
    }

    /// <summary>The plans of all cases, in order.</summary>
    internal IEnumerable<Plan> Plans()
    {
        var times = new ReportTimes(Until);
        for (var number = 0; number < Cases; number++) yield return Plan.Of(Seed, number, times);
    }

    private History Tell(Plan plan, CaseId id) => History.Of(plan, id, Until.ToDateTime(new(ReportTimes.LastHour, 0)));
}
