using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Whether somebody is known to a service: told to its front door as whom to ring, and to nobody of whom it is not known that they may know.</summary>
public sealed class PointerTests : IAsyncLifetime
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly Guid mine = Told.Id(800), sister = Told.Id(801), elsewhere = Told.Id(802), worker = Told.Id(810);
    private static readonly Viewer me = new(Told.Id(811), Role.DutyOfficer, Agency.SocialCare, mine) { Sounds = ["sounds so"] };
    private static readonly HashSet<Guid> service = [mine, sister];
    private readonly Dictionary<Guid, Circle> circles = [];
    private readonly TestLedger test = new();
    private CaseStore store = null!;

    public ValueTask InitializeAsync()
    {
        store = new(test.Ledger, test.Clock, file => circles[file.Id.Value], file => new([], [], [new(Paper.Whole, "robin"), new(Told.Report, "robin"),
            new(Paper.Whole, "hidden")]));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task A_case_of_the_service_is_told_by_its_reference_its_lead_and_their_team_and_each_time_stands_in_its_log()
    {
        var reference = await Case(1, Lead(sister), new(null, sister, Relation.Manager, Paper.Whole, Told.Start));
        var found = Assert.Single(await Asked("robin"));
        Assert.Equal((reference, worker, sister), (found.Reference, found.Lead, found.Team));
        Assert.Single(await Referenced(reference));
        Assert.Single(await Asked("robin", "hidden"));
        Assert.Empty(await Asked("robin", "nobody"));
        Assert.Equal(3, test.Ledger.Read(connection => connection.Value<long>(
            "SELECT count(*) FROM access_log WHERE outcome = 'pointed' AND purpose = 'is known' AND case_id = ?1", Told.Id(1).Bytes())));
    }

    [Fact]
    public async Task What_is_told_is_of_the_service_alone_and_of_the_part_that_it_has_or_had()
    {
        await Case(1, Lead(elsewhere));
        Assert.Empty(await Asked("robin"));
        await Case(2, new Membership(null, sister, Relation.Receiver, Told.Report, Told.Start, Told.Start.AddDays(1)));      // it had it once
        test.Clock.Now = Told.Start.AddDays(9);
        Assert.Equal(Told.Id(2), Assert.Single(await Asked("robin")).Case.Value);
        Assert.Empty(await Asked("hidden"));      // a name that stands in the whole alone
        await Case(3, new Membership(null, mine, Relation.Receiver, Told.Report, Told.Start));
        Assert.Equal(Told.Id(2), Assert.Single(await Asked("robin")).Case.Value);      // the third is theirs: it is found as a case
    }

    [Theory]
    [InlineData(Relation.ReceiverInConfidence), InlineData(Relation.StandIn), InlineData(Relation.Asked), InlineData(Relation.Author)]
    public async Task What_the_service_has_in_confidence_is_told_to_nobody_else_of_it(Relation relation)
    {
        await Case(1, new Membership(null, sister, relation, Told.Report, Told.Start));
        Assert.Empty(await Asked("robin"));
        await Case(2, Lead(sister), new(null, sister, relation, Told.Report, Told.Start));
        Assert.Equal(relation == Relation.ReceiverInConfidence ? 0 : 1, (await Asked("robin")).Count);
    }

    [Fact]
    public async Task A_name_that_stands_in_very_many_cases_of_others_is_found_in_that_of_the_service()
    {
        foreach (var i in Enumerable.Range(1, 510)) await Case(i, Lead(elsewhere));
        Assert.Empty(await Asked("robin"));
        await Case(999, Lead(sister));
        Assert.Equal(Told.Id(999), Assert.Single(await Asked("robin")).Case.Value);
    }

    [Fact]
    public async Task Nobody_who_is_left_out_is_told()
    {
        foreach (var leftOut in new LeftOut[] { new(me.Account, null, ""), new(null, "sounds so", "") })
        {
            circles[Told.Id(1)] = new([Lead(sister)], [leftOut]);
            await Case(1, leftOut);
            Assert.Empty(await Asked("robin"));
        }

        test.Tamper("DELETE FROM left_out");      // planted: the sealed lists say it again
        Assert.Empty(await Asked("robin"));
    }

    private static Membership Lead(Guid team) => new(worker, null, Relation.Lead, Paper.Whole, Told.Start) { In = team };

    private async Task<IReadOnlyList<Pointer>> Asked(params string[] words) => await store.Service.PointedTo(me, service, null, words, 25, stop);

    private async Task<IReadOnlyList<Pointer>> Referenced(string reference) => await store.Service.PointedTo(me, service, reference, [], 25, stop);

    private Task<string> Case(int number, params Membership[] members) => Case(number, new Circle(members, []));

    private Task<string> Case(int number, LeftOut leftOut) => Case(number, new Circle([Lead(sister)], [leftOut]));

    private async Task<string> Case(int number, Circle circle)
    {
        var id = Told.Id(number);
        circles[id] = circle;
        await store.Append(Told.Allow(CaseFile.Of(new(id), ReadScope.Whole), Told.Act(Told.Worker, 20 + number, test.Clock.Now),
            Told.Person("Robin Fictional", 30 + number)), stop);
        return test.Ledger.Read(connection => connection.Rows(r => r.Text(0), "SELECT reference FROM cases WHERE case_id = ?1", id.Bytes())[0]);
    }
}
