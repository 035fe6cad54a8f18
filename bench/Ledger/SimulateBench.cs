using Lapwing.Storage;

namespace Lapwing.Bench.Ledger;

/// <summary>
/// How fast fictional cases are made: the whole program on an empty folder, its start and the last checkpoint included. The rules are the real ones, so
/// an entry costs what deciding it costs.
/// </summary>
internal static class SimulateBench
{
    private const int Cases = 40_000, Times = 3;

    public static async Task<int> Run()
    {
        Machine.Print();
        var (figures, ran, entries) = (new Figures(), new Ended[Times], 0L);
        for (var i = 0; i < Times; i++) (ran[i], entries) = await Simulate();
        figures.AtLeast($"lapwing simulate --cases {Cases:N0} ({entries:N0} entries): entries a second", entries / Timing.Of([.. ran.Select(r => r.Seconds)]),
            8000, "", $" ({Timing.Of([.. ran.Select(r => r.Seconds)]):0.0} s, {Environment.ProcessorCount} cores)");
        figures.Tell("  processor time an entry", Timing.Of([.. ran.Select(r => r.Processor)]) / entries * 1e6, "µs");
        figures.Tell("  memory", Timing.Of([.. ran.Select(r => (double)r.PeakKilobytes)]) / 1000, "MB");
        figures.Print();
        return 0;
    }

    private static async Task<(Ended Ran, long Entries)> Simulate()
    {
        var root = Directory.CreateTempSubdirectory("lapwing-bench-");
        try
        {
            var data = Path.Combine(root.FullName, "data");
            var ran = await Processes.Run(Processes.Lapwing("simulate", "--cases", $"{Cases}", "--data", data));
            var report = Verify.Run(data);
            return report is { ExitCode: 0, Cases: Cases } ? (ran, report.Entries) : throw new DisagreementException("what was made does not verify.");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
