using System.Security.Claims;
using System.Text.Encodings.Web;
using Lapwing.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Lapwing.Web.SignIn;

/// <summary>
/// The session of a browser: a cookie that holds a random id and nothing else, asked for in the ledger at every request. It ends by signing out, by hiding
/// the page, by another sign-in in the same browser, by itself, and when its account goes.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, Accounts accounts, Arrivals arrivals)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Name = "session";

    /// <summary>Of which of their teams whoever is signed in is there.</summary>
    public const string TeamClaim = "team";

    /// <summary>The cookie.</summary>
    public const string Cookie = "lapwing-session";

    private bool cannotAsk;

    /// <summary>How the cookie is kept: out of every script's reach, sent by our own pages alone, for as long as the browser is open.</summary>
    public static CookieOptions Kept(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var id = Request.Cookies[Cookie];
        try
        {
            if (sessions.Find(id) is not var (account, team)) return AuthenticateResult.NoResult();
            if (accounts.Find(account, team) is not null) return AuthenticateResult.Success(new(new(Claimed(account, team)), Name));
            await sessions.End(id);
            return AuthenticateResult.NoResult();
        }
        catch (SqliteException)      // a page that anybody may read, and the numbers to call, are there all the same
        {
            cannotAsk = true;
            return AuthenticateResult.NoResult();
        }
    }

    /// <inheritdoc/>
    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        await sessions.End(Request.Cookies[Cookie]);
        var id = await sessions.Begin(Guid.ParseExact(user.FindFirstValue(ClaimTypes.NameIdentifier)!, "N"),
            Guid.ParseExact(user.FindFirstValue(TeamClaim)!, "N"));
        Response.Cookies.Append(Cookie, id, Kept(Context));
    }

    /// <inheritdoc/>
    protected override Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        Response.Cookies.Delete(Cookie, Kept(Context));
        return sessions.End(Request.Cookies[Cookie]);
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (cannotAsk) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;      // nobody is told that their session ended when nobody knows
        else await arrivals.ToSignIn(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    /// <summary>Somebody in a post, as pages know them.</summary>
    public static ClaimsIdentity Claimed(Guid account, Guid team) =>
        new([new(ClaimTypes.NameIdentifier, account.ToString("N")), new(TeamClaim, team.ToString("N"))], Name);
}
