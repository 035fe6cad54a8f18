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
/// file never knows more than its reader. What it was earlier is read through the same index, and costs nothing to make.
/// </summary>
public sealed class CaseFile
{
    private readonly EntryIndex index;
    private readonly int count;      // how many of the index it knows
    private volatile object[] worked = [];

    private CaseFile(CaseId id, ReadScope sight, EntryIndex index, int count) =>
        (Id, Scope, this.index, this.count, Entries) = (id, sight, index, count, new ArraySegment<Entry>(index.Entries, 0, count));

    /// <summary>Which case.</summary>
    public CaseId Id { get; }

    /// <summary>How much of the case this is.</summary>
    public ReadScope Scope { get; }

    /// <summary>Everything that was recorded, in the order of recording, corrections and what they correct included.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>How many entries its reader may see: a form that was shown at an earlier version is overtaken.</summary>
    public int Version => count;

    /// <summary>A case with these entries, in the order of recording.</summary>
    /// <param name="id">Which case.</param>
    /// <param name="sight">How much of it: what lies outside is left out.</param>
    /// <param name="entries">Its entries.</param>
    public static CaseFile Of(CaseId id, ReadScope sight, params IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return Over(id, sight, [.. entries.Where(entry => sight.Reaches(entry.Paper))]);
    }

    /// <summary>The same case as somebody has it who sees less of it, or no more.</summary>
    /// <param name="sight">How much of it: what lies outside is left out.</param>
    public CaseFile Within(ReadScope sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return Entries.All(entry => sight.Reaches(entry.Paper)) ? new(Id, sight, index, count) : Of(Id, sight, Entries);
    }

    /// <summary>All of one kind, as they count now, by the day on which they happened and then by recording.</summary>
    public IEnumerable<Recorded<T>> All<T>() where T : Content
    {
        foreach (var one in index.Of(typeof(T)))
            if (one.Place < count && one.Counts(count) is T content) yield return new(one.Entry, content);
    }

    /// <summary>The first of one kind for which something holds, or none.</summary>
    public Recorded<T>? First<T>(Func<Recorded<T>, bool> that) where T : Content
    {
        ArgumentNullException.ThrowIfNull(that);
        foreach (var one in All<T>())
            if (that(one)) return one;
        return null;
    }

    /// <summary>The entry with a name, or none that its reader may see.</summary>
    public Entry? At(EntryId id) => index.Find(id) is { } indexed && indexed.Place < count ? indexed.Entry : null;

    /// <summary>
    /// What counts of an entry now: as it was recorded, or as it was put right last; null where it was made in error, and where there is none.
    /// </summary>
    public Content? Counting(EntryId id) => index.Find(id) is { } indexed && indexed.Place < count ? indexed.Counts(count) : null;

    /// <summary>The last correction of an entry, or none.</summary>
    public Entry? LastCorrection(EntryId id) => index.Find(id)?.LastCorrection(count);

    /// <summary>What put an entry right, in the order of recording.</summary>
    public IEnumerable<Entry> CorrectionsOf(EntryId id) => index.Find(id)?.Corrections(count) ?? [];

    /// <summary>Whether one entry was recorded before another.</summary>
    public bool IsBefore(EntryId one, EntryId other) => PlaceOf(one) < PlaceOf(other);

    /// <summary>
    /// The case as it was known at an instant: what had been recorded by then, without what was corrected later. The order of entries counts: what
    /// stands before an entry of that instant was there, though a clock was ahead when it was recorded.
    /// </summary>
    public CaseFile AsAt(DateTimeOffset instant)
    {
        var known = count;
        while (known > 0 && Entries[known - 1].Act.RecordedAt > instant) known--;
        return new(Id, Scope, index, known);
    }

    /// <summary>
    /// The latest instant at which an entry can have been recorded, in UTC: what it says itself, or an earlier one that stands behind it, where a
    /// clock was ahead when it was recorded. Refuses an entry that is not of this case.
    /// </summary>
    public DateTimeOffset RecordedBy(EntryId id)
    {
        var place = PlaceOf(id);
        var by = Entries[place].Act.RecordedAt;
        while (++place < count)
            if (Entries[place].Act.RecordedAt < by) by = Entries[place].Act.RecordedAt;
        return by;
    }

    /// <summary>What was recorded after a version.</summary>
    public IEnumerable<Entry> Since(int version) => Entries.Skip(version);

    /// <summary>The case as it was when an entry came to be recorded.</summary>
    public CaseFile Before(EntryId id) => new(Id, Scope, index, PlaceOf(id));

    /// <summary>The case as it was when an entry had just been recorded.</summary>
    public CaseFile UpTo(EntryId id) => new(Id, Scope, index, PlaceOf(id) + 1);

    /// <summary>The same case with one more at its end.</summary>
    public CaseFile With(Entry entry) => Over(Id, Scope, [.. Entries, entry]);

    /// <summary>The same case as if an entry had never been made.</summary>
    public CaseFile Without(EntryId id) => Over(Id, Scope, [.. Entries.Where(e => e.Id != id && (e.Content as Corrected)?.Entry != id)]);

    /// <summary>What is worked out of it once and kept with it: it never changes. Two that ask at once make two that are alike.</summary>
    internal T Once<T>(Func<CaseFile, T> work) where T : class
    {
        foreach (var one in worked)
            if (one is T known) return known;
        var made = work(this);
        worked = [.. worked, made];
        return made;
    }

    private static CaseFile Over(CaseId id, ReadScope sight, Entry[] entries) => new(id, sight, new(entries), entries.Length);

    /// <summary>The place of an entry in the order of recording. Refuses one that is not of this case.</summary>
    internal int PlaceOf(EntryId id) => index.Find(id) is { } indexed && indexed.Place < count ? indexed.Place
        : throw new KeyNotFoundException("the case has no such entry");
}
