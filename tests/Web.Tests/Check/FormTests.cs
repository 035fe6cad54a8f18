using Xunit;

namespace Lapwing.Web.Tests.Check;

/// <summary>What a page is sent that no page of ours sends.</summary>
public sealed class FormTests(Server server)
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PUT", "/check/1", 405)]
    [InlineData("DELETE", "/check/decision", 405)]
    [InlineData("POST", "/manual/statement/S2.1.8", 405)]
    [InlineData("POST", "/", 405)]
    [InlineData("PUT", "/manual/section/2.1", 405)]
    public async Task A_page_answers_only_its_methods(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await server.Http.SendAsync(request, stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(response.Content.Headers.Allow);
        Assert.Contains("This page does not do that", await response.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", 100, 415)]
    [InlineData("application/x-www-form-urlencoded", 70_000, 400)]
    [InlineData("application/x-www-form-urlencoded", 300_000, 413)]
    [InlineData("application/json", 100, 400)]
    public async Task A_form_that_is_none_or_too_large_is_one_page_that_says_so(string type, int length, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/check/1",
            UriKind.Relative))
        { Content = new StringContent($"state={new string('x', length)}") };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await server.Http.SendAsync(request, stop);
        Assert.Equal(status, (int)response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(stop);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Equal(status == 413, page.Contains("still on the page before this one: go back", StringComparison.Ordinal));
    }
}
