using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Stories;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Drafts: of one person, sealed, going on from another device, gone when they are recorded or old.</summary>
public sealed class DraftsTests : IAsyncDisposable
{
    private const string Words = "Kestrel Larch said so";
    private static readonly Guid id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    private readonly TestLedger test = new();
    private readonly Viewer teacher = Of(DemonstrationPeople.Teacher), lead = Of(DemonstrationPeople.SafeguardingLead);

    private Drafts Drafts => new(test.Ledger, test.Clock);

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
        var drafts = new Drafts(again, test.Clock);
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
        Assert.Throws<LedgerRefusedException>(() => Drafts.Of(teacher).Concat(Drafts.Of(moved)).ToList());
    }

    [Fact]
    public async Task What_nobody_went_on_with_goes_and_what_is_to_be_kept_stays()
    {
        await Drafts.Save(teacher.Account, id, "old");
        await Drafts.Save(lead.Account, id, "refer now");
        test.Clock.Now += TimeSpan.FromDays(31);
        await Drafts.Save(teacher.Account, new(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9), "new");
        Assert.Equal(1, await Drafts.Purge(test.Clock.GetUtcNow().AddDays(-30), draft => draft.Text == "refer now"));
        Assert.Equal(["new"], Drafts.Of(teacher).Select(draft => draft.Text));
        Assert.Equal(["refer now"], Drafts.Of(lead).Select(draft => draft.Text));
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
