namespace Lapwing.Web.Cases;

/// <summary>The ways from one page of a list to the next.</summary>
/// <param name="Address">The address of a page by its number.</param>
/// <param name="Number">The page that is shown, from 1.</param>
/// <param name="HasMore">Whether another comes after it.</param>
/// <param name="Count">How many there are, where they are counted.</param>
public sealed record PageLinks(Func<int, string> Address, int Number, bool HasMore, int? Count = null);
