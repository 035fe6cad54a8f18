namespace Lapwing.Casework.Cases;

/// <summary>An entry with its content as it counts: corrected, where it was.</summary>
/// <param name="Entry">The entry as it was first recorded: it keeps its name and its day.</param>
/// <param name="Content">What counts.</param>
public readonly record struct Recorded<T>(Entry Entry, T Content) where T : Content
{
    /// <summary>The London day on which it happened.</summary>
    public DateOnly HappenedOn => Entry.HappenedOn;

    /// <summary>Its name for ever.</summary>
    public EntryId Id => Entry.Id;
}

/// <summary>
/// A case as its entries tell it: an index over them by kind, and no other state. What somebody may not see was left out before it was made, so a
/// file never knows more than its reader.
/// </summary>
public sealed class CaseFile
{
    private readonly Dictionary<Type, List<(Entry Entry, int Place, Content Content)>> byContent;
    private readonly Dictionary<EntryId, int> places;
    private readonly Dictionary<EntryId, Entry> corrections = [];      // the last of each

    private CaseFile(CaseId id, ReadScope sight, IReadOnlyList<Entry> entries)
    {
        (Id, Scope, Entries) = (id, sight, entries);
        (byContent, places) = ([], new(entries.Count));
        for (var i = 0; i < entries.Count; i++)
        {
            places.Add(entries[i].Id, i);
            if (entries[i].Content is Corrected corrected) corrections[corrected.Entry] = entries[i];
        }

        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var content = corrections.TryGetValue(entry.Id, out var corrected) ? ((Corrected)corrected.Content).Instead : entry.Content;
            if (content is null) continue;
            if (!byContent.TryGetValue(content.GetType(), out var list)) byContent[content.GetType()] = list = [];
            list.Add((entry, i, content));
        }

        foreach (var list in byContent.Values) list.Sort((a, b) => (a.Entry.HappenedOn, a.Place).CompareTo((b.Entry.HappenedOn, b.Place)));
    }

    private CaseFile(CaseFile of, ReadScope sight) =>
        (Id, Scope, Entries, byContent, places, corrections) = (of.Id, sight, of.Entries, of.byContent, of.places, of.corrections);

    /// <summary>Which case.</summary>
    public CaseId Id { get; }

    /// <summary>How much of the case this is.</summary>
    public ReadScope Scope { get; }

    /// <summary>Everything that was recorded, in the order of recording, corrections and what they correct included.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>How many entries its reader may see: a form that was shown at an earlier version is overtaken.</summary>
    public int Version => Entries.Count;

    /// <summary>A case with these entries, in the order of recording.</summary>
    /// <param name="id">Which case.</param>
    /// <param name="sight">How much of it: what lies outside is left out.</param>
    /// <param name="entries">Its entries.</param>
    public static CaseFile Of(CaseId id, ReadScope sight, params IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return new(id, sight, [.. entries.Where(entry => sight.Reaches(entry.Paper))]);
    }

    /// <summary>The same case as somebody has it who sees less of it, or no more.</summary>
    /// <param name="sight">How much of it: what lies outside is left out.</param>
    public CaseFile Within(ReadScope sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return Entries.All(entry => sight.Reaches(entry.Paper)) ? new(this, sight) : Of(Id, sight, Entries);
    }

    /// <summary>All of one kind, as they count now, by the day on which they happened and then by recording.</summary>
    public IEnumerable<Recorded<T>> All<T>() where T : Content =>
        byContent.TryGetValue(typeof(T), out var list) ? list.Select(one => new Recorded<T>(one.Entry, (T)one.Content)) : [];

    /// <summary>The first of one kind for which something holds, or none.</summary>
    public Recorded<T>? First<T>(Func<Recorded<T>, bool> that) where T : Content
    {
        ArgumentNullException.ThrowIfNull(that);
        foreach (var one in All<T>())
            if (that(one)) return one;
        return null;
    }

    /// <summary>The entry with a name, or none that its reader may see.</summary>
    public Entry? At(EntryId id) => places.TryGetValue(id, out var place) ? Entries[place] : null;

    /// <summary>
    /// What counts of an entry now: as it was recorded, or as it was put right last; null where it was made in error, and where there is none.
    /// </summary>
    public Content? Counting(EntryId id)
    {
        if (At(id) is not { } entry) return null;
        return LastCorrection(id) is { } corrected ? ((Corrected)corrected.Content).Instead : entry.Content;
    }

    /// <summary>The last correction of an entry, or none.</summary>
    public Entry? LastCorrection(EntryId id) => corrections.GetValueOrDefault(id);

    /// <summary>Whether one entry was recorded before another.</summary>
    public bool IsBefore(EntryId one, EntryId other) => places[one] < places[other];

    /// <summary>
    /// The case as it was known at an instant: what had been recorded by then, without what was corrected later. The order of entries counts: what
    /// stands before an entry of that instant was there, though a clock was ahead when it was recorded.
    /// </summary>
    public CaseFile AsAt(DateTimeOffset instant)
    {
        var known = Entries.Count;
        while (known > 0 && Entries[known - 1].Act.RecordedAt > instant) known--;
        return new(Id, Scope, [.. Entries.Take(known)]);
    }

    /// <summary>
    /// The latest instant at which an entry can have been recorded, in UTC: what it says itself, or an earlier one that stands behind it, where a
    /// clock was ahead when it was recorded. Refuses an entry that is not of this case.
    /// </summary>
    public DateTimeOffset RecordedBy(EntryId id)
    {
        var by = Entries[places[id]].Act.RecordedAt;
        for (var place = places[id] + 1; place < Entries.Count; place++)
            if (Entries[place].Act.RecordedAt < by) by = Entries[place].Act.RecordedAt;
        return by;
    }

    /// <summary>What was recorded after a version.</summary>
    public IEnumerable<Entry> Since(int version) => Entries.Skip(version);

    /// <summary>The case as it was when an entry came to be recorded.</summary>
    public CaseFile Before(EntryId id) => new(Id, Scope, [.. Entries.Take(places[id])]);

    /// <summary>The same case with one more at its end.</summary>
    public CaseFile With(Entry entry) => new(Id, Scope, [.. Entries, entry]);

    /// <summary>The same case as if an entry had never been made.</summary>
    public CaseFile Without(EntryId id) => new(Id, Scope, [.. Entries.Where(e => e.Id != id && (e.Content as Corrected)?.Entry != id)]);
}
