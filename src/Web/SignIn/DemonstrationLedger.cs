using Lapwing.Casework.Calendar;
using Lapwing.Storage;

namespace Lapwing.Web.SignIn;

/// <summary>The cases of the demonstration: told once, when its folder has none yet.</summary>
public static class DemonstrationLedger
{
    /// <summary>Opens them. A folder that has lost its cases but kept their keys is refused, never filled anew.</summary>
    public static async Task<Ledger> Open(string data, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var folder = LedgerFolder.WithKeysBeside(data);
        var isNew = !File.Exists(folder.Database) && !Directory.Exists(folder.Keys);
        var ledger = folder.Open(clock, create: isNew);
        try
        {
            if (isNew) await Signing.Tell(Signing.Store(ledger, clock), London.DayOf(clock.GetUtcNow()));
            return ledger;
        }
        catch
        {
            await ledger.DisposeAsync();
            throw;
        }
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
