using Lapwing.Storage;
using Lapwing.Web;

namespace Lapwing.Bench.Ledger;

/// <summary>A ledger in a folder of its own, with the door that the server has to it; the folder goes away with it.</summary>
internal sealed class TemporaryLedger : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-bench-");

    public TemporaryLedger()
    {
        Folder = LedgerFolder.WithKeysBeside(folder.FullName);
        Ledger = Folder.Open(TimeProvider.System, create: true);
        Store = DemonstrationCases.Store(Ledger, TimeProvider.System);
    }

    /// <summary>Where it lies.</summary>
    public LedgerFolder Folder { get; }

    /// <summary>The ledger.</summary>
    public Storage.Ledger Ledger { get; }

    /// <summary>The door to its cases.</summary>
    public CaseStore Store { get; }

    /// <summary>Its size on disk.</summary>
    public double Megabytes => folder.EnumerateFiles().Sum(file => file.Length) / 1e6;

    /// <summary>Signs a checkpoint, then closes it: its files are whole, and stay until it is disposed of.</summary>
    public async Task Close()
    {
        using (var key = CheckpointKey.Read(Folder.CheckpointKeyFile)) await new Checkpoints(Ledger, key, TimeProvider.System).Make();
        await Ledger.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
