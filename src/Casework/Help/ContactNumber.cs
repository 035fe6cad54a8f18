using System.Text.RegularExpressions;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Help;

/// <summary>A telephone number that a partnership has set. Daytime and out of hours are two numbers with different hours.</summary>
/// <param name="For">Whom it reaches.</param>
/// <param name="Name">What the partnership calls it, such as "Emergency duty team".</param>
/// <param name="Telephone">The number as it is read aloud: one that <see cref="IsTelephone"/> takes.</param>
/// <param name="Open">When somebody answers.</param>
/// <param name="Note">What a caller should know besides, such as "Choose option 2"; none when there is nothing.</param>
public sealed partial record ContactNumber(ContactKind For, string Name, string Telephone, Hours Open, string? Note = null)
{
    /// <summary>The number as a link that a telephone dials: <c>tel:01632960123</c>.</summary>
    public string Link => $"tel:{Telephone.Replace(" ", "", StringComparison.Ordinal)}";

    /// <summary>Whether this can be dialled as it stands: 3 to 15 digits with single spaces between them, and a + before them at most.</summary>
    public static bool IsTelephone(string text) => Dialled().IsMatch(text);

    [GeneratedRegex(@"^\+?[0-9]( ?[0-9]){2,14}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dialled();
}
