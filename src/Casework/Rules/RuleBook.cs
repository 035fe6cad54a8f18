using Lapwing.Casework.Calendar;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Rules.Editions;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Rules;

/// <summary>The editions with their dates in force, and the calendar. What is decided by which edition follows from the day of the cause.</summary>
public sealed class RuleBook
{
    private readonly ILookup<string, Row> rows;

    /// <summary>Puts editions together. Refuses none at all, and two that do not come into force one after the other.</summary>
    /// <param name="calendar">What counts as a working day.</param>
    /// <param name="editions">In the order in which they come into force.</param>
    public RuleBook(WorkingDays calendar, params IReadOnlyList<Edition> editions)
    {
        if (editions.Count == 0) throw new ArgumentException("a rule book has at least one edition", nameof(editions));
        for (var i = 1; i < editions.Count; i++)
            if (editions[i].Chapter.From <= editions[i - 1].Chapter.From)
                throw new ArgumentException("editions stand in the order in which they come into force", nameof(editions));
        (Calendar, Editions) = (calendar, editions);
        rows = editions.Reverse().SelectMany(edition => edition.Rows).ToLookup(row => row.Name, StringComparer.Ordinal);
    }

    /// <summary>The editions that ship with the program.</summary>
    public static RuleBook Standard { get; } = new(WorkingDays.EnglandAndWales, DerbyAndDerbyshire1.Edition);

    /// <summary>What counts as a working day.</summary>
    public WorkingDays Calendar { get; }

    /// <summary>The editions, in the order in which they come into force.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>The newest edition.</summary>
    public Edition Newest => Editions[^1];

    /// <summary>Every statement of the newest edition: of its chapter, then of its supplement.</summary>
    public IEnumerable<Statement> Statements => Newest.Chapter.Statements.Concat(Newest.Supplement.Statements);

    /// <summary>
    /// The rows of a name, that of the newest edition first: what arose under an older edition stands, though a newer one has no such row. None
    /// where no edition has one.
    /// </summary>
    public IEnumerable<Row> RowsCalled(string name) => rows[name];

    /// <summary>The edition in force on a London day: the last that came into force by then. Before the first did, the first.</summary>
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
