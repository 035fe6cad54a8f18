using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.SignIn;

/// <summary>Says that what came in was not kept, where nobody can say whose it was or what it belongs to.</summary>
public sealed class NotKeptModel : PageModel
{
    /// <summary>The page.</summary>
    public IActionResult OnGet() => Signing.IsThere(HttpContext) ? Page() : NotFound();
}
