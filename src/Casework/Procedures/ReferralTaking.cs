using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Who of the team that has a referral does what is due of it: until somebody takes it, it stands in the team's inbox (N8: it counts when somebody has it).
/// It gives nobody a place in the case, and moves no date.
/// </summary>
public static class ReferralTaking
{
    /// <summary>A name is put on a referral, or it is put back into the inbox of the team. The last one counts.</summary>
    /// <param name="Of">The referral.</param>
    /// <param name="Who">Who does what is due of it; nobody where it is put back.</param>
    /// <param name="Team">Their team, which is the one that has it; refused where it is another.</param>
    /// <param name="From">Who had it until then, as whoever records it saw; refused where somebody else has it meanwhile.</param>
    public sealed record Taken(EntryId Of, Guid? Who, Guid? Team = null, Guid? From = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => Who is null ? "The referral was put back into the team’s inbox"
            : From is null ? "The referral was taken" : "The referral was taken over from a colleague";
    }

    /// <summary>The form that records it.</summary>
    internal static readonly CaseForm Form = CaseForm.Of<Taken>(31, "Who of your team has it", "say who of the team has it", f =>
    {
        var of = f.Entry(m => m.Of, "Which referral?", "Select the referral", Open(f.View, f.By).Select(made => (made.Id, made.Content.Line(f.File))),
            "Nothing of a referral waits for your team here.");
        var now = NowHas(f.File, of);
        f.Says(now is { } one ? $"{f.Staff.NameOf(one)} has it now." : "Nobody’s name is on it yet.");
        var who = f.AmongOrNone(m => m.Who, "Who does what is due of it?", "Nobody yet: it stands in your team’s inbox", Offered(f.Staff, f.View, f.By)
            .Select(person => (person.Author.Account, f.Staff.NameOf(person.Author.Account))),
            "They get no place in the case by it, and nothing becomes due later.", words: f.Staff.NameOf);
        return new(of, who, f.Follows(m => m.Team, () => who is { } named ? f.Staff.Find(named)?.Author.Team : null), f.Follows(m => m.From, () => now));
    })
    with
    { IsToCorrect = false, InLine = ["who"], IsOffered = (view, by) => Open(view, by).Any() };

    /// <summary>The referrals of which something waits for the team of somebody, in the order in which they happened.</summary>
    public static IEnumerable<Recorded<Referral.Made>> Open(CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(by);
        return Referral.Standing(view.File).Where(made => TeamOf(view.File, made) == by.Team && IsOpen(view, made));
    }

    /// <summary>Who of the team that has a referral does what is due of it; nobody while it stands in the inbox.</summary>
    public static Guid? NowHas(CaseFile file, EntryId made)
    {
        ArgumentNullException.ThrowIfNull(file);
        var last = file.All<Taken>().Where(taken => taken.Content.Of == made).OrderBy(taken => file.PlaceOf(taken.Id)).LastOrDefault().Content;
        return last?.Who is { } who && Referral.Standing(file).Where(one => one.Id == made).Any(one => TeamOf(file, one) == last.Team) ? who : null;
    }

    /// <summary>Whether a duty, by its name, is one that goes to whoever takes the referral.</summary>
    public static bool IsTaken(string duty) => ReferralDuties.OfTheReceiver.Any(kind => kind.Name == duty);

    /// <summary>
    /// Who has to do something, for lists: what stands beside somebody who is in the case no more, or must not know of it, is their team's again. It follows
    /// from the entries alone: of whom nobody says yet whether they are somebody of the case, their colleagues take it over.
    /// </summary>
    public static Responsible OfWhoeverSees(Responsible by, CaseView view, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(view);
        return by is { Account: { } account, Team: { } team }
            && CaseAccess.Of(new(account, Role.SocialCareManager, by.Agency, team), view.Circle, now) is null ? by with { Account = null } : by;
    }

    /// <summary>The team that has a referral: the one that received it, else the one that it was made to.</summary>
    internal static Guid? TeamOf(CaseFile file, Recorded<Referral.Made> made) => ReferralDuties.ReceiptOf(file, made)?.Act.By.Team ?? made.Content.ToTeam;

    /// <summary>
    /// What stands against it: from outside the team that has it; where nothing of it waits any more; where somebody else has it meanwhile, or it would
    /// stay as it is; somebody else's name by whoever does not sign for the team; a name of another team, or of somebody who must not know of the case.
    /// </summary>
    internal static IEnumerable<Refusal> Guard(CaseView view, Act act, Taken taken)
    {
        var all = Referral.Standing(view.File).Where(one => one.Id == taken.Of).ToList();
        if (all.Count == 0) yield return new("of", "Select the referral");
        else if (TeamOf(view.File, all[0]) != act.By.Team || !ReferralGuards.IsOf(view, all[0].Content, act))
            yield return new("of", "The team that has the referral says who of them does what is due", "N8");
        else if (!IsOpen(view, all[0])) yield return new("of", "Nothing of it waits for your team any more: it is decided, and told");
        else if (WhoAmiss(view, act, taken) is { } refusal) yield return refusal;
    }

    private static Refusal? WhoAmiss(CaseView view, Act act, Taken taken)
    {
        var now = NowHas(view.File, taken.Of);
        if (taken.From != now)
            return new("who", now is null ? "It is back in the inbox meanwhile: take it from there"
                : "Somebody else has it meanwhile: see who, before you take it over");
        if (taken.Who == now)
            return new("who", now is null ? "Nobody has it yet: select who does" : now == act.By.Account ? "You have it already" : "They have it already");
        if (taken.Who is not { } who) return null;
        if (who != act.By.Account && !act.By.MaySign)
            return new("who", "A manager or supervisor of your team puts somebody else’s name on it: take it yourself, or put it back");
        return taken.Team != act.By.Team || view.Circle.LeftOut.Any(one => one.Account == who) || (who != act.By.Account && IsInConfidence(view, act.By.Team))
            ? new("who", WhoIsIn.PersonCannotBeAdded) : null;
    }

    private static bool IsOpen(CaseView view, Recorded<Referral.Made> made) => ReferralDuties.OfReceiver(view, made).Any(duty => !duty.IsSettled);

    // While those alone see it who may sign for the team, nobody's name but their own can be put on it: others would not find it.
    private static bool IsInConfidence(CaseView view, Guid team) =>
        view.Members.Any(member => member.Team == team && member.Relation == Relation.ReceiverInConfidence);

    private static IEnumerable<Person> Offered(Staff staff, CaseView view, Author by) => Signers.Within(staff, view)
        .Where(person => person.Author.Team == by.Team && (person.Author.Account == by.Account || (by.MaySign && !IsInConfidence(view, by.Team))));
}
