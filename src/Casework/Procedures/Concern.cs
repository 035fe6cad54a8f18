using System.Text.Json.Serialization;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
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
    /// <param name="LeadMaySee">Whether the safeguarding lead of the setting may see it: not where it is or may be about them. Not answered is no.</param>
    public sealed record Reported(Told Told, bool? LeadMaySee = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => "A concern was reported";
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
    public sealed record FactsChanged(EntryId Of, Told Told, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"The facts changed: {Why}";
    }

    /// <summary>A judgement to do less than the procedure requires. Not in force before a second person signs; it stops nobody from referring.</summary>
    /// <param name="Of">The report or the change of facts whose decision it is about.</param>
    /// <param name="Rules">The names of the referral rules and duties that are not to be done.</param>
    /// <param name="Instead">What is done instead.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="IsAboutOwnStaff">Whether the concern is about somebody of the asker's own setting; then the second person is of another. Not known counts as yes.</param>
    /// <param name="AskedOf">The team outside the setting that is asked to sign: its managers and safeguarding leads see the report until they have answered. Null where the setting itself signs.</param>
    /// <param name="AskedAgency">The kind of organisation of that team.</param>
    public sealed record LessAsked(EntryId Of, IReadOnlyList<string> Rules, string Instead, string Why, bool? IsAboutOwnStaff,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? AskedOf = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Agency? AskedAgency = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Less than required was asked for: {Why}";
    }

    /// <summary>The second person's answer to <see cref="LessAsked"/>, or to a change of facts that would drop a referral or a dated duty.</summary>
    /// <param name="Asked">What is answered.</param>
    /// <param name="Agrees">Whether they agree.</param>
    /// <param name="Why">Why, in their words.</param>
    public sealed record LessSigned(EntryId Asked, bool? Agrees, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => Agrees == true ? $"A second person agreed to less: {Why}" : $"A second person did not agree to less: {Why}";
    }

    /// <summary>Something that the decision requires was done, where no form of its own is for it.</summary>
    /// <param name="Duty">The name of the duty.</param>
    /// <param name="Causes">The entries that opened it.</param>
    /// <param name="For">For whom, where it is owed to each child.</param>
    /// <param name="What">What was done, or why it was declined.</param>
    public sealed record StepTaken(string Duty, IReadOnlyList<EntryId> Causes, IReadOnlyList<Guid> For, string What) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{Kind(Duty)?.Short ?? Duty}: {What}";
    }

    private const string Unsigned = "Not in force before a second person of manager or safeguarding-lead role signs";
    private static readonly Limit signing = Limit.SameDay;
    private static readonly HashSet<string> ownForms = [DutyKind.DecideTellingParents.Name, DutyKind.WithholdInformation.Name, DutyKind.DoNotViewImagery.Name];

    /// <summary>What it records, opens and holds.</summary>
    public static readonly Procedure Procedure = new("concern",
        [
            Recordable.Of<Reported>("concern-reported/1", (_, _, reported) => reported.Told.Amiss()),
            Recordable.Of<StoryWritten>("story-written/1", GuardStory),
            Recordable.Of<FactsChanged>("facts-changed/1", GuardChange, RemarkChange),
            Recordable.Of<LessAsked>("less-asked/1", GuardLess),
            Recordable.Of<LessSigned>("less-signed/1", GuardSigned),
            Recordable.Of<StepTaken>("step-taken/1", GuardStep),
        ],
        (file, rules) => [.. Requirements.DutiesOf(file, rules), .. Signing(file, rules)])
    { Holds = Requirements.Holding };

    /// <summary>The duty of a decision with a name.</summary>
    public static DutyKind? Kind(string duty) => RuleBook.Standard.Newest.Duties.FirstOrDefault(rule => rule.Duty.Name == duty)?.Duty;

    /// <summary>Whether a duty is recorded by <see cref="StepTaken"/>: those that others do, and those with forms of their own, are not.</summary>
    public static bool IsStep(DutyKind duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return !duty.IsOthers && !ownForms.Contains(duty.Name);
    }

    /// <summary>Whether a change of facts, or a part of it, waits for a second person.</summary>
    public static bool Waits(CaseFile file, EntryId change, RuleBook rules) => Requirements.Of(file, rules).Any(required => required.EndedBy is null && required.DroppedBy.Any(entry => entry.Id == change));

    /// <summary>
    /// The second person's answer, on no earlier day than the question. Their first counts: a refusal is not overruled by asking somebody else. It is an
    /// answer to what stood there: where the question was corrected after it, it is open again.
    /// </summary>
    internal static Recorded<LessSigned>? Answer(CaseFile file, Entry asked)
    {
        var since = file.LastCorrection(asked.Id);
        return file.First<LessSigned>(signed => signed.Content.Asked == asked.Id && signed.HappenedOn >= asked.HappenedOn && (since is null || file.IsBefore(since.Id, signed.Id)));
    }

    /// <summary>The second person's agreement.</summary>
    internal static Entry? Signature(CaseFile file, Entry asked) => Answer(file, asked) is { Content.Agrees: true } signed ? signed.Entry : null;

    /// <summary>
    /// What somebody asked to be left undone, and what a second person answered, are their own words: nobody else puts them right. What was answered stays as it
    /// was asked, or the answer would stand under something else.
    /// </summary>
    internal static IEnumerable<Refusal> GuardWords(CaseFile file, Act act, Entry wrong)
    {
        if (wrong.Content is not (LessAsked or LessSigned)) yield break;
        if (wrong.Act.By.Account != act.By.Account) yield return new("", "Only whoever wrote it puts it right: record what you think as an entry of your own");
        else if (wrong.Content is LessAsked && file.All<LessSigned>().Any(signed => signed.Content.Asked == wrong.Id)) yield return new("", "It was answered, and stays as it was asked: ask anew");
    }

    // What was or may be about the asker's own staff stays so, whatever it is corrected to.
    private static bool IsAboutOwnStaff(CaseFile file, Entry asked) => file.Entries.Where(entry => entry.Content is Corrected corrected && corrected.Entry == asked.Id)
        .Select(entry => ((Corrected)entry.Content).Instead).Prepend(asked.Content).Any(version => version is LessAsked { IsAboutOwnStaff: not false });

    private static IEnumerable<Refusal> GuardStory(CaseFile file, Act act, StoryWritten story)
    {
        if (story is { Story: null, OwnWords: null, Devices: null }) yield return new("story", "Write what happened, the child's own words, or which devices", "S1.4");
    }

    private static IEnumerable<Refusal> GuardChange(CaseFile file, Act act, FactsChanged change)
    {
        if (file.At(change.Of)?.Content is not Reported) yield return new("of", "Select the report whose facts changed");
        if (string.IsNullOrWhiteSpace(change.Why)) yield return new("why", "Say what changed and how you know");
        foreach (var refusal in change.Told.Amiss()) yield return refusal;
    }

    private static IEnumerable<Remark> RemarkChange(CaseFile file, Act act, FactsChanged change)
    {
        if (file.At(change.Of) is not { Content: Reported } report || change.Told.Amiss().Any()) yield break;
        var dropped = Requirements.DroppedBy(file, new(int.MaxValue, act, report.Paper, report.About, change), RuleBook.Standard);
        if (dropped.Count > 0) yield return new($"This would drop: {string.Join("; ", dropped)}. {Unsigned}");
    }

    private static IEnumerable<Refusal> GuardLess(CaseFile file, Act act, LessAsked asked)
    {
        if (file.At(asked.Of)?.Content is not (Reported or FactsChanged)) yield return new("of", "Select the decision of which less is to be done");
        if (asked.Rules.Count == 0) yield return new("rules", "Select what is not to be done");
        var immediate = RuleBook.Standard.Newest.Referrals.Where(rule => rule.Cites.Any(id => id is "N1" or "N2")).Select(rule => rule.Name);
        if (asked.Rules.Intersect(immediate).Any()) yield return new("rules", "A child in danger, or who spoke of suicide, is always referred: nobody can decide otherwise", "N1", "N2");
        if (asked.Rules.Contains(DutyKind.DoNotViewImagery.Name)) yield return new("rules", "That nobody looks at an image is never left undone", "S2.1.4");
        if (string.IsNullOrWhiteSpace(asked.Instead)) yield return new("instead", "Say what is done instead");
        if (string.IsNullOrWhiteSpace(asked.Why)) yield return new("why", "Give the reason");
        if (asked.IsAboutOwnStaff is not false && asked.AskedOf == act.By.Team) yield return new("asked-of", "Select a team outside your setting: the concern is or may be about somebody of it", "S2.2.7");
    }

    private static IEnumerable<Refusal> GuardSigned(CaseFile file, Act act, LessSigned signed)
    {
        var (asked, counts) = (file.At(signed.Asked), file.Counting(signed.Asked));
        if (counts is not (LessAsked or FactsChanged)) yield return new("asked", "Select what you are asked to sign");
        if (signed.Agrees is null) yield return new("agrees", "Select whether you agree");
        if (string.IsNullOrWhiteSpace(signed.Why)) yield return new("why", "Give the reason");
        if (!act.By.MaySign) yield return new("", "A manager or a safeguarding lead signs");
        if (asked is null) yield break;
        if (asked.Act.By.Account == act.By.Account) yield return new("", "A second, different person signs");
        else if (counts is LessAsked && asked.Act.By.Team == act.By.Team && IsAboutOwnStaff(file, asked))
            yield return new("", "The concern is or may be about somebody of your own setting: somebody outside it signs", "S2.2.7");
    }

    private static IEnumerable<Refusal> GuardStep(CaseFile file, Act act, StepTaken step)
    {
        if (Kind(step.Duty) is not { } kind || !IsStep(kind)) yield return new("duty", "Select what was to be done");
        if (step.Causes.Count == 0 || step.Causes.Any(cause => file.At(cause) is null)) yield return new("causes", "Select what it was done about");
        if (string.IsNullOrWhiteSpace(step.What)) yield return new("what", "Say what was done, or why it was declined");
    }

    // The second person signs the same day: of the team that is asked, else of the asker's own.
    private static IEnumerable<Duty> Signing(CaseFile file, RuleBook rules)
    {
        var asked = file.All<LessAsked>().Select(one => one.Entry).Concat(Requirements.Of(file, rules).SelectMany(required => required.DroppedBy).Distinct());
        foreach (var entry in asked)
        {
            var asker = new Owing(entry.Act.By.Agency, entry.Act.By.Team);
            var by = file.Counting(entry.Id) is LessAsked { AskedOf: { } team } less ? new Owing(less.AskedAgency ?? asker.Agency, team) : asker;
            var since = file.LastCorrection(entry.Id) ?? entry;
            yield return new("sign-override", entry.Id.ToString(), DutyWords.Of("sign-override"), [entry.Id], signing.Due(since.HappenedOn, null, rules.Calendar), by, [])
            {
                MetBy = Answer(file, entry)?.Entry,
                MetWhen = "a second person signs or refuses",
            };
        }
    }
}
