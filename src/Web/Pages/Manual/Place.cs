using Lapwing.Casework.Help;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Pages.Manual;

/// <summary>A place in the manual or the directory that a search can find.</summary>
/// <param name="What">What it is: "Statement, must".</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it stands.</param>
public sealed record Place(string What, string Title, string Text, string Href)
{
    private const int MostWords = 20;

    /// <summary>
    /// The places that contain every word, or part of a word, that was typed; large and small letters are the same. First the one whose title is
    /// just that, then those with a title that contains every word, then the rest, each in the manual's order.
    /// </summary>
    public static IReadOnlyList<Place> Find(string typed, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var words = typed.Split((char[]?)null, MostWords + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        return [.. All(edition).Where(place => words.All(word => Has(place.Title, word) || Has(place.Text, word) || Has(place.What, word)))
            .OrderBy(place => place.Title.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase) ? 0 : words.All(word => Has(place.Title, word)) ? 1 : 2)];
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Place> All(Edition edition)
    {
        var forms = Forms.All.Select(form => new Place("Form of harm", form.Words, Notes(form.Name), $"/manual/forms#{form.Name}"));
        var questions = Vocabulary.AllQuestions.Select(question =>
            new Place("Question", question.Ask, $"{question.Hint} {Notes(question.Name)}".Trim(), $"/manual/questions#{question.Name}"));
        var rules = edition.Referrals.Select(rule => new Place("Rule", $"Refer to {rule.To.Words}", $"When {rule.When!.Sentence}.", Row(rule)));
        var duties = edition.Duties.Select(duty => new Place("Duty", duty.Duty.Words, Notes($"duty {duty.Name}"), Row(duty)));
        var procedures = RelatedProcedure.All.Select(procedure => new Place("Related procedure", procedure.Words, "", $"/manual/procedures#{procedure.Name}"));
        var help = HelpDirectory.Standard.Entries.Select(entry => new Place("Directory of help", entry.Title, entry.What, $"/directory#{entry.Name}"));
        var statements = edition.Chapter.Statements.Concat(edition.Supplement.Statements).Select(s =>
            new Place(s.IsOfTheChapter ? $"Statement, {s.Force}" : "National guidance", s.Id, s.Text, $"/manual/statement/{s.Id}"));
        return forms.Concat(questions).Concat(rules).Concat(duties).Concat(procedures).Concat(help).Concat(statements);
    }

    private static string Row(Row row) => $"/manual/tables#{InManual.Anchor(row.What, row.Name)}";

    private static string Notes(string place) => string.Join(' ', GuidanceNotes.Beside(place).Select(note => note.Words));
}
