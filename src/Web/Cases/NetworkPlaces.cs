namespace Lapwing.Web.Cases;

/// <summary>Who stands where in the picture of a network: rows of adults, and below them rows of children.</summary>
/// <param name="Columns">How many columns there are.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Cells">The cell of each, in the order of people: row by row from the left.</param>
internal sealed record NetworkPlaces(int Columns, int Rows, IReadOnlyList<int> Cells)
{
    private const int MostColumns = 4, MostRounds = 10;      // four columns fit a page

    /// <summary>The row of somebody.</summary>
    public int RowOf(int one) => Cells[one] / Columns;

    /// <summary>The column of somebody.</summary>
    public int ColumnOf(int one) => Cells[one] % Columns;

    /// <summary>
    /// Places for everybody. They begin in their order, and change places two by two within adults and within children while that makes the lines
    /// shorter.
    /// </summary>
    public static NetworkPlaces Of(bool[] isChild, IReadOnlyList<(int One, int Other)> links)
    {
        int[] adults = [.. Enumerable.Range(0, isChild.Length).Where(one => !isChild[one])];
        int[] children = [.. Enumerable.Range(0, isChild.Length).Where(one => isChild[one])];
        var columns = Math.Clamp(Math.Max(adults.Length, children.Length), 1, MostColumns);
        var (above, below) = (RowsOf(adults.Length, columns), RowsOf(children.Length, columns));
        var at = new int?[(above + below) * columns];
        for (var i = 0; i < adults.Length; i++) at[i] = adults[i];
        for (var i = 0; i < children.Length; i++) at[(above * columns) + i] = children[i];
        var cells = new int[isChild.Length];
        for (var cell = 0; cell < at.Length; cell++)
            if (at[cell] is { } one) cells[one] = cell;
        var places = new NetworkPlaces(columns, above + below, cells);
        var others = links.SelectMany(link => new[] { link, (One: link.Other, Other: link.One) }).ToLookup(link => link.One, link => link.Other);
        for (var round = 0; round < MostRounds; round++)
            if (!places.Shorten(at, cells, others, 0, above * columns) & !places.Shorten(at, cells, others, above * columns, at.Length)) break;
        return places;
    }

    private static int RowsOf(int people, int columns) => (people + columns - 1) / columns;

    // Two cells change what stands in them, also where one is empty; they change it back where that is not shorter.
    private bool Shorten(int?[] at, int[] cells, ILookup<int, int> others, int from, int to)
    {
        var shortened = false;
        for (var i = from; i < to; i++)
            for (var j = i + 1; j < to; j++)
            {
                if (at[i] is null && at[j] is null) continue;
                var before = Length(at[i], others) + Length(at[j], others);
                Change();
                if (Length(at[i], others) + Length(at[j], others) < before) shortened = true;
                else Change();

                void Change()
                {
                    (at[i], at[j]) = (at[j], at[i]);
                    if (at[i] is { } one) cells[one] = i;
                    if (at[j] is { } other) cells[other] = j;
                }
            }

        return shortened;
    }

    // A row apart is further than a column apart: the line has to find its way between.
    private int Length(int? one, ILookup<int, int> others) => one is not { } here ? 0
        : others[here].Sum(other => (2 * Math.Abs(ColumnOf(here) - ColumnOf(other))) + (3 * Math.Abs(RowOf(here) - RowOf(other))));
}
