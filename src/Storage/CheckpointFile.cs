using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Storage;

/// <summary>A checkpoint as a partner agency keeps it: all that its digest is over, its signature and the public key. It names nobody.</summary>
internal sealed record CheckpointFile(
    int LapwingCheckpoint, string Partnership, long Number, string At, long LogTo, string LogHash, long Heads, string HeadsHash, long Cases, long Entries,
    string PreviousDigest, string Digest, string Signature, string PublicKey)
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text.</summary>
    public static string Write(Guid partnership, Checkpoint checkpoint, string publicPem) => JsonSerializer.Serialize(
        new CheckpointFile(
            Version, Hex(partnership.Bytes()), checkpoint.Number, checkpoint.At.ToString("O", CultureInfo.InvariantCulture), checkpoint.LogTo,
            Hex(checkpoint.LogHash.Span),
            checkpoint.Heads, Hex(checkpoint.HeadsHash.Span), checkpoint.Cases, checkpoint.Entries, Hex(checkpoint.PreviousDigest.Span),
            Hex(checkpoint.Digest.Span), Hex(checkpoint.Signature.Span), publicPem),
        options) + "\n";

    /// <summary>The checkpoint, its partnership and its key. Refuses a file that is none, was altered, or is not signed by the key that it names.</summary>
    public static (byte[] Partnership, Checkpoint Checkpoint, CheckpointKey Key) Read(string file)
    {
        var refusal = $"{file} is no checkpoint as Lapwing hands it out, or was altered since: ask whoever keeps it for the original.";
        try
        {
            var read = JsonSerializer.Deserialize<CheckpointFile>(File.ReadAllText(file), options);
            if (read is not { LapwingCheckpoint: Version }) throw new LedgerRefusedException(refusal);
            var partnership = Convert.FromHexString(read.Partnership);
            var key = CheckpointKey.FromPem(read.PublicKey, refusal);
            var checkpoint = new Checkpoint(
                read.Number, DateTimeOffset.ParseExact(read.At, "O", CultureInfo.InvariantCulture), read.LogTo, Convert.FromHexString(read.LogHash),
                read.Heads, Convert.FromHexString(read.HeadsHash),
                read.Cases, read.Entries, Convert.FromHexString(read.PreviousDigest), Convert.FromHexString(read.Digest), key.IdBytes,
                Convert.FromHexString(read.Signature));
            var digest = checkpoint.DigestOf(partnership);
            return checkpoint.Digest.Span.SequenceEqual(digest) && key.HasSigned(digest, checkpoint.Signature.ToArray())
                ? (partnership, checkpoint, key) : throw new LedgerRefusedException(refusal);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new LedgerRefusedException(refusal, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusedException($"{file} cannot be read: {e.Message}", e);
        }
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
