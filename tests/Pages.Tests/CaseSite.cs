using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Web;
using Lapwing.Web.Tests.Check;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The demonstration with its fictional cases, in a folder of its own, on Friday 27 March 2026 at 4:40pm.</summary>
internal sealed class CaseSite : IAsyncDisposable
{
    private const string Form = "{number:int}";
    private readonly DirectoryInfo folder;
    private DemonstrationCases cases;
    private WebApplication site;

    private CaseSite(DirectoryInfo folder, FixedClock clock, DemonstrationCases cases, WebApplication site) =>
        (this.folder, Clock, this.cases, this.site) = (folder, clock, cases, site);

    /// <summary>Its clock.</summary>
    public FixedClock Clock { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(site.Urls.Single());

    /// <summary>The addresses of all pages of a case.</summary>
    public IEnumerable<string> CaseRoutes =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(route => route.StartsWith("/work/{id", StringComparison.Ordinal)).Distinct().SelectMany(route => route.Contains(Form, StringComparison.Ordinal)
            ? Catalogue.Forms.Select(form => route.Replace(Form, $"{form.Number}", StringComparison.Ordinal)) : [route]).Order(StringComparer.Ordinal);

    /// <summary>The addresses of a case that there are for whoever is signed in: which those are is the access matrix's matter.</summary>
    public async Task<IReadOnlyList<string>> PagesOf(Visit visit, CaseFile of)
    {
        List<string> found = [];
        foreach (var route in CaseRoutes.Select(route => route.Replace("{id:guid}", of.Id.ToString(), StringComparison.Ordinal)
            .Replace("{entry}", of.Entries[0].Id.ToString(), StringComparison.Ordinal)))
            if ((await visit.Page.Context.APIRequest.GetAsync(new Uri(Url, route).ToString())).Ok) found.Add(route);
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>Signs somebody in.</summary>
    public static async Task SignIn(Visit visit, Person person)
    {
        await visit.Go("/sign-in");
        await visit.Leave(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = person.Name }).ClickAsync());
        Assert.EndsWith("/work", visit.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Fails if a word stands in clear in a file.</summary>
    public static async Task NotInClear(string file, params IEnumerable<string> words)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        var text = await reader.ReadToEndAsync();
        foreach (var word in words) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
    }

    /// <summary>Where its data lie.</summary>
    public string Data => folder.FullName;

    public static async Task<CaseSite> Start()
    {
        var data = Directory.CreateTempSubdirectory("lapwing-cases-");
        var clock = new FixedClock(OwnSite.Friday);
        var (told, built) = await Open(data, "http://127.0.0.1:0", clock);
        return new(data, clock, told, built);
    }

    /// <summary>Stops it and starts it again on the same folder and at the same address.</summary>
    public async Task Restart()
    {
        var url = site.Urls.Single();
        await Stop();
        (cases, site) = await Open(folder, url, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Delete(recursive: true);
    }

    private static async Task<(DemonstrationCases Cases, WebApplication Site)> Open(DirectoryInfo data, string url, FixedClock clock)
    {
        var told = await DemonstrationCases.Open(data.FullName, clock);
        var built = Site.Build(url, Settings.Example with { RequestsPerMinute = int.MaxValue },
            new() { Clock = clock, IsDemonstration = true, Data = data.FullName, Cases = told });
        await built.StartAsync();
        return (told, built);
    }

    private async Task Stop()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await cases.DisposeAsync();
    }
}
