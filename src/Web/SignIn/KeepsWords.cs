using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lapwing.Web.SignIn;

/// <summary>
/// A page that somebody was writing on while the session at that browser became somebody else's: what it sends is kept for whoever wrote it, and
/// recorded by nobody.
/// </summary>
internal sealed class KeepsWords : IAsyncAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.RequestServices.GetService<DraftKeeper>() is { } keeping)
            context.Result = await keeping.TryKeep(request, Signing.Viewer(context.HttpContext)?.Account) switch
            {
                Sent.Kept => new RedirectResult("/sign-in?kept=1"),
                Sent.NotKept => new RedirectResult("/not-kept"),
                _ => context.Result,
            };
        await next();
    }
}
