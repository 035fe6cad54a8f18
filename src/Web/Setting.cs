using System.Text.Json;
using Lapwing.Casework.Cases;

namespace Lapwing.Web;

/// <summary>The program cannot start with what it was given: one sentence for the person who started it.</summary>
public sealed class UnusableException(string message) : Exception(message);

/// <summary>One value of the settings file, and where it stands. Whatever is refused says file, place and what is allowed.</summary>
/// <param name="File">The file.</param>
/// <param name="Place">Where in it, such as <c>partnership.numbers[0].telephone</c>; empty for the whole.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Setting(string File, string Place, JsonElement Value)
{
    /// <summary>The refusal of this value.</summary>
    public UnusableException Wrong(string allowed) => new($"{File}: {(Place.Length == 0 ? "" : $"{Place}: ")}{allowed}");

    /// <summary>What an object with these names holds. Refuses anything else, and a name that is unknown or given twice.</summary>
    public IReadOnlyDictionary<string, Setting> Properties(params IEnumerable<string> names)
    {
        var known = string.Join(", ", names);
        if (Value.ValueKind != JsonValueKind.Object) throw Wrong($"not understood; it is an object in braces that may hold {known}");
        var found = new Dictionary<string, Setting>(StringComparer.Ordinal);
        foreach (var property in Value.EnumerateObject())
        {
            var setting = new Setting(File, Place.Length == 0 ? property.Name : $"{Place}.{property.Name}", property.Value);
            if (!names.Contains(property.Name, StringComparer.Ordinal)) throw setting.Wrong($"there is no such name; here may stand {known}");
            if (!found.TryAdd(property.Name, setting)) throw setting.Wrong("it is given twice; give it once");
        }

        return found;
    }

    /// <summary>The values of a list. Refuses anything else, and an empty one if something has to be in it.</summary>
    public IReadOnlyList<Setting> Items(string allowed, bool atLeastOne = false)
    {
        if (Value.ValueKind != JsonValueKind.Array || (atLeastOne && Value.GetArrayLength() == 0)) throw Wrong(allowed);
        var self = this;
        return [.. Value.EnumerateArray().Select((item, i) => new Setting(self.File, $"{self.Place}[{i}]", item))];
    }

    /// <summary>Text with something in it, and nothing that breaks its line.</summary>
    public string Text(string allowed)
    {
        if (Value.ValueKind != JsonValueKind.String) throw Wrong(allowed);
        try
        {
            return Value.GetString() is { } text && !ComparedText.IsEmpty(text) && !text.Any(char.IsControl) ? text.Trim() : throw Wrong(allowed);
        }
        catch (InvalidOperationException)      // half a surrogate pair
        {
            throw Wrong(allowed);
        }
    }

    /// <summary>A whole number between two.</summary>
    public int Whole(int least, int most) => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) && number >= least && number <= most
        ? number : throw Wrong($"it is a whole number from {least} to {most}");

    /// <summary>Text that is one of some names.</summary>
    public T Named<T>(Func<string, T?> find, string allowed) where T : class
    {
        var text = Text(allowed);
        return find(text) ?? throw Wrong($"'{text}' does not fit; {allowed}");
    }
}
