using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Cases;

/// <summary>
/// A line of a list of duties: one duty, or all of the list that ask the same of the same by the same day and stand alike, and differ in whom they are
/// about. A class of thirty is a line each, and not thirty.
/// </summary>
/// <param name="All">The duties, at least one.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Rest">For how many of how many, and for whom it is left to do, to stand behind that.</param>
public sealed record DutyLine(IReadOnlyList<Duty> All, string What, string Rest)
{
    private const int MostNamed = 12, MostApart = 3;

    /// <summary>The first: what it says of itself all of them say.</summary>
    public Duty First => All[0];

    /// <summary>The lines of duties, in their order.</summary>
    /// <param name="page">Where they stand: what its reader sees of them decides what is alike.</param>
    /// <param name="duties">The duties.</param>
    public static IReadOnlyList<DutyLine> Of(CasePage page, IEnumerable<Duty> duties)
    {
        ArgumentNullException.ThrowIfNull(page);
        return [.. duties.GroupBy(duty => Alike(page, duty)).SelectMany(alike => Lines(page, [.. alike]))];
    }

    // What is signed is read one by one: each has its own why.
    private static object Alike(CasePage page, Duty duty) => duty.Kind == Concern.Sign || (duty.Parts.Count == 0 && duty.Of.Length == 0)
        ? (duty.Kind, duty.Causes[0])
        : (duty.Kind, duty.Due, duty.By, duty.IsSetting, duty.IsSettled, page.StateOf(duty), string.Join(' ', duty.Cites),
            duty.Parts.Count > 0 ? duty.What : "");

    private static IEnumerable<DutyLine> Lines(CasePage page, IReadOnlyList<Duty> alike)
    {
        var first = alike[0];
        if (first.Parts.Count > 0) return [new(alike, first.What, $" ({OfParts(page, alike)}).")];
        if (alike.Count <= MostApart) return alike.Select(duty => new DutyLine([duty], duty.What, duty.What.EndsWith('.') ? "" : "."));
        var each = CaseWords.InShort([.. alike.Select(duty => duty.What.TrimEnd('.'))], MostNamed);
        return [new(alike, first.Kind.Short, $" ({alike.Count}): {string.Join("; ", each)}.")];
    }

    // Of several for one child it is done for them when all are.
    private static string OfParts(CasePage page, IReadOnlyList<Duty> alike)
    {
        var people = alike.SelectMany(duty => duty.Parts).GroupBy(part => part.Person).ToList();
        var left = people.Where(person => person.Any(part => part.MetBy is null)).Select(person => page.Called(person.Key)).ToList();
        var isNamed = !alike[0].IsSettled && (alike.Count > 1 || page.IsSaidTwice(alike[0]));
        return $"{people.Count - left.Count} of {people.Count}{(isNamed ? $": {string.Join(", ", CaseWords.InShort(left, MostNamed))}" : "")}";
    }
}
