using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>What it comes to.</summary>
public enum Outcome
{
    /// <summary>No referral is required and nothing not known could require one: the duties listed are the response.</summary>
    RespondInSetting,

    /// <summary>No referral is required yet, but speak to somebody today.</summary>
    ConsultToday,

    /// <summary>At least one referral is required.</summary>
    ReferNow,
}

/// <summary>Outcome and recipients alone, without reasons.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Recipients">To whom, a bit each in the order of <see cref="Edition.Recipients"/>.</param>
public readonly record struct Verdict(Outcome Outcome, uint Recipients);

/// <summary>
/// One edition of the procedure as tables. An edition is a whole: copied and changed, never inherited, so that it can be read alone. It is in
/// force from the date of its chapter until a later edition comes into force.
/// </summary>
public sealed class Edition
{
    private readonly PackedRows outcomes;
    private readonly OpenSets open;
    private readonly Lazy<OpenSets> openForReferral;
    private readonly PackedRows rules;
    private readonly PackedRows otherRows;
    private readonly PackedRows agreeing;
    private readonly ulong[] sameRecipient;
    private readonly uint[] agreeingNotKnown;
    private readonly uint[] agreeingWithReferral;
    private readonly ulong toAnybody;
    private readonly ulong anyRule;
    private readonly ulong steppingAside;
    private readonly ulong withAnyReferral;

    /// <summary>
    /// Builds an edition. Refuses a citation of a statement that neither document holds, two rows of one name, a rule for a referral without a date,
    /// more than 64 rows, a row that steps aside for a form although the referral would then be lost, and a duty whose parts are not its condition.
    /// </summary>
    public Edition(Document chapter, Document supplement, IReadOnlyList<ReferralRule> referrals, IReadOnlyList<DutyRule> duties,
        IReadOnlyList<HandOverRule> handOvers, IReadOnlyList<LegalNoteRule> legalNotes)
    {
        (Chapter, Supplement, Referrals, Duties, HandOvers, LegalNotes) = (chapter, supplement, referrals, duties, handOvers, legalNotes);
        Rows = [.. Referrals, .. Duties, .. HandOvers, .. LegalNotes];
        if (Rows.Count > 64) throw new ArgumentException("an edition has at most 64 rows: each takes a bit", nameof(referrals));
        Recipients = [.. Referrals.Select(r => r.To).Distinct()];
        if (Recipients.Count > 32) throw new ArgumentException("an edition has at most 32 recipients: each takes a bit of a verdict", nameof(referrals));
        toAnybody = (1UL << Recipients.Count) - 1;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            if (!names.Add($"{row.What} {row.Name}"))
                throw new ArgumentException($"there are two rows for the {row.What} {row.Name}; one has to say it all", nameof(referrals));
            Check(row);
        }

        var toRecipients = Recipients.Select(to => Conditions(Referrals.Where(r => r.To == to))).ToArray();
        outcomes = new(toRecipients.Append(Conditions(Duties.Where(d => d.Consults))));
        open = new(toRecipients.Concat(Duties.Select(d => Conditions([d]))));
        openForReferral = new(() => new(toRecipients));
        rules = new(Referrals.Select(row => Conditions([row])));
        otherRows = new(Rows.Skip(Referrals.Count).Select(row => Conditions([row])));
        agreeing = new(Duties.Select(d => ((Condition?, Condition?)[])[(d.AgreeFirst?.When, null)]));
        agreeingNotKnown = [.. Duties.Select(d => d.AgreeFirst is { } agree ? RecipientBits(agree.NotKnownWith) : 0)];
        agreeingWithReferral = [.. Duties.Select(d => d.AgreeFirst is { } agree ? RecipientBits(agree.OrReferralTo) : 0)];
        sameRecipient = [.. Referrals.Select(rule => BitsOf(row => row is ReferralRule other && other.To == rule.To))];
        anyRule = (1UL << Referrals.Count) - 1;
        steppingAside = BitsOf(row => row.Unless is not null);
        withAnyReferral = BitsOf(row => row.When is null);
    }

    /// <summary>The chapter that the tables make executable.</summary>
    public Document Chapter { get; }

    /// <summary>The supplement beside it.</summary>
    public Document Supplement { get; }

    /// <summary>Its name: that of the chapter's edition, such as <c>derby-and-derbyshire-e-safety/1</c>.</summary>
    public string Name => Chapter.Edition;

    /// <summary>The rules that require a referral, in table order.</summary>
    public IReadOnlyList<ReferralRule> Referrals { get; }

    /// <summary>The duties, in table order.</summary>
    public IReadOnlyList<DutyRule> Duties { get; }

    /// <summary>The hand-overs to related procedures, in table order.</summary>
    public IReadOnlyList<HandOverRule> HandOvers { get; }

    /// <summary>The legal notes, in table order.</summary>
    public IReadOnlyList<LegalNoteRule> LegalNotes { get; }

    /// <summary>All rows: referrals, duties, hand-overs, legal notes.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Everybody to whom a rule refers, in the order of their first rule.</summary>
    public IReadOnlyList<Recipient> Recipients { get; }

    /// <summary>Outcome and recipients, allocating nothing.</summary>
    public Verdict Judge(Facts facts)
    {
        var to = outcomes.All(facts.Yes, facts.Possible) & toAnybody;
        if (to != 0) return new(Outcome.ReferNow, (uint)to);
        return new(outcomes.All(facts.Possible, facts.Possible) != 0 ? Outcome.ConsultToday : Outcome.RespondInSetting, 0);
    }

    /// <summary>
    /// The not-known facts that could still matter: some way of settling all not-known facts for which changing this one alone changes the set of
    /// recipients or the set of duties.
    /// </summary>
    public ulong OpenQuestions(Facts facts) => open.Open(facts);

    /// <summary>The not-known facts that could still change to whom a concern is referred.</summary>
    public ulong OpenForReferral(Facts facts) => openForReferral.Value.Open(facts);

    /// <summary>The rows that apply, a bit each in the order of <see cref="Rows"/>.</summary>
    public ulong Applying(Facts facts)
    {
        var found = rules.All(facts.Yes, facts.Possible) | otherRows.All(facts.Yes, facts.Possible) << Referrals.Count;
        foreach (var bit in Facts.Bits(found & steppingAside))
            if (Rows[bit].Unless!.Holds(facts.Yes)) found &= ~(1UL << bit);
        return (found & anyRule) == 0 ? found : found | withAnyReferral;
    }

    /// <summary>The rules, a bit each, that refer to the same recipient as this one.</summary>
    internal ulong SameRecipient(int rule) => sameRecipient[rule];

    /// <summary>The duties, a bit each in the order of <see cref="Duties"/>, that have to be agreed first with police or social care.</summary>
    internal ulong AgreeingFirst(Facts facts, Verdict verdict)
    {
        var bits = agreeing.All(facts.Yes, facts.Yes);
        if (verdict.Recipients == 0) return bits;
        var notKnown = agreeing.All(facts.Possible, facts.Possible);
        for (var i = 0; i < agreeingWithReferral.Length; i++)
            if ((((notKnown >> i & 1) != 0 ? agreeingNotKnown[i] | agreeingWithReferral[i] : agreeingWithReferral[i]) & verdict.Recipients) != 0)
                bits |= 1UL << i;
        return bits;
    }

    /// <summary>The least facts for a referral to this recipient.</summary>
    public Formula ReferralTo(Recipient recipient) => Union(Referrals.Where(r => r.To == recipient));

    /// <summary>The least facts for any referral at all.</summary>
    public Formula AnyReferral() => Union(Referrals);

    /// <summary>The least facts for this duty.</summary>
    public Formula DutyOf(DutyKind duty) => Union(Duties.Where(d => d.Duty == duty));

    /// <summary>The statement that a row cites.</summary>
    public Statement Statement(string id) => Chapter.Find(id) ?? Supplement.Find(id)
        ?? throw new ArgumentException($"{id} is a statement neither of {Chapter.Edition} nor of {Supplement.Edition}", nameof(id));

    private static IEnumerable<(Condition? When, Condition? UnlessNo)> Conditions(IEnumerable<Row> rows) => rows.Select(row => (row.When, row.UnlessNo));

    private uint RecipientBits(IEnumerable<Recipient> recipients)
    {
        var bits = 0U;
        for (var i = 0; i < Recipients.Count; i++)
            if (recipients.Contains(Recipients[i])) bits |= 1U << i;
        return bits;
    }

    /// <summary>The rows, a bit each, of which something is so.</summary>
    internal ulong BitsOf(Func<Row, bool> has)
    {
        var bits = 0UL;
        for (var i = 0; i < Rows.Count; i++)
            if (has(Rows[i])) bits |= 1UL << i;
        return bits;
    }

    private static Formula Union(IEnumerable<Row> rows) => rows.Aggregate(Formula.Never, (all, row) => all.Or(row.Formula()));

    private static void CheckReasons(DutyRule duty)
    {
        var (whole, parts) = (duty.Formula(), duty.Reasons.Aggregate(Formula.Never, (all, reason) => all.Or(Formula.Of(reason.When))));
        if (!whole.Implies(parts) || !parts.Implies(whole) || duty.UnlessNo is not null)
            throw new ArgumentException($"the parts of the duty '{duty.Name}' are together not its condition", nameof(duty));
        if (!duty.Cites.ToHashSet().SetEquals(duty.Reasons.SelectMany(reason => reason.Cites)))
            throw new ArgumentException($"the parts of the duty '{duty.Name}' cite other statements than it does", nameof(duty));
    }

    private void Check(Row row)
    {
        foreach (var id in row.Cites) Statement(id);
        if (row.UnlessNo?.Products().ToArray() is { } notNo && notNo is not [[_]])
            throw new ArgumentException($"the {row.What} '{row.Name}' applies while a condition is not no: that has to be any of some facts", nameof(row));
        if (row is DutyRule { Reasons.Count: > 0 } duty) CheckReasons(duty);
        if (row is ReferralRule { Due.Counting: Guidance.Counting.Nothing })
            throw new ArgumentException($"the rule '{row.Name}' must say by when", nameof(row));
        if (row.Unless is not { } unless) return;
        if (row is not ReferralRule rule || (unless.Mentions & ~Forms.AllMask) != 0)
            throw new ArgumentException($"the {row.What} '{row.Name}' steps aside: only a referral may, and only for forms of harm", nameof(row));
        var others = Union(Referrals.Where(r => r.To == rule.To && r.Unless is null));
        if (!Formula.Of(rule.When! & unless, rule.UnlessNo).Implies(others))
            throw new ArgumentException($"the rule '{rule.Name}' steps aside where a form is {unless.Text}, and then no rule that stays refers to "
                + $"{rule.To.Name}", nameof(row));
    }
}
