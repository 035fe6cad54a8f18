using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;

namespace Lapwing.Web.Cases;

/// <summary>What is amiss with a form of a case, as it is said: each thing once, in the order of the page, with the id of the field that it is about.</summary>
internal static class FormErrors
{
    // What every form asks besides its own fields, in the order in which it stands behind them.
    private static readonly string[] last = ["", "causes", "happened-date-day", "happened-date-month", "happened-date-year", "happened", "happened-time",
        "happened-at", Catalogue.WhyCorrected, "instead-of-it"];

    /// <summary>What was refused, but what was said of the field already.</summary>
    public static IEnumerable<FieldError> Of(Refused refused, IReadOnlyList<FieldError> wrong) =>
        refused.Refusals.Where(refusal => !IsSaidOf(refusal.Field, wrong)).Select(refusal => new FieldError(refusal.Field, refusal.Words));

    /// <summary>In the order of the page, as the summary links to it. What is of no field of the page stands behind its own.</summary>
    public static IReadOnlyList<FieldError> InOrder(IEnumerable<FieldError> amiss, IReadOnlyList<string> asks, bool isCorrection)
    {
        string[] all = [.. asks, .. last];
        int Place(string field)
        {
            var place = Array.IndexOf(all, field.Length > 0 ? field : isCorrection ? Catalogue.WhyCorrected : "agrees");
            return place < 0 ? asks.Count : place;
        }

        return [.. amiss.OrderBy(error => Place(error.Field))];
    }

    /// <summary>The id of the field to which the summary links.</summary>
    public static string IdOf(string field, bool isCorrection) => field switch
    {
        "happened" => "happened-date-day",
        "happened-at" => "happened-time",
        "on" => "on-date-day",
        "until" => "until-date-day",
        "" => isCorrection ? Catalogue.WhyCorrected : "agrees",
        "instead-of-it" => "made-in-error",
        _ => field,
    };

    // A field says one thing at a time; a day or time that cannot be read says it of both, and whoever is not chosen is not asked for in words too.
    private static bool IsSaidOf(string field, IReadOnlyList<FieldError> wrong) =>
        wrong.Any(error => error.Field == field || (error.Field == "person" && field is "who" or "to-whom")
            || (error.Field.StartsWith("happened", StringComparison.Ordinal) && field.StartsWith("happened", StringComparison.Ordinal)));
}
