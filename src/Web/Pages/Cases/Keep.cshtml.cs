using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>
/// Keeps what stands in a form and is not recorded, for whoever typed it: a page with a script sends it while they type, one without when they leave by a
/// button that looks like a link. What comes in without their session is kept as everything is that does.
/// </summary>
public sealed class KeepModel(DraftKeeper keeping, TimeProvider clock) : PageModel
{
    private const string Work = "/work";

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect(Work);

    /// <summary>Keeps it, and goes on to where they are going: to a page of ours, and nowhere else.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var sent = await keeping.TryKeep(Request, Signing.Viewer(HttpContext)!.Account);
        if (Request.Form[PageTurns.Leave].ToString() is { Length: > 0 } to)
            return sent == Sent.NotKept ? Redirect("/not-kept") : Redirect(IsOurs(to) ? to : Work);
        return sent switch
        {
            Sent.Kept => Content($"Kept {CaseWords.Time(clock.GetUtcNow())}, not recorded"),
            Sent.Nothing => new NoContentResult(),
            _ => new ContentResult { StatusCode = StatusCodes.Status409Conflict },
        };
    }

    // A browser reads a backslash as a slash, leaves out what cannot be seen, and takes two slashes for the name of another server.
    private static bool IsOurs(string address) => address[0] == '/' && !address.Contains("//", StringComparison.Ordinal)
        && address.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '?' or '=' or '&' or '#');
}
