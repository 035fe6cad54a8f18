using System.Security.Cryptography;

namespace Lapwing.Storage;

/// <summary>The key that signs checkpoints: ECDSA on P-256, in a PEM file of its own. Its public half lies beside the data, for whoever verifies.</summary>
public sealed class CheckpointKey : IDisposable
{
    private readonly ECDsa key;

    private CheckpointKey(ECDsa key) => this.key = key;

    /// <summary>The id of the public half: 16 hexadecimal digits.</summary>
    public string Id => Convert.ToHexStringLower(IdBytes);

    /// <summary>The public half as PEM.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>The id as bytes.</summary>
    internal byte[] IdBytes => Sealing.IdOf(key.ExportSubjectPublicKeyInfo());

    /// <summary>Makes a new key in a new file. Refuses to overwrite one.</summary>
    public static CheckpointKey Make(string file)
    {
        var made = new CheckpointKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        KeyFile.Write(file, made.key.ExportPkcs8PrivateKeyPem() + "\n");
        return made;
    }

    /// <summary>Reads a key. Refuses a file that is missing, damaged or open to others.</summary>
    public static CheckpointKey Read(string file) => FromPem(
        KeyFile.Read(file, "checkpoint key", "put it back from where it is kept: no other can go on signing."),
        $"The checkpoint key {file} is damaged or no such key: put it back from where it is kept.");

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The public half from PEM. Refuses what is none.</summary>
    internal static CheckpointKey FromPem(string pem, string refusal)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            if (read.KeySize != 256) throw new CryptographicException("not on P-256");
            return new(read);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            read.Dispose();
            throw new LedgerRefusedException(refusal, e);
        }
    }

    /// <summary>The signature of a digest.</summary>
    internal byte[] Sign(byte[] digest) => key.SignHash(digest);

    /// <summary>Whether this key signed a digest.</summary>
    internal bool HasSigned(byte[] digest, byte[] signature) => key.VerifyHash(digest, signature);
}
