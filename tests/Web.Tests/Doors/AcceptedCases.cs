using static Lapwing.Web.Tests.Lines;

namespace Lapwing.Web.Tests;

/// <summary>Concerns at the edge of what is allowed, each with a plainer one that has the same decision.</summary>
public static class AcceptedCases
{
    private static readonly string[] forms =
    [
        "youth-produced-imagery", "indecent-images", "grooming", "sexual-communication", "exposure-to-sexual-material", "coerced-sexual-activity",
        "directed-abuse",
        "blackmail-or-payment", "viewed-abusive-images", "online-bullying", "extremism", "harmful-websites", "something-else",
    ];

    private static readonly string[] questions =
    [
        "immediate-danger", "self-harm", "significant-harm-suspected", "adult-involved", "coerced-blackmailed-or-groomed", "capacity-concern",
        "unusual-or-violent-acts",
        "sexual-acts", "immediate-risk-from-sharing", "offline-meeting-arranged", "adult-made-or-held-images", "lives-with-children", "unsupervised-contact",
        "contact-personal", "contact-work-or-voluntary", "position-of-trust", "childcare-household", "images-of-known-children", "arrested",
        "potential-victims-in-household", "bullying-severe", "crime-suspected", "terrorist-material", "obsessive-use",
    ];

    public static IEnumerable<Accepted> All => [.. Names, .. Text, .. Ids, .. Children, .. Times, .. Years, .. Across];

    private static IEnumerable<Accepted> Names =>
    [
        .. forms.Select(form => new Accepted($"the form {form}, twice counts once", Object(Aware, $"\"forms\":[\"{form}\",\"{form}\"]"),
        Object(Aware, $"\"forms\":[\"{form}\"]"))),
        .. questions.Select(q => new Accepted($"the answer {q}: left out is not-known", With($"\"answers\":{{\"{q}\":\"not-known\"}}"), With())),
        .. questions.Select(q => new Accepted($"the answer {q}: yes", With($"\"answers\":{{\"{q}\":\"yes\"}}"),
        With($"\"answers\":{{\"{q}\":\"\\u0079es\"}}"))),
        new("all forms at once, in any order", Object(Aware, $"\"forms\":[\"{string.Join("\",\"", forms)}\"]"),
        Object(Aware, $"\"forms\":[\"{string.Join("\",\"", forms.Reverse())}\"]")),
        .. Each("shown", "shared", "received", "harmed", "acting", "household")
            .Select(role => new Accepted($"the role {role}, twice counts once", Child($"\"roles\":[\"{role}\",\"{role}\"]"), Child($"\"roles\":[\"{role}\"]"))),
    ];

    private static Accepted[] Text =>
    [
        new("white space anywhere", $" \t\r{{ \"awareAt\" :\t\"2026-03-27T16:40:00Z\" , \"forms\" : [ \"grooming\" ] }}\r\t ", With()),
        new("properties in any order", Object(Grooming, Aware), With()),
        new("escaped names", "{\"\\u0061wareAt\":\"2026-03-27T16:40:00Z\",\"\\u0066orms\":[\"grooming\"]}", With()),
        new("escaped values", "{\"awareAt\":\"2026-03-27T16:40:00\\u005A\",\"forms\":[\"\\u0067rooming\"]}", With()),
        new("an escaped name in a child", Child("\"\\u0072oles\":[\"\\u0073hown\"]"), Child("\"roles\":[\"shown\"]")),
        new("an escaped question", With("\"answers\":{\"\\u0061rrested\":\"no\"}"), With("\"answers\":{\"arrested\":\"no\"}")),
        new("a concern of exactly 65,536 bytes", Padded(With(), 65_536), With()),
    ];

    private static IEnumerable<Accepted> Ids =>
    [
        .. new (string Rule, string Id)[]
        {
            ("empty", ""), ("200 units", new string('x', 200)), ("100 characters of two units", string.Concat(Enumerable.Repeat("\U0001F426", 100))),
            ("198 units and a character of two", new string('x', 198) + "\U0001F426"), ("any script", "\u00E9 \u4E2D \u0627 \u2028 \uFEFF \uFFFF"),
            ("a space", " "),
        }.Select(c => new Accepted($"an id: {c.Rule}", With($"\"id\":\"{c.Id}\""), With($"\"id\":\"{Escaped(c.Id)}\""))),
        new("an id: control characters and quotes, escaped",
            With("\"id\":\"\\u0000\\n\\\"\\\\\\/\\b\\f\\r\\t\\u007f\\u0085\""),
            With("\"id\":\"\\u0000\\u000a\\u0022\\u005c\\u002f\\u0008\\u000c\\u000d\\u0009\\u007F\\u0085\"")),
        new("an id: a pair of surrogates, escaped", With("\"id\":\"\\ud83d\\udc26\""), With("\"id\":\"\U0001F426\"")),
        new("an id: what would be markup", With("\"id\":\"<script>&'\""), With("\"id\":\"\\u003cscript\\u003e\\u0026\\u0027\"")),
    ];

    private static IEnumerable<Accepted> Children =>
    [
        new("no children, an empty list", With("\"children\":[]"), With()),
        new("no answers, an empty object", With("\"answers\":{}"), With()),
        new("200 children", With($"\"children\":[{RefusedKinds.Children(200)}]"), Child("\"roles\":[\"shown\"]")),
        .. Enumerable.Range(0, 18).Select(age => new Accepted($"the age {age}", Child("\"roles\":[\"shown\"]", $"\"age\":{age}"),
        Child("\"roles\":[\"shown\"]", $"\"age\":{(age < 13 ? 1 : 16)}"))),
    ];

    private static IEnumerable<Accepted> Times =>
        from time in Each(
            "2026-03-27T16:40Z", "2026-03-27T16:40:00.0Z", "2026-03-27T16:40:59.999999999999999999999999999999Z",
            $"2026-03-27T16:40:00.{new string('9', 10_000)}Z", "2026-03-27T16:40+00:00",
            "2026-03-27T16:40:00-00:00", "2026-03-27T16:40:00.123+01:00", "2026-03-28T06:40:00+14:00", "2026-03-27T02:40:00-14:00",
            "2026-03-27T22:10:00+05:30", "2026-03-28T00:00:00+00:01",
            "2026-03-27T00:00:00Z", "2026-03-27T23:59:59Z")
        select new Accepted($"the time {(time.Length > 60 ? "with many digits" : time)}", Object($"\"awareAt\":\"{time}\"", Grooming), With());

    // The year counts as written; the London day may lie outside it, and a working day after it must still be found.
    private static IEnumerable<Accepted> Years =>
        from pair in new (string Time, string Plain)[]
        {
            ("2016-01-01T00:00:00Z", "2016-01-01T12:00Z"), ("2016-01-01T00:00:00+14:00", "2016-01-01T00:00+13:59"),
            ("2016-02-29T12:00Z", "2016-02-29T13:00Z"),
            ("2024-02-29T12:00Z", "2024-02-29T13:00Z"), ("2096-02-29T12:00Z", "2096-02-29T13:00Z"),
            ("2099-12-31T23:59:59Z", "2099-12-31T12:00Z"), ("2099-12-31T23:59:59-14:00", "2099-12-31T23:58-14:00"),
        }
        from answers in Each("", ",\"answers\":{\"adult-involved\":\"yes\",\"position-of-trust\":\"yes\"}")
        select new Accepted($"the time {pair.Time}{(answers.Length > 0 ? ", with working days to count" : "")}",
            $"{{\"awareAt\":\"{pair.Time}\",{Grooming}{answers}}}", $"{{\"awareAt\":\"{pair.Plain}\",{Grooming}{answers}}}");

    private static Accepted[] Across =>
    [
        new("an arrest after awareness",
            With("\"answers\":{\"arrested\":\"yes\"}", "\"arrestedAt\":\"2098-01-01T09:00:00Z\""),
            With("\"answers\":{\"arrested\":\"yes\"}", "\"arrestedAt\":\"2098-01-01T10:00Z\"")),
        new("arrested without a time: the day of awareness", With("\"answers\":{\"arrested\":\"yes\"}"),
        With("\"answers\":{\"arrested\":\"yes\"}", "\"arrestedAt\":\"2026-03-27T01:00Z\"")),
        new("images of an adult with a sexual form among others",
        Object(Aware, "\"forms\":[\"extremism\",\"grooming\"]", "\"answers\":{\"adult-made-or-held-images\":\"yes\"}"),
            Object(Aware, "\"forms\":[\"grooming\",\"extremism\"]", "\"answers\":{\"adult-made-or-held-images\":\"yes\"}")),
        new("images of an adult not known with no sexual form: counts as no",
        Object(Aware, "\"forms\":[\"extremism\"]", "\"answers\":{\"adult-made-or-held-images\":\"not-known\"}"),
            Object(Aware, "\"forms\":[\"extremism\"]", "\"answers\":{\"adult-made-or-held-images\":\"no\"}")),
    ];

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
}
