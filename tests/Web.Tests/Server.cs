using Lapwing.Testing;
using Lapwing.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Xunit;

[assembly: AssemblyFixture(typeof(Server))]

namespace Lapwing.Web.Tests;

/// <summary>One server for all tests, on a port of its own. Nobody is refused there for asking often.</summary>
public sealed class Server : IAsyncLifetime
{
    private readonly WebApplication site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue },
        new() { LineRequests = int.MaxValue });

    /// <summary>Speaks to the server.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Http.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        await site.StartAsync();
        Http = new(new SocketsHttpHandler { Expect100ContinueTimeout = Patience.Bound })
        {
            BaseAddress = new Uri(site.Urls.Single()),
            Timeout = Patience.Bound
        };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await site.StopAsync();
        await site.DisposeAsync();
    }
}
