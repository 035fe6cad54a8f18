using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Lapwing.Casework.Triage;

/// <summary>Whether bytes are one whole JSON array, checked as they come and before any element is answered. It keeps one word of JSON at most.</summary>
public sealed class ArrayCheck
{
    private readonly ArrayBufferWriter<byte> kept = new(4096);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 65 });      // a concern's 64 and the array itself

    /// <summary>What is wrong with the array, if anything is yet.</summary>
    public string? Broken { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    public void Push(ReadOnlySpan<byte> bytes) => Read(bytes, isLast: false);

    /// <summary>Says that no more bytes come.</summary>
    public void Finish() => Read([], isLast: true);

    private void Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        if (Broken is not null) return;
        if (kept.WrittenCount > 0)
        {
            kept.Write(bytes);
            bytes = kept.WrittenSpan.ToArray();
            kept.ResetWrittenCount();
        }

        var json = new Utf8JsonReader(bytes, isLast, state);
        try
        {
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !Utf8.IsValid(json.ValueSpan)) Broken = "it is not valid UTF-8";
            }

            state = json.CurrentState;
            kept.Write(bytes[(int)json.BytesConsumed..]);
        }
        catch (JsonException e)
        {
            Broken = $"look at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";
        }
    }
}
