using Lapwing.Storage;
using Lapwing.Web;
using Lapwing.Web.SignIn;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;

namespace Lapwing.Pages.Tests;

/// <summary>The demonstration with its fictional cases, in a folder of its own, on Friday 27 March 2026 at 4:40pm.</summary>
internal sealed class CaseSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly Ledger ledger;
    private readonly WebApplication site;

    private CaseSite(DirectoryInfo folder, Ledger ledger, WebApplication site) => (this.folder, this.ledger, this.site) = (folder, ledger, site);

    /// <summary>Where it listens.</summary>
    public Uri Url => new(site.Urls.Single());

    /// <summary>Where its data lie.</summary>
    public string Data => folder.FullName;

    public static async Task<CaseSite> Start()
    {
        var data = Directory.CreateTempSubdirectory("lapwing-cases-");
        var clock = new FixedClock(OwnSite.Friday);
        var cases = await DemonstrationLedger.Open(data.FullName, clock);
        var built = Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = int.MaxValue }, new() { Clock = clock, IsDemonstration = true, Data = data.FullName, Ledger = cases });
        await built.StartAsync();
        return new(data, cases, built);
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await ledger.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
