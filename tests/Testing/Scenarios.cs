using System.Text;
using System.Text.Json.Nodes;
using Lapwing.Casework.Triage;

namespace Lapwing.Testing;

/// <summary>A concern and the whole decision that it must give.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Story">What happened, in words; empty for a random one.</param>
/// <param name="Facts">The concern as JSON.</param>
/// <param name="Expected">The decision as JSON.</param>
public sealed record Scenario(string Name, string Story, JsonNode Facts, JsonNode Expected)
{
    /// <summary>The concern as one line of JSON.</summary>
    public string Line => Facts.ToJsonString();

    /// <summary>The concern, read.</summary>
    public Concern Concern => ConcernJson.Read(Encoding.UTF8.GetBytes(Line)).Concern!;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A line that must be refused.</summary>
/// <param name="Line">The line.</param>
/// <param name="Path">The property that the one error names.</param>
public sealed record BadLine(string Line, string Path);

/// <summary>The scenarios of the checkout.</summary>
public static class Scenarios
{
    /// <summary>Twelve concerns told in words.</summary>
    public static IReadOnlyList<Scenario> Told { get; } = [.. JsonNode.Parse(File.ReadAllText(In("worked-examples.json")))!.AsArray()
        .Select(n => new Scenario((string)n!["name"]!, (string)n["story"]!, n["facts"]!, n["expected"]!))];

    /// <summary>300 random concerns.</summary>
    public static IReadOnlyList<Scenario> Random { get; } = [.. File.ReadLines(In("random-300.jsonl")).Select(line => JsonNode.Parse(line)!)
        .Select((n, i) => new Scenario((string?)n["facts"]!["id"] ?? $"random {i + 1}, without an id", "", n["facts"]!, n["expected"]!))];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [.. Told, .. Random];

    /// <summary>50 lines that must be refused.</summary>
    public static IReadOnlyList<BadLine> Bad { get; } = [.. File.ReadLines(In("bad-input.jsonl")).Select(line => JsonNode.Parse(line)!)
        .Select(n => new BadLine((string)n["line"]!, (string)n["path"]!))];

    /// <summary>Texts that hold a picture, a film or an archive each, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Pictures { get; } = [.. File.ReadLines(In("pictures.jsonl")).Select(line => JsonNode.Parse(line)!)
        .Select(n => ((string)n["name"]!, (string)n["text"]!))];

    /// <summary>Texts that hold none.</summary>
    public static IReadOnlyList<string> Honest { get; } = [.. File.ReadLines(In("honest.jsonl")).Select(line => (string)JsonNode.Parse(line)!["text"]!)];

    private static string In(string name) => Repository.Path("tests", "scenarios", name);
}
