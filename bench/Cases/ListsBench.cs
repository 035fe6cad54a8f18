using System.Diagnostics;
using Lapwing.Bench.Api;
using Lapwing.Bench.Ledger;
using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Storage;

namespace Lapwing.Bench.Cases;

/// <summary>
/// Somebody's work, and a team's inbox, where the team has few cases, many and very many, and where the partnership has few people and very many: the first
/// page, served in turn by processes of their own; and a search among the cases of somebody who is in some of them.
/// </summary>
internal static class ListsBench
{
    private const int Theirs = 1000, People = 2_000, AtOnce = 500, Rounds = 7, Seconds = 3, Searches = 200;
    private const string AnyPort = "http://127.0.0.1:0";
    private static readonly int[] sizes = [50, 5_000, 100_000];

    public static async Task<int> Run()
    {
        Machine.Print();
        Console.WriteLine($"wrk, 2 threads and 16 connections on the same machine, {Rounds} rounds of {Seconds} seconds of each in turn.");
        Console.WriteLine();
        var figures = new Figures();
        List<TemporaryLedger> ledgers = [];
        List<Server> servers = [];
        try
        {
            foreach (var size in sizes)
            {
                ledgers.Add(new());
                await Fill(ledgers[^1], size, DemonstrationPeople.Teacher, DemonstrationPeople.SocialWorker);
            }

            await Fill(ledgers[^1], Theirs, DemonstrationPeople.Nurse);
            await new StaffLog(ledgers[^1].Ledger).Append(0, Partnership.Of(People));
            Access(figures);
            await Search(figures, ledgers[^1].Store, "nobody called", 5);
            await Search(figures, ledgers[^1].Store, "robin f", 5);
            await Search(figures, ledgers[^1].Store, "roben f", 10, isAlike: true);
            foreach (var ledger in ledgers)
            {
                await ledger.Close();
                servers.Add(await Server.Start(Processes.Lapwing("demo", "--urls", AnyPort, "--data", ledger.Folder.Data)));
            }

            await Pages(figures, servers, "your work", "/work", DemonstrationPeople.SafeguardingLead);
            await Pages(figures, servers, "the team's inbox", "/work/team", DemonstrationPeople.SocialWorker);
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
            foreach (var ledger in ledgers) await ledger.DisposeAsync();
        }

        figures.Print();
        return 0;
    }

    private static async Task Pages(Figures figures, IReadOnlyList<Server> servers, string name, string path, Person by)
    {
        List<Load> loads = [];
        var rounds = servers.Select(_ => new Answered[Rounds]).ToArray();
        foreach (var (i, server) in servers.Index())
        {
            var cookie = await SignedIn.As(by, server.Url);
            figures.AtMost($"{name} with {sizes[i]:N0} cases: bytes", await SignedIn.Size($"{server.Url}{path}", cookie), 40_000, "");
            loads.Add(Load.OfPages(cookie));
            await loads[i].On($"{server.Url}{path}", Seconds);      // the compiler comes to rest
        }

        for (var round = 0; round < Rounds; round++)
            foreach (var (i, server) in servers.Index()) rounds[i][round] = await loads[i].On($"{server.Url}{path}", Seconds);
        foreach (var (i, size) in sizes.Index())
            figures.Tell($"{name} with {size:N0} cases", Timing.Of([.. rounds[i].Select(r => r.PerSecond)]), "a second",
                $", median {Timing.Of([.. rounds[i].Select(r => r.Median)]):0.0} ms");
        var slower = rounds[0].Zip(rounds[^1], (few, many) => few.PerSecond / many.PerSecond);
        figures.AtMost($"  {sizes[^1]:N0} ÷ {sizes[0]:N0}, the time of one", Timing.Of([.. slower]), 1.3, "");
        foreach (var load in loads) load.Dispose();
    }

    // The decision alone, of every case of the demonstration and each of its people: who sees how much, and why.
    private static void Access(Figures figures)
    {
        var circles = Demonstration.Stories(new(2026, 3, 27)).Select(story => story.View.Circle).ToList();
        var viewers = DemonstrationPeople.All.Select(Staff.ViewerOf).ToList();
        var now = new DateTimeOffset(2026, 3, 27, 9, 0, 0, TimeSpan.Zero);
        var timing = Lapwing.Bench.Rounds.Of(new Contender(
            () => (ulong)circles.Sum(circle => viewers.Count(viewer => CaseAccess.Of(viewer, circle, now) is not null)), circles.Count * viewers.Count))[0];
        figures.AtMost("who sees a case: the decision", timing.Nanoseconds / 1_000, 1, "µs", $" ({timing.Bytes:N0} bytes allocated)");
    }

    private static async Task Search(Figures figures, CaseStore store, string typed, double target, bool isAlike = false)
    {
        var (viewer, spelt) = (Staff.ViewerOf(DemonstrationPeople.Nurse), SearchTerms.In(typed));
        var words = isAlike ? SearchTerms.AsTheySound(spelt) : spelt;
        var (times, found) = (new double[Searches], 0);
        for (var i = 0; i < Searches; i++)
        {
            var started = Stopwatch.GetTimestamp();
            found = (await store.Find(viewer, "ABCD", words, 25)).Cases.Count;
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        figures.AtMost($"a search for {(isAlike ? "what sounds like " : "")}\"{typed}\" at {sizes[^1] + Theirs:N0} cases by somebody who is in {Theirs:N0}: "
            + "median", Timing.Of(times), target, "ms",
            $" ({found} shown)");
    }

    private static async Task Fill(TemporaryLedger ledger, int count, Person by, Person? referredTo = null)
    {
        await File.WriteAllTextAsync(Path.Combine(ledger.Folder.Data, "settings.json"), """{ "requestsPerMinute": 1000000000 }""");
        var now = TimeProvider.System.GetUtcNow();
        foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
            await ledger.Store.Whole.BringIn([.. some.AsParallel().AsOrdered().Select(i =>
                ledger.Store.Whole.Ready(Written.Report(Story.IdOf($"{by.Name} {i}"), now.AddMinutes(-i), by, referredTo)))]);
    }
}
