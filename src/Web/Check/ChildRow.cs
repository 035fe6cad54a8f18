using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>A row of the children's page: a child, or several with the same part.</summary>
/// <param name="Person">Who it is, where they are in a case already.</param>
/// <param name="Parts">The parts chosen.</param>
/// <param name="Age">The age, of several that of the youngest, as it was typed.</param>
/// <param name="IsSeveral">Whether it is several children.</param>
/// <param name="Count">How many they are, as it was typed.</param>
public sealed record ChildRow(string? Person, IReadOnlyCollection<string> Parts, string? Age, bool IsSeveral = false, string? Count = null)
{
    /// <summary>All rows.</summary>
    public static IReadOnlyList<ChildRow> Of(Typed typed) => [.. Enumerable.Range(1, Fields.ChildrenTyped(typed)).Select(i => At(typed, i))];

    /// <summary>One row; rows are counted from 1.</summary>
    public static ChildRow At(Typed typed, int row)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return new(typed[Fields.ChildPerson(row)], typed.Chosen(Fields.ChildPart(row)), typed[Fields.ChildAge(row)],
            typed[Fields.ChildSeveral(row)] is not null, typed[Fields.ChildCount(row)]);
    }

    /// <summary>Whether nothing was entered in it.</summary>
    public bool IsEmpty => Person is null && Parts.Count == 0 && string.IsNullOrWhiteSpace(Age) && string.IsNullOrWhiteSpace(Count);

    /// <summary>What it is called on its page, by its place.</summary>
    public static string Called(ChildRow row, int place)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{(row.IsSeveral ? "Group" : "Child")} {place}";
    }

    /// <summary>Adds a row to fill in; several children take the place of a last row that is still empty.</summary>
    public static void Add(Typed typed, bool isSeveral)
    {
        var rows = Of(typed).ToList();
        if (isSeveral && rows[^1].IsEmpty) rows.RemoveAt(rows.Count - 1);
        if (rows.Count < Fields.MostChildren) Set(typed, [.. rows, new(null, [], null, isSeveral)]);
    }

    /// <summary>Removes a row; those after it move up.</summary>
    public static void Remove(Typed typed, int row)
    {
        var rows = Of(typed).ToList();
        if (row < 1 || row > rows.Count) return;
        rows.RemoveAt(row - 1);
        Set(typed, rows);
    }

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
            (typed[Fields.ChildSeveral(i)], typed[Fields.ChildCount(i)]) = (row.IsSeveral ? "yes" : null, row.Count);
            typed.Choose(Fields.ChildPart(i), [.. row.Parts], ChildFacts.RoleNames);
        }

        Fields.SetChildren(typed, rows.Count);
    }

    /// <summary>Whether it says the same of a child.</summary>
    public bool IsLike(ChildRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Age, IsSeveral, Count) == (other.Age, other.IsSeveral, other.Count)
            && Parts.Order(StringComparer.Ordinal).SequenceEqual(other.Parts.Order(StringComparer.Ordinal));
    }
}
