using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Microsoft.Data.Sqlite;
using Xunit;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Storage.Tests;

/// <summary>What is written about people is read nowhere in the files.</summary>
public sealed class SecrecyTests
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private static readonly CaseId seven = new(Told.Id(7));

    [Fact]
    public async Task Of_200_planted_words_none_stands_in_any_file()
    {
        await using var test = new TestLedger();
        var words = Enumerable.Range(0, 200).Select(i => $"Plantedword{i * 7919:x}Ünd").ToList();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        foreach (var (word, i) in words.Select((word, i) => (word, i)))
        {
            var file = (await test.Store.Open(Told.Worker, seven, "case", stop))!.File;
            NewEntry said = (i % 3) switch
            {
                0 => Told.Person(word, 1000 + i),
                1 => new(new People.GroupAdded(Told.Id(1000 + i), word, 3, [Involvement.Shared], 14, false), Paper.Whole),
                _ => new(new Corrected(file.Entries[0].Id, i % 2 == 0 ? null : new People.Added(Told.Id(11), true, word, 3, [Involvement.Shown]), word),
                    Paper.Whole),
            };
            Assert.Equal(Appended.Done, await test.Store.Append(Told.Allow(file, Told.Act(Told.Worker, 1000 + i), said), stop));
        }

        var all = Files(test.Folder.Data);
        Assert.Contains(all.Keys, name => name.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Empty(Found(all, words));

        // The search itself: a word that does stand in the clear is found, wherever it stands.
        await test.Store.Open(Told.Worker, seven, "Plantedpurpose", stop);
        Assert.NotEmpty(Found(Files(test.Folder.Data), ["Plantedpurpose"]));
        await test.Ledger.DisposeAsync();
        Assert.Empty(Found(Files(test.Folder.Data), words));
        Assert.NotEmpty(Found(Files(test.Folder.Data), ["Plantedpurpose", "person-added/1"]));
    }

    [Fact]
    public async Task Values_that_were_swapped_between_rows_or_cases_do_not_open()
    {
        foreach (var column in new[] { "sealed", "about_people", "paper_id", "author_account" })
        {
            await using var test = new TestLedger();
            await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
            await Told.Append(test.Store, seven, 12);
            var other = column is "sealed" or "about_people" ? $"(SELECT {column} FROM entries WHERE sequence = 2)" : "x'0102030405060708090A0B0C0D0E0F10'";
            test.Tamper($"UPDATE entries SET {column} = {other} WHERE sequence = 1");
            var refusal = await Assert.ThrowsAsync<LedgerRefusedException>(() => test.Store.Open(Told.Worker, seven, "case", stop));
            Assert.Contains("entry 1 of case", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_key_of_one_case_opens_no_other()
    {
        await using var test = new TestLedger();
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        await test.Store.Append(Told.First(Told.Worker, 8, 12), stop);
        test.Tamper("UPDATE cases SET wrapped_key = (SELECT wrapped_key FROM cases c WHERE c.case_id <> cases.case_id) WHERE case_id = "
            + $"x'{Convert.ToHexString(Told.Id(7).Bytes())}'");
        Assert.Contains("the key of case", (await Assert.ThrowsAsync<LedgerRefusedException>(() => test.Store.Open(Told.Worker, seven, "case", stop)))
            .Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE entries SET name = 'x'")]
    [InlineData("DELETE FROM entries")]
    [InlineData("INSERT OR REPLACE INTO entries SELECT * FROM entries")]
    [InlineData("UPDATE cases SET reference = 'AAAA'")]
    [InlineData("DELETE FROM cases")]
    [InlineData("INSERT OR REPLACE INTO cases SELECT * FROM cases")]
    [InlineData("UPDATE access_log SET purpose = 'x'")]
    [InlineData("DELETE FROM access_log")]
    [InlineData("INSERT OR REPLACE INTO access_log SELECT * FROM access_log")]
    [InlineData("UPDATE partnership SET created_at = 0")]
    [InlineData("DELETE FROM partnership")]
    public async Task What_is_written_once_is_not_changed_by_mistake(string mistake)
    {
        await using var test = new TestLedger();
        await Told.Append(test.Store, seven, 11);
        using var connection = Sql.Connect(test.Folder.Database, SqliteOpenMode.ReadWrite);
        Assert.Contains("never", Assert.Throws<SqliteException>(() => connection.Run(mistake)).Message, StringComparison.Ordinal);
        connection.Run("PRAGMA recursive_triggers=0");      // planted: without it a replacement would go through
        if (mistake.StartsWith("INSERT", StringComparison.Ordinal) && !mistake.Contains("cases", StringComparison.Ordinal))
            Assert.True(connection.Run(mistake) > 0);
    }

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    private static List<string> Found(Dictionary<string, byte[]> files, IReadOnlyList<string> words) =>
    [
        .. words.SelectMany(word => new[] { Encoding.UTF8, Encoding.Unicode }.SelectMany(encoding => files
            .Where(file => file.Value.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0).Select(file => $"{word} in {Path.GetFileName(file.Key)}"))),
    ];
}
