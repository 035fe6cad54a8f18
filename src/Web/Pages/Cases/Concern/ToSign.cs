using Lapwing.Casework.Cases;

namespace Lapwing.Web.Cases;

/// <summary>Something that waits for a second person, with all that they need to know.</summary>
/// <param name="Entry">What is asked.</param>
/// <param name="Line">In a line.</param>
/// <param name="LeftOut">What is not done.</param>
/// <param name="Instead">What is done instead; none where the facts changed.</param>
/// <param name="Why">Why.</param>
/// <param name="Changed">The answers that changed.</param>
/// <param name="Facts">The facts on which it is asked.</param>
/// <param name="Refused">What was refused before in the same report.</param>
public sealed record ToSign(Entry Entry, string Line, IReadOnlyList<string> LeftOut, string? Instead, string Why, IReadOnlyList<string> Changed,
    IReadOnlyList<(string Key, IReadOnlyList<string> Values)> Facts, IReadOnlyList<string> Refused);
