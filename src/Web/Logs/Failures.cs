using System.Diagnostics;
using Microsoft.AspNetCore.Connections;

namespace Lapwing.Web.Logs;

/// <summary>
/// What is written down of a request that could not be answered: which page of the program it was for, the kind of the exception and where it was thrown.
/// Never what the exception says, which may quote what somebody typed, nor an address. Of the caller's own mistakes and of a caller who went away nothing is.
/// </summary>
internal static partial class Failures
{
    private const int MostFrames = 24;
    private static readonly string[] methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    /// <summary>Around what answers: the failure goes on to whoever chooses the status.</summary>
    public static async Task Log(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (IsGone(context, e))
        {
            // Nobody is there to be answered.
        }
        catch (IOException e) when (e.InnerException is OverflowException && !context.Response.HasStarted)
        {
            // as every other chunk that is wrong; the framework takes it for a fault of its own
            throw new BadHttpRequestException("the size of a chunk is no size", e);
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            if (!IsOfTheCaller(e)) Write(context, e);
            context.Abort();      // half an answer must not look whole
        }
        catch (Exception e) when (!IsOfTheCaller(e) && !Failing.IsTold(e))
        {
            Write(context, e);
            throw;
        }
    }

    /// <summary>Around everything: what fails while a failure is answered ends here.</summary>
    public static async Task Last(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            if (!IsGone(context, e)) Write(context, e);
            if (context.Response.HasStarted) context.Abort();
            else context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>The kind of an exception and of those that caused it, and the methods that it came through.</summary>
    public static string Where(Exception thrown)
    {
        var kinds = new List<string>();
        for (var e = thrown; e is not null && kinds.Count < MostFrames; e = e.InnerException) kinds.Add(e.GetType().FullName!);
        var frames = new StackTrace(thrown, fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod())
            .Where(method => method?.DeclaringType is not null)
            .Select(method => $"{method!.DeclaringType!.FullName}.{method.Name}")
            .Where(name => !name.StartsWith("System.Runtime.", StringComparison.Ordinal)).Take(MostFrames);
        return $"{string.Join(" because of ", kinds)} at {string.Join(" < ", frames)}";
    }

    // The connection may be known to be broken before the request is told so.
    private static bool IsGone(HttpContext context, Exception e) => context.RequestAborted.IsCancellationRequested
        || e is ConnectionResetException or ConnectionAbortedException;

    private static bool IsOfTheCaller(Exception e) => e is BadHttpRequestException or InvalidDataException or IOException { InnerException: OverflowException };

    private static void Write(HttpContext context, Exception e)
    {
        var method = methods.FirstOrDefault(known => known == context.Request.Method) ?? "a request";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no page";
        CouldNotAnswer(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Lapwing.Web"), method, route, Where(e));
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Route} could not be answered: {Where}")]
    private static partial void CouldNotAnswer(ILogger logger, string method, string route, string where);
}
