namespace Lapwing.Casework.Cases.Imagery;

/// <summary>The bytes that the signs of a run stand for.</summary>
internal sealed partial class EncodedRuns
{
    private int Decode(ReadOnlySpan<int> signs, Span<byte> bytes) => isTight ? Decode85(signs, bytes) : DecodeBits(signs, bytes);

    private int DecodeBits(ReadOnlySpan<int> signs, Span<byte> bytes)
    {
        var (held, count, length) = (0, 0, 0);
        foreach (var sign in signs)
        {
            held = ((held << bits) | sign) & 0xFFFF;
            count += bits;
            if (count < 8) continue;
            count -= 8;
            if (length < bytes.Length) bytes[length++] = (byte)(held >> count);
        }

        return length;
    }

    private static int Decode85(ReadOnlySpan<int> signs, Span<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i + 5 <= signs.Length && length + 4 <= bytes.Length; i += 5)
        {
            var value = 0L;
            for (var j = 0; j < 5; j++) value = (value * 85) + signs[i + j];
            for (var j = 3; j >= 0; j--) bytes[length++] = (byte)(value >> (8 * j));
        }

        return length;
    }
}
