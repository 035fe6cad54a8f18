using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>Somebody to call or to ask.</summary>
/// <param name="Words">Whom, within a list: "the police"; or a duty to speak to somebody, as an instruction.</param>
/// <param name="Due">By when.</param>
public sealed record PaperCall(string Words, Limit Due);

/// <summary>The least that requires a call, as it can be read off a filled-in form: any of some forms of harm, and certain answers.</summary>
/// <param name="Call">Whom to call.</param>
/// <param name="AnyForm">The forms of harm of which any is enough; none where the form does not matter.</param>
/// <param name="Yes">What must be yes besides, all of it.</param>
/// <param name="NotNo">Of these at least one must not be no; none where nothing of that kind is asked.</param>
public readonly record struct PaperRule(PaperCall Call, ulong AnyForm, ulong Yes, ulong NotNo)
{
    /// <summary>Whether these facts require the call.</summary>
    public bool Holds(Facts facts) =>
        (AnyForm == 0 || (AnyForm & facts.Yes) != 0) && (Yes & ~facts.Yes) == 0 && (NotNo == 0 || (NotNo & facts.Possible) != 0);
}

/// <summary>
/// Whom to call, for a form on paper, derived from an edition: the least facts of all rules that lead to the same person on the same day, with
/// those left out that hold another. Police or social care stands for both, as in a decision. So a call is required by a decision exactly when
/// one of these rules holds; what else a decision lists (other duties, hand-overs) is not here.
/// </summary>
public static class PaperRules
{
    /// <summary>The rules of an edition, each once: first who is called first, then in the order of its tables.</summary>
    public static IReadOnlyList<PaperRule> Of(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var toCall = edition.Referrals.SelectMany(rule => DecisionWords.Each(rule.To)
            .Select(to => (Call: new PaperCall(Brief(to), Day(rule)), Row: (Row)rule)));
        var toAsk = edition.Duties.Where(duty => duty.Consults).Select(duty => (Call: new PaperCall(Lower(duty.Duty.Words), Day(duty)), Row: (Row)duty));
        var first = Brief(DecisionWords.Each(Recipient.PoliceOrSocialCare)[0]);
        return [.. toCall.Concat(toAsk).GroupBy(one => one.Call, one => one.Row).OrderBy(rows => rows.Key.Words != first)
            .SelectMany(rows => Rules(rows.Key, rows))];
    }

    private static IEnumerable<PaperRule> Rules(PaperCall call, IEnumerable<Row> rows)
    {
        var ways = Formula.OfWays(rows.SelectMany(row => row.Formula().Ways).SelectMany(Possible)).Ways.Select(way => Split(call, way));
        var anyForm = ways.GroupBy(rule => rule with { AnyForm = 0 }).Select(same => same.Key with { AnyForm = Any(same, rule => rule.AnyForm) });
        return anyForm.GroupBy(rule => rule with { NotNo = 0 }).Select(same => same.Key with { NotNo = Any(same, rule => rule.NotNo) });
    }

    // Forms that are "not no" are chosen: nobody leaves a form open. Of several that are needed together the first is the one that may vary.
    private static PaperRule Split(PaperCall call, Facts way)
    {
        var notNo = way.Possible & ~way.Yes;
        var forms = (way.Yes | notNo) & Forms.AllMask;
        var first = forms & (~forms + 1);
        return new(call, first, (way.Yes | forms) & ~first, notNo & ~Forms.AllMask);
    }

    // An answer about an adult's images counts only with a sexual form of harm: so one is part of the way.
    private static IEnumerable<Facts> Possible(Facts way) =>
        way[Questions.AdultMadeOrHeldImages] == Answer.Yes && (way.Yes & Forms.Sexual.Mentions) == 0
            ? Forms.Sexual.Members.Select(form => way.With(form, Answer.Yes)) : [way];

    private static ulong Any(IEnumerable<PaperRule> rules, Func<PaperRule, ulong> of) => rules.Aggregate(0UL, (all, rule) => all | of(rule));

    private static string Brief(Recipient to) => to == Recipient.ChildrensSocialCare ? "social care" : to.Short;

    private static Limit Day(Row row) => row.Due with { IsSetting = false };

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
