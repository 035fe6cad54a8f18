using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Duties;

/// <summary>How a duty stands on a day.</summary>
public enum DutyState
{
    /// <summary>To be done, and not due yet or without a date.</summary>
    Open,

    /// <summary>Due by the end of this day.</summary>
    DueToday,

    /// <summary>The day on which it was due is over.</summary>
    Overdue,

    /// <summary>Done, on the day it was due or before.</summary>
    Met,

    /// <summary>Done after the day on which it was due.</summary>
    MetLate,

    /// <summary>Something recorded says that it need not be done.</summary>
    NoLongerNeeded,
}

/// <summary>Who has to do something: a person, a team, or an agency that is not in the case yet.</summary>
/// <param name="Agency">The kind of organisation.</param>
/// <param name="Team">The team or setting, where it is known.</param>
/// <param name="Account">The person, where it is one.</param>
public sealed record Responsible(Agency Agency, Guid? Team = null, Guid? Account = null);

/// <summary>One child's or one person's share of a duty.</summary>
/// <param name="Person">The child or the group.</param>
/// <param name="MetBy">What met it for them.</param>
public sealed record DutyPart(Guid Person, Entry? MetBy);

/// <summary>Something that has to be done in a case: derived from its entries, the calendar and the edition, and never stored as truth.</summary>
/// <param name="Kind">Its kind: its name, what meets it, and where that is recorded.</param>
/// <param name="Of">Its subject, where one case can have several of the name: a recipient, a person.</param>
/// <param name="What">What has to be done, as an instruction.</param>
/// <param name="Causes">The entries that opened it. A further cause while it is open joins it and never makes it later.</param>
/// <param name="Due">The last London day on which it is in time; none where nobody has set one.</param>
/// <param name="By">Who has to do it.</param>
/// <param name="Cites">Ids of the statements that require it.</param>
public sealed record Duty(DutyKind Kind, string Of, string What, IReadOnlyList<EntryId> Causes, DateOnly? Due, Responsible By, IReadOnlyList<string> Cites)
{
    /// <summary>The name of its kind, such as <c>receive-referral</c>.</summary>
    public string Name => Kind.Name;

    /// <summary>What met it.</summary>
    public Entry? MetBy { get; init; }

    /// <summary>What says that it need not be done.</summary>
    public Entry? EndedBy { get; init; }

    /// <summary>Each child or group, where it is owed to several: "3 of 14".</summary>
    public IReadOnlyList<DutyPart> Parts { get; init; } = [];

    /// <summary>What would meet it, in a few words.</summary>
    public string MetWhen { get; init; } = Kind.MetWhen;

    /// <summary>Whether the statement sets no time, and its date is a setting.</summary>
    public bool IsSetting { get; init; }

    /// <summary>Whether nothing of it is left to do.</summary>
    public bool IsSettled => MetBy is not null || EndedBy is not null;

    /// <summary>How many of <see cref="Parts"/> are done.</summary>
    public int PartsMet => Parts.Count(part => part.MetBy is not null);

    /// <summary>How it stands on a London day. What was done counts from the day on which it happened.</summary>
    public DutyState On(DateOnly today)
    {
        if (MetBy is { } met) return met.HappenedOn > Due ? DutyState.MetLate : DutyState.Met;
        if (EndedBy is not null) return DutyState.NoLongerNeeded;
        return Due is not { } due || due > today ? DutyState.Open : due == today ? DutyState.DueToday : DutyState.Overdue;
    }
}

/// <summary>Something that holds for as long as it holds: shown, never due, met by nothing.</summary>
/// <param name="Kind">Its kind, such as <c>withhold-information</c>.</param>
/// <param name="What">What it asks, as an instruction.</param>
/// <param name="Cause">The entry since which it holds.</param>
/// <param name="Until">Until when, in words.</param>
/// <param name="Cites">Ids of the statements.</param>
public sealed record StandingRule(DutyKind Kind, string What, EntryId Cause, string Until, IReadOnlyList<string> Cites)
{
    /// <summary>The name of its kind.</summary>
    public string Name => Kind.Name;
}
