using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// Two ledgers that differ in one thing: the one has cases from which somebody is left out, the other never had them. To whoever is left out they are the
/// same, in every list, count, order, search and answer; and the circle of a case, which is one decision, says of everybody what lists say.
/// </summary>
public sealed class HiddenWorldsTests
{
    private const int Worlds = 2000, CasesEach = 4;
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Dictionary<Guid, Circle> circles = [];
    private readonly Dictionary<Guid, int> worlds = [];
    private readonly Random random = new(20261130);

    [Fact]
    public async Task Whoever_is_left_out_of_cases_sees_what_they_would_see_if_there_were_none_of_them()
    {
        await using var with = new TestLedger();
        await using var without = new TestLedger();
        var (more, fewer) = (Store(with), Store(without));
        List<WholeCase> all = [], seen = [];
        var hidden = 0;
        for (var world = 0; world < Worlds; world++)
        {
            for (var i = 0; i < CasesEach; i++)
            {
                var number = Number(world, i);
                (circles[Told.Id(number)], worlds[Told.Id(number)]) = (Any(world), world);
                var first = Told.First(Told.Worker, number, 1_000_000 + number);
                all.Add(more.Whole.Ready(first));
                if (circles[Told.Id(number)].LeavesOut(Of(world))) hidden++;
                else seen.Add(fewer.Whole.Ready(first));
            }
        }

        await more.Whole.BringIn(all);
        await fewer.Whole.BringIn(seen);
        Assert.InRange(hidden, Worlds, Worlds * (CasesEach - 1));
        var listed = 0;
        foreach (var some in Enumerable.Range(0, Worlds).Chunk(50))      // together, so that their looks share commits
        {
            var (ones, others) = (await Task.WhenAll(some.Select(world => Everything(more, world))),
                await Task.WhenAll(some.Select(world => Everything(fewer, world))));
            foreach (var (one, other) in ones.Zip(others)) Assert.Equal(other, one);
            listed += ones.Sum(one => one.Count(line => line.StartsWith("case", StringComparison.Ordinal)));
        }

        Assert.True(listed > Worlds * 4, $"{listed}");
        with.Tamper("DELETE FROM left_out");      // planted: as if no list asked who is left out, before it opens what lists show of a case
        var differing = 0;
        for (var world = 0; world < 100; world++)
            if (!(await Everything(more, world)).SequenceEqual(await Everything(fewer, world))) differing++;
        Assert.True(differing > 20, $"{differing}");
    }

    // All that the store answers to them, but for references, which are random.
    private static async Task<List<string>> Everything(CaseStore store, int world)
    {
        var viewer = Of(world);
        List<string> all = [];
        WorkFilter[] filters = [new(null), new(_ => true), new(by => by.Team == viewer.Team), new(_ => true) { IsUndated = true },
            new(by => by.Team == viewer.Team) { IsByOthers = true }];
        foreach (var filter in filters)
            foreach (var isNewestFirst in new[] { false, true })
                Tell((await store.Work(viewer, new(filter, 0, 2) { Counted = filters, IsNewestFirst = isNewestFirst, Known = Ids(world) }, stop)));
        foreach (var one in await store.Lists(viewer, filters, 2, stop)) Tell(one);
        Tell(await store.Find(viewer, null, [Robin(world)], 25, stop));
        foreach (var id in Ids(world))
        {
            var opened = await store.Open(viewer, new(id), "case", stop);
            all.Add($"{id} {opened?.Access} {opened?.File.Version} {store.IsIn(viewer, new(id))} {await store.Looked(viewer, new(id), stop) is not null}");
        }

        foreach (var one in await store.Service.PointedTo(viewer, new HashSet<Guid> { viewer.Team, Beside(viewer.Team) }, null, [Robin(world)], 25, stop))
            all.Add($"pointed {one.Case} {one.Lead} {one.Team}");
        foreach (var one in await store.OpenedBy(viewer, 100, stop)) all.Add($"opened {one.Case.Case} {one.Times}");
        return all;

        void Tell(CasesFound found)
        {
            all.Add($"{found.HasMore} {found.Unreadable} {string.Join(' ', found.Counts)} {string.Join(' ', found.Known.Keys.Order())}");
            all.AddRange(found.Cases.Select(item => $"case {item.Case} {item.Access} {item.Line} {string.Join(' ', item.Work)}"));
        }
    }

    private static IReadOnlyList<Guid> Ids(int world) => [.. Enumerable.Range(0, CasesEach).Select(i => Told.Id(Number(world, i)))];

    private static int Number(int world, int i) => 10_000 + (world * CasesEach) + i;

    private static Viewer Of(int world) => new(Told.Id(500_000 + world), Role.SocialWorker, Agency.SocialCare, Told.Id(700_000 + world));

    // Whom they cover, and another team of their service.
    private static Guid Beside(Guid one)
    {
        var bytes = one.ToByteArray();
        bytes[15] ^= 0x80;
        return new(bytes);
    }

    private static string Robin(int world) => $"robin{world}";


    // How the viewer's name sounds: asked by their account, as the program does.
    private static IReadOnlyList<string> Sounds(Guid account) => [$"{account:N} sounds", $"*{account:N}"];

    private sealed class Standing : IStanding
    {
        public Viewer Viewer(Guid account, Guid team, DateTimeOffset at) =>
            new Viewer(account, Role.SocialWorker, Agency.SocialCare, team) { Sounds = Sounds(account) } is var own
                ? own with { Others = [own with { For = Beside(account), ForSounds = ["covered sounds"], Through = Relation.Covering }] } : own;

        public Viewer? Of(Author by, DateTimeOffset at) => Viewer(by.Account, by.Team, at);
    }

    private CaseStore Store(TestLedger test) => new(test.Ledger, test.Clock, file => circles[file.Id.Value], file => new(
        [new(Paper.Whole, "a", "", Day(file, 1), new(Agency.SocialCare, circles[file.Id.Value].Members[0].Team), false),
            new(Paper.Whole, "b", "", Day(file, 7), new(Agency.Police), false), new(Paper.Whole, "c", "", null, new(Agency.SocialCare), false)],
        [new(Paper.Whole, "a line")], [new(Paper.Whole, Robin(worlds[file.Id.Value]))]), () => new Standing());

    private static DateOnly Day(CaseFile file, int from) => new DateOnly(2026, 4, from).AddDays(file.Id.Value.ToByteArray()[0] % 5);

    private Circle Any(int world)
    {
        var viewer = Of(world);
        List<Membership> members = [];
        for (var i = random.Next(1, 4); i > 0; i--)
            members.Add(random.Next(8) switch
            {
                0 => new(viewer.Account, null, Relation.Lead, Paper.Whole, Told.Start),
                1 => new(viewer.Account, null, Relation.Worker, Paper.Whole, Told.Start, Told.Start.AddDays(-1)),
                2 => new(null, viewer.Team, Relation.Receiver, Paper.Whole, Told.Start),
                3 => new(null, viewer.Team, Relation.Manager, Paper.Whole, Told.Start),
                4 => new(viewer.Account, null, Relation.BreakGlass, Paper.Whole, Told.Start, Told.Start.AddDays(1)),
                5 => new(Beside(viewer.Account), null, Relation.Lead, Paper.Whole, Told.Start),
                6 => new(Told.Stranger.Account, null, Relation.Lead, Paper.Whole, Told.Start) { In = Beside(viewer.Team) },
                _ => new(Told.Stranger.Account, null, Relation.Lead, Paper.Whole, Told.Start),
            });
        List<LeftOut> leftOut = [];
        for (var i = random.Next(6); i > 0; i--)
            leftOut.Add(random.Next(6) switch
            {
                0 => new(viewer.Account, null, ""),
                1 => new(null, Sounds(viewer.Account)[random.Next(2)], LeftOut.Named([Told.Worker.Account])),
                2 => new(null, Sounds(viewer.Account)[0], LeftOut.Named([Told.Worker.Account, viewer.Account])),
                3 => new(Told.Stranger.Account, null, ""),
                4 => new(Beside(viewer.Account), null, ""),
                _ => new(null, "another name", ""),
            });
        return new(members, [.. leftOut.Distinct()]);
    }
}
