using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>What the requirements of a case ask of somebody, and the rules that hold.</summary>
internal static class RequiredDuties
{
    private static readonly DutyKind keepEvidence = new("keep-evidence", "Delete nothing until police and social care have said so") { IsStanding = true };

    /// <summary>The duties of a case that its decisions open, but those with a procedure of their own.</summary>
    public static IEnumerable<Duty> DutiesOf(CaseView view)
    {
        var file = view.File;
        var taken = file.All<Concern.StepTaken>().ToLookup(step => step.Content.Duty, StringComparer.Ordinal);
        foreach (var required in view.Requirements)
        {
            if (required.Row is not DutyRule rule || (!Concern.IsStep(rule.Duty) && !rule.Duty.IsOthers)) continue;
            var steps = taken[rule.Duty.Name].Where(step => step.Content.Causes.Contains(required.Cause.Id) && step.HappenedOn >= required.Aware).ToList();
            var parts = ChildrenOwed(required).Select(child => new DutyPart(child, steps.Find(step => step.Content.For.Contains(child)).Entry)).ToList();
            yield return Duty(required, rule) with
            {
                Parts = parts,
                MetBy = parts.Count == 0 ? FirstOf(steps.Find(_ => true).Entry, Referred(file, required)) : LastOf(parts),
            };
        }
    }

    /// <summary>A required duty, without what met it.</summary>
    public static Duty Duty(Requirement required, DutyRule rule) =>
        new(rule.Duty, "", rule.Duty.Words, [required.Cause.Id], required.Due, OwedBy(required, rule.Duty), required.Cites)
        {
            EndedBy = required.EndedBy,
            IsSetting = rule.Due.IsSetting,
        };

    /// <summary>The children and groups to whom a duty is owed, each of them; none where it is owed once.</summary>
    public static IReadOnlyList<Guid> ChildrenOwed(Requirement required)
    {
        if (required.Children is { Count: > 0 } known) return known;
        if (required.Row is not DutyRule { Duty: { OwedTo: not Involvements.None } duty }) return [];
        return [.. required.Told.SelectMany(told => told.ChildrenWith(duty.OwedTo)).Distinct()];
    }

    /// <summary>What met a duty that is owed to several: the last of what met it for each; nothing while one is left.</summary>
    public static Entry? LastOf(IReadOnlyList<DutyPart> parts) =>
        parts.Count > 0 && parts.All(part => part.MetBy is not null) ? parts.Select(part => part.MetBy!).MaxBy(entry => entry.HappenedOn) : null;

    /// <summary>The rules that hold in a case for as long as its decisions require them.</summary>
    public static IEnumerable<StandingRule> Holding(CaseView view) => HoldingByEach(view).DistinctBy(rule => (rule.Name, rule.Cause));

    // Several requirements of one decision can keep the same rule.
    private static IEnumerable<StandingRule> HoldingByEach(CaseView view)
    {
        foreach (var required in view.Requirements.Where(required => required.EndedBy is null || required.IsLeftUndone))
        {
            if (required.Row is not DutyRule rule) continue;
            if (rule.Duty == DutyKind.DoNotViewImagery)
                yield return new(rule.Duty, rule.Duty.Words, required.Cause.Id, "until the case is closed", rule.Cites);
            if (rule.Duty == DutyKind.WithholdInformation)
                yield return new(rule.Duty, rule.Duty.Short, required.Cause.Id,
                    "until police and social care have agreed who tells them, and when", rule.Cites);
            if (required.AgreeFirst is { } agreeing && SecondPerson.KeepsEvidence(required))
                yield return new(keepEvidence, keepEvidence.Words, agreeing.Cause.Id,
                    "until police and social care need it no more", ["S2.1.23"]);
        }
    }

    /// <summary>Whether a step met it, for each child where it is owed to each; or a referral that stands for the question.</summary>
    public static bool IsDone(CaseFile file, Requirement required)
    {
        var steps = file.All<Concern.StepTaken>().Where(step => step.Content.Duty == required.Row.Name
            && step.Content.Causes.Contains(required.Cause.Id) && step.HappenedOn >= required.Aware).ToList();
        if (Referred(file, required) is not null) return true;
        return steps.Count > 0 && ChildrenOwed(required).All(child => steps.Exists(step => step.Content.For.Contains(child)));
    }

    // The referral that met a duty to ask for advice: one with which its cause was passed on, on no earlier day than its awareness.
    private static Entry? Referred(CaseFile file, Requirement required) =>
        required.Row is DutyRule { Duty.MetByReferralTo: { } to } ? Referral.MetBy(file, to, (required.Cause.Id, required.Aware)) : null;

    private static Entry? FirstOf(Entry? one, Entry? other) => one is null ? other : other is null || one.HappenedOn <= other.HappenedOn ? one : other;

    /// <summary>
    /// Who has to do it: a service, where it is that service's; the setting that reported; or whoever wrote down what required it, where that stands in
    /// the case and the setting does not know it.
    /// </summary>
    public static Responsible OwedBy(Requirement required, DutyKind duty)
    {
        if (duty.OwedBy is { } service) return new(Referral.AgencyOf(service.Name));
        return new(required.Owner.Agency, required.Owner.Team);
    }
}
