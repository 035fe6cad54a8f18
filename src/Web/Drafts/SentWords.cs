using Lapwing.Casework.Cases;
using Lapwing.Web.Check;

namespace Lapwing.Web.Drafts;

/// <summary>The words of what a page sent: of that only what the page asks.</summary>
internal static class SentWords
{
    /// <summary>As a draft holds it.</summary>
    public static string Written(IFormCollection form, string path) => string.Join('&', Asked(form, path).Fields
        .Select(one => $"{Uri.EscapeDataString(one.Field)}={Uri.EscapeDataString(one.Text)}"));

    /// <summary>Whether it holds any words.</summary>
    public static bool HasWords(IFormCollection form, string path) => Asked(form, path).Fields
        .Any(one => !Kept.OfThePage.Contains(one.Field) && !ComparedText.IsEmpty(one.Text));

    /// <summary>The same where nobody can say which page sent it.</summary>
    public static bool SaysAnything(IFormCollection form) => form.Any(field =>
        !field.Key.StartsWith("__", StringComparison.Ordinal) && !Kept.OfThePage.Contains(field.Key) && !ComparedText.IsEmpty(field.Value));

    // Of what was sent, only what the page asks, and no picture.
    private static PostedWords Asked(IFormCollection form, string path) => new(form, DraftNames.IsOfReport(path) ? Check.Fields.Has : FormFields.Has);
}
