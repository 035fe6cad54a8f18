using System.Buffers;
using System.Globalization;
using System.Text;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Rules;

/// <summary>Answers the concerns of a file: a line of JSON each, or as a person reads it. What cannot be decided gets its one error in its place.</summary>
/// <param name="output">Where the answers go.</param>
/// <param name="rules">By what they are decided.</param>
public sealed class Answers(IBufferWriter<byte> output, RuleBook rules)
{
    /// <summary>Whether to write for a person instead of JSON.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether any concern could not be decided.</summary>
    public bool AnyBad { get; private set; }

    /// <summary>Answers one concern.</summary>
    public void Answer(Reading reading, long line)
    {
        AnyBad |= reading.Bad is not null;
        if (Explain) output.Write(Encoding.UTF8.GetBytes(InWords(reading, line)));
        else
        {
            if (reading.Concern is { } concern) DecisionJson.Write(output, rules.Decide(concern));
            else DecisionJson.WriteBad(output, reading.Id, line, reading.Bad!.Detail);
            output.Write("\n"u8);
        }
    }

    private string InWords(Reading reading, long line)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Concern {line}") + (reading.Id is { Length: > 0 } id ? $": {Printable(id)}" : "");
        var text = reading.Concern is { } concern ? DecisionText.Of(rules.Decide(concern)) : $"Not decided. {Printable(reading.Bad!.Detail)}\n";
        return $"{name}\n{new string('=', Math.Min(name.Length, 110))}\n{text}\n";
    }

    // What came from outside steers no terminal.
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : c));
}
