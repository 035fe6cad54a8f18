using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lapwing.Casework.Access;
using Lapwing.Storage;
using Lapwing.Web.Drafts;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lapwing.Web.SignIn;

/// <summary>
/// Whoever follows a link to a page that needs an account and is not signed in arrives there once they are. Where the link led is kept here, for ten minutes,
/// and never stands in an address: the browser holds a random number.
/// </summary>
public sealed class Arrivals(DraftStore drafts, CaseStore cases, DraftKeeper keeping, TimeProvider clock)
{
    /// <summary>The cookie with the number. It is sent with a link from another site too, so that nobody is sent round twice.</summary>
    public const string Cookie = "lapwing-arrival";

    private const int Most = 10_000, LongestAddress = 1000;
    private static readonly TimeSpan lasts = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (string Address, long At)> kept = new(StringComparer.Ordinal);

    /// <summary>
    /// A page that needs an account was asked for by nobody who is signed in. A link from another site comes without the session's cookie: such a page is
    /// asked for once more, by a page of ours. What was sent after the session had ended is kept for its author. All others go to the sign-in.
    /// </summary>
    public async Task ToSignIn(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            var isSecond = Find(context) == Address(request);
            if (!isSecond) Keep(context);
            if (!isSecond && request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] == "navigate") await Again(response);
            else response.Redirect("/sign-in");
            return;
        }

        Forget(context);      // what was sent stands first in their work
        response.Redirect(await keeping.TryKeep(request, null) switch { Sent.Kept => "/sign-in?kept=1", Sent.NotKept => "/not-kept", _ => "/sign-in" });
    }

    /// <summary>Where somebody who has signed in was going: one of our own pages that they may see; null where there is none. It is forgotten.</summary>
    public string? Of(HttpContext context, Viewer viewer)
    {
        var address = Find(context);
        Forget(context);
        return address is not null && MaySee(viewer, address.Split('/', '?')) ? address : null;
    }

    /// <summary>Forgets where somebody was going.</summary>
    public void Forget(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } number) return;
        kept.TryRemove(number, out _);
        context.Response.Cookies.Delete(Cookie, How(context));
    }

    // Whether a case is in their list and a report among their drafts: a page of somebody else's says only that there is none.
    private bool MaySee(Viewer viewer, string[] address) => address switch
    {
        ["", "work"] => true,
        ["", "work", var id, ..] when Guid.TryParse(id, out var of) => cases.IsIn(viewer, new(of)),
        ["", "reports", var id, ..] when Guid.TryParse(id, out var of) => drafts.Find(viewer, of) is not null,
        _ => false,
    };

    private void Keep(HttpContext context)
    {
        var address = Address(context.Request);
        if (address.Length > LongestAddress) return;
        if (kept.Count >= Most)
            foreach (var (old, _) in kept.OrderBy(one => one.Value.At).Take(Most / 10).ToList()) kept.TryRemove(old, out _);
        var number = RandomNumberGenerator.GetHexString(32, lowercase: true);
        kept[number] = (address, clock.GetTimestamp());
        context.Response.Cookies.Append(Cookie, number, How(context));
    }

    private string? Find(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } number && kept.TryGetValue(number, out var found) && clock.GetElapsedTime(found.At) <= lasts
            ? found.Address : null;

    private static string Address(HttpRequest request) => request.GetEncodedPathAndQuery();

    private static CookieOptions How(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = lasts };

    // The same address, asked for by a page of ours: with the session's cookie, if there is a session.
    private static Task Again(HttpResponse response)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync("""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Lapwing</title><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex"><meta http-equiv="refresh" content="0"></head><body><p><a href="">Go on</a></p></body></html>
            """);
    }
}
