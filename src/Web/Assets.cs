using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Lapwing.Web;

/// <summary>
/// Styles, script and icon, kept inside the program, so that one file runs anywhere. The address of each carries a fingerprint of its content,
/// so a browser may keep it for ever.
/// </summary>
public sealed class Assets
{
    private const string Prefix = "assets/";
    private static readonly FrozenDictionary<string, string> types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Assets> byName = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => new Assets(name[Prefix.Length..]))
        .ToFrozenDictionary(asset => asset.name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Assets> byAddress = byName.Values.ToFrozenDictionary(asset => asset.address, StringComparer.Ordinal);
    private readonly string name;
    private readonly string address;
    private readonly byte[] bytes;
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    private Assets(string name)
    {
        this.name = name;
        using var resource = typeof(Assets).Assembly.GetManifestResourceStream(Prefix + name)!;
        bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        address = $"{stem}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}{extension}";
        brotli = new(() => Compressed(to => new BrotliStream(to, CompressionLevel.Optimal)));
        gzip = new(() => Compressed(to => new GZipStream(to, CompressionLevel.Optimal)));
    }

    /// <summary>Where a page finds one of them.</summary>
    public static string Url(string name) => $"/{Prefix}{byName[name].address}";

    /// <summary>Maps their addresses. Any other under the same folder is not found.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"/{Prefix}{{address}}", (string address, HttpContext context) => Send(address, context)).ExcludeFromDescription().DisableRateLimiting();

    private static async Task Send(string address, HttpContext context)
    {
        var response = context.Response;
        if (!byAddress.TryGetValue(address, out var asset))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (encoding, body) = asset.As(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.ContentType = types[Path.GetExtension(asset.name)];
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private (string? Encoding, byte[] Body) As(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? ("br", brotli.Value)
        : accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", gzip.Value)
        : (null, bytes);

    private byte[] Compressed(Func<Stream, Stream> with)
    {
        using var to = new MemoryStream();
        using (var through = with(to)) through.Write(bytes);
        return to.ToArray();
    }
}
