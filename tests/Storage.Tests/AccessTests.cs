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
        Assert.Empty(await Told.CasesOf(test.Store, Told.Stranger, stop));
        await test.Store.Open(Told.Worker, seven, "case", stop);
        var looks = (await test.Store.Looked(Told.Worker, seven, stop))!;
        Assert.Equal(
        [
            new(Told.Start, Told.Stranger.Account, Role.PoliceOfficer, Told.Stranger.Team, seven, null, "case", Outcome.Refused),
            new(Told.Start, Told.Stranger.Account, Role.PoliceOfficer, Told.Stranger.Team, seven, null, "who looked", Outcome.Refused),
            new(Told.Start, Told.Worker.Account, Role.SocialWorker, Told.Worker.Team, seven, Relation.Lead, "case", Outcome.Opened),
        ], looks.Rows);
        Assert.Equal(3, test.Count("SELECT count(*) FROM access_log WHERE outcome = 'not-shown'"));      // told apart only when the log is read
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
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Work(Told.Worker, Told.All, stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Lists(Told.Worker, [Told.All.Listed], 5, stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Find(Told.Worker, null, ["robin"], 5, stop));
        await Assert.ThrowsAnyAsync<Exception>(() => test.Store.Looked(Told.Worker, seven, stop));
    }

    [Fact]
    public async Task Only_who_leads_sees_who_looked()
    {
        await using var test = new TestLedger(file => [new(Told.Worker.Account, null, Relation.Lead, Paper.Whole, Told.Start),
            new(Told.Teacher.Account, null, Relation.Added, Paper.Whole, Told.Start)]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Assert.NotNull(await test.Store.Open(Told.Teacher, seven, "case", stop));
        Assert.Null(await test.Store.Looked(Told.Teacher, seven, stop));
        Assert.Equal([Outcome.Opened, Outcome.Refused], (await test.Store.Looked(Told.Worker, seven, stop))!.Rows.Select(l => l.Outcome));
    }

    [Fact]
    public async Task Lists_show_what_somebody_sees_that_is_to_be_done_by_the_day_on_which_it_is_due()
    {
        await using var test = new TestLedger(
            file => [.. Told.Members(file), new(null, Told.Worker.Team, Relation.Receiver, Told.Report, Told.Start)],
            file => [Duty("late", null), Duty("report", 5, Told.Report), Duty("early", 1), Duty("done", 3) with { IsDone = true }]);
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        await test.Store.Append(Told.First(Told.Teacher, 8, 12, Told.Report), stop);
        var whole = await Told.WorkOf(test.Store, Told.Worker, stop);
        Assert.Equal(["early", "report", "report", "late"], whole.Select(row => row.Duty));
        Assert.Equal(Duty("early", 1), whole[0]);
        Assert.Equal(["report"], (await Told.WorkOf(test.Store, Told.Teacher, stop)).Select(row => row.Duty));
        Assert.Empty(await Told.WorkOf(test.Store, Told.Stranger, stop));
        Assert.Equal([Relation.Receiver, Relation.Lead], (await Told.CasesOf(test.Store, Told.Worker, stop)).Select(item => item.Access.By).Order());
        Assert.Equal(4, test.Count("SELECT count(*) FROM access_log WHERE outcome = 'listed' AND case_id IS NULL"));
    }

    [Fact]
    public async Task Lists_are_derived_again_and_what_differs_is_put_right_and_said()
    {
        await using var test = new TestLedger(work: file => [Duty($"{file.Version} entries", 1)], words: _ => [new(Paper.Whole, "robin")]);
        for (var i = 0; i < 5; i++) await test.Store.Append(Told.First(Told.Worker, 20 + i, 20 + i), stop);
        Assert.Equal(5, (await test.Store.Rebuild(stop)).Cases);
        Assert.Empty((await test.Store.Rebuild(stop)).Differing);
        var wanted = (await test.Store.Open(Told.Worker, new(Told.Id(22)), "case", stop))!.Reference;
        foreach (var fault in new[] { "DELETE FROM work_lists", "UPDATE work_lists SET sealed = zeroblob(100)",
            $"UPDATE work_lists SET sealed = (SELECT sealed FROM work_lists WHERE case_id = x'{Convert.ToHexString(Told.Id(21).Bytes())}')",
            "UPDATE memberships SET relation = 'nobody'", "DELETE FROM memberships", "UPDATE memberships SET until_at = 1",
            "DELETE FROM work_days", "UPDATE work_days SET due = due + 1", "UPDATE work_days SET until_at = 1", "DELETE FROM case_words",
            "INSERT INTO case_words SELECT partnership, case_id, paper_id, x'0000000000000001' FROM case_words",
            "INSERT INTO memberships SELECT partnership, case_id, 9, team, account, relation, paper_kind, paper_id, from_at, until_at, in_team "
                + "FROM memberships" })
        {
            test.Tamper(fault + $" WHERE case_id = x'{Convert.ToHexString(Told.Id(22).Bytes())}'");
            Assert.Equal([wanted], (await test.Store.Rebuild(stop)).Differing);
            Assert.Empty((await test.Store.Rebuild(stop)).Differing);
        }
    }

    [Fact]
    public async Task A_case_whose_first_entry_was_recorded_with_a_clock_that_was_ahead_is_opened_and_listed_by_everybody_who_is_in_it()
    {
        await using var test = new TestLedger(work: _ => [Duty("due", 1)]);
        await test.Store.Append(Told.Allow(CaseFile.Of(seven, ReadScope.Whole), Told.Act(Told.Worker, 11, Told.Start.AddDays(31)),
            Told.Person("Robin Fictional", 11)), stop);
        Assert.NotNull(await test.Store.Open(Told.Worker, seven, "case", stop));
        Assert.Single(Assert.Single(await Told.CasesOf(test.Store, Told.Worker, stop)).Work);
    }

    // A case that somebody is not in must take as long as none. So nothing is read but by an index that begins with their own account or team: never
    // by the case.
    [Fact]
    public async Task A_look_begins_with_the_viewer_s_own_places_and_reads_nothing_of_a_case_that_they_are_not_in()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Assert.Equal(["SEARCH memberships USING INDEX memberships_of_account (partnership=? AND account=? AND case_id=?)",
            "SEARCH memberships USING INDEX memberships_of_team (partnership=? AND team=? AND relation=? AND case_id=?)"],
            Searches(test, ListRows.StandingSql(Told.Stranger)));
        // nor by a place of their team's that is not theirs
        Assert.DoesNotContain("safeguarding-lead", ListRows.StandingSql(Told.Teacher), StringComparison.Ordinal);
        Assert.Contains("safeguarding-lead", ListRows.StandingSql(Told.Teacher with { Role = Role.SafeguardingLead }), StringComparison.Ordinal);
        test.Tamper("UPDATE cases SET wrapped_key = x'00', reference = 'read'");      // planted: whoever reads it fails
        Assert.Null(await test.Store.Open(Told.Stranger, seven, "case", stop));
        await Assert.ThrowsAsync<LedgerRefusedException>(() => test.Store.Open(Told.Worker, seven, "case", stop));
        Assert.Contains("PRIMARY KEY", Assert.Single(Searches(test, "SELECT relation FROM memberships WHERE partnership = ?1 AND case_id = ?4 AND "
            + "(account = ?2 OR team = ?3)")), StringComparison.Ordinal);
    }

    private static List<string> Searches(TestLedger test, string sql)
    {
        using var connection = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        return connection.Rows(r => r.GetString(3), $"EXPLAIN QUERY PLAN {sql}", new byte[16], new byte[16], new byte[16], new byte[16])
            .FindAll(step => step.Contains("memberships", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_does_not_read_as_it_was_written_is_named_and_left_and_keeps_nothing_else_from_anybody()
    {
        await using var test = new TestLedger(work: _ => [Duty("due", 1)]);
        for (var i = 0; i < 4; i++) await test.Store.Append(Told.First(Told.Worker, 20 + i, 20 + i), stop);
        foreach (var (which, fault) in new[] { (20, "UPDATE memberships SET relation = 'nobody'"), (21, "UPDATE memberships SET paper_id = x'01'"),
            (22, "UPDATE work_lists SET sealed = zeroblob(60)") })
            test.Tamper($"{fault} WHERE case_id = x'{Convert.ToHexString(Told.Id(which).Bytes())}'");
        var mine = await test.Store.Work(Told.Worker, Told.All, stop);
        Assert.Equal((3, 1), (mine.Cases.Count, mine.Unreadable));      // places are read where a case is opened, and by nothing that lists it
        Assert.Null(await test.Store.Open(Told.Worker, new(Told.Id(20)), "case", stop));
        Assert.NotNull(await test.Store.Open(Told.Worker, new(Told.Id(22)), "case", stop));
        test.Tamper("DELETE FROM work_lists");
        Assert.Equal((0, 4), (await test.Store.Work(Told.Worker, Told.All, stop)) is var left ? (left.Cases.Count, left.Unreadable) : default);
        Assert.Equal(4, (await test.Store.Rebuild(stop)).Differing.Count);
        Assert.Equal((4, 0), (await test.Store.Work(Told.Worker, Told.All, stop)) is var right ? (right.Cases.Count, right.Unreadable) : default);
    }

    [Fact]
    public async Task A_damaged_row_of_the_access_log_is_named_and_the_others_are_shown()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        for (var i = 0; i < 3; i++) await test.Store.Open(Told.Worker, seven, "case", stop);
        test.Tamper("UPDATE access_log SET role = 'nobody', account = x'01' WHERE number = 2");
        var looks = (await test.Store.Looked(Told.Worker, seven, stop))!;
        Assert.Equal((2, 2), (looks.Rows.Count, Assert.Single(looks.Unreadable)));
    }

    [Theory]
    [InlineData("UPDATE cases SET wrapped_key = zeroblob(69)")]
    [InlineData("UPDATE entries SET sealed = zeroblob(200)")]
    [InlineData("DELETE FROM entries")]
    public async Task A_case_that_does_not_open_is_named_who_asked_is_written_down_and_the_others_are_derived_anew(string fault)
    {
        await using var test = new TestLedger();
        foreach (var id in new[] { 7, 8 })
        {
            await test.Store.Append(Told.First(Told.Worker, id, 11 + id), stop);
            await Told.Append(test.Store, new(Told.Id(id)), 30 + id);
        }

        test.Tamper($"{fault} WHERE case_id = "
            + $"x'{Convert.ToHexString(seven.Value.Bytes())}'{(fault.Contains("cases", StringComparison.Ordinal) ? "" : " AND sequence = 1")}");
        var before = test.Count("SELECT count(*) FROM access_log");
        var refused = await Assert.ThrowsAsync<LedgerRefusedException>(() => test.Store.Open(Told.Worker, seven, "case", stop));
        Assert.Matches("[Cc]ase [0-9A-Z]{4,5}", refused.Message);
        Assert.Equal(before + 1, test.Count("SELECT count(*) FROM access_log"));
        Assert.Equal(2, (await Told.CasesOf(test.Store, Told.Worker, stop)).Count);
        test.Tamper("DELETE FROM memberships");
        var rebuilt = await test.Store.Rebuild(stop);
        Assert.Equal((2, 1, 1), (rebuilt.Cases, rebuilt.Differing.Count, rebuilt.Unreadable.Count));
        Assert.NotNull(await test.Store.Open(Told.Worker, new(Told.Id(8)), "case", stop));
    }

    [Fact]
    public async Task A_look_without_a_purpose_is_a_mistake()
    {
        await using var test = new TestLedger();
        await Assert.ThrowsAsync<ArgumentException>(() => test.Store.Open(Told.Worker, seven, " ", stop));
    }

    private static WorkRow Duty(string name, int? day, Paper paper = default) =>
        new(paper, name, "of", day is { } d ? new DateOnly(2026, 4, d) : null, new(Agency.Health, Told.Id(5)), false);
}
