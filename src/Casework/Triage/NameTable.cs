using System.Text;
using System.Text.Json;

namespace Lapwing.Casework.Triage;

/// <summary>Names looked up in UTF-8 as they stand in the text, case included, without making strings.</summary>
internal sealed class NameTable
{
    private readonly byte[][] names;
    private readonly sbyte[] slots;      // the place of the name in each slot, or -1

    public NameTable(params IReadOnlyList<string> names)
    {
        this.names = new byte[names.Count][];
        for (var i = 0; i < names.Count; i++) this.names[i] = Encoding.UTF8.GetBytes(names[i]);
        var size = 16;
        while ((slots = Placed(size)) is []) size *= 2;      // room until no two names share a slot
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
        var place = slots[Slot(name, slots.Length)];
        return place >= 0 && name.SequenceEqual(names[place]) ? place : -1;
    }

    private sbyte[] Placed(int size)
    {
        var placed = new sbyte[size];
        Array.Fill(placed, (sbyte)-1);
        for (var i = 0; i < names.Length; i++)
        {
            ref var slot = ref placed[Slot(names[i], size)];
            if (slot >= 0) return [];
            slot = (sbyte)i;
        }

        return placed;
    }

    private static int Slot(ReadOnlySpan<byte> name, int size) => (name.Length + (7 * name[0]) + (31 * name[name.Length / 2]) + (131 * name[^1])) & (size - 1);
}

/// <summary>Which properties of an object were given, and which more than once.</summary>
internal struct Seen
{
    private ulong once;
    private ulong twice;

    public readonly bool IsTwice(int place) => (twice >> place & 1) != 0;

    public bool Add(int place)
    {
        var again = (once >> place & 1) != 0;
        if (again) twice |= 1UL << place;
        else once |= 1UL << place;
        return !again;
    }
}
