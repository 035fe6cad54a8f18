using System.Text;
using Lapwing.Casework.Triage;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Web.Tests.Doors;

/// <summary>What one request, one full disk or one mistyped address may not do.</summary>
public sealed class HoldingLittleTests
{
    [Fact]
    public void A_kept_array_is_answered_a_part_at_a_time_so_that_answers_can_go_out_in_between()
    {
        const int Elements = 20_000;
        var answers = 0;
        var file = new TriageFile((_, _) => answers++);
        file.Push(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("0", Elements))}]"));
        file.Finish();
        Assert.Equal(0, answers);
        for (var (before, more) = (0, true); more; before = answers)
        {
            more = file.AnswerMore();
            Assert.InRange(answers - before, 0, 4096);
        }

        Assert.Equal(Elements, answers);
    }

    [Theory]
    [InlineData("triage", "--table")]
    [InlineData("statement", "N3")]
    [InlineData("--help")]
    public async Task An_output_that_cannot_be_written_is_one_line_and_exit_2(params string[] args)
    {
        using var error = new StringWriter();
        Assert.Equal(2, await CommandLine.Run(args, Stream.Null, new FullDisk(), error));
        Assert.StartsWith("lapwing: the output cannot be written: ",
            Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://locahost:5270")]
    [InlineData("--urls", "http://somebody:secret@127.0.0.1:5270")]
    [InlineData("--urls", "http://localhost:0")]
    [InlineData("--data", "")]
    public async Task An_address_that_would_listen_everywhere_and_a_folder_that_is_none_are_refused(string option, string value)
    {
        using var error = new StringWriter();
        Assert.Equal(2, await CommandLine.Run(["serve", option, value], Stream.Null, Stream.Null, error));
        Assert.Contains(option, Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}
