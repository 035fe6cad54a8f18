using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Who is let in, what is written down about it, and what lists show.</summary>
public sealed class AccessTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly CaseId seven = new(Told.Id(7));

    [Fact]
    public async Task Not_there_and_not_allowed_are_the_same_answer_and_both_are_written_down()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Assert.Null(await test.Store.Open(Told.Stranger, seven, "case", stop));
        Assert.Null(await test.Store.Open(Told.Stranger, new(Told.Id(8)), "case", stop));
        Assert.Null(await test.Store.Looked(Told.Stranger, seven, stop));
        Assert.Empty(await test.Store.Cases(Told.Stranger, stop));
        await test.Store.Open(Told.Worker, seven, "case", stop);
        var looks = (await test.Store.Looked(Told.Worker, seven, stop))!;
        Assert.Equal(
        [
            new(Told.Start, Told.Stranger.Account, Role.PoliceOfficer, Told.Stranger.Team, seven, null, "case", Outcome.Refused),
            new(Told.Start, Told.Stranger.Account, Role.PoliceOfficer, Told.Stranger.Team, seven, null, "who looked", Outcome.Refused),
            new(Told.Start, Told.Worker.Account, Role.SocialWorker, Told.Worker.Team, seven, Relation.Lead, "case", Outcome.Opened),
        ], looks);
        Assert.Equal(1, test.Count("SELECT count(*) FROM access_log WHERE outcome = 'not-found'"));
        Assert.Equal(6, test.Count("SELECT count(*) FROM access_log"));
    }

    [Theory]
    [InlineData("DROP TABLE access_log")]
    [InlineData("CREATE TRIGGER broken BEFORE INSERT ON access_log BEGIN SELECT RAISE(ABORT, 'no room'); END")]
    [InlineData("CREATE TRIGGER ignored BEFORE INSERT ON access_log BEGIN SELECT RAISE(IGNORE); END")]
    public async Task Where_a_look_cannot_be_written_down_nothing_is_shown(string fault)
    {
        await using var test = new TestLedger(work: _ => [Duty("x", 1)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Assert.NotNull(await test.Store.Open(Told.Worker, seven, "case", stop));
        using (var connection = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite)) connection.Run(fault);
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Open(Told.Worker, seven, "case", stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Open(Told.Stranger, seven, "case", stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Work(Told.Worker, stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Cases(Told.Worker, stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Looked(Told.Worker, seven, stop));
    }

    [Fact]
    public async Task Only_who_leads_sees_who_looked()
    {
        await using var test = new TestLedger(file => [new(Told.Worker.Account, null, Relation.Lead, Paper.Whole, Told.Start), new(Told.Teacher.Account, null, Relation.Added, Paper.Whole, Told.Start)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Assert.NotNull(await test.Store.Open(Told.Teacher, seven, "case", stop));
        Assert.Null(await test.Store.Looked(Told.Teacher, seven, stop));
        Assert.Equal([Outcome.Opened, Outcome.Refused], (await test.Store.Looked(Told.Worker, seven, stop))!.Select(l => l.Outcome));
    }

    [Fact]
    public async Task Lists_show_what_somebody_sees_that_is_to_be_done_by_the_day_on_which_it_is_due()
    {
        await using var test = new TestLedger(
            file => [.. Told.Circle(file), new(null, Told.Worker.Team, Relation.Receiver, Told.Report, Told.Start)],
            file => [Duty("late", null), Duty("report", 5, Told.Report), Duty("early", 1), Duty("done", 3) with { IsDone = true }]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        await test.Store.Append(Told.First(Told.Teacher, 8, 12, Told.Report), stop);
        var mine = await test.Store.Work(Told.Worker, stop);
        var whole = mine.Work;
        Assert.Equal(["early", "report", "report", "late"], whole.Select(item => item.Row.Duty));
        Assert.Equal(Duty("early", 1), whole[0].Row);
        Assert.Equal(["report"], (await test.Store.Work(Told.Teacher, stop)).Work.Select(item => item.Row.Duty));
        Assert.Empty((await test.Store.Work(Told.Stranger, stop)).Work);
        Assert.Equal(await test.Store.Cases(Told.Worker, stop), mine.Cases);
        Assert.Equal([Relation.Receiver, Relation.Lead], (await test.Store.Cases(Told.Worker, stop)).Select(item => item.Standing.By).Order());
        test.Clock.Now = Told.Start.AddTicks(-1);
        var none = await test.Store.Work(Told.Worker, stop);
        Assert.Equal((0, 0), (none.Work.Count, none.Cases.Count));
        Assert.Equal(6, test.Count("SELECT count(*) FROM access_log WHERE outcome = 'listed' AND case_id IS NULL"));
    }

    [Fact]
    public async Task Lists_are_derived_again_and_what_differs_is_put_right_and_said()
    {
        await using var test = new TestLedger(work: file => [Duty($"{file.Version} entries", 1)]);
        for (var i = 0; i < 5; i++) await test.Store.Append(Told.First(Told.Worker, 20 + i, 20 + i), stop);
        Assert.Equal(new(5, []), await test.Store.Rebuild(stop) with { Differing = [] });
        Assert.Empty((await test.Store.Rebuild(stop)).Differing);
        var wanted = (await test.Store.Open(Told.Worker, new(Told.Id(22)), "case", stop))!.Reference;
        foreach (var fault in new[] { "DELETE FROM work", "UPDATE work SET due = '2027-01-01'", "DELETE FROM memberships", "UPDATE memberships SET until_at = 1", "INSERT INTO memberships SELECT partnership, case_id, 9, team, account, relation, paper_kind, paper_id, from_at, until_at FROM memberships" })
        {
            test.Tamper(fault + $" WHERE case_id = x'{Convert.ToHexString(Told.Id(22).Bytes())}'");
            Assert.Equal([wanted], (await test.Store.Rebuild(stop)).Differing);
            Assert.Empty((await test.Store.Rebuild(stop)).Differing);
        }
    }

    [Fact]
    public async Task A_look_without_a_purpose_is_a_mistake()
    {
        await using var test = new TestLedger();
        await Assert.ThrowsAsync<ArgumentException>(() => test.Store.Open(Told.Worker, seven, " ", stop));
    }

    private static WorkRow Duty(string name, int? day, Paper paper = default) => new(paper, name, "of", day is { } d ? new DateOnly(2026, 4, d) : null, Agency.Health, Told.Id(5), null, false);
}
