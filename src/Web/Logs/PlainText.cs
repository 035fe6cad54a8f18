using System.Globalization;
using System.Text;

namespace Lapwing.Web.Logs;

/// <summary>Text on one line of a log or a terminal: nothing in it can end the line, move the cursor or turn the direction of what follows.</summary>
internal static class PlainText
{
    /// <summary>The same text, its control characters, line ends and invisible signs written as <c>\u000a</c>.</summary>
    public static string Of(string? text)
    {
        if (text is null || text.All(IsPlain)) return text ?? "";
        var plain = new StringBuilder(text.Length + 16);
        foreach (var sign in text)
            if (IsPlain(sign)) plain.Append(sign);
            else plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}");
        return plain.ToString();
    }

    private static bool IsPlain(char sign) => char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
