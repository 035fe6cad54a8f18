using System.Text;
using static Lapwing.Web.Tests.Lines;

namespace Lapwing.Web.Tests;

/// <summary>Text that is no JSON, or no object, or whose times are none.</summary>
public static class RefusedText
{
    /// <summary>Times that must be refused wherever a time stands.</summary>
    public static IReadOnlyList<string> Times { get; } =
    [
        "", "Z", "yesterday", "2026-03-27", "2026-03-27T16Z", "2026-03-27T16:40", "2026-03-27T16:40:00", "2026-03-27T16:40:00.5",
        "2026-03-27t16:40:00Z", "2026-03-27T16:40:00z", "2026-03-27 16:40:00Z", "2026-03-27_16:40:00Z", " 2026-03-27T16:40:00Z", "2026-03-27T16:40:00Z ",
        "2026-03-27T24:00:00Z", "2026-03-27T24:00Z", "2026-03-27T25:00:00Z", "2026-03-27T16:60:00Z", "2026-03-27T16:40:60Z", "2026-12-31T23:59:60Z",
        "2026-02-29T16:40:00Z", "2026-02-30T16:40:00Z", "2099-02-29T16:40:00Z", "2026-04-31T16:40:00Z", "2026-00-10T16:40:00Z", "2026-13-10T16:40:00Z",
        "2026-03-00T16:40:00Z", "2026-03-32T16:40:00Z", "2015-12-31T23:59:59Z", "2015-12-31T23:59:59-14:00", "2100-01-01T00:00:00Z",
        "2100-01-01T00:00:00+14:00",
        "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-03-27T16:40:00+14:01", "2026-03-27T16:40:00-14:01", "2026-03-27T16:40:00+15:00",
        "2026-03-27T16:40:00-14:30",
        "2026-03-27T16:40:00+1400", "2026-03-27T16:40:00+14", "2026-03-27T16:40:00+1:00", "2026-03-27T16:40:00+01:0", "2026-03-27T16:40:00+00:60",
        "2026-03-27T16:40:00+99:99", "2026-03-27T16:40:00Z+00:00", "2026-03-27T16:40:00ZZ", "2026-03-27T16:40:00 Z", "2026-03-27T16:40:00\u221201:00",
        "2026-03-27T16:40:00.Z", "2026-03-27T16:40:00.+00:00", "2026-03-27T16:40:00,5Z", "2026-03-27T16:40.5Z", "2026-03-27T16:40:00.1 Z",
        "2026-03-27T16:40:00.1e3Z",
        "2026-03-27T16:40:00.-1Z", "2026-03-27T16:40:0Z", "2026-03-27T16:40:000Z", "2026-03-27T16:40:Z", "2026-03-27T6:40:00Z", "2026-3-27T16:40:00Z",
        "2026-03-7T16:40:00Z", "+2026-03-27T16:40:00Z", "-2026-03-27T16:40:00Z", "02026-03-27T16:40:00Z", "20260327T164000Z", "2026-W13-5T16:40:00Z",
        "2026-086T16:40:00Z", "27/03/2026 16:40", "2026-03-27T16:40:00 GMT", "2026-03-27T16:40:00[Europe/London]", "1774629600", "２０２６-03-27T16:40:00Z",
        "2026-03-27T+1:40:00Z", "2026-03-27T16:-1:00Z", "2026-03- 7T16:40:00Z",
    ];

    public static IEnumerable<Refused> All =>
    [
        .. Times.Select(time => new Refused($"awareAt is '{time}'", Object($"\"awareAt\":\"{time}\"", Grooming), "awareAt")),
        .. Times.Select(time => new Refused($"arrestedAt is '{time}'", With("\"answers\":{\"arrested\":\"yes\"}", $"\"arrestedAt\":\"{time}\""), "arrestedAt")),
        .. NotJson.Select(text => new Refused("not JSON", text, "")),
        .. NotUtf8, .. Depth, .. Across,
    ];

    private static string[] NotJson =>
    [
        "x", "{", "}", "]", "\"", "{\"", "{]", "'x'", "\"text\"", "7", "true", "false", "null", "[]", "[{}]", "-", "nul", "{}{}", "{} {}", "{},",
        $"{Good("a")} x", $"{Good("a")}{Good("b")}",
        Object(Aware, Grooming, ""), Object("", Aware, Grooming), With("\"answers\":{},,\"children\":[]"), Object(Aware, "\"forms\":[\"grooming\",]"),
        With("\"children\":[,]"),
        With("\"answers\":{\"arrested\":\"no\",}"), $"/* note */ {With()}", $"{With()} // note", With("/**/\"id\":\"a\""), $"# note {With()}",
        With("'id':'a'"), With("id:\"a\""),
        With("\"id\":NaN"), With("\"id\":Infinity"), With("\"id\":-Infinity"), With("\"id\":undefined"), With("\"id\":True"), With("\"id\" \"a\""),
        With("\"id\"=\"a\""), With("\"id\":"),
        With("\"id\""), With("\"id\":\"a"), With("\"id\":\"\\x41\""), With("\"id\":\"\\u00\""), With("\"id\":\"\\u00zz\""), With("\"id\":\"\\'\""),
        With("\"id\":\"\\\""),
        With("\"id\":\"a\tb\""), With("\"id\":\"a\0b\""), With("\"id\":\"a\u001Fb\""), With("\"i\td\":1"), $"{With()}\0", $"\v{With()}",
        $"{With()}\f", $"\u00A0{With()}", $"{With()}\u2028",
        With("\"x\":01"), With("\"x\":[1 2]"), With("\"x\":{1:2}"), With("\"x\":{\"a\"}"), With("\"x\":\"\\u\""), With("7:1"), With("\"x\":[}"),
        With("\"x\":{]"), With("\"x\":1.e1"),
    ];

    private static IEnumerable<Refused> NotUtf8 =>
        from bad in new byte[][] { [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xFE, 0xFF] }
        from place in new (string Before, string After)[]
        {
            ($"{{{Aware},{Grooming},\"id\":\"a", "b\"}"), ($"{{{Aware},{Grooming},\"x", "\":1}"), ($"{{{Aware},{Grooming},\"x\":\"", "\"}"),
                ("", With()), (With(), ""),
            ($"{{{Aware},\"forms\":[\"grooming", "\"]}"),
        }
        select new Refused($"not UTF-8: {Convert.ToHexString(bad)}", Bytes(place.Before, bad, place.After), "");

    private static IEnumerable<Refused> Depth =>
    [
        new("64 deep is read", With($"\"deep\":{Deep(63)}"), "deep"),
        .. Each(64, 69, 70, 1000, 30_000).Select(deep => new Refused($"{deep + 1} deep may be refused as no JSON", With($"\"deep\":{Deep(deep)}"),
        "deep") { OrPath = "" }),
        new("deep and never closed", With($"\"deep\":{new string('[', 60_000)}"), ""),
        new("deep objects never closed", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), ""),
    ];

    private static Refused[] Across =>
    [
        new("arrestedAt without an answer", With("\"arrestedAt\":\"2026-03-27T09:00:00Z\""), "arrestedAt"),
        new("arrestedAt with arrested: no", With("\"answers\":{\"arrested\":\"no\"}", "\"arrestedAt\":\"2026-03-27T09:00:00Z\""), "arrestedAt"),
        new("arrestedAt with arrested: not-known", With("\"answers\":{\"arrested\":\"not-known\"}", "\"arrestedAt\":\"2026-03-27T09:00:00Z\""), "arrestedAt"),
        .. Each("online-bullying", "extremism", "harmful-websites", "something-else").Select(form => new Refused($"images of an adult with {form} alone",
            Object(Aware, $"\"forms\":[\"{form}\"]", "\"answers\":{\"adult-made-or-held-images\":\"yes\"}"), "answers.adult-made-or-held-images")),
    ];

    private static string Deep(int levels) => new StringBuilder().Append('[', levels).Append(']', levels).ToString();
}
