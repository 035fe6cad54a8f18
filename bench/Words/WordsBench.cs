using System.Diagnostics;
using Lapwing.Casework.Cases;

namespace Lapwing.Bench.Words;

/// <summary>Looking through typed words for pictures: what an ordinary text takes, and a megabyte of each text that is made to take long.</summary>
internal static class WordsBench
{
    private const int Megabyte = 1_000_000, Times = 3;

    private const string Ordinary = "She told her form tutor on Monday that somebody she met in a game had asked her for pictures, and that she "
        + "had sent one because he said he would tell her mum. "
        + "He calls himself night_owl_1987 there; his number ends in 0412. She blocked him at about 4:40pm, and her brother (15) knows. We looked "
        + "at nothing.\n";

    // As ImageryGuardTests has them.
    private static readonly string[] hostile =
    [
        "A", "a ", "AAAA\n", "data:image/png;base64 ", "data:image/png;base64,", "data:", "data:a/b,%41", "%41", "%8", "=41=", "=\r\n", "\\x4", "\\",
        "&#4", "&", "<", "<svg", "<svg><g ", "</svg>", "0x41,", "1,", "255 ", "-1,", "10101010 ", "be ",
        "89 50 4e 47 ", "iVBORw0KGgo ", "iVBORw0KGgoAAAANSUhEUg==", "/9j/", "begin 644 a\n", "MAAAA\n", "00000000: 8950 4e47\n", " 0000", "P1 0 ",
        "\u0001", "\uFFFD\u200B", "\u200B", "\uD83D", "<~", "eyJhbGciOiJIUzI1NiJ9.", ">> ", "a==", "%!PS-Adobe", "/* XPM */",
    ];

    public static int Run()
    {
        Machine.Print();
        var text = string.Concat(Enumerable.Repeat(Ordinary, 7))[..2_000];
        if (ImageryGuard.Clean(text) != text) throw new DisagreementException("an ordinary text is not kept as it is");
        var timing = Rounds.Of(new Contender(() => (ulong)ImageryGuard.Clean(text).Length, 1))[0];
        var slowest = hostile.Select(pattern => (Pattern: pattern, Took: Milliseconds(string.Concat(Enumerable.Repeat(pattern,
            Megabyte / pattern.Length))))).OrderByDescending(one => one.Took).ToList();
        var figures = new Figures();
        figures.AtMost("2,000 characters of ordinary words", timing.Nanoseconds / 1_000, 100, "µs");
        figures.Tell("  bytes allocated", timing.Bytes, "bytes");
        figures.AtMost("1 MB of the text that takes longest", slowest[0].Took, 500, "ms", $" ({Shown(slowest[0].Pattern)})");
        foreach (var (pattern, took) in slowest.Skip(1).Take(5)) figures.Tell($"  then {Shown(pattern)}", took, "ms");
        figures.Tell("  the median of all", Timing.Of([.. slowest.Select(one => one.Took)]), "ms");
        figures.Print();
        return 0;
    }

    private static double Milliseconds(string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            ImageryGuard.Clean(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return best;
    }

    private static string Shown(string pattern) => System.Text.Json.JsonSerializer.Serialize(pattern);
}
