using Lapwing.Casework.Procedures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Manual;

/// <summary>A form of a case with nothing in it, to be printed and filled in by hand.</summary>
public sealed class CaseFormModel : PageModel
{
    /// <summary>The form.</summary>
    public CaseForm Form { get; private set; } = null!;

    /// <summary>Its questions.</summary>
    public Filled Blank => Form.Blank();

    /// <summary>The page; not found where there is no such form.</summary>
    public IActionResult OnGet(int number)
    {
        if (Catalogue.FormCalled(number) is not { } form) return NotFound();
        Form = form;
        return Page();
    }
}
