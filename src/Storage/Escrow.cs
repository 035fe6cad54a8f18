using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Storage;

/// <summary>
/// A key in shares, after Shamir: each byte is the value at 0 of a random polynomial over GF(256), and a share holds its values at one other place.
/// A share is one line, so that it can be printed and typed in again.
/// </summary>
internal static class Escrow
{
    private const string Title = "lapwing-share-1";

    /// <summary>The shares of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="shares">How many to make, up to 255.</param>
    /// <param name="needed">How many give the key back, from 2.</param>
    public static IReadOnlyList<string> Split(ReadOnlySpan<byte> key, int shares, int needed)
    {
        if (needed < 2 || needed > shares || shares > 255)
            throw new LedgerRefusedException($"A key cannot be given out in {shares} shares of which {needed} are needed: take 2 to 255 shares, "
                + "and need at least 2 and at most all of them.");
        var terms = new byte[key.Length][];
        for (var i = 0; i < key.Length; i++) terms[i] = [key[i], .. RandomNumberGenerator.GetBytes(needed - 1)];
        var id = Convert.ToHexStringLower(Sealing.IdOf(key));
        return [.. Enumerable.Range(1, shares).Select(x => Line(id, needed, x, [.. terms.Select(polynomial => At(polynomial, (byte)x))]))];
    }

    /// <summary>The key that shares give. Refuses shares that are damaged, of different keys, or too few.</summary>
    public static byte[] Join(IReadOnlyList<string> lines)
    {
        List<Share> shares = [.. lines.Select(Read).DistinctBy(share => share.X)];
        if (shares.Count == 0) throw new LedgerRefusedException("There is no share: name the files of the shares.");
        if (shares.Exists(share => share.Id != shares[0].Id || share.Needed != shares[0].Needed))
            throw new LedgerRefusedException("The shares are of different keys: bring shares with the same id.");
        if (shares.Count < shares[0].Needed) throw new LedgerRefusedException($"{shares[0].Needed} different shares are needed, and only {shares.Count} came.");
        shares.RemoveRange(shares[0].Needed, shares.Count - shares[0].Needed);
        var key = new byte[Sealing.KeySize];
        foreach (var share in shares)
        {
            var weight = WeightAtZero(share, shares);
            for (var i = 0; i < key.Length; i++) key[i] ^= Times(share.Values[i], weight);
        }

        if (Convert.ToHexStringLower(Sealing.IdOf(key)) != shares[0].Id)
            throw new LedgerRefusedException("The shares do not give the key that they name: one of them was altered. Try others.");
        return key;
    }

    private static string Line(string id, int needed, int x, byte[] values)
    {
        var text = $"{Title}:{id}:{needed}:{x}:{Convert.ToHexStringLower(values)}";
        return $"{text}:{Check(text)}";
    }

    private static Share Read(string line, int place)
    {
        var parts = line.Trim().Split(':');
        if (parts is [Title, { Length: 16 } id, var needed, var x, { Length: 2 * Sealing.KeySize } values, var check]
            && Check(string.Join(':', parts[..5])) == check)
            return new(id, int.Parse(needed, CultureInfo.InvariantCulture), byte.Parse(x, CultureInfo.InvariantCulture), Convert.FromHexString(values));
        throw new LedgerRefusedException($"Share {place + 1} is damaged or no share: look for what was mistyped.");
    }

    // Against mistyping; that the key is right is seen from its id.
    private static string Check(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private static byte At(byte[] polynomial, byte x)
    {
        byte value = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--) value = (byte)(Times(value, x) ^ polynomial[i]);
        return value;
    }

    // Lagrange's interpolation at 0; in GF(256) minus is plus, and both are exclusive or.
    private static byte WeightAtZero(Share one, List<Share> shares)
    {
        byte weight = 1;
        foreach (var other in shares)
            if (other.X != one.X) weight = Times(weight, Times(other.X, Inverse((byte)(other.X ^ one.X))));
        return weight;
    }

    private static byte Times(byte a, byte b)
    {
        var product = 0;
        for (int left = a, right = b; right > 0; right >>= 1)
        {
            product ^= left * (right & 1);
            left = (left << 1) ^ (0x11B * (left >> 7));
        }

        return (byte)product;
    }

    // a to the power of 254: the powers of an element that is not 0 repeat after 255.
    private static byte Inverse(byte a)
    {
        byte result = 1;
        for (var i = 0; i < 254; i++) result = Times(result, a);
        return result;
    }

    private sealed record Share(string Id, int Needed, byte X, byte[] Values);
}
