using static Lapwing.Web.Tests.Lines;

namespace Lapwing.Web.Tests;

/// <summary>The first thing wrong is reported: every pair of faults, in both orders of the document.</summary>
public static class RefusedOrder
{
    private sealed record Fault(string Path, params IReadOnlyList<string> Properties)
    {
        public string After { get; init; } = "";

        public IEnumerable<string> Names => Properties.Select(p => p.Split('"')[1]);
    }

    private static readonly IReadOnlyList<string> good = ["\"id\":\"c\"", Aware, Grooming, "\"children\":[]", "\"answers\":{\"arrested\":\"no\"}"];

    private static readonly IReadOnlyList<Fault> inOrder =
    [
        new("") { After = " x" },
        new("childs", "\"childs\":[]"),
        new("id", "\"id\":7"),
        new("awareAt", "\"awareAt\":\"yesterday\""),
        new("forms", "\"forms\":[]"),
        new("children", "\"children\":{}"),
        new("answers", "\"answers\":[]"),
        new("arrestedAt", "\"arrestedAt\":\"yesterday\""),
        new("arrestedAt", "\"arrestedAt\":\"2026-03-27T09:00:00Z\""),
        new("answers.adult-made-or-held-images", "\"forms\":[\"extremism\"]", "\"answers\":{\"adult-made-or-held-images\":\"yes\"}"),
    ];

    public static IEnumerable<Refused> All =>
    [
        .. from i in Enumerable.Range(0, inOrder.Count)
           from j in Enumerable.Range(i + 1, inOrder.Count - i - 1)
           let pair = (First: inOrder[i], Second: inOrder[j])
           where !pair.First.Names.Intersect(pair.Second.Names).Any()
           from reversed in Each(false, true)
           select Case(pair.First, pair.Second, reversed),
        .. TopLevel, .. InChildren, .. InAnswers, .. Ids,
    ];

    private static Refused[] TopLevel =>
    [
        new("of two unknown properties the first", With("\"b\":1", "\"a\":2"), "b"),
        new("unknown before repeated", With("\"b\":1", Aware), "b"),
        new("repeated before unknown", With(Aware, "\"b\":1"), "awareAt"),
        new("an unknown one in front", Object("\"b\":1", Aware, Grooming, Grooming), "b"),
        new("of two repeated ones the first repetition", With(Grooming, Aware), "forms"),
        new("nothing given", "{}", "awareAt"),
        new("awareAt and forms wrong in kind", Object("\"forms\":null", "\"awareAt\":null"), "awareAt"),
        new("text that ends early, after faults", "{\"childs\":[],\"id\":7,", ""),
    ];

    private static Refused[] InChildren =>
    [
        new("of two bad children the first", With("\"children\":[{\"roles\":[\"shown\"],\"age\":18},{\"name\":1}]"), "children[0].age"),
        new("in a child unknown before roles", Child("\"roles\":[]", "\"name\":1"), "children[0].name"),
        new("in a child unknown before age", Child("\"age\":18", "\"roles\":[\"shown\"]", "\"name\":1"), "children[0].name"),
        new("in a child repeated before roles", Child("\"roles\":[]", "\"age\":1", "\"age\":1"), "children[0].age"),
        new("in a child roles before age", Child("\"age\":18", "\"roles\":[\"victim\"]"), "children[0].roles[0]"),
        new("in a child missing roles before age", Child("\"age\":18"), "children[0].roles"),
        new("in a child of two unknown the first", Child("\"b\":1", "\"a\":1", "\"roles\":[\"shown\"]"), "children[0].b"),
        new("the first bad role", Child("\"roles\":[\"shown\",\"victim\",null]"), "children[0].roles[1]"),
        new("the first bad form", Object(Aware, "\"forms\":[\"grooming\",7,\"x\"]"), "forms[1]"),
        new("a second child is checked", With("\"children\":[{\"roles\":[\"shown\"]},7]"), "children[1]"),
    ];

    private static Refused[] InAnswers =>
    [
        new("in answers a bad value before a later unknown name", With("\"answers\":{\"arrested\":\"maybe\",\"adult\":\"yes\"}"), "answers.arrested"),
        new("in answers an unknown name before a later bad value", With("\"answers\":{\"adult\":\"yes\",\"arrested\":\"maybe\"}"), "answers.adult"),
        new("in answers a repeated name before a later bad value",
            With("\"answers\":{\"arrested\":\"no\",\"arrested\":\"no\",\"self-harm\":7}"), "answers.arrested"),
        new("in answers a bad value before a later repetition", With("\"answers\":{\"arrested\":\"no\",\"self-harm\":7,\"arrested\":\"no\"}"),
        "answers.self-harm"),
        new("across: arrestedAt before adult-made-or-held-images",
            Object(Aware, "\"forms\":[\"extremism\"]", "\"answers\":{\"adult-made-or-held-images\":\"yes\"}", "\"arrestedAt\":\"2026-03-27T09:00Z\""),
            "arrestedAt"),
    ];

    // The id stands beside the error wherever it could be read.
    private static IEnumerable<Refused> Ids =>
    [
        .. inOrder.Skip(1).Where(f => f.Path != "id").Select(f => Case(f, f, reversed: false)),
        new("an id in a line that ends early", "{\"id\":\"c\",", ""),
        new("an id after other faults", Object("\"x\":1", "\"forms\":[]", "\"id\":\"c\""), "x") { Id = "c" },
        new("an empty id beside an error", Object("\"id\":\"\"", Grooming), "awareAt") { Id = "" },
        new("an id of 201 characters", With($"\"id\":\"{new string('x', 201)}\""), "id"),
        new("an id given twice", With("\"id\":\"c\"", "\"id\":\"c\""), "id"),
        new("an id given twice, after an unknown property", With("\"x\":1", "\"id\":\"c\"", "\"id\":\"d\""), "x"),
        new("an id given twice, bad the second time", With("\"id\":\"c\"", "\"id\":7"), "id"),
        new("an escaped id beside an error", Object("\"\\u0069d\":\"\\u0063\"", Grooming), "awareAt") { Id = "c" },
        new("an id given twice, once escaped", With("\"\\u0069d\":\"c\"", "\"id\":\"c\""), "id"),
        new("no id", "{}", "awareAt"),
        new("a bad id behind an unknown property", With("\"x\":1", "\"id\":7"), "x"),
    ];

    private static Refused Case(Fault first, Fault second, bool reversed)
    {
        var faulty = first.Properties.Concat(second == first ? [] : second.Properties).ToArray();
        var replaced = first.Names.Concat(second.Names).ToHashSet();
        var all = good.Where(p => !replaced.Contains(p.Split('"')[1])).Concat(faulty);
        var id = first.After.Length > 0 || replaced.Contains("id") ? null : "c";
        var both = second == first ? first.Path : $"{Name(first)} before {Name(second)}";
        return new($"{both}{(reversed ? ", written the other way round" : "")}",
            Object(reversed ? all.Reverse() : all) + first.After + (second == first ? "" : second.After), first.Path)
        { Id = id };
    }

    private static string Name(Fault fault) => fault.Path.Length == 0 ? "not JSON" : fault.Path;
}
