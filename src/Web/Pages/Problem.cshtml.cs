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

    /// <summary>What was sent and not answered, to be sent again; none where nothing was, or where sending it again would not help.</summary>
    public Unanswered? Unanswered { get; private set; }

    /// <summary>Shows it. The status is read from the address alone: what was posted may be what could not be read.</summary>
    public IActionResult OnGet() => Show(int.TryParse(RouteData.Values["status"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture,
        out var status) ? status : 0);

    private string WhatIsLeft => Unanswered is null ? ""
        : "What you typed is still in this page: leave it open, and press Try again in a few minutes. Do not wait with a call that has to be made now.";

    private PageResult Show(int status)
    {
        status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Unanswered = Failing.In(HttpContext);
        (Title, What) = status switch
        {
            StatusCodes.Status404NotFound =>
                ("Page not found", "There is nothing at this address. If you typed it, check it. If you followed a link, the page may have moved."),
            StatusCodes.Status429TooManyRequests =>
                ("Too many requests", "This address has asked for more pages in a minute than one may. What you entered is still on the page before this one."),
            StatusCodes.Status413PayloadTooLarge =>
                ("Too much at once", "What was sent is longer than one page may be. Nothing of it was recorded or kept, but what you typed is "
                + "still on the page before this one: go back, copy your words if you can, take out what is not needed or write it in two parts, "
                + "and send it again. Never paste an image. Do not wait with a call that has to be made now."),
            StatusCodes.Status405MethodNotAllowed =>
                ("This page does not do that", "The request was of a kind that this page does not answer. Follow a link or press a button instead."),
            StatusCodes.Status415UnsupportedMediaType =>
                ("Files are not taken",
                "Nothing here takes a file, and what was sent was not read. If it is an image: leave the device alone and call the police."),
            StatusCodes.Status503ServiceUnavailable => ("Nothing can be saved at the moment",
                $"The disk of this server is full, or cannot be written to. Nothing of what you just did was recorded. {WhatIsLeft} Whoever runs "
                + "this server must make room: tell them. It goes on by itself then."),
            >= 500 when Failing.IsDamage(HttpContext) =>
                ("This does not open",
                $"Something that is stored here cannot be read. It is left as it is, and nothing else is touched. {WhatIsLeft} Tell whoever runs "
                + "this server today."),
            >= 500 when Unanswered is not null => ("Something went wrong", $"The fault is here, not with you. {WhatIsLeft}"),
            >= 500 => ("Something went wrong",
                "The fault is here, not with you. Nothing was kept. What you entered is still on the page before this one: go back and try again."),
            _ => ("This cannot be understood", "The page sent something that is not understood. Go back and try again, or start again."),
        };
        if (status == StatusCodes.Status429TooManyRequests && int.TryParse(Response.Headers.RetryAfter, NumberStyles.None,
            CultureInfo.InvariantCulture, out var seconds)) Wait = seconds;
        Response.StatusCode = status;
        return Page();
    }
}
