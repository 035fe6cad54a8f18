using System.Net.Sockets;
using System.Text;
using Lapwing.Testing;

namespace Lapwing.Web.Tests;

/// <summary>
/// A request of lines that are sent by and by, while its answers come: the framework's own client reads no answer before it has sent everything.
/// </summary>
internal sealed class LineTalk : IDisposable
{
    private readonly TcpClient client = new();
    private readonly CancellationToken stop;
    private StreamReader answers = null!;

    private LineTalk(CancellationToken stop) => this.stop = stop;

    /// <summary>Begins, with one line that was answered.</summary>
    public static async Task<LineTalk> Begin(Uri url, CancellationToken stop)
    {
        var talk = new LineTalk(stop);
        await talk.client.ConnectAsync(url.Host, url.Port, stop);
        talk.answers = new(talk.client.GetStream());
        var line = Lines.Good("a");
        await talk.Send($"POST /api/triage HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: "
            + $"chunked\r\nConnection: close\r\n\r\n{line.Length + 1:x}\r\n{line}\n\r\n");
        while (!(await talk.Line()).Contains("\"id\":\"a\"", StringComparison.Ordinal))
        {
        }

        return talk;
    }

    /// <summary>Sends no more.</summary>
    public Task End() => Send("0\r\n\r\n");

    /// <summary>What comes until the end, without the sizes of chunks.</summary>
    public async Task<string[]> Rest()
    {
        var lines = new List<string>();
        while (await Line() is var line and not "0")      // the last chunk
            if (line.StartsWith('{')) lines.Add(line);
        return [.. lines];
    }

    public void Dispose()
    {
        answers?.Dispose();
        client.Dispose();
    }

    private Task<int> Send(string text) => client.Client.SendAsync(Encoding.UTF8.GetBytes(text), stop).InTime(stop);

    private async Task<string> Line() => await answers.ReadLineAsync(stop).InTime(stop) ?? throw new EndOfStreamException();
}
