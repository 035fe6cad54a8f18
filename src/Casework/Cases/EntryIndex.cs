namespace Lapwing.Casework.Cases;

/// <summary>Entries by name and by kind, for a case and for all that it was earlier.</summary>
internal sealed class EntryIndex
{
    private static readonly List<IndexedEntry> none = [];

    private readonly Dictionary<EntryId, IndexedEntry> byName;
    private readonly Dictionary<Type, List<IndexedEntry>> byKind = [];

    /// <summary>Makes it over entries in the order of recording; no two have one name.</summary>
    public EntryIndex(Entry[] entries)
    {
        (Entries, byName) = (entries, new(entries.Length));
        for (var i = 0; i < entries.Length; i++)
        {
            var (entry, kind) = (new IndexedEntry(entries[i], i), entries[i].Content.GetType());
            byName.Add(entry.Entry.Id, entry);
            if (!byKind.TryGetValue(kind, out var list)) byKind[kind] = list = [];
            list.Add(entry);
        }

        foreach (var correction in Of(typeof(Corrected)))
            if (byName.TryGetValue(((Corrected)correction.Entry.Content).Entry, out var wrong)) wrong.Add(correction);
        foreach (var list in byKind.Values)
            if (!IsByDay(list)) list.Sort((a, b) => (a.Entry.HappenedOn, a.Place).CompareTo((b.Entry.HappenedOn, b.Place)));
    }

    /// <summary>All of them, in the order of recording.</summary>
    public Entry[] Entries { get; }

    /// <summary>The entry with a name, or none.</summary>
    public IndexedEntry? Find(EntryId id) => byName.GetValueOrDefault(id);

    /// <summary>Those of a kind, by the day on which they happened and then by recording.</summary>
    public List<IndexedEntry> Of(Type kind) => byKind.GetValueOrDefault(kind, none);

    private static bool IsByDay(List<IndexedEntry> list)
    {
        for (var i = 1; i < list.Count; i++)
            if (list[i].Entry.HappenedOn < list[i - 1].Entry.HappenedOn) return false;
        return true;
    }
}

/// <summary>An entry at its place, with what puts it right.</summary>
/// <param name="entry">The entry.</param>
/// <param name="place">Its place in the order of recording.</param>
internal sealed class IndexedEntry(Entry entry, int place)
{
    private List<IndexedEntry>? corrections;      // in the order of recording

    /// <summary>The entry.</summary>
    public Entry Entry => entry;

    /// <summary>Its place in the order of recording.</summary>
    public int Place => place;

    /// <summary>Adds what puts it right, in the order of recording.</summary>
    public void Add(IndexedEntry correction) => (corrections ??= []).Add(correction);

    /// <summary>All that put it right among so many entries.</summary>
    public IEnumerable<Entry> Corrections(int count) => corrections?.Where(one => one.Place < count).Select(one => one.Entry) ?? [];

    /// <summary>The last that put it right among so many entries, or none.</summary>
    public Entry? LastCorrection(int count)
    {
        for (var i = (corrections?.Count ?? 0) - 1; i >= 0; i--)
            if (corrections![i].Place < count) return corrections[i].Entry;
        return null;
    }

    /// <summary>What counts of it among so many entries; null where it was made in error.</summary>
    public Content? Counts(int count) => corrections is null ? entry.Content
        : LastCorrection(count) is { } last ? ((Corrected)last.Content).Instead : entry.Content;
}
