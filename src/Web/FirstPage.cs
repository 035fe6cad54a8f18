using System.Net;

namespace Lapwing.Web;

/// <summary>What can be tried, for whoever has just started the program.</summary>
public static class FirstPage
{
    /// <summary>As text, for a terminal.</summary>
    public static string Text(string url) => $$$"""

        Lapwing says what a safeguarding procedure requires, of whom, by when and why. Nothing is stored.

        In a browser
          {{{url}}}/                      this page
          {{{url}}}/api/statements        every statement of the procedure, and what cites it
          {{{url}}}/openapi/v1.json       the API, with examples

        In a second terminal: one concern
          curl {{{url}}}/api/triage -H 'Content-Type: application/json' \
            -d '{"awareAt":"2026-03-27T15:10:00Z","forms":["youth-produced-imagery"],"answers":{"adult-involved":"yes"}}'

        On the command line, without the server
          ./dev lapwing triage --explain docs/examples/concerns.jsonl
          ./dev lapwing statement S2.1.11
          ./dev lapwing triage --table

        To stop: Ctrl+C

        """;

    /// <summary>As a page.</summary>
    public static string Html(string url) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Lapwing</title></head>
        <body>
        <h1>Lapwing</h1>
        <p>In an emergency call 999. This is a demonstration: use no real person's details.</p>
        <ul>
        <li><a href="/api/statements">Every statement of the procedure, and what cites it</a></li>
        <li><a href="/openapi/v1.json">The API, with examples</a></li>
        </ul>
        <pre>{{WebUtility.HtmlEncode(Text(url))}}</pre>
        </body>
        </html>

        """;
}
