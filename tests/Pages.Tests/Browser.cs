using Lapwing.Pages.Tests;
using Lapwing.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Lapwing.Pages.Tests;

/// <summary>One server, with the planted pages beside its own, and one Chromium for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // The sandbox refuses to run as root, and nothing but our own pages is shown. The rest keeps the browser from calling home.
    private static readonly string[] arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"];

    private readonly WebApplication site = OwnSite.Build(new(OwnSite.Friday));
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    /// <summary>Where the server listens.</summary>
    public Uri Url { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Planted.Map(site);
        LookPage.Map(site);
        await site.StartAsync();
        Url = new Uri(site.Urls.Single());
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { Timeout = Patience.Milliseconds, ExecutablePath = Find(), Args = arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        await site.StopAsync();
        await site.DisposeAsync();
    }

    /// <summary>
    /// Opens a window of this width for a person of her own: nothing is left of an earlier visit. Whatever the browser complains of until the
    /// visit is disposed fails the test.
    /// </summary>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="at">Another server.</param>
    /// <param name="magnified">Whether the window is that of a screen of 1280 by 1024 at 400 %, in place of the width.</param>
    /// <param name="with">Another browser.</param>
    public async Task<Visit> Open(int width = 1280, bool javaScript = true, Uri? at = null, bool magnified = false, IBrowser? with = null)
    {
        var context = await (with ?? chromium).NewContextAsync(new()
        {
            BaseURL = (at ?? Url).ToString(),
            DeviceScaleFactor = magnified ? 4 : 1,
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ViewportSize = magnified ? new() { Width = 320, Height = 256 } : new() { Width = width, Height = 900 },
        });
        return await Visit.Begin(context, at ?? Url, javaScript);
    }

    /// <summary>A browser that keeps pages which were left, as people's browsers do and the tests' does not, to show them again as they were.</summary>
    public Task<IBrowser> KeepingPages() => playwright.Chromium.LaunchAsync(new()
    {
        Timeout = Patience.Milliseconds,
        ExecutablePath = Find(),
        Args = arguments,
        IgnoreDefaultArgs = ["--disable-back-forward-cache"]
    });

    private static string Find() =>
        Environment.GetEnvironmentVariable("LAPWING_CHROMIUM") is { Length: > 0 } given ? given
        : names.SelectMany(name =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed. Install it (Debian: apt-get install chromium), or say in "
        + "LAPWING_CHROMIUM where Chromium or Chrome is.");
}
