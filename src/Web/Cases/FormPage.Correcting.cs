using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;

namespace Lapwing.Web.Cases;

/// <summary>The same form, opened to put an entry right: it begins with what stands there, and asks why. It happened when it happened: that stays.</summary>
public abstract partial class FormPage
{
    private const string Asked = "corrects", InError = "made-in-error";

    /// <summary>The entry that is put right; null where something new is recorded.</summary>
    public Entry? Corrects { get; private set; }

    /// <summary>What counts of it before it is put right.</summary>
    protected Content? Stands { get; private set; }

    /// <summary>Whether nothing takes its place.</summary>
    public bool IsInError => Corrects is not null && this[InError] == "yes";

    /// <summary>What stands above the form.</summary>
    public string Heading(string own) => Corrects is null ? own : "Correct what was recorded";

    /// <summary>
    /// The fields of the form as they say something that was recorded; null where another form records it. The inverse of <see cref="Said"/>.
    /// </summary>
    protected virtual IReadOnlyDictionary<string, string?>? Fields(Content content) => null;

    /// <summary>The names of entries, as a field holds them.</summary>
    protected static string Ids(IEnumerable<EntryId> ids) => string.Join(' ', ids);

    /// <summary>A day in three fields.</summary>
    protected static IEnumerable<KeyValuePair<string, string?>> InThree(string field, DateOnly? day) =>
        [new($"{field}-day", day is { } d ? $"{d.Day}" : null), new($"{field}-month", day is { } m ? $"{m.Month}" : null),
            new($"{field}-year", day is { } y ? $"{y.Year}" : null)];

    // An entry that is not there, one that they do not see, and one of another form are the same: not found.
    private bool FindCorrected()
    {
        if (Request.Query[Asked].ToString() is not { Length: > 0 } asked) return true;
        if (Case.File.At(Id(asked)) is not { } entry || DutyForms.Of(entry.Content) is null) return false;
        var stands = Case.File.Counting(entry.Id) ?? entry.Content;
        if ((AreNamesHidden && HttpMethods.IsGet(Request.Method)) || Fields(stands) is not { } fields) return false;      // fields show names as they are
        (Corrects, Stands) = (entry, stands);
        foreach (var (field, value) in fields) Prefilled[field] = value;
        return true;
    }

    private IReadOnlyList<Content> ToRecord() => Corrects is null ? AllSaid()
        : [new Corrected(Corrects.Id, IsInError ? null : Said(), Text(Catalogue.WhyCorrected) ?? "")];

    private (DateOnly Day, TimeOnly? At, IReadOnlyList<FieldError> Wrong) When()
    {
        if (Corrects is null) return FormDates.Happened(this, Desk.Clock.GetUtcNow());
        var now = London.TimeOf(Desk.Clock.GetUtcNow());
        return (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now), []);
    }
}
