using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The referral, by telephone in three steps: made, received, decided; then what was decided is fed back to whoever made it. Any practitioner may make
/// one, whatever anybody else thinks (N8, N9).
/// </summary>
public static class Referral
{
    /// <summary>How a referral was made.</summary>
    public enum Means
    {
        /// <summary>By telephone: how it should be, so that somebody has it.</summary>
        Telephone,

        /// <summary>Face to face.</summary>
        InPerson,

        /// <summary>In writing only. It counts when it is received.</summary>
        Writing,
    }

    /// <summary>What the receiver decided about a child.</summary>
    public enum Outcome
    {
        /// <summary>Taken on for an assessment.</summary>
        Assessment,

        /// <summary>Taken on, with a strategy discussion first.</summary>
        StrategyDiscussion,

        /// <summary>Help is offered without an assessment.</summary>
        EarlyHelp,

        /// <summary>Advice was given, and nothing else is done.</summary>
        AdviceOnly,

        /// <summary>Not for this service: for another, which is named.</summary>
        NotForUs,

        /// <summary>No role for this service.</summary>
        NoRole,
    }

    /// <summary>A referral was made.</summary>
    /// <param name="To">The recipient's name, as in a decision.</param>
    /// <param name="ToTeam">The team that has it, where it is known.</param>
    /// <param name="By">How.</param>
    /// <param name="SpokeTo">Who took it.</param>
    /// <param name="Reference">Their reference.</param>
    /// <param name="Causes">The report and the changes of facts that were passed on.</param>
    public sealed record Made(string To, Guid? ToTeam, Means? By, string? SpokeTo, string? Reference, IReadOnlyList<EntryId> Causes) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"Referral made to {Recipient(To)?.Words ?? To}{(ComparedText.IsEmpty(SpokeTo) ? "" : $", taken by {Directed.Isolated(SpokeTo)}")}";
    }

    /// <summary>The recipient's own people report the concern: they know already, and nobody needs to call them.</summary>
    /// <param name="To">The recipient's name.</param>
    /// <param name="Who">Who of them has it.</param>
    /// <param name="Causes">The report and the changes of facts that they know.</param>
    public sealed record KnewAlready(string To, string Who, IReadOnlyList<EntryId> Causes) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{DecisionWords.Capital(Recipient(To)?.Words ?? To)} knew already: {Directed.Isolated(Who)} has it";
    }

    /// <summary>A referral that was made was received.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Reference">The receiver's reference.</param>
    public sealed record Received(EntryId Of, string? Reference) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"The referral was received{(ComparedText.IsEmpty(Reference) ? "" : $", reference {Directed.Isolated(Reference)}")}";
    }

    /// <summary>A referral that was received was decided on, for one child.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Child">Which child or group; null where none is recorded.</param>
    /// <param name="Outcome">What was decided.</param>
    /// <param name="Why">Why; the referrer is told it.</param>
    /// <param name="ToWhom">For whom it is, where it is for another service.</param>
    /// <param name="LeadTeam">The team that leads, where it was taken on.</param>
    /// <param name="Lead">Who of that team leads; null while nobody is named.</param>
    public sealed record Decided(EntryId Of, Guid? Child, Outcome? Outcome, string Why, string? ToWhom = null, Guid? LeadTeam = null, Guid? Lead = null)
        : Content
    {
        /// <summary>Whether the child was taken on.</summary>
        public bool IsTakenOn => Outcome is Referral.Outcome.Assessment or Referral.Outcome.StrategyDiscussion;

        /// <inheritdoc/>
        internal override Subjects About => Child is { } child ? Subjects.Of(child) : Subjects.TheCase;

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Decided{(Child is { } child ? $" about {People.NameOf(file, child)}" : "")}: {Words(Outcome)}"
            + $"{(ComparedText.IsEmpty(ToWhom) ? "" : $", for {Directed.Isolated(ToWhom)}")}. {Directed.Isolated(Why)}";
    }

    /// <summary>Whoever made the referral was told what was decided.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Words">What they were told, and what may be said to others.</param>
    public sealed record FedBack(EntryId Of, string Words) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"The referrer was told: {Directed.Isolated(Words)}";
    }

    /// <summary>Whoever made a referral asked what became of it.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Words">Who was asked, and what they said.</param>
    public sealed record Chased(EntryId Of, string Words) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"The referral was chased: {Directed.Isolated(Words)}";
    }

    /// <summary>Everybody to whom something can be referred.</summary>
    public static IReadOnlyList<Recipient> Recipients { get; } = [Triage.Recipient.Police, Triage.Recipient.ChildrensSocialCare,
        Triage.Recipient.PoliceOrSocialCare, Triage.Recipient.Health, Triage.Recipient.Lado, Triage.Recipient.Prevent];

    /// <summary>What it records and opens.</summary>
    public static readonly Procedure Procedure = new("referral",
        [
            Recordable.Of<Made>("referral-made/1", Place.WithReport<Made>(made => First(made.Causes)), ReferralGuards.GuardMade, forReceivers: true,
                remarksWhere: ReferralGuards.RemarkMade, form: ReferralForms.Made, cites: ["N8"]),
            Recordable.Of<KnewAlready>("recipient-knew/1", Place.With<KnewAlready>(knew => First(knew.Causes)), ReferralGuards.GuardKnew, forReceivers: true,
                form: ReferralForms.Knew, cites: ["N8"]),
            Recordable.Of<Received>("referral-received/1", Place.With<Received>(received => received.Of), ReferralGuards.GuardReceived, forReceivers: true,
                form: ReferralForms.Received, cites: ["N8"]),
            Recordable.Of<ReferralTaking.Taken>("referral-taken/1", Place.With<ReferralTaking.Taken>(taken => taken.Of), ReferralTaking.Guard,
                forReceivers: true, form: ReferralTaking.Form, cites: ["N8"]),
            Recordable.Was<Superseded.Decided1>("referral-decided/1"),
            Recordable.Of<Decided>("referral-decided/2", Place.With<Decided>(decided => decided.Of), ReferralGuards.GuardDecided, forReceivers: true,
                form: ReferralForms.Decided, cites: ["N8", "N9"]),
            Recordable.Of<FedBack>("referral-fed-back/1", Place.With<FedBack>(told => told.Of), ReferralGuards.GuardFedBack, forReceivers: true,
                form: ReferralForms.FedBack, cites: ["N8", "N9"]),
            Recordable.Of<Chased>("referral-chased/1", Place.With<Chased>(chased => chased.Of), ReferralGuards.GuardChased, form: ReferralForms.Chased,
                cites: ["N9"]),
        ])
    {
        Duties = ReferralDuties.Kinds,
        Opens = view => [.. ReferralDuties.ToRefer(view), .. ReferralDuties.AfterMaking(view)],
        Admits = ReferralCircle.Of,
    };

    /// <summary>A recipient by its name, or none.</summary>
    public static Recipient? Recipient(string name) => Recipients.FirstOrDefault(recipient => recipient.Name == name);

    /// <summary>The place of a recipient, from 1, among those who can be called.</summary>
    public static int PlaceOf(Recipient to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return 1 + ReferralForms.Services.TakeWhile(service => service.Value != to.Name).Count();
    }

    /// <summary>Whom a duty asks to be called; none where it asks for no call.</summary>
    public static Recipient? Called(DutyKind duty) => ReferralDuties.Called(duty);

    /// <summary>The children and groups whom a referral is about, in the order in which they came in; none where it names none, or is none.</summary>
    public static IReadOnlyList<Guid> ChildrenOf(CaseFile file, EntryId made)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.First<Made>(one => one.Id == made) is { } referral ? new ReferralDecisions(file, referral).Children : [];
    }

    /// <summary>Whether somebody takes referrals of those who have no account: the receiving teams of social care and the police, out of hours too.</summary>
    public static bool TakesCalls(Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by is { Agency: Agency.SocialCare, Role: Role.SocialWorker or Role.SocialCareManager or Role.OutOfHoursWorker or Role.DutyOfficer }
            or { Agency: Agency.Police, Role: Role.PoliceOfficer or Role.PoliceSupervisor or Role.DutyOfficer };
    }

    /// <summary>The reports of which a referral passed something on.</summary>
    internal static IReadOnlySet<EntryId> ReportsOf(CaseFile file, Made made) =>
        made.Causes.Select(cause => file.At(cause)?.Content is Concern.FactsChanged change ? change.Of : cause).ToHashSet();

    /// <summary>The kind of organisation that a recipient is.</summary>
    public static Agency AgencyOf(string recipient) => recipient switch
    {
        "police" => Agency.Police,
        "health" => Agency.Health,
        "lado" => Agency.Lado,
        "prevent" => Agency.Police,
        _ => Agency.SocialCare,
    };

    /// <summary>
    /// What met the duty to refer: the first referral, or "knows already", with which every cause has been passed on, each on no earlier day than
    /// its awareness. Where either of two meets the rule, a referral to one of them does.
    /// </summary>
    internal static Entry? MetBy(CaseFile file, Recipient to, params IEnumerable<(EntryId Cause, DateOnly Aware)> causes)
    {
        List<(Entry Entry, IReadOnlyList<EntryId> PassedOn)> taken = [];
        foreach (var made in file.All<Made>())
            if (Meets(made.Content.To, to) && TakenBy(file, made) is { } by) taken.Add((by, made.Content.Causes));
        foreach (var knew in file.All<KnewAlready>())
            if (Meets(knew.Content.To, to)) taken.Add((knew.Entry, knew.Content.Causes));
        if (taken.Count == 0) return null;
        var left = causes.ToList();
        foreach (var (entry, passedOn) in taken.OrderBy(one => one.Entry.HappenedOn))
        {
            left.RemoveAll(one => passedOn.Contains(one.Cause) && entry.HappenedOn >= one.Aware);      // nobody passes on what nobody knew yet
            if (left.Count == 0) return entry;
        }

        return null;
    }

    /// <summary>The referrals that were made. One that was received, or acted on, was made, whatever was written of it since.</summary>
    internal static IEnumerable<Recorded<Made>> Standing(CaseFile file)
    {
        var errors = file.All<Corrected>().Where(correction => correction.Content.Instead is null)
            .Select(correction => file.At(correction.Content.Entry)).OfType<Entry>()
            .Where(entry => entry.Content is Made && file.Counting(entry.Id) is null && Corrections.IsReliedOn(file, entry)).DistinctBy(entry => entry.Id);
        return file.All<Made>().Concat(errors.Select(entry => new Recorded<Made>(entry, (Made)entry.Content)));
    }

    /// <summary>What was decided, in words.</summary>
    public static string Words(Outcome? outcome) => outcome switch
    {
        Outcome.Assessment => "taken on, for an assessment",
        Outcome.StrategyDiscussion => "taken on, with a strategy discussion",
        Outcome.EarlyHelp => "early help",
        Outcome.AdviceOnly => "advice only",
        Outcome.NotForUs => "not for this service",
        _ => "no role for this service",
    };

    // Somebody has it from the call on; what was only written, and nobody is known to have taken, from its receipt.
    private static Entry? TakenBy(CaseFile file, Recorded<Made> made) =>
        made.Content.By == Means.Writing && ComparedText.IsEmpty(made.Content.SpokeTo)
            ? file.First<Received>(received => received.Content.Of == made.Id && received.HappenedOn >= made.HappenedOn)?.Entry : made.Entry;

    private static EntryId? First(IReadOnlyList<EntryId> causes) => causes is [var first, ..] ? first : null;

    internal static bool Meets(string made, Recipient asked) =>
        made == asked.Name || (asked == Triage.Recipient.PoliceOrSocialCare && DecisionWords.Each(asked).Any(either => either.Name == made));
}
