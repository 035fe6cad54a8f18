using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>A rule that applies, and the facts that made it apply.</summary>
/// <param name="Row">The row of the edition's tables, with its statements.</param>
/// <param name="Facts">The facts of its condition that are yes.</param>
public readonly record struct Because(Row Row, ulong Facts)
{
    /// <summary>The names of the facts, in the procedure's order.</summary>
    public IEnumerable<string> FactNames => Logic.Facts.Bits(Facts).Select(bit => Vocabulary.Facts[bit].Name);
}

/// <summary>A referral that is required.</summary>
/// <param name="To">To whom.</param>
/// <param name="Due">The last London day on which it is in time: the earliest that any of its rules asks. It means now.</param>
/// <param name="Because">Every rule that asks for it, in table order.</param>
public sealed record Referral(Recipient To, DateOnly Due, IReadOnlyList<Because> Because);

/// <summary>Something else that is required.</summary>
/// <param name="Rule">The duty's row, with what to do.</param>
/// <param name="Due">By when; none where nobody has set a time.</param>
/// <param name="AgreeFirst">Whether to agree first, today, with police or social care what is said and what is left in place.</param>
/// <param name="Because">Why.</param>
public sealed record RequiredDuty(DutyRule Rule, DateOnly? Due, bool AgreeFirst, Because Because);

/// <summary>
/// What the procedure requires on these facts, with its reasons. It is derived and never stored as truth: the same concern, edition and calendar
/// give the same decision.
/// </summary>
public sealed class Decision
{
    private Decision(Concern concern, Edition edition, ulong applying, Verdict verdict)
    {
        (Concern, Edition, Applying, Outcome) = (concern, edition, applying, verdict.Outcome);
        OpenFacts = edition.OpenQuestions(concern.Facts);
    }

    /// <summary>What was known.</summary>
    public Concern Concern { get; }

    /// <summary>The edition by which it was decided.</summary>
    public Edition Edition { get; }

    /// <summary>What it comes to.</summary>
    public Outcome Outcome { get; }

    /// <summary>Call 999 first; all else still applies (N1).</summary>
    public bool Emergency => (Concern.Facts.Yes & Questions.ImmediateDanger.Mask) != 0;

    /// <summary>One for each recipient, in the order of the first of its rules that applies.</summary>
    public IReadOnlyList<Referral> Referrals { get; private init; } = [];

    /// <summary>In table order.</summary>
    public IReadOnlyList<RequiredDuty> Duties { get; private init; } = [];

    /// <summary>The rows that apply, a bit each in the order of <see cref="Edition.Rows"/>.</summary>
    public ulong Applying { get; }

    /// <summary>The hand-overs to related procedures that apply.</summary>
    public IEnumerable<HandOverRule> HandOvers => ApplyingOf<HandOverRule>();

    /// <summary>The legal notes that apply.</summary>
    public IEnumerable<LegalNoteRule> LegalNotes => ApplyingOf<LegalNoteRule>();

    /// <summary>The facts that are not known and could still matter.</summary>
    public ulong OpenFacts { get; }

    /// <summary>The questions that are open, in the procedure's order. The ages of the children shown are one question, the last.</summary>
    public IEnumerable<Question> OpenQuestions => Logic.Facts.Bits(OpenFacts).Select(bit => Vocabulary.QuestionAt(bit));

    /// <summary>Decides. Refuses days that the calendar does not know.</summary>
    public static Decision For(Concern concern, Edition edition, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(edition);
        var (aware, arrested) = (concern.AwareOn, concern.ArrestedOn);
        var applying = edition.Applying(concern.Facts);
        var verdict = edition.Judge(concern.Facts);
        var referrals = ReferralsOf(applying, edition, concern.Facts, rule => rule.Due.Due(aware, arrested, calendar)!.Value);
        return new(concern, edition, applying, verdict)
        {
            Referrals = referrals,
            Duties = DutiesOf(applying, edition, concern.Facts, referrals, rule => rule.Due.Due(aware, arrested, calendar)),
        };
    }

    /// <summary>What an answer to an open question would change by itself, in a sentence.</summary>
    public string Effect(Question question)
    {
        var added = Named(Edition.Applying(Concern.Facts.With(question, Answer.Yes))).Except(Named(Applying)).ToArray();
        if (added.Length > 0) return $"A yes adds: {string.Join("; ", added)}.";
        var removed = Named(Applying).Except(Named(Edition.Applying(Concern.Facts.With(question, Answer.No)))).ToArray();
        return removed.Length > 0 ? $"A no takes away: {string.Join("; ", removed)}." : "A yes changes this only together with another answer.";
    }

    // Recipients and duties, in words.
    private IEnumerable<string> Named(ulong applying) => Logic.Facts.Bits(applying).Select(i => Edition.Rows[i]).Select(row => row switch
    {
        ReferralRule rule => $"a referral to {rule.To.Words}",
        DutyRule duty => duty.Duty.Words,
        _ => "",
    }).Where(words => words.Length > 0).Distinct();

    private static List<Referral> ReferralsOf(ulong applying, Edition edition, Facts facts, Func<ReferralRule, DateOnly> due)
    {
        var referrals = new List<Referral>();
        for (var i = 0; i < edition.Referrals.Count; i++)
        {
            if ((applying >> i & 1) == 0) continue;
            var rule = edition.Referrals[i];
            var because = new Because(rule, rule.Mentions & facts.Yes);
            var at = referrals.FindIndex(r => r.To == rule.To);
            if (at < 0) referrals.Add(new(rule.To, due(rule), new List<Because> { because }));
            else
            {
                ((List<Because>)referrals[at].Because).Add(because);
                if (due(rule) is var sooner && sooner < referrals[at].Due) referrals[at] = referrals[at] with { Due = sooner };
            }
        }

        return referrals;
    }

    private static List<RequiredDuty> DutiesOf(ulong applying, Edition edition, Facts facts, List<Referral> referrals, Func<DutyRule, DateOnly?> due)
    {
        var duties = new List<RequiredDuty>();
        for (var i = 0; i < edition.Duties.Count; i++)
        {
            if ((applying >> (edition.Referrals.Count + i) & 1) == 0) continue;
            var rule = edition.Duties[i];
            var agreeFirst = rule.AgreeFirst is { } agree
                && (agree.UnlessNo.Holds(facts.Possible) || agree.OrReferralTo.Any(to => referrals.Exists(r => r.To == to)));
            duties.Add(new(rule, due(rule), agreeFirst, new(rule, rule.Mentions & facts.Yes)));
        }

        return duties;
    }

    private IEnumerable<T> ApplyingOf<T>() where T : Row => Logic.Facts.Bits(Applying).Select(i => Edition.Rows[i]).OfType<T>();
}
