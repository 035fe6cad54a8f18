using System.Text;
using System.Text.Json;

namespace Lapwing.Casework.Triage;

/// <summary>Names looked up in UTF-8 as they stand in the text, case included, without making strings.</summary>
internal sealed class NameTable
{
    private readonly (byte[] Name, int Index)[] slots = [];

    public NameTable(params IEnumerable<string> names)
    {
        var all = names.Select((name, index) => (Name: Encoding.UTF8.GetBytes(name), Index: index)).ToArray();
        for (var size = 16; ; size *= 2)
        {
            if (all.Select(n => Slot(n.Name, size)).Distinct().Count() < all.Length) continue;      // room until no two names share a slot
            slots = [.. Enumerable.Range(0, size).Select(slot => Array.Find(all, n => Slot(n.Name, size) == slot))];
            return;
        }
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
        if (name.IsEmpty) return -1;
        var (known, index) = slots[Slot(name, slots.Length)];
        return name.SequenceEqual(known) ? index : -1;
    }

    private static int Slot(ReadOnlySpan<byte> name, int size) => (name.Length + (7 * name[0]) + (31 * name[name.Length / 2]) + (131 * name[^1])) & (size - 1);
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
