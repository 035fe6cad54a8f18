using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary><c>POST /api/triage</c>.</summary>
public sealed class ApiDoor(HttpClient http) : IDoor
{
    public async Task<Answered> One(byte[] concern)
    {
        using var response = await Post(concern, "application/json");
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if (response.StatusCode != HttpStatusCode.OK) return Refused(response, body);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return new(body);
    }

    public async Task<FileAnswered> Many(byte[] file)
    {
        using var response = await Post(file, "application/x-ndjson");
        var body = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.OK) return new([], Refused(response, JsonNode.Parse(body)!).Detail);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        return new(FileAnswered.Parse(body));
    }

    private static Answered Refused(HttpResponseMessage response, JsonNode problem)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(400, (int?)problem["status"]);
        return new(null, (string)problem["detail"]!, (string)problem["path"]!);
    }

    private Task<HttpResponseMessage> Post(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return http.PostAsync(new Uri("/api/triage", UriKind.Relative), content);
    }
}
