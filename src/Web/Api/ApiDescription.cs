using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Microsoft.OpenApi;

namespace Lapwing.Web.Api;

/// <summary>The API as OpenAPI. Names and forms come from the questions and tables themselves; the examples are sent by a test.</summary>
public static class ApiDescription
{
    private const string Problem = "application/problem+json";

    private static readonly (string Name, string Summary, string Concern)[] examples =
    [
        ("an-adult-is-involved", "Refer now: an adult is involved",
            """{"id":"example-1","awareAt":"2026-03-27T15:10:00Z","forms":["youth-produced-imagery"],"children":[{"roles":["shown"],"age":14}],"answers":{"adult-involved":"yes"}}"""),
        ("little-is-known", "Consult today: nobody has asked yet",
            """{"id":"example-2","awareAt":"2026-03-27T15:10:00Z","forms":["online-bullying"]}"""),
    ];

    private static readonly (string Status, string When)[] refusals =
    [
        ("400", "The body is not a concern. `detail` is one sentence that names the property and says what is allowed; `path` is the property."),
        ("413", "A concern has more than 65,536 bytes, or an array more than can be checked before it is answered."),
        ("415", "Neither application/json nor application/x-ndjson, not UTF-8, or compressed."),
        ("429", "Too many requests from this address. `Retry-After` says how many seconds to wait."),
    ];

    /// <summary>Describes the API at <c>/openapi/v1.json</c>.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Lapwing",
                Version = typeof(ApiDescription).Assembly.GetName().Version!.ToString(3),
                Description =
                "What a local procedure on the abuse of children through digital media requires, of whom, by when and why. Nothing that is sent is stored.",
            };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (operation.OperationId == "triage") DescribeTriage(operation, context.ApplicationServices.GetRequiredService<RuleBook>());
            if (operation.OperationId == "statement") ((OpenApiParameter)operation.Parameters![0]).Example = "S2.1.11";
            return Task.CompletedTask;
        });
    });

    private static void DescribeTriage(OpenApiOperation operation, RuleBook rules)
    {
        operation.Description = "One concern, answered by its decision; or many, one a line (or one array), each answered by a line as it is read. "
            + "A line that is no concern is answered by `{\"id\":…,\"line\":…,\"error\":…}` in its place, and the rest goes on.";
        var decided = examples.Select(e => (e.Name, e.Summary, Sent: e.Concern, Answer: Answer(e.Concern, rules))).ToArray();
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [TriageApi.Json] = Body(TriageSchemas.Concern, decided.Select(d => (d.Name, d.Summary, JsonNode.Parse(d.Sent)!))),
                [TriageApi.Lines] = Body(TriageSchemas.Lines, [("two-lines", "Two concerns and a mistake", Lines([.. decided.Select(d => d.Sent), "{}"]))]),
            },
        };
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "The decision, or a line for each concern.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [TriageApi.Json] = Body(TriageSchemas.Decision, decided.Select(d => (d.Name, d.Summary, JsonNode.Parse(d.Answer)!))),
                    [TriageApi.Lines] = Body(TriageSchemas.Lines, [("two-lines", "Two decisions and an error",
                    Lines([.. decided.Select(d => d.Answer), Mistake(3)]))]),
                },
            },
        };
        foreach (var (status, when) in refusals)
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = when,
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = TriageSchemas.Problem } },
            };
        }
    }

    private static OpenApiMediaType Body(IOpenApiSchema schema, IEnumerable<(string Name, string Summary, JsonNode Value)> values) => new()
    {
        Schema = schema,
        Examples = values.ToDictionary(v => v.Name, IOpenApiExample (v) => new OpenApiExample { Summary = v.Summary, Value = v.Value }),
    };

    private static JsonNode Lines(IEnumerable<string> lines) => JsonValue.Create(string.Concat(lines.Select(line => line + "\n")));

    private static string Answer(string concern, RuleBook rules) =>
        Text(output => DecisionJson.Write(output, rules.Decide(ConcernJson.Read(Encoding.UTF8.GetBytes(concern)).Concern!)));

    private static string Mistake(int line) => Text(output => DecisionJson.WriteBad(output, null, line, ConcernJson.Read("{}"u8).Bad!.Detail));

    private static string Text(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
