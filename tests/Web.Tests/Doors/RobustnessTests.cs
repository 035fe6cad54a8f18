using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Files as they should not be: cut anywhere, with bytes that are not theirs. A failure prints its seed.</summary>
public sealed class RobustnessTests
{
    private static readonly Gen<byte[]> files = Gen.OneOf(
        OneOf([.. LineFiles.All.Concat(ArrayFiles.All).Select(f => f.Bytes).Where(b => b.Length < 3000)]),
        Gen.Int[0, Scenarios.Bad.Count - 1].List[1, 6].Select(lines =>
        Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(i => Scenarios.Bad[i].Line).Where(l => l.Length < 3000)))));

    private static readonly Gen<byte[]> goodLines = Gen.Int[0, Scenarios.All.Count - 1].List[1, 4]
        .Select(lines => Encoding.UTF8.GetBytes(string.Concat(lines.Select(i => $"{Scenarios.All[i].Line}\n"))));

    [Fact]
    public void Bytes_cut_anywhere_give_the_same_answers() => Gen.Select(files, Gen.Int[1, 9].Array[1, 20]).Sample((bytes, cuts) =>
    {
        var (whole, broken) = Answer(bytes, [bytes.Length]);
        Assert.Equal((whole, broken), Answer(bytes, cuts));
        if (broken is null) Assert.Equal(whole, Answer(bytes, cuts, arrayIsWhole: true).Text);
    }, iter: 3000);

    [Fact]
    public void Changed_bytes_of_good_lines_never_throw_and_give_one_answer_a_line() => Gen.Select(goodLines, Changes).Sample((bytes, changes) =>
    {
        var changed = Apply(bytes, changes);
        var (text, broken) = Answer(changed, [changed.Length]);
        Assert.Equal(broken is not null ? 0 : ExpectedLines(changed), FileAnswered.Parse(text).Count);
    }, iter: 20_000);

    private static Gen<(int At, byte Byte, int Kind)[]> Changes =>
        Gen.Select(Gen.Int[0, 10_000], Gen.OneOf(Gen.Byte, OneOf("{}[]\",:\\\n\r 01u"u8.ToArray())), Gen.Int[0, 2]).Array[1, 5];

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static byte[] Apply(byte[] bytes, (int At, byte Byte, int Kind)[] changes)
    {
        var changed = bytes.ToList();
        foreach (var (at, value, kind) in changes)
        {
            var place = at % Math.Max(1, changed.Count);
            if (changed.Count == 0 || kind == 0) changed.Insert(place, value);
            else if (kind == 1) changed[place] = value;
            else changed.RemoveAt(place);
        }

        return [.. changed];
    }

    // By the contract, in the simplest words: an array's elements; one object over several lines; otherwise the lines that are not blank.
    private static int ExpectedLines(byte[] bytes)
    {
        if (bytes.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'[', ..]) return JsonDocument.Parse(bytes).RootElement.GetArrayLength();
        var lines = Split(bytes).Where(l => l.AsSpan().Trim(" \t\r"u8).Length > 0).ToArray();
        return lines.Length > 1 && Kind(lines[0]) is null && bytes.Length <= ConcernJson.MaxBytes && Kind(bytes) == JsonValueKind.Object ? 1 : lines.Length;
    }

    private static IEnumerable<byte[]> Split(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            yield return end < 0 ? bytes[start..] : bytes[start..end];
            start = end < 0 ? bytes.Length : end + 1;
        }
    }

    private static JsonValueKind? Kind(byte[] text)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static (string Text, string? Broken) Answer(byte[] bytes, int[] cuts, bool arrayIsWhole = false)
    {
        var output = new ArrayBufferWriter<byte>();
        var file = new TriageFile(new Answers(output, RuleBook.Standard).Answer, arrayIsWhole);
        for (int start = 0, i = 0; start < bytes.Length; i++)
        {
            var count = Math.Min(cuts[i % cuts.Length], bytes.Length - start);
            file.Push(bytes.AsSpan(start, count));
            start += count;
        }

        file.Finish();
        while (file.AnswerMore())
        {
            // the next part of a kept array
        }

        return (Encoding.UTF8.GetString(output.WrittenSpan), file.BrokenArray);
    }
}
