using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Web;

/// <summary>What an installation sets: the file <c>settings.json</c> of its data folder.</summary>
public sealed record Settings
{
    private const string FileName = "settings.json";
    private static readonly JsonSerializerOptions strict = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <summary>How many requests an address may make in a minute, from 1. An IPv6 address stands for its network of 64 bits.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Addresses of the proxies whose word on the caller's address is taken.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Reads the settings of a data folder; without a folder or a file, the usual ones. Refuses what it does not understand.</summary>
    public static Settings Read(string? folder)
    {
        var file = folder is null ? null : Path.Combine(folder, FileName);
        if (file is null || (!File.Exists(file) && !Directory.Exists(file))) return new();
        try
        {
            var settings = JsonSerializer.Deserialize<Settings>(File.ReadAllText(file), strict) ?? new();
            if (settings.RequestsPerMinute < 1) throw new UnusableException($"{file}: requestsPerMinute is a whole number from 1");
            var wrong = settings.TrustedProxies is null ? ["null"] : settings.TrustedProxies.Where(proxy => !IPAddress.TryParse(proxy, out _)).ToArray();
            if (wrong.Length > 0) throw new UnusableException($"{file}: trustedProxies is a list of IP addresses, such as [\"10.0.0.1\"]; '{wrong[0]}' is none");
            return settings;
        }
        catch (JsonException e)
        {
            throw new UnusableException($"{file}: line {e.LineNumber + 1}{(e.Path is "$" or null ? "" : $", {e.Path[2..]}")}: not understood; it may hold requestsPerMinute (a number) and trustedProxies (a list of addresses)");
        }
    }

    /// <summary>Writes the usual settings into a folder that has none, so that they can be seen and changed.</summary>
    public static void WriteUsual(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) File.WriteAllText(file, JsonSerializer.Serialize(new Settings(), strict) + "\n");
    }
}

/// <summary>The program cannot start with what it was given: one sentence for the person who started it.</summary>
public sealed class UnusableException(string message) : Exception(message);
