using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lapwing.Bench.Web;
using Lapwing.Storage;
using Microsoft.Data.Sqlite;

namespace Lapwing.Bench.Cases;

/// <summary>
/// The least that a server with a database can do: one statement a request, on a connection that is open already, with the statement prepared.
/// </summary>
internal static class BareStatement
{
    public const string Inserting = "bare-insert", Reading = "bare-row", Grouped = "grouped", Single = "single";
    private const string Text = "A child's safety hangs on what is done today, and nothing is decided here.";
    private const int RowSize = 2500, Rows = 10_000;
    private static readonly ConcurrentBag<SqliteCommand> readers = [];
    private static string database = "";
    private static int next;

    /// <summary>One row by its number, as a page reads it.</summary>
    public static string Read()
    {
        if (!readers.TryTake(out var command))
        {
            command = Sql.Connect(database, SqliteOpenMode.ReadWrite).CreateCommand();
            command.CommandText = "SELECT text FROM rows WHERE id = ?1";
            command.Parameters.AddWithValue("?1", 0L);
        }

        command.Parameters[0].Value = (long)(Interlocked.Increment(ref next) % Rows);
        var text = (string)command.ExecuteScalar()!;
        readers.Add(command);
        return text;
    }

    /// <summary>A Razor page that reads one row.</summary>
    public static async Task<int> ReadPage(string url, int lines)
    {
        var folder = Make();
        using (var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite))
        {
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < Rows; i++) connection.Run("INSERT INTO rows VALUES (?1, ?2)", i, Text);
            transaction.Commit();
        }

        using (folder) return await BarePage.Run(url, lines);
    }

    /// <summary>
    /// An endpoint that inserts one row of the size of a report, durably, and answers then: with a commit of its own, or one for all that arrived.
    /// </summary>
    public static async Task<int> Insert(string url, bool isGrouped)
    {
        using var folder = Make();
        await using var group = new GroupCommit(() => Sql.Connect(database, SqliteOpenMode.ReadWrite));
        using var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO sent VALUES (?1, ?2)";
        foreach (var name in new[] { "?1", "?2" }) command.Parameters.AddWithValue(name, Array.Empty<byte>());
        async Task Answer(HttpContext context)
        {
            var (id, row) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(RowSize));
            if (isGrouped) await group.Write((writer, _) => writer.Run("INSERT INTO sent VALUES (?1, ?2)", id, row));
            else lock (command)
            {
                (command.Parameters[0].Value, command.Parameters[1].Value) = (id, row);
                command.ExecuteNonQuery();
            }

            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }

        return await BarePage.Serve(url, _ => { }, site => site.MapPost("/", (RequestDelegate)Answer));
    }

    private static Folder Make()
    {
        var folder = new Folder();
        database = Path.Combine(folder.Path, "bare.db");
        using var connection = Sql.Connect(database, SqliteOpenMode.ReadWriteCreate);
        connection.Run("CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE TABLE sent (id BLOB PRIMARY KEY, row BLOB NOT NULL) "
            + "WITHOUT ROWID");
        return folder;
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo made = Directory.CreateTempSubdirectory("lapwing-bench-");

        public string Path => made.FullName;

        public void Dispose() => made.Delete(recursive: true);
    }
}
