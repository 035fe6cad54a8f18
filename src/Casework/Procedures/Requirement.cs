using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>Something that the decisions on a report require, from the facts that first required it on.</summary>
/// <param name="Row">The rule or duty of the edition under which it arose.</param>
/// <param name="Report">The report.</param>
/// <param name="Cause">The report, or the change of facts, that required it.</param>
/// <param name="Aware">The London day of awareness that its date is counted from.</param>
/// <param name="Due">By when; it keeps that date whatever changes later.</param>
internal sealed record Requirement(Row Row, Entry Report, Entry Cause, DateOnly Aware, DateOnly? Due)
{
    /// <summary>
    /// The facts since which it is agreed first with police or social care what is said, and the London day of that awareness; null where it need
    /// not be.
    /// </summary>
    public (Entry Cause, DateOnly Aware)? AgreeFirst { get; set; }

    /// <summary>What says that it is no longer required.</summary>
    public Entry? EndedBy { get; set; }

    /// <summary>
    /// The children and groups to whom it is owed, where they alone are: those who were known when it arose; null where whoever comes in later joins
    /// it.
    /// </summary>
    public IReadOnlyList<Guid>? Children { get; set; }

    /// <summary>The report's facts and those of all its changes.</summary>
    public required IReadOnlyList<ConcernFacts> Told { get; init; }

    /// <summary>The statements that asked for it, on the facts that did; whatever asks for it while it is open joins them.</summary>
    public IReadOnlyList<string> Cites { get; set; } = Row.Cites;

    /// <summary>Whether it is for children who came in later, and stands beside what was required before.</summary>
    public bool IsFurther { get; init; }

    /// <summary>Changes of facts that would drop it, and are not in force without a second person.</summary>
    public IReadOnlyList<Entry> DroppedBy { get; set; } = [];

    /// <summary>
    /// A second person's refusal to let it drop, or to leave it undone, and the facts to which it was given: it stands until those that the row
    /// turns on change.
    /// </summary>
    public (Entry Entry, Facts Facts)? Refused { get; set; }

    /// <summary>Whether any facts that required it were about the people of a setting: it stays so.</summary>
    public bool IsAboutOwnPeople { get; set; }

    /// <summary>Whether it was left undone by a judgement that a second person signed: what stands besides it goes on standing.</summary>
    public bool IsLeftUndone { get; set; }

    /// <summary>Whether a refusal stands, as the facts are.</summary>
    public bool IsRefused(Facts now) =>
        Refused is { } refused && (refused.Facts.Yes & Row.Mentions, refused.Facts.No & Row.Mentions) == (now.Yes & Row.Mentions, now.No & Row.Mentions);

    /// <summary>
    /// Who wrote into the case what alone makes the report's own words ask for it: facts of the case and facts of the report together. Null where the
    /// report asks for it by itself, or its cause stands in the case.
    /// </summary>
    public Author? WithCase { get; init; }

    /// <summary>Whether the setting that reported does not know that it is required.</summary>
    public bool IsOfCase => Cause.Paper != Report.Paper || WithCase is not null;

    /// <summary>Who answers for it, where no service does: whoever reported; or whoever wrote into the case what asks for it, where the setting does not
    /// know it.</summary>
    public Author Owner => WithCase ?? (IsOfCase ? Cause.Act.By : Report.Act.By);

    /// <summary>What it is, in words.</summary>
    public string Words => Row is ReferralRule rule ? $"a referral to {rule.To.Words}" : ((DutyRule)Row).Duty.Short;
}
