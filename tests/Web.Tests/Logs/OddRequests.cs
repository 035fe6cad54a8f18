using System.Net.Sockets;
using System.Text;
using Lapwing.Testing;

namespace Lapwing.Web.Tests.Logs;

/// <summary>Requests that no page of ours sends, byte by byte, each with a word that must be found nowhere.</summary>
internal static class OddRequests
{
    /// <summary>The word.</summary>
    public const string Word = "kingfisher";

    private const string Form = "application/x-www-form-urlencoded";

    // Percent-encoded, as a browser would send them: line ends, brackets that do not close, dots, signs of another direction, nothing at all.
    private static readonly string[] names =
        [$"{Word}[", $"{Word}[[", $"{Word}]", "[", "]", "[]", $"{Word}[0", $"{Word}[0].", $".{Word}", $"{Word}.", "..", "",
            $"{Word}%0d%0awarn%3A+forged%5B", $"%00{Word}%5B", $"%e2%80%ae{Word}%5B", "%ff%5B", "%zz[", $"words[{Word}", $"page[{Word}",
            $"state.{Word}[", $"__Invariant[{Word}", $"account[{Word}", $"{Word}.index"];

    private static readonly string[] addresses = ["/", "/check/1", "/check/2", "/check/11", "/check/decision", "/check/finished", "/try",
        "/manual/search", "/sign-in", "/reports", "/work", "/work/names", "/work/keep", "/help-now",
        "/nothing"];

    private static readonly string[] types =
    [
        $"{Form}; charset=utf-7", $"{Form}; charset={Word}", $"{Form}; charset=utf-16", $"{Form}; charset=utf-32", $"{Form}; charset=ibm037",
        $"{Form}; charset=\"", $"{Form}; charset=\"utf-7\"",
        $"{Form}; charset=utf-8; charset=utf-7", $"{Form}, {Form}", $"{Word}/{Word}; {Word}={Word}", ";;", "", "text/plain", "application/json",
        "multipart/form-data", $"multipart/form-data; boundary={Word}", $"multipart/form-data; boundary={new string('-', 5000)}",
        "multipart/mixed; boundary=a",
    ];

    private static readonly string[] sizes = ["ffffffffffffffff", "-1", "0x10", "zz", "", " ", "7fffffff", "100000000", $"5;{Word}=\"", "5\n"];

    private static readonly string[] headers =
    [
        $"Content-Encoding: {Word}", "Content-Encoding: gzip", $"Expect: {Word}", $"Cookie: lapwing-session={Word}",
        $"Cookie: .AspNetCore.Antiforgery={Word}; lapwing-antiforgery={Word}", $"RequestVerificationToken: {Word}", $"Accept: {Word}",
        $"Accept-Charset: {Word}",
        $"If-None-Match: \"{Word}", $"Range: bytes={Word}", $"X-Forwarded-For: {Word}", $"X-HTTP-Method-Override: {Word}",
        $"Content-Disposition: form-data; filename=\"{Word}\"", $"Referer: http://{Word}/", $"{Word}: {Word}", $"Transfer-Encoding: {Word}",
    ];

    /// <summary>All of them.</summary>
    /// <param name="authority">Host and port.</param>
    /// <param name="antiforgery">What the cookie of the form's own protection is called.</param>
    public static IEnumerable<byte[]> All(string authority, string antiforgery)
    {
        foreach (var address in addresses)
        {
            foreach (var name in names)
            {
                yield return Post(authority, address, $"page=1&{name}=1", $"Content-Type: {Form}");
                yield return Get(authority, $"{address}?{name}=1");
            }

            foreach (var type in types)
                yield return Post(authority, address,
                    $"--{Word}\r\nContent-Disposition: form-data; name=\"{Word}[\"; "
                    + $"filename=\"{Word}\"\r\n\r\n{Word}=1&page=1\r\n--{Word}--\r\n", $"Content-Type: {type}");
            foreach (var header in headers.Append($"Cookie: {antiforgery}={Word}"))
                yield return Post(authority, address, $"{Word}=1&__RequestVerificationToken={Word}", $"Content-Type: {Form}", header);
            yield return Get(authority, address, $"Cookie: {antiforgery}={Word}; lapwing-session={Word}");
        }

        foreach (var address in addresses.Append("/api/triage"))
            foreach (var type in new[] { Form, "application/json", "application/x-ndjson" })
                foreach (var size in sizes) yield return Chunked(authority, address, type, $"{size}\r\n{{\"{Word}[\":1}}\r\n0\r\n\r\n");
        foreach (var method in new[] { Word, "GE\u00d6T", "TRACE", "CONNECT", "DELETE", "PUT" })
            yield return Encoding.Latin1.GetBytes($"{method} /check/2 HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n");
        foreach (var path in new[] { $"/{Word}%0d%0a{Word}", $"/manual/statement/{Word}%5B%00", $"/check/{Word}[", $"/work/{Word}/form/{Word}",
            $"/reports/{Word}/1", "/%", "/%ff%fe", $"/../{Word}", $"//{Word}", $"http://{Word}/", $"/problem/{Word}", $"/api/statements/{Word}[",
            $"/{new string('a', 9000)}" })
            yield return Get(authority, path);
        yield return Post(authority, "/check/2", string.Concat(Enumerable.Repeat($"{Word}=1&", 5000)), $"Content-Type: {Form}");
        yield return Post(authority, "/check/2", $"{new string('n', 3000)}[=1", $"Content-Type: {Form}");
        yield return Post(authority, "/check/2", $"x={new string('n', 300_000)}", $"Content-Type: {Form}");
    }

    /// <summary>Sends one, and reads the answer to its end: the status, or 0 where the connection was only closed.</summary>
    public static async Task<int> Send(Uri url, byte[] request, CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, stop);
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await client.Client.SendAsync(request, stop);
            if (!request.AsSpan().EndsWith("\n0\r\n\r\n"u8)) return await Status(reader, stop);
            client.Client.Shutdown(SocketShutdown.Send);      // more chunks would be waited for; who ends here may get no answer
            return await Status(reader, stop);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return 0;
        }
    }

    private static async Task<int> Status(StreamReader reader, CancellationToken stop)
    {
        var answer = await reader.ReadToEndAsync(stop).InTime(stop);
        return answer.Length > 12 && int.TryParse(answer.AsSpan(9, 3), out var status) ? status : 0;
    }

    private static byte[] Get(string authority, string path, params string[] more) =>
        Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {authority}\r\nAccept: text/html\r\nConnection: "
            + $"close\r\n{string.Concat(more.Select(header => header + "\r\n"))}\r\n");

    private static byte[] Post(string authority, string path, string body, params string[] more) =>
        Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: {authority}\r\nAccept: text/html\r\nConnection: close\r\nContent-Length: "
            + $"{body.Length}\r\n{string.Concat(more.Select(header => header + "\r\n"))}\r\n{body}");

    private static byte[] Chunked(string authority, string path, string type, string chunks) =>
        Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\nContent-Type: {type}\r\nTransfer-Encoding: "
            + $"chunked\r\n\r\n{chunks}");
}
