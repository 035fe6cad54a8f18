using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Lapwing.Pages.Tests;

/// <summary>Where words that somebody enters could leave a trace outside the page itself: addresses, titles, history, cookies, storage, console.</summary>
internal sealed class Traces
{
    private const string Kept = """
        async () => [...Object.entries(localStorage), ...Object.entries(sessionStorage)].map(pair => 'storage: ' + pair.join(' = '))
          .concat((await indexedDB.databases()).map(one => 'storage: database ' + one.name), (await caches.keys()).map(name => 'storage: cache ' + name))
          .concat(window.name ? 'name of the window: ' + window.name : [], history.state ? 'state of history: ' + JSON.stringify(history.state) : [])
        """;

    private readonly ConcurrentQueue<string> left = new();
    private readonly IPage page;

    public Traces(Visit visit)
    {
        page = visit.Page;
        page.Context.Request += (_, request) => left.Enqueue($"address: {request.Method} {request.Url}");
        page.Context.Request += (_, request) => left.Enqueue($"referrer: {request.Headers.GetValueOrDefault("referer", "")}");
        page.Context.Console += (_, said) => left.Enqueue($"console: {said.Text}");
        page.FrameNavigated += (_, frame) => left.Enqueue($"address: {frame.Url}");
        page.Download += (_, download) => left.Enqueue($"file: {download.SuggestedFilename}");
    }

    /// <summary>Every trace so far, each with where it was left.</summary>
    public IReadOnlyCollection<string> All => left;

    /// <summary>Looks at the page that is shown: its title, and what the browser keeps.</summary>
    public async Task Look()
    {
        left.Enqueue($"title: {await page.TitleAsync()}");
        foreach (var kept in await page.EvaluateAsync<string[]>(Kept)) left.Enqueue(kept);
        foreach (var cookie in await page.Context.CookiesAsync()) left.Enqueue($"cookie: {cookie.Name}={cookie.Value}");
        var devtools = await page.Context.NewCDPSessionAsync(page);
        var history = (await devtools.SendAsync("Page.getNavigationHistory"))!.Value;
        foreach (var entry in history.GetProperty("entries").EnumerateArray())
        {
            left.Enqueue($"history: {entry.GetProperty("url")}");
            left.Enqueue($"title: {entry.GetProperty("title")}");
        }

        await devtools.DetachAsync();
    }

    /// <summary>The traces that hold one of these words, in whatever way an address writes it.</summary>
    public IEnumerable<string> Of(IEnumerable<string> words) =>
        left.Where(trace => words.Any(word => Uri.UnescapeDataString(trace).Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The traces of these kinds.</summary>
    public IEnumerable<string> OfKind(params IEnumerable<string> kinds) =>
        left.Where(trace => kinds.Any(kind => trace.StartsWith(kind + ":", StringComparison.Ordinal)));
}
