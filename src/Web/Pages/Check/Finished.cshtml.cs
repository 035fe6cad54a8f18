using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Pages.Check;

/// <summary>Ends a check: its pages cannot be opened again, and the browser is told to forget them.</summary>
public sealed class FinishedModel(Steps steps, PageState state) : PageModel
{
    /// <summary>Whether browsers heed being told to forget: over https, and on the same machine.</summary>
    public bool IsForgotten => Request.IsHttps || Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>Shown after a check was finished.</summary>
    public void OnGet() => Response.Headers["Clear-Site-Data"] = "\"cache\"";

    /// <summary>Finishes the check that the page holds.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Request.HasFormContentType) return BadRequest();
        if (steps.Open(await Request.ReadFormAsync(HttpContext.RequestAborted)) is { } typed) state.Finish(typed);
        Response.Headers.Location = "/check/finished";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
