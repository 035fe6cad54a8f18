using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Checkpoints, and verifying without server and sealing key.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private SampleLedger sample = null!;

    public async ValueTask InitializeAsync() => sample = await SampleLedger.Make();

    public ValueTask DisposeAsync()
    {
        sample.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_ledger_that_nobody_touched_verifies_and_what_cannot_be_found_is_said()
    {
        var report = Verify.Run(sample.Data);
        Assert.Equal((0, (string?)null), (report.ExitCode, report.Unusable));
        Assert.Empty(report.Findings);
        Assert.Equal((5, sample.Entries, sample.Looks, 3), (report.Cases, report.Entries, report.Looks, report.Checkpoints));
        Assert.Contains(report.Limits, limit => limit.StartsWith("3 entries and 6 rows of the access log came after checkpoint 3", StringComparison.Ordinal));
        Assert.Contains(report.Limits, limit => limit.StartsWith("Without a checkpoint that somebody else kept", StringComparison.Ordinal));
        var kept = Verify.Run(sample.Data, sample.Kept(2));
        Assert.Equal(0, kept.ExitCode);
        Assert.Contains(kept.Limits, limit => limit.StartsWith("What came after checkpoint 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_the_disk_spoilt_is_a_finding_or_a_refusal_wherever_it_lies()
    {
        var (database, said) = (Path.Combine(sample.Data, "lapwing.db"), new List<string>());
        var whole = File.ReadAllBytes(database);
        for (var at = 4096; at < whole.Length; at += 4096)
        {
            var spoilt = whole.ToArray();
            spoilt.AsSpan(at, 4096).Fill(0xFF);
            File.WriteAllBytes(database, spoilt);
            var report = Verify.Run(sample.Data);
            said.Add(report.Unusable ?? string.Join(' ', report.Findings));
            Assert.Equal(said[^1].Length > 0, report.ExitCode != 0);
        }

        Assert.Contains(said, words => words.Contains("damaged where it should be read", StringComparison.Ordinal));
        Assert.True(said.Count(words => words.Length > 0) > said.Count / 3, string.Join('\n', said));      // the rest is of lists
    }

    [Fact]
    public void Verifying_changes_no_file_and_leaves_none()
    {
        var before = Files();
        Assert.Equal(0, Verify.Run(sample.Data).ExitCode);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_checkpoint_is_made_only_where_something_happened()
    {
        await using var test = new TestLedger();
        using var key = CheckpointKey.Read(test.Folder.CheckpointKeyFile);
        var checkpoints = new Checkpoints(test.Ledger, key, test.Clock);
        Assert.Null(await checkpoints.Make());
        await test.Store.Append(Told.First(Told.Worker, 7, 11), stop);
        Assert.Equal((1, 1, 1, 0), await checkpoints.Make() is { } one ? (one.Number, one.Cases, one.Entries, one.LogTo) : default);
        Assert.Null(await checkpoints.Make());
        await test.Store.Open(Told.Worker, new(Told.Id(7)), "case", stop);
        Assert.Equal((2, 0, 1, 1), await checkpoints.Make() is { } two ? (two.Number, two.Heads, two.Entries, two.LogTo) : default);
        Assert.Null(checkpoints.Export(3));
        Assert.Equal(0, Verify.Run(test.Folder.Data).ExitCode);
    }

    [Fact]
    public async Task Sequencers_at_once_make_one_line_and_a_ledger_verifies_while_it_is_written()
    {
        await using var test = new TestLedger();
        using var key = CheckpointKey.Read(test.Folder.CheckpointKeyFile);
        using var other = CheckpointKey.Read(test.Folder.CheckpointKeyFile);
        var sequencers = new[] { new Checkpoints(test.Ledger, key, test.Clock), new Checkpoints(test.Ledger, other, test.Clock) };
        var appends = Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(async () =>
        {
            // a new case each second time
            for (var i = 0; i < 40; i++) await Told.Append(test.Store, new(Told.Id(100 + (2 * (i - (i % 2))) + n)), 1000 + (2 * i) + n);
        })));
        await Task.WhenAll(sequencers.Select(sequencer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await sequencer.Make();
                Assert.Equal([], Verify.Run(test.Folder.Data).Findings);
            }
        })));
        await appends;
        Assert.Equal(0, Verify.Run(test.Folder.Data).ExitCode);
        Assert.Equal(test.Count("SELECT max(number) FROM checkpoints"), test.Count("SELECT count(*) FROM checkpoints"));
    }

    [Fact]
    public void A_checkpoint_names_nobody_and_every_changed_character_of_it_is_seen()
    {
        var text = File.ReadAllText(sample.Kept(2));
        Assert.DoesNotContain("Person", text, StringComparison.Ordinal);
        var altered = Path.Combine(sample.Data, "altered.json");
        for (var i = 0; i < text.Length; i += 3)
        {
            if (!char.IsAsciiLetterOrDigit(text[i])) continue;
            File.WriteAllText(altered, text.Remove(i, 1).Insert(i, text[i] == '7' ? "8" : "7"));
            Assert.Equal(2, Verify.Run(sample.Data, altered).ExitCode);
        }
    }

    [Fact]
    public void What_cannot_be_verified_says_why()
    {
        Assert.Contains("There is no database", Cannot(Path.Combine(sample.Data, "nowhere")), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Cannot(sample.Data, Path.Combine(sample.Data, "nowhere.json")), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(sample.Data, "lapwing.db"), "words");
        Assert.Contains("cannot be read", Cannot(sample.Data), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(sample.Data, "lapwing.db"), "");
        Assert.Contains("no database of Lapwing", Cannot(sample.Data), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tail_that_was_cut_off_with_its_checkpoints_is_found_by_one_that_was_kept_and_not_without()
    {
        using (var connection = Tampering.Open(sample.Database))
        {
            var (id, sequence) = connection.Rows(r => (r.Blob(0), r.GetInt64(1)), "SELECT case_id, sequence FROM checkpoint_heads WHERE checkpoint = 3")[0];
            connection.Run("DELETE FROM entries WHERE case_id = ?1 AND sequence >= ?2", id, sequence);
            connection.Run("DELETE FROM checkpoint_heads WHERE checkpoint = 3; DELETE FROM access_log WHERE number > (SELECT log_to FROM "
                + "checkpoints WHERE number = 2); DELETE FROM checkpoints WHERE number = 3");
        }

        Assert.Equal(0, Verify.Run(sample.Data).ExitCode);
        Assert.Equal(0, Verify.Run(sample.Data, sample.Kept(2)).ExitCode);
        Assert.StartsWith("Checkpoint 3, which was handed out, is missing", Verify.Run(sample.Data, sample.Kept(3)).Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_after_the_last_checkpoint_can_be_told_anew_and_verifying_says_so()
    {
        using (var connection = Tampering.Open(sample.Database))
        {
            var (id, head) = connection.Rows(r => (r.Blob(0), r.GetInt64(1)),
                "SELECT case_id, max(sequence) FROM entries e WHERE sequence > (SELECT max(sequence) FROM checkpoint_heads h WHERE h.case_id = "
                + "e.case_id) GROUP BY case_id")[0];
            Forging.Rechain(connection, row => row.Sequence == head && row.CaseId.AsSpan().SequenceEqual(id) ? row with { AuthorRole = "auditor" } : row);
        }

        var report = Verify.Run(sample.Data, sample.Kept(3));
        Assert.Equal(0, report.ExitCode);
        Assert.Contains(report.Limits, limit => limit.Contains("works out the hashes anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_history_told_anew_and_signed_by_another_key_is_found_by_a_checkpoint_that_was_kept()
    {
        using (var connection = Tampering.Open(sample.Database))
        {
            Forging.Rechain(connection, row => row.Sequence == 2 ? row with { AuthorRole = "auditor" } : row);
            connection.Run("DELETE FROM checkpoint_heads; DELETE FROM checkpoints");
        }

        File.Delete(Path.Combine(sample.Data, "checkpoint-public-key.pem"));
        using var forged = CheckpointKey.Make(Path.Combine(sample.Data, "forged.pem"));
        await File.WriteAllTextAsync(Path.Combine(sample.Data, "checkpoint-public-key.pem"), forged.PublicPem, stop);
        await using (var ledger = LedgerFolder.WithKeysBeside(sample.Data).Open(TimeProvider.System))
            for (var i = 0; i < 3; i++)
            {
                await new CaseStore(ledger, TimeProvider.System, Told.Circle, Told.NoWork).Work(Told.Worker, Told.All, stop);
                await new Checkpoints(ledger, forged, TimeProvider.System).Make();
            }

        Assert.Equal(0, Verify.Run(sample.Data).ExitCode);
        var findings = Verify.Run(sample.Data, sample.Kept(2)).Findings;
        Assert.Contains(findings, f => f.Contains("this is a second history", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("is not the one of the checkpoint that was kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_of_another_ledger_is_told()
    {
        using var other = await SampleLedger.Make();
        Assert.Contains("of another ledger", Assert.Single(Verify.Run(sample.Data, other.Kept(1)).Findings, f =>
            f.Contains("ledger", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_public_key_is_told()
    {
        File.Delete(Path.Combine(sample.Data, "checkpoint-public-key.pem"));
        Assert.Contains("is missing, so no signature", Assert.Single(Verify.Run(sample.Data).Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE entries")]
    [InlineData("DROP TABLE access_log")]
    [InlineData("DROP TABLE checkpoints")]
    [InlineData("ALTER TABLE cases RENAME COLUMN reference TO name")]
    [InlineData("ALTER TABLE entries RENAME COLUMN act_id TO act")]
    public void A_table_that_is_gone_is_a_finding(string fault)
    {
        using (var connection = Tampering.Open(sample.Database)) connection.Run(fault);
        Assert.Contains(Verify.Run(sample.Data).Findings, f => f.Contains("damaged", StringComparison.Ordinal));
    }

    private string Files() => string.Join('\n', Directory.EnumerateFiles(sample.Data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O} {new FileInfo(f).Length}"));

    private static string Cannot(string data, string? kept = null)
    {
        var report = Verify.Run(data, kept);
        Assert.Equal(2, report.ExitCode);
        return report.Unusable!;
    }
}
