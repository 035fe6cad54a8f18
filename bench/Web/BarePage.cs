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

    public static async Task<int> Run(string url, int lines)
    {
        Lines = lines;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(BarePage).Assembly.GetName().Name });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()));
        var site = builder.Build();
        site.MapRazorPages();
        await site.StartAsync();
        Console.WriteLine($"listening on {site.Urls.First()}");
        await site.WaitForShutdownAsync();
        return 0;
    }
}
