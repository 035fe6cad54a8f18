using System.Buffers;

namespace Lapwing.Casework.Triage;

/// <summary>
/// A file of concerns, answered in order as its bytes are pushed in: one array, or one concern a line, told apart by the first character after a
/// byte-order mark and white space. An array is answered only when it is known to be whole.
/// </summary>
/// <param name="answer">Who answers each concern.</param>
/// <param name="arrayIsWhole">Whether an array has been checked already, so that it need not be kept.</param>
public sealed class TriageFile(Answering answer, bool arrayIsWhole = false)
{
    private const int Part = 4096;

    internal static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private readonly ArrayBufferWriter<byte> array = new();
    private readonly TriageLines lines = new(answer);
    private readonly ArrayElements elements = new(answer);
    private readonly ArrayBufferWriter<byte> mark = new(4);     // what may become a byte-order mark
    private bool pastMark;
    private int answered;       // how much of a kept array

    /// <summary>Whether the file is one array; unknown before its first character.</summary>
    public bool? IsArray { get; private set; }

    /// <summary>How many bytes of an array are kept, waiting for its end.</summary>
    public int Kept => array.WrittenCount;

    /// <summary>What is wrong with the array, known after <see cref="Finish"/>. Nothing of it was answered then.</summary>
    public string? BrokenArray { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    public void Push(ReadOnlySpan<byte> bytes)
    {
        while (!pastMark && !bytes.IsEmpty)
        {
            mark.Write(bytes[..1]);
            bytes = bytes[1..];
            if (!ByteOrderMark.StartsWith(mark.WrittenSpan)) EndMark(mark.WrittenSpan);
            else if (mark.WrittenCount == ByteOrderMark.Length) EndMark([]);
        }

        Pass(bytes);
    }

    /// <summary>Says that no more bytes come. An array that was kept is checked now, and answered by <see cref="AnswerMore"/>.</summary>
    public void Finish()
    {
        if (!pastMark) EndMark(mark.WrittenSpan);
        if (IsArray is not true) lines.Finish();
        else if (!arrayIsWhole) CheckKeptArray();
    }

    /// <summary>
    /// Answers the next part of an array that was kept, after <see cref="Finish"/>, and says whether there is more: so that whoever sends the answers
    /// on need not hold them all.
    /// </summary>
    public bool AnswerMore()
    {
        if (IsArray is not true || arrayIsWhole || BrokenArray is not null) return false;
        var part = array.WrittenSpan[answered..Math.Min(answered + Part, array.WrittenCount)];
        elements.Push(part);
        answered += part.Length;
        return answered < array.WrittenCount;
    }

    private void EndMark(ReadOnlySpan<byte> instead)
    {
        pastMark = true;
        Pass(instead);
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        if (IsArray is null && bytes.IndexOfAnyExcept(" \t\r\n"u8) is var first and >= 0) IsArray = bytes[first] == '[';
        if (IsArray is not true) lines.Push(bytes);
        else if (arrayIsWhole) elements.Push(bytes);
        else array.Write(bytes);
    }

    private void CheckKeptArray()
    {
        var check = new ArrayCheck();
        check.Push(array.WrittenSpan);
        check.Finish();
        BrokenArray = check.Broken;
    }
}
