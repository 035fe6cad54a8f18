using System.Buffers;

namespace Lapwing.Casework.Triage;

/// <summary>The elements of an array that is known to be whole, answered as the bytes come. At most one element is kept.</summary>
internal sealed class ArrayElements(Answering answer)
{
    private const int Max = ConcernJson.MaxBytes;
    private readonly ArrayBufferWriter<byte> kept = new(4096);
    private long element;
    private bool opened;        // past the array's own bracket
    private bool within;        // inside an element
    private bool inText;
    private bool escaped;
    private bool tooLong;
    private int depth;

    public void Push(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var at = bytes[i];
            if (!within)
            {
                if (!opened) opened = at == '[';
                else if (at is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)']')) (within, start) = (true, i);
                if (!within) continue;
            }

            var ends = Follow(at, out var isPart);
            if (!ends) continue;
            Keep(bytes[start..(isPart ? i + 1 : i)]);
            End();
        }

        if (within) Keep(bytes[start..]);
    }

    // Whether this byte ends the element, and whether it is still a part of it.
    private bool Follow(byte at, out bool isPart)
    {
        isPart = true;
        if (inText)
        {
            if (escaped) escaped = false;
            else if (at == '\\') escaped = true;
            else if (at == '"')
            {
                inText = false;
                return depth == 0;
            }

            return false;
        }

        switch (at)
        {
            case (byte)'"': inText = true; return false;
            case (byte)'{' or (byte)'[': depth++; return false;
            case (byte)'}' or (byte)']' when depth > 0: return --depth == 0;
            default:
                isPart = false;
                return depth == 0 && at is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)']';
        }
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (kept.WrittenCount + part.Length > Max) tooLong = true;
        else kept.Write(part);
    }

    private void End()
    {
        element++;
        answer(tooLong ? new(null, null, ConcernJson.TooLong) : ConcernJson.Read(kept.WrittenSpan), element);
        kept.ResetWrittenCount();
        (within, tooLong) = (false, false);
    }
}
