using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>A row of the children's page.</summary>
/// <param name="Person">Who it is, where they are in a case already.</param>
/// <param name="Parts">The parts chosen.</param>
/// <param name="Age">The age, as it was typed.</param>
public sealed record ChildRow(string? Person, IReadOnlyCollection<string> Parts, string? Age)
{
    /// <summary>All rows.</summary>
    public static IReadOnlyList<ChildRow> Of(Typed typed) =>
        [.. Enumerable.Range(1, Fields.ChildrenTyped(typed)).Select(i =>
            new ChildRow(typed[Fields.ChildPerson(i)], typed.Chosen(Fields.ChildPart(i)), typed[Fields.ChildAge(i)]))];

    /// <summary>Puts rows in the place of all.</summary>
    public static void Set(Typed typed, IReadOnlyList<ChildRow> rows)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(rows);
        var count = Math.Max(rows.Count, Fields.ChildrenTyped(typed));
        for (var i = 1; i <= count; i++)
        {
            var row = i <= rows.Count ? rows[i - 1] : new(null, [], null);
            (typed[Fields.ChildPerson(i)], typed[Fields.ChildAge(i)]) = (row.Person, row.Age);
            typed.Choose(Fields.ChildPart(i), [.. row.Parts], ChildFacts.RoleNames);
        }

        Fields.SetChildren(typed, rows.Count);
    }

    /// <summary>Whether it says the same of a child.</summary>
    public bool IsLike(ChildRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Age == other.Age && Parts.Order(StringComparer.Ordinal).SequenceEqual(other.Parts.Order(StringComparer.Ordinal));
    }
}
