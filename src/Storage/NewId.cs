using System.Security.Cryptography;

namespace Lapwing.Storage;

/// <summary>What is random here is so for secrecy: an id counts nothing and can be guessed by nobody.</summary>
public static class NewId
{
    // No vowels, so that no word comes of it; nothing that is read as something else, or heard so at a telephone in a hurry.
    private const string Letters = "23456789CDFGHJKMNPQRTVWX";

    /// <summary>A random id of 128 bits.</summary>
    public static Guid Id() => new(RandomNumberGenerator.GetBytes(16), bigEndian: true);

    /// <summary>A reference that people read and say, such as 7KQM.</summary>
    public static string Reference(int length) => RandomNumberGenerator.GetString(Letters, length);
}
