using Lapwing.Casework.Calendar;
using Lapwing.Casework.Guidance.Editions;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Guidance;

/// <summary>The editions with their dates in force, and the calendar. What is decided by which edition follows from the day of the cause.</summary>
public sealed class RuleBook
{
    /// <summary>Puts editions together. Refuses none at all.</summary>
    /// <param name="calendar">What counts as a working day.</param>
    /// <param name="editions">In the order in which they come into force.</param>
    public RuleBook(WorkingDays calendar, params IReadOnlyList<Edition> editions)
    {
        if (editions.Count == 0) throw new ArgumentException("a rule book has at least one edition", nameof(editions));
        (Calendar, Editions) = (calendar, editions);
    }

    /// <summary>The editions that ship with the program.</summary>
    public static RuleBook Standard { get; } = new(WorkingDays.EnglandAndWales, DerbyAndDerbyshire1.Edition);

    /// <summary>What counts as a working day.</summary>
    public WorkingDays Calendar { get; }

    /// <summary>The editions, in the order in which they come into force.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>The newest edition.</summary>
    public Edition Newest => Editions[^1];

    /// <summary>Every statement of every document, each document once.</summary>
    public IEnumerable<Statement> Statements => Editions.SelectMany(e => new[] { e.Chapter, e.Supplement }).Distinct().SelectMany(d => d.Statements);

    /// <summary>The edition in force on a London day; before the first came into force, the first.</summary>
    public Edition On(DateOnly day)
    {
        for (var i = Editions.Count - 1; i > 0; i--)
            if (Editions[i].Chapter.From <= day) return Editions[i];
        return Editions[0];
    }

    /// <summary>Decides on a concern by the edition in force on the day of awareness.</summary>
    public Decision Decide(Concern concern)
    {
        ArgumentNullException.ThrowIfNull(concern);
        return Decision.For(concern, Editions.Count == 1 ? Editions[0] : On(concern.AwareOn), Calendar);
    }
}
