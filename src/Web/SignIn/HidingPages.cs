using Lapwing.Storage;
using Lapwing.Web.Drafts;

namespace Lapwing.Web.SignIn;

/// <summary>
/// Hides the page that somebody is on. First the session ends and a page that says nothing is shown, whatever else fails: no database, limit, type of content
/// or token is asked. Then what the page held is kept, if it can be.
/// </summary>
internal sealed partial class HidingPages(RequestDelegate next, Sessions sessions, DraftKeeper keeping, Arrivals arrivals, ILogger<HidingPages> log)
{
    /// <summary>Hides it, where that is asked for.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsPost(request.Method) || !request.Path.Value!.TrimEnd('/').Equals("/hide", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var ended = sessions.End(request.Cookies[SessionHandler.Cookie]);      // here and now; the row follows
        response.Cookies.Delete(SessionHandler.Cookie, SessionHandler.Kept(context));
        arrivals.Forget(context);
        response.Headers["Clear-Site-Data"] = "\"cache\"";
        response.Redirect("/blank");
        await keeping.Ongoing.Beyond(Keep(context, ended));
    }

    private async Task Keep(HttpContext context, Task<Guid?> ended)
    {
        try
        {
            await context.Response.CompleteAsync();
        }
        finally
        {
            await KeepWords(context, ended);
        }
    }

    // With the session that has just ended the words are kept as with one that goes on; where nobody can say whose it was, as without one.
    private async Task KeepWords(HttpContext context, Task<Guid?> ended)
    {
        Guid? by = null;
        try
        {
            by = await ended;
        }
        catch (Exception e)      // whatever it is, the words may still be kept
        {
            CannotEnd(e.GetType().Name);
        }

        try
        {
            await keeping.KeepSent(context.Request, by);
        }
        catch (Exception e)      // nothing is left to be answered
        {
            CannotKeep(e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "A session was ended, and its row could not be taken away ({Failure}): it ends by itself.")]
    private partial void CannotEnd(string failure);

    [LoggerMessage(LogLevel.Error, "What a hidden page held could not be kept ({Failure}).")]
    private partial void CannotKeep(string failure);
}
