using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>Short ways to say a statement with its values: the first is <c>?1</c>.</summary>
internal static class Sql
{
    /// <summary>A connection with the settings that every connection has. Refuses nothing: <see cref="LedgerFolder"/> looked at the file.</summary>
    /// <param name="file">The database.</param>
    /// <param name="mode">Whether it may be written or made.</param>
    /// <param name="synchronous">FULL; a test shows what is lost with less.</param>
    public static SqliteConnection Connect(string file, SqliteOpenMode mode, string synchronous = "FULL")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            if (mode != SqliteOpenMode.ReadOnly) connection.Run("PRAGMA journal_mode=WAL");
            connection.Run($"""
                PRAGMA busy_timeout=10000; PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=1; PRAGMA recursive_triggers=1; PRAGMA secure_delete=1;
                PRAGMA trusted_schema=0; PRAGMA cell_size_check=1
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A statement with its values.</summary>
    public static SqliteCommand Say(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"?{i + 1}", values[i] ?? DBNull.Value);
        return command;
    }

    /// <summary>Runs a statement and says how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Say(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Inserts one row. Throws where it was not written, whatever kept it.</summary>
    public static void Insert(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        if (connection.Run(sql, values) != 1) throw new InvalidOperationException("a row was not written");
    }

    /// <summary>The one value that a statement gives, or none.</summary>
    public static T? Value<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Say(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? (T)value : default;
    }

    /// <summary>Every row that a statement gives.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Say(sql, values);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>An id as it is stored: 16 bytes in the order in which it is written.</summary>
    public static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>An id or null.</summary>
    public static byte[]? Bytes(this Guid? id) => id?.Bytes();

    /// <summary>A blob.</summary>
    public static byte[] Blob(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    /// <summary>An id.</summary>
    public static Guid Id(this SqliteDataReader reader, int column) => new(reader.Blob(column), bigEndian: true);

    /// <summary>An id or null.</summary>
    public static Guid? IdOrNone(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Id(column);

    /// <summary>Text or null.</summary>
    public static string? TextOrNone(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>An instant.</summary>
    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);
}
