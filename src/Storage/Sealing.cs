using System.Security.Cryptography;

namespace Lapwing.Storage;

/// <summary>
/// AES-256-GCM with a random nonce. A sealed value is: version (1 byte), key id (8), nonce (12), tag (16), ciphertext. Its place is associated data, so that
/// it opens nowhere else. One per open case; not for several threads at once.
/// </summary>
internal sealed class Sealing : IDisposable
{
    public const int KeySize = 32;
    public const int KeyIdSize = 8;
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = 1 + KeyIdSize + NonceSize + TagSize;
    private readonly AesGcm cipher;
    private byte[] opened = [];

    /// <summary>Takes a key; it keeps no copy that could be read again.</summary>
    public Sealing(ReadOnlySpan<byte> key)
    {
        KeyId = IdOf(key);
        cipher = new AesGcm(key, TagSize);
    }

    /// <summary>The id of the key: it names it and says nothing about it.</summary>
    public byte[] KeyId { get; }

    /// <summary>The first 8 bytes of the SHA-256 of a key.</summary>
    public static byte[] IdOf(ReadOnlySpan<byte> key) => SHA256.HashData(key)[..KeyIdSize];

    /// <summary>Seals something to its place.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var value = new byte[Overhead + plain.Length];
        value[0] = Version;
        KeyId.CopyTo(value, 1);
        var nonce = value.AsSpan(1 + KeyIdSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, value.AsSpan(Overhead), value.AsSpan(1 + KeyIdSize + NonceSize, TagSize), place);
        return value;
    }

    /// <summary>Opens something at its place. Refuses, saying why, what another version or key sealed, and what was changed or moved.</summary>
    /// <param name="value">The sealed value.</param>
    /// <param name="place">What it was sealed to.</param>
    /// <param name="what">What it is, for the refusal.</param>
    public byte[] Open(ReadOnlySpan<byte> value, ReadOnlySpan<byte> place, Func<string> what) => OpenHere(value, place, what).ToArray();

    /// <summary>The same without a copy: it holds until the next is opened.</summary>
    public ReadOnlySpan<byte> OpenHere(ReadOnlySpan<byte> value, ReadOnlySpan<byte> place, Func<string> what)
    {
        if (value.Length < Overhead) throw new LedgerRefusedException($"The sealed value of {what()} is too short to be one: run lapwing verify.");
        if (value[0] != Version) throw new LedgerRefusedException($"The sealed value of {what()} has format {value[0]}, which this version of "
            + "Lapwing does not know: run the version that wrote it, or a later one.");
        if (!value.Slice(1, KeyIdSize).SequenceEqual(KeyId))
            throw new LedgerRefusedException($"The sealed value of {what()} belongs to another key: run lapwing verify.");
        var length = value.Length - Overhead;
        if (length > opened.Length)
        {
            CryptographicOperations.ZeroMemory(opened);
            opened = new byte[Math.Max(4096, 2 * length)];
        }

        var plain = opened.AsSpan(0, length);
        try
        {
            cipher.Decrypt(value.Slice(1 + KeyIdSize, NonceSize), value[Overhead..], value.Slice(1 + KeyIdSize + NonceSize, TagSize), plain, place);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new LedgerRefusedException($"The sealed value of {what()} does not open where it stands, so it was changed or moved: run lapwing verify.", e);
        }

        return plain;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(opened);
        cipher.Dispose();
    }
}
