using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.Storage;

namespace Lapwing.Web.Cases;

/// <summary>One case in somebody's work: what comes first in it, and how much more. It names nobody.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="Kind">What comes first; none where no procedure has it any more.</param>
/// <param name="Words">The same, in words.</param>
/// <param name="Due">The last day on which that is in time.</param>
/// <param name="More">How much more there is in the case, of the same list.</param>
public sealed record WorkLine(CaseId Case, string Reference, DutyKind? Kind, string Words, DateOnly? Due, int More);

/// <summary>Somebody's work as lines, a case each, in the order in which to do them: what is longest overdue first, what has no date last.</summary>
public sealed class WorkLines
{
    /// <summary>How many lines stand on a page.</summary>
    public const int PageSize = 25;

    private const int DaysOfAWeek = 7, MostCounted = 99;
    private readonly RuleBook rules;
    private readonly List<WorkItem> mine, others;

    /// <summary>Makes it.</summary>
    /// <param name="work">All that somebody sees to be done.</param>
    /// <param name="isMine">What of it is theirs.</param>
    /// <param name="agency">The kind of organisation that they are of.</param>
    /// <param name="rules">The editions.</param>
    /// <param name="today">The London day.</param>
    public WorkLines(IEnumerable<WorkItem> work, Func<WorkItem, bool> isMine, Agency agency, RuleBook rules, DateOnly today)
    {
        this.rules = rules;
        var parts = work.ToLookup(isMine);
        (mine, others, Today) = ([.. parts[true]], [.. parts[false].Where(item => IsSeen(item, agency))], today);
    }

    /// <summary>The London day.</summary>
    public DateOnly Today { get; }

    /// <summary>The lists that somebody can choose, with how many cases stand in each: "99+" where there are more.</summary>
    public IReadOnlyList<(string Key, string Words, string Count)> Tiles => [.. new[] { ("overdue", "Overdue"), ("today", "Today"), ("week", "This week"),
        ("others", "Waiting for others") }.Select(tile => (tile.Item1, tile.Item2, Counted(Lines(tile.Item1).Count)))];

    /// <summary>The lines of a list; all that is theirs where none is chosen.</summary>
    public IReadOnlyList<WorkLine> Lines(string? list)
    {
        var items = list switch
        {
            "overdue" => mine.Where(item => item.Row.Due < Today),
            "today" => mine.Where(item => item.Row.Due == Today),
            "week" => mine.Where(item => item.Row.Due > Today && item.Row.Due <= Today.AddDays(DaysOfAWeek)),
            "no-date" => mine.Where(item => item.Row.Due is null),
            "others" => others.Where(item => item.Row.Due is not null),
            _ => mine.Where(item => item.Row.Due is not null),
        };
        return [.. items.GroupBy(item => (item.Case, item.Reference)).Select(Line)
            .OrderBy(line => line.Due ?? DateOnly.MaxValue).ThenBy(line => line.Kind?.IsCall != true).ThenBy(line => line.Reference, StringComparer.Ordinal)];
    }

    /// <summary>How many cases ask something of them that has no date.</summary>
    public int WithoutDate => Lines("no-date").Count;

    // What a service does in the case, whoever reads a report alone does not see: neither when it is due nor that it is late.
    private bool IsSeen(WorkItem item, Agency agency) => item.Access.Scope.IsWhole || item.Row.Agency == agency
        || Catalogue.DutyCalled(rules, item.Row.Duty)?.IsMetInCase != true;

    // Of one day whom to call comes first; asking for advice never stands above it.
    private WorkLine Line(IGrouping<(CaseId Case, string Reference), WorkItem> same)
    {
        var duties = same.Select(item => (item.Row, Kind: Catalogue.DutyCalled(rules, item.Row.Duty)))
            .DistinctBy(one => (one.Row.Duty, one.Row.Of, one.Row.Due)).ToList();
        var calls = duties.Where(one => one.Kind?.IsCall == true).Select(one => (one.Kind!, one.Row.Due)).ToList();
        var (row, kind) = duties.OrderBy(one => CaseWords.Place(one.Kind, one.Row.Due, calls)).First();
        return new(same.Key.Case, same.Key.Reference, kind, kind?.Short ?? row.Duty, row.Due, duties.Count - 1);
    }

    private static string Counted(int count) => count > MostCounted ? $"{MostCounted}+" : $"{count}";
}
