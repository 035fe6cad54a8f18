using System.Text;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary><c>lapwing triage</c>: a file by its name, or standard input.</summary>
public sealed class CommandLineDoor(bool fromFile = false, int bytesPerRead = int.MaxValue) : IDoor
{
    // The concern is a later line: the first is a good one.
    public async Task<Answered> One(byte[] concern)
    {
        var file = await Many([.. Encoding.UTF8.GetBytes(Lines.Good("first")), (byte)'\n', .. concern, (byte)'\n']);
        Assert.Equal(2, file.Lines.Count);
        Assert.Equal("first", (string?)file.Lines[0]["id"]);
        var line = file.Lines[1];
        if (!line.ContainsKey("error")) return new(line);
        Assert.Equal(["id", "line", "error"], line.Select(p => p.Key));
        Assert.Equal(2, (int)line["line"]!);
        return new(null, (string)line["error"]!, Id: (string?)line["id"]);
    }

    public async Task<FileAnswered> Many(byte[] file)
    {
        using var named = fromFile ? new TemporaryFile(file) : null;
        var ran = await Command.Run(new PipeStream(fromFile ? [] : file, bytesPerRead), "triage", named?.Path ?? "-");
        if (ran.Exit == 2)
        {
            Assert.Equal("", ran.Output);
            return new([], Assert.Single(ran.Errors));
        }

        var answered = new FileAnswered(FileAnswered.Parse(ran.Output));
        Assert.Equal("", ran.Error);
        Assert.Equal(answered.AnyBad ? 1 : 0, ran.Exit);
        return answered;
    }
}
