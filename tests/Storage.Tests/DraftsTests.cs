using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Drafts: of one person, sealed, going on from another device, gone when they are recorded or old.</summary>
public sealed class DraftsTests : IAsyncDisposable
{
    private const string Words = "Kestrel Larch said so";
    private static readonly Guid id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), other = new(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
    private readonly TestLedger test = new();
    private readonly Viewer teacher = Of(DemonstrationPeople.Teacher), lead = Of(DemonstrationPeople.SafeguardingLead);

    private DraftStore Drafts => new(test.Ledger, test.Clock);

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task A_draft_is_seen_by_its_author_alone_and_another_of_the_same_id_is_another()
    {
        await Drafts.Save(teacher.Account, id, Words);
        Assert.Equal(Words, Drafts.Find(teacher, id)?.Text);
        Assert.Null(Drafts.Find(lead, id));
        Assert.Empty(Drafts.Of(lead));
        await Drafts.Save(lead.Account, id, "Another");
        Assert.Equal(Words, Assert.Single(Drafts.Of(teacher)).Text);
    }

    [Fact]
    public async Task It_survives_closing_and_two_devices_that_go_on_at_once_both_do()
    {
        await Drafts.Save(teacher.Account, id, "");
        await using var again = test.Folder.Open(test.Clock);      // as after a restart: nothing of it is in memory
        var drafts = new DraftStore(again, test.Clock);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => drafts.Change(teacher.Account, id, text => ($"{text}<{i}>", "went on")))));
        Assert.All(Enumerable.Range(0, 40), i => Assert.Contains($"<{i}>", Drafts.Find(teacher, id)!.Text, StringComparison.Ordinal));
        Assert.Null(await drafts.Change(lead.Account, id, text => (text, "theirs")));
    }

    [Fact]
    public async Task Nothing_of_it_stands_in_clear_and_after_it_is_taken_away_nothing_of_it_is_left()
    {
        await Drafts.Save(teacher.Account, id, Words);
        Assert.DoesNotContain("Kestrel", await InFiles(), StringComparison.Ordinal);
        await Drafts.Remove(teacher.Account, id);
        Assert.Null(Drafts.Find(teacher, id));
        Assert.Empty(Verify.Run(test.Folder.Data).Findings);
    }

    [Theory]
    [InlineData("account = zeroblob(16)")]
    [InlineData("draft_id = zeroblob(16)")]
    [InlineData("saved_at = saved_at + 1")]
    public async Task A_draft_that_was_moved_or_altered_does_not_open(string change)
    {
        await Drafts.Save(teacher.Account, id, Words);
        test.Tamper($"UPDATE drafts SET {change}");
        var moved = new Viewer(default, teacher.Role, teacher.Agency, teacher.Team);
        Assert.Empty(Drafts.Of(teacher, out var damaged).Concat(Drafts.Of(moved, out var there)));
        Assert.Single(damaged.Concat(there));
        var at = change.StartsWith("draft_id", StringComparison.Ordinal) ? default : id;
        await Assert.ThrowsAsync<LedgerRefusedException>(() =>
            Drafts.Change(change.StartsWith("account", StringComparison.Ordinal) ? default : teacher.Account, at, text => (text, "on")));
    }

    [Fact]
    public async Task One_that_does_not_open_is_named_and_left_and_keeps_no_other_from_anybody()
    {
        await Drafts.Save(teacher.Account, id, Words);
        test.Clock.Now += TimeSpan.FromMinutes(1);
        await Drafts.Save(teacher.Account, other, "another");
        await Drafts.Save(lead.Account, id, "old");
        test.Tamper("UPDATE drafts SET sealed = zeroblob(80) WHERE saved_at = (SELECT min(saved_at) FROM drafts)");
        Assert.Equal("another", Assert.Single(Drafts.Of(teacher, out var damaged)).Text);
        Assert.Equal(new(id, Told.Start), Assert.Single(damaged));
        Assert.Null(Drafts.Find(teacher, id));
        await test.Clock.Pass(new(test.Ledger, test.Clock), 31, TimeSpan.FromHours(1));
        Assert.Equal(2, await Drafts.Purge(30, _ => false));      // and the turn that takes old ones away goes on
        Assert.Equal(1, test.Count("SELECT count(*) FROM drafts"));
    }

    [Fact]
    public async Task Saved_over_by_another_what_does_not_open_is_kept_beside_it_as_often_as_that_happens()
    {
        foreach (var text in new[] { "first", "second" })
        {
            await Drafts.Save(teacher.Account, id, text);
            test.Tamper($"UPDATE drafts SET sealed = x'{Convert.ToHexString(Encoding.UTF8.GetBytes($"damaged {text}"))}' WHERE draft_id = "
                + $"x'{Convert.ToHexString(id.Bytes())}'");
        }

        Assert.True(await Drafts.Put(teacher.Account, id, before => before is null ? Words : null));
        Assert.Equal(Words, Assert.Single(Drafts.Of(teacher, out var damaged)).Text);
        Assert.Equal(2, damaged.Select(one => one.Id).Except([id]).Distinct().Count());
        Assert.Equal(1, test.Count("SELECT count(*) FROM drafts WHERE sealed = CAST('damaged first' AS BLOB)"));
        Assert.Equal(1, test.Count("SELECT count(*) FROM drafts WHERE sealed = CAST('damaged second' AS BLOB)"));
        await Drafts.Save(teacher.Account, id, "on");      // one that opens is replaced as ever
        Assert.Equal(3, test.Count("SELECT count(*) FROM drafts"));
    }

    [Fact]
    public async Task What_nobody_went_on_with_goes_and_what_is_to_be_kept_stays()
    {
        await Drafts.Save(teacher.Account, id, "old");
        await Drafts.Save(lead.Account, id, "refer now");
        await test.Clock.Pass(new(test.Ledger, test.Clock), 31, TimeSpan.FromHours(1));
        await Drafts.Save(teacher.Account, other, "new");
        Assert.Equal(1, await Drafts.Purge(30, draft => draft.Text == "refer now"));
        Assert.Equal(["new"], Drafts.Of(teacher).Select(draft => draft.Text));
        Assert.Equal(["refer now"], Drafts.Of(lead).Select(draft => draft.Text));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_for_a_minute_and_a_machine_that_stood_still_take_nothing_away()
    {
        var days = new RunningDays(test.Ledger, test.Clock);
        await Drafts.Save(teacher.Account, id, Words);
        await test.Clock.Pass(days, 1, TimeSpan.FromMinutes(10));
        test.Clock.Now += TimeSpan.FromDays(31);      // ahead for a minute
        test.Clock.Ran += TimeSpan.FromMinutes(1);
        await days.Count();
        Assert.Equal(0, await Drafts.Purge(30, _ => false));
        test.Clock.Now -= TimeSpan.FromDays(31);
        await test.Clock.Pass(days, 40, TimeSpan.FromMinutes(50));      // started now and then
        Assert.Equal(0, await Drafts.Purge(30, _ => false));
        await test.Clock.Pass(days, 29, TimeSpan.FromHours(1));
        Assert.Equal(0, await Drafts.Purge(30, _ => false));
        await test.Clock.Pass(days, 1, TimeSpan.FromHours(1));
        Assert.Equal(1, await Drafts.Purge(30, _ => false));
    }

    private static Viewer Of(Person person) => new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);

    private async Task<string> InFiles()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(test.Folder.Data))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync());
        }

        return all.ToString();
    }
}
