using System.Text.Json.Nodes;
using Lapwing.Testing;

namespace Lapwing.Bench.Cli;

/// <summary>A file of many concerns in a temporary folder of its own: the scenarios over and over, each with an id of its own.</summary>
internal sealed class ConcernFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-bench-");

    public ConcernFile(int concerns)
    {
        var scenarios = Scenarios.All.Select(s => Halves(s.Facts)).ToArray();
        using var file = new StreamWriter(Name) { NewLine = "\n" };
        for (var i = 0; i < concerns; i++)
        {
            var (before, after) = scenarios[i % scenarios.Length];
            file.Write(before);
            file.Write(i);
            file.WriteLine(after);
        }
    }

    /// <summary>The file.</summary>
    public string Name => Path.Combine(folder.FullName, "concerns.jsonl");

    /// <summary>Its size.</summary>
    public long Bytes => new FileInfo(Name).Length;

    public void Dispose() => folder.Delete(recursive: true);

    // What stands before and after the number of the id.
    private static (string Before, string After) Halves(JsonNode facts)
    {
        const string Number = "~number~";
        var numbered = facts.DeepClone();
        numbered["id"] = $"concern-{Number}";
        var halves = numbered.ToJsonString().Split(Number);
        return (halves[0], halves[1]);
    }
}
