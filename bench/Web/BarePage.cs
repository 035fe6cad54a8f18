using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Bench.Web;

/// <summary>A server with one Razor page of as many bytes as the decision page, and nothing else.</summary>
internal static class BarePage
{
    public const string Mode = "bare-page";

    /// <summary>What stands in each line.</summary>
    public const string Line = "A child's safety hangs on what is done today, and nothing is decided here.";

    /// <summary>How many lines the page has.</summary>
    public static int Lines { get; private set; }

    public static Task<int> Run(string url, int lines)
    {
        Lines = lines;
        return Serve(url, services =>
            services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute())), site => site.MapRazorPages());
    }

    /// <summary>Serves until it is ended, with as little around it as can be.</summary>
    public static async Task<int> Serve(string url, Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(BarePage).Assembly.GetName().Name
        });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        add(builder.Services);
        var site = builder.Build();
        map(site);
        await site.StartAsync();
        Console.WriteLine($"listening on {site.Urls.First()}");
        await site.WaitForShutdownAsync();
        return 0;
    }
}
