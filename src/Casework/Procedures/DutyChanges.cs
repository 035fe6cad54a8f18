using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;

namespace Lapwing.Casework.Procedures;

/// <summary>One duty, before something was recorded and after it.</summary>
/// <param name="Before">As it stood; null where there was none.</param>
/// <param name="After">As it stands; null where there is none any more.</param>
public sealed record DutyChange(Duty? Before, Duty? After)
{
    /// <summary>The duty as it stands, or as it stood where it is gone.</summary>
    public Duty Duty => After ?? Before!;

    /// <summary>What became of it.</summary>
    public DutyTurn Turn => (Before, After) switch
    {
        (_, null) => DutyTurn.Gone,
        (null, { IsSettled: false }) => DutyTurn.Opened,
        (null or { IsSettled: false }, { MetBy: not null }) => DutyTurn.Done,
        (null or { IsSettled: false }, { EndedBy: not null }) => DutyTurn.NoLongerNeeded,
        ({ IsSettled: true }, { IsSettled: false }) => DutyTurn.OpenAgain,
        ({ IsSettled: false } one, { } other) when other.PartsMet > one.PartsMet => DutyTurn.Furthered,
        _ => DutyTurn.Changed,
    };
}

/// <summary>What became of a duty by something that was recorded, in the order in which it is said.</summary>
public enum DutyTurn
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is done for one more of those to whom it is owed.</summary>
    Furthered,

    /// <summary>It need not be done any more.</summary>
    NoLongerNeeded,

    /// <summary>It is new.</summary>
    Opened,

    /// <summary>It was done, and is open again.</summary>
    OpenAgain,

    /// <summary>It has another date, or was done by something else.</summary>
    Changed,

    /// <summary>There is no such duty any more.</summary>
    Gone,
}

/// <summary>
/// What an act did to the duties of a case: what it met and what it opened. Worked out from the case before it and after it, and never stored.
/// </summary>
public static class DutyChanges
{
    /// <summary>Every duty that an act changed, by what became of it and then by its date.</summary>
    /// <param name="view">The case, with the act in it.</param>
    /// <param name="act">The act's number. Refuses one of which the case has no entry.</param>
    public static IReadOnlyList<DutyChange> Of(CaseView view, Guid act)
    {
        ArgumentNullException.ThrowIfNull(view);
        var entries = view.File.Entries.Where(entry => entry.Act.Id == act).ToList();
        if (entries.Count == 0) throw new ArgumentException("the case has no entry of this act", nameof(act));
        var before = Named(view.At(view.File.Before(entries[0].Id)).Duties);
        var after = Named(view.At(view.File.UpTo(entries[^1].Id)).Duties);
        return [.. before.Keys.Union(after.Keys).Select(key => new DutyChange(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => !IsSame(change.Before, change.After)).OrderBy(change => change.Turn).ThenBy(change => change.Duty.Due ?? DateOnly.MaxValue)];
    }

    // A duty is the same while its name, its subject and the entry that opened it are; a further cause joins it.
    private static Dictionary<(string Name, string Of, EntryId Cause, int Which), Duty> Named(IEnumerable<Duty> duties) =>
        duties.GroupBy(duty => (duty.Name, duty.Of, Cause: duty.Causes[0]))
            .SelectMany(same => same.Select((duty, i) => ((same.Key.Name, same.Key.Of, same.Key.Cause, i), duty))).ToDictionary();

    private static bool IsSame(Duty? one, Duty? other) => one is not null && other is not null
        && (one.Due, one.MetBy?.Id, one.EndedBy?.Id, one.PartsMet, one.By) == (other.Due, other.MetBy?.Id, other.EndedBy?.Id, other.PartsMet, other.By);
}
