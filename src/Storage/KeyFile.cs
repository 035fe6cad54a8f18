using System.Text;

namespace Lapwing.Storage;

/// <summary>How key files are written and read: by their owner alone, once, and never over another.</summary>
internal static class KeyFile
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file that only its owner may read. Refuses to take the place of another.</summary>
    public static void Write(string file, string text)
    {
        PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (File.Exists(file)) throw new LedgerRefusedException($"{file} is there already and is never overwritten: what it sealed would be lost for good.");
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, how);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a key file. Refuses one that is not there, cannot be read, or can be read by others.</summary>
    /// <param name="file">Which.</param>
    /// <param name="what">What it is, for the refusal.</param>
    /// <param name="lost">What to do where it is missing.</param>
    public static string Read(string file, string what, string lost)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(OwnerOnly | UnixFileMode.UserExecute)) is not UnixFileMode.None)
                throw new LedgerRefusedException($"The {what} {file} can be read by others than its owner: make it private with chmod 600, and "
                    + "think of it as known if others could sign in to this machine.");
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LedgerRefusedException($"The {what} {file} is missing: {lost}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusedException($"The {what} {file} cannot be read: {e.Message}", e);
        }
    }
}
