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

    /// <summary>What the receiver decided.</summary>
    public enum Outcome
    {
        /// <summary>Taken on: assessment or enquiry.</summary>
        Accepted,

        /// <summary>Help is offered without an assessment.</summary>
        EarlyHelp,

        /// <summary>Not taken on.</summary>
        NotAccepted,
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

    /// <summary>A referral that was received was decided on.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Outcome">What was decided.</param>
    /// <param name="Why">Why.</param>
    public sealed record Decided(EntryId Of, Outcome? Outcome, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Decided: {Words(Outcome)}. {Directed.Isolated(Why)}";
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

    private static readonly Recipient[] recipients = [Triage.Recipient.Police, Triage.Recipient.ChildrensSocialCare,
        Triage.Recipient.PoliceOrSocialCare, Triage.Recipient.Health, Triage.Recipient.Lado, Triage.Recipient.Prevent];

    /// <summary>What it records and opens.</summary>
    public static readonly Procedure Procedure = new("referral",
        [
            Recordable.Of<Made>("referral-made/1", GuardMade),
            Recordable.Of<KnewAlready>("recipient-knew/1", GuardKnew),
            Recordable.Of<Received>("referral-received/1", GuardReceived),
            Recordable.Of<Decided>("referral-decided/1", GuardDecided),
            Recordable.Of<FedBack>("referral-fed-back/1", GuardFedBack),
            Recordable.Of<Chased>("referral-chased/1", (file, _, said) => GuardWords(file, said.Of, said.Words, "Say who was asked and what they said")),
        ],
        (file, rules) => [.. ReferralDuties.ToRefer(file, rules), .. ReferralDuties.AfterMaking(file, rules)]);

    /// <summary>A recipient by its name, or none.</summary>
    public static Recipient? Recipient(string name) => Array.Find(recipients, recipient => recipient.Name == name);

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
        var errors = file.Entries.Where(entry => entry.Content is Corrected { Instead: null })
            .Select(entry => file.At(((Corrected)entry.Content).Entry)).OfType<Entry>()
            .Where(entry => entry.Content is Made && file.Counting(entry.Id) is null && Corrections.IsReliedOn(file, entry)).DistinctBy(entry => entry.Id);
        return file.All<Made>().Concat(errors.Select(entry => new Recorded<Made>(entry, (Made)entry.Content)));
    }

    /// <summary>The decision on a referral that counts: the last that was recorded.</summary>
    internal static Recorded<Decided>? DecisionOn(CaseFile file, Recorded<Made> made)
    {
        Recorded<Decided>? last = null;
        foreach (var decided in file.All<Decided>().Where(one => one.Content.Of == made.Id && one.HappenedOn >= made.HappenedOn))
            if (last is null || file.IsBefore(last.Value.Id, decided.Id)) last = decided;
        return last;
    }

    /// <summary>What told the referrer of a decision: nothing that was said before it.</summary>
    internal static Entry? Feedback(CaseFile file, Recorded<Decided> decided) =>
        file.First<FedBack>(told =>
            told.Content.Of == decided.Content.Of && told.HappenedOn >= decided.HappenedOn && file.IsBefore(decided.Id, told.Id))?.Entry;

    // Somebody has it from the call on; what was only written, and nobody is known to have taken, from its receipt.
    private static Entry? TakenBy(CaseFile file, Recorded<Made> made) =>
        made.Content.By == Means.Writing && ComparedText.IsEmpty(made.Content.SpokeTo)
            ? file.First<Received>(received => received.Content.Of == made.Id && received.HappenedOn >= made.HappenedOn)?.Entry : made.Entry;

    private static bool Meets(string made, Recipient asked) =>
        made == asked.Name || (asked == Triage.Recipient.PoliceOrSocialCare && DecisionWords.Each(asked).Any(either => either.Name == made));

    private static string Words(Outcome? outcome) => outcome switch
    {
        Outcome.Accepted => "accepted",
        Outcome.EarlyHelp => "early help offered",
        _ => "not accepted",
    };

    private static IEnumerable<Refusal> GuardMade(CaseFile file, Act act, Made made)
    {
        if (Recipient(made.To) is null) yield return new("to", "Select who was called");
        if (made.By is null) yield return new("by", "Select how the referral was made");
        if (made.By is Means.Telephone or Means.InPerson && ComparedText.IsEmpty(made.SpokeTo))
            yield return new("spoke-to", "Enter who took it: trying counts for nothing until somebody has", "N8");
        foreach (var refusal in GuardCauses(file, made.Causes)) yield return refusal;
    }

    private static IEnumerable<Refusal> GuardKnew(CaseFile file, Act act, KnewAlready knew)
    {
        if (Recipient(knew.To) is null) yield return new("to", "Select which service knows already");
        else if (AgencyOf(knew.To) != act.By.Agency)
            yield return new("to", "Only somebody of that service can say that it knows already; otherwise call and record the call");
        if (ComparedText.IsEmpty(knew.Who)) yield return new("who", "Enter who of your service has it");
        foreach (var refusal in GuardCauses(file, knew.Causes)) yield return refusal;
    }

    private static IEnumerable<Refusal> GuardReceived(CaseFile file, Act act, Received received)
    {
        if (file.At(received.Of)?.Content is not Made made) yield return new("of", "Select the referral that was received");
        else if (!IsOf(made, act)) yield return new("of", "The service that it was made to records that it was received");
    }

    private static IEnumerable<Refusal> GuardDecided(CaseFile file, Act act, Decided decided)
    {
        if (file.First<Received>(received => received.Content.Of == decided.Of) is null)
            yield return new("of", "Record first that the referral was received", "N8");
        else if (!HasReceived(file, decided.Of, act)) yield return new("of", "The service that has received it decides", "N8");
        if (decided.Outcome is null) yield return new("outcome", "Select what was decided");
        if (ComparedText.IsEmpty(decided.Why)) yield return new("why", "Give the reason: the referrer is told it", "N9");
    }

    private static bool IsOf(Made made, Act act) => AgencyOf(made.To) == act.By.Agency
        || (made.To == Triage.Recipient.PoliceOrSocialCare.Name && act.By.Agency == Agency.Police);

    // Where it could be either of two services, the one that has it answers for it: the other decides nothing that ends its place.
    private static bool HasReceived(CaseFile file, EntryId made, Act act) =>
        file.First<Received>(received => received.Content.Of == made && received.Entry.Act.By.Agency == act.By.Agency) is not null;

    private static IEnumerable<Refusal> GuardFedBack(CaseFile file, Act act, FedBack told)
    {
        foreach (var refusal in GuardWords(file, told.Of, told.Words, "Say what the referrer was told, and what may be said to others")) yield return refusal;
        if (file.At(told.Of)?.Content is not Made made) yield break;
        if (!IsOf(made, act) || (file.First<Received>(received => received.Content.Of == told.Of) is not null && !HasReceived(file, told.Of, act)))
            yield return new("of", "The service that decided tells the referrer", "N9");
        else if (file.First<Decided>(decided => decided.Content.Of == told.Of) is null) yield return new("of", "Record first what was decided", "N8");
    }

    private static IEnumerable<Refusal> GuardWords(CaseFile file, EntryId of, string words, string missing)
    {
        if (file.At(of)?.Content is not Made) yield return new("of", "Select the referral");
        if (ComparedText.IsEmpty(words)) yield return new("words", missing, "N9");
    }

    private static IEnumerable<Refusal> GuardCauses(CaseFile file, IReadOnlyList<EntryId> causes)
    {
        if (causes.Count == 0 || causes.Any(cause => file.At(cause)?.Content is not (Concern.Reported or Concern.FactsChanged)))
            yield return new("causes", "Select which report or change of facts was passed on");
    }
}
