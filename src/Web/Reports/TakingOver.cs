using Lapwing.Casework.Triage;
using Lapwing.Web.Check;

namespace Lapwing.Web.Reports;

/// <summary>
/// Two who change the facts of a report at once: whoever comes second keeps what they changed, and takes over what the first changed and they did not.
/// </summary>
public static class TakingOver
{
    private static readonly string[] fields = [.. Questions.All.Select(question => question.Name), $"{Fields.Arrested}-day",
        $"{Fields.Arrested}-month", $"{Fields.Arrested}-year"];

    /// <summary>Takes over.</summary>
    /// <param name="typed">What the second has typed.</param>
    /// <param name="was">The facts from which they began, as fields.</param>
    /// <param name="now">The facts as they stand now, as fields.</param>
    public static void Of(Typed typed, Typed was, Typed now)
    {
        foreach (var field in fields.Where(field => typed[field] == was[field])) typed[field] = now[field];
        var (before, after) = (was.Chosen(Fields.Forms), now.Chosen(Fields.Forms));
        typed.Choose(Fields.Forms, [.. typed.Chosen(Fields.Forms).Except(before.Except(after)).Union(after.Except(before))],
            Forms.All.Select(form => form.Name));
        ChildRow.Set(typed, [.. Children(ChildRow.Of(typed), ChildRow.Of(was), ChildRow.Of(now))]);
    }

    private static IEnumerable<ChildRow> Children(IReadOnlyList<ChildRow> typed, IReadOnlyList<ChildRow> was, IReadOnlyList<ChildRow> now)
    {
        ChildRow? In(IReadOnlyList<ChildRow> rows, ChildRow row) => row.Person is null ? null : rows.FirstOrDefault(one => one.Person == row.Person);
        foreach (var row in typed)
        {
            if (In(was, row) is not { } before || !before.IsLike(row)) yield return row;
            else if (In(now, row) is { } after) yield return after;
        }

        foreach (var row in now.Where(row => In(was, row) is null && In(typed, row) is null)) yield return row;
    }
}
