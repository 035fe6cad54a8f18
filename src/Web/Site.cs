using System.Net;
using Lapwing.Casework.Rules;
using Lapwing.Web.Api;
using Lapwing.Web.Check;
using Lapwing.Web.Logs;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace Lapwing.Web;

/// <summary>How a server runs, besides its settings.</summary>
public sealed record Running
{
    /// <summary>Whether it is the demonstration, which every page says.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>The data folder, where the keys of the pages' state are kept. Without it they last as long as the program runs.</summary>
    public string? Data { get; init; }

    /// <summary>The cases. Without it nobody can sign in.</summary>
    public DemonstrationCases? Cases { get; init; }

    /// <summary>How many requests of lines an address may have going on at once.</summary>
    public int LineRequests { get; init; } = 2;

    /// <summary>What time it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>The wiring of the server.</summary>
public static class Site
{
    /// <summary>The most bytes that a form may send.</summary>
    internal const int LargestForm = 256 * 1024;

    /// <summary>The most fields of a form.</summary>
    internal const int MostFields = 4096;

    // Styles and script come from this server alone, nothing stands inline, and nobody may frame a page.
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // Where somebody is signed in the script sends what they type, to be kept for them. On the open side it cannot send anything.
    private const string SignedInPolicy = Policy + "; connect-src 'self'";

    /// <summary>Builds the server. Nothing is read but what is given here: no settings of the folder in which it was started.</summary>
    public static WebApplication Build(string urls, Settings settings, Running? running = null)
    {
        running ??= new();
        var builder = Bare(urls);
        builder.Logging.AddOwnLog();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, settings));
        builder.Services.AddSingleton(RuleBook.Standard).AddSingleton(running).AddSingleton(running.Clock).AddSingleton(settings);
        builder.Services.AddRateLimit(settings, running);
        builder.Services.AddApiDescription();
        builder.Services.AddPages(running, settings, builder.Logging);

        var site = builder.Build();
        site.Use(Failures.Last);
        site.Use(SecurityHeaders);
        site.Use(new HostNames(urls, settings).Refuse);
        if (settings.TrustedProxies.Count > 0) site.UseForwardedHeaders();
        if (running.Cases is not null) site.UseMiddleware<HidingPages>();      // before everything that could refuse it
        site.UseStatusCodePages(Problems.Show);
        site.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = Failing.StatusOf,
            ExceptionHandler = Failing.Tell,      // the status page says the rest
        });
        site.Use(Failures.Log);
        site.Use(NoUploads);
        site.UseRouting();
        if (running.Cases is not null) site.UseAuthentication();      // whoever is signed in is limited by their account
        site.UseRateLimiter();
        site.Use(SentForms.Refuse);
        if (running.Cases is not null) site.UseAuthorization();
        Map(site);
        return site;
    }

    private static WebApplicationBuilder Bare(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    private static void Map(WebApplication site)
    {
        site.MapTriage();
        site.MapStatements();
        site.MapOpenApi("/openapi/v1.json");
        Assets.Map(site);
        site.MapRazorPages();
    }

    /// <summary>Whether a page belongs to the demonstration.</summary>
    public static bool IsDemonstration(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<Running>().IsDemonstration;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, Settings settings)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;      // as many hops as there are known proxies
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal)) forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }

    private static void AddPages(this IServiceCollection services, Running running, Settings settings, ILoggingBuilder logging)
    {
        services.AddRazorPages(pages => AddConventions(pages.Conventions, running));
        services.Configure<MvcOptions>(OnlyRoutes);
        if (running.Cases is { } cases) services.AddSigning(cases, settings.Partnership.Sessions, running.Clock);
        services.Configure<FormOptions>(form => (form.ValueCountLimit, form.ValueLengthLimit, form.BufferBodyLengthLimit) = (MostFields, 65_536, LargestForm));
        services.AddPageState(running.Data, running.Cases?.Ledger, logging);
        services.AddSingleton<Steps>();
    }

    // Pages take the names of fields as they were sent, from the form itself. The framework's own binding reads a structure into names, and fails on
    // one that has none.
    private static void OnlyRoutes(MvcOptions mvc)
    {
        mvc.ValueProviderFactories.Clear();
        mvc.ValueProviderFactories.Add(new RouteValueProviderFactory());
    }

    // The open pages keep nothing and sign nobody in, so there is no session that a foreign page could ride on: no antiforgery token, and no cookie at all.
    private static void AddConventions(PageConventionCollection pages, Running running)
    {
        pages.ConfigureFilter(new RequestSizeLimitAttribute(LargestForm)).ConfigureFilter(new Pages.OnlyItsMethods());
        pages.AddFolderApplicationModelConvention("/", page =>
        {
            if (RateLimit.IsNeverLimited(page.ViewEnginePath)) page.EndpointMetadata.Add(new DisableRateLimitingAttribute());
        });
        pages.AddFolderApplicationModelConvention("/", page =>
        {
            if (!Signing.NeedsAccount(page.ViewEnginePath) && !page.ViewEnginePath.StartsWith("/SignIn/", StringComparison.Ordinal))
                page.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        });
        // An image that was pasted is cut out of its words; so the words must come in first.
        foreach (var folder in Signing.Folders.Append("/SignIn"))
            pages.AddFolderApplicationModelConvention(folder, page =>
                page.Filters.Add(new RequestFormLimitsAttribute
                {
                    ValueCountLimit = MostFields,
                    ValueLengthLimit = LargestForm,
                    BufferBodyLengthLimit = LargestForm
                }));
        foreach (var folder in Signing.Folders)
        {
            pages.AddFolderApplicationModelConvention(folder, page => page.Filters.Add(new KeepsWords()));
            if (running.Cases is not null) pages.AuthorizeFolder(folder);
            else pages.AddFolderApplicationModelConvention(folder, page => page.Filters.Add(new Pages.NotHere()));
        }
    }

    // Nothing here takes a file: one that is sent all the same is not read, so that no part of it comes to lie anywhere.
    private static Task NoUploads(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true) return next(context);
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null ? Policy : SignedInPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (headers.CacheControl.Count == 0) headers.CacheControl = IsPage(context.Response) ? "private, no-cache" : "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    // The browser's Back shows a page again, with what was typed in it, only if the page may be kept.
    private static bool IsPage(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
