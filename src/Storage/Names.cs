using System.Collections.Frozen;
using System.Text.Json;

namespace Lapwing.Storage;

/// <summary>How members of an enum are stored: by name, as <c>social-care</c>, so that their order may change.</summary>
internal static class Names<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> byValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> byName = byValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The stored name.</summary>
    public static string Of(T value) => byValue[value];

    /// <summary>The member with a stored name. Refuses a name that this version does not know.</summary>
    public static T Find(string name) => byName.TryGetValue(name, out var value)
        ? value
        : throw new LedgerRefusedException($"A row holds \"{name}\" as {typeof(T).Name}, which this version of Lapwing does not know: run the version that wrote it, or a later one.");
}
