namespace Lapwing.Casework.Triage;

/// <summary>What one decision requires that another does not: for "what if", and for facts that have changed.</summary>
/// <param name="Before">The first.</param>
/// <param name="After">The other, by the same edition.</param>
public sealed record DecisionDifference(Decision Before, Decision After)
{
    /// <summary>Referrals and duties that only the other requires, in words.</summary>
    public IReadOnlyList<string> Added { get; } = Only(After, Before);

    /// <summary>Referrals and duties that only the first requires, in words.</summary>
    public IReadOnlyList<string> Removed { get; } = Only(Before, After);

    /// <summary>What both require, by another date or in agreement with others, as the other requires it.</summary>
    public IReadOnlyList<string> Changed { get; } = [.. Dates(Before, After), .. Agreed(Before, After)];

    /// <summary>Whether it comes to something else, or nobody can tell the two apart.</summary>
    public bool IsNone => Before.Outcome == After.Outcome && Before.Emergency == After.Emergency && Added.Count + Removed.Count + Changed.Count == 0;

    private static List<string> Only(Decision of, Decision than)
    {
        var referrals = of.Referrals.Where(r => than.Referrals.All(o => o.To != r.To)).Select(r => $"Refer to {r.To.Words}, by {DecisionWords.Day(r.Due)}");
        var duties = of.Duties.Where(d => than.Duties.All(o => o.Rule.Duty != d.Rule.Duty))
            .Select(d => d.Due is { } due ? $"{d.Rule.Duty.Words}, by {DecisionWords.Day(due)}" : d.Rule.Duty.Words);
        return [.. referrals, .. duties];
    }

    private static IEnumerable<string> Dates(Decision before, Decision after) =>
        from was in before.Referrals
        join now in after.Referrals on was.To equals now.To
        where was.Due != now.Due
        select $"Refer to {now.To.Words} by {DecisionWords.Day(now.Due)}, not by {DecisionWords.Day(was.Due)}";

    private static IEnumerable<string> Agreed(Decision before, Decision after) =>
        from was in before.Duties
        join now in after.Duties on was.Rule.Duty equals now.Rule.Duty
        where was.AgreeFirst != now.AgreeFirst
        select $"{now.Rule.Duty.Words}: {(now.AgreeFirst ? "agree first with police or social care" : "need not be agreed first")}";
}
