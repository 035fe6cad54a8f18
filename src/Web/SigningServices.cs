using Lapwing.Casework.Help;
using Lapwing.Storage;
using Lapwing.Web.Cases;
using Lapwing.Web.Drafts;
using Lapwing.Web.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace Lapwing.Web;

/// <summary>What signing in needs, and what the pages behind it are given.</summary>
internal static class SigningServices
{
    /// <summary>Accounts, the session's cookie and the ledger.</summary>
    public static void AddSigning(this IServiceCollection services, DemonstrationCases cases, SessionLimits limits, TimeProvider clock)
    {
        var accounts = DemonstrationCases.AccountsOf(cases.Ledger, clock);
        services.AddSingleton(accounts).AddSingleton(DemonstrationCases.Store(cases.Ledger, clock, accounts)).AddSingleton<Desk>();
        services.AddSingleton(new DraftStore(cases.Ledger, clock)).AddSingleton<PageMarks>().AddSingleton<DraftKeeper>();
        services.AddSingleton(cases.Checkpoints).AddSingleton(new RunningDays(cases.Ledger, clock)).AddHostedService<CheckpointTimer>();
        var (idle, longest) = (TimeSpan.FromMinutes(limits.IdleMinutes), TimeSpan.FromHours(limits.LongestHours));
        services.AddSingleton(new Sessions(cases.Ledger, clock, idle, longest)).AddSingleton<Arrivals>();
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorization();
    }
}
