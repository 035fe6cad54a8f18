using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// An open ledger: its partnership, its key, one writer and as many readers as are wanted. <see cref="CaseStore"/> is the door to what is in it.
/// </summary>
public sealed class Ledger : IAsyncDisposable
{
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly string database;
    private readonly string synchronous;
    private bool isClosed;

    internal Ledger(string database, Guid partnership, PartnershipKey key, string synchronous)
    {
        (this.database, this.synchronous, Key, Id, Partnership) = (database, synchronous, key, partnership, partnership.Bytes());
        Commit = new(() => Sql.Connect(database, SqliteOpenMode.ReadWrite, synchronous));
    }

    /// <summary>The partnership's id: random, made with the database.</summary>
    public Guid Id { get; }

    /// <summary>What was done to a database of an older version as it was opened; null where there was nothing to do.</summary>
    public BroughtForward? BroughtForward { get; internal init; }

    /// <summary>The id as the tables have it.</summary>
    internal byte[] Partnership { get; }

    /// <summary>The key.</summary>
    internal PartnershipKey Key { get; }

    /// <summary>The writer.</summary>
    internal GroupCommit Commit { get; }

    /// <summary>Reads, all from one state of the database: nothing that is not durable yet is seen.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (!readers.TryTake(out var connection)) connection = Reader();
        try
        {
            connection.Run("BEGIN");
            var result = read(connection);
            connection.Run("COMMIT");
            readers.Add(connection);
            return result;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        isClosed = true;
        await Commit.DisposeAsync();
        while (readers.TryTake(out var reader)) reader.Dispose();
        Key.Dispose();
    }

    private SqliteConnection Reader()
    {
        var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite, synchronous);
        // each commit of the writer makes a reader forget its pages, so more would only be held
        connection.Run("PRAGMA query_only=1; PRAGMA cache_size=-512");
        return connection;
    }
}
