using System.Diagnostics;
using System.Security.Cryptography;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Storage;

namespace Lapwing.Bench.Ledger;

/// <summary>Verifying a ledger of a million entries, made past the door: sealed, chained and under a signed checkpoint as if it had come through it.</summary>
internal static class VerifyBench
{
    private const int PerCase = 50, Times = 5;

    public static async Task Run(Figures figures, int entries)
    {
        await using var ledger = new TemporaryLedger();
        var started = Stopwatch.GetTimestamp();
        Fill(ledger, entries / PerCase);
        await ledger.Close();
        figures.Tell($"making a ledger of {entries:N0} entries, for the next figures", Stopwatch.GetElapsedTime(started).TotalSeconds, "s",
            $", {ledger.Megabytes:N0} MB");

        string[] command = Processes.Lapwing("verify", "--data", ledger.Folder.Data);
        var (inside, program) = (new double[Times], new Ended[Times]);
        Check(ledger, entries);      // the file comes into memory
        for (var i = 0; i < Times; i++)
        {
            started = Stopwatch.GetTimestamp();
            Check(ledger, entries);
            inside[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            program[i] = await Processes.Run(command);
        }

        figures.AtMost($"lapwing verify of {entries:N0} entries, its start included", Timing.Of([.. program.Select(p => p.Seconds)]), 3, "s",
            $" (processor {Timing.Of([.. program.Select(p => p.Processor)]):0.0} s, "
            + $"{Timing.Of([.. program.Select(p => (double)p.PeakKilobytes)]) / 1000:N0} MB)");
        figures.Tell("  verifying alone, in this process", Timing.Of(inside), "s");
    }

    private static void Check(TemporaryLedger ledger, int entries)
    {
        var report = Verify.Run(ledger.Folder.Data);
        if (report.ExitCode != 0 || report.Entries != entries)
            throw new DisagreementException($"the ledger that was made does not verify: {string.Join(' ', report.Findings)}{report.Unusable}");
    }

    // In the order of the table, and without waiting for the disk: it is thrown away.
    private static void Fill(TemporaryLedger ledger, int cases)
    {
        using var connection = Sql.Connect(ledger.Folder.Database, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite, "OFF");
        connection.Run("PRAGMA cache_size=-400000");
        var written = Written(PerCase);
        using var transaction = connection.BeginTransaction();
        Span<byte> key = stackalloc byte[Sealing.KeySize];
        foreach (var id in Enumerable.Range(0, cases).Select(i => Story.IdOf($"case {i}"))
            .OrderBy(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)), StringComparer.Ordinal).Select((id, i) => (Case: new CaseId(id), Number: i)))
        {
            RandomNumberGenerator.Fill(key);
            var one = new StoredCase(id.Case, ledger.Ledger.Partnership, $"{id.Number:D6}",
                ledger.Ledger.Key.Wrap(key, ledger.Ledger.Partnership, id.Case.Value.ToByteArray(bigEndian: true)), ledger.Ledger.Key.IdBytes, 0);
            one.Insert(connection);
            using var sealing = new Sealing(key);
            foreach (var row in Appending.Seal(one, new(0, Chain.Genesis(one.Partnership, id.Case.Value.ToByteArray(bigEndian: true), one.Reference,
                0)), sealing, written)) row.Insert(connection);
        }

        transaction.Commit();
    }

    private static List<NamedEntry> Written(int entries) =>
        [.. Cases.Written.Case("verified", TimeProvider.System.GetUtcNow(), entries)
            .File.Entries.Select(entry => new NamedEntry(Catalogue.Of(entry.Content).Name, entry))];
}
