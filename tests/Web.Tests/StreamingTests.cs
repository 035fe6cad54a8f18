using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Lapwing.Testing;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>A line is answered before the next is written.</summary>
public sealed class StreamingTests(Server server)
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    // A bad line is answered at once too; only a first line that is no JSON has to wait, because it may begin an object over several lines.
    private static readonly (string Line, string Answer)[] talk =
    [
        (Lines.Good("a"), "\"id\":\"a\""), ("{", "\"line\":2"), ("\n" + Lines.Good("b"), "\"id\":\"b\""), (Lines.With("\"x\":1"), "\"line\":5"),
        (Lines.Good("c"), "\"id\":\"c\""),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_command_line_answers_a_line_before_the_next_is_written(bool explain)
    {
        Pipe input = new(), output = new();
        await using var from = input.Reader.AsStream();
        await using var to = output.Writer.AsStream();
        await using var error = new StringWriter();
        var command = Task.Run(() => CommandLine.Run(explain ? ["triage", "--explain", "-"] : ["triage", "-"], from, to, error), stop);
        using var answers = new StreamReader(output.Reader.AsStream());
        foreach (var (line, answer) in talk)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), stop);
            var text = await Line(answers);
            if (!explain) Assert.Contains(answer, text, StringComparison.Ordinal);
            while (explain && !EndsConcern(text)) text = await Line(answers);
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(1, await command.InTime(stop));
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task The_API_answers_a_line_before_the_next_is_sent()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port, stop);
        await using var socket = client.GetStream();
        using var answers = new StreamReader(socket);
        await Send(socket,
            $"POST /api/triage HTTP/1.1\r\nHost: {server.Url.Authority}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: "
            + "chunked\r\nConnection: close\r\n\r\n");
        var first = true;
        foreach (var (line, answer) in talk)
        {
            await Send(socket, $"{Encoding.UTF8.GetByteCount(line) + 1:x}\r\n{line}\n\r\n");
            if (first) Assert.Equal("HTTP/1.1 200 OK", await Header(answers));
            first = false;
            var text = await Chunk(answers);
            Assert.Contains(answer, text, StringComparison.Ordinal);
            Assert.NotNull(JsonNode.Parse(text));
        }

        await Send(socket, "0\r\n\r\n");
        Assert.Equal("0", await Line(answers));
    }

    [Fact]
    public async Task The_API_answers_half_a_line_only_when_it_is_whole()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port, stop);
        await using var socket = client.GetStream();
        using var answers = new StreamReader(socket);
        var line = $"{Lines.Good("a")}\n{Lines.Good("b")}";
        await Send(socket, $"POST /api/triage HTTP/1.1\r\nHost: {server.Url.Authority}\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
            + $"{line.Length}\r\nConnection: close\r\n\r\n");
        foreach (var letter in line[..^1]) await Send(socket, $"{letter}");
        Assert.Equal("HTTP/1.1 200 OK", await Header(answers));
        Assert.Contains("\"id\":\"a\"", await Chunk(answers), StringComparison.Ordinal);
        var next = Chunk(answers);
        Assert.False(next.IsCompleted);
        await Send(socket, line[^1..]);
        Assert.Contains("\"id\":\"b\"", await next, StringComparison.Ordinal);
    }

    private static bool EndsConcern(string line) =>
        line.StartsWith("Not decided.", StringComparison.Ordinal) || line.EndsWith("a second person.", StringComparison.Ordinal);

    private static async Task Send(NetworkStream socket, string text)
    {
        await socket.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await socket.FlushAsync(stop);
    }

    private static async Task<string> Header(StreamReader answers)
    {
        var status = await Line(answers);
        while ((await Line(answers)).Length > 0)
        {
        }

        return status;
    }

    // Size, text with its own end of line, end of the chunk.
    private static async Task<string> Chunk(StreamReader answers)
    {
        await Line(answers);
        var text = await Line(answers);
        Assert.Equal("", await Line(answers));
        return text;
    }

    private static async Task<string> Line(StreamReader answers) => await answers.ReadLineAsync(stop).InTime(stop) ?? throw new EndOfStreamException();
}
