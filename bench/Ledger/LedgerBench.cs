using System.Security.Cryptography;
using Lapwing.Bench.Cases;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Storage;

namespace Lapwing.Bench.Ledger;

/// <summary>The inner work of the ledger: sealing, opening a long case, its duties, commits, verifying a million entries.</summary>
internal static class LedgerBench
{
    private const int Long = 2000, Usual = 60, Size = 2000, Writers = 16, Appends = 250, Million = 1_000_000, Opens = 100;

    public static async Task<int> Run(string[] parts)
    {
        var figures = new Figures();
        (string Name, Func<Task> Measure)[] all =
        [
            ("seal", () => Seal(figures)), ("open", () => Open(figures)), ("duties", () => Duties(figures)), ("commits", () => Commits(figures)),
            ("hidden", () => HiddenBench.Run(figures)), ("verify", () => VerifyBench.Run(figures, Million)),
        ];
        if (parts.Except(all.Select(part => part.Name)).FirstOrDefault() is { } unknown)
            throw new CannotMeasureException($"there is no '{unknown}' to measure of the ledger.");
        Machine.Print();
        foreach (var (name, measure) in all)
            if (parts.Length == 0 || parts.Contains(name)) await measure();
        figures.Print();
        return 0;
    }

    // Sealing in both is with a fresh random nonce and the same associated data.
    private static Task Seal(Figures figures)
    {
        var (key, text, place) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(Size), RandomNumberGenerator.GetBytes(300));
        using var sealing = new Sealing(key);
        using var alone = new AesGcm(key, 16);
        byte[] nonce = new byte[12], tag = new byte[16], into = new byte[Size], back = new byte[Size];
        var timings = Rounds.Of(
            new(() => sealing.Open(sealing.Seal(text, place), place, () => "it")[7], 1),
            new(() =>
            {
                RandomNumberGenerator.Fill(nonce);
                alone.Encrypt(nonce, text, into, tag, place);
                alone.Decrypt(nonce, into, tag, back, place);
                return back[7];
            }, 1));
        if (!back.AsSpan().SequenceEqual(text)) throw new DisagreementException("what was sealed does not come back.");
        figures.Tell($"seal and open an entry of {Size:N0} bytes", timings[0].Nanoseconds / 1000, "µs");
        figures.AtMost("  ÷ AES-GCM alone, its cipher object reused", timings[0].Times(timings[1]), 1.5, "", $" ({timings[1].Nanoseconds / 1000:0.0} µs)");
        return Task.CompletedTask;
    }

    private static async Task Open(Figures figures)
    {
        await using var ledger = new TemporaryLedger();
        var now = TimeProvider.System.GetUtcNow();
        var ids = new[] { await Written.Case("long", now, Long).To(ledger.Store), await Written.Case("short", now, 20).To(ledger.Store) };
        var (teacher, stranger) = (ViewerOf(DemonstrationPeople.Teacher), ViewerOf(DemonstrationPeople.Colleague));
        ulong Look(Viewer viewer, CaseId id) => (ulong)(ledger.Store.Open(viewer, id, "case").GetAwaiter().GetResult()?.File.Version ?? 0);
        var timings = Rounds.Of(new(() => Look(teacher, ids[0]), 1), new(() => Look(teacher, ids[1]), 1), new(() => Look(stranger, ids[0]), 1));
        if (Look(teacher, ids[0]) != Long || Look(stranger, ids[0]) != 0) throw new DisagreementException("a case is not shown as it was written.");
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Opens; i++) Look(teacher, ids[0]);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Opens;
        figures.AtMost($"open a case of {Long:N0} entries, the look on disk first", timings[0].Nanoseconds / 1e6, 10, "ms",
            $" (best round {timings[0].Rounds.Min() / 1e6:0.0} ms, processor {processor:0.0} ms, {timings[0].Bytes / 1e6:0.0} MB allocated)");
        figures.Tell("  of 20 entries", timings[1].Nanoseconds / 1e6, "ms");
        figures.Tell("  of a case that they may not see", timings[2].Nanoseconds / 1e6, "ms");
    }

    // What is derived is kept with the case that it is derived from; so each time the case is a new one.
    private static Task Duties(Figures figures)
    {
        var file = Written.Case("duties", TimeProvider.System.GetUtcNow(), Usual).File;
        CaseFile Fresh() => CaseFile.Of(file.Id, ReadScope.Whole, file.Entries);
        var timings = Rounds.Of(
            new(() =>
            {
                var fresh = new CaseView(Fresh(), RuleBook.Standard);
                return (ulong)(fresh.Duties.Count + fresh.Standing.Count);
            }, 1),
            new(() => (ulong)Fresh().Version, 1));
        var view = new CaseView(file, RuleBook.Standard);
        var (duties, rules) = (view.Duties.Count, view.Standing.Count);
        figures.AtMost($"duties and rules of a case of {Usual} entries, its index included", timings[0].Nanoseconds / 1000, 50, "µs",
            $" (best round {timings[0].Rounds.Min() / 1000:0} µs, {timings[0].Bytes / 1000:0} kB allocated; {duties} duties, {rules} rules)");
        figures.Tell("  the index alone", timings[1].Nanoseconds / 1000, "µs");
        return Task.CompletedTask;
    }

    private static async Task Commits(Figures figures)
    {
        await using var ledger = new TemporaryLedger();
        var now = TimeProvider.System.GetUtcNow();
        var reports = Enumerable.Range(0, Writers).Select(writer => Enumerable.Range(0, Appends)
            .Select(i => Written.Report(Story.IdOf($"{writer}/{i}"), now)).ToList()).ToList();
        var before = ledger.Ledger.Commit.Commits;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await Task.WhenAll(reports.Select(mine => Task.Run(async () =>
        {
            foreach (var report in mine) await ledger.Store.Append(report);
        })));
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        figures.AtMost($"commits an append, {Writers} writers", (double)(ledger.Ledger.Commit.Commits - before) / (Writers * Appends), 0.25, "",
            $" ({Writers * Appends / seconds:N0} appends a second, each a new case of 3 entries)");
    }

    private static Viewer ViewerOf(Person person) => new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);
}
