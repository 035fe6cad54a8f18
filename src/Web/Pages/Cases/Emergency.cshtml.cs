using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.GovUk;
using Lapwing.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>
/// Opens a case in an emergency, for somebody who is not in it, by its reference and a reason. That there is no such case, and that somebody must not know
/// of it, are one answer.
/// </summary>
public sealed class EmergencyModel(Desk desk) : PageModel
{
    private const string NoSuchCase = "No case can be opened with this reference: check it, or ring whoever has the case";
    private Viewer viewer = null!;
    private ILookup<string, string>? typed;

    /// <summary>The form.</summary>
    public CaseForm Form { get; } = Catalogue.FormOf<BreakGlass.GlassBroken>();

    /// <summary>Its questions, as they stand.</summary>
    public Filled Filled { get; private set; } = null!;

    /// <summary>The number of the act, made with the form: sent twice it is one.</summary>
    public Guid Act { get; private set; } = NewId.Id();

    /// <summary>What stands against it, all at once.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What is amiss with a field.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field).Message;

    /// <summary>What was typed.</summary>
    public string? Typed(string field) => typed?[field].FirstOrDefault();

    /// <summary>The question; there is no such page for whoever opens no case so.</summary>
    public IActionResult OnGet() => IsTheirs() ? Shown() : NotFound();

    /// <summary>The answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsTheirs()) return NotFound();
        typed = Request.Form.SelectMany(one => one.Value.Select(value => (one.Key, Value: value ?? ""))).ToLookup(one => one.Key, one => one.Value);
        if (Guid.TryParseExact(Typed("act"), "N", out var act)) Act = act;
        var shown = Shown();
        var reference = ComparedText.Of(Typed("reference") ?? "").ToUpperInvariant();
        List<FieldError> amiss = reference.Length == 0 ? [new("reference", "Enter the reference of the case")] : [];
        amiss.AddRange(Filled.Wrong.Select(wrong => new FieldError(wrong.Field, wrong.Words)));
        Errors = amiss;
        if (amiss.Count > 0) return shown;
        if (await desk.Cases.ToBreakInto(viewer, reference, HttpContext.RequestAborted) is { } id && await Record(id)) return Redirect($"/work/{id}");
        Errors = [new("reference", NoSuchCase)];
        return shown;
    }

    private async Task<bool> Record(CaseId id)
    {
        var now = desk.Clock.GetUtcNow();
        var (file, content) = (CaseFile.Of(id, ReadScope.None), Filled.Contents[0]);
        var act = new Act(Act, viewer.Author, now, London.DayOf(now), TimeOnly.FromDateTime(London.TimeOf(now)));
        return Catalogue.Decide(new(file, desk.Rules), act, Catalogue.Placed(file, content)) is Allowed allowed
            && await desk.Cases.Append(allowed, HttpContext.RequestAborted) is Appended.Done or Appended.Already;
    }

    private PageResult Shown()
    {
        var writing = new Writing(new(CaseFile.Of(default, ReadScope.None), desk.Rules), viewer.Author, desk.Accounts.Now, Act);
        Filled = typed is null ? Form.Open(writing) : Form.Read(writing, typed);
        return Page();
    }

    private bool IsTheirs()
    {
        Response.Headers.CacheControl = "no-store";
        viewer = desk.Accounts.Viewer(User) ?? throw new InvalidOperationException("nobody is signed in");
        return BreakGlass.May(viewer.Author);
    }
}
