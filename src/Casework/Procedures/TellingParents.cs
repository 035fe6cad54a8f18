using System.Text.Json.Serialization;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Telling parents or carers, for each child and each of them: told, to be told by whom and when, or withheld until (S2.1.3). While information is
/// withheld nobody warns the adult (S2.2.9): what is said is agreed first with police or social care.
/// </summary>
public static class TellingParents
{
    private const string CouldBe =
        "They could be that adult, or live with them. Agree first with police or social care what is said, and record that the facts changed";

    /// <summary>Why something is not told.</summary>
    public enum Reason
    {
        /// <summary>It would put a child at risk.</summary>
        RiskToChild,

        /// <summary>The police or social care asked for it.</summary>
        AskedByPoliceOrSocialCare,
    }

    /// <summary>A parent or carer was told.</summary>
    /// <param name="Child">About which child or group.</param>
    /// <param name="Person">Whom, where they are a person of the case.</param>
    /// <param name="Who">Who was told, in words.</param>
    /// <param name="How">How, and by whom.</param>
    /// <param name="What">What they were told.</param>
    /// <param name="Causes">The report and the changes of facts that it is about.</param>
    /// <param name="CouldBeAdult">Whether they could be the adult who may be involved, or live with them: asked where it is not known whether one
    /// is. Null where it was not asked.</param>
    public sealed record ParentTold(Guid Child, Guid? Person, string Who, string How, string What, IReadOnlyList<EntryId> Causes,
        Answer? CouldBeAdult = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{Directed.Isolated(Who)} told about {People.NameOf(file, Child)}";
    }

    /// <summary>A parent or carer is to be told.</summary>
    /// <param name="Child">About which child or group.</param>
    /// <param name="Person">Whom, where they are a person of the case.</param>
    /// <param name="Who">Who is to be told, in words.</param>
    /// <param name="ToldBy">Who tells them.</param>
    /// <param name="On">By which day.</param>
    /// <param name="Causes">The report and the changes of facts that it is about.</param>
    /// <param name="CouldBeAdult">Whether they could be the adult who may be involved, or live with them: asked where it is not known whether one
    /// is. Null where it was not asked.</param>
    public sealed record ToBeTold(Guid Child, Guid? Person, string Who, string ToldBy, DateOnly? On, IReadOnlyList<EntryId> Causes,
        Answer? CouldBeAdult = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"{Directed.Isolated(Who)} to be told about {People.NameOf(file, Child)} by "
            + $"{Directed.Isolated(ToldBy)}{(On is { } day ? $", by {DecisionWords.Day(day)}" : "")}";
    }

    /// <summary>A parent or carer is not told yet.</summary>
    /// <param name="Child">About which child or group.</param>
    /// <param name="Person">From whom, where they are a person of the case.</param>
    /// <param name="Who">From whom, in words.</param>
    /// <param name="Because">Why.</param>
    /// <param name="Why">Why, in words.</param>
    /// <param name="Until">Until which day; then it is decided again.</param>
    /// <param name="Causes">The report and the changes of facts that it is about.</param>
    public sealed record Withheld(Guid Child, Guid? Person, string Who, Reason? Because, string Why, DateOnly? Until, IReadOnlyList<EntryId> Causes) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"Withheld from {Directed.Isolated(Who)} about "
            + $"{People.NameOf(file, Child)}{(Until is { } day ? $" until {DecisionWords.Day(day)}" : "")}: {Directed.Isolated(Why)}";
    }

    /// <summary>The police or social care agreed what is said, to whom, and what is left in place.</summary>
    /// <param name="What">What may be said and what is left in place.</param>
    /// <param name="ToWhom">To whom.</param>
    /// <param name="With">Who agreed, of which service.</param>
    /// <param name="Causes">The report and the changes of facts that it is about.</param>
    /// <param name="Person">To whom, where they are a person of the case: then it covers nobody else of its people. Null where the words alone say it.</param>
    public sealed record Agreed(string What, string ToWhom, string With, IReadOnlyList<EntryId> Causes,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Person = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file)
        {
            ArgumentNullException.ThrowIfNull(file);
            var (with, said) = (Directed.Isolated(With), $"what is said to {Directed.Isolated(ToWhom)}: {Directed.Isolated(What)}");
            return AgreedTelling.IsSaidBy(file, this) is null ? $"Agreed with {with} {said}" : $"Whoever recorded this says that {with} agreed {said}";
        }
    }

    /// <summary>Police or social care answer what somebody else recorded that they agreed.</summary>
    /// <param name="Of">What was recorded as agreed.</param>
    /// <param name="Agrees">Whether they agreed it.</param>
    /// <param name="What">What may be said and what is left in place, in their words; or what was not agreed.</param>
    public sealed record Confirmed(EntryId Of, bool? Agrees, string What) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{(Agrees == true ? "Confirmed that it was agreed" : "Not agreed")}: {Directed.Isolated(What)}";
    }

    /// <summary>After somebody was told while information was withheld: the evidence and each child's safety were looked at again.</summary>
    /// <param name="Of">What was told too early.</param>
    /// <param name="What">What was found and done.</param>
    public sealed record LookedAgain(EntryId Of, string What) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Looked again after somebody was told early: {Directed.Isolated(What)}";
    }

    /// <summary>What it records and opens.</summary>
    public static readonly Procedure Procedure = new("telling-parents",
        [
            Recordable.Was<Superseded.Told1>("parents-told/1"),
            Recordable.Of<ParentTold>("parents-told/2", (file, act, told) => GuardTold(file, act, told), RemarkTold),
            Recordable.Was<Superseded.ToBeTold1>("parents-to-be-told/1"),
            Recordable.Of<ToBeTold>("parents-to-be-told/2", GuardToBeTold, RemarkToBeTold),
            Recordable.Of<Withheld>("parents-withheld/1", GuardWithheld),
            Recordable.Of<Agreed>("telling-agreed/1", GuardAgreed),
            Recordable.Of<Confirmed>("telling-confirmed/1", GuardConfirmed),
            Recordable.Of<LookedAgain>("looked-again/1", GuardLookedAgain),
        ],
        TellingDuties.Of);

    /// <summary>Whether information is withheld from everybody who could warn the adult, as the decisions of a case stand.</summary>
    public static bool IsWithheld(CaseFile file, RuleBook rules) =>
        Requirements.Of(file, rules).Any(required => required.EndedBy is null && required.Row is DutyRule { Duty: var duty }
            && duty == DutyKind.WithholdInformation);

    /// <summary>Whether it is not known that no adult is involved, although none is: then whoever is told could be that adult, and it is asked.</summary>
    public static bool MayBeAdult(CaseFile file, RuleBook rules) =>
        !IsWithheld(file, rules) && Requirements.Of(file, rules).Any(required => required.EndedBy is null
        && required.Row is DutyRule { AgreeFirst: { } agree, Duty: var duty } && duty == DutyKind.DecideTellingParents
        && agree.When.In(required.Told[^1].Concern().Facts) == Answer.NotKnown);

    internal static bool IsSame(Guid? person, string who, ParentTold told) => person is { } one && told.Person is { } other ? one == other
        : WhoIsTold.Words(who).SetEquals(WhoIsTold.Words(told.Who));

    private static IEnumerable<Refusal> GuardTold(CaseFile file, Act act, ParentTold told)
    {
        foreach (var refusal in GuardWhom(file, told.Child, told.Who, told.Causes)) yield return refusal;
        if (act.HappenedAt is null) yield return new("happened-at", "Enter the time at which they were told: later questions turn on it");
        if (ComparedText.IsEmpty(told.How)) yield return new("how", "Enter who told them and how");
        if (ComparedText.IsEmpty(told.What)) yield return new("what", "Enter what they were told");
        foreach (var refusal in GuardCouldBe(file, told.CouldBeAdult)) yield return refusal;
    }

    // It is asked where it is not known whether an adult is involved.
    private static IEnumerable<Refusal> GuardCouldBe(CaseFile file, Answer? could)
    {
        if (could is null && MayBeAdult(file, RuleBook.Standard))
            yield return new("could-be-adult", "Select whether they could be that adult, or live with them", "S2.2.9");
    }

    private static IEnumerable<Remark> RemarkTold(CaseFile file, Act act, ParentTold told)
    {
        if (told.CouldBeAdult is Answer.Yes or Answer.NotKnown) yield return new(CouldBe, "S2.2.9");
        if (AgreedTelling.IsTooEarly(file, file, act, told, RuleBook.Standard))
            yield return new("They were told while information was withheld. It is recorded. Police and the case lead look at the evidence and at "
                + "each child's safety again today", "S2.2.9");
    }

    private static IEnumerable<Remark> RemarkToBeTold(CaseFile file, Act act, ToBeTold planned)
    {
        if (planned.CouldBeAdult is Answer.Yes or Answer.NotKnown) yield return new(CouldBe, "S2.2.9");
    }

    private static IEnumerable<Refusal> GuardToBeTold(CaseFile file, Act act, ToBeTold planned)
    {
        foreach (var refusal in GuardWhom(file, planned.Child, planned.Who, planned.Causes)) yield return refusal;
        if (ComparedText.IsEmpty(planned.ToldBy)) yield return new("told-by", "Enter who tells them");
        if (planned.On is null) yield return new("on", "Enter the day by which they are told");
        else if (planned.On < act.HappenedOn) yield return new("on", "Enter a day from today on; record separately that somebody was told");
        foreach (var refusal in GuardCouldBe(file, planned.CouldBeAdult)) yield return refusal;
    }

    private static IEnumerable<Refusal> GuardWithheld(CaseFile file, Act act, Withheld withheld)
    {
        foreach (var refusal in GuardWhom(file, withheld.Child, withheld.Who, withheld.Causes)) yield return refusal;
        if (withheld.Because is null) yield return new("because", "Select why they are not told yet", "S2.1.3");
        if (ComparedText.IsEmpty(withheld.Why)) yield return new("why", "Give the reason in words", "S2.1.3");
        if (withheld.Until is null) yield return new("until", "Enter the day on which it is decided again", "S2.1.3");
        else if (withheld.Until < act.HappenedOn) yield return new("until", "Enter a day from today on");
    }

    private static IEnumerable<Refusal> GuardAgreed(CaseFile file, Act act, Agreed agreed)
    {
        if (ComparedText.IsEmpty(agreed.What)) yield return new("what", "Enter what may be said, and what is left in place", "S2.2.9");
        if (ComparedText.IsEmpty(agreed.ToWhom)) yield return new("to-whom", "Enter to whom", "S2.2.9");
        if (ComparedText.IsEmpty(agreed.With)) yield return new("with", "Enter who of the police or social care agreed", "S2.2.9");
        if (agreed.Person is { } person && !file.All<People.Added>().Any(p => p.Content.Person == person))
            yield return new("person", "Select somebody of this case");
        foreach (var refusal in GuardCauses(file, agreed.Causes)) yield return refusal;
    }

    private static IEnumerable<Refusal> GuardConfirmed(CaseFile file, Act act, Confirmed confirmed)
    {
        if (file.Counting(confirmed.Of) is not Agreed) yield return new("of", "Select what was recorded as agreed");
        if (!SecondPerson.IsService(file, act.By)) yield return new("", "Only police or social care who have the referral say what they agreed", "S2.2.9");
        if (confirmed.Agrees is null) yield return new("agrees", "Select whether you agreed it");
        if (ComparedText.IsEmpty(confirmed.What))
            yield return new("what", "Enter what may be said and what is left in place, or what was not agreed", "S2.2.9");
    }

    private static IEnumerable<Refusal> GuardLookedAgain(CaseFile file, Act act, LookedAgain looked)
    {
        if (file.At(looked.Of)?.Content is not ParentTold) yield return new("of", "Select what was told too early");
        if (ComparedText.IsEmpty(looked.What)) yield return new("what", "Enter what was found about the evidence and each child, and what was done", "S2.2.9");
    }

    private static IEnumerable<Refusal> GuardWhom(CaseFile file, Guid child, string who, IReadOnlyList<EntryId> causes)
    {
        var known = file.All<People.Added>().Any(p => p.Content.Person == child && p.Content.IsChild)
            || file.All<People.GroupAdded>().Any(g => g.Content.Group == child);
        if (!known) yield return new("child", "Select the child");
        if (ComparedText.IsEmpty(who)) yield return new("who", "Enter which parent or carer");
        foreach (var refusal in GuardCauses(file, causes)) yield return refusal;
    }

    private static IEnumerable<Refusal> GuardCauses(CaseFile file, IReadOnlyList<EntryId> causes)
    {
        if (causes.Count == 0 || causes.Any(cause => file.At(cause)?.Content is not (Concern.Reported or Concern.FactsChanged)))
            yield return new("causes", "Select which report or change of facts it is about");
    }
}
