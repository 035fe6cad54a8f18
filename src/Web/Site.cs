using Lapwing.Casework.Guidance;
using Lapwing.Web.Api;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;

namespace Lapwing.Web;

/// <summary>The wiring of the server.</summary>
public static class Site
{
    /// <summary>Builds the server. Nothing is read but what is given here: no settings of the folder in which it was started.</summary>
    public static WebApplication Build(string urls, Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, settings));
        builder.Services.AddSingleton(RuleBook.Standard);
        builder.Services.AddRateLimit(settings);
        builder.Services.AddApiDescription();

        var site = builder.Build();
        site.Use(SecurityHeaders);
        if (settings.TrustedProxies.Count > 0) site.UseForwardedHeaders();
        site.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = Problems.WriteUsual,
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,      // the caller's mistake, or a caller who went away
        });
        site.UseStatusCodePages(context => Problems.WriteUsual(context.HttpContext));
        site.UseRateLimiter();
        site.MapGet("/", (HttpRequest request) => TypedResults.Content(FirstPage.Html($"{request.Scheme}://{request.Host}"), "text/html; charset=utf-8")).ExcludeFromDescription();
        site.MapTriage();
        site.MapStatements();
        site.MapOpenApi("/openapi/v1.json");
        return site;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, Settings settings)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;      // as many hops as there are known proxies
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies) forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
