using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Lapwing.Casework.Triage;

/// <summary>Whether bytes are one whole JSON array, checked as they come and before any element is answered. It keeps one word of JSON at most.</summary>
public sealed class ArrayCheck
{
    private readonly ArrayBufferWriter<byte> kept = new(4096);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 65 });      // a concern's 64 and the array itself
    // how many bytes make it worth while to read on: the mark first, then twice a word that was not whole
    private int enough = TriageFile.ByteOrderMark.Length;
    private bool begun;

    /// <summary>What is wrong with the array, if anything is yet.</summary>
    public string? Broken { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    public void Push(ReadOnlySpan<byte> bytes) => Read(bytes, isLast: false);

    /// <summary>Says that no more bytes come.</summary>
    public void Finish() => Read([], isLast: true);

    private void Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        if (Broken is not null) return;
        kept.Write(bytes);
        if (kept.WrittenCount < enough && !isLast) return;
        bytes = kept.WrittenSpan;
        if (!begun && bytes.StartsWith(TriageFile.ByteOrderMark)) bytes = bytes[TriageFile.ByteOrderMark.Length..];
        begun = true;
        var json = new Utf8JsonReader(bytes, isLast, state);
        try
        {
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !Utf8.IsValid(json.ValueSpan)) Broken = "it is not valid UTF-8";
            }
        }
        catch (JsonException e)
        {
            Broken = $"look at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";
        }

        state = json.CurrentState;
        var rest = bytes[(int)json.BytesConsumed..].ToArray();
        enough = 2 * rest.Length;
        kept.ResetWrittenCount();
        kept.Write(rest);
    }
}
