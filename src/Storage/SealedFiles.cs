using System.Text;

namespace Lapwing.Storage;

/// <summary>
/// Small texts in files beside the database, sealed with a key that follows from the partnership key: whoever has a copy of the folder has nothing by them,
/// and one that they write or change is none.
/// </summary>
/// <param name="ledger">The ledger whose key seals them.</param>
/// <param name="folder">Their folder.</param>
/// <param name="use">What they are, such as <c>page keys/1</c>: what is sealed for one use opens for no other.</param>
public sealed class SealedFiles(Ledger ledger, string folder, string use)
{
    private const string Ending = ".sealed", Half = ".half";
    private readonly byte[] key = ledger.Key.Derive(use);

    /// <summary>The texts, in the order of their names, and the files that do not open, which are left where they are.</summary>
    public (IReadOnlyList<string> Texts, IReadOnlyList<string> NotOpened) Read()
    {
        if (!Directory.Exists(folder)) return ([], []);
        using var sealing = new Sealing(key);
        List<string> texts = [], others = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
        {
            try
            {
                texts.Add(Encoding.UTF8.GetString(sealing.Open(File.ReadAllBytes(file), PlaceOf(file), () => Path.GetFileName(file))));
            }
            catch (LedgerRefusedException)
            {
                others.Add(file);
            }
        }

        return (texts, others);
    }

    /// <summary>Takes away what was left half written: at the start, before anything is written.</summary>
    public void RemoveHalves()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var left in Directory.EnumerateFiles(folder, "*" + Ending + Half)) File.Delete(left);
    }

    /// <summary>Writes a text to a file of its own, which only its owner may read.</summary>
    public void Write(string text)
    {
        PrivateFolder.Make(folder);
        using var sealing = new Sealing(key);
        var file = Path.Combine(folder, $"key-{NewId.Id():N}{Ending}");
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = KeyFile.OwnerOnly;
        using (var stream = new FileStream(file + Half, how))
        {
            stream.Write(sealing.Seal(Encoding.UTF8.GetBytes(text), PlaceOf(file)));
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + Half, file);
    }

    private byte[] PlaceOf(string file) => new CanonicalBytes().Add(use, ledger.Partnership, Path.GetFileName(file)).Written.ToArray();
}
