using System.Text.Json;
using System.Text.Unicode;

namespace Lapwing.Casework.Triage;

/// <summary>What is wrong with a concern as it was given: one thing, the first in the order of the contract.</summary>
/// <param name="Path">The property, such as <c>children[0].age</c>; empty for the whole.</param>
/// <param name="Detail">One sentence that names the property and says what is allowed.</param>
public sealed record BadInput(string Path, string Detail)
{
    /// <summary>Whether it is no JSON object at all.</summary>
    public bool IsNoObject { get; init; }

    /// <summary>Whether it is not even JSON.</summary>
    public bool IsNotJson { get; init; }
}

/// <summary>A concern read, or what is wrong with it.</summary>
/// <param name="Concern">The concern, if nothing is wrong.</param>
/// <param name="Id">The id, where it could be read.</param>
/// <param name="Bad">What is wrong, if anything is.</param>
public readonly record struct Reading(Concern? Concern, string? Id, BadInput? Bad);

/// <summary>Reads a concern from JSON, strictly and in one pass. What is refused is said in our words, never in the parser's.</summary>
public static class ConcernJson
{
    /// <summary>The most bytes that a concern may have, wherever it comes from.</summary>
    public const int MaxBytes = 65_536;

    /// <summary>What is wrong with a concern of more than <see cref="MaxBytes"/>, whose text is not looked at.</summary>
    public static BadInput TooLong { get; } = new("", "this concern is longer than 65,536 bytes, which is the most that one may have") { IsNoObject = true };

    /// <summary>Reads one concern from exactly this text.</summary>
    public static Reading Read(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8)) return NotJson("it is not valid UTF-8");
        var reader = new ConcernReader(utf8);
        try
        {
            return reader.Read();
        }
        catch (JsonException e)
        {
            return NotJson($"look at byte {e.BytePositionInLine + 1}{(e.LineNumber > 0 ? $" of line {e.LineNumber + 1}" : "")}");
        }
    }

    private static Reading NotJson(string why) => new(null, null, new("", $"this is not JSON: {why}") { IsNotJson = true, IsNoObject = true });
}
