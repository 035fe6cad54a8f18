using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;
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

    /// <summary>All of a whole case.</summary>
    public static IReadOnlyList<WorkRow> Of(CaseFile file, RuleBook rules) =>
    [
        .. Catalogue.DutiesOf(file, rules).Select(duty => new WorkRow(file.At(duty.Causes[0])?.Paper ?? Paper.Whole, duty.Name,
            duty.Causes[0].ToString(), duty.Due, duty.By.Agency, duty.By.Team, duty.By.Account, duty.IsSettled)),
    ];
}
