using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Storage;

namespace Lapwing.Web.Cases;

/// <summary>The duties of a case as rows for lists: each in the paper of the entry that opened it.</summary>
internal static class WorkRows
{
    /// <summary>
    /// Whether something is for somebody: theirs, or their team's; a safeguarding lead answers for what is due from anybody of their setting.
    /// </summary>
    public static bool IsMine(Agency agency, Guid? team, Guid? account, Viewer viewer) => account == viewer.Account
        || (account is null && (team == viewer.Team || (team is null && agency == viewer.Agency)))
        || (account is not null && team == viewer.Team && viewer.Role == Role.SafeguardingLead);

    /// <summary>
    /// All of a whole case: as those see them who have the whole, and as those do who read one part of it alone. What is the same for both stands
    /// there once.
    /// </summary>
    public static IReadOnlyList<WorkRow> Of(CaseView view)
    {
        var whole = Rows(view, view.File).ToList();
        var parts = view.File.Entries.Select(entry => entry.Paper).Distinct().Where(paper => paper != Paper.Whole)
            .SelectMany(paper => Rows(view.Of(view.File.Within(ReadScope.Of(paper))), view.File)).ToList();
        var both = whole.Intersect(parts).ToHashSet();
        return [.. both, .. whole.Where(row => !both.Contains(row)).Select(row => row with { Paper = Paper.Whole }),
            .. parts.Where(row => !both.Contains(row)).Select(row => row with { IsOfPaperAlone = true })];
    }

    // What a service that has the case does in it, those who read a report alone do not see: neither when it is due nor that it is done.
    private static IEnumerable<WorkRow> Rows(CaseView view, CaseFile whole) => view.Duties.Where(duty => CaseLead.WithSince(view, duty, null) is null)
        .Select(duty => new WorkRow(whole.At(duty.Causes[0])?.Paper ?? Paper.Whole, duty.Name, duty.Causes[0].ToString(), duty.Due, duty.By.Agency,
            duty.By.Team, duty.By.Account, duty.IsSettled));
}
