using System.Text;
using Lapwing.Web.Verbs;

namespace Lapwing.Web.Tests;

/// <summary>What a command gave.</summary>
public sealed record Ran(int Exit, string Output, string Error)
{
    /// <summary>The lines of standard error.</summary>
    public IReadOnlyList<string> Errors => Error.Length == 0 ? [] : Error.TrimEnd('\n').Split('\n');
}

/// <summary>Commands, run in this process.</summary>
public static class Command
{
    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Runs a command with nothing on standard input.</summary>
    public static Task<Ran> Run(params string[] args) => Run(new PipeStream([]), args);

    /// <summary>Runs a command. What comes out must be UTF-8.</summary>
    public static async Task<Ran> Run(Stream input, params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(args, input, output, error);
        return new(exit, strict.GetString(output.ToArray()), error.ToString());
    }
}

/// <summary>A file that is gone after the test.</summary>
public sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"lapwing-{System.IO.Path.GetRandomFileName()}");

    public void Dispose() => File.Delete(Path);
}
