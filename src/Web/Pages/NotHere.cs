using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lapwing.Web.Pages;

/// <summary>A page that this server does not have: the same as any other address that is not there.</summary>
internal sealed class NotHere : IResourceFilter
{
    /// <inheritdoc/>
    public void OnResourceExecuting(ResourceExecutingContext context) => context.Result = new NotFoundResult();

    /// <inheritdoc/>
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
