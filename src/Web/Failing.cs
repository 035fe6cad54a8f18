using Lapwing.Casework.Cases;
using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Lapwing.Web;

/// <summary>What was posted and could not be answered for a fault of the server's: it goes back into the page, to be sent again.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">Its fields, images that were pasted cut out of them.</param>
public sealed record Unanswered(string Address, IReadOnlyList<(string Name, string Value)> Fields);

/// <summary>
/// Requests that fail for a fault of the server's: a full disk is 503 and not 500, for it goes on by itself once there is room; what does not open
/// says so. The log has a line for each that holds nothing of what was typed; of everything else <see cref="Logs.Failures"/> writes where it was
/// thrown.
/// </summary>
public static partial class Failing
{
    private const string State = "state";      // of the open pages
    private static readonly object damage = new();

    /// <summary>The status of a failure.</summary>
    public static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => Fault.OfTheDisk(e) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>Whether it needs no trace: <see cref="Tell"/> says it in a line.</summary>
    public static bool IsTold(Exception e) => e is LedgerRefusedException || Fault.OfTheDisk(e) is not null;

    /// <summary>Tells the log, and keeps what was posted for the page that says so.</summary>
    public static Task Tell(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<IExceptionHandlerPathFeature>() is not { } failed
            || StatusOf(failed.Error) < StatusCodes.Status500InternalServerError) return Task.CompletedTask;
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failing));
        if (Fault.OfTheDisk(failed.Error) is { } why)
        {
            context.Response.Headers.RetryAfter = "60";
            Failed(log, why);
        }
        else if (failed.Error is LedgerRefusedException refused)
        {
            context.Items[damage] = true;
            DoesNotOpen(log, refused.Message);
        }

        if (context.Features.Get<IFormFeature>()?.Form is { Count: > 0 } form)
            context.Items[typeof(Unanswered)] = new Unanswered(failed.Path + context.Request.QueryString, [.. FieldsOf(form)]);
        return Task.CompletedTask;
    }

    /// <summary>What was posted and not answered; none where nothing was.</summary>
    public static Unanswered? In(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[typeof(Unanswered)] as Unanswered;
    }

    /// <summary>Whether it failed because something that is stored does not open.</summary>
    public static bool IsDamage(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(damage);
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IFormCollection form) =>
        form.SelectMany(field => field.Value.OfType<string>().Select(value => (field.Key, IsOurs(field.Key) ? value : ImageryGuard.Clean(value))));

    // What the page itself put there is sealed, and looks like anything.
    private static bool IsOurs(string field) => field.StartsWith("__", StringComparison.Ordinal) || field is PageMarks.Field or DraftKeeper.Copies or State;

    [LoggerMessage(LogLevel.Error, "A request was answered with 503. {Why}")]
    private static partial void Failed(ILogger logger, string why);

    [LoggerMessage(LogLevel.Error, "Something stored does not open. {Why}")]
    private static partial void DoesNotOpen(ILogger logger, string why);
}
