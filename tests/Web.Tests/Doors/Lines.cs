using System.Text;

namespace Lapwing.Web.Tests;

/// <summary>Concerns put together as text, so that they can be wrong in any way.</summary>
public static class Lines
{
    public const string Aware = "\"awareAt\":\"2026-03-27T16:40:00Z\"";
    public const string Grooming = "\"forms\":[\"grooming\"]";

    /// <summary>A good concern.</summary>
    public static string Good(string id) => Object($"\"id\":\"{id}\"", Aware, Grooming);

    /// <summary>An object of these properties.</summary>
    public static string Object(params IEnumerable<string> properties) => $"{{{string.Join(',', properties)}}}";

    /// <summary>A concern that is good but for these properties.</summary>
    public static string With(params IEnumerable<string> properties) => Object([Aware, Grooming, .. properties]);

    /// <summary>A concern with one child of these properties.</summary>
    public static string Child(params IEnumerable<string> properties) => With($"\"children\":[{Object(properties)}]");

    /// <summary>The text with white space after it, so that it has so many bytes.</summary>
    public static string Padded(string text, int bytes, char with = ' ') => text + new string(with, bytes - Encoding.UTF8.GetByteCount(text));

    /// <summary>These, one after the other.</summary>
    public static IEnumerable<T> Each<T>(params IReadOnlyList<T> values) => values;

    /// <summary>Bytes from text and single bytes.</summary>
    public static byte[] Bytes(string before, byte[] between, string after) =>
        [.. Encoding.UTF8.GetBytes(before), .. between, .. Encoding.UTF8.GetBytes(after)];
}

/// <summary>A concern that must be refused.</summary>
/// <param name="Rule">The rule that refuses it.</param>
/// <param name="Line">The concern.</param>
/// <param name="Path">The property that the one error names; empty for the whole.</param>
public sealed record Refused(string Rule, byte[] Line, string Path)
{
    public Refused(string rule, string line, string path) : this(rule, Encoding.UTF8.GetBytes(line), path)
    {
    }

    /// <summary>The id that stands beside the error.</summary>
    public string? Id { get; init; }

    /// <summary>Another path that the contract leaves open.</summary>
    public string? OrPath { get; init; }
}

/// <summary>A concern that must be decided.</summary>
/// <param name="Rule">The rule that accepts it.</param>
/// <param name="Line">The concern.</param>
/// <param name="SameAs">A plainer concern with the same decision, the id included.</param>
public sealed record Accepted(string Rule, string Line, string SameAs);

/// <summary>An answer that a file must give: the decision of the concern with this id, or an error.</summary>
/// <param name="Id">The concern's id.</param>
/// <param name="Line">The line that the error names; none for a decision.</param>
/// <param name="Path">With what the error begins; empty where it names no property.</param>
public readonly record struct Expected(string? Id, long? Line = null, string Path = "")
{
    /// <summary>A line that is no JSON, no object, or too long.</summary>
    public static Expected Unreadable(long line) => new(null, line);
}

/// <summary>A file and its answers.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Answers">A line each; none at all for an array that is not whole.</param>
public sealed record FileCase(string Rule, byte[] Bytes, IReadOnlyList<Expected>? Answers)
{
    public FileCase(string rule, string text, params IReadOnlyList<Expected> answers) : this(rule, Encoding.UTF8.GetBytes(text), answers)
    {
    }
}
