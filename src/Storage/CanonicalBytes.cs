using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SQLitePCL;

namespace Lapwing.Storage;

/// <summary>
/// Values one after another, each with its kind and length, so that no two rows give the same bytes. What a value is sealed to, what the chain and the
/// checkpoints hash: all are these bytes.
/// </summary>
internal sealed class CanonicalBytes
{
    private const byte None = 0, Integer = 1, Words = 2, Bytes = 3;
    private readonly ArrayBufferWriter<byte> written = new(1024);

    /// <summary>What was added, as bytes.</summary>
    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    /// <summary>The SHA-256 of what was added.</summary>
    public byte[] Hash() => SHA256.HashData(Written);

    /// <summary>Forgets what was added.</summary>
    public CanonicalBytes Clear()
    {
        written.ResetWrittenCount();
        return this;
    }

    /// <summary>Adds a row's values.</summary>
    public CanonicalBytes Add(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values) _ = value switch
        {
            null => Add(),
            byte[] blob => Add(blob),
            string text => AddText(Encoding.UTF8.GetBytes(text)),
            long number => Add(number),
            int number => Add((long)number),
            _ => throw new ArgumentException($"no field is a {value.GetType().Name}", nameof(values)),
        };
        return this;
    }

    /// <summary>Adds a value of a row as it is stored.</summary>
    public CanonicalBytes Add(nint row, int column) => NativeRow.Kind(row, column) switch
    {
        raw.SQLITE_INTEGER => Add(NativeRow.Number(row, column)),
        raw.SQLITE_TEXT => AddText(NativeRow.Bytes(row, column)),
        raw.SQLITE_BLOB => Add(NativeRow.Bytes(row, column)),
        _ => Add(),
    };

    /// <summary>Adds that there is no value.</summary>
    public CanonicalBytes Add()
    {
        written.GetSpan(1)[0] = None;
        written.Advance(1);
        return this;
    }

    /// <summary>Adds a number.</summary>
    public CanonicalBytes Add(long number)
    {
        var to = written.GetSpan(9);
        to[0] = Integer;
        BinaryPrimitives.WriteInt64BigEndian(to[1..], number);
        written.Advance(9);
        return this;
    }

    /// <summary>Adds bytes.</summary>
    public CanonicalBytes Add(ReadOnlySpan<byte> bytes) => Add(Bytes, bytes);

    /// <summary>Adds text, given as UTF-8.</summary>
    public CanonicalBytes AddText(ReadOnlySpan<byte> utf8) => Add(Words, utf8);

    private CanonicalBytes Add(byte kind, ReadOnlySpan<byte> bytes)
    {
        var to = written.GetSpan(5 + bytes.Length);
        to[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(to[1..], bytes.Length);
        bytes.CopyTo(to[5..]);
        written.Advance(5 + bytes.Length);
        return this;
    }
}
