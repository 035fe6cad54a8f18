using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>What somebody with an account is to somebody of a case.</summary>
public enum Tie
{
    /// <summary>They are the same.</summary>
    IsThem,

    /// <summary>They live together.</summary>
    LivesWith,

    /// <summary>They are related.</summary>
    Related,

    /// <summary>They are close in another way.</summary>
    Close,
}

/// <summary>
/// Who must not know of a case: an account that belongs to an alleged person, a partner or an adult of the home, or to somebody close to them (S2.2.9; the
/// table of who sees what, rules 1, 4, 5 and 8). Whoever leads it or a police supervisor says which account that is. Until they have, whoever has an account
/// and a name that sounds alike is left out silently, but for whoever wrote the report or that name.
/// </summary>
public static class LeavingOut
{
    /// <summary>An account is left out: it finds no trace of the case, by no way.</summary>
    /// <param name="Account">Whose. Refused of whoever wrote a report of the case, because its vanishing would warn them, and of the last who would
    /// lead it.</param>
    /// <param name="Agency">Of which kind of organisation.</param>
    /// <param name="Team">Of which team.</param>
    /// <param name="Role">In which role: a manager of the team that leads is left out by another manager alone.</param>
    /// <param name="Person">To whom of the case they are tied: an adult of it.</param>
    /// <param name="Tie">How.</param>
    public sealed record AccountLeftOut(Guid Account, Agency Agency, Guid Team, Role Role, Guid Person, Tie? Tie) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => Subjects.Of(Person);

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Somebody must not see this case, because of {People.NameOf(file, Person)}";
    }

    /// <summary>No account is to be left out because of somebody: nor any longer those whose name sounds alike.</summary>
    /// <param name="Person">Because of whom: an adult of the case. Refused, before anybody leads, of whoever is of the service for which they are said to
    /// work.</param>
    /// <param name="Why">How that was found out.</param>
    public sealed record NobodyLeftOut(Guid Person, string Why) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => Subjects.Of(Person);

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"Nobody with an account is tied to {People.NameOf(file, Person)}";
    }

    /// <summary>An account is to be left out no more. It takes two: whoever leads the case, and a manager.</summary>
    /// <param name="Of">The entry that left them out.</param>
    /// <param name="Why">Why.</param>
    public sealed record LeavingOutLifted(EntryId Of, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => IsLifted(file, Of) ? $"Somebody may see this case again: {Directed.Isolated(Why)}"
            : $"That somebody may see this case again was asked for: {Directed.Isolated(Why)}";
    }

    /// <summary>To say which account it is, the same day: where it was said that somebody works for a partner agency, or somebody close to them.</summary>
    public static readonly DutyKind Say = new("say-who-is-left-out", "Say which account must not see this case, or that there is none")
    {
        Short = "Say who must not see this case",
        MetWhen = "it is recorded which account that is, or that there is none",
        Due = Limit.SameDayBySetting,
        Cites = ["S2.2.9"],
        Form = LeavingOutForms.LeaveOutForm,
    };

    /// <summary>What it records, opens, and whom it leaves out.</summary>
    public static readonly Procedure Procedure = new("leaving-out",
        [
            Recordable.Of<AccountLeftOut>("account-left-out/1", Place.CaseUnseen, GuardLeftOut, forReceivers: true, form: LeavingOutForms.LeaveOut,
                cites: ["S2.2.9"]),
            Recordable.Of<NobodyLeftOut>("nobody-left-out/1", Place.CaseUnseen, GuardNobody, forReceivers: true, form: LeavingOutForms.Nobody),
            Recordable.Of<LeavingOutLifted>("leaving-out-lifted/1", Place.Case, GuardLifted, RemarkLifted, form: LeavingOutForms.Lift),
        ])
    {
        Duties = [Say],
        Opens = Duties,
        LeavesOut = Of,
    };

    /// <summary>
    /// Whether somebody says who is left out: whoever leads it, a manager of the team that leads; and a supervisor of the police or a manager of
    /// social care who has the case, or to whose team it was referred: nobody may lead it yet.
    /// </summary>
    public static bool MayDecide(CaseFile file, Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return CaseLead.MayName(file, by) || (IsManager(by)
            && (SecondPerson.HasCase(file, by) || file.All<Referral.Made>().Any(made => made.Content.ToTeam == by.Team)));
    }

    /// <summary>The people of whom it can be said that nobody with an account is tied to them: something waits for it.</summary>
    public static IReadOnlySet<Guid> Open(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return NearPeople.Undecided(file).Select(one => one.Person)
            .Concat(NearPeople.Working(file).Where(one => NearPeople.Said(file, one.Content.Person, one.Entry) is null)
            .Select(one => one.Content.Person)).ToHashSet();
    }

    /// <summary>The names because of which those are left out whose name sounds alike.</summary>
    public static IEnumerable<string> Names(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return NearPeople.Undecided(file).Select(one => Directed.Isolated(one.Name)).Distinct();
    }

    /// <summary>Who is left out by their account now.</summary>
    public static IEnumerable<Recorded<AccountLeftOut>> Accounts(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.All<AccountLeftOut>().Where(one => !IsLifted(file, one.Id));
    }

    // One of the two leads, or manages the team that leads, as it was when they said it; and one is a manager.
    private static bool IsLifted(CaseFile file, EntryId leftOut)
    {
        var said = file.All<LeavingOutLifted>().Where(one => one.Content.Of == leftOut).Select(one => one.Entry).ToList();
        return said.Exists(one => IsManager(one.Act.By) && said.Exists(other => other.Act.By.IsApartFrom(one.Act.By)
            && new[] { one, other }.Any(either => CaseLead.MayName(file.Before(either.Id), either.Act.By))));
    }

    private static bool IsManager(Author by) => by.Role is Role.SocialCareManager or Role.PoliceSupervisor;

    // Whoever wrote the report or the name, leads it, or was named to it before, is not left out by a sound: they know of it, and the child needs them.
    private static IEnumerable<LeftOut> Of(CaseView view)
    {
        var file = view.File;
        foreach (var one in Accounts(file)) yield return new(one.Content.Account, null, "");
        var authors = file.All<Concern.Reported>().Select(report => report.Entry.Act.By.Account).ToList();
        foreach (var (_, name, entry) in NearPeople.Undecided(file))
        {
            var but = LeftOut.Named([.. authors, entry.Act.By.Account, .. NamedBefore(file, entry)]);
            foreach (var sound in NameSounds.OfPerson(name)) yield return new(null, sound, but);
        }
    }

    private static IEnumerable<Guid> NamedBefore(CaseFile file, Entry entry) => file.Entries.TakeWhile(before => before != entry).SelectMany(before =>
        before.Content switch
        {
            CaseLead.LeadNamed lead => [lead.Lead, lead.Cover ?? lead.Lead],
            CaseLead.WorkerNamed worker => [worker.Worker],
            WhoIsIn.MemberAdded member => [member.Whom],
            Referral.Decided { IsTakenOn: true } decided => [decided.Lead ?? before.Act.By.Account],
            _ => Array.Empty<Guid>(),
        });

    // Once somebody leads: before that, nobody is asked, and those whose name sounds alike are left out.
    private static IEnumerable<Duty> Duties(CaseView view)
    {
        var file = view.File;
        if (!file.Scope.IsWhole || CaseLead.TeamThatLeads(file) is not { } team) yield break;
        foreach (var (entry, added) in NearPeople.Working(file))
        {
            yield return new(Say, $"{added.Person:N}/{added.PartnerAgency}", $"{Say.Words}, because of {People.NameOf(file, added.Person)}", [entry.Id],
                London.DayOf(entry.Act.RecordedAt), new(Agency.SocialCare, team), Say.Cites)
            {
                IsSetting = true,
                MetBy = NearPeople.Said(file, added.Person, entry),
            };
        }
    }

    private static IEnumerable<Refusal> GuardLeftOut(CaseView view, Act act, AccountLeftOut left)
    {
        var file = view.File;
        foreach (var refusal in GuardWho(file, act.By, left.Person)) yield return refusal;
        if (Accounts(file).Any(one => one.Content.Account == left.Account)) yield return new("account", "They are left out already");
        else if (file.All<Concern.Reported>().Any(report => report.Entry.Act.By.Account == left.Account))
            yield return new("account", "They wrote a report of this case, and its vanishing would warn them. Go on in a new case, and leave them out there "
                + "from its start");
        else if (!file.Scope.IsWhole && left.Agency == Agency.SocialCare && act.By.Agency != Agency.SocialCare)
            yield return new("account", "Whoever leads the case, or a manager of social care, says that of somebody of social care: ring them");
        else if (IsManagerOf(file, left) && !IsManager(act.By))
            yield return new("account", "That of a manager of the team that leads is said by another manager, or a supervisor of the police");
        else if (file.Scope.IsWhole && CaseLead.MayName(file, new(left.Account, left.Role, left.Agency, left.Team)) && !OthersLead(view, left))
            yield return new("account", "Nobody else would lead it: have somebody else named first");
    }

    private static bool IsManagerOf(CaseFile file, AccountLeftOut left) =>
        left.Role == Role.SocialCareManager && file.Scope.IsWhole && CaseLead.TeamThatLeads(file) == left.Team;

    // Somebody else leads with them, stands in, or manages the team.
    private static bool OthersLead(CaseView view, AccountLeftOut left) => view.Members.Any(member => member.Until is null && member.Account != left.Account
        && (member.Relation is Relation.Lead or Relation.ActingLead or Relation.Cover
        || (member.Relation == Relation.Manager && left.Role != Role.SocialCareManager)));

    private static IEnumerable<Refusal> GuardNobody(CaseView view, Act act, NobodyLeftOut nobody)
    {
        foreach (var refusal in GuardWho(view.File, act.By, nobody.Person)) yield return refusal;
        if (!Open(view.File).Contains(nobody.Person)) yield return new("person", "That was said of them already, or nobody knows a name of theirs yet");
        // Where somebody leads, all who have the whole read who said it.
        if (!view.File.Scope.IsWhole
            && NearPeople.Working(view.File).Any(one => one.Content.Person == nobody.Person && one.Content.PartnerAgency == act.By.Agency))
            yield return new("", "They are said to work for your service: somebody of another one says that nobody with an account is tied to them");
    }

    private static IEnumerable<Refusal> GuardWho(CaseFile file, Author by, Guid person)
    {
        if (!MayDecide(file, by))
            yield return new("", "Whoever leads it, a manager of the team that leads, or a supervisor of the police says who must not see it");
        if (!NearPeople.Adults(file).Any(one => one.Person == person)) yield return new("person", "Select an adult of the case");
    }

    private static IEnumerable<Refusal> GuardLifted(CaseView view, Act act, LeavingOutLifted lifted)
    {
        var file = view.File;
        if (!Accounts(file).Any(one => one.Id == lifted.Of)) yield return new("of", "Select who may see it again");
        else if (!MayDecide(file, act.By)) yield return new("", "Whoever leads it, a manager of the team that leads, or a supervisor of the police says that");
        else if (file.All<LeavingOutLifted>().Any(one => one.Content.Of == lifted.Of && !act.By.IsApartFrom(one.Entry.Act.By)))
            yield return new("of", "You have said so: somebody else has to say it too");
    }

    private static IEnumerable<Remark> RemarkLifted(CaseView view, Act act, LeavingOutLifted lifted)
    {
        if (!view.File.All<LeavingOutLifted>().Any(one => one.Content.Of == lifted.Of && (IsManager(act.By) || IsManager(one.Entry.Act.By))))
            yield return new($"They are left out until {(IsManager(act.By) ? "whoever leads the case" : "a manager")} says the same");
    }
}
