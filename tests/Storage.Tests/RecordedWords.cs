using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;

namespace Lapwing.Storage.Tests;

/// <summary>An entry of each kind out of the stories, with one of its texts replaced at a time.</summary>
internal static class RecordedWords
{
    private static readonly Guid act = new("0b9d5a41-6f0e-4c0f-9a53-5b1e7c1d2f00");

    /// <summary>The first entry with a stored name, and the case that it stands in.</summary>
    public static (CaseFile File, Entry Entry) First(string name) => Demonstration.Stories(new(2026, 3, 27))
        .SelectMany(story => story.File.Entries.Select(entry => (story.File, entry))).First(one => Catalogue.Of(one.entry.Content).Name == name);

    /// <summary>The stored name of a kind, as it is written now.</summary>
    public static string NameOf<T>() where T : Content => Catalogue.Records.Single(kind => kind.Type == typeof(T)).Name;

    /// <summary>The places of its texts.</summary>
    public static IEnumerable<int> Places(string name) => Enumerable.Range(0, Texts(JsonNode.Parse(EntryJson.Write(First(name).Entry.Content))!).Count());

    /// <summary>
    /// The entry with a text replaced, and what is decided on it; none where it is no text that somebody types: a day, a number, one of a list.
    /// </summary>
    public static (CaseFile File, Entry Entry, Decided Decided)? Replaced(string name, int place, string by)
    {
        var (file, entry) = First(name);
        var stored = JsonNode.Parse(EntryJson.Write(entry.Content))!;
        Texts(stored).ElementAt(place).ReplaceWith(by);
        try
        {
            var changed = entry with
            {
                Index = 0,
                Act = entry.Act with { Id = act },
                Content = EntryJson.Read(name, Encoding.UTF8.GetBytes(stored.ToJsonString()))
            };
            var before = file.Before(entry.Id);
            return (before.With(changed), changed, Catalogue.Decide(before.View(), changed.Act, new NewEntry(changed.Content, changed.Paper)));
        }
        catch (LedgerRefusedException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonValue> Texts(JsonNode node) => node switch
    {
        JsonObject all => all.Select(one => one.Value).OfType<JsonNode>().SelectMany(Texts),
        JsonArray all => all.OfType<JsonNode>().SelectMany(Texts),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => [one],
        _ => [],
    };
}
