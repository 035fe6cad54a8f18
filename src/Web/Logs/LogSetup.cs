using Microsoft.Extensions.Logging.Console;

namespace Lapwing.Web.Logs;

/// <summary>What is written down, and by what.</summary>
internal static class LogSetup
{
    /// <summary>One log, on standard error, in our own form.</summary>
    public static void AddOwnLog(this ILoggingBuilder logging)
    {
        logging.ClearProviders().AddConsole(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (LogFormatter.Called, LogLevel.Trace))
            .AddConsoleFormatter<LogFormatter, ConsoleFormatterOptions>();
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            // it writes what an exception says, which may be what somebody typed: Failures writes the rest
            .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical)      // what it says below that is of callers who went away
            .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Mvc.Filters", LogLevel.Error)      // that a refused body is not measured twice
                                                                                // that a page with a form is not kept by the browser, and that
                                                                                // somebody sent a cookie of their own making
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
    }
}
