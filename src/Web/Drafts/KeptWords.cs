using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Web.Check;

namespace Lapwing.Web.Drafts;

/// <summary>What a kept copy of a form says, as its author reads it.</summary>
internal static class KeptWords
{
    /// <summary>A draft as a copy that was sent without a session.</summary>
    public static LateCopy Late(Draft draft, bool isInTheForm, string version) =>
        new(draft.Id, draft.SavedAt, isInTheForm, Of(Kept.Read(draft.Text)), version);

    /// <summary>What a copy says: each question, and what was typed or chosen, in the words of its form.</summary>
    public static IReadOnlyList<(string Question, string Answer)> Of(Kept copy)
    {
        var asked = copy.FormNumber is { } number && Catalogue.FormCalled(number) is { } form ? form.Blank().Asked : [];
        return [.. copy.Typed.Where(IsSaid).Select(field =>
        {
            var question = asked.FirstOrDefault(one => one.Key == field.Key);
            return (question?.Words ?? Question(field.Key), string.Join(", ", field.Select(value =>
                question?.Offered.FirstOrDefault(offered => offered.Value == value)?.Words ?? Answer(value))));
        })];
    }

    private static bool IsSaid(IGrouping<string, string> field) => !Kept.OfThePage.Contains(field.Key) && field.Any(value => !ComparedText.IsEmpty(value));

    private static string Question(string field) => Questions.All.FirstOrDefault(question => question.Name == field)?.Ask ?? Sentence(field);

    private static string Answer(string value) => value switch
    {
        "yes" => "Yes",
        "no" => "No",
        "not-known" => "Not known",
        _ => Forms.All.Any(form => form.Name == value) ? Sentence(value) : value,
    };

    private static string Sentence(string name) => name.Length == 0 ? "" : $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}";
}
