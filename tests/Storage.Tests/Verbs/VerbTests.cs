using System.Text;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Storage.Tests.Verbs;

/// <summary><c>lapwing keys</c> and <c>lapwing verify</c>, as they are typed.</summary>
public sealed class VerbTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("lapwing-verbs-");

    private string Data => Path.Combine(root.FullName, "data");

    private string Shares => Path.Combine(root.FullName, "shares");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Keys_are_made_shown_shared_out_and_restored_and_never_overwritten()
    {
        var made = await Run("keys", "make", "--data", Data);
        Assert.Equal((0, ""), (made.Exit, made.Error));
        Assert.Contains("lie beside the data", made.Output, StringComparison.Ordinal);
        var shown = await Run("keys", "show", "--data", Data);
        var id = Assert.Single(shown.Output.Split('\n'), line => line.StartsWith("partnership key", StringComparison.Ordinal)).Split("  ")[1];
        Assert.Contains($"5 shares of the partnership key {id}", (await Run("keys", "escrow", "--data", Data, "--to", Shares)).Output,
            StringComparison.Ordinal);
        Assert.Contains("never overwritten", await Refused("keys", "escrow", "--data", Data, "--to", Shares), StringComparison.Ordinal);
        Assert.Contains("never overwritten", await Refused("keys", "make", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("never overwritten", await Refused(["keys", "restore", "--data", Data, .. Share(1, 2, 3)]), StringComparison.Ordinal);

        var key = Path.Combine(Data, "keys", "partnership-key");
        var was = await File.ReadAllTextAsync(key, stop);
        File.Delete(key);
        Assert.Contains("is missing", await Refused("keys", "show", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("3 different shares are needed", await Refused(["keys", "restore", "--data", Data, .. Share(1, 2)]), StringComparison.Ordinal);
        Assert.Contains(id, (await Run(["keys", "restore", "--data", Data, .. Share(5, 1, 4)])).Output, StringComparison.Ordinal);
        Assert.Equal(was, await File.ReadAllTextAsync(key, stop));
    }

    [Fact]
    public async Task Keys_may_lie_apart_from_the_data()
    {
        var apart = Path.Combine(root.FullName, "apart");
        var made = await Run("keys", "make", "--data", Data, "--keys", apart);
        Assert.Equal(0, made.Exit);
        Assert.DoesNotContain("beside", made.Output, StringComparison.Ordinal);
        Assert.Equal(["checkpoint-key.pem", "partnership-key"], Directory.EnumerateFiles(apart).Select(Path.GetFileName).Order());
        Assert.Equal(["checkpoint-public-key.pem"], Directory.EnumerateFileSystemEntries(Data).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("keys", "show")]
    [InlineData("keys", "escrow", "--data", "x", "--to", "y", "--shares", "many")]
    [InlineData("keys", "restore", "--data", "x")]
    [InlineData("keys", "restore", "--data", "x", "nowhere.txt")]
    [InlineData("checkpoint")]
    [InlineData("checkpoint", "--data", "nowhere")]
    [InlineData("migrate")]
    [InlineData("migrate", "--data", "nowhere")]
    [InlineData("verify")]
    [InlineData("verify", "--data", "nowhere")]
    public async Task Wrong_use_is_one_line_and_2(params string[] args) => Assert.StartsWith("lapwing: ", await Refused(args), StringComparison.Ordinal);

    [Fact]
    public async Task Verifying_says_what_it_found_and_what_it_cannot_find()
    {
        using var sample = await SampleLedger.Make();
        var clean = await Run("verify", "--data", sample.Data, "--checkpoint", sample.Kept(3));
        Assert.Equal((0, ""), (clean.Exit, clean.Error));
        Assert.StartsWith("5 cases, 39 entries, 45 rows of the access log, 3 checkpoints: all as they were written.\nWhat this cannot find:\n",
            clean.Output, StringComparison.Ordinal);
        Tampering.Do(sample.Database, "UPDATE entries SET author_role = 'lado' WHERE sequence = 2 AND case_id = (SELECT min(case_id) FROM cases)");
        var found = await Run("verify", "--data", sample.Data);
        Assert.Equal(1, found.Exit);
        Assert.Matches("^Entry 2 of case [0-9A-Z]{4,5} was changed after it was written\\.\n", found.Output);
        Assert.Contains("NOT as they were written", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_derived_anew_with_keys_that_lie_apart()
    {
        using var sample = await SampleLedger.Make();
        var apart = Path.Combine(root.FullName, "apart");
        Directory.Move(Path.Combine(sample.Data, "keys"), apart);
        Assert.Contains("is missing", await Refused("rebuild", "--data", sample.Data), StringComparison.Ordinal);
        var first = await Run("rebuild", "--data", sample.Data, "--keys", apart);      // nothing of the sample is a concern, so nobody is in it
        Assert.Equal((1, ""), (first.Exit, first.Error));
        Assert.EndsWith("5 cases read, 5 put right.\n", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("5 cases read, 0 put right.\n", (await Run("rebuild", "--data", sample.Data, "--keys", apart)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_checkpoint_is_printed_or_written_to_a_new_file_for_a_partner_to_keep()
    {
        var folder = LedgerFolder.WithKeysBeside(Data);
        await folder.Open(new StandingClock(), create: true).DisposeAsync();
        Assert.Contains("nothing to sign yet", await Refused("checkpoint", "--data", Data), StringComparison.Ordinal);
        await Record(folder, 7);
        var printed = await Run("checkpoint", "--data", Data);
        Assert.Equal((0, ""), (printed.Exit, printed.Error));
        Assert.Contains("\"number\": 1", printed.Output, StringComparison.Ordinal);
        Assert.Equal(printed.Output, (await Run("checkpoint", "--data", Data)).Output);      // nothing came since, so nothing is signed

        await Record(folder, 8);
        var file = Path.Combine(root.FullName, "kept.json");
        Assert.Equal((0, "", ""), await Run("checkpoint", "--data", Data, "--to", file));
        var written = await File.ReadAllTextAsync(file, stop);
        Assert.Contains("\"number\": 2", written, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify", "--data", Data, "--checkpoint", file)).Exit);
        Assert.Contains("exists", await Refused("checkpoint", "--data", Data, "--to", file), StringComparison.Ordinal);
        Assert.Equal(written, await File.ReadAllTextAsync(file, stop));
    }

    [Fact]
    public async Task No_checkpoint_is_written_out_of_a_database_that_was_rolled_back()
    {
        var (folder, backup, file) = (LedgerFolder.WithKeysBeside(Data), Path.Combine(root.FullName, "backup.db"), Path.Combine(root.FullName, "kept.json"));
        await folder.Open(new StandingClock(), create: true).DisposeAsync();
        await Record(folder, 7);
        await Run("checkpoint", "--data", Data);
        File.Copy(folder.Database, backup);
        await Record(folder, 8);
        await Run("checkpoint", "--data", Data);
        File.Copy(backup, folder.Database, overwrite: true);
        Assert.Contains("does not hold checkpoint 2", await Refused("checkpoint", "--data", Data, "--to", file), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private static async Task Record(LedgerFolder folder, int id)
    {
        var clock = new StandingClock();
        await using var ledger = folder.Open(clock);
        await Told.Append(new(ledger, clock, Told.Circle, Told.NoWork), new(Told.Id(id)), 10 * id);
    }

    private string[] Share(params int[] numbers) => [.. numbers.Select(n => Path.Combine(Shares, $"share-{n}-of-5.txt"))];

    private static async Task<string> Refused(params string[] args)
    {
        var ran = await Run(args);
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        return Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(args, Stream.Null, output, error);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
