using System.Text;
using static Lapwing.Web.Tests.Expected;
using static Lapwing.Web.Tests.Lines;

namespace Lapwing.Web.Tests;

/// <summary>Files that are one array.</summary>
public static class ArrayFiles
{
    private const int Max = 65_536;
    private static readonly Expected a = new("a"), b = new("b");
    private static readonly string tricky = $"{{\"id\":\"]}}\\\"[{{,\\\\\",{Aware},{Grooming}}}";

    public static IEnumerable<FileCase> All => [.. Whole, .. Elements, .. Sizes, .. Broken, .. BrokenBytes];

    private static FileCase[] Whole =>
    [
        new("an empty array", "[]"),
        new("an empty array, white space around and within", " \n\t[ \r\n ] \n"),
        new("an empty array after a byte-order mark", "\uFEFF[]"),
        new("an array", $"[{Good("a")},{Good("b")}]", a, b),
        new("an array after a byte-order mark and white space", $"\uFEFF \r\n\n[{Good("a")},{Good("b")}]\n\n", a, b),
        new("an array, an element a line", $"[\n{Good("a")},\n{Good("b")}\n]\n", a, b),
        new("an array, pretty-printed", $"[\r\n  {{\r\n    \"id\" : \"a\",\r\n    {Aware},\r\n {Grooming}\r\n  }}\r\n]\r\n", a),
        new("a big array keeps its order", $"[{string.Join(",\n", Enumerable.Range(0, 2000).Select(i => Good($"{i}")))}]",
        [.. Enumerable.Range(0, 2000).Select(i => new Expected($"{i}"))]),
    ];

    private static FileCase[] Elements =>
    [
        new("elements are counted, not lines", $"\n\n[\n\n{Good("a")},\n\n\n{{}}\n,{Good("b")}]", a, new(null, 2, "awareAt"), b),
        new("bad elements among good ones", $"[{{\"id\":\"x\"}},{Good("a")},{{\"id\":7}}]", new("x", 1, "awareAt"), a, new(null, 3, "id")),
        new("scalars", $"[7,\"x\",null , true,false,-1.5e3,{Good("a")},0]", [.. Enumerable.Range(1, 6).Select(i => Unreadable(i)), a, Unreadable(8)]),
        new("texts that look like arrays", $"[\"a\\\"],[\",\"\\\\\",{Good("a")},\"]\"]", Unreadable(1), Unreadable(2), a, Unreadable(4)),
        new("arrays within", $"[[],[{Good("x")}],[[1,[2]]],{Good("a")}]", Unreadable(1), Unreadable(2), Unreadable(3), a),
        new("brackets and quotes in a text", $"[{tricky},{Good("b")}]", new("]}\"[{,\\"), b),
        new("a property given twice", $"[{With("\"id\":\"x\"", "\"id\":\"x\"")},{Good("b")}]", new(null, 1, "id"), b),
        new("half a surrogate pair", $"[{With("\"id\":\"\\ud800\"")},{Good("b")}]", new(null, 1, "id"), b),
        new("an element 64 deep", $"[{With($"\"x\":{new string('[', 63)}{new string(']', 63)}")},{Good("b")}]", new(null, 1, "x"), b),
        new("every path of an element", $"[{Child("\"roles\":[\"shown\",\"victim\"]")},{With("\"answers\":{\"x\":\"yes\"}")}]",
        new(null, 1, "children[0].roles[1]"), new(null, 2, "answers.x")),
    ];

    private static IEnumerable<FileCase> Sizes =>
        from size in new[] { Max, Max + 1, (2 * Max) + 9 }
        let big = Good("a").Insert(1, new string(' ', size - Good("a").Length))
        let answer = size <= Max ? a : Unreadable(1)
        from file in new[]
        {
            new FileCase($"an element of {size} bytes", $"[{big},{Good("b")}]", answer, b),
            new FileCase($"an only element of {size} bytes", $"[ {big} ]", answer),
            new FileCase($"a text of {size} bytes", $"[{Good("b")},\"{new string('x', size - 2)}\",{Good("b")}]", b, Unreadable(2), b),
            new FileCase($"{size} bytes of white space around an element", $"[{new string(' ', size)}{Good("a")}{new string('\n', size)},{Good("b")}]", a, b),
        }
        select file;

    private static IEnumerable<FileCase> Broken =>
        from text in new[]
        {
            "[", " [", "[ ", "[{", $"[{Good("a")}", $"[{Good("a")},", $"[{Good("a")},]", $"[,{Good("a")}]", $"[{Good("a")},,{Good("b")}]",
                $"[{Good("a")} {Good("b")}]", "[,]", $"[{Good("a")}]]",
            $"[{Good("a")}] x", $"[{Good("a")}]\n{Good("b")}", $"[{Good("a")}][{Good("b")}]", $"[{Good("a")}],", $"[{Good("a")}}}",
            $"[{Good("a")},{{]", $"[{Good("a")},{{\"id\":\"x]",
            $"[{Good("a")},\"x\n\"]",
            $"[{Good("a")},01]", $"[{Good("a")},NaN]", $"[{Good("a")},nul]", $"[{Good("a")},/**/{Good("b")}]", $"[{Good("a")}] // note",
            $"[{Good("a")}]\0", $"[{Good("a")},{{\"id\":\"x\",}}]",
            $"[{Good("a")},'x']", $"[{Good("a")};{Good("b")}]", $"\uFEFF[{Good("a")}", $"[{Good("a")}\uFEFF]",
            $"[{string.Join(',', Enumerable.Repeat(Good("a"), 2000))}",
        }
        select new FileCase("an array that is not whole", Encoding.UTF8.GetBytes(text), null);

    private static IEnumerable<FileCase> BrokenBytes =>
        from place in new (string Before, string After)[] { ("[{\"id\":\"", "\"}]"), ("[{\"", "\":1}]"), ("[\"", "\"]"), ("[", "]"), ("[]", ""),
            ($"[{Good("a")},{{\"x\":[\"", "\"]}]") }
        from bad in new byte[][] { [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82] }
        select new FileCase($"an array that is not UTF-8: {Convert.ToHexString(bad)}", Lines.Bytes(place.Before, bad, place.After), null);
}
