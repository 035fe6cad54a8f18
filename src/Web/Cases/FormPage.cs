using System.Security.Cryptography;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>
/// A form of a case: opened, decided by the catalogue, appended, and back to the case. What was typed stays on the page whatever stands against it;
/// a form that was overtaken shows what was added meanwhile; the same form sent twice is recorded once.
/// </summary>
public abstract partial class FormPage(Desk desk) : FieldsPage(desk)
{
    private bool isAgain;

    /// <summary>The number of the act, made with the form.</summary>
    public Guid Act { get; private set; }

    /// <summary>The same, each with the id of its field, for the summary above the form.</summary>
    public IReadOnlyList<FieldError> Summary => [.. Errors.Select(error => error with { Field = FormErrors.IdOf(error.Field, Corrects is not null) })];

    /// <summary>What was added since the form was shown.</summary>
    public IReadOnlyList<Entry> Meanwhile { get; private set; } = [];

    /// <summary>What was recorded with this form already, in other words.</summary>
    public Entry? Before { get; private set; }

    /// <summary>In which part of the case it writes, and who reads that.</summary>
    internal FormPlace Place => field ??= new(View, Viewer.Author, Number, Corrects, Desk);

    private int Number => int.TryParse(Request.Path.Value!.TrimEnd('/').Split('/')[^1], out var number) ? number : 0;

    private bool MayBeKnown => Place.AsksWhetherKnown && this["may-be-known"] == "yes";

    /// <summary>What is said of the time beside its field.</summary>
    public virtual string AboutTime => "Leave it empty if you do not remember.";

    /// <summary>For what the case is opened, in the access log: the name of the form.</summary>
    protected abstract string Purpose { get; }

    /// <summary>
    /// The fields that the form asks, in the order of its page: what is amiss is said in it. What was passed on, when it happened and why it is
    /// corrected follow on every form.
    /// </summary>
    protected abstract IReadOnlyList<string> Asks { get; }

    /// <summary>What the form itself needs answered, where no record can say that it was not.</summary>
    protected virtual IEnumerable<FieldError> Missing() => [];

    /// <summary>Whether what else is wrong with it can be said although something is missing: not where that settles what the other fields mean.</summary>
    protected virtual bool CanBeLookedAt => IsInError || !Missing().Any();

    /// <summary>What is said, from the fields.</summary>
    protected abstract Content Said();

    /// <summary>The same where it is said of several, one for each.</summary>
    protected virtual IReadOnlyList<Content> AllSaid() => [Said()];

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, Purpose) || Place.IsHidden) return NotFound();
        Act = Fresh();
        var now = London.TimeOf(Desk.Clock.GetUtcNow());
        Prefilled = new Dictionary<string, string?>(StringComparer.Ordinal)
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
        if (!await Open(id, Purpose) || Place.IsHidden || !FindCorrected()) return NotFound();
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
        var decided = !CanBeLookedAt ? null : Catalogue.Decide(View, new(Act, Viewer.Author, Desk.Clock.GetUtcNow(), happened, at),
            [.. ToRecord().Select(content => Corrects is null ? Catalogue.Placed(Case.File, content, MayBeKnown) : new(content, Corrects.Paper))]);
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

        var amiss = decided is Refused refused ? wrong.Concat(FormErrors.Of(refused, wrong)) : wrong;
        Errors = FormErrors.InOrder(amiss, Asks, Corrects is not null);
        return Page();
    }

    // Recorded in this very moment, from another window: what it says is compared.
    private Task<IActionResult> Again(Guid id)
    {
        isAgain = true;
        return OnPostAsync(id);
    }

    private static Guid Fresh() => new(RandomNumberGenerator.GetBytes(16));
}
