using Lapwing.Casework.Cases;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Casework.Procedures;

/// <summary>What can be left undone, and what waits for a signature.</summary>
public static class LessWords
{
    /// <summary>The rules and duties of the decisions on the reports and their changes that somebody may ask to leave undone, by name.</summary>
    public static IEnumerable<(string Name, string Words)> Rows(CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.File.All<Reported>().SelectMany(report => view.VersionsOf(report.Id))
            .SelectMany(version => Rows(view.Rules.Decide(version.Facts.Concern()))).DistinctBy(row => row.Name)
            .Where(row => MayAskLess(view, by, row.Name));
    }

    /// <summary>The rules and duties of one decision that can be left undone, by name.</summary>
    public static IEnumerable<(string Name, string Words)> Rows(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Referrals.SelectMany(referral => referral.Because.Select(because =>
            (because.Row.Name, $"Refer to {referral.To.Words}: because {DecisionWords.Because(because)}")))
            .Concat(decision.Duties.Where(duty => duty.Rule.Duty != DutyKind.DoNotViewImagery && duty.Rule.Duty != DutyKind.WithholdInformation)
            .Select(duty => (duty.Rule.Name, duty.Rule.Duty.Short))).DistinctBy(row => row.Item1);
    }

    /// <summary>A rule or duty in words, by its name; the name where no edition has it any more.</summary>
    public static string Of(RuleBook rules, string name)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.RowsCalled(name).FirstOrDefault() switch
        {
            ReferralRule rule => $"Refer to {rule.To.Words} ({name})",
            DutyRule rule => rule.Duty.Short,
            _ => name,
        };
    }

    /// <summary>What waits for a signature; in a correction, what was answered.</summary>
    public static IEnumerable<EntryId> ToSign(CaseView view, LessSigned? answered)
    {
        ArgumentNullException.ThrowIfNull(view);
        return answered is not null ? [answered.Asked]
            : view.Duties.Where(duty => duty.Kind == Sign && duty.MetBy is null).Select(duty => duty.Causes[0]).Distinct();
    }
}
