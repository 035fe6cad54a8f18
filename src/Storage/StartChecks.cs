namespace Lapwing.Storage;

/// <summary>
/// What a ledger needs is tried before it is opened, as whoever runs the program: a fault is one sentence at the start, and not an error in the
/// middle of somebody's report. Nothing is left half made by it.
/// </summary>
public static class StartChecks
{
    /// <summary>Refuses where nothing temporary can be written.</summary>
    public static void TemporarySpace()
    {
        var folder = Path.GetTempPath();
        try
        {
            TryToWrite(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusedException($"Nothing temporary can be written to {folder} ({e.Message}): make room there, or name another folder "
                + "in TMPDIR.", e);
        }
    }

    /// <summary>Makes a folder where there is none, and refuses one in which nothing can be written, or something cannot be read.</summary>
    public static void CanBeUsed(string folder, string of)
    {
        try
        {
            PrivateFolder.Make(folder);
            foreach (var file in Directory.EnumerateFiles(folder)) File.OpenRead(file).Dispose();
            TryToWrite(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusedException($"The {of} in {folder} cannot be read or made ({e.Message}): give that folder to the account that "
                + "runs Lapwing, or make room.", e);
        }
    }

    /// <summary>Writes a small file into a folder and takes it away again.</summary>
    internal static void TryToWrite(string folder)
    {
        var file = Path.Combine(folder, $".lapwing-tries-{Path.GetRandomFileName()}");
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.DeleteOnClose
        });
        stream.Write(new byte[4096]);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Refuses a database that cannot be written to, or whose folder cannot: its log comes to lie beside it.</summary>
    internal static void CanBeWritten(LedgerFolder folder)
    {
        try
        {
            using (new FileStream(folder.Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
            {
            }

            TryToWrite(folder.Data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusedException($"{folder.Database}, or the folder it lies in, cannot be written to ({e.Message}): make room, or give "
                + "both to the account that runs Lapwing.", e);
        }
    }
}
