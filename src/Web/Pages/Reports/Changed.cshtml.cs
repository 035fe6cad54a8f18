using Lapwing.Casework.Access;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Check;
using Lapwing.Web.Drafts;
using Lapwing.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Reports;

/// <summary>Begins a change of the facts of a report, from the facts as they stand.</summary>
public sealed class ChangedModel(Desk desk, DraftStore drafts, Steps steps) : CasePage(desk)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet(Guid id) => Redirect($"/work/{id:N}");

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Open(id, "facts changed")) return NotFound();
        if (Case.File.All<Casework.Procedures.Concern.Reported>().Select(one => one.Entry).FirstOrDefault() is not { } report) return NotFound();
        var isForSetting = Case.File.Scope.IsWhole && Request.Form["for"] == "setting";
        var typed = Recording.From(Case.File, report.Id, Recording.Versions(Case.File, report, isForSetting)[^1], steps.Today, isForSetting);
        var (draft, path) = NewPath();
        await drafts.Save(Viewer.Account, draft, new Kept(path, typed.Write()).Write());
        return Redirect(path);
    }

    private static (Guid Draft, string Path) NewPath()
    {
        var draft = NewId.Id();
        return (draft, $"{DraftKeeper.Reports}{draft:N}/{Casework.Triage.Intake.Check}");
    }
}
