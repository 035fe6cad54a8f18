using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lapwing.Pages.Tests;

/// <summary>Pages with one fault each, and a sound one: what looks for faults must find each, and none where there is none.</summary>
internal static class Planted
{
    private static readonly Dictionary<string, string> faults = new(StringComparer.Ordinal)
    {
        ["sound"] = "<p>Sound</p>",
        ["policy"] = "<p>Inline</p><script>document.title = 'ran'</script>",
        ["style"] = "<p style='color: red'>Inline</p>",
        ["missing"] = "<p>Missing</p><img alt='' src='/planted/nothing.svg'>",
        ["image"] = "<p>Image</p><img src='/planted/square.svg'>",
        ["wide"] = "<p>Wide</p><table><tr><td><input size='200' aria-label='Wide'></td></tr></table>",
        ["foreign"] = "<p>Foreign</p><img alt='' src='http://localhost:9/square.svg'>",
        ["leaves"] = "<meta http-equiv='refresh' content='0;url=http://localhost:9/'><p>Leaves</p>",
        ["throws"] = "<p>Throws</p><script src='/planted/throws.js'></script>",
    };

    internal static void Map(WebApplication site)
    {
        foreach (var (name, body) in faults) site.MapGet($"/planted/{name}", () => Results.Content(Around(body), "text/html; charset=utf-8"));
        site.MapGet("/planted/square.svg", () => Results.Content("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/svg+xml"));
        site.MapGet("/planted/throws.js", () => Results.Content("nothing.at.all", "text/javascript"));
    }

    private static string Around(string body) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Planted</title><link rel="icon" href="/planted/square.svg">
        <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Planted</h1>{body}</main></body></html>
        """;
}
