using Lapwing.Web.Reports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.SignIn;

/// <summary>Hides the page that somebody is on: keeps what they typed, ends the session, and shows a page that says nothing.</summary>
[IgnoreAntiforgeryToken]      // it ends a session and keeps what carries a mark of ours: a foreign page gains nothing, and a page left open for long can still be hidden
public sealed class HideModel(IServiceProvider services) : PageModel
{
    private readonly Keeping? keeping = services.GetService<Keeping>();

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => keeping is null ? NotFound() : Redirect("/blank");

    /// <summary>Hides it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (keeping is null) return NotFound();
        await keeping.Keep(Request.Form);      // also where the session had ended: its mark says whose it is
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Redirect("/blank");
    }
}
