using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>What the API says besides decisions: limits, refusals, headers, statements.</summary>
public sealed class ApiTests(Server server)
{
    private const int Max = 65_536;
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Max, false, 200)]
    [InlineData(Max, true, 200)]
    [InlineData(Max + 1, false, 413)]
    [InlineData(Max + 1, true, 413)]
    [InlineData(40_000_000, false, 413)]
    [InlineData(1_000_000, true, 413)]
    public async Task A_concern_of_more_than_64_kB_is_too_large(int bytes, bool chunked, int status)
    {
        using var response = await Post(new ByteArrayContent(Encoding.UTF8.GetBytes(Lines.Padded(Lines.Good("a"), bytes))), "application/json", chunked);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 413) await IsProblem(response, 413);
    }

    [Fact]
    public async Task A_concern_that_is_too_large_is_answered_every_time_and_the_next_one_too()
    {
        for (var i = 0; i < 40; i++)
        {
            using var large = await Post(new ByteArrayContent(new byte[Max + 1 + (i * 997)]), "application/json", chunked: i % 2 == 0);
            await IsProblem(large, 413);
            using var next = await Post(new StringContent(Lines.Good("a")), "application/json");
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/x-ndjson; charset=utf-16")]
    [InlineData("application/problem+json")]
    [InlineData("application/jsonx")]
    [InlineData("json")]
    [InlineData("*/*")]
    public async Task Another_content_type_is_not_read(string? type)
    {
        using var response = await Post(new ByteArrayContent(Encoding.UTF8.GetBytes(Lines.Good("a"))), type);
        await IsProblem(response, 415);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/x-ndjson; charset=utf-8")]
    public async Task The_content_type_may_say_that_it_is_UTF_8(string type)
    {
        using var response = await Post(new ByteArrayContent(Encoding.UTF8.GetBytes(Lines.Good("a"))), type);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("\uFEFF", 200)]
    [InlineData("\uFEFF\n ", 200)]
    [InlineData("\uFEFF\uFEFF", 400)]
    [InlineData(" \uFEFF", 400)]
    public async Task A_byte_order_mark_may_begin_a_body_once(string before, int status)
    {
        using var response = await Post(new ByteArrayContent(Encoding.UTF8.GetBytes(before + Lines.Good("a"))), "application/json");
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_is_not_read(string encoding)
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentEncoding.Add(encoding);
        using var response = await Post(content, "application/json");
        await IsProblem(response, 415);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_body_is_no_concern_and_no_lines(string body)
    {
        using var one = await Post(new StringContent(body), "application/json");
        var problem = await IsProblem(one, 400);
        Assert.Equal("", (string?)problem["path"]);
        using var many = await Post(new StringContent(body), "application/x-ndjson");
        Assert.Equal(HttpStatusCode.OK, many.StatusCode);
        Assert.Equal("", await many.Content.ReadAsStringAsync(stop));
    }

    [Fact]
    public async Task A_concern_over_several_lines_is_one_concern()
    {
        using var response = await Post(new StringContent($"\n{{\n{Lines.Aware},\n{Lines.Grooming}\n}}\n"), "application/json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/api", 404)]
    [InlineData("GET", "/api/triage/1", 404)]
    [InlineData("GET", "/api/statements/S9.9.9", 404)]
    [InlineData("GET", "/api/statements/%2e%2e%2f", 404)]
    [InlineData("GET", "/openapi/v2.json", 404)]
    [InlineData("GET", "/settings.json", 404)]
    [InlineData("GET", "/api/triage", 405)]
    [InlineData("PUT", "/api/triage", 405)]
    [InlineData("DELETE", "/api/statements", 405)]
    [InlineData("POST", "/openapi/v1.json", 405)]
    public async Task What_is_not_there_is_a_problem_with_a_sentence(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await server.Http.SendAsync(request, stop);
        await IsProblem(response, status);
        if (status == 405) Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    public async Task Whatever_is_preferred_the_sentence_comes(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/nothing", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await server.Http.SendAsync(request, stop);
        await IsProblem(response, 404);
    }

    [Fact]
    public async Task There_are_144_statements_each_at_its_own_address()
    {
        var all = JsonNode.Parse(await server.Http.GetStringAsync(new Uri("/api/statements", UriKind.Relative), stop))!.AsArray();
        Assert.Equal(144, all.Count);
        foreach (var statement in all)
            Assert.True(JsonNode.DeepEquals(statement, JsonNode.Parse(await server.Http.GetStringAsync(new Uri($"/api/statements/{statement!["id"]}",
                UriKind.Relative), stop))));
    }

    [Theory]
    [InlineData("S2.1.11")]
    [InlineData("s2.1.11")]
    public async Task A_statement_says_what_cites_it(string id)
    {
        var statement = JsonNode.Parse(await server.Http.GetStringAsync(new Uri($"/api/statements/{id}", UriKind.Relative), stop))!;
        Assert.Equal("S2.1.11", (string?)statement["id"]);
        Assert.Equal("derby-and-derbyshire-e-safety/1", (string?)statement["document"]);
        Assert.Contains(statement["citedBy"]!.AsArray(), c => (string?)c!["what"] == "rule" && (string?)c["name"] == "under 13");
        Assert.Contains(statement["citedBy"]!.AsArray(), c => (string?)c!["what"] == "question" && (string?)c["name"] == "sexual-acts");
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/api/statements", "application/json")]
    [InlineData("/api/statements/N3", "application/json")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/nothing", "application/problem+json")]
    [InlineData("/api/triage", "application/problem+json")]
    public async Task Every_answer_has_the_security_headers(string path, string type)
    {
        using var response = await server.Http.GetAsync(new Uri(path, UriKind.Relative), stop);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        SecurityHeaders.AreOn(response);
    }

    private static Task<JsonNode> IsProblem(HttpResponseMessage response, int status) => Problem.Is(response, status);

    private async Task<HttpResponseMessage> Post(HttpContent content, string? type, bool chunked = false)
    {
        content.Headers.ContentType = null;
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/triage", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = content.Headers.ContentLength > 10_000_000;
        var response = await server.Http.SendAsync(request, stop);
        SecurityHeaders.AreOn(response);
        return response;
    }
}
