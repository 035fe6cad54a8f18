using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.Extensions.Primitives;

namespace Lapwing.Web.Drafts;

/// <summary>What somebody typed and has not recorded, as a draft holds it: the page that it belongs to, and its fields.</summary>
/// <param name="Path">The address of the page.</param>
/// <param name="Fields">The fields, encoded as in an address.</param>
/// <param name="IsLate">Whether it was sent without a session, and lies beside what its author kept with one.</param>
public sealed record Kept(string Path, string Fields, bool IsLate = false)
{
    /// <summary>The fields that a page sends besides what somebody typed or chose in it.</summary>
    public static readonly IReadOnlyList<string> OfThePage =
    [
        "act", "seen", "causes", "of", "page", "go", "happened-day", "happened-month", "happened-year", "happened-time", PageMarks.Field, DraftKeeper.Copies,
        PageTurns.Field, PageTurns.Began, PageTurns.From, PageTurns.Leave,
    ];

    private const string Late = "late ";

    /// <summary>The fields by name.</summary>
    public ILookup<string, string> Typed => Fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .ToLookup(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    /// <summary>The fields as a page sends them.</summary>
    public IFormCollection Form => new FormCollection(Typed.ToDictionary(one => one.Key, one => new StringValues([.. one]), StringComparer.Ordinal));

    /// <summary>Whether every word of another copy stands in this one, in the same field.</summary>
    public bool Holds(Kept other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var typed = Typed;
        return other.Typed.Where(field => !OfThePage.Contains(field.Key))
            .All(field => field.All(was => typed[field.Key].Any(now => now.Contains(was, StringComparison.Ordinal))));
    }

    /// <summary>Its words in short, to know them again.</summary>
    public string InShort => SentWords.InShort(Typed);

    /// <summary>The page that kept it, by its number; none where that does not count.</summary>
    public string? KeptBy => PageTurns.PageOf(string.Concat(Typed[PageTurns.Field]));

    /// <summary>Whether a page that sends this goes on with it: it kept it itself or was opened with it, or all of it stands in what it sends.</summary>
    public bool IsOf(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return KeptBy is not { } by || by == PageTurns.PageOf(form[PageTurns.Field].ToString()) || InShort == form[PageTurns.From]
            || new Kept(Path, SentWords.Written(form, Path)).Holds(this);
    }

    /// <summary>Whether a copy belongs to an act.</summary>
    public static bool IsOfAct(string? copy, Guid act) => copy is not null && Read(copy).Typed["act"].Contains(act.ToString("N"), StringComparer.Ordinal);

    /// <summary>The case whose form it is; none where it is a report's page.</summary>
    public Guid? Case => Path.Split('/') is ["", "work", var id, ..] && Guid.TryParseExact(id, "N", out var found) ? found : null;

    /// <summary>The number of the form of a case; none where it is a report's page.</summary>
    public int? FormNumber => Path.Split('?')[0].Split('/') is ["", "work", _, "form", var number] && int.TryParse(number, out var found) ? found : null;

    /// <summary>
    /// Which words two copies of a form hold, in short. Of the words alone: which page of a report was looked at last changes nothing.
    /// </summary>
    internal static string VersionOf(string? own, string? late) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{FieldsOf(own)}\n{FieldsOf(late)}")).AsSpan(0, 16));

    private static string FieldsOf(string? copy) => copy is null ? ""
        : string.Join('&', Read(copy).Fields.Split('&').Where(field => !field.StartsWith($"{PageTurns.Field}=", StringComparison.Ordinal)));

    /// <summary>As the text of a draft.</summary>
    public string Write() => $"{(IsLate ? Late : "")}{Path}\n{Fields}";

    /// <summary>From the text of a draft.</summary>
    public static Kept Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        var isLate = text.StartsWith(Late, StringComparison.Ordinal);
        return new(text[(isLate ? Late.Length : 0)..at], text[(at + 1)..], isLate);
    }
}

/// <summary>A draft in somebody's list of work.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Path">Where to go on with it.</param>
/// <param name="Words">What it is.</param>
/// <param name="SaysRefer">Whether what it holds requires a referral already: then it is never thrown away.</param>
/// <param name="IsLate">Whether it was sent without a session.</param>
public sealed record Unfinished(Draft Draft, string Path, string Words, bool SaysRefer, bool IsLate = false)
{
    /// <summary>What a draft is; none where nothing was typed yet.</summary>
    public static Unfinished? Of(Draft draft, RuleBook rules, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(rules);
        var kept = Kept.Read(draft.Text);
        if (kept.Case is not null) return new(draft, kept.Path, $"Unfinished form{Number(kept.Path)}", false, kept.IsLate);
        if (kept.IsLate) return new(draft, kept.Path, "Page of a report", false, IsLate: true);
        var typed = Check.Typed.Read(kept.Fields);
        var soFar = IntakeReading.Of(typed, today).SoFar;
        if (soFar.Asked == 0 && typed[Check.Fields.Forms] is null) return null;
        if (typed[Check.Fields.Kept] == Check.Fields.AsChange) return new(draft, kept.Path, "Unfinished change of the facts", false);
        return new(draft, kept.Path, "Unfinished report",
            typed[Questions.ImmediateDanger.Name] == "yes" || Intake.IsEnough(soFar, rules.On(soFar.Concern.AwareOn)));
    }

    // Its number: what it is about is not for whoever stands behind them.
    private static string Number(string path) => path.Split('/', '?') is ["", "work", _, "form", var number, ..]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var of) && Catalogue.FormCalled(of) is not null ? $" {of}" : "";
}
