using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;

namespace Lapwing.Storage;

/// <summary>
/// What was recorded, to and from the bytes that are sealed: JSON under the catalogue's stored name. It is strict, for a member that is lost on the way
/// would be a fact about a child that is lost.
/// </summary>
internal static class EntryJson
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,      // sealed bytes meet no browser
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new NestedContent() },
    };

    /// <summary>The content as bytes. Refuses a class that no procedure records.</summary>
    public static byte[] Write(Content content) => JsonSerializer.SerializeToUtf8Bytes(content, Catalogue.Of(content).Type, options);

    /// <summary>The same of what stands in no case.</summary>
    public static byte[] Write(object content, Type type) => JsonSerializer.SerializeToUtf8Bytes(content, type, options);

    /// <summary>The content with a stored name, in the shape of now. Refuses a name or a shape that this version does not know.</summary>
    public static Content Read(string name, ReadOnlySpan<byte> json) => AsNow(ReadAsStored(name, json));

    /// <summary>The same in the shape in which it was stored.</summary>
    public static Content ReadAsStored(string name, ReadOnlySpan<byte> json) => Read(json, TypeOf(name), name);

    /// <summary>What has this class and is stored under this name.</summary>
    public static Content Read(ReadOnlySpan<byte> json, Type type, string name)
    {
        try
        {
            return (Content?)JsonSerializer.Deserialize(json, type, options) ?? throw new JsonException("null is no content");
        }
        catch (JsonException e)      // its message can hold what was written about somebody: it stays inside
        {
            throw new LedgerRefusedException($"An entry called {name} is not of the shape that this version of Lapwing knows: run the version that "
                + "wrote it, or a later one.", e);
        }
    }

    private static Content AsNow(Content content) => content switch
    {
        Superseded.Older older => older.AsNow(),
        Corrected { Instead: Superseded.Older older } corrected => corrected with { Instead = older.AsNow() },
        _ => content,
    };

    private static Type TypeOf(string name) => Catalogue.Find(name)?.Type
        ?? throw new LedgerRefusedException($"An entry is called {name}, which this version of Lapwing does not know: run the version that wrote "
        + "it, or a later one.");

    /// <summary>Content inside content, as in a correction: with its stored name beside it.</summary>
    private sealed class NestedContent : JsonConverter<Content>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Content);

        public override Content Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var named = JsonSerializer.Deserialize<Named>(ref reader, options);
            return (Content?)named.Content.Deserialize(TypeOf(named.Name), options) ?? throw new JsonException("null is no content");
        }

        public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options)
        {
            var recordable = Catalogue.Of(value);
            JsonSerializer.Serialize(writer, new Named(recordable.Name, JsonSerializer.SerializeToElement(value, recordable.Type, options)), options);
        }
    }

    private readonly record struct Named(string Name, JsonElement Content);
}
