using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.SignIn;

/// <summary>The address that hides a page. What is sent to it is answered before any page is asked: <see cref="HidingPages"/>.</summary>
public sealed class HideModel : PageModel
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Signing.IsThere(HttpContext) ? Redirect("/blank") : NotFound();
}
