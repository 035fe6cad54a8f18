using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>Refusals as problem details (RFC 9457).</summary>
public static partial class Problem
{
    /// <summary>Fails unless the answer is a problem with one sentence for a person and nothing of the program's inside.</summary>
    public static async Task<JsonNode> Is(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json",
            $"{status} as {response.Content.Headers.ContentType}: {text}");
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(status, (int?)problem["status"]);
        Assert.True(((string?)problem["detail"])?.Length > 10, $"{status} says what to do: {text}");
        Assert.False(Trace().IsMatch(text), text);
        SecurityHeaders.AreOn(response);
        return problem;
    }

    /// <summary>What would show the program's inside.</summary>
    [GeneratedRegex(@"Exception|\.cs\b|   at |System\.|Microsoft\.|Lapwing\.\w+\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Trace();
}

/// <summary>The headers that are on every answer.</summary>
public static class SecurityHeaders
{
    public static void AreOn(HttpResponseMessage response)
    {
        Assert.Contains("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        var isPage = response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html";
        Assert.Contains(isPage ? "no-cache" : "no-store", Header(response, "Cache-Control"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"), "the program says nothing of itself");
        Assert.False(response.Headers.Contains("X-Powered-By"), "the program says nothing of itself");
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : $"no {name} on {(int)response.StatusCode}";
}
