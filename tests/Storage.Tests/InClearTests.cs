using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Lapwing.Web;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>What stands in clear: what the manual says is all, and what it says that no longer stands there does not.</summary>
public sealed partial class InClearTests : IAsyncDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly string manual = File.ReadAllText(Repository.Path("docs", "operating.md"));

    // Columns that hold nothing but ciphertext, hashes and signatures.
    private static readonly HashSet<string> ofNoUse = ["wrapped_key", "sealed", "hash", "word", "previous_hash", "mark", "log_hash", "heads_hash",
        "previous_digest", "digest", "signature"];
    private readonly TestLedger test = new();

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public void The_manual_has_every_table_and_column_and_says_which_are_in_clear()
    {
        using var connection = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        var schema = connection.Rows(r => r.GetString(0), "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .ConvertAll(table => (table, connection.Rows(r => r.GetString(0), $"SELECT name FROM pragma_table_info('{table}')")));
        var said = Row().Matches(manual).ToDictionary(row => row.Groups["table"].Value, row =>
            (Clear: Names(row.Groups["clear"].Value), Sealed: Names(row.Groups["sealed"].Value)), StringComparer.Ordinal);
        Assert.Equal(schema.Select(one => one.table), said.Keys.Order(StringComparer.Ordinal));
        foreach (var (table, columns) in schema)
        {
            Assert.Equal([table, .. columns.Order(StringComparer.Ordinal)],
                [table, .. said[table].Clear.Concat(said[table].Sealed).Order(StringComparer.Ordinal)]);
            Assert.All(said[table].Sealed, column => Assert.Contains(column, ofNoUse));
        }
    }

    [Fact]
    public async Task Each_query_of_the_manual_shows_what_it_says()
    {
        var store = DemonstrationCases.Store(test.Ledger, test.Clock);
        await DemonstrationCases.Tell(store, new(2026, 3, 27));
        var queries = Query().Matches(manual).Select(query => query.Groups["sql"].Value).ToList();
        Assert.Equal(3, queries.Count);
        using var connection = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        List<string> Ask(string query) => connection.Rows(r => r.GetString(0), query);
        Assert.All(queries, query => Assert.NotEmpty(Ask(query)));
        var shut = Ask(queries[0]).Count;      // one author of the demonstration shut their lead out; the others have one, or are of those who have none
        connection.Run("DELETE FROM memberships WHERE relation = 'safeguarding-lead' AND case_id = (SELECT min(case_id) FROM memberships WHERE "
            + "relation = 'safeguarding-lead')");
        Assert.Equal(shut + 1, Ask(queries[0]).Count);
    }

    [Fact]
    public async Task No_name_of_a_duty_stands_in_any_file()
    {
        var store = DemonstrationCases.Store(test.Ledger, test.Clock);
        await DemonstrationCases.Tell(store, new(2026, 3, 27));
        HashSet<string> duties = new(StringComparer.Ordinal);
        foreach (var person in DemonstrationPeople.All)
            duties.UnionWith((await Told.WorkOf(store, new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team), stop))
                .Select(row => row.Duty));
        var files = string.Concat(Directory.EnumerateFiles(test.Folder.Data).Select(Read));
        var names = EntryNames();
        var looked = duties.Where(duty => duty.Contains('-', StringComparison.Ordinal) && !names.Contains(duty, StringComparison.Ordinal)).ToList();
        Assert.True(looked.Count > 5, string.Join(' ', duties));
        Assert.DoesNotContain(looked, duty => files.Contains(duty, StringComparison.Ordinal));
        // Planted: a name that does stand there is found.
        Assert.Contains(RecordedWords.NameOf<Casework.Procedures.Referral.Made>(), files, StringComparison.Ordinal);
    }

    private string EntryNames()
    {
        using var connection = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        return string.Join(' ', connection.Rows(r => r.GetString(0), "SELECT DISTINCT name FROM entries"));
    }

    private static string[] Names(string cell) => [.. Name().Matches(cell).Select(name => name.Groups["name"].Value)];

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\| `(?<table>[a-z_]+)` \|(?<clear>[^|]*)\|(?<sealed>[^|]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("^```sql\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Query();

    [GeneratedRegex("`(?<name>[a-z_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
