using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Storage;

namespace Lapwing.Web.Cases;

/// <summary>What lists show of a case: its duties, each in the paper of the entry that opened it, its line, and by what it is found.</summary>
public static class WorkRows
{
    /// <summary>
    /// Whether something is for somebody: theirs, or their team's; a safeguarding lead answers for what is due from anybody of their setting.
    /// </summary>
    public static bool IsMine(Responsible by, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Places.Any(place => IsOf(by, place));
    }

    /// <summary>Whether nobody's name is on something: none was put there, or theirs who neither is of the team that it is for nor stands in for it.</summary>
    public static bool IsNobodys(Responsible by, Viewer place)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(place);
        return by.Account is not { } account || (by.Team == place.Team && place.Present?.Contains(account) == false);
    }

    // What one person had is theirs who stand in for them: whoever covers, whoever answers for a team that somebody has left, a team of last resort.
    private static bool IsOf(Responsible by, Viewer place) => by.Account == place.Account || (by.Account is not null && by.Account == place.For)
        || (IsNobodys(by, place) && (by.Team == place.Team || (by.Team is null && by.Agency == place.Agency)))
        || (by.Account is not null && by.Team == place.Team && place.Role == Role.SafeguardingLead);

    /// <summary>
    /// All of a whole case: as those see it who have the whole, and as those do who read one part of it alone. A duty that is the same for both stands
    /// there once. What somebody took who sees the case no more is their team's again, for whoever reads what part of it.
    /// </summary>
    public static CaseLists Of(CaseView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var now = view.File.Entries.Select(entry => entry.Act.RecordedAt).DefaultIfEmpty().Max();
        IEnumerable<WorkRow> Rows(CaseView seen) => WorkRows.Rows(seen, view.File)
            .Select(row => ReferralTaking.IsTaken(row.Duty) ? row with { By = ReferralTaking.OfWhoeverSees(row.By, view, now) } : row);
        var parts = view.File.Entries.Select(entry => entry.Paper).Distinct().Where(paper => paper != Paper.Whole)
            .Select(paper => (Paper: paper, View: view.Of(view.File.Within(ReadScope.Of(paper))))).ToList();
        return new(Duties([.. Rows(view)], [.. parts.SelectMany(part => Rows(part.View))]),
            [new(Paper.Whole, ClosedLines.Of(view)), .. parts.Select(part => new ClosedLine(part.Paper, ClosedLines.Of(part.View)))],
            [.. Words(Paper.Whole, view.File), .. parts.SelectMany(part => Words(part.Paper, part.View.File))]);
    }

    private static IReadOnlyList<WorkRow> Duties(IReadOnlyList<WorkRow> whole, IReadOnlyList<WorkRow> parts)
    {
        var both = whole.Intersect(parts).ToHashSet();
        return [.. both, .. whole.Where(row => !both.Contains(row)).Select(row => row with { Paper = Paper.Whole }),
            .. parts.Where(row => !both.Contains(row)).Select(row => row with { IsOfPaperAlone = true })];
    }

    // What a service that has the case does in it, those who read a report alone do not see: neither when it is due nor that it is done.
    private static IEnumerable<WorkRow> Rows(CaseView view, CaseFile whole) => view.Duties.Where(duty => Sees(view, duty, duty.By.Agency))
        .Select(duty => new WorkRow(whole.At(duty.Causes[0])?.Paper ?? Paper.Whole, duty.Name, duty.Causes[0].ToString(), duty.Due, duty.By, duty.IsSettled)
        {
            IsCall = duty.Kind.IsCall,
            IsOfAgencyAlone = !Sees(view, duty, null),
            NotBy = duty.Kind != Concern.Sign ? null
                : string.Join(' ', LessWords.NeverSigns(view.Of(whole), duty.Causes[0]).Select(one => one.ToString("N"))),
        });

    private static bool Sees(CaseView view, Duty duty, Agency? reader) => CaseLead.WithSince(view, duty, reader) is null;

    private static IEnumerable<FoundBy> Words(Paper paper, CaseFile file) => SearchTerms.Of(file).Select(word => new FoundBy(paper, word));
}
