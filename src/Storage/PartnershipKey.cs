using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Storage;

/// <summary>
/// The key of a partnership, which wraps the key of each case. It lies in a file of its own, apart from the database and its backups, and is made only
/// when somebody asks for it.
/// </summary>
public sealed class PartnershipKey : IDisposable
{
    private const string Title = "Lapwing partnership key 1. Keep it secret and apart from the data. Without it no case can be read.";
    private readonly byte[] key, lists, words, leavingOut;

    private PartnershipKey(byte[] key)
    {
        (this.key, Id) = (key, Convert.ToHexStringLower(Sealing.IdOf(key)));
        (lists, words, leavingOut) = (Derive("work lists/1"), Derive("search words/1"), Derive("left out/1"));
    }

    /// <summary>Its id: 16 hexadecimal digits that name it and say nothing about it.</summary>
    public string Id { get; }

    /// <summary>The id as bytes.</summary>
    internal byte[] IdBytes => Sealing.IdOf(key);

    /// <summary>Makes a new key in a new file. Refuses to overwrite one.</summary>
    public static PartnershipKey Make(string file) => Write(file, RandomNumberGenerator.GetBytes(Sealing.KeySize));

    /// <summary>Reads a key. Refuses a file that is missing, damaged or open to others.</summary>
    public static PartnershipKey Read(string file)
    {
        var lines = KeyFile.Read(file, "partnership key",
            "put it back from where it is kept, or restore it from its shares with lapwing keys restore. A new one cannot open what the old one "
            + "sealed.").ReplaceLineEndings("\n").Split('\n');
        var bytes = new byte[Sealing.KeySize];
        var isWhole = lines is [Title, var text, var id, ""] && Convert.TryFromBase64String(text, bytes, out var count) && count == Sealing.KeySize
            && text == Convert.ToBase64String(bytes)
            && id == Convert.ToHexStringLower(Sealing.IdOf(bytes));
        if (!isWhole) throw new LedgerRefusedException($"The partnership key {file} is damaged or no such key: put it back from where it is kept, "
            + "or restore it from its shares with lapwing keys restore into an empty folder.");
        return new(bytes);
    }

    /// <summary>Puts a key together from shares and writes it to a new file. Refuses shares that do not belong together or are too few.</summary>
    public static PartnershipKey Restore(string file, IReadOnlyList<string> shares) => Write(file, Escrow.Join(shares));

    /// <summary>The key in shares: any <paramref name="needed"/> of them give it back, fewer say nothing about it.</summary>
    public IReadOnlyList<string> Share(int shares, int needed) => Escrow.Split(key, shares, needed);

    /// <summary>Writes a share to a new file that only its owner may read.</summary>
    public static void WriteShare(string file, string share) => KeyFile.Write(file, share + "\n");

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(lists);
        CryptographicOperations.ZeroMemory(words);
        CryptographicOperations.ZeroMemory(leavingOut);
    }

    /// <summary>The key of lists of work: it follows from this one, and this one does not from it.</summary>
    internal ReadOnlySpan<byte> ForLists => lists;

    /// <summary>The key of the words by which cases are found: it follows from this one, and this one does not from it.</summary>
    internal ReadOnlySpan<byte> ForWords => words;

    /// <summary>The key of who is left out of a case: it follows from this one, and this one does not from it.</summary>
    internal ReadOnlySpan<byte> ForLeavingOut => leavingOut;

    /// <summary>Seals the key of a case.</summary>
    internal byte[] Wrap(ReadOnlySpan<byte> caseKey, byte[] partnership, byte[] caseId)
    {
        using var sealing = new Sealing(key);
        return sealing.Seal(caseKey, PlaceOf(partnership, caseId));
    }

    /// <summary>Opens the key of a case.</summary>
    internal byte[] Unwrap(ReadOnlySpan<byte> wrapped, byte[] partnership, byte[] caseId, string reference)
    {
        using var sealing = new Sealing(key);
        return sealing.Open(wrapped, PlaceOf(partnership, caseId), () => $"the key of case {reference}");
    }

    /// <summary>A key for one use, which says nothing about this one.</summary>
    internal byte[] Derive(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Sealing.KeySize, info: Encoding.UTF8.GetBytes(use));

    private static ReadOnlySpan<byte> PlaceOf(byte[] partnership, byte[] caseId) => new CanonicalBytes().Add("case key/1", partnership, caseId).Written;

    private static PartnershipKey Write(string file, byte[] key)
    {
        var made = new PartnershipKey(key);
        KeyFile.Write(file, $"{Title}\n{Convert.ToBase64String(key)}\n{made.Id}\n");
        return made;
    }
}
