using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Storage;

namespace Lapwing.Web.Cases;

/// <summary>One case in somebody's work: what comes first in it, and how much more. It names nobody of the case.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="About">What it is about, in a line.</param>
/// <param name="Kind">What comes first; none where no procedure has it any more.</param>
/// <param name="Words">The same, in words.</param>
/// <param name="Due">The last day on which that is in time.</param>
/// <param name="By">Who has to do it.</param>
/// <param name="More">How much more there is in the case, of the same list.</param>
public sealed record WorkLine(CaseId Case, string Reference, string About, DutyKind? Kind, string Words, DateOnly? Due, Responsible By, int More)
{
    /// <summary>Since when whoever looks sees the case: of a referral to their team, since it was made.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Who has what a referral to their team asks, where it can be taken, or taken over; none where there is nothing to take.</summary>
    public Responsible? ToTake { get; init; }
}

/// <summary>Somebody's lists of work: which there are, what stands in each, and a case as a line of one.</summary>
/// <param name="viewer">Whose.</param>
/// <param name="isOfTeam">Whether all counts that their team has to do, whoever of it is named.</param>
/// <param name="rules">The editions.</param>
/// <param name="today">The London day.</param>
public sealed class WorkLines(Viewer viewer, bool isOfTeam, RuleBook rules, DateOnly today)
{
    /// <summary>How many lines stand on a page.</summary>
    public const int PageSize = 25;

    private const int DaysOfAWeek = 7;

    /// <summary>The lists that stand above the lines, to be chosen: by the end of an address, and in words.</summary>
    public static readonly IReadOnlyList<(string Key, string Words)> Tiles =
        [("overdue", "Overdue"), ("today", "Today"), ("week", "This week"), ("others", "Waiting for others")];

    /// <summary>Whose they are.</summary>
    public Viewer Viewer => viewer;

    /// <summary>The London day.</summary>
    public DateOnly Today => today;

    /// <summary>What stands in a list; in none that is called so all that is theirs and has a day.</summary>
    public WorkFilter Filter(string? list) => list switch
    {
        "overdue" => Mine with { To = today.AddDays(-1) },
        "today" => Mine with { From = today, To = today },
        "week" => Mine with { From = today.AddDays(1), To = today.AddDays(DaysOfAWeek) },
        "no-date" => Mine with { IsUndated = true },
        "others" => Mine with { IsByOthers = true },
        _ => Mine,
    };

    /// <summary>What their team has to do, and nobody's name is on.</summary>
    public WorkFilter Inbox => new(by => viewer.Places.Any(place => WorkRows.IsNobodys(by, place)) && WorkRows.IsMine(by, viewer));

    /// <summary>What colleagues of their team have taken.</summary>
    public WorkFilter OfColleagues => new(by => by.Account is { } account && account != viewer.Account
        && viewer.Places.Any(place => place.For is null && by.Team == place.Team && !WorkRows.IsNobodys(by, place)))
    { Of = ReferralTaking.IsTaken };

    /// <summary>A case as a line of a list; nothing where it has nothing of it.</summary>
    public WorkLine? Line(CaseItem item, WorkFilter filter)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(filter);
        var duties = item.Work.Where(row => filter.Has(row, item.Access.As)).Select(row => (Row: row, Kind: Catalogue.DutyCalled(rules, row.Duty)))
            .DistinctBy(one => (one.Row.Duty, one.Row.Of, one.Row.Due)).ToList();
        if (duties.Count == 0) return null;
        // Of one day whom to call comes first; asking for advice never stands above it.
        var calls = duties.Where(one => one.Kind?.IsCall == true).Select(one => (one.Kind!, one.Row.Due)).ToList();
        var (row, kind) = duties.OrderBy(one => CaseWords.Place(one.Kind, one.Row.Due, calls)).First();
        return new(item.Case, item.Reference, item.Line, kind, kind?.Short ?? row.Duty, row.Due, row.By, duties.Count - 1)
        {
            Since = item.Access.Since,
            ToTake = duties.Select(one => one.Row).FirstOrDefault(one => ReferralTaking.IsTaken(one.Duty) && one.By.Team == item.Access.As.Team)?.By,
        };
    }

    /// <summary>Whether somebody is of a team to which cases are referred, or answers for a setting: they have an inbox.</summary>
    public static bool HasInbox(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Agency is Agency.SocialCare or Agency.Police or Agency.Health or Agency.Lado || viewer.Role == Role.SafeguardingLead;
    }

    /// <summary>Whether somebody's work begins with all that their team has to do: they answer for it.</summary>
    public static bool BeginsOfTeam(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Role is Role.SafeguardingLead or Role.SocialCareManager or Role.PoliceSupervisor;
    }

    /// <summary>So many cases, in words: "99+" where there are more.</summary>
    public static string Counted(int count) => count < WorkIndex.MostCounted ? $"{count}" : $"{WorkIndex.MostCounted - 1}+";

    private WorkFilter Mine => new(by => isOfTeam ? WorkRows.IsMine(by, viewer) || by.Team == viewer.Team
        : by.Account is { } account ? viewer.Places.Any(place => account == place.Account || account == place.For || WorkRows.IsNobodys(by, place))
        : WorkRows.IsMine(by, viewer));
}
