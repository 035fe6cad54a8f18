using Lapwing.Web;
using Lapwing.Web.SignIn;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;

namespace Lapwing.Pages.Tests;

/// <summary>The demonstration with its fictional cases, in a folder of its own, on Friday 27 March 2026 at 4:40pm.</summary>
internal sealed class CaseSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly DemonstrationCases cases;
    private readonly WebApplication site;

    private CaseSite(DirectoryInfo folder, DemonstrationCases cases, WebApplication site) => (this.folder, this.cases, this.site) = (folder, cases, site);

    /// <summary>Where it listens.</summary>
    public Uri Url => new(site.Urls.Single());

    /// <summary>Where its data lie.</summary>
    public string Data => folder.FullName;

    public static async Task<CaseSite> Start()
    {
        var data = Directory.CreateTempSubdirectory("lapwing-cases-");
        var clock = new FixedClock(OwnSite.Friday);
        var told = await DemonstrationCases.Open(data.FullName, clock);
        var built = Site.Build("http://127.0.0.1:0", Settings.Example with { RequestsPerMinute = int.MaxValue }, new() { Clock = clock, IsDemonstration = true, Data = data.FullName, Cases = told });
        await built.StartAsync();
        return new(data, told, built);
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await cases.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
