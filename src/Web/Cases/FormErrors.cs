using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;

namespace Lapwing.Web.Cases;

/// <summary>
/// What is amiss with a form of a case, as it is said: each thing once, in the order of the page, beside a field of the page, with the id to which the
/// summary links.
/// </summary>
internal sealed class FormErrors
{
    // What every form asks behind its own questions, in the order of the page, with the ids.
    private static readonly (string Field, string Id)[] last = [("happened-date-day", "happened-date-day"), ("happened", "happened-date-day"),
        ("happened-time", "happened-time"), ("happened-at", "happened-time"), (Catalogue.WhyCorrected, Catalogue.WhyCorrected),
        ("instead-of-it", "made-in-error")];

    private readonly List<(string Field, string Id)> places;
    private readonly (string Field, string Id) whole;

    /// <summary>Of a form as it stands on the page.</summary>
    public FormErrors(Filled filled, bool isCorrection)
    {
        places = [.. filled.Asked.Where(asked => asked.Key.Length > 0)
            .Select(asked => (asked.Key, asked.As == AskedAs.Day ? $"{asked.Key}-date-day" : asked.Key)), .. last];
        var first = filled.Asked.FirstOrDefault(asked => asked.As is not (AskedAs.Note or AskedAs.Given));
        whole = isCorrection ? (Catalogue.WhyCorrected, Catalogue.WhyCorrected) : filled.Closed is not null || first is null ? ("", "form")
            : places.Find(place => place.Field == first.Key);
    }

    /// <summary>Beside a field of the page: what is of none of them stands at the first question, in a correction beside why it is corrected.</summary>
    public FieldError Placed(Refusal refusal) =>
        new(places.Exists(place => place.Field == refusal.Field) ? refusal.Field : whole.Field, refusal.Words);

    /// <summary>What was said and what was refused besides, but what was said of the field already.</summary>
    public IReadOnlyList<FieldError> All(IReadOnlyList<FieldError> wrong, IEnumerable<Refusal> refused) =>
        [.. wrong.Concat(refused.Where(refusal => !IsSaidOf(refusal.Field, wrong)).Select(Placed)).Distinct()
            .OrderBy(error => places.FindIndex(place => place.Field == error.Field))];

    /// <summary>The id of the field to which the summary links.</summary>
    public string IdOf(string field) => places.Find(place => place.Field == field).Id ?? whole.Id;

    // A field says one thing at a time; a day or time that cannot be read says it of both, and whoever is not chosen is not asked for in words too.
    private static bool IsSaidOf(string field, IReadOnlyList<FieldError> wrong) => field.Length > 0 && wrong.Any(error => error.Field == field
        || (error.Field == "person" && field is "who" or "to-whom")
        || (error.Field.StartsWith("happened", StringComparison.Ordinal) && field.StartsWith("happened", StringComparison.Ordinal)));
}
