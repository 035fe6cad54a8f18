using System.Text;

namespace Lapwing.Storage;

/// <summary>
/// The newest checkpoint in a folder apart from the database. Whoever can put an older database in its place, or cut its end off with the
/// checkpoints that cover it, must reach that folder too, or it is found at the next start.
/// </summary>
public sealed class KeptCheckpoint
{
    private readonly string folder;

    private KeptCheckpoint(string folder) => this.folder = folder;

    /// <summary>Where it is.</summary>
    public string Path => System.IO.Path.Combine(folder, "newest-checkpoint.json");

    /// <summary>In a folder that somebody named: it is made where there is none. Refuses one that cannot be written to.</summary>
    public static KeptCheckpoint In(string folder)
    {
        try
        {
            return Tried(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusedException($"The newest checkpoint cannot be kept in {folder} ({e.Message}): name a folder that the account that "
                + "runs Lapwing may write to.", e);
        }
    }

    /// <summary>Beside the keys; none where that folder cannot be written to, as where a secret store is mounted.</summary>
    public static KeptCheckpoint? BesideKeys(LedgerFolder ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        try
        {
            return Tried(System.IO.Path.Combine(ledger.Keys, "checkpoints"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Puts a checkpoint in the place of the one before: whole, or not at all.</summary>
    internal void Write(string checkpoint)
    {
        var half = Path + ".new";
        using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(checkpoint));
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, Path, overwrite: true);
    }

    /// <summary>Puts the one that is there aside, for whoever asks later: what it vouches for was given up when a backup was restored.</summary>
    internal void PutAside(long number)
    {
        var aside = System.IO.Path.Combine(folder, $"checkpoint-{number}-before-restore");
        var which = 1;
        while (File.Exists($"{aside}-{which}.json")) which++;
        File.Copy(Path, $"{aside}-{which}.json");
    }

    private static KeptCheckpoint Tried(string folder)
    {
        PrivateFolder.Make(folder);
        var kept = new KeptCheckpoint(folder);
        StartChecks.TryToWrite(folder);
        return kept;
    }
}
