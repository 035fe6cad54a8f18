using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>One row of an edition's tables: when it applies, and the statements that say so.</summary>
/// <param name="Name">The rule, or what it requires.</param>
/// <param name="When">The condition; without one the row applies whenever there is any referral.</param>
/// <param name="Due">By when; none for hand-overs and notes.</param>
/// <param name="Cites">Ids of the statements. An edition refuses one that its documents do not hold.</param>
public abstract record Row(string Name, Condition? When, Limit Due, IReadOnlyList<string> Cites)
{
    /// <summary>The row applies only while this is not no: not known is enough.</summary>
    public Condition? UnlessNo { get; init; }

    /// <summary>
    /// The row steps aside where any of these forms is given, because other rows then ask at least the same. An edition refuses a row of which
    /// that is not so: adding a form would remove a referral.
    /// </summary>
    public Kind? Unless { get; init; }

    /// <summary>rule, duty, hand-over or legal note.</summary>
    public abstract string What { get; }

    /// <summary>Every fact that occurs anywhere in the row's condition.</summary>
    public ulong Mentions => (When?.Mentions ?? 0) | (UnlessNo?.Mentions ?? 0);

    /// <summary>The statements that ask for it on these facts: those of the parts of the condition that are so.</summary>
    /// <param name="yes">The facts that are so, of those that <see cref="Mentions"/> names.</param>
    internal virtual IReadOnlyList<string> CitesFor(ulong yes) => Cites;

    /// <summary>Every fact that occurs in the parts of the condition that are so.</summary>
    internal virtual ulong MentionsFor(ulong yes) => Mentions;

    /// <summary>The condition as a cell of a decision table.</summary>
    public string Text =>
        (When?.Text ?? "any referral") + (UnlessNo is null ? "" : $", and {UnlessNo.Text} is not no")
        + (Unless is null ? "" : $", and no form is {Unless.Text}");

    /// <summary>The least facts for the row, leaving aside <see cref="Unless"/>, which changes nobody's referral.</summary>
    public Formula Formula() => When is null ? Logic.Formula.Never : Logic.Formula.Of(When, UnlessNo);
}

/// <summary>A rule that requires a referral.</summary>
public sealed record ReferralRule(string Name, Condition When, Recipient To, Limit Due, params IReadOnlyList<string> Cites) : Row(Name, When, Due, Cites)
{
    /// <inheritdoc/>
    public override string What => "rule";
}

/// <summary>A rule that requires something else of somebody.</summary>
public sealed record DutyRule(DutyKind Duty, Condition When, Limit Due, params IReadOnlyList<string> Cites) : Row(Duty.Name, When, Due, Cites)
{
    /// <summary>When it has to be agreed first, today, with police or social care who is told what and what is left in place.</summary>
    public AgreeFirst? AgreeFirst { get; init; }

    /// <summary>
    /// The parts of the condition that have statements of their own, any of which is enough: pages cite only those that are so. None where every
    /// statement asks for the whole.
    /// </summary>
    public IReadOnlyList<DutyReason> Reasons { get; init; } = [];

    /// <summary>Whether it means speaking to somebody today: while it is not no, nobody is told to respond in their setting alone.</summary>
    public bool Consults { get; init; }

    /// <inheritdoc/>
    public override string What => "duty";

    // Asked by every page of a case, on each version of its facts: it goes through lists and makes one.
    internal override IReadOnlyList<string> CitesFor(ulong yes)
    {
        if (Reasons.Count == 0) return Cites;
        List<string> cites = new(Cites.Count);
        foreach (var id in Cites)
            if (IsAskedBy(id, yes)) cites.Add(id);
        return cites.Count == Cites.Count ? Cites : cites;
    }

    internal override ulong MentionsFor(ulong yes) =>
        Reasons.Count == 0 ? Mentions : Reasons.Where(reason => reason.When.Holds(yes)).Aggregate(0UL, (all, reason) => all | reason.When.Mentions);

    private bool IsAskedBy(string id, ulong yes)
    {
        foreach (var reason in Reasons)
            if (reason.When.Holds(yes) && reason.Cites.Contains(id)) return true;
        return false;
    }
}

/// <summary>A part of a duty's condition, enough by itself, and the statements that ask for the duty then.</summary>
public sealed record DutyReason(Condition When, params IReadOnlyList<string> Cites);

/// <summary>
/// Agree first with police or social care: while a fact is yes; while it is not known, only while somebody is called who could agree; and, of what
/// they may still need, while they are called at all.
/// </summary>
/// <param name="When">The fact: an adult is involved.</param>
/// <param name="NotKnownWith">Recipients of whom a referral to any is enough while the fact is not known.</param>
/// <param name="OrReferralTo">Recipients of whom a referral to any is enough, whatever the fact.</param>
public sealed record AgreeFirst(Condition When, IReadOnlyList<Recipient> NotKnownWith, params IReadOnlyList<Recipient> OrReferralTo);

/// <summary>A related procedure that takes over a part.</summary>
public sealed record HandOverRule(RelatedProcedure To, Condition? When, params IReadOnlyList<string> Cites) : Row(To.Name, When, Limit.None, Cites)
{
    /// <inheritdoc/>
    public override string What => "hand-over";
}

/// <summary>A note on the law, put beside the decision, with what the supplement adds to it. Practitioners decide none of it.</summary>
public sealed record LegalNoteRule(string Note, Condition When, params IReadOnlyList<string> Besides) : Row(Note, When, Limit.None, [Note, .. Besides])
{
    /// <inheritdoc/>
    public override string What => "legal note";
}
