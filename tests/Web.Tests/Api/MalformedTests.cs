using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Requests as nobody should send them, written on a socket byte by byte of our own.</summary>
public sealed partial class MalformedTests(Server server, ITestOutputHelper output)
{
    private const int Requests = 2000;
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly string[] methods = ["POST", "POST", "POST", "POST", "GET", "PUT", "HEAD", "OPTIONS", "post", "", "P\0ST", "TRACE"];
    private static readonly string[] paths = ["/api/triage", "/api/triage", "/api/triage", "/api/statements/", "/api/statements/%ff",
        "/openapi/v1.json", "/%", "*", "", "/a b", "/../..", "http://x/"];

    private static readonly string[] headers =
    [
        "Content-Type: application/json", "Content-Type: application/json", "Content-Type: application/x-ndjson",
        "Content-Type: application/x-ndjson", "Content-Type: ;;",
        "Content-Type: application/json; charset=",
        "Content-Type: text/plain", "Content-Encoding: gzip", "Accept: text/html", "Accept: ;q=x", "X-Forwarded-For: not an address",
        "X-Forwarded-For: 1.2.3.4, , ::1:2:3:4:5:6:7:8:9",
        "X-Forwarded-Proto: gopher", "Transfer-Encoding: chunked", "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 3",
        "Expect: 100-continue", "Expect: nonsense",
        "Range: bytes=5-2", "If-None-Match: \"", "Cookie: \"=;;", "Upgrade: websocket", "Connection: upgrade", " folded: x", "No colon", ": no name",
        "N\u00E4me: x", "X: \0",
    ];

    [Fact]
    public async Task Malformed_requests_never_give_a_server_error()
    {
        var seed = Environment.GetEnvironmentVariable("LAPWING_SEED") is { } given ? int.Parse(given) : System.Random.Shared.Next();
        output.WriteLine($"LAPWING_SEED={seed}");
        var random = new Random(seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => Request(random)).ToArray();
        var statuses = new int[Requests];
        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop }, async (i, _) =>
            statuses[i] = await Send(requests[i]));
        output.WriteLine(string.Join(", ", statuses.CountBy(s => s).OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        for (var i = 0; i < Requests; i++)
            Assert.True(statuses[i] < 500, $"LAPWING_SEED={seed}, request {i} gave {statuses[i]}:\n{Encoding.Latin1.GetString(requests[i])}");
        Assert.Contains(200, statuses);
        Assert.Contains(400, statuses);
        Assert.Contains(415, statuses);
    }

    private byte[] Request(Random random)
    {
        var head = new StringBuilder($"{Any(random, methods)} {Any(random, paths)} HTTP/1.1\r\nHost: {server.Url.Authority}\r\nConnection: close\r\n");
        var body = Body(random);
        for (var i = random.Next(4); i > 0; i--) head.Append($"{Any(random, headers)}\r\n");
        if (random.Next(4) > 0) head.Append($"Content-Type: application/{Any(random, "json", "x-ndjson")}\r\n");
        if (random.Next(6) > 0) head.Append($"Content-Length: {Math.Max(0, body.Length + (random.Next(5) == 0 ? random.Next(-3, 4) : 0))}\r\n");
        return [.. Encoding.Latin1.GetBytes($"{head}\r\n"), .. body];
    }

    private static byte[] Body(Random random)
    {
        var body = Encoding.UTF8.GetBytes(random.Next(3) switch
        {
            0 => Scenarios.Bad[random.Next(Scenarios.Bad.Count)].Line,
            1 => $"[{Scenarios.All[random.Next(312)].Line}]",
            _ => Scenarios.All[random.Next(312)].Line,
        });
        for (var i = random.Next(8); i > 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
        return random.Next(5) == 0 ? body[..random.Next(body.Length)] : body;
    }

    // The status, or 0 where the server only closed the connection.
    private async Task<int> Send(byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port, stop);
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await client.Client.SendAsync(request, stop);
            client.Client.Shutdown(SocketShutdown.Send);
            var answer = await reader.ReadToEndAsync(stop).InTime(stop);
            var status = Status().Matches(answer).Select(m => int.Parse(m.Groups["code"].Value)).DefaultIfEmpty(0).Max();
            Assert.False(status != 200 && Problem.Trace().IsMatch(answer), answer);
            return status;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return 0;
        }
    }

    private static T Any<T>(Random random, params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    [GeneratedRegex(@"^HTTP/1\.1 (?<code>\d{3}) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();
}
