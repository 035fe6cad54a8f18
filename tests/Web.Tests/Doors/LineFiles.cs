using System.Text;
using static Lapwing.Web.Tests.Expected;
using static Lapwing.Web.Tests.Lines;

namespace Lapwing.Web.Tests;

/// <summary>Files of lines, and objects spread over several.</summary>
public static class LineFiles
{
    private const int Max = 65_536;
    private const string Mark = "\uFEFF";
    private static readonly string spread = $"{{\n  \"id\": \"a\",\n  {Aware},\n\n  {Grooming}\n}}";
    private static readonly string two = $"{{\"id\":\"a\",\n{Aware},{Grooming}}}";
    private static readonly Expected a = new("a"), b = new("b");

    public static IEnumerable<FileCase> All => [.. Plain, .. First, .. Spread, .. SpreadSizes, .. Sizes, .. Bytes];

    private static FileCase[] Plain =>
    [
        new("empty input", ""),
        new("only white space", " \n\t\r\n\n  "),
        new("only a byte-order mark", Mark),
        new("a byte-order mark and blank lines", $"{Mark}\n\r\n"),
        new("one line", $"{Good("a")}\n", a),
        new("a last line without its end", Good("a"), a),
        new("CRLF", $"{Good("a")}\r\n{Good("b")}\r\n", a, b),
        new("a byte-order mark", $"{Mark}{Good("a")}\n{Good("b")}", a, b),
        new("a byte-order mark, then blank lines", $"{Mark} \n\r\n{Good("a")}\nx\n", a, Unreadable(4)),
        new("blank lines are counted", $"\n \t\r\n{Good("a")}\n\n\n{{}}\n{Good("b")}\n\n", a, new(null, 6, "awareAt"), b),
        new("white space around an object", $" \t{Good("a")} \t\r\n", a),
        new("a bad line among good ones", $"{Good("a")}\n{{\"id\":\"x\"}}\n{Good("b")}\n", a, new("x", 2, "awareAt"), b),
        new("bad lines last, without an end", $"{Good("a")}\n{{", a, Unreadable(2)),
        new("a byte-order mark before a later line", $"{Good("a")}\n{Mark}{Good("b")}\n", a, Unreadable(2)),
        new("two byte-order marks", $"{Mark}{Mark}{Good("a")}\n{Good("b")}\n", Unreadable(1), b),
        new("a vertical tab is not white space", $"{Good("a")}\n\v\n{Good("b")}\n", a, Unreadable(2), b),
        new("a carriage return ends no line", $"{Good("a")}\r{Good("b")}\n", Unreadable(1)),
        new("other line ends end no line", $"{Good("a")}\n{Good("a")}\u2028{Good("b")}\n", a, Unreadable(2)),
        new("two objects on a line", $"{Good("a")}\n{Good("a")}{Good("b")}\n", a, Unreadable(2)),
        new("an array on a later line", $"{Good("a")}\n[{Good("b")}]\n", a, Unreadable(2)),
        new("an object spread over later lines is no object", $"{Good("a")}\n{two}\n", a, Unreadable(2), Unreadable(3)),
    ];

    private static IEnumerable<FileCase> First =>
    [
        .. Each("7", "\"text\"", "null", "true", "-1.5").Select(scalar =>
        new FileCase($"first line {scalar}: complete, but no object", $"{scalar}\n{Good("a")}\n", Unreadable(1), a)),
        new("first line not JSON, then good lines", $"x\n{Good("a")}\n{Good("b")}\n", Unreadable(1), a, b),
        new("first line cut off, then good lines", $"{{\"id\":\"x\",\n{Good("a")}\n{Good("b")}", Unreadable(1), a, b),
        new("first line cut off, alone", "{\"id\":\"x\"", Unreadable(1)),
        new("first line cut off, then blank lines", "\n{\"id\":\"x\"\n\n", Unreadable(2)),
        new("first line an object with a bad property", $"{{\"id\":\"x\"}}\n{Good("a")}\n", new("x", 1, "awareAt"), a),
        new("first line an object and more", $"{Good("x")} x\n{Good("a")}\n", Unreadable(1), a),
        new("first line half a text", $"\"text\n\"\n{Good("a")}\n", Unreadable(1), Unreadable(2), a),
    ];

    private static IEnumerable<FileCase> Spread =>
    [
        new("an object over several lines", spread, a),
        new("an object over several lines, white space and a mark around it", $"{Mark}\n \r\n{spread}\n\n \n", a),
        new("an object over several lines, CRLF", spread.ReplaceLineEndings("\r\n") + "\r\n", a),
        new("an object over several lines with a bad property", spread.Replace("grooming", "groming", StringComparison.Ordinal),
        new Expected("a", 1, "forms[0]")),
        new("an object over several lines with a bad property is line 1 after blank lines", "\n\n{\n\"id\":\"a\"\n}\n", new Expected("a", 1, "awareAt")),
        new("an object over several lines with an unknown property", "{\n\"x\":1\n}", new Expected(null, 1, "x")),
        new("an object over several lines with a bad id", spread.Replace("\"a\"", "7", StringComparison.Ordinal), new Expected(null, 1, "id")),
        new("an object over several lines with a property that has no name", $"{{\n\"\":1,\n{Aware},{Grooming}}}", new Expected(null, 1)),
        new("an object over several lines and then another", $"{two}\n{two}", Unreadable(1), Unreadable(2), Unreadable(3), Unreadable(4)),
        new("an object over several lines and then a line", $"{two}\n{Good("b")}\n", Unreadable(1), Unreadable(2), b),
        new("an object over several lines and more", $"{two} x\n", Unreadable(1), Unreadable(2)),
        new("an object over several lines, not closed", two[..^1], Unreadable(1), Unreadable(2)),
        new("an object over several lines with a comma too many", "{\n\"id\":\"a\",\n}\n", Unreadable(1), Unreadable(2), Unreadable(3)),
    ];

    private static IEnumerable<FileCase> SpreadSizes =>
        from size in new[] { Max, Max + 1 }
        let answers = size == Max ? new[] { a } : [Unreadable(1), Unreadable(2)]
        from file in new[]
        {
            new FileCase($"two lines, {size} bytes, white space after", Padded(two, size), answers),
            new FileCase($"two lines, {size} bytes, lines after", Padded(two, size, '\n'), answers),
            new FileCase($"two lines, {size} bytes, white space in front", new string(' ', size - two.Length) + two, answers),
            new FileCase($"two lines, {size} bytes, lines in front", new string('\n', size - two.Length) + two,
            [.. answers.Select(e => e with { Line = e.Line + size - two.Length })]),
            new FileCase($"two lines, {size} bytes, white space between",
            two.Replace(",\n", $",{new string(' ', size - two.Length)}\n", StringComparison.Ordinal), answers),
            new FileCase($"two lines, {size} bytes, a bad property", Padded(two.Replace("grooming", "Grooming", StringComparison.Ordinal), size),
                size == Max ? [new Expected("a", 1, "forms[0]")] : [Unreadable(1), Unreadable(2)]),
        }
        select file;

    private static IEnumerable<FileCase> Sizes =>
        from place in new (string Name, Func<string, int, string> Line)[]
        {
            ("white space after", (line, size) => Padded(line, size)), ("white space in front", (line, size) => new string(' ', size - line.Length) + line),
            ("within", (line, size) => line.Insert(1, new string(' ', size - line.Length))),
            ("a carriage return", (line, size) => Padded(line, size - 1) + "\r"),
        }
        from size in new[] { Max - 1, Max, Max + 1, (3 * Max) + 7 }
        let answer = size <= Max ? a : Unreadable(1)
        from file in new[]
        {
            new FileCase($"a first line of {size} bytes, {place.Name}", $"{place.Line(Good("a"), size)}\n{Good("b")}\n", answer, b),
            new FileCase($"an only line of {size} bytes, {place.Name}", place.Line(Good("a"), size), answer),
            new FileCase($"a later line of {size} bytes, {place.Name}", $"{Good("b")}\n{place.Line(Good("a"), size)}\n{Good("b")}", b,
            size <= Max ? a : Unreadable(2), b),
        }
        select file;

    private static FileCase[] Bytes =>
    [
        new("a line that is not UTF-8", [.. Encoding.UTF8.GetBytes($"{Good("a")}\n{{\"id\":\""), 0xFF,
        .. Encoding.UTF8.GetBytes($"\"}}\n{Good("b")}\n")], [a, Unreadable(2), b]),
        new("a first line that is not UTF-8", [0xFF, .. Encoding.UTF8.GetBytes($"\n{Good("b")}\n")], [Unreadable(1), b]),
        new("half a byte-order mark", [0xEF, 0xBB, .. Encoding.UTF8.GetBytes($"{Good("a")}\n{Good("b")}\n")], [Unreadable(1), b]),
        new("half a byte-order mark and nothing else", [0xEF, 0xBB], [Unreadable(1)]),
        new("a byte-order mark of UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")], [Unreadable(1)]),
        new("a line of zero bytes", [0, 0, 0, (byte)'\n', .. Encoding.UTF8.GetBytes(Good("b"))], [Unreadable(1), b]),
        new("an object over several lines that is not UTF-8", [.. Encoding.UTF8.GetBytes("{\n\"id\":\""), 0xFF, .. "\"\n}"u8],
        [Unreadable(1), Unreadable(2), Unreadable(3)]),
    ];
}
