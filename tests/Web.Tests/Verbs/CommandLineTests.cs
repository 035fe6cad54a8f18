using System.Text;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Exit codes, and what goes where.</summary>
public sealed class CommandLineTests
{
    private static readonly string missing = Path.Combine(Path.GetTempPath(), "lapwing-no-such-file.jsonl");

    [Theory]
    [InlineData("triage")]
    [InlineData("triage", "--explain")]
    [InlineData("triage", "--nonsense", "-")]
    [InlineData("triage", "--nonsense")]
    [InlineData("triage", "-x", "-")]
    [InlineData("triage", "--table", "-")]
    [InlineData("triage", "--table", "--explain")]
    [InlineData("triage", "--table=maybe")]
    [InlineData("triaje", "-")]
    [InlineData("--nonsense")]
    [InlineData("nonsense")]
    [InlineData("statement")]
    [InlineData("statement", "--nonsense")]
    [InlineData("statement", "S1", "S2")]
    [InlineData("compare")]
    [InlineData("compare", "derby-and-derbyshire-e-safety/1")]
    [InlineData("compare", "derby-and-derbyshire-e-safety/1", "b", "c")]
    [InlineData("serve", "--urls")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("serve", "--urls", "https://127.0.0.1:0")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0/path")]
    [InlineData("serve", "--nonsense")]
    [InlineData("serve", "nonsense")]
    [InlineData("demo", "--urls", "ftp://127.0.0.1")]
    [InlineData("demo", "--port", "80")]
    public async Task Wrong_use_is_one_line_on_standard_error_and_exit_2(params string[] args)
    {
        var ran = await Command.Run(new PipeStream(Encoding.UTF8.GetBytes(Lines.Good("a"))), args);
        IsRefused(ran);
        Assert.Contains("--help", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statement", "S9.9.9")]
    [InlineData("statement", "")]
    [InlineData("compare", "derby-and-derbyshire-e-safety/1", "derby-and-derbyshire-e-safety/2")]
    [InlineData("compare", "x", "y")]
    public async Task What_does_not_exist_is_one_line_on_standard_error_and_exit_2(params string[] args) => IsRefused(await Command.Run(args));

    [Fact]
    public async Task A_file_that_does_not_exist_is_one_line_on_standard_error_and_exit_2()
    {
        var ran = await Command.Run("triage", missing);
        IsRefused(ran);
        Assert.Contains(missing, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_file() => IsRefused(await Command.Run("triage", Path.GetTempPath()));

    [Fact]
    public async Task A_file_that_may_not_be_read_is_one_line_on_standard_error_and_exit_2() => IsRefused(await Command.Run("triage", "/proc/self/mem"));

    [Fact]
    public async Task A_name_with_a_zero_byte_is_no_file() => IsRefused(await Command.Run("triage", "a\0b"));

    [Fact]
    public async Task Of_several_files_those_that_can_be_read_are_decided()
    {
        using TemporaryFile one = File(Lines.Good("a")), two = File($"{Lines.Good("b")}\n{{}}\n"), broken = File($"[{Lines.Good("x")}"),
            three = File($"[{Lines.Good("c")}]");
        var ran = await Command.Run("triage", one.Path, missing, two.Path, broken.Path, Path.GetTempPath(), three.Path);
        Assert.Equal(2, ran.Exit);
        Assert.Equal(["a", "b", null, "c"], FileAnswered.Parse(ran.Output).Select(l => (string?)l["id"]));
        Assert.Equal(2, (int)FileAnswered.Parse(ran.Output)[2]["line"]!);
        Assert.Collection(ran.Errors, e => Assert.Contains(missing, e, StringComparison.Ordinal), e =>
            Assert.Contains(broken.Path, e, StringComparison.Ordinal),
            e => Assert.Contains(Path.GetTempPath(), e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_files_and_standard_input_are_answered_in_the_order_in_which_they_are_named()
    {
        using TemporaryFile one = File(Lines.Good("a")), two = File(Lines.Good("c"));
        var ran = await Command.Run(new PipeStream(Encoding.UTF8.GetBytes($"\uFEFF{Lines.Good("b")}")), "triage", one.Path, "-", two.Path);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal(["a", "b", "c"], FileAnswered.Parse(ran.Output).Select(l => (string?)l["id"]));
    }

    [Theory]
    [InlineData("good", 0)]
    [InlineData("bad", 1)]
    [InlineData("good bad", 1)]
    [InlineData("bad missing", 2)]
    [InlineData("missing good", 2)]
    [InlineData("empty", 0)]
    [InlineData("empty good", 0)]
    public async Task The_exit_code_is_that_of_the_worst_file(string files, int exit)
    {
        using TemporaryFile good = File(Lines.Good("a")), bad = File("{}\n"), empty = File("");
        var ran = await Command.Run(["triage", .. files.Split(' ')
            .Select(f => f switch { "good" => good.Path, "bad" => bad.Path, "empty" => empty.Path, _ => missing })]);
        Assert.Equal(exit, ran.Exit);
        Assert.Equal(files.Contains("missing", StringComparison.Ordinal) ? 1 : 0, ran.Errors.Count);
    }

    [Fact]
    public async Task A_broken_array_says_where_it_is_broken_also_when_explained()
    {
        using var file = File($"[\n{Lines.Good("a")},\n]");
        var ran = await Command.Run("triage", "--explain", file.Path);
        IsRefused(ran);
        Assert.Contains("line 3", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_explained_steers_no_terminal()
    {
        using var file = File($"{Lines.Good("\\u001b[2J\\u0007\\u009b\\u202e")}\n{{\"\\u001b[31m\":1}}\n");
        var ran = await Command.Run("triage", "--explain", file.Path);
        Assert.Equal(1, ran.Exit);
        Assert.DoesNotContain(ran.Output, c => char.IsControl(c) && c != '\n');
    }

    private static TemporaryFile File(string text) => new(Encoding.UTF8.GetBytes(text));

    private static void IsRefused(Ran ran)
    {
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.StartsWith("lapwing: ", Assert.Single(ran.Errors), StringComparison.Ordinal);
        Assert.False(Problem.Trace().IsMatch(ran.Error.Replace(Path.GetTempPath(), "", StringComparison.Ordinal)), ran.Error);
    }
}
