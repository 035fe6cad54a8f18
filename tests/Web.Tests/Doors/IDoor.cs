using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lapwing.Web.Tests;

/// <summary>A way in: facts go in and decisions come out. Every rule of the contract is one case, run on each door.</summary>
public interface IDoor
{
    /// <summary>Asks about one concern.</summary>
    Task<Answered> One(byte[] concern);

    /// <summary>Asks about a file of concerns.</summary>
    Task<FileAnswered> Many(byte[] file);
}

/// <summary>What a door said to one concern: a decision, or what is wrong with it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Detail">The one sentence about what is wrong.</param>
/// <param name="Path">The property that is wrong, where the door names it apart from the sentence.</param>
/// <param name="Id">The id that stands beside the error; none where the door gives none.</param>
public sealed record Answered(JsonNode? Decision, string? Detail = null, string? Path = null, string? Id = null);

/// <summary>What a door said to a file.</summary>
/// <param name="Lines">A line for each concern, in order.</param>
/// <param name="Broken">What is wrong with an array that is not whole; nothing is answered then.</param>
public sealed record FileAnswered(IReadOnlyList<JsonObject> Lines, string? Broken = null)
{
    /// <summary>Whether any concern could not be decided.</summary>
    public bool AnyBad => Lines.Any(l => l.ContainsKey("error"));

    /// <summary>Takes lines of JSON apart. Refuses a last line without its end, and any line that is no object of one line.</summary>
    public static IReadOnlyList<JsonObject> Parse(string text)
    {
        if (text.Length > 0 && text[^1] != '\n') throw new JsonException($"the last line has no end: {text}");
        return [.. text.Split('\n')[..^1].Select(line => JsonNode.Parse(line)!.AsObject())];
    }
}

/// <summary>The doors by name, so that a test's name says which.</summary>
public static class EveryDoor
{
    public const string File = "command line, a file";
    public const string Pipe = "command line, standard input";
    public const string Bytes = "command line, standard input a byte at a time";
    public const string Http = "API";

    public static IReadOnlyList<string> Names { get; } = [File, Pipe, Bytes, Http];

    public static IDoor Named(string name, Server server) => name switch
    {
        File => new CommandLineDoor(fromFile: true),
        Pipe => new CommandLineDoor(),
        Bytes => new CommandLineDoor(bytesPerRead: 1),
        _ => new ApiDoor(server.Http),
    };
}
