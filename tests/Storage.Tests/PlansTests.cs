using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Microsoft.Data.Sqlite;
using SQLitePCL;
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

    [Fact]
    public async Task A_statement_is_prepared_once_whatever_its_values_are()
    {
        await using var test = new TestLedger();
        var store = await Told.Demonstration(test, new(2026, 11, 24), stop);
        foreach (var viewer in DemonstrationPeople.All.Select(Told.Of)) await store.Work(viewer, new(new(_ => true), 0, 25), stop);
        string[] ran = [.. test.Ledger.Read(Kept).Where(sql => sql.Contains("FROM work_days", StringComparison.Ordinal))];
        Assert.NotEmpty(ran);
        using var looking = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        Assert.Equal(0, ran.Sum(sql => PreparedAgain(looking, sql)));
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_config(looking.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 0, out _));      // planted
        Assert.NotEqual(0, ran.Sum(sql => PreparedAgain(looking, sql)));
    }

    [Fact]
    public void Of_too_many_statements_those_that_were_run_last_are_kept()
    {
        using var connection = (PreparedConnection)Sql.Connect(":memory:", SqliteOpenMode.ReadWriteCreate);
        for (var i = 0; i <= PreparedConnection.Most; i++)
        {
            connection.Run("SELECT 'again'");
            connection.Run($"SELECT {i}");
        }

        Assert.Equal(PreparedConnection.Most, connection.Kept.Count);
        Assert.Superset(new HashSet<string> { "SELECT 'again'", $"SELECT {PreparedConnection.Most}" }, connection.Kept.ToHashSet());
        Assert.DoesNotContain("SELECT 0", connection.Kept);
    }

    // How often SQLite prepared it again, of itself, with one value after another.
    private static int PreparedAgain(SqliteConnection connection, string sql)
    {
        const int Reprepared = 5;      // SQLITE_STMTSTATUS_REPREPARE
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
        using (statement)
        {
            for (var value = 0; value < 3; value++)
            {
                for (var i = 1; i <= raw.sqlite3_bind_parameter_count(statement); i++) Assert.Equal(raw.SQLITE_OK, raw.sqlite3_bind_int(statement, i, value));
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) continue;
                raw.sqlite3_reset(statement);
            }

            return raw.sqlite3_stmt_status(statement, Reprepared, 0);
        }
    }

    private static IReadOnlyCollection<string> Kept(SqliteConnection connection) => ((PreparedConnection)connection).Kept;

    // The last number of a table is at the end of its key: one step. A subquery's own rows are those that it found.
    private static List<(string Step, string Sql)> Through(SqliteConnection connection, string sql) =>
        sql is "BEGIN" or "COMMIT" or "ROLLBACK" || sql.StartsWith("PRAGMA", StringComparison.Ordinal) || sql.Contains("max(", StringComparison.Ordinal) ? []
        : connection.Rows(r => (r.GetString(3), sql), $"EXPLAIN QUERY PLAN {sql}")
            .FindAll(step => (step.Item1.StartsWith("SCAN", StringComparison.Ordinal) && !step.Item1.Contains("subquery", StringComparison.Ordinal))
                || step.Item1.EndsWith("(partnership=?)", StringComparison.Ordinal));
}
