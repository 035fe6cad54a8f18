using System.Globalization;

namespace Lapwing.Web.Cases;

/// <summary>The ways from one page of a list to the next.</summary>
/// <param name="Address">The address of a page by its number.</param>
/// <param name="Number">The page that is shown, from 1.</param>
/// <param name="HasMore">Whether another comes after it.</param>
/// <param name="Count">How many there are, where they are counted.</param>
public sealed record PageLinks(Func<int, string> Address, int Number, bool HasMore, int? Count = null)
{
    /// <summary>The page of so many that is asked for, from 1; the first or the last where there is none of that number.</summary>
    public static int Asked(string? page, int pages) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Math.Max(1, pages)) : 1;

    /// <summary>What of a list stands on the page that is asked for, and the ways to its other pages.</summary>
    public static (IReadOnlyList<T> On, PageLinks Links) Of<T>(IReadOnlyList<T> all, int size, string? page, string address)
    {
        ArgumentNullException.ThrowIfNull(all);
        var pages = (all.Count + size - 1) / size;
        var number = Asked(page, pages);
        return ([.. all.Skip((number - 1) * size).Take(size)], new(
            other => other == 1 ? address : string.Create(CultureInfo.InvariantCulture, $"{address}?page={other}"), number, number < pages, pages));
    }
}
