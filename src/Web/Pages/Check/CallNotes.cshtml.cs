using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Check;

/// <summary>What whoever answers the telephone asks, and no rule turns on: one page, that may be left.</summary>
public sealed class CallNotesModel(Steps steps, PageState state) : CheckPage(steps, state)
{
    /// <summary>There is nothing to show without what was answered before.</summary>
    public IActionResult OnGet() => Redirect(StartAgain);

    /// <summary>The step that a page asks for.</summary>
    public Task<IActionResult> OnPostAsync() => Take(page => page == Intake.Story);
}
