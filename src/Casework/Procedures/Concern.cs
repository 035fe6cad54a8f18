using System.Text.Json.Serialization;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The concern: what somebody is worried about, what changes about it later, and a judgement to do less than the procedure requires, with its second
/// person. The decision follows from the facts (triage) and is never stored.
/// </summary>
public static class Concern
{
    /// <summary>A concern is reported. It starts a paper: the report of its author's setting.</summary>
    /// <param name="Told">The facts.</param>
    /// <param name="LeadMaySee">Whether the safeguarding lead of the setting sees it: not where it is or may be about them. It is answered wherever
    /// there is one who is not the author.</param>
    /// <param name="Instead">Who sees it in their place, where they do not.</param>
    public sealed record Reported(ConcernFacts Told, bool? LeadMaySee = null, StandIn? Instead = null) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => Told.About;

        /// <inheritdoc/>
        public override string Line(CaseFile file) => "A concern was reported";
    }

    /// <summary>Who sees a report in place of the safeguarding lead: a deputy of the setting, or whoever may sign of a team outside it.</summary>
    /// <param name="Account">The deputy.</param>
    /// <param name="Team">The team.</param>
    /// <param name="Agency">The kind of organisation of that team.</param>
    public sealed record StandIn(Guid? Account, Guid? Team, Agency Agency);

    /// <summary>The author shuts the safeguarding lead out: it is or may be about them. From then on they see nothing of it.</summary>
    /// <param name="Of">The report.</param>
    /// <param name="Instead">Who sees it in their place.</param>
    /// <param name="Why">Why, in words.</param>
    public sealed record LeadShutOut(EntryId Of, StandIn? Instead, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => "The safeguarding lead of the setting no longer sees this";
    }

    /// <summary>What happened, in words: it can wait until after the call (S1.4, S1.1).</summary>
    /// <param name="Story">What happened.</param>
    /// <param name="OwnWords">The child's own words, as they said them.</param>
    /// <param name="Devices">Devices, platforms and usernames, in words.</param>
    public sealed record StoryWritten(string? Story, string? OwnWords, string? Devices) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => "What happened was written down";
    }

    /// <summary>The facts have changed: all of them as they now are. Triage runs again; the earlier decision stays readable.</summary>
    /// <param name="Of">The report.</param>
    /// <param name="Told">The facts, with the instant from which the change was known.</param>
    /// <param name="Why">What changed, and how it is known.</param>
    /// <param name="AskedOf">The team outside the setting that is asked to sign, where it drops what is or may be about the setting's own people:
    /// whoever may sign of it sees the report until they have answered, for five working days at most.</param>
    /// <param name="AskedAgency">The kind of organisation of that team.</param>
    public sealed record FactsChanged(EntryId Of, ConcernFacts Told, string Why, Guid? AskedOf = null, Agency? AskedAgency = null) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => Told.About;

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"The facts changed: {Directed.Isolated(Why)}";
    }

    /// <summary>A judgement to do less than the procedure requires. Not in force before a second person signs; it stops nobody from referring.</summary>
    /// <param name="Of">The report or the change of facts whose decision it is about.</param>
    /// <param name="Rules">The names of the referral rules and duties that are not to be done.</param>
    /// <param name="Instead">What is done instead.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="IsAboutOwnStaff">Whether the concern is about somebody of the asker's own setting; then the second person is of another. Not
    /// known counts as yes.</param>
    /// <param name="AskedOf">The team outside the setting that is asked to sign: its managers and safeguarding leads see the report until they have
    /// answered, for five working days at most. Null where the setting itself signs.</param>
    /// <param name="AskedAgency">The kind of organisation of that team.</param>
    public sealed record LessAsked(EntryId Of, IReadOnlyList<string> Rules, string Instead, string Why, bool? IsAboutOwnStaff,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AskedOf = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Agency? AskedAgency = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"A departure from the procedure was asked for: {Directed.Isolated(Why)}";
    }

    /// <summary>The second person's answer to <see cref="LessAsked"/>, or to a change of facts that would drop a referral or a dated duty.</summary>
    /// <param name="Asked">What is answered.</param>
    /// <param name="Agrees">Whether they agree.</param>
    /// <param name="Why">Why, in their words.</param>
    public sealed record LessSigned(EntryId Asked, bool? Agrees, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"A second person {(Agrees == true ? "agreed" : "did not agree")} to the departure: {Directed.Isolated(Why)}";
    }

    /// <summary>Something that the decision requires was done, where no form of its own is for it.</summary>
    /// <param name="Duty">The name of the duty.</param>
    /// <param name="Causes">The entries that opened it.</param>
    /// <param name="For">For whom, where it is owed to each child.</param>
    /// <param name="What">What was done, or why it was declined.</param>
    public sealed record StepTaken(string Duty, IReadOnlyList<EntryId> Causes, IReadOnlyList<Guid> For, string What) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => For.Count > 0 ? Subjects.Of(For) : Subjects.TheCase;

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{Catalogue.DutyCalled(RuleBook.Standard, Duty)?.Short ?? Duty}: {Directed.Isolated(What)}";
    }

    /// <summary>The form that records <see cref="StepTaken"/>.</summary>
    public const int StepForm = 10;

    /// <summary>What it records, opens and holds.</summary>
    public static readonly Procedure Procedure = new("concern",
        [
            Recordable.Was<Superseded.Reported1>("concern-reported/1"),
            Recordable.Of<Reported>("concern-reported/2", Place.Starts, ConcernGuards.GuardReport),
            Recordable.Of<ConcernOrigin.ToldBy>("concern-told-by/1", Place.With<ConcernOrigin.ToldBy>(told => told.Of), ConcernOrigin.Guard,
                forReceivers: true, form: ConcernOrigin.Form, cites: ["S2.3.1"]),
            Recordable.Of<LeadShutOut>("lead-shut-out/1", Place.With<LeadShutOut>(shut => shut.Of), ConcernGuards.GuardShutOut, form: ConcernForms.ShutOut),
            Recordable.Of<StoryWritten>("story-written/1", Place.ReportOrCase, ConcernGuards.GuardStory, form: ConcernForms.Story, cites: ["S1.4"]),
            Recordable.Was<Superseded.FactsChanged1>("facts-changed/1"),
            Recordable.Of<FactsChanged>("facts-changed/2", Place.ReportOrCaseOf<FactsChanged>(change => change.Of), ConcernGuards.GuardChange,
                guardWhere: SecondPersonGuards.GuardChange, remarksWhere: SecondPersonGuards.RemarkChange),
            Recordable.Of<LessAsked>("less-asked/1", Place.With<LessAsked>(asked => asked.Of), SecondPersonGuards.GuardLess, forReceivers: true,
                form: ConcernForms.Less),
            Recordable.Of<LessSigned>("less-signed/1", Place.With<LessSigned>(signed => signed.Asked), SecondPersonGuards.GuardSigned, forReceivers: true,
                form: ConcernForms.Signing),
            Recordable.Of<StepTaken>("step-taken/1", Place.ReportOrCase, ConcernGuards.GuardStep, form: ConcernForms.Step),
        ])
    {
        Duties = [SecondPersonDuties.Sign],
        Opens = view => [.. RequiredDuties.DutiesOf(view), .. SecondPersonDuties.Duties(view)],
        Holds = RequiredDuties.Holding,
        Admits = ReportCircle.Of,
        LeavesOut = ReportCircle.LeadsShutOut,
    };

    /// <summary>Whether a duty is recorded by <see cref="StepTaken"/>: those that others do, and those with forms of their own, are not.</summary>
    public static bool IsStep(DutyKind duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty.Form == StepForm;
    }

    /// <summary>The place of a duty among those that its form offers, from 1: by it the form begins with it.</summary>
    public static int PlaceOfStep(CaseView view, DutyKind duty) => 1 + ConcernForms.Steps(view).TakeWhile(step => step.Kind != duty).Count();

    /// <summary>
    /// Whether somebody may ask to leave a rule or duty undone: not what police or social care have to do, unless they are of a team of them that
    /// has the case.
    /// </summary>
    public static bool MayAskLess(CaseView view, Author by, string row) => !SecondPerson.IsOfService(view, row) || SecondPerson.IsService(view.File, by);

    /// <summary>Whether a change of facts, or a part of it, waits for a second person.</summary>
    public static bool Waits(CaseView view, EntryId change) =>
        view.Requirements.Any(required => required.EndedBy is null && required.DroppedBy.Any(entry => entry.Id == change));

    /// <summary>To sign, or to refuse, that less is done than required.</summary>
    public static DutyKind Sign => SecondPersonDuties.Sign;

    /// <summary>The last London day on which a team that is asked to sign sees the report, unless it answers before.</summary>
    /// <param name="view">The case.</param>
    /// <param name="asked">The entry that asks; of this case.</param>
    public static DateOnly AskedUntil(CaseView view, Entry asked) => ReportCircle.AskedUntil(view, asked);

    /// <summary>What waits for a signature because of a change of facts, in words.</summary>
    public static IReadOnlyList<string> Dropped(CaseView view, EntryId change) =>
        SecondPersonGuards.Words(view.Requirements, [.. view.Requirements.Where(required => required.DroppedBy.Any(drop => drop.Id == change))]);

    /// <summary>
    /// Whether a change that is about to be recorded in a part of the case drops what is or may be about the setting's own people: then it names the team
    /// outside that signs. What stands in the case names nobody.
    /// </summary>
    public static bool IsSignedOutside(CaseView view, Act act, FactsChanged change, Paper paper) => paper != Paper.Whole
        && SecondPersonGuards.Dropped(view, act, change, paper).Any(dropped => dropped is { Signer: Signer.Outside, IsRefused: false });

    /// <summary>What a change that is about to be recorded in a part of the case drops, and who signs it.</summary>
    public static IEnumerable<Remark> WouldDrop(CaseView view, Act act, FactsChanged change, Paper paper) =>
        SecondPersonGuards.RemarkChange(view, act, change, paper);

    /// <summary>The report whose author can shut the safeguarding lead out, who sees it now; none where there is nothing to shut out.</summary>
    public static EntryId? LeadSees(CaseFile file, Author by)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(by);
        return file.First<Reported>(report =>
            report.Entry.Act.By.Account == by.Account && report.Content.LeadMaySee == true && ShutOut(file, report.Id) is null)?.Id;
    }

    /// <summary>Who sees a report in place of the safeguarding lead; nobody where the lead sees it, or where there is none.</summary>
    public static StandIn? InsteadOf(CaseFile file, EntryId report)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (ShutOut(file, report) is { } shut) return shut.Content.Instead;
        return file.Counting(report) is Reported { LeadMaySee: false, Instead: { } instead } ? instead : null;
    }

    /// <summary>The author's word that the lead of their setting must not see it any more; the first counts.</summary>
    internal static Recorded<LeadShutOut>? ShutOut(CaseFile file, EntryId report) => file.First<LeadShutOut>(shut => shut.Content.Of == report);

    /// <summary>Whether somebody has a safeguarding lead who is somebody else: then a report says whether that lead sees it.</summary>
    public static bool HasLead(Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Role != Role.SafeguardingLead && by.Agency is Agency.Education or Agency.Health or Agency.Voluntary;
    }
}
