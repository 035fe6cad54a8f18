using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Shapes in which entries were stored and are stored no more. Each loads for ever, as what stands in its place now; nothing new is recorded in it.
/// </summary>
public static class Superseded
{
    /// <summary>Something of an older shape.</summary>
    public abstract record Older : Content
    {
        /// <summary>The same in the shape of now: what was not asked then is not answered.</summary>
        public abstract Content AsNow();

        /// <inheritdoc/>
        public override string Line(CaseFile file) => AsNow().Line(file);
    }

    /// <summary><c>concern-reported/1</c>: who sees it instead of the safeguarding lead was not asked.</summary>
    /// <param name="Told">The facts.</param>
    /// <param name="LeadMaySee">Whether the safeguarding lead may see it. Not answered was no.</param>
    public sealed record Reported1(ConcernFacts Told, bool? LeadMaySee = null) : Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new Concern.Reported(Told, LeadMaySee);
    }

    /// <summary><c>facts-changed/1</c>: nobody outside the setting was named to sign it.</summary>
    /// <param name="Of">The report.</param>
    /// <param name="Told">The facts.</param>
    /// <param name="Why">What changed, and how it is known.</param>
    public sealed record FactsChanged1(EntryId Of, ConcernFacts Told, string Why) : Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new Concern.FactsChanged(Of, Told, Why);
    }

    /// <summary><c>parents-told/1</c>: whether they could be the adult was not asked.</summary>
    /// <param name="Child">About which child or group.</param>
    /// <param name="Person">Whom, where they are a person of the case.</param>
    /// <param name="Who">Who was told, in words.</param>
    /// <param name="How">How, and by whom.</param>
    /// <param name="What">What they were told.</param>
    /// <param name="Causes">The report and the changes of facts that it is about.</param>
    public sealed record Told1(Guid Child, Guid? Person, string Who, string How, string What, IReadOnlyList<EntryId> Causes) : Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new TellingParents.ParentTold(Child, Person, Who, How, What, Causes);
    }

    /// <summary><c>parents-to-be-told/1</c>: whether they could be the adult was not asked.</summary>
    /// <param name="Child">About which child or group.</param>
    /// <param name="Person">Whom, where they are a person of the case.</param>
    /// <param name="Who">Who is to be told, in words.</param>
    /// <param name="ToldBy">Who tells them.</param>
    /// <param name="On">By which day.</param>
    /// <param name="Causes">The report and the changes of facts that it is about.</param>
    public sealed record ToBeTold1(Guid Child, Guid? Person, string Who, string ToldBy, DateOnly? On, IReadOnlyList<EntryId> Causes) : Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new TellingParents.ToBeTold(Child, Person, Who, ToldBy, On, Causes);
    }

    /// <summary>What a receiver decided, in <c>referral-decided/1</c>.</summary>
    public enum Outcome1
    {
        /// <summary>Taken on: assessment or enquiry.</summary>
        Accepted,

        /// <summary>Help is offered without an assessment.</summary>
        EarlyHelp,

        /// <summary>Not taken on.</summary>
        NotAccepted,
    }

    /// <summary><c>referral-decided/1</c>: one decision for all children; who leads was not asked.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Outcome">What was decided.</param>
    /// <param name="Why">Why.</param>
    public sealed record Decided1(EntryId Of, Outcome1? Outcome, string Why) : Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new Referral.Decided(Of, null, Outcome switch
        {
            Outcome1.Accepted => Referral.Outcome.Assessment,
            Outcome1.EarlyHelp => Referral.Outcome.EarlyHelp,
            Outcome1.NotAccepted => Referral.Outcome.NotForUs,
            _ => null,
        }, Why);
    }
}
