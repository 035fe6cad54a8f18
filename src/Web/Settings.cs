using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lapwing.Casework.Help;

namespace Lapwing.Web;

/// <summary>What an installation sets: the file <c>settings.json</c> of its data folder.</summary>
public sealed record Settings
{
    private const string FileName = "settings.json";
    private static readonly JsonDocumentOptions lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>How many requests an address may make in a minute, from 1. An IPv6 address stands for its network of 64 bits.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Addresses of the proxies, or networks of theirs, whose word on the caller's address is taken.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The address at which people open it, where that is another than this machine's own: no other name is answered then.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>What the partnership sets: its numbers, its procedures, its corrections of the directory. Nothing, unless the file says it.</summary>
    public Partnership Partnership { get; init; } = new();

    /// <summary>The settings of the demonstration: a partnership that does not exist, with telephone numbers that are kept for fiction.</summary>
    public static Settings Example => Parse(ExampleSettings.Json, "the example settings");

    /// <summary>Reads the settings of a data folder; without a folder or a file, the usual ones. Refuses what it does not understand.</summary>
    public static Settings Read(string? folder)
    {
        var file = folder is null ? null : Path.Combine(folder, FileName);
        return file is null || (!File.Exists(file) && !Directory.Exists(file)) ? new() : Parse(Text(File.ReadAllBytes(file), file), file);
    }

    /// <summary>Writes the example into a folder that has no settings, so that they can be seen and changed.</summary>
    public static void WriteExample(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) File.WriteAllText(file, ExampleSettings.Json + "\n");
    }

    /// <summary>Reads settings.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="file">What the file is called in a refusal.</param>
    internal static Settings Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, lenient);
            return Of(new(file, "", document.RootElement));
        }
        catch (JsonException e)
        {
            throw new UnusableException($"{file}: line {e.LineNumber + 1}: this is no JSON from there on; look for a missing comma, quotation mark or brace");
        }
        catch (ArgumentException)      // half a surrogate pair
        {
            throw new UnusableException($"{file}: it holds a character that is not whole; write the file as UTF-8");
        }
    }

    // UTF-8, with a byte-order mark or without, and UTF-16 and UTF-32 as programs write them; what is neither would show another name than was meant.
    private static string Text(byte[] bytes, string file)
    {
        Encoding? wide = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (wide is not null) return wide.GetString(bytes).TrimStart('\uFEFF');
        var (whole, from) = (bytes.Length, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes, from, whole - from);
        var line = 1 + bytes.AsSpan(0, FirstOther(bytes)).Count((byte)'\n');
        throw new UnusableException($"{file}: line {line}: it is not written in UTF-8, perhaps in Windows-1252 or Latin-1; save the file as UTF-8");
    }

    private static int FirstOther(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static Settings Of(Setting all)
    {
        var (settings, found) = (new Settings(), all.Properties("requestsPerMinute", "trustedProxies", "publicAddress", "partnership"));
        if (found.TryGetValue("requestsPerMinute", out var requests)) settings = settings with { RequestsPerMinute = Requests(requests) };
        if (found.TryGetValue("trustedProxies", out var proxies)) settings = settings with { TrustedProxies = Proxies(proxies) };
        if (found.TryGetValue("publicAddress", out var address))
            settings = settings with { PublicAddress = address.Named(Address, "it is an address such as https://lapwing.example.org, without a path") };
        return found.TryGetValue("partnership", out var partnership) ? settings with { Partnership = PartnershipSettings.Of(partnership) } : settings;
    }

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.PathAndQuery == "/"
            && address.Fragment.Length + address.UserInfo.Length == 0 ? address : null;

    private static int Requests(Setting requests) =>
        requests.Value.ValueKind == JsonValueKind.Number && requests.Value.TryGetInt32(out var count) && count >= 1 ? count
            : throw requests.Wrong("it is a whole number from 1");

    private static string[] Proxies(Setting proxies)
    {
        const string Allowed = "it is a list of IP addresses and networks, such as [\"10.0.0.1\", \"10.1.0.0/16\", \"2001:db8::/32\"]";
        return [.. proxies.Items(Allowed).Select(proxy => proxy.Named(text => IsAddress(text) || IsNetwork(text) ? text : null, Allowed))];
    }

    // As it is written, so it is read: "0177.0.0.1" is another address to some programs, "127.1" is short for one, a port or an interface is none.
    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out var address) && text.AsSpan().IndexOfAny("[]%") < 0
        && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text);

    // From its first address on; not all addresses there are.
    private static bool IsNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 && text[..text.IndexOf('/', StringComparison.Ordinal)] is var first
        && IsAddress(first) && network.BaseAddress.Equals(IPAddress.Parse(first));
}
