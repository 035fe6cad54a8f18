using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Lapwing.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Lapwing.Pages.Tests;

/// <summary>The server writes nothing down of what somebody enters: neither inside, nor as a program on its output. SIGTERM is sent with kill.</summary>
public sealed class LogTests(Browser browser)
{
    private const string Word = "kingfisher";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_holds_no_word_of_what_is_entered()
    {
        using var log = new Kept();
        await using var site = await OwnSite.Start(planted: site =>
        {
            site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            site.MapGet("/planted/logs", (HttpContext context, ILogger<LogTests> to) =>
                to.Log(LogLevel.Warning, default, context.Request.QueryString, null, (query, _) => $"Asked for {query}"));
        });
        await EnterEverywhere(site.Url);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));

        using var http = new HttpClient { BaseAddress = site.Url };
        using var planted = await http.GetAsync(new Uri($"/planted/logs?{Word}", UriKind.Relative), stop);
        Assert.Contains(log.Lines, line => line.Contains(Word, StringComparison.Ordinal));      // so that a line that holds it would be seen
    }

    [Fact]
    public async Task The_program_says_no_word_of_what_is_entered()
    {
        var lapwing = Path.Combine(AppContext.BaseDirectory, "lapwing.dll");
        using var program = Process.Start(new ProcessStartInfo("dotnet",
            [lapwing, "serve", "--urls", "http://127.0.0.1:0"])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        try
        {
            var first = await program.StandardOutput.ReadLineAsync(stop).InTime(stop);
            Assert.StartsWith("Lapwing is listening on http://", first, StringComparison.Ordinal);
            var (output, error) = (program.StandardOutput.ReadToEndAsync(stop), program.StandardError.ReadToEndAsync(stop));
            await EnterEverywhere(new(first!["Lapwing is listening on ".Length..]));
            using (var kill = Process.Start("kill", ["-TERM", $"{program.Id}"])) await program.WaitForExitAsync(stop).InTime(stop);
            Assert.DoesNotContain(Word, await output + await error, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    // Through the pages, and as no page would: in queries, in bodies that cannot be read, and in those that are too large.
    private async Task EnterEverywhere(Uri url)
    {
        await using (var visit = await browser.Open(at: url))
        {
            var walk = new Walk(visit);
            await WithWords.Check(walk, Word);
            await WithWords.Try(walk, Word);
            await WithWords.Search(walk, Word);
        }

        using var http = new HttpClient { BaseAddress = url };
        foreach (var address in new[] { $"/?a={Word}", $"/nothing/{Word}", $"/check/{Word}", $"/try/{Word}", $"/manual/statement/{Word}",
            $"/problem/{Word}", $"/api/{Word}?{Word}" })
            using (await http.GetAsync(new Uri(address, UriKind.Relative), stop)) { }
        foreach (var address in new[] { "/check/2", "/check/11", "/check/decision", "/check/finished", "/try", "/manual/search", "/api/triage" })
            foreach (var (type, body) in Bodies())
            {
                using var content = new StringContent(body, MediaTypeHeaderValue.Parse(type));
                using (await http.PostAsync(new Uri(address, UriKind.Relative), content, stop)) { }
            }
    }

    private static IEnumerable<(string Type, string Body)> Bodies() =>
    [
        ("application/x-www-form-urlencoded", $"state={Word}&page={Word}&go={Word}&words={Word}"),
        ("application/x-www-form-urlencoded", $"page=5&children=3&child-1-age={Word}&child-2-part={Word}&go=remove-{Word}"),
        ("application/x-www-form-urlencoded", string.Concat(Enumerable.Repeat($"{Word}=1&", 5000))),
        ("application/x-www-form-urlencoded", $"%zz={Word}&\0"),
        ("multipart/form-data; boundary=a", $"--a\r\nContent-Disposition: form-data; name=\"{Word}\"\r\n\r\n{Word}"),
        ("multipart/form-data", Word),
        ("text/plain", Word),
        ("application/json", $"{{\"{Word}\":\"{Word}"),
    ];

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
