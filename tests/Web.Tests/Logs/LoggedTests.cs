using System.Net.Sockets;
using System.Text;
using Lapwing.Testing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Xunit;

namespace Lapwing.Web.Tests.Logs;

/// <summary>
/// The log says what failed in the program, never what somebody sent; and what is wrong with a request is the sender's fault, never an error of the
/// server.
/// </summary>
public sealed class LoggedTests : IAsyncLifetime
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-logged-");
    private readonly Kept log = new();
    private DemonstrationCases cases = null!;
    private WebApplication site = null!;
    private int begun;

    private Uri Url => new(site.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        cases = await DemonstrationCases.Open(folder.FullName, TimeProvider.System);
        site = Site.Build("http://127.0.0.1:0", new Settings { RequestsPerMinute = int.MaxValue },
            new() { IsDemonstration = true, Data = folder.FullName, Cases = cases, LineRequests = int.MaxValue });
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        site.Use((_, next) =>
        {
            Interlocked.Increment(ref begun);
            return next();
        });
        site.MapGet("/planted/before/{word}", IResult (string word) =>
            throw new InvalidOperationException($"planted: {word}\r\nwarn: forged", new FormatException(word)));
        site.MapGet("/planted/after/{word}", async (HttpContext context, string word) =>
        {
            await context.Response.WriteAsync("half of it", stop);
            await context.Response.Body.FlushAsync(stop);
            throw new InvalidOperationException($"planted: {word}");
        });
        site.MapGet("/planted/{word}/says", (string word, ILogger<LoggedTests> to) => to.Log(LogLevel.Warning, default, word, null, (said, _) => said));
        await site.StartAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await cases.DisposeAsync();
        log.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whatever_is_sent_is_no_error_of_the_server_and_nothing_of_it_is_written_down()
    {
        var requests = OddRequests.All(Url.Authority, site.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!).ToArray();
        var statuses = new int[requests.Length];
        await Parallel.ForAsync(0, requests.Length, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop }, async (i, _) =>
            statuses[i] = await OddRequests.Send(Url, requests[i], stop));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.CountBy(status => status).OrderBy(status => status.Key)
            .Select(status => $"{status.Key}: {status.Value}")));
        Assert.Empty(requests.Zip(statuses).Where(sent => sent.Second >= 500)
            .Select(sent => $"{sent.Second}: {Encoding.Latin1.GetString(sent.First, 0, Math.Min(400, sent.First.Length))}"));
        Assert.Empty(log.Lines);
        foreach (var status in new[] { 200, 400, 404, 405, 415 }) Assert.Contains(status, statuses);
    }

    [Fact]
    public async Task Somebody_who_goes_away_in_the_middle_writes_nothing_down()
    {
        string[] sent =
        [
            $"POST /check/2 HTTP/1.1\r\nHost: {Url.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\npage=1",
            $"POST /sign-in HTTP/1.1\r\nHost: {Url.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\naccount=1",
            $"POST /work/names HTTP/1.1\r\nHost: {Url.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: "
            + "chunked\r\n\r\n5\r\na=1",
            $"POST /api/triage HTTP/1.1\r\nHost: {Url.Authority}\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{{",
            $"POST /api/triage HTTP/1.1\r\nHost: {Url.Authority}\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
            + $"900000\r\n\r\n{string.Concat(Enumerable.Repeat(Lines.Good("a") + "\n", 300))}",
            $"POST /api/triage HTTP/1.1\r\nHost: {Url.Authority}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: "
            + $"chunked\r\n\r\nfff\r\n{Lines.Good("a")}\n{{",
            $"GET /manual HTTP/1.1\r\nHost: {Url.Authority}\r\n\r\n", $"GET /work HTTP/1.1\r\nHost: {Url.Authority}\r\n\r\n",
            $"GET /try HTTP/1.1\r\nHost: {Url.Authority}\r\n\r\n", "GET /check/1 HT",
        ];
        foreach (var isReset in new[] { true, false })
            foreach (var text in sent.SelectMany(one => Enumerable.Repeat(one, 5)))
            {
                using var client = new TcpClient { LingerState = new(isReset, 0) };
                await client.ConnectAsync(Url.Host, Url.Port, stop);
                var before = begun;
                await client.Client.SendAsync(Encoding.UTF8.GetBytes(text), stop);
                if (text.Contains("HTTP/1.1", StringComparison.Ordinal) && !text.Contains("/work", StringComparison.Ordinal))
                    Assert.True(SpinWait.SpinUntil(() => begun > before, Patience.Bound));
                if (text.Contains("ndjson", StringComparison.Ordinal)) await client.Client.ReceiveAsync(new byte[500], stop).InTime(stop);
            }

        await site.StopAsync(stop);      // all of them have ended now
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_fault_inside_is_written_down_by_its_kind_and_place_and_page_without_a_word_of_what_it_says()
    {
        using var http = new HttpClient { BaseAddress = Url };
        using (var before = await http.GetAsync(new Uri($"/planted/before/{OddRequests.Word}", UriKind.Relative), stop)) await Problem.Is(before, 500);
        var line = Assert.Single(log.Lines);
        Assert.StartsWith("GET /planted/before/{word} could not be answered: System.InvalidOperationException because of System.FormatException at "
            + "Lapwing.Web.Tests.Logs.LoggedTests", line, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri($"/planted/after/{OddRequests.Word}", UriKind.Relative), stop));
        Assert.Equal(2, log.Lines.Count);
        Assert.Contains("GET /planted/after/{word} could not be answered", log.Lines.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, one => one.Contains(OddRequests.Word, StringComparison.Ordinal) || one.Contains('\n', StringComparison.Ordinal));

        using var planted = await http.GetAsync(new Uri($"/planted/{OddRequests.Word}/says", UriKind.Relative), stop);
        Assert.Contains(log.Lines, one => one.Contains(OddRequests.Word, StringComparison.Ordinal));      // so that a line that holds it would be seen
    }

    [Fact]
    public void The_program_s_own_log_shows_no_text_from_outside_and_its_signs_as_such()
    {
        var formatter = Assert.Single(site.Services.GetServices<ConsoleFormatter>(), one =>
            one.Name == site.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        using var to = new StringWriter();
        Exception thrown = new InvalidOperationException(OddRequests.Word, new IOException(OddRequests.Word));
        var state = new List<KeyValuePair<string, object?>> { new("Word", OddRequests.Word), new("Count", 7),
            new("{OriginalFormat}", "asked for {Word}\r\n\u202e{Count} times") };
        formatter.Write(new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Error, "Microsoft.Kestrel", new(13), state, thrown,
            (_, _) => OddRequests.Word), null, to);
        formatter.Write(new LogEntry<string>(LogLevel.Warning, "Microsoft.Kestrel", default, OddRequests.Word, null, (said, _) => said), null, to);
        var lines = to.ToString().Split('\n');
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ error Microsoft\.Kestrel\[13\]: asked for \{Word\}\\u000d\\u000a\\u202e7 times "
            + @"System\.InvalidOperationException because of System\.IO\.IOException at ", lines[0]);
        Assert.EndsWith("warning Microsoft.Kestrel[0]: an entry without words of the program", lines[1], StringComparison.Ordinal);
        Assert.Equal((3, ""), (lines.Length, lines[2]));
        Assert.DoesNotContain(OddRequests.Word, to.ToString(), StringComparison.Ordinal);
    }
}
