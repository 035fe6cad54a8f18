using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Storage;

/// <summary>
/// What the tables have in place of a text that they must not say: whoever has the file and no key sees what is the same, and not what it is.
/// </summary>
internal static class KeyedHash
{
    /// <summary>How many of its bytes stand in the tables.</summary>
    public const int Size = 8;

    /// <summary>That of a text of a partnership.</summary>
    public static byte[] Of(ReadOnlySpan<byte> key, byte[] partnership, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, (byte[])[.. partnership, .. Encoding.UTF8.GetBytes(text)], hash);
        return hash[..Size].ToArray();
    }
}
