using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage;

/// <summary>
/// The only code that commits. One writer takes all that has arrived, gives each piece of work a savepoint of its own, and commits once; every answer
/// is given after that commit, conflicts and failures too, so that nobody acts on what a power cut could still take back.
/// </summary>
public sealed class GroupCommit : IAsyncDisposable
{
    private const int MostAtOnce = 256;
    private readonly Channel<Piece> pieces = Channel.CreateUnbounded<Piece>(new() { SingleReader = true });
    private readonly Func<SqliteConnection> connect;
    private readonly Task writer;
    private SqliteConnection? connection;

    /// <summary>Starts the writer.</summary>
    /// <param name="connect">Opens its connection: at the first work, and again after a batch that failed.</param>
    internal GroupCommit(Func<SqliteConnection> connect)
    {
        this.connect = connect;
        writer = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>How many commits there were, each for all that had arrived.</summary>
    internal long Commits { get; private set; }

    /// <summary>
    /// Does a piece of work in the writer's transaction. Its answer, or its exception, comes once the commit is on disk. It cannot be cancelled.
    /// </summary>
    /// <param name="work">Quick, and all in this connection: others wait for it.</param>
    public Task<T> Write<T>(Func<SqliteConnection, SqliteTransaction, T> work)
    {
        var piece = new Piece<T>(work);
        if (!pieces.Writer.TryWrite(piece)) piece.Fail(new ObjectDisposedException(nameof(GroupCommit)));
        return piece.Answered;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        pieces.Writer.TryComplete();
        await writer;
    }

    private void Work()
    {
        List<Piece> batch = [];
        while (pieces.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostAtOnce && pieces.Reader.TryRead(out var piece)) batch.Add(piece);
            try
            {
                Commit(batch);
                foreach (var piece in batch) piece.Answer();
            }
            catch (Exception e)      // whatever it is, those who wait must hear of it and the next batch must have its turn
            {
                Disconnect();
                foreach (var piece in batch) piece.Fail(e);
            }

            batch.Clear();
        }

        Disconnect();
    }

    private void Commit(List<Piece> batch)
    {
        connection ??= connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var piece in batch)
        {
            connection.Run("SAVEPOINT piece");
            try
            {
                piece.Do(connection, transaction);
                connection.Run("RELEASE piece");
            }
            catch (Exception first)
            {
                Undo(connection, first);
                piece.Failed = first;
            }
        }

        transaction.Commit();
        Commits++;
    }

    // A full disk may have taken the whole transaction with it, savepoint and all. What counts then is what happened first, not what follows from it.
    private static void Undo(SqliteConnection connection, Exception first)
    {
        try
        {
            connection.Run("ROLLBACK TO piece; RELEASE piece");
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            throw new BatchLostException(first);
        }
    }

    private void Disconnect()
    {
        try
        {
            connection?.Dispose();
        }
        catch (SqliteException)      // what failed was told already; the file is opened afresh
        {
        }

        connection = null;
    }

    private sealed class BatchLostException(Exception first) : Exception(first.Message, first);

    private abstract class Piece
    {
        public Exception? Failed { get; set; }

        public abstract void Do(SqliteConnection connection, SqliteTransaction transaction);

        public abstract void Answer();

        public abstract void Fail(Exception e);
    }

    private sealed class Piece<T>(Func<SqliteConnection, SqliteTransaction, T> work) : Piece
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Answered => answer.Task;

        public override void Do(SqliteConnection connection, SqliteTransaction transaction) => result = work(connection, transaction);

        public override void Answer()
        {
            if (Failed is { } failed) answer.SetException(failed);
            else answer.SetResult(result!);
        }

        public override void Fail(Exception e) => answer.SetException(e is BatchLostException { InnerException: { } first } ? first : e);
    }
}
