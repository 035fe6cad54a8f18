using System.Numerics;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>How two editions differ in one respect.</summary>
/// <param name="About">What it is about: "referral to the police", "duty offer-support".</param>
/// <param name="Sentence">The difference, as a plain sentence.</param>
public readonly record struct Difference(string About, string Sentence);

/// <summary>
/// Exactly how two editions differ: for each recipient and duty the least facts that bring it under one and not under the other, found from the
/// smallest sets of both, so that no combination of facts is missed.
/// </summary>
public static class EditionComparison
{
    /// <summary>Every difference; none exactly when both always require the same, by the same day, for the same reasons.</summary>
    public static IReadOnlyList<Difference> Between(Edition first, Edition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return [.. BySets(first, second), .. ByRow(first, second)];
    }

    /// <summary>A set of least facts in words: "any of … ; and an adult is involved".</summary>
    public static string Words(Facts way, ulong anyForm)
    {
        var parts = new List<string>();
        if (anyForm == Forms.AllMask) parts.Add("whatever the form of harm");
        else if (anyForm == Forms.Sexual.Mentions) parts.Add(Forms.Sexual.Sentence);
        else if (BitOperations.IsPow2(anyForm)) parts.Add(Vocabulary.Facts[BitOperations.TrailingZeroCount(anyForm)].Sentence);
        else if (anyForm != 0) parts.Add($"the worry is any of: {string.Join("; ", Facts.Bits(anyForm).Select(bit => Forms.All[bit].Words))}");
        parts.AddRange(Facts.Bits(way.Yes & ~Forms.AllMask).Select(bit => Vocabulary.Facts[bit].Sentence));
        parts.AddRange(Facts.Bits(way.Possible & ~way.Yes).Select(bit => $"it is not ruled out that {Vocabulary.Facts[bit].Sentence}"));
        return string.Join(", and ", parts);
    }

    private static IEnumerable<Difference> BySets(Edition first, Edition second)
    {
        var (one, other) = (Subjects(first, second), Subjects(second, first));
        foreach (var about in one.Keys.Union(other.Keys))
        {
            var (before, after) = (one.GetValueOrDefault(about, Formula.Never), other.GetValueOrDefault(about, Formula.Never));
            foreach (var sentence in Sentences(before, after, first)) yield return new(about, sentence);
            foreach (var sentence in Sentences(after, before, second)) yield return new(about, sentence);
        }
    }

    // What is required of whom, by when where that can differ, and for which reason.
    private static Dictionary<string, Formula> Subjects(Edition edition, Edition other)
    {
        var subjects = edition.Recipients.ToDictionary(to => $"referral to {to.Name}", edition.ReferralTo);
        foreach (var byDay in edition.Referrals.GroupBy(r => (r.To, Days(r))))
        {
            if (edition.Referrals.Concat(other.Referrals).Any(r => r.To == byDay.Key.To && Days(r) != byDay.Key.Item2))
                subjects[$"referral to {byDay.Key.To.Name}, due {byDay.Key.Item2}"] = byDay.Aggregate(Formula.Never, (all, r) => all.Or(r.Formula()));
        }

        subjects["speaking to somebody today"] = edition.Duties.Where(d => d.Consults).Aggregate(Formula.Never, (all, d) => all.Or(d.Formula()));
        foreach (var row in edition.Rows) subjects[$"{row.What} {row.Name}"] = row.When is null ? edition.AnyReferral() : row.Formula();
        return subjects;
    }

    private static string Days(ReferralRule rule) => $"{rule.Due with { IsSetting = false }}";

    // One sentence for all forms of harm that go with the same other facts.
    private static IEnumerable<string> Sentences(Formula under, Formula notUnder, Edition edition) =>
        from way in under.Beyond(notUnder)
        let forms = way.Yes & Forms.AllMask
        group forms by new Facts(way.Yes & ~Forms.AllMask, way.No | Forms.AllMask) into sameRest
        let anyForm = sameRest.Aggregate(0UL, (all, forms) => all | forms)
        select $"only under {edition.Name}: when {Words(sameRest.Key, anyForm)}";

    private static IEnumerable<Difference> ByRow(Edition first, Edition second) =>
        from row in first.Rows
        let same = second.Rows.FirstOrDefault(r => r.What == row.What && r.Name == row.Name)
        where same is not null
        from change in Changes(row, same)
        select new Difference($"{row.What} {row.Name}", $"{change.What}: {change.Was} under {first.Name}, {change.Is} under {second.Name}");

    private static IEnumerable<(string What, string Was, string Is)> Changes(Row row, Row same)
    {
        (string, string, string)[] all =
        [
            ("due", $"{row.Due}", $"{same.Due}"),
            ("cites", string.Join(", ", row.Cites), string.Join(", ", same.Cites)),
            ("agree first", Agree(row), Agree(same)),
            ("steps aside for", row.Unless?.Sentence ?? "nothing", same.Unless?.Sentence ?? "nothing"),
        ];
        return all.Where(c => c.Item2 != c.Item3);
    }

    private static string Agree(Row row) => row is DutyRule { AgreeFirst: { } agree }
        ? $"while {agree.When.Sentence}, or it is not known and there is a referral to any of {Names(agree.NotKnownWith)}"
            + (agree.OrReferralTo.Count > 0 ? $", or, whatever is known, with a referral to any of {Names(agree.OrReferralTo)}" : "")
        : "never";

    private static string Names(IEnumerable<Recipient> recipients) => string.Join(", ", recipients.Select(r => r.Name));
}
