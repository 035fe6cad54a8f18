using System.Buffers;

namespace Lapwing.Casework.Triage;

/// <summary>Whoever answers one concern of a file.</summary>
/// <param name="reading">The concern, or what is wrong with it.</param>
/// <param name="line">Its line, or its place in the array, from 1.</param>
public delegate void Answering(Reading reading, long line);

/// <summary>
/// Concerns one a line, answered as the bytes come. At most one line is kept, save that an object spread over several lines is taken for what
/// it is: while the first line that is not blank is no complete JSON, the whole input of at most 64 kB may be one object.
/// </summary>
internal sealed class TriageLines(Answering answer)
{
    private const int Max = ConcernJson.MaxBytes;
    private readonly ArrayBufferWriter<byte> kept = new(4096);      // a line whose end has not come, or the whole input while it may be one object
    private long line;
    private long blanks;                // bytes that came before the first concern
    private long indent;                // white space at the beginning of the line, not kept
    private bool begun;                 // whether the first line that is not blank has been judged
    private bool perhapsOneObject;
    private bool skipping;              // inside a line that is too long

    public void Push(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (perhapsOneObject)
            {
                if (blanks + kept.WrittenCount + bytes.Length <= Max)
                {
                    kept.Write(bytes);
                    return;
                }

                ReadKeptAsLines();
            }

            var end = bytes.IndexOf((byte)'\n');
            Part(end < 0 ? bytes : bytes[..end]);
            if (end < 0) return;
            EndLine();
            bytes = bytes[(end + 1)..];
        }
    }

    public void Finish()
    {
        if (perhapsOneObject)
        {
            var whole = ConcernJson.Read(kept.WrittenSpan);
            if (whole.Bad is not { IsNoObject: true })
            {
                answer(whole, 1);
                return;
            }

            ReadKeptAsLines();
        }

        if (kept.WrittenCount > 0 || skipping) EndLine();
        if (perhapsOneObject) Finish();
    }

    private void Part(ReadOnlySpan<byte> part)
    {
        if (skipping) return;
        var text = kept.WrittenCount > 0 ? part : part.TrimStart(" \t\r"u8);
        indent += part.Length - text.Length;
        if (text.IsEmpty) return;
        if (indent + kept.WrittenCount + text.Length > Max) skipping = true;
        else kept.Write(text);
    }

    private void EndLine()
    {
        line++;
        if (skipping) answer(new(null, null, ConcernJson.TooLong), line);
        else if (kept.WrittenCount == 0) blanks += begun ? 0 : indent + 1;
        else
        {
            var reading = ConcernJson.Read(kept.WrittenSpan);
            if (!begun && reading.Bad is { IsNotJson: true } && blanks + indent + kept.WrittenCount < Max)
            {
                (begun, perhapsOneObject) = (true, true);
                (blanks, indent, line) = (blanks + indent, 0, line - 1);
                kept.Write("\n"u8);
                return;
            }

            answer(reading, line);
        }

        begun |= skipping || kept.WrittenCount > 0;
        (indent, skipping) = (0, false);
        kept.ResetWrittenCount();
    }

    private void ReadKeptAsLines()
    {
        var lines = kept.WrittenSpan.ToArray();
        perhapsOneObject = false;
        kept.ResetWrittenCount();
        Push(lines);
    }
}
