using System.Diagnostics;
using System.Globalization;

namespace Lapwing.Bench.Api;

/// <summary>What a round of load came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Refused">Answers other than 2xx and 3xx.</param>
/// <param name="Lost">Requests without an answer.</param>
/// <param name="Median">Milliseconds of the median answer.</param>
internal sealed record Answered(double PerSecond, long Refused, long Lost, double Median);

/// <summary>Load by wrk: 2 threads, 16 connections, bodies in turn; or one page again and again.</summary>
internal sealed class Load : IDisposable
{
    private const string Post = """
        local requests = {}
        local next = 0

        function init(args)
          for line in io.lines(args[1]) do
            requests[#requests + 1] = wrk.format("POST", nil, { ["Content-Type"] = args[2] }, line)
          end
        end

        function request()
          next = next % #requests + 1
          return requests[next]
        end
        """;

    private const string Done = """

        function done(summary, latency, all)
          local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
          io.write(string.format("result %d %d %d %d %d\n", summary.requests, summary.duration, summary.errors.status, lost, latency:percentile(50)))
        end
        """;

    /// <summary>One concern as JSON.</summary>
    public const string Json = "application/json";

    /// <summary>What a page posts.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    private readonly string[] header;
    private readonly string[] bodies = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-bench-");

    /// <summary>Prepares bodies of a content type, a line each.</summary>
    public Load(string type, IEnumerable<string> bodies)
        : this(Post + Done)
    {
        this.bodies = ["--", InFolder("bodies"), type];
        File.WriteAllLines(InFolder("bodies"), bodies);
    }

    private Load(string script, params string[] header)
    {
        this.header = header;
        if (!Processes.Has("wrk")) Install();
        File.WriteAllText(InFolder("load.lua"), script);
    }

    /// <summary>A load that asks for pages, signed in by a cookie where there is one.</summary>
    public static Load OfPages(string cookie = "") => new(Done, cookie.Length > 0 ? ["--header", $"Cookie: {cookie}"] : []);

    /// <summary>One round.</summary>
    public async Task<Answered> On(string url, int seconds, int connections = 16)
    {
        var result = "";
        string[] command = ["wrk", "--threads", $"{Math.Min(2, connections)}", "--connections", $"{connections}", "--duration", $"{seconds}s",
            .. header, "--script", InFolder("load.lua"), url, .. bodies];
        using var wrk = Processes.Start(command, line => result = line.StartsWith("result ", StringComparison.Ordinal) ? line : result);
        await wrk.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(seconds + 30));
        if (result.Length == 0) throw new CannotMeasureException($"wrk could not load {url}.");
        var numbers = result.Split(' ').Skip(1).Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0] / (numbers[1] / 1e6), numbers[2], numbers[3], numbers[4] / 1e3);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Install()
    {
        if (Environment.UserName == "root" && Processes.Has("apt-get"))
        {
            Console.Error.WriteLine("Installing wrk");
            using var apt = Process.Start(new ProcessStartInfo("apt-get",
                ["install", "-y", "-qq", "wrk"])
            { UseShellExecute = false, RedirectStandardOutput = true })!;
            apt.StandardOutput.ReadToEnd();
            apt.WaitForExit();
        }

        if (!Processes.Has("wrk")) throw new CannotMeasureException("wrk makes the load and is not installed; on Debian: apt-get install wrk.");
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name);
}
