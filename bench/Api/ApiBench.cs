using Lapwing.Testing;

namespace Lapwing.Bench.Api;

/// <summary>Requests a second of the API, beside an endpoint that only parses.</summary>
internal static class ApiBench
{
    private const int Pairs = 7;
    private const int Seconds = 5;
    private const string AnyPort = "http://127.0.0.1:0";

    public static async Task<int> Run()
    {
        using var load = new Load(Load.Json, Scenarios.All.Select(s => s.Line));
        var data = Directory.CreateTempSubdirectory("lapwing-bench-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(data.FullName, "settings.json"), """{ "requestsPerMinute": 1000000000 }""");
            await using var ours = await Server.Start(Processes.Lapwing("serve", "--urls", AnyPort, "--data", data.FullName));
            await using var bare = await Server.Start(Processes.Bench(BareEndpoint.Mode, AnyPort));
            Machine.Print();
            Console.WriteLine($"wrk, 2 threads and 16 connections on the same machine, {Pairs} pairs of rounds of {Seconds} seconds in turn.");
            Console.WriteLine();
            await Measure(load, $"{ours.Url}/api/triage", bare.Url);
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task Measure(Load load, string ours, string bare)
    {
        await load.On(bare, Seconds);      // the compiler comes to rest
        await load.On(ours, Seconds);
        var (rounds, ofBare) = (new Answered[Pairs], new Answered[Pairs]);
        for (var i = 0; i < Pairs; i++)
        {
            ofBare[i] = await load.On(bare, Seconds);
            rounds[i] = await load.On(ours, Seconds);
        }

        var figures = new Figures();
        figures.Tell("POST /api/triage", Timing.Of([.. rounds.Select(r => r.PerSecond)]), "a second");
        figures.Tell("  a bare endpoint that parses and echoes", Timing.Of([.. ofBare.Select(r => r.PerSecond)]), "a second");
        figures.AtLeast("  ours ÷ bare", Timing.Of([.. rounds.Zip(ofBare, (r, b) => r.PerSecond / b.PerSecond)]), 0.6, "");
        figures.AtMost("  answers other than 2xx", rounds.Concat(ofBare).Sum(r => r.Refused), 0, "");
        figures.AtMost("  requests without an answer", rounds.Concat(ofBare).Sum(r => r.Lost), 0, "");
        figures.Print();
    }
}
