using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Reports;
using Microsoft.AspNetCore.Authentication;

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
    public static void AddSigning(this IServiceCollection services, DemonstrationCases cases, SessionLimits limits, TimeProvider clock)
    {
        services.AddSingleton(new Accounts(DemonstrationPeople.All));
        services.AddSingleton(Store(cases.Ledger, clock)).AddSingleton<Desk>();
        services.AddSingleton(new Drafts(cases.Ledger, clock)).AddSingleton<Keeping>();
        services.AddSingleton(cases.Checkpoints).AddSingleton(new RunningDays(cases.Ledger, clock)).AddHostedService<CheckpointTimer>();
        var (idle, longest) = (TimeSpan.FromMinutes(limits.IdleMinutes), TimeSpan.FromHours(limits.LongestHours));
        services.AddSingleton(new Sessions(cases.Ledger, clock, idle, longest)).AddSingleton<Arrivals>();
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
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
            if (Catalogue.Decide(file, act.Act, act.Said) is not Allowed allowed)
                throw new InvalidOperationException("a story of the demonstration is refused");
            if (await store.Append(allowed) is not (Appended.Done or Appended.Already))
                throw new InvalidOperationException("a story of the demonstration is not recorded");
            foreach (var named in allowed.Entries) file = file.With(named.Entry);
        }
    }
}
