using System.Text.RegularExpressions;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Cases;

/// <summary>Hides names on every page of a case, or shows them again, until the browser is closed.</summary>
public sealed partial class NamesModel(DraftKeeper keeping) : PageModel
{
    [GeneratedRegex(@"^/work/[A-Za-z0-9/-]*(\?page=[0-9]{1,4})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageOfACase();

    /// <summary>Where it goes back to from a page of a case: to the same of its pages, where it has several.</summary>
    public static string BackTo(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Query["page"].ToString() is { Length: > 0 } page && page.All(char.IsAsciiDigit) ? $"{request.Path}?page={page}" : request.Path;
    }

    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect("/work");

    /// <summary>Hides or shows them, and goes back to the page of the case that was shown: to nowhere else.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var sent = await keeping.TryKeep(Request, Signing.Viewer(HttpContext)?.Account);
        if (Request.Form["names"] == NamesHidden.Hidden) Response.Cookies.Append(NamesHidden.Cookie, NamesHidden.Hidden, Kept());
        else Response.Cookies.Delete(NamesHidden.Cookie, Kept());
        if (sent == Sent.NotKept) return Redirect("/not-kept");
        if (keeping.Marks.PathIn(Request.Form) is { } form)
            return Redirect(form.Contains("corrects", StringComparison.Ordinal) ? $"{string.Join('/', form.Split('/')[..3])}/history" : form);
        var back = Request.Form["back"].ToString();
        return Redirect(PageOfACase().IsMatch(back) && !back.Contains("//", StringComparison.Ordinal) ? back : "/work");
    }

    private CookieOptions Kept() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, Path = "/", IsEssential = true };
}
