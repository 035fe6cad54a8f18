using System.Collections.Frozen;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using static Lapwing.Casework.Cases.Role;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Which role records what, besides what the case itself asks of whoever records: one table, read by pages, by the decision whether something may be
/// recorded, and by tests. Whoever sees no case records nothing.
/// </summary>
public static class WhoRecords
{
    private static readonly Role[] anybody = [.. Enum.GetValues<Role>().Where(role => role.SeesCases())];
    private static readonly Role[] receive =
        [DutyOfficer, SocialWorker, SocialCareManager, OutOfHoursWorker, PoliceOfficer, PoliceSupervisor, HealthProfessional, SafeguardingLead, Role.Lado];
    private static readonly Role[] decide = [.. receive.Except([DutyOfficer])];
    private static readonly Role[] sign = [SafeguardingLead, SocialCareManager, PoliceSupervisor];
    private static readonly Role[] lead = [SocialWorker, SocialCareManager, OutOfHoursWorker];
    private static readonly Role[] leadOrPolice = [.. lead, PoliceSupervisor];
    private static readonly Role[] services = [.. lead, PoliceOfficer, PoliceSupervisor];

    private static readonly IReadOnlyList<(string What, Role[] Roles, string[] Kinds)> table =
    [
        ("Reports a worry, and what is known of it", anybody,
            ["concern-reported", "concern-told-by", "facts-changed", "story-written", "lead-shut-out", "less-asked", "corrected"]),
        ("Says who the people of a case are", anybody, ["person-added", "group-added", "people-linked", "person-named"]),
        ("Refers, asks what became of it, and says what was done", anybody, ["referral-made", "referral-chased", "recipient-knew", "step-taken"]),
        ("Says what parents were told, or are to be told", anybody,
            ["parents-told", "parents-to-be-told", "parents-withheld", "telling-agreed", "looked-again"]),
        ("Confirms what is said to have been agreed with police or social care", services, ["telling-confirmed"]),
        ("Receives a referral, says who of the team has it, and tells the referrer", receive, ["referral-received", "referral-taken", "referral-fed-back"]),
        ("Decides on a referral", decide, ["referral-decided"]),
        ("Signs that less is done than is required", sign, ["less-signed"]),
        ("Says who leads a case, and adds people to it", lead, ["lead-named", "member-added"]),
        ("Says who works on a case", leadOrPolice, ["worker-named"]),
        ("Leaves a case that they are in", anybody, ["worker-left", "member-removed"]),
        ("Says who must not see a case", leadOrPolice, ["account-left-out", "nobody-left-out", "leaving-out-lifted"]),
        ("Opens a case in an emergency", [SocialCareManager, OutOfHoursWorker, PoliceSupervisor], ["glass-broken"]),
        ("Looks at an opening in an emergency", lead, ["glass-looked-at"]),
    ];

    private static readonly FrozenDictionary<string, Role[]> roles =
        table.SelectMany(row => row.Kinds.Select(kind => (kind, row.Roles))).ToFrozenDictionary(one => one.kind, one => one.Roles, StringComparer.Ordinal);

    /// <summary>The table: what is done, by whom, and the kinds of entry that say it.</summary>
    public static IReadOnlyList<(string What, IReadOnlyList<Role> Roles, IReadOnlyList<string> Kinds)> Table =>
        [.. table.Select(row => (row.What, (IReadOnlyList<Role>)row.Roles, (IReadOnlyList<string>)row.Kinds))];

    /// <summary>Whether a role records a kind of thing, by its stored name with or without its version. What stands in no row is recorded by nobody.</summary>
    public static bool May(string kind, Role role)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return roles.TryGetValue(kind.Split('/')[0], out var all) ? all.Contains(role) : AddedProcedures.Has(kind);
    }

    /// <summary>What is said where somebody's role does not record it.</summary>
    internal static Refusal Refusal(string kind) => new("", roles.TryGetValue(kind.Split('/')[0], out var all)
        ? $"Your role does not record this. It is recorded by: {string.Join(", ", all.Select(role => Roles.Words(role).ToLowerInvariant()))}"
        : "Nobody records this");
}
