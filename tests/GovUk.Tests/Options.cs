using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lapwing.GovUk.Tests;

/// <summary>Options of a fixture as the design system's templates read them: what is false, empty or not there is nothing.</summary>
internal readonly struct Options(JsonElement? json)
{
    public Options this[string name] => json is { ValueKind: JsonValueKind.Object } at && at.TryGetProperty(name, out var inner) ? new(inner) : default;

    /// <summary>Whether it is given at all, be it false or empty.</summary>
    public bool IsGiven => json is { ValueKind: not JsonValueKind.Null };

    public bool IsFalse => json is { ValueKind: JsonValueKind.False };

    public bool IsTrue => Text is not null || json is { ValueKind: JsonValueKind.Object or JsonValueKind.Array };

    /// <summary>As text; null when it is nothing.</summary>
    public string? Text => Given is "" or "false" ? null : Given;

    /// <summary>As text, be it false or empty.</summary>
    public string? Given => json switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        _ => null,
    };

    /// <summary>The HTML of a member, or its text encoded.</summary>
    public string Html(string html = "html", string text = "text") => this[html].Text ?? HtmlEncoder.Default.Encode(this[text].Text ?? "");

    public IEnumerable<Options> Items
    {
        get
        {
            if (json is not { ValueKind: JsonValueKind.Array } array) yield break;
            foreach (var item in array.EnumerateArray()) yield return new Options(item);
        }
    }

    public IEnumerable<(string Name, string Value)> Members
    {
        get
        {
            if (json is not { ValueKind: JsonValueKind.Object } at) yield break;
            foreach (var member in at.EnumerateObject()) yield return (member.Name, new Options(member.Value).Given ?? "");
        }
    }
}
