using System.Buffers;
using System.Text.Json;

namespace Lapwing.Bench.Cli;

/// <summary>The least that anything can do with a file of concerns: read it by 64 kB, split its lines, and parse each.</summary>
internal static class ParseOnly
{
    /// <summary>Parses each line into a document, as one does to use it.</summary>
    public const string Documents = "cli-documents";

    /// <summary>Looks at each token of each line and keeps none: less than anything useful needs.</summary>
    public const string Tokens = "cli-tokens";

    private const int Chunk = 64 * 1024;

    private delegate long Parse(ReadOnlySpan<byte> line);

    public static int Run(string mode, string file)
    {
        Parse parse = mode == Tokens ? CountTokens : CountProperties;
        using var opened = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var begun = new ArrayBufferWriter<byte>(4096);      // a line whose end has not come
        var bytes = new byte[Chunk];
        var parsed = 0L;
        for (int count; (count = opened.Read(bytes)) > 0;)
        {
            ReadOnlySpan<byte> left = bytes.AsSpan(0, count);
            for (int end; (end = left.IndexOf((byte)'\n')) >= 0; left = left[(end + 1)..])
            {
                if (begun.WrittenCount == 0) parsed += parse(left[..end]);
                else
                {
                    begun.Write(left[..end]);
                    parsed += parse(begun.WrittenSpan);
                    begun.ResetWrittenCount();
                }
            }

            begun.Write(left);
        }

        if (begun.WrittenCount > 0) parsed += parse(begun.WrittenSpan);
        Console.WriteLine(parsed);
        return 0;
    }

    private static long CountProperties(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        using var document = JsonDocument.ParseValue(ref json);
        return document.RootElement.GetPropertyCount();
    }

    private static long CountTokens(ReadOnlySpan<byte> line)
    {
        var tokens = 0L;
        for (var json = new Utf8JsonReader(line); json.Read();) tokens++;
        return tokens;
    }
}
