using System.Security.Cryptography;
using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Web.Check;

namespace Lapwing.Web.Drafts;

/// <summary>The words of what a page sent: of that only what the page asks.</summary>
internal static class SentWords
{
    /// <summary>As a draft holds it.</summary>
    public static string Written(IFormCollection form, string path) => string.Join('&', Asked(form, path).Fields
        .Select(one => $"{Uri.EscapeDataString(one.Field)}={Uri.EscapeDataString(one.Text)}"));

    /// <summary>The same with the number of the page that keeps it.</summary>
    public static string Kept(IFormCollection form, string path) => form[PageTurns.Field].ToString() is { Length: > 0 } turn
        ? $"{Written(form, path)}&{PageTurns.Field}={Uri.EscapeDataString(turn)}" : Written(form, path);

    /// <summary>Whether it holds any words.</summary>
    public static bool HasWords(IFormCollection form, string path) => Words(form, path).Any();

    /// <summary>Whether it holds any that did not stand there when it was opened.</summary>
    public static bool IsTyped(IFormCollection form, string path) => HasWords(form, path) && InShort(Words(form, path)) != form[PageTurns.Began];

    /// <summary>What fields hold, in short, whatever their order.</summary>
    public static string InShort(IEnumerable<(string Field, string Text)> fields)
    {
        var lines = fields.Where(IsSaid).Select(one => $"{one.Field}={one.Text.ReplaceLineEndings(" ").Trim()}").Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 16));
    }

    /// <summary>The same of what was kept.</summary>
    public static string InShort(ILookup<string, string> kept) => InShort(kept.SelectMany(one => one.Select(text => (one.Key, text))));

    /// <summary>The same where nobody can say which page sent it.</summary>
    public static bool SaysAnything(IFormCollection form) => form.Any(field =>
        !field.Key.StartsWith("__", StringComparison.Ordinal) && !Drafts.Kept.OfThePage.Contains(field.Key) && !ComparedText.IsEmpty(field.Value));

    private static IEnumerable<(string Field, string Text)> Words(IFormCollection form, string path) => Asked(form, path).Fields.Where(IsSaid);

    private static bool IsSaid((string Field, string Text) one) => !Drafts.Kept.OfThePage.Contains(one.Field) && !ComparedText.IsEmpty(one.Text);

    // Of what was sent, only what the page asks, and no picture.
    private static PostedWords Asked(IFormCollection form, string path) => new(form, DraftNames.IsOfReport(path) ? Check.Fields.Has : FormFields.Has);
}
