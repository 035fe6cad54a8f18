using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Lapwing.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>
/// A person at a browser. What the browser complains of is kept, and is empty at the end: messages of the console, errors of the script, breaches of the
/// content policy, requests that failed, requests to anybody else; and a page that is asked for while nobody waits for it, since what is read then
/// is the page before or the page after, as it happens.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    // All of WCAG 2.2 at level AA, and what the authors of axe hold to be good practice.
    private static readonly string[] rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    // The script alone, run in the page: the package's own way of running it takes five times as long.
    private static readonly string axe = new BundledAxeScriptProvider().GetScript() + "\n;0";

    // A radio that unfolds a question says so with aria-expanded. The role does not provide for it, screen readers do, and the design system means it.
    private const string Find = """
        async rules => {
          const found = await axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
          if (found.passes.length === 0) throw new Error('axe looked at nothing');
          const isMeant = (rule, node) => rule.id === 'aria-allowed-attr' && /class="govuk-radios__input".* aria-expanded=/.test(node.html);
          return found.violations.flatMap(rule => rule.nodes.filter(node => !isMeant(rule, node))
            .map(node => `  ${rule.id} (${rule.impact}): ${rule.help}\n    ${node.target}\n    ${node.html}`));
        }
        """;

    // A radio shows its focus on the label that follows it.
    private const string Appearance = """
        e => [e, e.nextElementSibling ?? e].flatMap(part => [null, '::before'].map(pseudo => getComputedStyle(part, pseudo)))
          .map(style => [style.outline, style.boxShadow, style.backgroundColor]).join()
        """;

    private readonly IBrowserContext context;
    private readonly bool javaScript;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<string> expected = [];
    private Action? noted;
    private int waits;

    private Visit(IBrowserContext context, Uri own, bool javaScript)
    {
        (this.context, this.javaScript) = (context, javaScript);
        context.Console += (_, said) => Note(said.Type is "error" or "warning", $"console {said.Type}: {said.Text}");
        context.WebError += (_, failed) => Note(true, $"script error: {failed.Error}");
        context.RequestFailed += (_, request) => Note(true, $"request failed: {request.Url} ({request.Failure})");
        context.Request += (_, request) => Note(IsForeign(request.Url, own), $"request to another host: {request.Url}");
        context.Request += (_, request) => Note(request.IsNavigationRequest && Volatile.Read(ref waits) == 0, $"a page that nobody waits for: {request.Url}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser complained of so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    internal static async Task<Visit> Begin(IBrowserContext context, Uri own, bool javaScript)
    {
        var visit = new Visit(context, own, javaScript);
        context.SetDefaultTimeout(Patience.Milliseconds);
        visit.Page = await context.NewPageAsync();
        return visit;
    }

    /// <summary>Goes to an address of the server and waits until the page and all its parts have come.</summary>
    public async Task<IPage> Go(string path)
    {
        await Ask(path);
        return Page;
    }

    /// <summary>Goes to an address of the server and waits in the same way. Returns what the server answered.</summary>
    public async Task<IResponse> Ask(string path)
    {
        IResponse? answer = null;
        await Waiting(async () => answer = await Page.GotoAsync(path));
        return answer ?? throw new InvalidOperationException($"{path} is on the page that is shown already");
    }

    /// <summary>Goes back as the button of the browser does, and waits for the page.</summary>
    public Task Back() => Waiting(() => Page.GoBackAsync());

    /// <summary>Goes forward as the button of the browser does, and waits for the page.</summary>
    public Task Forward() => Waiting(() => Page.GoForwardAsync());

    /// <summary>Asks for the page again, and waits for it.</summary>
    public Task Reload() => Waiting(() => Page.ReloadAsync());

    /// <summary>Presses the button of these words, and waits for the page that comes.</summary>
    public Task Press(string name) => Leave(() => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync());

    /// <summary>Follows what this selector finds, and waits for the page that comes.</summary>
    public Task Follow(string selector) => Leave(() => Page.ClickAsync(selector));

    /// <summary>
    /// Does what leaves the page, and waits until the next one and all its parts have come. The wait begins before the act: one that begins after it looks at
    /// the address and then listens, and what comes between the two is never heard.
    /// </summary>
    /// <param name="act">What leaves the page.</param>
    /// <param name="window">Another window of the same person.</param>
    public async Task Leave(Func<Task> act, IPage? window = null)
    {
        var page = window ?? Page;
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage one) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await Waiting(async () =>
            {
                await act();
                await loaded.Task.InTime();
            });
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    /// <summary>Does what leaves the page and itself waits for the next one.</summary>
    public async Task Waiting(Func<Task> act)
    {
        Interlocked.Increment(ref waits);
        try
        {
            await act();
        }
        finally
        {
            Interlocked.Decrement(ref waits);
        }
    }

    /// <summary>Is done once the browser has complained of this. Begun before the act that it complains of.</summary>
    public async Task Complained(string part)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (complaints.Any(complaint => complaint.Contains(part, StringComparison.Ordinal))) come.TrySetResult();
        }

        noted += Look;
        Look();
        await come.Task.InTime();
        noted -= Look;
    }

    /// <summary>A complaint that belongs to the test, such as the status of a page that is not found. It must come.</summary>
    public void Expect(string complaint) => expected.Add(complaint);

    /// <summary>Fails if axe finds anything. Needs JavaScript: without it axe never answers.</summary>
    public async Task Accessible()
    {
        Assert.True(javaScript, "axe needs JavaScript: compare Tree() with an approved text instead");
        await Page.EvaluateAsync(axe);
        var found = await Page.EvaluateAsync<string[]>(Find, rules);
        Assert.True(found.Length == 0, string.Join('\n', found.Prepend($"{Page.Url} is not accessible:")));
    }

    /// <summary>What a screen reader reads, as text: roles, names, states and order.</summary>
    public async Task<string> Tree() => await Page.Locator("body").AriaSnapshotAsync() + "\n";

    /// <summary>Fails if the page is wider than the window.</summary>
    public async Task NoSidewaysScroll()
    {
        // The elements that stick out most deeply inside the page are the cause; what scrolls in a box of its own does not count.
        var wide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [`${document.documentElement.scrollWidth} px in ${innerWidth}`,
              ...[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0,
                160)).slice(-3)]
            """);
        Assert.True(wide.Length == 0, $"{Page.Url} scrolls sideways: {string.Join('\n', wide)}");
    }

    /// <summary>Fails if the keyboard can reach something that then looks no different. Returns how many it can reach.</summary>
    public async Task<int> FocusShows()
    {
        var reached = await Page.Locator("a[href], button, input, select, textarea, summary, [tabindex='0']").Filter(new() { Visible = true }).AllAsync();
        await Page.Keyboard.PressAsync("Shift");      // from here on the focus counts as the keyboard's
        foreach (var element in reached)
        {
            var before = await element.EvaluateAsync<string>(Appearance);
            await element.FocusAsync();
            Assert.True(before != await element.EvaluateAsync<string>(Appearance),
                $"{Page.Url} shows no focus on {await element.EvaluateAsync<string>("e => e.outerHTML.slice(0, 160)")}");
        }

        return reached.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.All(expected, part => Assert.Contains(complaints, complaint => complaint.Contains(part, StringComparison.Ordinal)));
        var unexpected = complaints.Where(complaint => !expected.Exists(part => complaint.Contains(part, StringComparison.Ordinal))).ToList();
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
    }

    private static bool IsForeign(string url, Uri own) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != own.Authority;

    private void Note(bool isWrong, string complaint)
    {
        if (!isWrong) return;
        complaints.Enqueue(complaint);
        noted?.Invoke();
    }
}
