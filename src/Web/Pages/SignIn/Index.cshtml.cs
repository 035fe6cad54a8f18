using System.Security.Claims;
using Lapwing.Casework.Access;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.SignIn;

/// <summary>Signing in as one of the demonstration's people. Where there are no accounts there is no such page.</summary>
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    private readonly Accounts? accounts = services.GetService<Accounts>();
    private readonly Arrivals? arrivals = services.GetService<Arrivals>();

    /// <summary>Who can sign in.</summary>
    public IReadOnlyList<Person> People => accounts?.All ?? [];

    /// <summary>Whether something came in after its session had ended, and was kept.</summary>
    public bool IsKept => Request.Query.ContainsKey("kept");

    /// <summary>The list.</summary>
    public IActionResult OnGet() => accounts is null ? NotFound() : Page();

    /// <summary>Signs in, or out where nobody is chosen.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (accounts is null || arrivals is null) return NotFound();
        if (!Guid.TryParseExact(Request.Form["account"], "N", out var account) || accounts.Find(account) is null)
        {
            arrivals.Forget(HttpContext);
            await HttpContext.SignOutAsync();
            return Redirect("/sign-in");
        }

        var user = new ClaimsPrincipal(SessionHandler.Claimed(account));
        await HttpContext.SignInAsync(user);
        await services.GetRequiredService<DraftKeeper>().Ongoing.Settled();
        return Redirect(arrivals.Of(HttpContext, accounts.Viewer(user)!) ?? "/work");
    }
}
