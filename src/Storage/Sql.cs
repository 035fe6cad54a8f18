using System.Text;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Short ways to say a statement with its values: the first is <c>?1</c>.</summary>
internal static class Sql
{
    // Before the first connection. A connection is one thread's at a time here: a lock around each column read, of which an entry has sixty, would
    // guard nothing. Nor is SQLite to count the memory it has: all threads would wait for one lock at each piece of it. Where it was in use already it
    // says no to both, and keeps its locks.
    static Sql()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>A connection with the settings that every connection has. Refuses nothing: <see cref="LedgerFolder"/> looked at the file.</summary>
    /// <param name="file">The database.</param>
    /// <param name="mode">Whether it may be written or made.</param>
    /// <param name="synchronous">FULL; a test shows what is lost with less.</param>
    public static SqliteConnection Connect(string file, SqliteOpenMode mode, string synchronous = "FULL")
    {
        var connection = new PreparedConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Without it a statement whose plan looked at a value is prepared again, unasked, with every other value.
            if (SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _) != SQLitePCL.raw.SQLITE_OK)
                throw new InvalidOperationException("SQLite does not keep a plan whatever the values are");
            if (mode != SqliteOpenMode.ReadOnly) connection.Run("PRAGMA journal_mode=WAL");
            connection.Run($"""
                PRAGMA busy_timeout=10000; PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=1; PRAGMA recursive_triggers=1; PRAGMA secure_delete=1;
                PRAGMA trusted_schema=0; PRAGMA cell_size_check=1; PRAGMA temp_store=MEMORY
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A statement with its values, for whoever keeps it open for long.</summary>
    public static SqliteCommand Say(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        PreparedConnection.Bind(command, values);
        return command;
    }

    /// <summary>Runs a statement and says how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Use(connection, Take(connection, sql, values), command => command.ExecuteNonQuery());

    /// <summary>Inserts one row. Throws where it was not written, whatever kept it.</summary>
    public static void Insert(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        if (connection.Run(sql, values) != 1) throw new InvalidOperationException("a row was not written");
    }

    /// <summary>The one value that a statement gives, or none.</summary>
    public static T? Value<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var value = Use(connection, Take(connection, sql, values), command => command.ExecuteScalar());
        return value is not (null or DBNull) ? (T)value : default;
    }

    /// <summary>Every row that a statement gives.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> values)
    {
        List<T> rows = [];
        connection.Each(r => rows.Add(read(r)), sql, values);
        return rows;
    }

    /// <summary>Goes through the rows that a statement gives.</summary>
    public static void Each(this SqliteConnection connection, Action<SqliteDataReader> see, string sql, params ReadOnlySpan<object?> values) =>
        Use(connection, Take(connection, sql, values), command =>
    {
        using var reader = command.ExecuteReader();
        while (reader.Read()) see(reader);
        return true;
    });

    /// <summary>An id as it is stored: 16 bytes in the order in which it is written.</summary>
    public static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>An id or null.</summary>
    public static byte[]? Bytes(this Guid? id) => id?.Bytes();

    /// <summary>A blob, or the bytes of a text, until the reader goes on; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Bytes(this SqliteDataReader reader, int column) => NativeRow.Bytes(reader.Row(), column);

    /// <summary>A blob.</summary>
    public static byte[] Blob(this SqliteDataReader reader, int column) => reader.Bytes(column).ToArray();

    /// <summary>An id.</summary>
    public static Guid Id(this SqliteDataReader reader, int column) => new(reader.Bytes(column), bigEndian: true);

    /// <summary>An id or null.</summary>
    public static Guid? IdOrNone(this SqliteDataReader reader, int column) => reader.Bytes(column) is { Length: > 0 } id ? new(id, bigEndian: true) : null;

    /// <summary>Text.</summary>
    public static string Text(this SqliteDataReader reader, int column) => Encoding.UTF8.GetString(reader.Bytes(column));

    /// <summary>Text or null.</summary>
    public static string? TextOrNone(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A whole number.</summary>
    public static long Number(this SqliteDataReader reader, int column) => NativeRow.Number(reader.Row(), column);

    /// <summary>An instant.</summary>
    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) => new(reader.Number(column), TimeSpan.Zero);

    private static SqliteCommand Take(SqliteConnection connection, string sql, ReadOnlySpan<object?> values) =>
        connection is PreparedConnection prepared ? prepared.Take(sql, values) : connection.Say(sql, values);

    // One that failed is closed here and now: the runtime would do it at any time, on a thread of its own, while the connection is in use.
    private static T Use<T>(SqliteConnection connection, SqliteCommand command, Func<SqliteCommand, T> use)
    {
        var isDone = false;
        try
        {
            var result = use(command);
            isDone = true;
            return result;
        }
        finally
        {
            if (isDone && connection is PreparedConnection prepared) prepared.Put(command);
            else command.Dispose();
        }
    }
}

/// <summary>
/// A connection that keeps its statements: preparing one anew costs more than running it. Whoever runs one takes it, so that two never share it; one that
/// failed is not put back. Where there are too many, the one that was run longest ago goes.
/// </summary>
internal sealed class PreparedConnection(string settings) : SqliteConnection(settings)
{
    /// <summary>How many it keeps: a page runs some ten, and lists have one for each shape of the places in which somebody stands.</summary>
    public const int Most = 128;

    private readonly Dictionary<string, (SqliteCommand Command, long At)> kept = new(StringComparer.Ordinal);
    private long runs;

    /// <summary>The statements that it keeps: those that were run last.</summary>
    public IReadOnlyCollection<string> Kept => kept.Keys;

    /// <summary>A statement with its values.</summary>
    public SqliteCommand Take(string sql, ReadOnlySpan<object?> values)
    {
        var command = kept.Remove(sql, out var known) ? known.Command : CreateCommand();
        if (known.Command is null) command.CommandText = sql;
        command.Transaction = Transaction;
        Bind(command, values);
        return command;
    }

    /// <summary>Takes one back.</summary>
    public void Put(SqliteCommand command)
    {
        if (!kept.TryAdd(command.CommandText, (command, runs++))) command.Dispose();
        if (kept.Count <= Most) return;
        var oldest = kept.MinBy(one => one.Value.At);
        kept.Remove(oldest.Key);
        oldest.Value.Command.Dispose();
    }

    /// <summary>Gives a statement its values.</summary>
    public static void Bind(SqliteCommand command, ReadOnlySpan<object?> values)
    {
        for (var i = command.Parameters.Count; i < values.Length; i++) command.Parameters.AddWithValue($"?{i + 1}", DBNull.Value);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
