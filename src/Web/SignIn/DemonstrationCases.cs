using Lapwing.Casework.Calendar;
using Lapwing.Storage;

namespace Lapwing.Web.SignIn;

/// <summary>The cases of the demonstration: told once, when its folder has none yet.</summary>
public sealed class DemonstrationCases : IAsyncDisposable
{
    private readonly CheckpointKey key;

    private DemonstrationCases(Ledger ledger, CheckpointKey key, TimeProvider clock) => (Ledger, this.key, Checkpoints) = (ledger, key, new(ledger, key, clock));

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>What became of its cases where the database was brought forward; null where it was not.</summary>
    public Rebuilt? DecidedAnew { get; private init; }

    /// <summary>Its checkpoints.</summary>
    public Checkpoints Checkpoints { get; }

    /// <summary>Opens them. A folder that has lost its cases but kept their keys is refused, never filled anew.</summary>
    public static async Task<DemonstrationCases> Open(string data, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var folder = LedgerFolder.WithKeysBeside(data);
        var isNew = !File.Exists(folder.Database) && !Directory.Exists(folder.Keys);
        var ledger = folder.Open(clock, create: isNew);
        try
        {
            var store = Signing.Store(ledger, clock);
            if (isNew) await Signing.Tell(store, London.DayOf(clock.GetUtcNow()));
            return new(ledger, CheckpointKey.Read(folder.CheckpointKeyFile), clock) { DecidedAnew = await store.AfterBringingForward() };
        }
        catch
        {
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        key.Dispose();
    }
}

/// <summary>A folder that is gone when the program ends.</summary>
internal sealed class PassingFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-demo-");

    /// <summary>Where it is.</summary>
    public string Path => folder.FullName;

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
