using Lapwing.Web;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;

namespace Lapwing.Pages.Tests;

/// <summary>A server of a test's own, for what the shared one must not be made to do: to move its clock, to refuse, to fail.</summary>
internal sealed class OwnSite : IAsyncDisposable
{
    /// <summary>When all tests happen: on Friday 27 March 2026 at 4:40pm.</summary>
    public static readonly DateTimeOffset Friday = new(2026, 3, 27, 16, 40, 0, TimeSpan.Zero);

    private readonly WebApplication site;

    private OwnSite(WebApplication site, FixedClock clock) => (this.site, Clock) = (site, clock);

    /// <summary>Its clock.</summary>
    public FixedClock Clock { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(site.Urls.Single());

    /// <summary>A server with the numbers of the demonstration, on a port of its own.</summary>
    public static WebApplication Build(FixedClock clock, int requestsPerMinute = int.MaxValue) =>
        Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = requestsPerMinute }, new() { Clock = clock });

    public static async Task<OwnSite> Start(int requestsPerMinute = int.MaxValue, Action<WebApplication>? planted = null)
    {
        var clock = new FixedClock(Friday);
        var built = Build(clock, requestsPerMinute);
        planted?.Invoke(built);
        await built.StartAsync();
        return new(built, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
    }
}
