using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Lapwing.Storage;

/// <summary>How members of an enum are stored: by name, as <c>social-care</c>, so that their order may change.</summary>
internal static class Names<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> byValue = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly (byte[] Name, T Value)[] byBytes = [.. byValue.Select(pair => (Encoding.UTF8.GetBytes(pair.Value), pair.Key))];

    /// <summary>The stored name.</summary>
    public static string Of(T value) => byValue[value];

    /// <summary>The member with a stored name, as UTF-8. Refuses a name that this version does not know.</summary>
    public static T Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, value) in byBytes)      // there are a few: comparing them is faster than making text of the bytes
            if (name.SequenceEqual(known)) return value;
        throw new LedgerRefusedException($"A row holds \"{Encoding.UTF8.GetString(name)}\" as {typeof(T).Name}, which this version of Lapwing does "
            + "not know: run the version that wrote it, or a later one.");
    }
}
