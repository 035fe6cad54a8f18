using static Lapwing.Web.Tests.Lines;

namespace Lapwing.Web.Tests;

/// <summary>Values of the wrong kind, names that are not known, things given twice.</summary>
public static class RefusedKinds
{
    private static readonly string[] kinds = ["null", "true", "false", "7", "-1.5e3", "\"text\"", "\"\"", "[]", "{}"];

    public static IEnumerable<Refused> All =>
    [
        .. Wrong("id", value => With($"\"id\":{value}"), "\"text\"", "\"\""),
        .. Wrong("awareAt", value => Object($"\"awareAt\":{value}", Grooming)),
        .. Wrong("forms", value => Object(Aware, $"\"forms\":{value}")),
        .. Wrong("forms[0]", value => Object(Aware, $"\"forms\":[{value}]")),
        .. Wrong("children", value => With($"\"children\":{value}"), "[]"),
        .. Wrong("children[0]", value => With($"\"children\":[{value}]"), "{}"),
        .. Wrong("children[0].roles", value => Child($"\"roles\":{value}")),
        .. Wrong("children[0].roles[0]", value => Child($"\"roles\":[{value}]")),
        .. Wrong("children[0].age", value => Child("\"roles\":[\"shown\"]", $"\"age\":{value}"), "7"),
        .. Wrong("answers", value => With($"\"answers\":{value}"), "{}"),
        .. Wrong("answers.arrested", value => With($"\"answers\":{{\"arrested\":{value}}}")),
        .. Wrong("arrestedAt", value => With("\"answers\":{\"arrested\":\"yes\"}", $"\"arrestedAt\":{value}")),
        .. Missing, .. Case, .. Twice, .. Ids, .. Ages, .. Many,
    ];

    private static Refused[] Missing =>
    [
        new("awareAt is missing", Object(Grooming), "awareAt"),
        new("forms is missing", Object(Aware), "forms"),
        new("roles is missing", Child("\"age\":12"), "children[0].roles"),
        new("roles is missing in an empty child", With("\"children\":[{}]"), "children[0].roles"),
        new("the second form is unknown", Object(Aware, "\"forms\":[\"grooming\",\"groming\"]"), "forms[1]"),
    ];

    private static IEnumerable<Refused> Case =>
    [
        .. Each("Id", "ID", "AwareAt", "awareat", "aware_at", "Forms", "FORMS", "Children", "Answers", "ArrestedAt", "arrestedat", " id", "id ")
            .Select(name => new Refused("a property's name matches exactly", With($"\"{name}\":\"x\""), name)),
        .. Each("Grooming", "GROOMING", " grooming", "grooming ", "grooming\\u0000", "youth_produced_imagery", "sexual")
            .Select(name => new Refused("a form's name matches exactly", Object(Aware, $"\"forms\":[\"{name}\"]"), "forms[0]")),
        .. Each("Shown", "SHOWN", "victim", " shown")
            .Select(name => new Refused("a role's name matches exactly", Child($"\"roles\":[\"{name}\"]"), "children[0].roles[0]")),
        .. Each("Roles", "Age", "role", "dob", "id")
            .Select(name => new Refused("a child's property matches exactly", Child("\"roles\":[\"shown\"]", $"\"{name}\":1"), $"children[0].{name}")),
        .. Each("Adult-Involved", "adult", "adultInvolved", "age-of-children-shown", "shown-under-13", "child-shown")
            .Select(name => new Refused("a question's name matches exactly", With($"\"answers\":{{\"{name}\":\"yes\"}}"), $"answers.{name}")),
        .. Each("Yes", "YES", "y", "unknown", "not known", "not_known", " yes", "true")
            .Select(value => new Refused("an answer matches exactly", With($"\"answers\":{{\"adult-involved\":\"{value}\"}}"), "answers.adult-involved")),
    ];

    private static Refused[] Twice =>
    [
        new("twice: awareAt", With(Aware), "awareAt"),
        new("twice: forms", With(Grooming), "forms"),
        new("twice: children", With("\"children\":[]", "\"children\":[]"), "children"),
        new("twice: answers", With("\"answers\":{}", "\"answers\":{}"), "answers"),
        new("twice: arrestedAt", With("\"answers\":{\"arrested\":\"yes\"}", "\"arrestedAt\":\"2026-03-27T09:00Z\"",
        "\"arrestedAt\":\"2026-03-27T09:00Z\""), "arrestedAt"),
        new("twice: an unknown property", With("\"x\":1", "\"x\":1"), "x"),
        new("twice: awareAt, once escaped", With("\"\\u0061wareAt\":\"2026-03-27T16:40:00Z\""), "awareAt"),
        new("twice: roles", Child("\"roles\":[\"shown\"]", "\"roles\":[\"shown\"]"), "children[0].roles"),
        new("twice: age", Child("\"roles\":[\"shown\"]", "\"age\":12", "\"age\":12"), "children[0].age"),
        new("twice: a question with the same answer", With("\"answers\":{\"self-harm\":\"no\",\"self-harm\":\"no\"}"), "answers.self-harm"),
        new("twice: a question, once escaped", With("\"answers\":{\"self-harm\":\"no\",\"\\u0073elf-harm\":\"no\"}"), "answers.self-harm"),
    ];

    private static Refused[] Ids =>
    [
        new("an id of 201 units", With($"\"id\":\"{new string('x', 201)}\""), "id"),
        new("an id of 199 units and a character of two", With($"\"id\":\"{new string('x', 199)}\U0001F426\""), "id"),
        new("an id of 101 characters of two units", With($"\"id\":\"{string.Concat(Enumerable.Repeat("\U0001F426", 101))}\""), "id"),
        new("an id of 201 escaped units", With($"\"id\":\"{string.Concat(Enumerable.Repeat("\\u0041", 201))}\""), "id"),
        .. Each("\\ud800", "\\udc00", "a\\ud800b", "\\udc00\\ud800", "\\ud800\\ud800", "\\uD83D", "\\ud83d\\u0041")
            .Select(half => new Refused("an id with half a surrogate pair", With($"\"id\":\"{half}\""), "id")),
        new("a form with half a surrogate pair", Object(Aware, "\"forms\":[\"\\ud800\"]"), "forms[0]"),
        new("a role with half a surrogate pair", Child("\"roles\":[\"\\ud800\"]"), "children[0].roles[0]"),
        new("an answer with half a surrogate pair", With("\"answers\":{\"self-harm\":\"\\ud800\"}"), "answers.self-harm"),
        new("a time with half a surrogate pair", Object("\"awareAt\":\"\\ud8002026-03-27T16:40Z\"", Grooming), "awareAt"),
    ];

    private static IEnumerable<Refused> Ages =>
    [
        .. Each("18", "19", "20", "27", "100", "-1", "-0", "-17", "1e1", "1E0", "1e0", "12.0", "0.0", "17.5", "0e0", "1e400", "99999999999999999999",
        "\"12\"", "\"0\"", "[12]")
            .Select(age => new Refused($"the age {age}", Child("\"roles\":[\"shown\"]", $"\"age\":{age}"), "children[0].age")),
        .. Each("01", "00", "+1", ".5", "1.", "-", "0x1", "1e", "NaN", "1_0")
            .Select(age => new Refused($"the age {age}, which is no JSON", Child("\"roles\":[\"shown\"]", $"\"age\":{age}"), "")),
    ];

    private static Refused[] Many =>
    [
        new("201 children", With($"\"children\":[{Children(201)}]"), "children"),
        new("201 children, the first bad", With($"\"children\":[7,{Children(200)}]"), "children"),
        new("201 children, none of which is an object", With($"\"children\":[{string.Join(',', Enumerable.Repeat("7", 201))}]"), "children"),
        new("2,000 children", With($"\"children\":[{Children(2000)}]"), "children"),
        new("200 children, the last bad", With($"\"children\":[{Children(199)},{{\"roles\":[\"shown\"],\"age\":18}}]"), "children[199].age"),
    ];

    public static string Children(int count) => string.Join(',', Enumerable.Repeat("{\"roles\":[\"shown\"]}", count));

    private static IEnumerable<Refused> Wrong(string path, Func<string, string> line, params string[] allowed) =>
        kinds.Except(allowed).Select(value => new Refused($"{path} is {value}", line(value), Beneath(path, value)));

    // An empty list of children is no error, and a list in a list is an element of the wrong kind.
    private static string Beneath(string path, string value) => path == "children[0]" && value == "{}" ? "children[0].roles" : path;
}
