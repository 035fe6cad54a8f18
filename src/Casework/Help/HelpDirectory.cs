using System.Collections.Frozen;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Help;

/// <summary>The directory of help: places that somebody can be offered, or that a practitioner turns to (S0.3).</summary>
public sealed class HelpDirectory
{
    private readonly FrozenDictionary<string, HelpEntry> byName;

    /// <summary>Builds a directory. Refuses two entries of one name, and an entry replaced by one that is not there or was itself replaced.</summary>
    public HelpDirectory(params IReadOnlyList<HelpEntry> entries)
    {
        Entries = entries;
        byName = entries.ToDictionary(entry => entry.Name).ToFrozenDictionary(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (entry.SupersededBy is { } newer && Find(newer.By) is not { SupersededBy: null })
                throw new ArgumentException($"the directory entry {entry.Name} points on to {newer.By}, which is no entry that stands", nameof(entries));
    }

    /// <summary>The directory that ships with the program.</summary>
    public static HelpDirectory Standard { get; } = new(PlacesOfHelp.All);

    /// <summary>Every entry, in the order in which they are shown.</summary>
    public IReadOnlyList<HelpEntry> Entries { get; }

    /// <summary>The entry with a name, or none.</summary>
    public HelpEntry? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The entries that these facts call for: what is not known yet calls for none. One that was replaced is never offered.</summary>
    public IEnumerable<HelpEntry> Fitting(Facts facts) =>
        Entries.Where(entry => entry is { When: { } when, SupersededBy: null } && when.In(facts) == Answer.Yes);

    /// <summary>The same directory with a partnership's own links, numbers and days, by the name of the entry. Refuses a name that is no entry's.</summary>
    public HelpDirectory WithOwn(IReadOnlyDictionary<string, OwnHelp> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.Keys.FirstOrDefault(name => Find(name) is null) is { } unknown)
            throw new ArgumentException($"the directory has no entry '{unknown}'", nameof(own));
        return own.Count == 0 ? this : new([.. Entries.Select(entry => own.TryGetValue(entry.Name, out var correction) ? entry.With(correction) : entry)]);
    }
}
