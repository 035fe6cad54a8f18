using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;

namespace Lapwing.Storage.Tests;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class StandingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Told.Start;

    /// <summary>How long the program has run, by the clock that only goes on.</summary>
    public TimeSpan Ran { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Ran.Ticks;

    /// <summary>Lets days go by, on each of which the program runs so long.</summary>
    public async Task Pass(RunningDays days, int number, TimeSpan each)
    {
        for (var i = 0; i < number; i++)
        {
            (Now, Ran) = (Now.AddDays(1), Ran + each);
            await days.Count();
        }
    }
}

/// <summary>A ledger in a folder of its own that goes away with it.</summary>
internal sealed class TestLedger : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-ledger-");

    public TestLedger(Func<CaseFile, IReadOnlyList<Membership>>? circle = null, Func<CaseFile, IReadOnlyList<WorkRow>>? work = null,
        Func<CaseFile, IReadOnlyList<FoundBy>>? words = null)
    {
        Folder = LedgerFolder.WithKeysBeside(folder.FullName);
        Ledger = Folder.Open(Clock, create: true);
        Store = new(Ledger, Clock, CircleOf(circle ?? Told.Members),
            file => CaseLists.None with { Work = work?.Invoke(file) ?? [], Words = words?.Invoke(file) ?? [] });
    }

    public StandingClock Clock { get; } = new();

    public LedgerFolder Folder { get; }

    public Ledger Ledger { get; private set; }

    public CaseStore Store { get; }

    public CaseStore StoreWith(Func<CaseFile, IReadOnlyList<Membership>> circle) => new(Ledger, Clock, CircleOf(circle), Told.NoWork);

    private static Func<CaseFile, Circle> CircleOf(Func<CaseFile, IReadOnlyList<Membership>> members) => file => Circle.Of(members(file));

    /// <summary>Changes the database behind its back, past every trigger.</summary>
    public void Tamper(string sql) => Tampering.Do(Folder.Database, sql);

    /// <summary>The one number that a question to the database gives.</summary>
    public long Count(string sql)
    {
        using var connection = Sql.Connect(Folder.Database, SqliteOpenMode.ReadWrite);
        return connection.Value<long>(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>What somebody with the file can do to it.</summary>
internal static class Tampering
{
    public static void Do(string database, string sql)
    {
        using var connection = Open(database);
        if (connection.Run(sql) == 0) throw new InvalidOperationException($"changed nothing: {sql}");
    }

    /// <summary>A connection that nothing holds back: no trigger, no foreign key.</summary>
    public static SqliteConnection Open(string database)
    {
        var connection = Sql.Connect(database, SqliteOpenMode.ReadWrite);
        connection.Run("PRAGMA foreign_keys=0; PRAGMA synchronous=OFF");
        foreach (var trigger in connection.Rows(r => r.GetString(0), "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            connection.Run($"DROP TRIGGER {trigger}");
        return connection;
    }
}
