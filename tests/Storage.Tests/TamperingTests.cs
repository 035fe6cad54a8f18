using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>A thousand ways to change the file behind the program's back, each of which must be found and named.</summary>
public sealed class TamperingTests(TamperingTests.Sample sample) : IClassFixture<TamperingTests.Sample>
{
    private static readonly (string Table, string[] Columns)[] tables =
    [
        ("entries", EntryRow.Columns.Split(", ")), ("access_log", [.. AccessLogEntry.Columns.Split(", "), "hash"]),
        ("checkpoints", Checkpoint.Columns.Split(", ")),
        ("checkpoint_heads", ["partnership", "case_id", "sequence", "checkpoint", "hash"]), ("cases", ["partnership", "case_id", "reference", "opened_at"]),
    ];

    // Of what is the n-th tampering with a seed made; each gives the words that a finding must hold.
    private static readonly Func<SqliteConnection, Random, string>[] ways =
    [
        FlipColumn, FlipColumn, FlipColumn, FlipColumn, FlipColumn, SwapSealed, SwapPlaces, Remove, RemoveLook, CutTail, RemoveCheckpoint, Fork,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_of_250_tamperings_is_found_and_named(int round)
    {
        List<string> missed = [];
        for (var i = 0; i < 250; i++)
        {
            var seed = (1000 * round) + i;
            var copy = sample.Ledger.Copy($"round-{round}");
            string name;
            using (var connection = Tampering.Open(Path.Combine(copy, "lapwing.db"))) name = ways[i % ways.Length](connection, new Random(seed));
            var report = Verify.Run(copy, sample.Ledger.Kept(3));
            if (report.ExitCode != 1 || !report.Findings.Take(2).Any(f => f.Contains(name, StringComparison.OrdinalIgnoreCase)))
                missed.Add($"seed {seed}, {ways[i % ways.Length].Method.Name}: {name} / {string.Join(" | ", report.Findings.Take(3))}{report.Unusable}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"round {round}: 250 tamperings, {250 - missed.Count} found and named");
        Assert.Empty(missed);
    }

    [Fact]
    public void Every_column_is_flipped_and_found()
    {
        foreach (var (table, columns) in tables)
            foreach (var column in columns)
            {
                var copy = sample.Ledger.Copy("columns");
                Assert.Equal(0, Verify.Run(copy).ExitCode);      // planted: what is not tampered with is not found
                using (var connection = Tampering.Open(Path.Combine(copy, "lapwing.db"))) Flip(connection, new Random(7), table, column);
                Assert.True(Verify.Run(copy).ExitCode == 1, $"{table}.{column}");
            }
    }

    private static string FlipColumn(SqliteConnection connection, Random random)
    {
        var (table, columns) = tables[random.Next(tables.Length)];
        return Flip(connection, random, table, columns[random.Next(columns.Length)]);
    }

    private static string Flip(SqliteConnection connection, Random random, string table, string column)
    {
        var keys = connection.Rows(r => r.GetString(0), $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk");
        var rows = connection.Rows(r => (Value: r.GetValue(0), Keys: keys.Select((_, i) => r.GetValue(i + 1)).ToArray()), $"SELECT {column}, "
            + $"{string.Join(", ", keys)} FROM {table} ORDER BY {string.Join(", ", keys)}");
        var row = rows[random.Next(rows.Count)];
        var name = table switch
        {
            "entries" => column is "sequence" or "partnership" or "case_id" ? "of case" : NameOf(connection, (byte[])row.Keys[1], (long)row.Keys[2]),
            "access_log" => column is "number" ? "of the access log" : $"Row {row.Keys[1]} of the access log",
            "checkpoints" => "checkpoint",
            "checkpoint_heads" => "checkpoint",
            _ => "case",
        };
        object changed = row.Value switch
        {
            byte[] blob => FlipBit(blob, random),
            long number => number + 1 + random.Next(3),
            string text => text + "x",
            _ => column == "happened_at" || column == "relation" ? "10:00" : new byte[16],
        };
        var changes = connection.Run($"UPDATE OR IGNORE {table} SET {column} = ?1 WHERE "
            + $"{string.Join(" AND ", keys.Select((key, i) => $"{key} = ?{i + 2}"))}", [changed, .. row.Keys]);
        return changes == 1 ? name : Flip(connection, random, table, column);      // a number that is taken: another row
    }

    private static byte[] FlipBit(byte[] blob, Random random)
    {
        var bit = random.Next(blob.Length * 8);
        blob[bit / 8] ^= (byte)(1 << (bit % 8));
        return blob;
    }

    private static string NameOf(SqliteConnection connection, byte[] caseId, long sequence) =>
        $"entry {sequence} of case {connection.Value<string>("SELECT reference FROM cases WHERE case_id = ?1", caseId)}";

    private static (byte[] Case, long First, long Second) Two(SqliteConnection connection, Random random)
    {
        var (id, last) = connection.Rows(r => (r.Blob(0), r.GetInt64(1)),
            "SELECT case_id, max(sequence) FROM entries GROUP BY case_id ORDER BY case_id")[random.Next(5)];
        var first = random.Next(1, (int)last);
        return (id, first, random.Next(first + 1, (int)last + 1));
    }

    private static string SwapSealed(SqliteConnection connection, Random random)
    {
        var (id, first, second) = Two(connection, random);
        connection.Run("UPDATE entries SET sealed = (SELECT o.sealed FROM entries o WHERE o.case_id = ?1 AND o.sequence = ?2 + ?3 - "
            + "entries.sequence) WHERE case_id = ?1 AND sequence = ?2", id, first, second);
        return NameOf(connection, id, first);
    }

    private static string SwapPlaces(SqliteConnection connection, Random random)
    {
        var (id, first, second) = Two(connection, random);
        foreach (var (from, to) in new[] { (first, -1L), (second, first), (-1L, second) })
            connection.Run("UPDATE entries SET sequence = ?3 WHERE case_id = ?1 AND sequence = ?2", id, from, to);
        return NameOf(connection, id, first);
    }

    private static string Remove(SqliteConnection connection, Random random)
    {
        var (id, first, _) = Two(connection, random);
        connection.Run("DELETE FROM entries WHERE case_id = ?1 AND sequence = ?2", id, first);
        return NameOf(connection, id, first);
    }

    private static string RemoveLook(SqliteConnection connection, Random random)
    {
        var number = random.Next(1, (int)connection.Value<long>("SELECT max(number) FROM access_log"));
        connection.Run("DELETE FROM access_log WHERE number = ?1", number);
        return $"Row {number} of the access log is missing";
    }

    private static string CutTail(SqliteConnection connection, Random random)
    {
        var (id, sequence) = connection.Rows(r => (r.Blob(0), r.GetInt64(1)),
            "SELECT case_id, sequence FROM checkpoint_heads ORDER BY case_id, sequence") is var heads ? heads[random.Next(heads.Count)] : default;
        connection.Run("DELETE FROM entries WHERE case_id = ?1 AND sequence >= ?2", id, sequence);
        var name = $"{NameOf(connection, id, sequence)}, which checkpoint";
        if (random.Next(2) == 0 || sequence == 1) return name;
        connection.Run("DELETE FROM checkpoint_heads WHERE checkpoint >= (SELECT checkpoint FROM checkpoint_heads WHERE case_id = ?1 AND sequence "
            + "= ?2)", id, sequence);
        connection.Run("DELETE FROM checkpoints WHERE number > (SELECT coalesce(max(checkpoint), 0) FROM checkpoint_heads)");
        return "Checkpoint 3, which was handed out, is missing";
    }

    private static string RemoveCheckpoint(SqliteConnection connection, Random random)
    {
        connection.Run("DELETE FROM checkpoints WHERE number = ?1", random.Next(1, 4));
        return "checkpoint";
    }

    // Consistent in itself, and yet not what was signed.
    private static string Fork(SqliteConnection connection, Random random)
    {
        var (id, first, _) = Two(connection, random);
        var head = connection.Value<long>("SELECT min(sequence) FROM checkpoint_heads WHERE case_id = ?1 AND sequence >= ?2", id, first);
        if (head == 0) return Fork(connection, random);
        Forging.Rechain(connection, row => row.CaseId.AsSpan().SequenceEqual(id) && row.Sequence == first ? row with { HappenedOn = "2020-01-01" } : row);
        return $"{NameOf(connection, id, head)} is not the one that checkpoint";
    }

    /// <summary>One sample for all.</summary>
    public sealed class Sample : IAsyncLifetime
    {
        internal SampleLedger Ledger { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Ledger = await SampleLedger.Make();
            Tampering.Open(Ledger.Database).Dispose();      // without triggers once and for all
        }

        public ValueTask DisposeAsync()
        {
            Ledger.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
