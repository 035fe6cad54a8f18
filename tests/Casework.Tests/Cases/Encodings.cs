using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lapwing.Casework.Tests.Cases;

/// <summary>Made-up bytes that begin as pictures, films and archives do, and the ways in which bytes get into a text.</summary>
internal static class Encodings
{
    private const string Ascii85 = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu";
    private const string Base85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
    private const string Z85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    /// <summary>Files: how each begins, and noise.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Files { get; } =
    [
        File("png", 700, [0x89, .. "PNG\r\n\u001a\n\0\0\0\rIHDR"u8]), File("gif", 120, "GIF89a\u0001\0\u0001\0"u8),
        File("jpeg", 2_000, [0xFF, 0xD8, 0xFF, 0xE1, 0, 24, .. "Exif\0\0"u8]), File("webp", 500, [.. "RIFF"u8, 0xEC, 1, 0, 0, .. "WEBPVP8 "u8]),
        File("bmp", 600, [.. "BM"u8, 0x58, 2, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]), File("tiff", 400, "II*\0\u0008\0\0\0"u8),
        File("heic", 900, [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1"u8]), File("mp4", 3_000, [0, 0, 0, 32, .. "ftypisom\0\0\u0002\0"u8]),
        File("webm", 800, [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42]), File("zip", 300, "PK\u0003\u0004\u0014\0\0\0\b\0"u8),
        File("gzip", 200, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]), File("7z", 500, [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]),
        File("rar", 500, "Rar!\u001a\u0007\u0001\0"u8), File("pdf", 1_500, "%PDF-1.7\n%\u0002\u0003\u0001\n"u8),
        File("no known file", 1_600, [0x03, 0xEE, 0x91]),
    ];

    /// <summary>Ways of writing bytes.</summary>
    public static IReadOnlyList<(string Name, Func<byte[], string> Write)> Ways { get; } =
    [
        ("base64", Convert.ToBase64String), ("base64, url-safe, no padding", b => Url(b)),
        ("base64, lines of 76", b => Lines(Convert.ToBase64String(b), 76, "\r\n")), ("base64, lines of 64", b => Lines(Convert.ToBase64String(b), 64, "\n")),
        ("base64, lines of 120", b => Lines(Convert.ToBase64String(b), 120, "\n")),
        ("base64, lines of 32", b => Lines(Convert.ToBase64String(b), 32, "\n")), ("base64, quoted", b => Lines(Convert.ToBase64String(b), 72, "\n> > ")),
        ("base64, thin spaces", b => Lines(Convert.ToBase64String(b), 100, "\u2009")),
        ("base64, soft hyphens", b => Lines(Convert.ToBase64String(b), 50, "\u00AD")),
        ("base64, JSON", b => $"{{\"a\":\"{Convert.ToBase64String(b).Replace("/", "\\/", StringComparison.Ordinal)}\"}}"),
        ("base64, JSON, \\n", b => $"\"{Lines(Convert.ToBase64String(b), 76, "\\n")}\""),
        ("base64, \\u002b", b => Convert.ToBase64String(b).Replace("+", "\\u002b", StringComparison.Ordinal).Replace("/", "\\u002F", StringComparison.Ordinal)),
        ("base64, HTML", b =>
        Convert.ToBase64String(b).Replace("+", "&#43;", StringComparison.Ordinal).Replace("/", "&#x2F;", StringComparison.Ordinal)
        .Replace("=", "&equals;", StringComparison.Ordinal)),
        ("base64, percent", b => Uri.EscapeDataString(Convert.ToBase64String(b))),
        ("base64, percent twice", b => Uri.EscapeDataString(Uri.EscapeDataString(Convert.ToBase64String(b)))),
        ("base64, <br>", b => Lines(Convert.ToBase64String(b), 76, "<br/>")),
        ("base64, quoted-printable", b => Lines(Convert.ToBase64String(b), 74, "=\r\n")),
        ("base64 twice", b => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToBase64String(b)))),
        ("base64 of a data URI", b =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"<img src=\"data:image/png;base64,{Convert.ToBase64String(b)}\">"))),
        ("base64 of hex", b => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexString(b)))),
        ("base64, UTF-16", b => Convert.ToBase64String(Encoding.Unicode.GetBytes(Convert.ToBase64String(b)))),
        ("gzip, base64", b => Convert.ToBase64String(Gzip(b))), ("data URI", b => $"data:image/jpeg;charset=x;base64,{Convert.ToBase64String(b)}"),
        ("data URI, no type of a picture", b => $"data:application/octet-stream;base64,{Convert.ToBase64String(b)}"),
        ("data URI, percent", b => $"data:image/png,{string.Concat(b.Select(one => $"%{one:X2}"))}"),
        ("hex", Convert.ToHexString), ("hex, lines of 60", b => Lines(Convert.ToHexStringLower(b), 60, "\n")),
        ("hex, pairs", b => Lines(Convert.ToHexStringLower(b), 2, " ")), ("hex, fours", b => Lines(Convert.ToHexStringLower(b), 4, " ")),
        ("hex, 0x", b => $"0x{Convert.ToHexString(b)}"), ("hex, \\x", b => string.Concat(b.Select(one => $"\\x{one:x2}"))),
        ("hex, 0x each", b => string.Join(", ", b.Select(one => $"0x{one:X2}"))), ("hex, colons", b => Lines(Convert.ToHexStringLower(b), 2, ":")),
        ("hexdump", b => Listed(b, 16, 2, "  |................|")), ("xxd", b => Listed(b, 16, 4, "  .PNG............")),
        ("base32", b => Base32(b)), ("base32, small, lines", b => Lines(Base32(b).ToLowerInvariant(), 64, "\n")),
        ("ascii85", b => $"<~{Eighty(b, Ascii85)}~>"), ("base85", b => Eighty(b, Base85)), ("z85", b => Eighty(b, Z85)),
        ("decimal", b => string.Join(',', b)), ("decimal, spaces", b => string.Join(", ", b)),
        ("decimal, lines", b => string.Join(",\r\n", b.Chunk(16).Select(line => string.Join(", ", line)))),
        ("decimal, below zero", b => $"[{string.Join(", ", b.Select(one => (sbyte)one))}]"),
        ("octal", b => string.Join(' ', b.Select(one => Convert.ToString(one, 8).PadLeft(3, '0')))),
        ("binary", b => string.Join(' ', b.Select(one => Convert.ToString(one, 2).PadLeft(8, '0')))),
        ("octal escapes", b => string.Concat(b.Select(one => $"\\{Convert.ToString(one, 8).PadLeft(3, '0')}"))),
        ("percent", b => string.Concat(b.Select(one => $"%{one:x2}"))),
        ("percent, where needed", b => string.Concat(b.Select(one => char.IsAsciiLetterOrDigit((char)one) ? $"{(char)one}" : $"%{one:X2}"))),
        ("quoted-printable", Quoted),
        ("HTML", b => string.Concat(b.Select(one => $"&#{one};"))), ("\\u00", b => string.Concat(b.Select(one => $"\\u{one:x4}"))),
        ("uuencode", b => $"begin 644 photo.jpg\n{Uu(b)}`\nend"), ("uuencode without its first line", b => Uu(b).TrimEnd('\n')),
    ];

    private static (string Name, byte[] Bytes) File(string name, int length, ReadOnlySpan<byte> beginning)
    {
        var bytes = new byte[length];
        var noise = 12_345u + (uint)length;
        for (var i = 0; i < length; i++)
        {
            noise = (noise * 1_664_525) + 1_013_904_223;
            bytes[i] = (byte)(noise >> 24);
        }

        beginning.CopyTo(bytes);
        return (name, bytes);
    }

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    private static string Lines(string text, int length, string between) => string.Join(between, text.Chunk(length).Select(line => new string(line)));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static string Listed(byte[] bytes, int each, int group, string letters) =>
        string.Join('\n', bytes.Chunk(each)
        .Select((line, i) => $"{i * each:x8}{(group == 4 ? ":" : " ")} {Lines(Convert.ToHexStringLower(line), group, " ")}{letters}"));

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (held, count) = (0, 0);
        foreach (var one in bytes)
        {
            (held, count) = (((held << 8) | one) & 0xFFFF, count + 8);
            for (; count >= 5; count -= 5) text.Append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(held >> (count - 5)) & 31]);
        }

        return text.ToString();
    }

    private static string Eighty(byte[] bytes, string alphabet)
    {
        var text = new StringBuilder();
        Span<char> five = stackalloc char[5];
        foreach (var four in bytes.Chunk(4).Where(four => four.Length == 4))
        {
            var value = ((uint)four[0] << 24) | ((uint)four[1] << 16) | ((uint)four[2] << 8) | four[3];
            for (var i = 4; i >= 0; i--) (five[i], value) = (alphabet[(int)(value % 85)], value / 85);
            text.Append(five);
        }

        return text.ToString();
    }

    private static string Quoted(byte[] bytes)
    {
        var (text, line) = (new StringBuilder(), 0);
        foreach (var one in bytes)
        {
            var written = one is > 32 and < 127 and not (byte)'=' ? $"{(char)one}" : string.Create(CultureInfo.InvariantCulture, $"={one:X2}");
            line += written.Length;
            if (line > 75) (_, line) = (text.Append("=\r\n"), written.Length);
            text.Append(written);
        }

        return text.ToString();
    }

    private static string Uu(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var line in bytes.Chunk(45))
        {
            text.Append((char)(32 + line.Length));
            foreach (var three in line.Chunk(3))
            {
                var value = (three[0] << 16) | ((three.Length > 1 ? three[1] : 0) << 8) | (three.Length > 2 ? three[2] : 0);
                for (var i = 18; i >= 0; i -= 6) text.Append(((value >> i) & 63) is var sign and not 0 ? (char)(32 + sign) : '`');
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
