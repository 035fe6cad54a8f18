using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>How SQLite answers what is asked of it again and again: nothing that is of one case, or of one person, goes through a whole ledger.</summary>
public sealed class PlansTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_and_read_of_a_case_or_for_a_person_goes_through_nothing_else()
    {
        await using var test = new TestLedger();
        var store = await Told.Demonstration(test, new(2026, 11, 24), stop);
        foreach (var viewer in DemonstrationPeople.All.Select(Told.Of))
        {
            foreach (var item in await Told.CasesOf(store, viewer, stop)) Assert.NotNull(await store.Open(viewer, item.Case, "case", stop));
            await store.Work(viewer, new(new(_ => true), 0, 25) { IsNewestFirst = true }, stop);
            await store.Find(viewer, "ABCD", SearchTerms.In("nobody called"), 25, stop);
        }

        var ledger = test.Ledger;
        string[] ran = [.. await ledger.Commit.Write((connection, _) => Kept(connection)), .. ledger.Read(Kept)];
        Assert.True(ran.Length > 25, $"{ran.Length}");
        using var looking = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        Assert.Equal([], ran.SelectMany(sql => Through(looking, sql)));
        Assert.Equal("SEARCH work_days USING PRIMARY KEY (partnership=?)",
            Assert.Single(Through(looking, "DELETE FROM work_days WHERE partnership = ?1 AND case_id = ?2")).Step);      // planted: as it was once
    }

    private static IReadOnlyCollection<string> Kept(SqliteConnection connection) => ((PreparedConnection)connection).Kept;

    // The last number of a table is at the end of its key: one step. A subquery's own rows are those that it found.
    private static List<(string Step, string Sql)> Through(SqliteConnection connection, string sql) =>
        sql is "BEGIN" or "COMMIT" or "ROLLBACK" || sql.StartsWith("PRAGMA", StringComparison.Ordinal) || sql.Contains("max(", StringComparison.Ordinal) ? []
        : connection.Rows(r => (r.GetString(3), sql), $"EXPLAIN QUERY PLAN {sql}")
            .FindAll(step => (step.Item1.StartsWith("SCAN", StringComparison.Ordinal) && !step.Item1.Contains("subquery", StringComparison.Ordinal))
                || step.Item1.EndsWith("(partnership=?)", StringComparison.Ordinal));
}
