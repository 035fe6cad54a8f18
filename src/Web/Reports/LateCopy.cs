using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using Lapwing.Storage;

namespace Lapwing.Web.Reports;

/// <summary>A copy of a form, or of a page of a report, that was sent without a session, as its author is shown it.</summary>
/// <param name="Id">Its number among their drafts.</param>
/// <param name="At">When it was sent.</param>
/// <param name="IsInTheForm">Whether it stands in the form itself, because nothing else does.</param>
/// <param name="Words">What it says: each question, and what was typed or chosen.</param>
/// <param name="Version">Which words it and what its author kept are: a page that showed others changes neither.</param>
public sealed record LateCopy(Guid Id, DateTimeOffset At, bool IsInTheForm, IReadOnlyList<(string Question, string Answer)> Words, string Version)
{
    /// <summary>A draft as such a copy.</summary>
    public static LateCopy Of(Draft draft, bool isInTheForm, string version)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new(draft.Id, draft.SavedAt, isInTheForm, WordsOf(Kept.Read(draft.Text)), version);
    }

    /// <summary>What a copy says: each question, and what was typed or chosen.</summary>
    internal static IReadOnlyList<(string Question, string Answer)> WordsOf(Kept copy) =>
        [.. copy.Typed.Where(IsSaid).Select(field => (Question(field.Key), string.Join(", ", field.Select(Answer))))];

    /// <summary>Whether a field says anything that somebody typed or chose.</summary>
    internal static bool IsSaid(IGrouping<string, string> field) => !Kept.OfThePage.Contains(field.Key) && field.Any(value => !ComparedText.IsEmpty(value));

    private static string Question(string field) => field switch
    {
        "story" => "What happened?",
        "own-words" => "The child's own words",
        "devices" => "Devices, platforms, usernames",
        _ => Questions.All.FirstOrDefault(question => question.Name == field)?.Ask ?? Sentence(field),
    };

    private static string Answer(string value) => value switch
    {
        "yes" => "Yes",
        "no" => "No",
        "not-known" => "Not known",
        _ => Forms.All.Any(form => form.Name == value) ? Sentence(value) : value,
    };

    private static string Sentence(string name) => name.Length == 0 ? "" : $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}";
}
