using System.Text.Json.Nodes;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.OpenApi;

namespace Lapwing.Web.Api;

/// <summary>The shapes of a concern and of a decision, as JSON Schema, made from the questions and tables themselves.</summary>
internal static class TriageSchemas
{
    private const string Time = "A time of 2016 to 2099 with its offset, such as 2026-03-27T16:40:00Z.";

    public static IOpenApiSchema Lines { get; } = new OpenApiSchema { Type = JsonSchemaType.String, Description = "One JSON object a line." };

    public static IOpenApiSchema Concern { get; } = Object(
        [
            ("id", Text("Any text of at most 200 characters, echoed back.")),
            ("awareAt", Text($"When the practitioner became aware. {Time}")),
            ("forms", List(OneOf(Forms.All.Select(f => f.Name)), "The forms of harm, at least one.")),
            ("children", List(Child(), "At most 200, without names.")),
            ("answers", Object([.. Questions.All.Select(q => (q.Name, OneOf(["yes", "no", "not-known"], q.Ask)))], [], "An answer left out is not known.")),
            ("arrestedAt", Text($"Goes with the answer arrested: yes. {Time}")),
        ],
        ["awareAt", "forms"]);

    public static IOpenApiSchema Decision { get; } = Object(
        [
            ("id", Text("As it was sent.")),
            ("procedure", Text("The chapter's edition that decided.")),
            ("supplement", Text("The supplement's edition.")),
            ("outcome", OneOf(Enum.GetValues<Outcome>().Select(DecisionJson.Name))),
            ("emergency", new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Call 999 first; all else still applies." }),
            ("referrals", List(Object([("to", OneOf(Newest.Recipients.Select(r => r.Name))), ("due", Day()), ("because", List(Because("rule")))],
            ["to", "due", "because"]))),
            ("duties", List(Object(
                [
                    ("duty", OneOf(Newest.Duties.Select(d => d.Name))),
                    ("due", Day()),
                    ("after", OneOf(["police-or-social-care-agree"], "Do it, but agree first, today, who is told what and what is left in place.")),
                    ("because", List(Because())),
                ], ["duty", "because"]))),
            ("handOvers", List(Object([("to", OneOf(Newest.HandOvers.Select(h => h.Name))), ("statements", List(Text("An id.")))], ["to", "statements"]))),
            ("legalNotes", List(Text("The id of a statement."))),
            ("openQuestions", List(Object(
                [
                    ("question", OneOf(Vocabulary.AllQuestions.Select(q => q.Name))),
                    ("find", OneOf(Enum.GetValues<Find>().Select(DecisionJson.Name))),
                ], ["question", "find"]), "What is not known and could still change the recipients or the duties.")),
        ],
        ["procedure", "supplement", "outcome", "emergency", "referrals", "duties", "handOvers", "legalNotes", "openQuestions"]);

    public static IOpenApiSchema Problem { get; } = Object(
        [("status", new OpenApiSchema { Type = JsonSchemaType.Integer }), ("title", Text("The kind of problem.")),
        ("detail", Text("What was wrong and what to do.")),
            ("path", Text("The property that is wrong; empty for the whole body."))],
        ["status"]);

    private static Edition Newest => RuleBook.Standard.Newest;

    private static IOpenApiSchema Child() => Object(
        [("roles", List(OneOf(ChildFacts.RoleNames), "At least one.")),
            ("age", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = "17", Description = "At the time; left out when not known." })],
        ["roles"]);

    private static IOpenApiSchema Because(params string[] first) => Object(
        [.. first.Select(name => (name, Text("The rule's name."))), ("statements", List(Text("An id."))), ("facts", List(Text("A fact that made it apply.")))],
        [.. first, "statements", "facts"]);

    private static IOpenApiSchema Object((string Name, IOpenApiSchema Schema)[] properties, string[] required, string? description = null) => new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = properties.ToDictionary(p => p.Name, p => p.Schema),
        Required = required.ToHashSet(),
        AdditionalPropertiesAllowed = false,
    };

    private static IOpenApiSchema List(IOpenApiSchema of, string? description = null) =>
        new OpenApiSchema { Type = JsonSchemaType.Array, Items = of, Description = description };

    private static IOpenApiSchema OneOf(IEnumerable<string> names, string? description = null) =>
        new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)name)], Description = description };

    private static IOpenApiSchema Text(string description) => new OpenApiSchema { Type = JsonSchemaType.String, Description = description };

    private static IOpenApiSchema Day() => new OpenApiSchema
    {
        Type = JsonSchemaType.String,
        Format = "date",
        Description = "A day in London: late after its end."
    };
}
