using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Lapwing.Bench.Api;

namespace Lapwing.Bench.Web;

/// <summary>The pages: the decision page beside a bare Razor page of like size, start, memory, weight.</summary>
internal static partial class WebBench
{
    private const int Pairs = 7;
    private const int Seconds = 5;
    private const int Starts = 9;
    private const string AnyPort = "http://127.0.0.1:0";
    private static readonly string[] pages = ["/", "/check/1", "/help-now", "/help-now/paper", "/try", "/manual", "/manual/section/2.1",
        "/manual/tables", "/manual/forms", "/manual/law", "/directory"];

    public static async Task<int> Run()
    {
        var data = Directory.CreateTempSubdirectory("lapwing-bench-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(data.FullName, "settings.json"), """{ "requestsPerMinute": 1000000000 }""");
            string[] serve = Processes.Lapwing("serve", "--urls", AnyPort, "--data", data.FullName);
            Machine.Print();
            Console.WriteLine($"wrk, 2 threads and 16 connections on the same machine, {Pairs} pairs of rounds of {Seconds} seconds in turn; {Starts} starts.");
            Console.WriteLine();
            var figures = new Figures();
            var starts = new double[Starts];
            for (var i = 0; i < Starts; i++) starts[i] = await Start(serve);
            figures.AtMost("start to the first page", Timing.Of(starts), 1, "s");
            await Measure(serve, figures);
            figures.Print();
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task Measure(string[] serve, Figures figures)
    {
        await using var ours = await Server.Start(serve);
        var body = await Intake.DecisionForm(ours.Url);
        using var http = new HttpClient { BaseAddress = new Uri(ours.Url) };
        using var form = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(Load.Form));
        using var decision = await http.PostAsync(new Uri("/check/decision", UriKind.Relative), form);
        if (decision.StatusCode != HttpStatusCode.OK) throw new CannotMeasureException($"the decision page answers {decision.StatusCode}.");
        var bytes = (await decision.Content.ReadAsByteArrayAsync()).Length;
        await using var bare = await Server.Start(Processes.Bench(BarePage.Mode, AnyPort, $"{bytes / 115}"));
        var ofBareBytes = (await http.GetByteArrayAsync(new Uri($"{bare.Url}/bare"))).Length;

        using var load = new Load(Load.Form, [body]);
        string[] urls = [$"{ours.Url}/check/decision", $"{bare.Url}/bare"];
        foreach (var url in urls) await load.On(url, Seconds);      // the compiler comes to rest
        var (rounds, ofBare) = (new Answered[Pairs], new Answered[Pairs]);
        for (var i = 0; i < Pairs; i++)
        {
            ofBare[i] = await load.On(urls[1], Seconds);
            rounds[i] = await load.On(urls[0], Seconds);
        }

        figures.Tell("decision page", Timing.Of([.. rounds.Select(r => r.PerSecond)]), "a second", $", {bytes:N0} bytes");
        figures.Tell("  a bare Razor page", Timing.Of([.. ofBare.Select(r => r.PerSecond)]), "a second", $", {ofBareBytes:N0} bytes");
        figures.AtLeast("  ours ÷ bare", Timing.Of([.. rounds.Zip(ofBare, (r, b) => r.PerSecond / b.PerSecond)]), 0.3, "");
        figures.AtMost("  answers other than 2xx, or none", rounds.Concat(ofBare).Sum(r => r.Refused + r.Lost), 0, "");
        figures.AtMost("memory after that load", ours.ResidentMegabytes, 165, "MB");
        await Weigh(http, figures, bytes);
    }

    private static async Task Weigh(HttpClient http, Figures figures, int decision)
    {
        figures.AtMost("HTML of the decision page", decision / 1000.0, 40, "kB");
        var first = "";
        foreach (var page in pages)
        {
            var html = await http.GetStringAsync(new Uri(page, UriKind.Relative));
            first = first.Length > 0 ? first : html;
            figures.AtMost($"HTML of {page}", System.Text.Encoding.UTF8.GetByteCount(html) / 1000.0, 40, "kB");
        }

        var assets = 0L;
        foreach (var asset in Assets().Matches(first).Select(m => m.Value))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var response = await http.SendAsync(request);
            assets += (await response.Content.ReadAsByteArrayAsync()).Length;
        }

        figures.AtMost("styles, script and icon, compressed (gzip)", assets / 1000.0, 60, "kB");
    }

    // From the start of the process to the last byte of the first page.
    private static async Task<double> Start(string[] serve)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await Server.Start(serve);
        using var http = new HttpClient();
        await http.GetByteArrayAsync(new Uri($"{server.Url}/"));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    [GeneratedRegex("/assets/[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assets();
}
