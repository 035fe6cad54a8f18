using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Stories;
using Lapwing.Web;
using Lapwing.Web.Simulation;
using Xunit;

namespace Lapwing.Storage.Tests.Simulation;

/// <summary>Fictional cases, in numbers: the same from the same seed, each act allowed, whatever interrupted it.</summary>
public sealed class SimulationTests : IDisposable
{
    private static readonly Simulated few = new(60, 7, SimulatedLedger.Until);
    private readonly SimulatedLedger one = new(), other = new();

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task The_same_seed_tells_the_same_cases_and_another_tells_others()
    {
        await one.Fill(few);
        await other.Fill(few);
        var lines = await SimulatedLedger.Lines(one.Data);
        Assert.True(lines.Count > 10 * few.Cases / 2, $"{lines.Count} entries");
        Assert.Equal(lines, await SimulatedLedger.Lines(other.Data));
        using var third = new SimulatedLedger();
        await third.Fill(few with { Seed = 8 });
        Assert.Empty((await SimulatedLedger.Lines(third.Data)).Intersect(lines));
    }

    // Decided anew, each on the case as it stood and as its author saw it then.
    [Fact]
    public async Task Every_act_is_allowed_to_whoever_recorded_it_at_the_moment_at_which_they_did()
    {
        await one.Fill(few with { Cases = 150 });
        foreach (var file in await SimulatedLedger.Cases(one.Data))
        {
            foreach (var act in file.Entries.GroupBy(entry => entry.Act.Id))
            {
                var (first, before) = (act.First(), file.Before(act.First().Id));
                var by = first.Act.By;
                var scope = before.Version == 0 ? ReadScope.Of(first.Paper) : CaseAccess.Of(new(by.Account, by.Role, by.Agency, by.Team),
                    new CaseView(before, RuleBook.Standard).Circle, first.Act.RecordedAt)?.Scope;
                Assert.NotNull(scope);
                var decided = Catalogue.Decide(new(before.Within(scope), RuleBook.Standard), first.Act,
                    [.. act.Select(entry => new NewEntry(entry.Content, entry.Paper))]);
                Assert.Equal(act.Count(), Assert.IsType<Allowed>(decided).Entries.Count);
            }

            Assert.Equal(file.Entries.Select(entry => entry.Act.RecordedAt).Order(), file.Entries.Select(entry => entry.Act.RecordedAt));
        }
    }

    [Fact]
    public async Task Cut_off_it_goes_on_where_it_was_and_ends_as_if_it_had_not_been()
    {
        var simulated = few with { Cases = 600 };
        await Assert.ThrowsAsync<OperationCanceledException>(() => one.Fill(simulated, endAfter: 190));
        var there = await SimulatedLedger.Cases(one.Data);
        Assert.InRange(there.Count, 190, 599);
        await one.Fill(simulated);
        await other.Fill(simulated);
        Assert.Equal(await SimulatedLedger.Lines(other.Data), await SimulatedLedger.Lines(one.Data));
    }

    [Fact]
    public async Task A_ledger_with_a_case_of_somebody_else_is_refused()
    {
        await one.Fill(few);
        var refused = await Assert.ThrowsAsync<LedgerRefusedException>(() => one.Fill(few with { Seed = 8 }));
        Assert.Contains("60 cases that the simulation did not make", refused.Message, StringComparison.Ordinal);
        Assert.Equal(few.Cases, (await SimulatedLedger.Cases(one.Data)).Count);
    }

    [Fact]
    public async Task The_demonstration_shows_them_to_its_people_and_tells_no_story_of_its_own()
    {
        await one.Fill(few);
        await using var demonstration = await DemonstrationCases.Open(one.Data, one.Clock);
        var store = DemonstrationCases.Store(demonstration.Ledger, one.Clock);
        Assert.Equal(few.Cases, store.Whole.Ids().Count);
        var stop = TestContext.Current.CancellationToken;
        Assert.InRange((await Told.CasesOf(store, Told.Of(DemonstrationPeople.SafeguardingLead), stop)).Count, 20, 55);
        Assert.Empty(await Told.CasesOf(store, Told.Of(DemonstrationPeople.Colleague), stop));
    }
}
