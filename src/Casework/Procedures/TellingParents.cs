using System.Text.Json.Serialization;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Telling parents or carers, for each child and each of them: told, to be told by whom and when, or withheld until (S2.1.3). While information is
/// withheld nobody warns the adult (S2.2.9): what is said is agreed first with police or social care.
/// </summary>
public static class TellingParents
{
    /// <summary>Why something is not told.</summary>
    public enum Reason
    {
        /// <summary>It would put a child at risk.</summary>
        RiskToChild,

        /// <summary>The police or social care asked for it.</summary>
        AskedByPoliceOrSocialCare,
    }

    /// <summary>What the three ways in which a parent or carer can be told have in common: they are one form.</summary>
    internal interface ITelling
    {
        /// <summary>About which child or group.</summary>
        Guid Child { get; }

        /// <summary>Whom, where they are a person of the case.</summary>
        Guid? Person { get; }

        /// <summary>Whom, in words.</summary>
        string Who { get; }

        /// <summary>The report and the changes of facts that it is about.</summary>
        IReadOnlyList<EntryId> Causes { get; }

        /// <summary>Whether they could be the adult who may be involved, or live with them.</summary>
        Answer? CouldBeAdult { get; }
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
        Answer? CouldBeAdult = null) : Content, ITelling
    {
        /// <inheritdoc/>
        internal override Subjects About => Person is { } person ? Subjects.Of(Child, person) : Subjects.Of(Child);

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{Directed.Isolated(Who)} was told about {People.NameOf(file, Child)}";
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
        Answer? CouldBeAdult = null) : Content, ITelling
    {
        /// <inheritdoc/>
        internal override Subjects About => Person is { } person ? Subjects.Of(Child, person) : Subjects.Of(Child);

        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"{Directed.Isolated(Who)} is to be told about {People.NameOf(file, Child)} by "
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
    public sealed record Withheld(Guid Child, Guid? Person, string Who, Reason? Because, string Why, DateOnly? Until, IReadOnlyList<EntryId> Causes)
        : Content, ITelling
    {
        Answer? ITelling.CouldBeAdult => null;

        /// <inheritdoc/>
        internal override Subjects About => Person is { } person ? Subjects.Of(Child, person) : Subjects.Of(Child);

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
        internal override Subjects About => Person is { } person ? Subjects.Of(person) : Subjects.TheCase;

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
            Recordable.Of<ParentTold>("parents-told/2", Place.ReportOrCase, TellingGuards.GuardTold, TellingGuards.RemarkTold,
                form: TellingForms.Telling, cites: ["S2.1.3", "S2.2.9"]),
            Recordable.Was<Superseded.ToBeTold1>("parents-to-be-told/1"),
            Recordable.Of<ToBeTold>("parents-to-be-told/2", Place.ReportOrCase, TellingGuards.GuardToBeTold, TellingGuards.RemarkToBeTold,
                form: TellingForms.Telling, cites: ["S2.1.3", "S2.2.9"]),
            Recordable.Of<Withheld>("parents-withheld/1", Place.ReportOrCase, TellingGuards.GuardWithheld, form: TellingForms.Telling, cites: ["S2.1.3"]),
            Recordable.Of<Agreed>("telling-agreed/1", Place.ReportOrCase, TellingGuards.GuardAgreed, forReceivers: true, form: TellingForms.Agreed,
                cites: ["S2.2.9"]),
            Recordable.Of<Confirmed>("telling-confirmed/1", Place.With<Confirmed>(confirmed => confirmed.Of), TellingGuards.GuardConfirmed,
                forReceivers: true, form: TellingForms.Confirmed, cites: ["S2.2.9"]),
            Recordable.Of<LookedAgain>("looked-again/1", Place.ReportOrCase, TellingGuards.GuardLookedAgain, forReceivers: true, form: TellingForms.LookedAgain,
                cites: ["S2.2.9"]),
        ])
    { Duties = TellingDuties.Kinds, Opens = TellingDuties.Of };

    /// <summary>Whether information is withheld from everybody who could warn the adult, as the decisions of a case stand.</summary>
    public static bool IsWithheld(CaseView view) =>
        view.Requirements.Any(required => required.EndedBy is null && required.Row is DutyRule { Duty: var duty }
            && duty == DutyKind.WithholdInformation);

    /// <summary>Whether nothing is said to somebody of the case before police or social care agreed it: they are alleged, or linked to whoever is.</summary>
    public static bool IsHeld(CaseView view, Guid person)
    {
        ArgumentNullException.ThrowIfNull(view);
        return IsWithheld(view) && WhoIsTold.IsKnown(view.File, person);
    }

    /// <summary>Whether it is not known that no adult is involved, although none is: then whoever is told could be that adult, and it is asked.</summary>
    public static bool MayBeAdult(CaseView view) =>
        !IsWithheld(view) && view.Requirements.Any(required => required.EndedBy is null
        && required.Row is DutyRule { AgreeFirst: { } agree, Duty: var duty } && duty == DutyKind.DecideTellingParents
        && agree.When.In(required.Told[^1].Concern().Facts) == Answer.NotKnown);

    internal static bool IsSame(Guid? person, string who, ParentTold told) => person is { } one && told.Person is { } other ? one == other
        : WhoIsTold.Words(who).SetEquals(WhoIsTold.Words(told.Who));
}
