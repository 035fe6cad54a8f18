using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Lapwing.Web.Api;

/// <summary>What a page is sent: the fields of a form in UTF-8, as a browser sends them. Anything else is refused before any of it is read.</summary>
internal static class SentForms
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Refuses what no form of ours sends.</summary>
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        var page = HttpMethods.IsPost(context.Request.Method) ? context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() : null;
        var takes = page?.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod)) == true;      // a page that takes none says so itself
        if (!takes || IsUtf8(context.Request, Form)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>Whether a request says that it sends one of these types, in UTF-8 and not compressed.</summary>
    public static bool IsUtf8(HttpRequest request, params IEnumerable<string> types) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0
        && types.Any(one => type.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase));
}
