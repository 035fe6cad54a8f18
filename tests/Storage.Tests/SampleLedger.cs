using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// A closed ledger of five cases and three checkpoints that were handed out, with some entries after the last: to be copied and tampered with.
/// </summary>
internal sealed class SampleLedger : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-sample-");

    public string Data => Path.Combine(root.FullName, "data");

    public string Database => Path.Combine(Data, "lapwing.db");

    public long Entries { get; private set; }

    public long Looks { get; private set; }

    /// <summary>A checkpoint as it was handed out.</summary>
    public string Kept(long number) => Path.Combine(root.FullName, $"checkpoint-{number}.json");

    public static async Task<SampleLedger> Make()
    {
        var sample = new SampleLedger();
        var clock = new StandingClock();
        var folder = LedgerFolder.WithKeysBeside(sample.Data);
        await using var ledger = folder.Open(clock, create: true);
        using var key = CheckpointKey.Read(folder.CheckpointKeyFile);
        var (store, checkpoints) = (new CaseStore(ledger, clock, Told.Circle, Told.NoWork), new Checkpoints(ledger, key, clock));
        for (var round = 1; round <= 3; round++)
        {
            for (var i = 0; i < 12; i++) await Told.Append(store, Case(i), (100 * round) + i);
            await store.Open(Told.Stranger, Case(1), "case");
            clock.Now += TimeSpan.FromHours(1);
            await checkpoints.Make();
            await File.WriteAllTextAsync(sample.Kept(round), checkpoints.Export(round));
        }

        for (var i = 0; i < 3; i++) await Told.Append(store, Case(i), 400 + i);
        for (var i = 0; i < 3; i++) await store.Work(Told.Worker, Told.All);
        (sample.Entries, sample.Looks) = (39, 45);
        return sample;
    }

    /// <summary>A copy of the database, with the public key beside it, in a folder of its own.</summary>
    public string Copy(string name)
    {
        var copy = Path.Combine(root.FullName, name);
        Directory.CreateDirectory(copy);
        foreach (var file in new[] { "lapwing.db", "checkpoint-public-key.pem" })
            File.Copy(Path.Combine(Data, file), Path.Combine(copy, file), overwrite: true);
        return copy;
    }

    public void Dispose() => root.Delete(recursive: true);

    private static CaseId Case(int i) => new(Told.Id(0x33333333 * (i % 5)));
}

/// <summary>What somebody can do who knows how the chain is made.</summary>
internal static class Forging
{
    /// <summary>Changes rows and makes every chain whole again.</summary>
    public static void Rechain(SqliteConnection connection, Func<EntryRow, EntryRow> change)
    {
        var cases = connection.Rows(r => (Id: Convert.ToHexString(r.Blob(1)),
            Genesis: Chain.Genesis(r.Blob(0), r.Blob(1), r.GetString(2), r.GetInt64(3))),
            "SELECT partnership, case_id, reference, opened_at FROM cases").ToDictionary(c => c.Id, c => c.Genesis);
        foreach (var row in connection.Rows(EntryRow.Read, $"SELECT {EntryRow.Columns} FROM entries ORDER BY partnership, case_id, sequence"))
        {
            var id = Convert.ToHexString(row.CaseId);
            var forged = change(row) with { PreviousHash = cases[id] };
            forged = forged with { Hash = Chain.HashOf(forged) };
            cases[id] = forged.Hash;
            connection.Run("DELETE FROM entries WHERE partnership = ?1 AND case_id = ?2 AND sequence = ?3", row.Partnership, row.CaseId, row.Sequence);
            forged.Insert(connection);
        }

        Assert.NotEmpty(cases);
    }
}
