using Lapwing.Casework.Guidance;
using Lapwing.Web.Api;
using Microsoft.AspNetCore.HttpOverrides;

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
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, settings));
        builder.Services.AddSingleton(RuleBook.Standard);
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimit(settings);
        builder.Services.AddApiDescription();

        var site = builder.Build();
        site.UseForwardedHeaders();
        site.Use(SecurityHeaders);
        site.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError });
        site.UseStatusCodePages();
        site.UseRateLimiter();
        site.MapGet("/", (HttpRequest request) => TypedResults.Content(FirstPage.Html($"{request.Scheme}://{request.Host}"), "text/html; charset=utf-8")).ExcludeFromDescription();
        site.MapTriage();
        site.MapStatements();
        site.MapOpenApi("/openapi/{documentName}.json");
        return site;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, Settings settings)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies) forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
