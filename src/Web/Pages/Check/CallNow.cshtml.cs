using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Check;

/// <summary>A child is in danger: the call comes first.</summary>
public sealed class CallNowModel(Steps steps, PageState state) : CheckPage(steps, state)
{
    /// <summary>There is nothing to show without what was answered before.</summary>
    public IActionResult OnGet() => Redirect(StartAgain);

    /// <summary>The step that a page asks for.</summary>
    public Task<IActionResult> OnPostAsync() => Take(page => page == Intake.CallNow);
}
