using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Web;
using Lapwing.Web.Cases;
using Lapwing.Web.SignIn;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// Who there is, as a line of its own in the ledger: it reads back, shows what was changed, and counts in every list, look and record from its minute.
/// </summary>
public sealed class StaffLogTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly today = new(2026, 3, 27);      // a Friday

    [Fact]
    public async Task Everything_that_was_said_reads_back_as_it_was_and_stands_nowhere_in_clear()
    {
        await using var test = new TestLedger();
        var log = new StaffLog(test.Ledger);
        var said = DemonstrationPosts.Changes(today);
        Assert.True(await log.Append(0, said));
        Assert.Equal(StaffLog.Kinds.Values.Where(kind => kind != typeof(AwayEnded)).ToHashSet(), said.Select(one => one.Change.GetType()).ToHashSet());
        var read = log.Read();
        Assert.Equal(said.Select(one => (one.By, one.At, one.Change.GetType())), read.Select(one => (one.By, one.At, one.Change.GetType())));
        var (one, other) = (StaffRegister.Of(said), StaffRegister.Of(read));
        Assert.Equal((one.Organisations, one.Teams, one.Posts, one.Absences), (other.Organisations, other.Teams, other.Posts, other.Absences), Same);
        await test.Ledger.DisposeAsync();
        var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(test.Folder.Database, stop));
        foreach (var name in new[] { "Hannah L.", "Hillside", "Deputy safeguarding lead" }) Assert.DoesNotContain(name, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_on_less_than_was_said_meanwhile_is_not_written()
    {
        await using var test = new TestLedger();
        var log = new StaffLog(test.Ledger);
        var said = DemonstrationPosts.Changes(today);
        Assert.True(await log.Append(0, said[0]));
        Assert.False(await log.Append(0, said[1]));
        Assert.Single(log.Read());
        Assert.True(await log.Append(1, said[1], said[2]));
        Assert.Equal(3, log.Read().Count);
    }

    [Theory]
    [InlineData("UPDATE staff_changes SET recorded_at = recorded_at + 1 WHERE sequence = 3", "Row 3 of who there is was changed after it was written.")]
    [InlineData("UPDATE staff_changes SET author_role = 'social-care-manager' WHERE sequence = 3", "Row 3 of who there is was changed after it was written.")]
    [InlineData("DELETE FROM staff_changes WHERE sequence = 3", "Row 3 of who there is is missing.")]
    [InlineData("DELETE FROM staff_changes WHERE sequence > 5",
        "which checkpoint 1 names, is missing: the end of it was cut off.")]
    [InlineData("UPDATE staff_changes SET hash = zeroblob(32) WHERE sequence = (SELECT max(sequence) FROM staff_changes)",
        "is not the one that checkpoint 1 names: it was written anew.")]
    public async Task Planted_what_was_changed_moved_or_cut_off_is_found_and_the_ledger_does_not_open(string sql, string finding)
    {
        await using var test = new TestLedger();
        await new StaffLog(test.Ledger).Append(0, DemonstrationPosts.Changes(today));
        using var key = CheckpointKey.Read(test.Folder.CheckpointKeyFile);
        Assert.NotNull(await new Checkpoints(test.Ledger, key, test.Clock).Make());
        Assert.Equal((0, 0L), (Verify.Run(Path.GetDirectoryName(test.Folder.Database)!).ExitCode, LedgerState.Read(test.Ledger).Last.Cases));
        Assert.Null(LedgerState.Read(test.Ledger).Lacks);
        test.Tamper(sql);
        Assert.Contains(Verify.Run(Path.GetDirectoryName(test.Folder.Database)!).Findings, found => found.Contains(finding, StringComparison.Ordinal));
        if (finding.Contains("checkpoint", StringComparison.Ordinal))
            Assert.Contains("who there is", LedgerState.Read(test.Ledger).Lacks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_hours_a_case_of_the_covered_team_is_listed_opened_and_logged_as_such_until_the_minute_in_which_the_team_is_open()
    {
        await using var test = new TestLedger();
        var (store, night) = (await Told.Demonstration(test, today, stop), DemonstrationPeople.NightWorker);
        var duty = Of(night, "2026-04-04T02:00").Others[0].Team;
        var waiting = Demonstration.Stories(today).First(story => story.File.All<Referral.Made>().Any(made => made.Content.ToTeam == duty)
            && story.File.First<Referral.Received>(_ => true) is null);
        foreach (var (at, sees) in new[] { ("2026-03-27T16:59", false), ("2026-03-28T02:00", true), ("2026-03-30T08:59", true), ("2026-03-30T09:00", false) })
        {
            test.Clock.Now = At(at);
            var viewer = Of(night, at);
            var opened = await store.Open(viewer, waiting.File.Id, "case", stop);
            Assert.Equal(sees, opened is not null);
            Assert.Equal(sees, store.IsIn(viewer, waiting.File.Id));
            Assert.Equal(sees, (await Told.CasesOf(store, viewer, stop)).Any(item => item.Case == waiting.File.Id));
            Assert.Equal(sees, (await store.Work(viewer, new(new WorkFilter(by => WorkRows.IsMine(by, viewer)), 0, 100), stop)).Cases
                .Any(item => item.Case == waiting.File.Id));
            if (opened is not null) Assert.Equal((Relation.OutOfHours, Relation.Receiver), (opened.Access.Logged, opened.Access.By));
        }

        Assert.Equal(["out-of-hours", "out-of-hours"], test.Ledger.Read(connection => connection.Rows(r => r.Text(0),
            "SELECT relation FROM access_log WHERE account = ?1 AND outcome = 'opened' ORDER BY number", night.Author.Account.Bytes())));
    }

    [Fact]
    public async Task Nothing_is_recorded_in_a_place_in_which_nobody_stands_then()
    {
        await using var test = new TestLedger();
        await Told.Demonstration(test, today, stop);
        var accounts = new Accounts(DemonstrationPosts.Register(today), test.Clock);
        var store = DemonstrationCases.Store(test.Ledger, test.Clock, accounts);
        var file = Demonstration.Stories(today).First(story => story.File.All<Referral.Made>().Any(made => made.Content.ToTeam
            == DemonstrationPeople.SocialWorker.Author.Team) && story.File.First<Referral.Received>(_ => true) is null).File;
        var made = file.All<Referral.Made>().First(one => one.Content.ToTeam == DemonstrationPeople.SocialWorker.Author.Team);
        var night = DemonstrationPeople.NightWorker.Author with { Team = DemonstrationPeople.SocialWorker.Author.Team };
        Assert.Equal(Appended.NotAllowed, await Receives(night, "2026-03-27T16:59"));
        // in a role that is not theirs
        Assert.Equal(Appended.NotAllowed, await Receives(night with { Role = Role.SocialCareManager }, "2026-03-27T18:00"));
        Assert.Equal(Appended.NotAllowed, await Receives(DemonstrationPeople.SocialWorker.Author with { For = DemonstrationPeople.Manager.Author.Account },
            "2026-03-27T18:00"));      // for somebody whom they do not cover
        Assert.Equal(Appended.NotAllowed, await Receives(DemonstrationPeople.SocialWorker.Author with
        {
            Account = DemonstrationPeople.ClubLeader.Author.Account
        }, "2026-03-27T18:00"));
        Assert.Equal(Appended.Done, await Receives(night, "2026-03-27T18:00"));
        test.Clock.Now = At("2026-03-27T18:01");
        var left = new Act(Told.Id(901), DemonstrationPeople.ClubLeader.Author, test.Clock.Now, today);      // who has left begins nothing new
        Assert.Equal(Appended.NotAllowed, await store.Append(Told.Allow(CaseFile.Of(new(Told.Id(902)), ReadScope.Whole), left,
            Told.Person("Robin Fictional", 903)), stop));

        async Task<Appended> Receives(Author by, string at)
        {
            test.Clock.Now = At(at);
            var seen = file.Within(ReadScope.Of(made.Entry.Paper));
            var act = new Act(Told.Id(905), by, test.Clock.Now, today);
            return await store.Append((Allowed)Catalogue.Decide(new(seen, Casework.Rules.RuleBook.Standard), act,
                new NewEntry(new Referral.Received(made.Id, null), made.Entry.Paper)), stop);
        }
    }

    [Fact]
    public async Task What_a_clubs_only_leader_left_open_is_on_the_list_of_the_team_of_last_resort_in_the_same_minute()
    {
        await using var test = new TestLedger();
        var (store, adviser, club) = (await Told.Demonstration(test, today, stop), DemonstrationPeople.Adviser, DemonstrationPeople.ClubLeader.Author);
        var ended = At("2026-03-25T17:30");
        foreach (var (at, has) in new[] { (ended.AddSeconds(-1), false), (ended, true) })
        {
            test.Clock.Now = at;
            var viewer = Told.Of(adviser, today, at);
            var due = (await store.Work(viewer, new(new WorkFilter(by => WorkRows.IsMine(by, viewer)), 0, 100), stop)).Cases.SelectMany(item => item.Work)
                .Where(row => row.By.Team == club.Team).Select(row => row.Duty).Distinct().ToList();
            Assert.Equal(has, due.Count > 0);
            if (has) Assert.Contains("tell", due);
            Assert.Equal(!has, (await Told.CasesOf(store, Told.Of(DemonstrationPeople.ClubLeader, today, at), stop)).Count > 0);
        }
    }

    [Fact]
    public async Task How_many_duties_are_open_with_somebody_counts_no_case_of_which_whoever_asks_must_not_know()
    {
        await using var test = new TestLedger();
        var store = await Told.Demonstration(test, today, stop);
        var holder = Told.Of(DemonstrationPeople.CouncilHolder, today, test.Clock.Now);
        var tried = 0;
        foreach (var story in Demonstration.Stories(today).Where(story => story.View.Circle.LeftOut.Any(one => one.LeadsOf is null)))
        {
            var leftOut = story.View.Circle.LeftOut.First(one => one.LeadsOf is null);
            var hidden = leftOut.Account is { } account ? holder with { Account = account } : holder with { Sounds = [leftOut.Sound!] };
            var duties = story.View.Duties.Where(duty => duty is { IsSettled: false, By: { Account: not null, Team: not null } });
            foreach (var theirs in duties.GroupBy(duty => duty.By))
            {
                int Asked(Viewer by) => store.Service.OpenDuties(by, theirs.Key.Account!.Value, theirs.Key.Team!.Value);
                Assert.True(Asked(holder) - Asked(hidden) >= theirs.Select(duty => (duty.Name, duty.Causes[0], duty.Due)).Distinct().Count());
                tried++;
            }
        }

        Assert.True(tried > 0);
    }

    private static Viewer Of(Person person, string at) => Told.Of(person, today, At(at));

    private static DateTimeOffset At(string london) =>
        London.InstantOf(DateOnly.ParseExact(london[..10], "yyyy-MM-dd", null), TimeOnly.Parse(london[11..], null));

    private static bool Same<T>(T one, T other) => System.Text.Json.JsonSerializer.Serialize(one) == System.Text.Json.JsonSerializer.Serialize(other);
}
