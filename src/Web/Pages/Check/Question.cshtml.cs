using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Check;

/// <summary>A page of the intake that asks.</summary>
public sealed class QuestionModel(Steps steps, PageState state) : CheckPage(steps, state)
{
    /// <summary>A fresh check begins at page 1; no other page has anything to show without what was answered before it.</summary>
    public IActionResult OnGet(int number)
    {
        if (Intake.Page(number) is null) return NotFound();
        if (number != 1) return Redirect(StartAgain);
        Step = Steps.First();
        return Page();
    }

    /// <summary>The step that a page asks for.</summary>
    public Task<IActionResult> OnPostAsync(int number) => Take(page => page == number);
}
