using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Who may see, and who may write, follows from the entries: what somebody with the file writes into the table of memberships opens nothing.</summary>
public sealed class ForgedMembershipTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly CaseId seven = new(Told.Id(7));

    [Theory]
    [InlineData("lead", "whole")]
    [InlineData("added", "whole")]
    [InlineData("receiver", "report")]
    public async Task A_forged_row_opens_nothing_and_the_look_is_written_down_as_refused(string relation, string paper)
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Forge(test, Told.Stranger, relation, paper, Told.Start);
        Assert.Null(await test.Store.Open(Told.Stranger, seven, "case", stop));
        Assert.Null(await test.Store.Looked(Told.Stranger, seven, stop));
        Assert.Equal(2, test.Count("SELECT count(*) FROM access_log WHERE outcome = 'not-shown' AND relation IS NULL"));
        Assert.NotNull(await test.Store.Open(Told.Worker, seven, "case", stop));

        // Planted: were the row true by the entries too, it would open; and rebuilding finds the false one.
        var believing = test.StoreWith(file => [.. Told.Members(file), new(Told.Stranger.Account, null, Relation.Lead, Paper.Whole, Told.Start)]);
        Assert.NotNull(await believing.Open(Told.Stranger, seven, "case", stop));
        Assert.Single((await test.Store.Rebuild(stop)).Differing);
    }

    [Fact]
    public async Task A_row_that_says_more_than_the_entries_shows_no_more()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        var whole = (await test.Store.Open(Told.Worker, seven, "case", stop))!.File;
        var both = test.StoreWith(file => [.. Told.Members(file), new(Told.Teacher.Account, null, Relation.Author, Told.Report, Told.Start)]);
        await both.Append(Told.Allow(whole, Told.Act(Told.Worker, 12), Told.Person("Seen", 12, Told.Report)), stop);
        test.Tamper("UPDATE memberships SET paper_kind = 'whole', paper_id = zeroblob(16), relation = 'lead', from_at = 0");
        var opened = (await both.Open(Told.Teacher, seven, "case", stop))!;
        Assert.Equal(new(ReadScope.Of(Told.Report), Relation.Author, Told.Start, Told.Teacher), opened.Access);
        Assert.Equal([Told.Report], opened.File.Entries.Select(entry => entry.Paper));
        Assert.Null(await both.Looked(Told.Teacher, seven, stop));
    }

    [Fact]
    public async Task An_entry_that_was_taken_out_keeps_a_case_shut()
    {
        await using var test = new TestLedger();
        for (var act = 11; act < 14; act++) await Told.Append(test.Store, seven, act);
        test.Tamper("DELETE FROM entries WHERE sequence = 2");
        Assert.Contains("Entry 2 of case", (await Assert.ThrowsAsync<LedgerRefusedException>(() => test.Store.Open(Told.Worker, seven, "case", stop)))
            .Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_form_of_somebody_who_was_taken_out_is_not_recorded(bool isForged)
    {
        var until = Told.Start.AddHours(1);
        var isOut = false;
        await using var test = new TestLedger(file => [new(Told.Worker.Account, null, Relation.Lead, Paper.Whole, Told.Start),
            new(Told.Teacher.Account, null, Relation.Added, Paper.Whole, Told.Start, isOut ? until : null)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        var shown = (await test.Store.Open(Told.Teacher, seven, "form", stop))!.File;
        Allowed By(Viewer viewer, int act, DateTimeOffset at) => Told.Allow(shown, Told.Act(viewer, act, at), Told.Person("Late", act));

        // Planted: while they are in it, the same form is recorded.
        var recorded = By(Told.Teacher, 12, until.AddTicks(-1));
        Assert.Equal(Appended.Done, await test.Store.Append(recorded, stop));
        shown = (await test.Store.Open(Told.Teacher, seven, "form", stop))!.File;
        isOut = true;
        if (isForged) Forge(test, Told.Teacher, "lead", "whole", Told.Start);
        Assert.Equal(Appended.NotAllowed, await test.Store.Append(By(Told.Teacher, 13, until), stop));
        Assert.Equal(1, test.Count("SELECT count(*) FROM access_log WHERE outcome = 'not-shown' AND purpose = 'record'"));
        Assert.Equal(Appended.Done, await test.Store.Append(By(Told.Worker, 14, until), stop));

        // Whoever is out does not even learn that it went on without them; what they recorded while they were in stays theirs.
        Assert.Equal(Appended.NotAllowed, await test.Store.Append(By(Told.Teacher, 15, until), stop));
        Assert.Equal(Appended.Already, await test.Store.Append(recorded, stop));
        Assert.Equal(3, (await test.Store.Open(Told.Worker, seven, "case", stop))!.File.Version);
    }

    [Fact]
    public async Task Nobody_writes_to_a_paper_that_they_do_not_see()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Teacher, 7, 11, Told.Report), stop);
        var whole = CaseFile.Of(seven, ReadScope.Whole, Told.First(Told.Teacher, 7, 11, Told.Report).Entries[0].Entry);      // as nothing shows it to them
        Assert.Equal(Appended.NotAllowed, await test.Store.Append(Told.Allow(whole, Told.Act(Told.Teacher, 12), Told.Person("A", 12)), stop));
        Assert.Equal(Appended.NotAllowed, await test.Store.Append(Told.Allow(whole, Told.Act(Told.Teacher, 13), Told.Person("A", 13, Told.Report),
            Told.Person("B", 14)), stop));
        Assert.Equal(Appended.NotAllowed, await test.Store.Append(Told.Allow(whole, Told.Act(Told.Stranger, 13), Told.Person("A", 13, Told.Report)), stop));
        Assert.Equal(Appended.Done, await test.Store.Append(Told.Allow(whole, Told.Act(Told.Teacher, 14), Told.Person("A", 14, Told.Report)), stop));
    }

    private static void Forge(TestLedger test, Viewer viewer, string relation, string paper, DateTimeOffset from) => test.Tamper($"""
        INSERT INTO memberships SELECT partnership, case_id, 99, x'{Convert.ToHexString(viewer.Account.Bytes())}', NULL, '{relation}', '{paper}',
          paper_id, {from.UtcTicks}, NULL, NULL FROM memberships LIMIT 1
        """);
}
