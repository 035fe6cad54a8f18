using System.Security.Cryptography;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>
/// A form of a case: opened, decided by the catalogue, appended, and back to the case. What was typed stays on the page whatever stands against it;
/// a form that was overtaken shows what was added meanwhile; the same form sent twice is recorded once.
/// </summary>
public abstract partial class FormPage(Desk desk) : CasePage(desk)
{
    private bool isAgain;
    private IDictionary<string, string?> prefilled = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The number of the act, made with the form.</summary>
    public Guid Act { get; private set; }

    /// <summary>What stands against it.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The same, each with the id of its field, for the summary above the form.</summary>
    public IReadOnlyList<FieldError> Summary => [.. Errors.Select(error => error with { Field = error.Field switch { "happened" => "happened-date-day", "happened-at" => "happened-time", "on" => "on-date-day", "until" => "until-date-day", "" => Corrects is null ? "agrees" : Catalogue.WhyCorrected, "instead-of-it" => "made-in-error", var other => other } })];

    /// <summary>The children and groups of the case in the order in which they came in, told apart by age, part and number.</summary>
    public IEnumerable<(Guid Id, string Name)> Children => People.All(Case.File).Where(one => one.IsChild).Select((child, i) => (child.Id, $"{CaseWords.NameAndPart(child)} (child {i + 1})"));

    /// <summary>What was added since the form was shown.</summary>
    public IReadOnlyList<Entry> Meanwhile { get; private set; } = [];

    /// <summary>What was recorded with this form already, in other words.</summary>
    public Entry? Before { get; private set; }

    /// <summary>The paper that it writes to: that of the report, or of what it corrects.</summary>
    public Paper Paper => Corrects?.Paper ?? Case.File.All<Concern.Reported>().Select(report => report.Entry.Paper).FirstOrDefault();

    /// <summary>What stands in a field: what was typed, else what it begins with.</summary>
    public string? this[string field] => HttpMethods.IsPost(Request.Method) ? Posted[field] : kept is not null ? kept[field].FirstOrDefault() : prefilled.TryGetValue(field, out var value) ? value : null;

    /// <summary>The choices of a field.</summary>
    public IReadOnlyList<string> Chosen(string field) => HttpMethods.IsPost(Request.Method) ? [.. Request.Form[field].OfType<string>()] : kept is not null ? [.. kept[field]] : this[field]?.Split(' ') ?? [];

    /// <summary>What is amiss with a field.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field).Message;

    /// <summary>The reports and changes of facts that something can be about, with their lines.</summary>
    public IEnumerable<(EntryId Id, string Line)> Causes => Case.File.Entries.Where(entry => entry.Content is Concern.Reported or Concern.FactsChanged).Select(entry => (entry.Id, $"{entry.Content.Line(Case.File)}, {Casework.Triage.DecisionWords.Day(entry.HappenedOn)}"));

    /// <summary>The entries of one kind, with their lines, to choose from.</summary>
    public IEnumerable<(EntryId Id, string Line)> Entries<T>() where T : Content => Case.File.All<T>().Select(one => (one.Id, one.Content.Line(Case.File)));

    /// <summary>What is said of the time beside its field.</summary>
    public virtual string AboutTime => "Leave it empty if you do not remember.";

    /// <summary>For what the case is opened, in the access log: the name of the form.</summary>
    protected abstract string Purpose { get; }

    /// <summary>
    /// The fields that the form asks, in the order of its page: what is amiss is said in it. What was passed on, when it happened and why it is corrected
    /// follow on every form.
    /// </summary>
    protected abstract IReadOnlyList<string> Asks { get; }

    /// <summary>What the form itself needs answered, where no record can say that it was not.</summary>
    protected virtual IEnumerable<FieldError> Missing() => [];

    /// <summary>Whether what else is wrong with it can be said although something is missing: not where that settles what the other fields mean.</summary>
    protected virtual bool CanBeLookedAt => IsInError || !Missing().Any();

    /// <summary>What is said, from the fields.</summary>
    protected abstract Content Said();

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, Purpose)) return NotFound();
        Act = Fresh();
        var now = London.TimeOf(Desk.Clock.GetUtcNow());
        prefilled = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["happened-day"] = $"{now.Day}",
            ["happened-month"] = $"{now.Month}",
            ["happened-year"] = $"{now.Year}",
            ["causes"] = string.Join(' ', Causes.Select(cause => cause.Id)),
        };
        ViewData["Form"] = "form";
        if (!FindCorrected()) return NotFound();
        await Resume();
        return Page();
    }

    /// <summary>What was sent.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Open(id, Purpose) || !FindCorrected()) return NotFound();
        ViewData["Form"] = "form";
        Act = Guid.TryParseExact(Request.Form["act"], "N", out var act) ? act : Fresh();
        if (IsRecorded()) return await Recorded();
        if (!int.TryParse(Request.Form["seen"], out var seen) || seen != Case.File.Version || Before is not null)
        {
            Meanwhile = Added(seen);
            return Page();
        }

        var (happened, at, wrong) = When();
        wrong = [.. wrong, .. IsInError ? [] : Missing(), .. Posted.Errors, .. Posted.TooLong];
        var decided = !CanBeLookedAt ? null : Catalogue.Decide(Case.File, new(Act, Viewer.Author, Desk.Clock.GetUtcNow(), happened, at), new Said(ToRecord(), Paper, Subjects.TheCase));
        if (wrong.Count == 0 && decided is Allowed allowed)
        {
            return await Desk.Cases.Append(allowed, HttpContext.RequestAborted) switch
            {
                Appended.Overtaken => await OnPostAsync(id),
                Appended.Already when !isAgain => await Again(id),
                Appended.NotAllowed => NotFound(),
                _ => await Recorded(),
            };
        }

        var refusals = (decided as Refused)?.Refusals.Where(refusal => !IsSaidOf(refusal.Field, wrong)).Select(refusal => new FieldError(refusal.Field, refusal.Words));
        Errors = [.. wrong.Concat(refusals ?? []).OrderBy(error => PlaceOf(error.Field))];
        return Page();
    }

    // As the summary links to it. What is of no field of the page stands behind its own.
    private int PlaceOf(string field)
    {
        string[] all = [.. Asks, "", "causes", "happened-date-day", "happened", "happened-time", "happened-at", Catalogue.WhyCorrected, "instead-of-it"];
        var place = Array.IndexOf(all, field.Length > 0 ? field : Corrects is null ? "agrees" : Catalogue.WhyCorrected);
        return place < 0 ? Asks.Count : place;
    }

    // A field says one thing at a time; a day or time that cannot be read says it of both.
    private static bool IsSaidOf(string field, IReadOnlyList<FieldError> wrong) =>
        wrong.Any(error => error.Field == field || (error.Field.StartsWith("happened", StringComparison.Ordinal) && field.StartsWith("happened", StringComparison.Ordinal)));

    // Recorded in this very moment, from another window: what it says is compared.
    private Task<IActionResult> Again(Guid id)
    {
        isAgain = true;
        return OnPostAsync(id);
    }

    /// <summary>An entry by its name in a field.</summary>
    protected EntryId EntryIn(string field) => Id(this[field]);

    /// <summary>The entries chosen in a field.</summary>
    protected IReadOnlyList<EntryId> EntriesIn(string field) => [.. Chosen(field).Select(Id)];

    /// <summary>Text in a field; none where it is empty.</summary>
    protected string? Text(string field) => ComparedText.IsEmpty(this[field]) ? null : this[field]!.Trim();

    /// <summary>A day in three fields; none where they are empty or no day.</summary>
    protected DateOnly? Day(string field) => Dates.Day(Three(field), field, "The day", new(2099, 12, 31)).Day;

    private static Guid Fresh() => new(RandomNumberGenerator.GetBytes(16));

    private (DateOnly Day, TimeOnly? At, IReadOnlyList<FieldError> Wrong) Happened()
    {
        var (day, notDay) = Dates.Day(Three("happened"), "happened", "The day on which it happened", Today);
        var (time, notTime) = Dates.Time(this["happened-time"], day ?? Today);
        if (day is null) notDay ??= "Enter the day on which it happened";
        List<FieldError> wrong = [];
        if (notDay is not null) wrong.Add(new("happened-date-day", notDay));
        if (notTime is null && day == Today && time > TimeOnly.FromDateTime(London.TimeOf(Desk.Clock.GetUtcNow()))) notTime = "Enter a time that has come";
        if (notTime is not null) wrong.Add(new("happened-time", notTime));
        return (day ?? Today, time, wrong);
    }

    private Typed Three(string field) => new() { [$"{field}-day"] = this[$"{field}-day"], [$"{field}-month"] = this[$"{field}-month"], [$"{field}-year"] = this[$"{field}-year"] };

    private static EntryId Id(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && Guid.TryParseExact(parts[0], "N", out var act) && int.TryParse(parts[1], out var index) ? new(act, index) : default;
    }
}
