using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Xunit;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Storage.Tests;

/// <summary>The door to cases.</summary>
public sealed class CaseStoreTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly CaseId seven = new(Told.Id(7));

    [Fact]
    public async Task What_was_recorded_comes_back_whole_after_the_ledger_was_closed()
    {
        await using var test = new TestLedger();
        var first = Told.First(Told.Worker, 7, 11, name: "Zoë O’Neill-Ẃilliams \"quoted\" \U0001F426");
        Assert.Equal(Appended.Done, await test.Store.Append(first, stop));
        var opened = await test.Store.Open(Told.Worker, seven, "case", stop);
        var wrong = opened!.File.Entries[0];
        var corrected = new NewEntry(new Corrected(wrong.Id, new People.Added(Told.Id(11), true, "Wren", null, [Involvement.Received]), "misheard"),
            Paper.Whole);
        Assert.Equal(Appended.Done, await test.Store.Append(Told.Allow(opened.File, Told.Act(Told.Worker, 12), corrected, Told.Person("Finch", 13)), stop));
        await test.Ledger.DisposeAsync();

        await using var again = test.Folder.Open(test.Clock);
        var file = (await new CaseStore(again, test.Clock, Told.Circle, Told.NoWork).Open(Told.Worker, seven, "case", stop))!.File;
        Assert.Equal(3, file.Entries.Count);
        Assert.Equal(first.Entries[0].Entry.Act, file.Entries[0].Act);
        Assert.Equal(first.Entries[0].Entry.About, file.Entries[0].About);
        Assert.Equal("Zoë O’Neill-Ẃilliams \"quoted\" \U0001F426", ((People.Added)file.Entries[0].Content).Name);
        Assert.Equal(["Wren", "Finch"], file.All<People.Added>().Select(p => p.Content.Name));
        Assert.Equal(new EntryId(Told.Id(12), 1), file.Entries[2].Id);
    }

    [Fact]
    public async Task Of_two_who_write_to_one_case_at_once_one_is_overtaken_and_nothing_is_lost()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        for (var i = 0; i < 20; i++)
        {
            var file = (await test.Store.Open(Told.Worker, seven, "case", stop))!.File;
            var both = await Task.WhenAll(Enumerable.Range(0, 2)
                .Select(n => Task.Run(() => test.Store.Append(Told.Allow(file, Told.Act(Told.Worker, 100 + (2 * i) + n),
                Told.Person("A", 100 + (2 * i) + n)), stop), stop)));
            Assert.Equal([Appended.Done, Appended.Overtaken], both.Order());
        }

        Assert.Equal(21, (await test.Store.Open(Told.Worker, seven, "case", stop))!.File.Version);
    }

    [Fact]
    public async Task Of_many_who_make_the_same_new_case_one_makes_it_with_one_key()
    {
        await using var test = new TestLedger();
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => test.Store.Append(Told.First(Told.Worker, 7, 100 + n), stop), stop)));
        Assert.Single(all, Appended.Done);
        Assert.Equal(15, all.Count(a => a == Appended.Overtaken));
        Assert.Single((await test.Store.Open(Told.Worker, seven, "case", stop))!.File.Entries);
    }

    [Fact]
    public async Task The_same_act_sent_many_times_at_once_is_recorded_once()
    {
        await using var test = new TestLedger();
        var allowed = Told.First(Told.Worker, 7, 11);
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => test.Store.Append(allowed, stop), stop)));
        Assert.Single(all, Appended.Done);
        Assert.Equal(15, all.Count(a => a == Appended.Already));
        Assert.Single((await test.Store.Open(Told.Worker, seven, "case", stop))!.File.Entries);
    }

    [Fact]
    public async Task Somebody_with_a_paper_sees_it_alone_and_is_overtaken_by_it_alone()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Teacher, 7, 11, Told.Report), stop);
        var store = test.StoreWith(file => [.. Told.Members(file), new(Told.Worker.Account, null, Relation.Lead, Paper.Whole, Told.Start)]);
        var shown = (await test.Store.Open(Told.Teacher, seven, "report", stop))!;
        await store.Append(Told.Allow(shown.File, Told.Act(Told.Teacher, 12), Told.Person("B", 12, Told.Report)), stop);

        var whole = (await store.Open(Told.Worker, seven, "case", stop))!;
        var paper = (await store.Open(Told.Teacher, seven, "report", stop))!;
        Assert.Equal(Appended.Done, await store.Append(Told.Allow(whole.File, Told.Act(Told.Worker, 13), Told.Person("Unseen", 13)), stop));
        Assert.Equal(2, (await store.Open(Told.Teacher, seven, "report", stop))!.File.Version);
        Assert.Equal(Appended.Done, await store.Append(Told.Allow(paper.File, Told.Act(Told.Teacher, 14), Told.Person("C", 14, Told.Report)), stop));
        Assert.Equal(Appended.Overtaken, await store.Append(Told.Allow(paper.File, Told.Act(Told.Teacher, 15), Told.Person("D", 15, Told.Report)), stop));
        Assert.Equal(4, (await store.Open(Told.Worker, seven, "case", stop))!.File.Version);
        Assert.Equal((Relation.Author, Relation.Lead), (paper.Access.By, whole.Access.By));
    }

    [Fact]
    public async Task A_membership_holds_until_before_its_end_and_from_the_entry_on_though_the_clock_was_ahead_when_it_was_recorded()
    {
        var (from, until) = (Told.Start.AddHours(1), Told.Start.AddHours(2));
        await using var test = new TestLedger(file => [new(Told.Worker.Account, null, Relation.Added, Paper.Whole, from, until),
            new(null, Told.Teacher.Team, Relation.Added, Paper.Whole, until)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        foreach (var (now, worker, teacher) in new[] { (from.AddTicks(-1), true, true), (from, true, true), (until.AddTicks(-1), true, true),
            (until, false, true) })
        {
            test.Clock.Now = now;
            Assert.Equal(worker, await test.Store.Open(Told.Worker, seven, "case", stop) is not null);
            Assert.Equal(teacher, await test.Store.Open(Told.Teacher, seven, "case", stop) is not null);
            Assert.Equal(worker, (await Told.CasesOf(test.Store, Told.Worker, stop)).Count == 1);
        }
    }

    [Fact]
    public async Task Something_decided_on_a_case_that_is_not_there_is_a_mistake()
    {
        await using var test = new TestLedger();
        var file = CaseFile.Of(seven, ReadScope.Whole, Told.First(Told.Worker, 7, 11).Entries[0].Entry);
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Store.Append(Told.Allow(file, Told.Act(Told.Worker, 12), Told.Person("A", 12)), stop));
    }

    [Fact]
    public async Task References_are_short_unambiguous_and_each_is_one_case()
    {
        await using var test = new TestLedger();
        for (var i = 0; i < 300; i++) await test.Store.Append(Told.First(Told.Worker, 1000 + i, 1000 + i), stop);
        var references = (await Told.CasesOf(test.Store, Told.Worker, stop)).Select(c => c.Reference).ToList();
        Assert.Equal(300, references.Distinct().Count());
        Assert.All(references, reference => Assert.Matches("^[2-9CDFGHJKMNPQRTVWX]{4,5}$", reference));
    }
}
