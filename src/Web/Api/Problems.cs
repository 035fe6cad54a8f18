using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Api;

/// <summary>Refusals as problem details (RFC 9457): one sentence that says what was wrong and what to do.</summary>
public static class Problems
{
    /// <summary>Answers with what is usual for the status that the response has already: a person with a page, a program with problem details.</summary>
    public static Task Show(StatusCodeContext failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        var context = failed.HttpContext;
        var status = context.Response.StatusCode;
        if (!IsForAPerson(context.Request)) return Write(context, status, Usual(status));
        context.Request.Path = $"/problem/{status}";
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;      // what was sent is not looked at again
        context.Request.RouteValues.Clear();
        context.SetEndpoint(null);
        return failed.Next(context);
    }

    /// <summary>Answers with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="detail">The sentence.</param>
    /// <param name="path">The property that is wrong, where the body is.</param>
    public static async Task Write(HttpContext context, int status, string detail, string? path = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = detail };
        if (path is not null) problem.Extensions["path"] = path;
        await TypedResults.Problem(problem).ExecuteAsync(context);
    }

    private static bool IsForAPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // What to do about a problem of which no more is known than its status.
    private static string Usual(int status) => status switch
    {
        StatusCodes.Status404NotFound => "there is nothing at this address; /openapi/v1.json says what there is",
        StatusCodes.Status405MethodNotAllowed => "this address does not take this method; the Allow header says which it takes",
        StatusCodes.Status429TooManyRequests => "too many requests from this address; wait as Retry-After says",
        StatusCodes.Status503ServiceUnavailable =>
            "the disk of this server is full or cannot be written to, and nothing was stored; wait as Retry-After says, and tell whoever runs this server",
        >= 500 => "something went wrong here, and nothing was stored; try again, and tell whoever runs this server if it stays",
        _ => "this request cannot be understood; /openapi/v1.json says what there is",
    };
}
