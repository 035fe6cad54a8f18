using System.Diagnostics;
using Lapwing.Bench.Api;
using Lapwing.Bench.Ledger;
using Lapwing.Casework.Stories;

namespace Lapwing.Bench.Cases;

/// <summary>
/// Cases over HTTP: the durable append and the signed-in pages, each beside the least that could do something like it, in processes of their own and
/// in turn.
/// </summary>
internal static class CasesBench
{
    private const int Pairs = 7, Seconds = 4, Starts = 7, Mine = 50, Usual = 20, Long = 2000, Corrections = 200, Changes = 30, Children = 300;
    private const string AnyPort = "http://127.0.0.1:0";

    public static async Task<int> Run(string[] parts)
    {
        var figures = new Figures();
        (string Name, Func<Task> Measure)[] all = [("append", () => Append(figures)), ("pages", () => Pages(figures)), ("start", () => Start(figures))];
        if (parts.Except(all.Select(part => part.Name)).FirstOrDefault() is { } unknown)
            throw new CannotMeasureException($"there is no '{unknown}' to measure of the cases.");
        Machine.Print();
        Console.WriteLine($"wrk, 2 threads and 16 connections on the same machine, {Pairs} rounds of {Seconds} seconds of each in turn; {Starts} starts.");
        Console.WriteLine();
        foreach (var (name, measure) in all)
            if (parts.Length == 0 || parts.Contains(name)) await measure();
        figures.Print();
        return 0;
    }

    // What decides is the endpoint with one statement and one commit a request; the other one shows what committing for many is worth.
    private static async Task Append(Figures figures)
    {
        await using var ours = await Server.Start(Processes.Bench(AppendServer.Mode, AnyPort));
        await using var bare = await Server.Start(Processes.Bench(BareStatement.Inserting, AnyPort, BareStatement.Single));
        await using var grouped = await Server.Start(Processes.Bench(BareStatement.Inserting, AnyPort, BareStatement.Grouped));
        using var load = new Load(Load.Form, ["report"]);
        var rounds = await InTurn(load, [ours.Url, bare.Url, grouped.Url]);
        figures.Tell("append a report, decided, sealed, chained, listed and logged", PerSecond(rounds[0]), "a second",
            $", median {Timing.Of([.. rounds[0].Select(r => r.Median)]):0.0} ms");
        figures.AtLeast("  ÷ a bare endpoint that inserts one row, a commit each", Ratio(rounds[0], rounds[1]), 0.25, "",
            $" ({PerSecond(rounds[1]):N0} a second)");
        figures.Tell("  ÷ a bare endpoint that inserts one row, a commit for all that arrived", Ratio(rounds[0], rounds[2]), "",
            $" ({PerSecond(rounds[2]):N0} a second)");
        Refused(figures, rounds);
    }

    private static async Task Pages(Figures figures)
    {
        await using var ledger = new TemporaryLedger();
        var (usual, far, corrected, crowd) = await Fill(ledger);
        await using var ours = await Server.Start(Demonstration(ledger.Folder.Data));
        var (teacher, officer) = (await SignedIn.As(DemonstrationPeople.Teacher, ours.Url), await SignedIn.As(DemonstrationPeople.Officer, ours.Url));
        await Beside(figures, $"the page of a case of {Usual} entries", $"{ours.Url}/work/{usual}", teacher, 0.2);
        await BesideEmpty(figures, $"{ours.Url}/work/{usual}", teacher, 0.7);
        await Beside(figures, $"the work of somebody who is in {Mine} cases", $"{ours.Url}/work", teacher, 0.3);
        await BesideEmpty(figures, $"{ours.Url}/work", teacher, 0.5);

        await OneReader(figures, $"the page of a case of {Long:N0} entries", $"{ours.Url}/work/{far}", officer, 25);
        await OneReader(figures, $"the history of {Long:N0} entries, {Corrections} of them corrections, and {Changes} changes of facts",
            $"{ours.Url}/work/{corrected}/history", officer, 150);
        await OneReader(figures, $"the page of a case into which {Children} children came one by one", $"{ours.Url}/work/{crowd}", officer, 150);
        figures.AtMost("memory after all that", ours.ResidentMegabytes, 165, "MB");
    }

    private static async Task OneReader(Figures figures, string what, string address, string cookie, double target)
    {
        var times = new double[Pairs];
        var bytes = await SignedIn.Size(address, cookie);
        using var load = Load.OfPages(cookie);
        await load.On(address, Seconds, connections: 1);
        for (var i = 0; i < Pairs; i++) times[i] = (await load.On(address, Seconds, connections: 1)).Median;
        figures.AtMost($"{what}, one reader, median", Timing.Of(times), target, "ms", $" ({bytes:N0} bytes)");
    }

    // An empty page behind the same sign-in: what of the time is the case's.
    private static async Task BesideEmpty(Figures figures, string address, string cookie, double target)
    {
        var bytes = await SignedIn.Size(address, cookie);
        await using var empty = await Server.Start(Processes.Bench(EmptyPage.Mode, AnyPort, $"{bytes}"));
        using var ours = Load.OfPages(cookie);
        using var theirs = Load.OfPages(await SignedIn.As(DemonstrationPeople.Teacher, empty.Url));
        var (rounds, bare, url) = (new Answered[Pairs], new Answered[Pairs], $"{empty.Url}{EmptyPage.Address}");
        await theirs.On(url, Seconds);
        for (var i = 0; i < Pairs; i++) (rounds[i], bare[i]) = (await ours.On(address, Seconds), await theirs.On(url, Seconds));
        figures.AtLeast("  ÷ an empty signed-in page of like size", Ratio(rounds, bare), target, "", $" ({PerSecond(bare):N0} a second)");
        Refused(figures, [rounds, bare]);
    }

    private static async Task Beside(Figures figures, string what, string address, string cookie, double target)
    {
        var bytes = await SignedIn.Size(address, cookie);
        await using var bare = await Server.Start(Processes.Bench(BareStatement.Reading, AnyPort, $"{bytes / 115}"));
        using Load load = Load.OfPages(cookie);
        var rounds = await InTurn(load, [address, $"{bare.Url}/bare-row"]);
        figures.Tell(what, PerSecond(rounds[0]), "a second", $", {bytes:N0} bytes, median {Timing.Of([.. rounds[0].Select(r => r.Median)]):0.0} ms");
        figures.AtLeast("  ÷ a bare Razor page of like size with one statement", Ratio(rounds[0], rounds[1]), target, "",
            $" ({PerSecond(rounds[1]):N0} a second, {await SignedIn.Size($"{bare.Url}/bare-row", cookie):N0} bytes)");
        Refused(figures, rounds);
    }

    private static async Task Start(Figures figures)
    {
        await using var ledger = new TemporaryLedger();
        await Fill(ledger);
        var starts = new double[Starts];
        for (var i = 0; i < Starts; i++) starts[i] = await First(ledger.Folder.Data);
        figures.AtMost($"start on a folder with {Mine + 1} cases, to the first page", Timing.Of(starts), 1, "s");
        for (var i = 0; i < Starts; i++)
        {
            var empty = Directory.CreateTempSubdirectory("lapwing-bench-");
            starts[i] = await First(empty.FullName);
            empty.Delete(recursive: true);
        }

        figures.Tell("  on an empty folder, which is filled with the demonstration's cases", Timing.Of(starts), "s");
    }

    private static async Task<double> First(string data)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await Server.Start(Demonstration(data));
        using var http = new HttpClient();
        await http.GetByteArrayAsync(new Uri($"{server.Url}/"));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // Cases of one teacher, and a long one of somebody else's.
    private static async Task<(string Usual, string Long, string Corrected, string Crowd)> Fill(TemporaryLedger ledger)
    {
        var now = TimeProvider.System.GetUtcNow();
        await File.WriteAllTextAsync(Path.Combine(ledger.Folder.Data, "settings.json"), """{ "requestsPerMinute": 1000000000 }""");
        var all = await Task.WhenAll(Enumerable.Range(0, Mine).Select(i => Task.Run(() => Written.Case($"mine {i}", now, Usual).To(ledger.Store))));
        var far = await Written.Case("long", now, Long, DemonstrationPeople.Officer).To(ledger.Store);
        var corrected = await Written.Corrected("corrected", now, Long, Changes, Corrections, DemonstrationPeople.Officer).To(ledger.Store);
        var crowd = await Written.Crowd("crowd", now, Children, DemonstrationPeople.Officer).To(ledger.Store);
        await ledger.Close();
        return ($"{all[0]}", $"{far}", $"{corrected}", $"{crowd}");
    }

    private static string[] Demonstration(string data) => Processes.Lapwing("demo", "--urls", AnyPort, "--data", data);

    private static async Task<Answered[][]> InTurn(Load load, string[] urls)
    {
        foreach (var url in urls) await load.On(url, Seconds);      // the compiler comes to rest
        var rounds = urls.Select(_ => new Answered[Pairs]).ToArray();
        for (var round = 0; round < Pairs; round++)
            for (var i = 0; i < urls.Length; i++) rounds[i][round] = await load.On(urls[i], Seconds);
        return rounds;
    }

    private static double PerSecond(Answered[] rounds) => Timing.Of([.. rounds.Select(r => r.PerSecond)]);

    private static double Ratio(Answered[] ours, Answered[] bare) => Timing.Of([.. ours.Zip(bare, (o, b) => o.PerSecond / b.PerSecond)]);

    private static void Refused(Figures figures, Answered[][] rounds) =>
        figures.AtMost("  answers other than 2xx, or none", rounds.SelectMany(r => r).Sum(r => r.Refused + r.Lost), 0, "");
}
