using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Web.Check;

namespace Lapwing.Web.Reports;

/// <summary>What somebody typed and has not recorded, as a draft holds it: the page that it belongs to, and its fields.</summary>
/// <param name="Path">The address of the page.</param>
/// <param name="Fields">The fields, encoded as in an address.</param>
public sealed record Kept(string Path, string Fields)
{
    /// <summary>The case whose form it is; none where it is a report's page.</summary>
    public Guid? Case => Path.Split('/') is ["", "work", var id, ..] && Guid.TryParseExact(id, "N", out var found) ? found : null;

    /// <summary>As the text of a draft.</summary>
    public string Write() => $"{Path}\n{Fields}";

    /// <summary>From the text of a draft.</summary>
    public static Kept Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        return new(text[..at], text[(at + 1)..]);
    }
}

/// <summary>A draft in somebody's list of work.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Path">Where to go on with it.</param>
/// <param name="Words">What it is.</param>
/// <param name="SaysRefer">Whether what it holds requires a referral already: then it is never thrown away.</param>
public sealed record Unfinished(Draft Draft, string Path, string Words, bool SaysRefer)
{
    /// <summary>What a draft is; none where nothing was typed yet.</summary>
    public static Unfinished? Of(Draft draft, RuleBook rules, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(rules);
        var kept = Kept.Read(draft.Text);
        if (kept.Case is not null) return new(draft, kept.Path, "Unfinished form", false);
        var typed = Typed.Read(kept.Fields);
        var soFar = Told.Of(typed, today).SoFar;
        if (soFar.Asked == 0 && typed[Check.Fields.Forms] is null) return null;
        if (typed[Check.Fields.Kept] == Check.Fields.AsChange) return new(draft, kept.Path, "Unfinished change of the facts", false);
        return new(draft, kept.Path, "Unfinished report", Intake.IsEnough(soFar, rules.On(soFar.Concern.AwareOn)));
    }
}
