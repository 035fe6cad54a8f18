using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Referral;
using Outcome = Lapwing.Casework.Procedures.Referral.Outcome;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms of a referral (N8, N9).</summary>
internal static class ReferralForms
{
    private const string NoneMade = "No referral to your team stands here.";
    private const string NoneReceived = "Your service has received no referral here yet. Whoever it was made to says first that they have it.";
    private static readonly (int, string) receive = (2, "Say that it is received");

    private static readonly Recipient[] services = [Triage.Recipient.ChildrensSocialCare, Triage.Recipient.Police, Triage.Recipient.Health,
        Triage.Recipient.Lado, Triage.Recipient.Prevent];

    private static readonly (Outcome, string, string?)[] outcomes =
        [.. Enum.GetValues<Outcome>().Select(outcome => (outcome, DecisionWords.Capital(Referral.Words(outcome)), (string?)null))];

    /// <summary>Who can be called, in the order in which they are offered.</summary>
    public static IReadOnlyList<Offered> Services { get; } = [.. services.Select(to => new Offered(to.Name, DecisionWords.Capital(to.Words)))];

    /// <summary>A referral was made.</summary>
    public static readonly CaseForm Made = CaseForm.Of<Made>(1, "You have called", "record that a referral was made", f =>
    {
        if (f.IsCorrection)
            f.Says("To whom it was made is not corrected: if somebody else was called, say below that it was made in error, and record that call.", "to");
        var to = f.Stays(m => m.To, () => f.OneOf(m => m.To, "Who was called?", "Select who was called", Services, words: Named));
        var by = f.OneOf(m => m.By, "How?", "Select how the referral was made", [(Means.Telephone, "By telephone", null), (Means.InPerson, "In person", null),
            (Means.Writing, "In writing only", "A letter or email does not count until somebody confirms it. Call as well.")]);
        return new(to, f.Follows(m => m.ToTeam, () => TeamOf(f, to)), by,      // nobody is asked for the team: it follows
            f.LineOrNone(m => m.SpokeTo, "Who took it?", by is Means.Writing ? null
                : "Enter who took it: trying counts for nothing until somebody has", "Trying counts for nothing until somebody has taken it.",
                cites: ["N8"]),
            f.LineOrNone(m => m.Reference, "Their reference, if they gave one", width: 20),
            f.Causes(m => m.Causes, "Which report did you pass on?", "Select which report or change of facts was passed on"));
    })
    with
    { BeginsByNumber = true, InLine = ["to", "spoke-to"] };

    /// <summary>The service that is to be called knows already.</summary>
    public static readonly CaseForm Knew = CaseForm.Of<KnewAlready>(17, "Your service knows already", "record that a service knew already", f =>
    {
        var own = f.IsBlank ? Services : [.. Services.Where(to => AgencyOf(to.Value) == f.By.Agency)];
        f.Closed(() => own.Count == 0, "Only somebody of the service that is to be called can say that it knows already.",
            (1, "Call, and record the call"));
        return new(f.OneOf(m => m.To, "Which service?", "Select which service knows already", own, isGiven: own.Count == 1,
                words: Named),
            f.Line(m => m.Who, "Who of your service has it?", "Enter who of your service has it", "A person and their team: nobody else is going to call."),
            f.Causes(m => m.Causes, "Which report did you pass on?", "Select which report or change of facts was passed on"));
    })
    with
    { InLine = ["to", "who"] };

    /// <summary>A referral was received.</summary>
    public static readonly CaseForm Received = CaseForm.Of<Received>(2, "The referral is received", "record that a referral was received", f =>
        new(f.Entry(m => m.Of, "Which referral?", "Select the referral that was received", Theirs(f, m => m.Of, isReceived: false),
            NoneMade),
            f.LineOrNone(m => m.Reference, "Your reference", width: 20)))
    with
    { InLine = ["reference"] };

    /// <summary>A referral was decided on, for each child.</summary>
    public static readonly CaseForm Decided = CaseForm.Of<Referral.Decided>(3, "Decide on the referral", "decide on a referral", f =>
    {
        var of = f.Entry(m => m.Of, "Which referral?", "Select the referral", Theirs(f, m => m.Of, isReceived: true), NoneReceived, receive);
        if (f.IsCorrection)
            f.Says("What was decided stays: others act on it. Its words are corrected here; what is decided now is a decision of its own.", "outcome");
        var child = f.Stays(m => m.Child, () => f.Each(m => m.Child, "For which children?", "Select for which children it was decided", Referred(f),
            "One decision for those that you select. Decide on the others in another.", "children"));
        var outcome = f.Stays(m => m.Outcome, () => f.OneOf(m => m.Outcome, "What was decided?", "Select what was decided", outcomes));
        var toWhom = f.LineOrNone(m => m.ToWhom, "If it is for another service: for whom?",
            outcome == Outcome.NotForUs ? "Enter for whom it is: the referrer goes there instead" : null, cites: ["N9"]);
        var why = f.Words(m => m.Why, "Why?", "Give the reason: the referrer is told it", "The referrer is told it.", cites: ["N9"]);
        var lead = f.Stays(m => m.Lead, () => f.AmongOrNone(m => m.Lead, "If it is taken on: who leads?", "Nobody is named yet",
            Signers.Leads(f.Staff, f.View, f.By).Select(one => (one.Author.Account, f.Staff.NameOf(one.Author.Account))),
            "They have the whole case. Until somebody is named you lead it, and a manager names them today.", words: f.Staff.NameOf, isOfTheWhole: true));
        return new(of, child, outcome, why, toWhom, f.Follows(m => m.LeadTeam, () => lead is { } who ? f.Staff.Find(who)?.Author.Team : null), lead);
    })
    with
    { InLine = ["children", "outcome", "to-whom", "why"] };

    /// <summary>The referrer was told.</summary>
    public static readonly CaseForm FedBack = CaseForm.Of<FedBack>(4, "The referrer was told", "record that the referrer was told", f =>
    {
        if (!f.IsTold && f.File.All<Made>().Any(made => ReferralDuties.IsOfCaller(f.File, made)))
            f.Says("Whoever referred it has no account and reads nothing here: tell them by telephone or letter, and no more than they need."
                + (TellingParents.IsWithheld(f.View) ? " Nobody is to be warned: say nothing that could reach the person of concern." : ""));
        return new(f.Entry(m => m.Of, "Which referral?", "Select the referral", Theirs(f, m => m.Of, isReceived: true), NoneReceived, receive),
            f.Words(m => m.Words, "What were they told?", "Say what the referrer was told, and what may be said to others",
                "And what may be said to the child, the parents and anyone else.", cites: ["N9"]));
    })
    with
    { InLine = ["words"] };

    /// <summary>The receiver was asked what became of a referral.</summary>
    public static readonly CaseForm Chased = CaseForm.Of<Chased>(5, "You asked what became of it", "record that a referral was chased", f =>
        new(f.Entry(m => m.Of, "Which referral?", "Select the referral", f.Entries<Made>(), "No referral was made yet.", (1, "Call, and record the call")),
            f.Words(m => m.Words, "Who was asked, and what did they say?", "Say who was asked and what they said", cites: ["N9"])))
    with
    { InLine = ["words"] };

    private static string Named(string to) => DecisionWords.Capital(Recipient(to)?.Words ?? to);

    // Until teams have accounts of their own, the demonstration's duty team has what goes to social care, and so on.
    private static Guid? TeamOf(Ask<Made> f, string to) => Recipient(to) is null ? null
        : f.Staff.All.FirstOrDefault(person => person.Author.Agency == AgencyOf(to))?.Author.Team;

    private static IEnumerable<(Guid Id, string Words)> Referred(Ask<Referral.Decided> f)
    {
        var all = Theirs(f, m => m.Of, isReceived: true).SelectMany(made => ChildrenOf(f.File, made.Id)).ToHashSet();
        foreach (var child in f.Children.Where(one => all.Contains(one.Id))) yield return child;
    }

    // The referrals that were made to their service: to be received, or those that it has. In a correction, what it is about.
    private static IEnumerable<(EntryId Id, string Words)> Theirs<T>(Ask<T> f, Func<T, EntryId> of, bool isReceived) => f.File.All<Made>()
        .Where(made => f.IsCorrection ? f.Has(one => of(one) == made.Id) : ReferralGuards.IsOf(f.View, made.Content, f.By)
            && (!isReceived || ReferralGuards.HasReceived(f.View, made.Id, f.By)))
        .Select(made => (made.Id, made.Content.Line(f.File)));
}
