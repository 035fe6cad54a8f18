using System.Numerics;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>A rule that applies, and the facts that made it apply.</summary>
public readonly record struct Because
{
    internal Because(Edition edition, int place, Facts facts) => (Row, Place, Facts) = (edition.Rows[place], place, edition.Rows[place].Mentions & facts.Yes);

    /// <summary>The row of the edition's tables, with its statements.</summary>
    public Row Row { get; }

    /// <summary>The facts of its condition that are yes.</summary>
    public ulong Facts { get; }

    /// <summary>
    /// The statements that ask for it on these facts: where parts of the condition have statements of their own, those of the parts that are so.
    /// </summary>
    public IReadOnlyList<string> Cites => Row.CitesFor(Facts);

    /// <summary>Of <see cref="Facts"/> those that occur in the parts of the condition that are so: what is said to people.</summary>
    public ulong FactsSaid => Facts & Row.MentionsFor(Facts);

    internal int Place { get; }
}

/// <summary>A referral that is required.</summary>
/// <param name="To">To whom.</param>
/// <param name="Due">The last London day on which it is in time: the earliest that any of its rules asks. It means now.</param>
/// <param name="Because">Every rule that asks for it, in table order.</param>
public readonly record struct Referral(Recipient To, DateOnly Due, IReadOnlyList<Because> Because);

/// <summary>Something else that is required.</summary>
/// <param name="Rule">The duty's row, with what to do.</param>
/// <param name="Due">By when; none where nobody has set a time.</param>
/// <param name="AgreeFirst">Whether to agree first, today, with police or social care who is told what and what is left in place.</param>
/// <param name="Because">Why.</param>
public readonly record struct RequiredDuty(DutyRule Rule, DateOnly? Due, bool AgreeFirst, Because Because);

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

    /// <summary>By which its working days were counted.</summary>
    public WorkingDays Calendar { get; private init; } = WorkingDays.EnglandAndWales;

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

    /// <summary>The questions that are open, in the procedure's order. The ages of the children are the last.</summary>
    public IEnumerable<Question> OpenQuestions => Logic.Facts.Bits(OpenFacts).Select(bit => Vocabulary.QuestionAt(bit));

    /// <summary>Decides. Refuses days that the calendar does not know.</summary>
    public static Decision For(Concern concern, Edition edition, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(edition);
        var days = (concern.AwareOn, concern.ArrestedOn, calendar);
        var applying = edition.Applying(concern.Facts);
        var verdict = edition.Judge(concern.Facts);
        return new(concern, edition, applying, verdict)
        {
            Calendar = calendar,
            Referrals = ReferralsOf(applying, edition, concern.Facts, days),
            Duties = DutiesOf(applying, edition, concern.Facts, edition.AgreeingFirst(concern.Facts, verdict), days),
        };
    }

    /// <summary>Whether any other answer to a question would change what is required, by itself.</summary>
    public bool WouldChange(Question question) => Edition.Applying(Concern.Facts.With(question, Answer.Yes)) != Applying
        || Edition.Applying(Concern.Facts.With(question, Answer.No)) != Applying || Edition.Applying(Concern.Facts.With(question, Answer.NotKnown)) != Applying;

    /// <summary>What an answer to an open question would change, in a sentence.</summary>
    public string Effect(Question question) =>
        EffectAlone(question) ?? $"{Yes(question)} changes this only together with another answer.";

    /// <summary>What an answer to an open question would change by itself, in a sentence; none where it does so only together with another.</summary>
    public string? EffectAlone(Question question)
    {
        var (added, removed) = (Added(question), Removed(question));
        List<string> effects = [];
        if (added.Count > 0) effects.Add($"{Yes(question)} adds: {string.Join("; ", added)}.");
        if (removed.Count > 0) effects.Add($"A no takes away: {string.Join("; ", removed)}.");
        return effects.Count > 0 ? string.Join(' ', effects) : null;
    }

    private static string Yes(Question question) => ChildFacts.Ages.Contains(question) ? "An age under 13" : "A yes";

    private List<string> Added(Question question) => Only(Edition.Applying(Concern.Facts.With(question, Answer.Yes)), Applying);

    private List<string> Removed(Question question) => Only(Applying, Edition.Applying(Concern.Facts.With(question, Answer.No)));

    // Recipients and duties that some rows require and others do not, in words.
    private List<string> Only(ulong of, ulong than)
    {
        List<string> words = [];
        foreach (var i in Logic.Facts.Bits(of & ~than))
            if (!Requires(than, Edition.Rows[i]) && Named(Edition.Rows[i]) is { } name && !words.Contains(name)) words.Add(name);
        return words;
    }

    private bool Requires(ulong rows, Row row) => Logic.Facts.Bits(rows).Any(i => (Edition.Rows[i], row) switch
    {
        (ReferralRule one, ReferralRule other) => one.To == other.To && ByLater(one) == ByLater(other),
        (DutyRule one, DutyRule other) => one.Duty == other.Duty,
        _ => false,
    });

    // A referral that may wait until after today says until when.
    private string ByLater(ReferralRule rule) =>
        rule.Due.Due(Concern.AwareOn, Concern.ArrestedOn, Calendar) is { } due && due > Concern.AwareOn ? $" by {DecisionWords.DueDay(due, rule.Due)}" : "";

    private string? Named(Row row) => row switch
    {
        ReferralRule rule => $"a referral to {rule.To.Words}{ByLater(rule)}",
        DutyRule { Duty.Short: var words } => char.ToLowerInvariant(words[0]) + words[1..],
        _ => null,
    };

    private static Referral[] ReferralsOf(ulong applying, Edition edition, Facts facts, (DateOnly Aware, DateOnly? Arrested, WorkingDays Calendar) days)
    {
        var rules = applying & ((1UL << edition.Referrals.Count) - 1);
        var referrals = new Referral[edition.Recipients.Count];
        var count = 0;
        for (ulong same; rules != 0; rules &= ~same)
        {
            same = edition.SameRecipient(BitOperations.TrailingZeroCount(rules)) & rules;
            var because = new Because[BitOperations.PopCount(same)];
            var due = DateOnly.MaxValue;
            var i = 0;
            for (var left = same; left != 0; left &= left - 1)
            {
                because[i++] = new(edition, BitOperations.TrailingZeroCount(left), facts);
                var sooner = because[i - 1].Row.Due.Due(days.Aware, days.Arrested, days.Calendar)!.Value;
                if (sooner < due) due = sooner;
            }

            referrals[count++] = new(((ReferralRule)because[0].Row).To, due, because);
        }

        return referrals.AsSpan(0, count).ToArray();
    }

    private static RequiredDuty[] DutiesOf(ulong applying, Edition edition, Facts facts, ulong agreeFirst,
        (DateOnly Aware, DateOnly? Arrested, WorkingDays Calendar) days)
    {
        var first = edition.Referrals.Count;
        var left = (applying >> first) & ((1UL << edition.Duties.Count) - 1);
        var duties = new RequiredDuty[BitOperations.PopCount(left)];
        for (var i = 0; left != 0; left &= left - 1)
        {
            var duty = BitOperations.TrailingZeroCount(left);
            var because = new Because(edition, first + duty, facts);
            duties[i++] = new((DutyRule)because.Row, because.Row.Due.Due(days.Aware, days.Arrested, days.Calendar), (agreeFirst >> duty & 1) != 0, because);
        }

        return duties;
    }

    private IEnumerable<T> ApplyingOf<T>() where T : Row => Logic.Facts.Bits(Applying).Select(i => Edition.Rows[i]).OfType<T>();
}
