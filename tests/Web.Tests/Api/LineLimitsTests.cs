using System.IO.Pipelines;
using System.Net;
using System.Text.Json.Nodes;
using Lapwing.Testing;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>A request of lines has an end, however long somebody goes on sending, and an address has two of them at once.</summary>
public sealed class LineLimitsTests
{
    private const int MostLines = 100_000;
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MostLines, false)]
    [InlineData(MostLines + 1, true)]
    public async Task After_100_000_lines_one_more_says_that_it_ends(int lines, bool isPast)
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings());
        using var http = await Start(site);
        var answers = await Ask(http, new StringContent(string.Concat(Enumerable.Repeat("{}\n", lines)),
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson")));
        Assert.Equal(lines, answers.Length);
        EndsSo(answers, isPast ? MostLines + 1 : null);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(MostLines, false)]
    [InlineData(MostLines + 1, true)]
    public async Task Blank_lines_count_as_none_and_the_number_of_a_line_counts_them(int lines, bool isPast)
    {
        const string Blank = "\n \t\r\n";
        await using var site = Site.Build("http://127.0.0.1:0", new Settings());
        using var http = await Start(site);
        var sent = string.Concat(Enumerable.Repeat(Blank, MostLines / 2)) + string.Concat(Enumerable.Repeat("{}\n", lines - 1)) + Blank + "{}";
        var answers = await Ask(http, new StringContent(sent, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson")));
        Assert.Equal(lines, answers.Length);
        Assert.Equal(MostLines + (lines == 1 ? 3 : 1), (int?)JsonNode.Parse(answers[0])!["line"]);
        EndsSo(answers, isPast ? MostLines + MostLines + 1 : null);
    }

    [Fact]
    public async Task After_64_MB_the_last_line_says_that_it_ends()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings());
        using var http = await Start(site);
        var line = new byte[1024 * 1024];
        Array.Fill(line, (byte)' ');
        (line[0], line[^1]) = ((byte)'x', (byte)'\n');
        var (sent, stream) = Streamed(http);
        var answers = Read(sent);
        var count = 0;
        try
        {
            for (; count < 80; count++) await stream.Writer.WriteAsync(line, stop).InTime(stop);
            await stream.Writer.CompleteAsync();
        }
        catch (IOException)
        {
            // Nothing more is read.
        }

        EndsSo(await answers.InTime(stop), 65);
    }

    [Fact]
    public async Task After_10_minutes_it_ends_though_nothing_more_comes()
    {
        var clock = new HeldTimers();
        await using var site = Site.Build("http://127.0.0.1:0", new Settings(), new() { Clock = clock });
        using var http = await Start(site);
        using var talk = await LineTalk.Begin(http.BaseAddress!, stop);
        clock.Fire(TimeSpan.FromMinutes(10));
        EndsSo([Assert.Single(await talk.Rest())], 2);
    }

    [Fact]
    public async Task A_third_at_once_is_told_to_wait_until_one_has_ended()
    {
        await using var site = Site.Build("http://127.0.0.1:0", new Settings());
        using var http = await Start(site);
        using var first = await LineTalk.Begin(http.BaseAddress!, stop);
        using var second = await LineTalk.Begin(http.BaseAddress!, stop);
        using (var third = await http.PostAsync(new Uri("/api/triage", UriKind.Relative), Good(), stop))
        {
            await Problem.Is(third, 429);
            Assert.True(third.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        await first.End();
        Assert.Empty(await first.Rest());
        Assert.Single(await Ask(http, Good()));
        await second.End();
        Assert.Empty(await second.Rest());
    }

    private static StringContent Good() => new(Lines.Good("b"), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson"));

    private static void EndsSo(string[] answers, int? line)
    {
        var last = JsonNode.Parse(answers[^1])!;
        var says = (string?)last["error"];
        if (line is null) Assert.DoesNotContain("ends after", says, StringComparison.Ordinal);
        else
        {
            Assert.Contains("ends after 64 MB, 100,000 lines or 10 minutes", says, StringComparison.Ordinal);
            Assert.Equal(line, (int?)last["line"]);
            Assert.True(last.AsObject().ContainsKey("id") && last["id"] is null);
        }
    }

    private static async Task<string[]> Ask(HttpClient http, HttpContent content)
    {
        using (content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/triage", UriKind.Relative)) { Content = content };
            return await Read(http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop));
        }
    }

    private static async Task<string[]> Read(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync(stop)).TrimEnd('\n').Split('\n');
    }

    // A request whose lines are written by and by.
    private static (Task<HttpResponseMessage> Sent, Pipe Stream) Streamed(HttpClient http)
    {
        var pipe = new Pipe();
        var content = new StreamContent(pipe.Reader.AsStream());
        content.Headers.ContentType = new("application/x-ndjson");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/triage", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        return (http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop), pipe);
    }

    private static async Task<HttpClient> Start(WebApplication site)
    {
        await site.StartAsync(stop);
        return new() { BaseAddress = new Uri(site.Urls.Single()), Timeout = Patience.Bound };
    }

    /// <summary>A clock whose timers go off when the test says so.</summary>
    private sealed class HeldTimers : TimeProvider
    {
        private readonly List<(TimeSpan After, Action Act)> held = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (held) held.Add((dueTime, () => callback(state)));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Fire(TimeSpan after)
        {
            lock (held) Assert.Single(held, one => one.After == after).Act();
        }
    }
}
