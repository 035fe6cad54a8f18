using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lapwing.Casework.Triage;

/// <summary>Puts JSON together from pieces. Every element of a list ends in a comma; the end of the list takes the last one back.</summary>
internal ref struct Utf8Text(IBufferWriter<byte> output)
{
    private const int Chunk = 4096;
    private Span<byte> free = output.GetSpan(Chunk);
    private int used;

    public void Add(ReadOnlySpan<byte> piece)
    {
        Room(piece.Length);
        piece.CopyTo(free[used..]);
        used += piece.Length;
    }

    public void Add(DateOnly day)
    {
        Room(10);
        day.TryFormat(free[used..], out var written, "O", CultureInfo.InvariantCulture);
        used += written;
    }

    public void AddQuoted(string text)
    {
        Add("\""u8);
        if (IsPlain(text))
        {
            Room(text.Length);
            used += Encoding.ASCII.GetBytes(text, free[used..]);
        }
        else Add(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        Add("\""u8);
    }

    public void EndList(ReadOnlySpan<byte> end)
    {
        if (used > 0 && free[used - 1] == ',') used--;
        Add(end);
    }

    public readonly void Flush() => output.Advance(used);

    // Most ids need no encoding, and looking costs less than encoding.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
        return true;
    }

    // The last byte stays behind, so that the end of a list always finds the comma that it may have to take back.
    private void Room(int length)
    {
        if (free.Length - used >= length) return;
        var last = used > 0 ? free[used - 1] : (byte)0;
        output.Advance(Math.Max(0, used - 1));
        free = output.GetSpan(Math.Max(Chunk, length + 1));
        free[0] = last;
        used = used > 0 ? 1 : 0;
    }
}
