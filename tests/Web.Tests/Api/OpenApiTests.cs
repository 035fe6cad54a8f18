using System.Text.Json.Nodes;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>The API's own description: each example is sent, and the answer is the one that stands beside it.</summary>
public sealed class OpenApiTests(Server server)
{
    private const string Json = "application/json";
    private const string NdJson = "application/x-ndjson";
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private sealed record Operation(string Method, string Path, JsonNode Described)
    {
        public override string ToString() => $"{Method} {Path}";
    }

    [Fact]
    public async Task Every_example_of_a_request_gives_the_answer_beside_it()
    {
        var sent = new Dictionary<string, int> { [Json] = 0, [NdJson] = 0 };
        foreach (var operation in (await Operations()).Where(o => o.Described["requestBody"] is not null))
        {
            foreach (var (type, content) in operation.Described["requestBody"]!["content"]!.AsObject())
            {
                var examples = content!["examples"]?.AsObject();
                Assert.True(examples is { Count: > 0 }, $"{operation} has an example for {type}");
                foreach (var (name, example) in examples) await Answers(operation, type, name, Value(example!));
                sent[type] = sent.GetValueOrDefault(type) + examples.Count;
            }
        }

        Assert.True(sent[Json] > 0 && sent[NdJson] > 0, "both ways of sending have an example");
    }

    [Fact]
    public async Task Every_example_of_an_answer_belongs_to_an_example_of_a_request()
    {
        foreach (var operation in (await Operations()).Where(o => o.Described["requestBody"] is not null))
        {
            foreach (var (type, content) in operation.Described["responses"]!["200"]!["content"]!.AsObject())
                foreach (var (name, _) in content!["examples"]?.AsObject() ?? [])
                    Assert.NotNull(operation.Described["requestBody"]!["content"]![type]?["examples"]?[name]);
        }
    }

    [Fact]
    public async Task What_can_be_asked_with_GET_can_be_followed_with_its_examples()
    {
        foreach (var operation in (await Operations()).Where(o => o.Method == "get"))
        {
            var path = operation.Path;
            foreach (var parameter in operation.Described["parameters"]?.AsArray() ?? [])
            {
                var example = (string?)parameter!["example"] ?? (string?)parameter["examples"]?.AsObject().First().Value!["value"];
                Assert.True(example is not null, $"{operation} has an example of {parameter["name"]}");
                path = path.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString(example), StringComparison.Ordinal);
            }

            using var response = await server.Http.GetAsync(new Uri(path, UriKind.Relative), stop);
            Assert.True(response.IsSuccessStatusCode, $"{operation} as {path}: {(int)response.StatusCode}");
            await EqualsExample(operation, response);
        }
    }

    [Fact]
    public async Task Every_operation_says_what_it_answers_when_it_refuses()
    {
        var triage = (await Operations()).Single(o => o.Path == "/api/triage");
        foreach (var status in Lines.Each("400", "413", "415", "429"))
            Assert.NotNull(triage.Described["responses"]![status]?["content"]?["application/problem+json"]);
        var statement = (await Operations()).Single(o => o.Path == "/api/statements/{id}");
        Assert.NotNull(statement.Described["responses"]!["404"]?["content"]?["application/problem+json"]);
    }

    private async Task<IReadOnlyList<Operation>> Operations()
    {
        var document = JsonNode.Parse(await server.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), stop))!;
        Assert.StartsWith("3.", (string?)document["openapi"], StringComparison.Ordinal);
        return [.. from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() where operation.Value is JsonObject
            select new Operation(operation.Key, path.Key, operation.Value!)];
    }

    private async Task Answers(Operation operation, string type, string name, JsonNode value)
    {
        using var content = new StringContent(type == Json ? value.ToJsonString() : (string)value!);
        content.Headers.ContentType = new(type);
        using var response = await server.Http.PostAsync(new Uri(operation.Path, UriKind.Relative), content, stop);
        var body = await response.Content.ReadAsStringAsync(stop);
        Assert.True(response.IsSuccessStatusCode, $"{operation}, example {name}: {body}");
        var expected = operation.Described["responses"]!["200"]!["content"]![type]?["examples"]?[name];
        Assert.True(expected is not null, $"{operation}, example {name} as {type}: no answer stands beside it");
        if (type == NdJson) Assert.Equal((string)Value(expected)!, body);
        else Assert.True(JsonNode.DeepEquals(Value(expected), JsonNode.Parse(body)), $"{operation}, example {name}: {body}");
    }

    private static async Task EqualsExample(Operation operation, HttpResponseMessage response)
    {
        var json = operation.Described["responses"]!["200"]!["content"]?[Json];
        var expected = json?["example"] ?? json?["examples"]?.AsObject().First().Value!["value"];
        if (expected is not null)
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(await response.Content.ReadAsStringAsync(stop))),
                $"{operation} answers as its example says");
    }

    private static JsonNode Value(JsonNode example) => example["value"]
        ?? throw new InvalidOperationException($"an example without a value: {example.ToJsonString()}");
}
