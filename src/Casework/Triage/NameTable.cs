using System.Text;
using System.Text.Json;

namespace Lapwing.Casework.Triage;

/// <summary>Names looked up in UTF-8 as they stand in the text, case included, without making strings.</summary>
internal sealed class NameTable
{
    private readonly (byte[] Name, int Index)[][] byLength;

    public NameTable(params IEnumerable<string> names)
    {
        var all = names.Select((name, index) => (Name: Encoding.UTF8.GetBytes(name), Index: index)).ToArray();
        byLength = [.. Enumerable.Range(0, all.Max(n => n.Name.Length) + 1).Select(length => all.Where(n => n.Name.Length == length).ToArray())];
    }

    /// <summary>The place of the name or text that the reader stands on, or -1.</summary>
    public int IndexOf(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped) return IndexOf(json.ValueSpan);
        try
        {
            Span<byte> plain = new byte[json.ValueSpan.Length];
            return IndexOf(plain[..json.CopyString(plain)]);
        }
        catch (InvalidOperationException)      // half a surrogate pair: no name has one
        {
            return -1;
        }
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= byLength.Length) return -1;
        foreach (var (known, index) in byLength[name.Length])
            if (name.SequenceEqual(known)) return index;
        return -1;
    }
}

/// <summary>Which properties of an object were given, and which more than once.</summary>
internal struct Seen
{
    private uint once;
    private uint twice;

    public readonly bool IsTwice(int place) => (twice >> place & 1) != 0;

    public bool Add(int place)
    {
        var again = (once >> place & 1) != 0;
        if (again) twice |= 1U << place;
        else once |= 1U << place;
        return !again;
    }
}
