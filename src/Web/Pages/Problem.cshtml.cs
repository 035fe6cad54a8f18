using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Lapwing.Web.Pages;

/// <summary>What a person sees when a request could not be answered. Not found and not allowed are the same page.</summary>
[DisableRateLimiting]
public sealed class ProblemModel : PageModel
{
    /// <summary>The heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What happened and what to do.</summary>
    public string What { get; private set; } = "";

    /// <summary>How many seconds to wait, where that helps.</summary>
    public int? Wait { get; private set; }

    /// <summary>Whatever the method of the request was.</summary>
    public IActionResult OnGet(int status) => Show(status);

    /// <inheritdoc cref="OnGet"/>
    public IActionResult OnPost(int status) => Show(status);

    private PageResult Show(int status)
    {
        status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        (Title, What) = status switch
        {
            StatusCodes.Status404NotFound => ("Page not found", "There is nothing at this address. If you typed it, check it. If you followed a link, the page may have moved."),
            StatusCodes.Status429TooManyRequests => ("Too many requests", "This address has asked for more pages in a minute than one may. What you entered is still on the page before this one."),
            StatusCodes.Status413PayloadTooLarge => ("Too much at once", "The page sent more than one may. Nothing was kept. Go back and send less."),
            >= 500 => ("Something went wrong", "The fault is here, not with you. Nothing was kept. What you entered is still on the page before this one: go back and try again."),
            _ => ("This cannot be understood", "The page sent something that is not understood. Go back and try again, or start again."),
        };
        if (status == StatusCodes.Status429TooManyRequests && int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) Wait = seconds;
        Response.StatusCode = status;
        return Page();
    }
}
