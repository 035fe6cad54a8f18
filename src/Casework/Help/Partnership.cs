using System.Collections.ObjectModel;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Help;

/// <summary>
/// What a local safeguarding partnership sets for itself: whom to call and when, where its related procedures are, and what it corrects in the
/// directory of help. All of it is the partnership's word: the chapter gives no number. Nothing set is nothing known, and pages say so.
/// </summary>
public sealed record Partnership
{
    /// <summary>For danger, everywhere in the country and at any hour (N1). No partnership sets it.</summary>
    public const string Emergency = "999";

    /// <summary>What the partnership is called; none when not set.</summary>
    public string? Name { get; init; }

    /// <summary>Its telephone numbers, in the order in which they are to be tried.</summary>
    public IReadOnlyList<ContactNumber> Numbers { get; init; } = [];

    /// <summary>Where its own page of a related procedure is: the <see cref="RelatedProcedure.Name"/> and a whole address.</summary>
    public IReadOnlyDictionary<string, string> Procedures { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What it corrects in the directory of help, by the entry's name.</summary>
    public IReadOnlyDictionary<string, OwnHelp> Directory { get; init; } = ReadOnlyDictionary<string, OwnHelp>.Empty;

    /// <summary>How long somebody stays signed in.</summary>
    public SessionLimits Sessions { get; init; } = new();

    /// <summary>Its numbers for one kind of contact, in its own order, whatever the hour.</summary>
    public IReadOnlyList<ContactNumber> For(ContactKind kind) => [.. Numbers.Where(number => number.For == kind)];

    /// <summary>Its numbers for one kind of contact that answer at this hour, in its own order.</summary>
    /// <param name="kind">Who is to be reached.</param>
    /// <param name="londonNow">What a clock on a London wall shows.</param>
    /// <param name="calendar">Which days are bank holidays.</param>
    public IReadOnlyList<ContactNumber> Reachable(ContactKind kind, DateTime londonNow, WorkingDays calendar) =>
        [.. For(kind).Where(number => number.Open.At(londonNow, calendar))];
}
