using System.Buffers;
using System.Text;

namespace Lapwing.Web.Verbs;

/// <summary>Standard output with room for a chunk: what is written goes out when the chunk is full or the input pauses.</summary>
public sealed class Output(Stream stream) : IBufferWriter<byte>
{
    private const int Chunk = 64 * 1024;
    private readonly ArrayBufferWriter<byte> buffer = new(2 * Chunk);

    /// <inheritdoc/>
    public void Advance(int count) => buffer.Advance(count);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.WrittenCount >= Chunk) Flush();
        return buffer.GetMemory(sizeHint);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Writes text.</summary>
    public void Write(string text) => this.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends on what was written.</summary>
    public void Flush()
    {
        try
        {
            stream.Write(buffer.WrittenSpan);
            stream.Flush();
        }
        catch (IOException e)
        {
            throw new OutputException(e.Message, e);
        }

        buffer.ResetWrittenCount();
    }
}

/// <summary>The output cannot be written to, for example because its disk is full.</summary>
public sealed class OutputException(string message, Exception cause) : Exception(message, cause);
