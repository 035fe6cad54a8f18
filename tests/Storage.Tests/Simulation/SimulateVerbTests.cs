using Xunit;

namespace Lapwing.Storage.Tests.Simulation;

/// <summary><c>lapwing simulate</c>, as it is typed.</summary>
public sealed class SimulateVerbTests : IDisposable
{
    private static readonly string[] few = ["simulate", "--cases", "25", "--seed", "4", "--until", "2026-03-27"];
    private readonly SimulatedLedger ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task It_fills_a_folder_that_verifies_with_lists_as_its_entries_say_and_says_what_it_made()
    {
        var made = await SimulatedLedger.Run([.. few, "--data", ledger.Data]);
        Assert.Equal(0, made.Exit);
        Assert.StartsWith("25 fictional cases up to the morning of Friday 27 March 2026, ", made.Output, StringComparison.Ordinal);
        Assert.Contains("A nude or sexual image made or shared by young people\n", made.Output, StringComparison.Ordinal);
        Assert.Contains("schools and colleges\n", made.Output, StringComparison.Ordinal);
        Assert.EndsWith($"To look at them: lapwing demo --data {ledger.Data}\n", made.Output, StringComparison.Ordinal);
        Assert.Matches("^lapwing: 25 of 25 cases \\(100 %\\), [0-9,]+ entries written, [0-9,]+ a second\n$", made.Error);
        var verified = await SimulatedLedger.Run("verify", "--data", ledger.Data);
        Assert.Equal((0, ""), (verified.Exit, verified.Error));
        Assert.Matches("^25 cases, [0-9,]+ entries, 0 rows of the access log, 1 checkpoint: all as they were written\\.\n", verified.Output);
        Assert.EndsWith("25 cases read, 0 put right.\n", (await SimulatedLedger.Run("rebuild", "--data", ledger.Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_command_goes_on_without_its_day_too_and_any_other_is_refused()
    {
        var first = await SimulatedLedger.Run([.. few, "--data", ledger.Data]);
        var lines = await SimulatedLedger.Lines(ledger.Data);
        var again = await SimulatedLedger.Run("simulate", "--cases", "25", "--seed", "4", "--data", ledger.Data);
        Assert.Equal((0, first.Output), (again.Exit, again.Output));
        Assert.Contains("25 of 25 cases (100 %), 0 entries written", again.Error, StringComparison.Ordinal);
        foreach (var differs in new[] { ("--cases", "26"), ("--seed", "5"), ("--until", "2026-03-26") })
        {
            string[] args = [.. few, "--data", ledger.Data];
            args[Array.IndexOf(args, differs.Item1) + 1] = differs.Item2;
            Assert.Contains("was begun with --cases 25 --seed 4 --until 2026-03-27", await Refused(args), StringComparison.Ordinal);
        }

        Assert.Equal(lines, await SimulatedLedger.Lines(ledger.Data));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused_and_stays_as_it_is()
    {
        await using (LedgerFolder.WithKeysBeside(ledger.Data).Open(ledger.Clock, create: true)) { }
        var before = Directory.EnumerateFileSystemEntries(ledger.Data).Order().ToList();
        Assert.Contains("never into one that is in use", await Refused([.. few, "--data", ledger.Data]), StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(ledger.Data).Order());
    }

    [Fact]
    public async Task The_keys_of_another_ledger_are_never_used()
    {
        var keys = ledger.Beside("keys");
        await using (new LedgerFolder(ledger.Beside("real"), keys).Open(ledger.Clock, create: true)) { }
        Assert.Contains("never into one that is in use", await Refused([.. few, "--data", ledger.Data, "--keys", keys]), StringComparison.Ordinal);
        Assert.False(Directory.Exists(ledger.Data));
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("simulate", "--cases", "0", "--data", "x")]
    [InlineData("simulate", "--cases", "many", "--data", "x")]
    [InlineData("simulate", "--cases", "5")]
    [InlineData("simulate", "--cases", "5", "--data", "x", "--until", "27.3.2026")]
    [InlineData("simulate", "--cases", "5", "--data", "x", "--until", "2999-01-01")]
    [InlineData("simulate", "--cases", "5", "--data", "x", "--until", "2015-06-01")]
    public async Task Wrong_use_is_one_line_and_2(params string[] args)
    {
        Assert.StartsWith("lapwing: ", await Refused(args), StringComparison.Ordinal);
        Assert.False(Directory.Exists("x"));
    }

    [Fact]
    public async Task The_help_lists_it() =>
        Assert.Contains("simulate", (await SimulatedLedger.Run("--help")).Output, StringComparison.Ordinal);

    private static async Task<string> Refused(params string[] args)
    {
        var ran = await SimulatedLedger.Run(args);
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        return Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
