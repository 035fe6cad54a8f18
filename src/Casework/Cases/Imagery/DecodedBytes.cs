using System.Text;

namespace Lapwing.Casework.Cases.Imagery;

/// <summary>What decoded bytes are: a picture, a film or an archive by what they begin with; text; or neither.</summary>
internal static class DecodedBytes
{
    /// <summary>The fewest bytes that are taken for a picture: what is shorter shows nothing.</summary>
    public const int Fewest = 16;

    /// <summary>What is no text is kept up to here, in bytes: a hash, a signature, a token.</summary>
    public const int MostUnknown = 1024;

    private static readonly byte[][] beginnings =
    [
        [0x89, .. "PNG"u8], [.. "GIF87a"u8], [.. "GIF89a"u8], [0xFF, 0xD8, 0xFF], [.. "II*\0"u8], [.. "MM\0*"u8], [.. "MM\0+"u8], [.. "II+\0"u8],
        [.. "8BPS"u8], [.. "II"u8, 0xBC, 0x01],
        [0, 0, 0, 0x0C, .. "JXL "u8], [0, 0, 0, 0x0C, .. "jP  "u8], [0xFF, 0x4F, 0xFF, 0x51], [.. "DDS |"u8], [.. "qoif"u8], [0x8A, .. "MNG"u8],
        [.. "AT&TFORM"u8],
        [0, 0, 1, 0xBA], [0, 0, 1, 0xB3], [0x1A, 0x45, 0xDF, 0xA3], [.. "FLV\u0001"u8], [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66], [.. "OggS"u8],
        [.. "ID3\u0003"u8], [.. "ID3\u0004"u8], [.. "fLaC"u8], [.. ".RMF"u8],
        [.. "PK\u0003\u0004"u8], [.. "PK\u0005\u0006"u8], [.. "Rar!\u001a\u0007"u8], [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B, 0x08],
        [.. "MSCF\0"u8], [0xFD, .. "7zXZ\0"u8], [0x28, 0xB5, 0x2F, 0xFD],
        [0x04, 0x22, 0x4D, 0x18], [.. "%PDF-"u8], [.. "%!PS-"u8], [0xD0, 0xCF, 0x11, 0xE0], [.. "xar!"u8], [.. "{\\rtf"u8], [.. "AES\u0002"u8],
    ];

    // Most bytes begin none of them: by the first two.
    private static readonly bool[] mayBegin = new bool[65_536], mayBeFirst = new bool[256];

    static DecodedBytes()
    {
        foreach (var beginning in beginnings) mayBegin[(beginning[0] << 8) | beginning[1]] = true;
        foreach (var two in new[] { "BM"u8.ToArray(), "BZ"u8.ToArray(), "RI"u8.ToArray(), "FO"u8.ToArray(), [0xFF, 0x0A] })
            mayBegin[(two[0] << 8) | two[1]] = true;
        for (var second = 0; second < 256; second++) mayBegin[second] = true;
        for (var two = 0; two < mayBegin.Length; two++) mayBeFirst[two >> 8] |= mayBegin[two];
    }

    /// <summary>Whether a picture may begin with a byte.</summary>
    public static bool MayBegin(int first) => mayBeFirst[first];

    /// <summary>Whether a picture may begin with two bytes.</summary>
    public static bool MayBegin(int first, int second) => mayBegin[(first << 8) | second];

    /// <summary>Whether bytes must not be kept: a picture, film or archive, text that holds one, or more than can be a hash or a token and no text.</summary>
    /// <param name="bytes">What was decoded.</param>
    /// <param name="looking">How deep it lies, and how much may still be looked at.</param>
    /// <param name="isEncoded">Whether what they were decoded from looks like encoded data rather than like words or a link.</param>
    public static Verdict Of(ReadOnlySpan<byte> bytes, Looking looking, bool isEncoded)
    {
        if (BeginsPicture(bytes)) return Verdict.Image;
        if (bytes.Length < Fewest) return Verdict.Kept;
        if (Text(bytes) is { } text) return ImageryGuard.VerdictOn(text, looking);
        return isEncoded && bytes.Length > MostUnknown ? Verdict.Data : Verdict.Kept;
    }

    /// <summary>Whether bytes begin a picture, a film, a sound or an archive.</summary>
    public static bool BeginsPicture(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Fewest) return false;
        if (!MayBegin(bytes[0], bytes[1]) && (bytes.Length < 263 || bytes[257] != 'u')) return false;
        foreach (var beginning in beginnings)
            if (bytes.StartsWith(beginning)) return true;
        return (bytes.StartsWith("BZh"u8) && bytes.Slice(4, 6).SequenceEqual("1AY&SY"u8)) || IsBitmap(bytes) || IsIcon(bytes) || IsRiff(bytes)
            || IsFilm(bytes) || (bytes.Length > 262 && bytes.Slice(257, 5).SequenceEqual("ustar"u8))
            || (bytes[0] is 0xFF && bytes[1] is 0x0A && bytes.Length > MostUnknown);
    }

    // A size that is about right, no reserved bytes, and where the pixels begin.
    private static bool IsBitmap(ReadOnlySpan<byte> bytes) =>
        bytes[0] == 'B' && bytes[1] == 'M' && bytes[6] == 0 && bytes[7] == 0 && bytes[8] == 0 && bytes[9] == 0 && bytes[11] < 8 && bytes[12] == 0
        && bytes[13] == 0;

    private static bool IsIcon(ReadOnlySpan<byte> bytes) => bytes is [0, 0, 1 or 2, 0, > 0 and < 32, 0, _, _, _, 0, 0 or 1, 0, ..];

    private static bool IsRiff(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith("RIFF"u8) || bytes.StartsWith("FORM"u8) || bytes.StartsWith("RIFX"u8))
        && bytes.Slice(4, 4).ContainsAnyExceptInRange((byte)0x20, (byte)0x7E);

    private static bool IsFilm(ReadOnlySpan<byte> bytes) =>
        bytes[0] == 0 && (bytes.Slice(4, 4).SequenceEqual("ftyp"u8) || bytes.Slice(4, 4).SequenceEqual("moov"u8) || bytes.Slice(4, 4).SequenceEqual("mdat"u8)
        || bytes.Slice(4, 4).SequenceEqual("wide"u8) || bytes.Slice(4, 4).SequenceEqual("free"u8) || bytes.Slice(4, 4).SequenceEqual("skip"u8));

    // Bytes as text, in UTF-8, UTF-16 or Windows-1252; null where they are none.
    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.Count((byte)0);
        if (zeros > bytes.Length / 3)
        {
            var wide = (bytes[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
            return IsReadable(wide) ? wide : null;
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes) is var text && IsReadable(text) ? text : null;
        return bytes.Length - CountWritten(bytes) <= bytes.Length / 20 ? Encoding.Latin1.GetString(bytes) : null;
    }

    private static int CountWritten(ReadOnlySpan<byte> bytes)
    {
        var written = 0;
        foreach (var one in bytes)
            if (one is (>= 0x20 and < 0x7F) or (byte)'\t' or (byte)'\r' or (byte)'\n') written++;
        return written;
    }

    private static bool IsReadable(string text)
    {
        var strange = 0;
        foreach (var sign in text)
            if ((char.IsControl(sign) && !char.IsWhiteSpace(sign)) || sign == '\uFFFD' || (char.IsSurrogate(sign) && text.Length < 4)) strange++;
        return strange * 50 <= text.Length;
    }
}

/// <summary>What becomes of a piece of a text.</summary>
internal enum Verdict
{
    /// <summary>It stays.</summary>
    Kept,

    /// <summary>It is no text and too long for a token: it goes.</summary>
    Data,

    /// <summary>It is a picture, a film, a sound or an archive: it goes.</summary>
    Image,
}
