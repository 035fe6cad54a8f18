using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Api;

/// <summary>Refusals as problem details (RFC 9457): one sentence that says what was wrong and what to do.</summary>
public static class Problems
{
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
}
