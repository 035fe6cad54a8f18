using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lapwing.Web.Pages;

/// <summary>A page answers GET, HEAD and what it has a handler for. The framework would show it for any other method too, empty.</summary>
public sealed class OnlyItsMethods : IPageFilter, IFilterMetadata
{
    /// <inheritdoc/>
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // There is no result to set yet.
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return;
        var own = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
        context.HttpContext.Response.Headers.Allow = string.Join(", ", own.Append("GET").Append("HEAD").Distinct());
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing to do after a page.
    }
}
