using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Reports;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;

namespace Lapwing.Web.SignIn;

/// <summary>Signing in, and the cases behind it: only where there are accounts.</summary>
public static class Signing
{
    /// <summary>The folders of pages that need an account.</summary>
    public static readonly IReadOnlyList<string> Folders = ["/Cases", "/Reports"];

    /// <summary>Whether a page needs an account.</summary>
    public static bool NeedsAccount(string page) => Folders.Any(folder => page.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Whether anybody can sign in.</summary>
    public static bool IsThere(HttpContext context) => context.RequestServices.GetService<Accounts>() is not null;

    /// <summary>Whether somebody is.</summary>
    public static bool IsSignedIn(HttpContext context) => Viewer(context) is not null;

    /// <summary>Whoever is signed in.</summary>
    public static Viewer? Viewer(HttpContext context) => context.RequestServices.GetService<Accounts>()?.Viewer(context.User);

    /// <summary>Whether somebody may report: not those who run the system or read its records.</summary>
    public static bool MayReport(Viewer? viewer) => viewer is { Role: not (Role.Administrator or Role.Auditor) };

    /// <summary>Accounts, the session's cookie and the ledger.</summary>
    public static void AddSigning(this IServiceCollection services, DemonstrationCases cases, TimeProvider clock)
    {
        services.AddSingleton(new Accounts(DemonstrationPeople.All));
        services.AddSingleton(Store(cases.Ledger, clock)).AddSingleton<Desk>();
        services.AddSingleton(new Drafts(cases.Ledger, clock)).AddSingleton<Keeping>();
        services.AddHostedService(provider => new CheckpointTimer(cases.Checkpoints, provider.GetRequiredService<Keeping>(), clock));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "lapwing-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.Events.OnRedirectToLogin = ToSignIn;
            cookie.Events.OnRedirectToAccessDenied = ToSignIn;
        });
        services.AddAuthorization();
    }

    /// <summary>The door to cases, with what is derived from their entries.</summary>
    public static CaseStore Store(Ledger ledger, TimeProvider clock) => new(ledger, clock, Circle.Of, file => WorkRows.Of(file, RuleBook.Standard));

    /// <summary>Tells the demonstration's stories to an empty ledger, all at once, so that they share its commits.</summary>
    public static Task Tell(CaseStore store, DateOnly today) => Task.WhenAll(Demonstration.Stories(today).Select(story => Task.Run(() => Tell(store, story))));

    private static async Task Tell(CaseStore store, Story story)
    {
        var file = CaseFile.Of(story.File.Id, Sight.Whole);
        foreach (var act in story.Acts)
        {
            if (Catalogue.Decide(file, act.Act, act.Said) is not Allowed allowed) throw new InvalidOperationException("a story of the demonstration is refused");
            if (await store.Append(allowed) is not (Appended.Done or Appended.Already)) throw new InvalidOperationException("a story of the demonstration is not recorded");
            foreach (var named in allowed.Entries) file = file.With(named.Entry);
        }
    }

    // Never with the address that was asked for: it would stand in the browser's history. What was sent after the session had ended is kept for its author.
    private static async Task ToSignIn(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var isKept = HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && await context.HttpContext.RequestServices.GetRequiredService<Keeping>().Keep(await request.ReadFormAsync(new FormOptions { ValueCountLimit = Site.MostFields, ValueLengthLimit = Site.LargestForm, BufferBodyLengthLimit = Site.LargestForm }, context.HttpContext.RequestAborted));
        context.Response.Redirect(isKept ? "/sign-in?kept=1" : "/sign-in");
    }
}
