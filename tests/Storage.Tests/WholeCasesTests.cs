using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>The door by which whole new cases come in: it holds each act to what an append holds it to, and adds nothing to a case that is there.</summary>
public sealed class WholeCasesTests : IAsyncDisposable
{
    private readonly TestLedger ledger = new();

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_whole_case_is_stored_as_its_acts_one_by_one_are()
    {
        var (first, second) = TwoActs(500);
        Assert.Equal(1, await ledger.Store.Whole.BringIn(ledger.Store.Whole.Ready(first, second)));
        Assert.Equal(0, await ledger.Store.Whole.BringIn(ledger.Store.Whole.Ready(first, second)));      // it is there already
        var opened = await ledger.Store.Open(Told.Worker, first.Case, "case", TestContext.Current.CancellationToken);
        Assert.Equal(["Robin Fictional", "Second"], opened!.File.Entries.Select(entry => Assert.IsType<People.Added>(entry.Content).Name));
        Assert.Equal([1, 2], ledger.Ledger.Read(connection => connection.Rows(r => r.GetInt64(0), "SELECT sequence FROM entries ORDER BY sequence")));
        Assert.Empty(Verify.Run(ledger.Folder.Data).Findings);
        Assert.Equal(Appended.Done, await ledger.Store.Append(Told.Allow(opened.File, Told.Act(Told.Worker, 503), Told.Person("Later", 503)),
            TestContext.Current.CancellationToken));      // and it goes on as any case does
    }

    [Fact]
    public async Task Nothing_comes_into_a_case_that_is_there_and_nothing_of_what_was_brought_with_it()
    {
        await Told.Append(ledger.Store, new(Told.Id(600)), 601);
        var (foreign, _) = TwoActs(600);
        var (fresh, _) = TwoActs(700);
        var refused = await Assert.ThrowsAsync<LedgerRefusedException>(() =>
            ledger.Store.Whole.BringIn(ledger.Store.Whole.Ready(fresh), ledger.Store.Whole.Ready(foreign)));
        Assert.Contains("is in the ledger with other acts", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, ledger.Count("SELECT count(*) FROM entries"));
    }

    [Fact]
    public void An_act_that_was_decided_on_less_than_stood_there_is_not_taken()
    {
        var (first, second) = TwoActs(800);
        Assert.Throws<ArgumentException>(() => ledger.Store.Whole.Ready(second));
        Assert.Throws<ArgumentException>(() => ledger.Store.Whole.Ready(first, second, second));
        Assert.Throws<ArgumentException>(() => ledger.Store.Whole.Ready());
    }

    [Fact]
    public void An_act_of_somebody_who_was_not_in_the_case_is_not_taken()
    {
        var first = Told.First(Told.Worker, 900, 901);
        var file = CaseFile.Of(first.Case, ReadScope.Whole, first.Entries.Select(named => named.Entry));
        Assert.Throws<ArgumentException>(() =>
            ledger.Store.Whole.Ready(first, Told.Allow(file, Told.Act(Told.Stranger, 902), Told.Person("Not theirs", 902))));
    }

    private static (Allowed First, Allowed Second) TwoActs(int number)
    {
        var first = Told.First(Told.Worker, number, number + 11);
        var file = CaseFile.Of(first.Case, ReadScope.Whole, first.Entries.Select(named => named.Entry));
        return (first, Told.Allow(file, Told.Act(Told.Worker, number + 12), Told.Person("Second", number + 12)));
    }
}
