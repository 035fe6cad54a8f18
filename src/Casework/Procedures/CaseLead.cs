using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Who leads a case, and who works on it: they have the whole of it. Whoever takes a child on leads until somebody is named, so that nothing waits for a
/// manager; the manager of the team that leads has the whole too (S2.2.25, our reading of who answers for a case).
/// </summary>
public static class CaseLead
{
    /// <summary>Somebody leads the case. They have the whole, and whoever led before has it no more.</summary>
    /// <param name="Lead">Who.</param>
    /// <param name="Team">Of which team of children's social care.</param>
    /// <param name="Cover">Who stands in for them; null where nobody is named yet.</param>
    public sealed record LeadNamed(Guid Lead, Guid Team, Guid? Cover = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => "Who leads was named";
    }

    /// <summary>Somebody of a service that has the case works on it: they have the whole.</summary>
    /// <param name="Worker">Who.</param>
    /// <param name="Agency">Of which kind of organisation.</param>
    /// <param name="Team">Of which team.</param>
    /// <param name="Why">What they do in it.</param>
    public sealed record WorkerNamed(Guid Worker, Agency Agency, Guid Team, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"A worker was named: {Directed.Isolated(Why)}";
    }

    /// <summary>Somebody who was named works on it no more.</summary>
    /// <param name="Of">The entry that named them.</param>
    /// <param name="Why">Why.</param>
    public sealed record WorkerLeft(EntryId Of, string Why) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"A worker left: {Directed.Isolated(Why)}";
    }

    /// <summary>To name who leads, the same day.</summary>
    public static readonly DutyKind Name = new("name-lead", "Name who leads, and who stands in for them")
    { Short = "Name who leads", MetWhen = "who leads is named", Due = Limit.SameDayBySetting, Form = 20 };

    /// <summary>What it records, opens and lets in.</summary>
    public static readonly Procedure Procedure = new("case-lead",
        [
            Recordable.Of<LeadNamed>("lead-named/1", Place.Case, GuardLead, form: LeadForms.Lead),
            Recordable.Of<WorkerNamed>("worker-named/1", Place.CaseUnseen, GuardWorker, forReceivers: true, form: LeadForms.Worker),
            Recordable.Of<WorkerLeft>("worker-left/1", Place.With<WorkerLeft>(left => left.Of), GuardLeft, forReceivers: true, form: LeadForms.WorkerLeft),
        ])
    {
        Duties = [Name],
        Opens = Duties,
        Admits = Admits,
    };

    /// <summary>Whether somebody may name who leads: whoever leads now, or a manager of the team that does.</summary>
    public static bool MayName(CaseFile file, Author by)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(by);
        return MayName(Now(file), by);
    }

    private static bool MayName(IEnumerable<Leading> now, Author by) =>
        now.Any(lead => by.ActsFor(lead.Account) || (by.Role == Role.SocialCareManager && lead.Team == by.Team));

    /// <summary>
    /// Whether somebody may name a worker of a team: whoever may name who leads; a supervisor, of their own team that has received a referral, reported it
    /// or works on it. Who was asked to sign, and says that they knew already, names nobody.
    /// </summary>
    public static bool MayNameWorker(CaseFile file, Author by, Guid? team = null) => MayName(file, by)
        || (by.Role == Role.PoliceSupervisor && (team is null || team == by.Team) && SecondPerson.HasCase(file, by));

    /// <summary>Whether somebody is named to work on it.</summary>
    public static bool IsWorker(CaseFile file, Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return IsWorking(file, by.Account) || (by.For is { } covered && IsWorking(file, covered));
    }

    private static bool IsWorking(CaseFile file, Guid worker) => Working(file).Any(named => named.Content.Worker == worker);

    /// <summary>Whoever works on it now, each once: as they were named last.</summary>
    public static IEnumerable<Recorded<WorkerNamed>> Working(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.All<WorkerNamed>().Where(named => LeftAt(file, named) is null).GroupBy(named => named.Content.Worker).Select(same => same.Last());
    }

    // Whoever was named twice (who names may not see it) and left once, left.
    private static Entry? LeftAt(CaseFile file, Recorded<WorkerNamed> named) => file.First<WorkerLeft>(left => file.IsBefore(named.Id, left.Id)
        && file.At(left.Content.Of)?.Content is WorkerNamed { Worker: var worker } && worker == named.Content.Worker)?.Entry;

    /// <summary>Whether somebody leads it or works on it, stands in or manages the team that leads, or ever did: what they said then stays theirs.</summary>
    internal static bool HasLedOrWorked(CaseFile file, Author by) => MayName(Leads(file), by)
        || file.All<WorkerNamed>().Any(named => by.ActsFor(named.Content.Worker)) || file.All<LeadNamed>().Any(named => by.ActsFor(named.Content.Cover));

    // Who leads now: who was named last, else everybody who took a child on.
    private static IEnumerable<Leading> Now(CaseFile file)
    {
        var all = Leads(file);
        return all is [.., { IsNamed: true } last] ? [last] : all;
    }

    /// <summary>
    /// Since when a duty is with a service that has the case, for whoever reads a report alone: what the service does there they do not see. Null
    /// for whoever has the whole, and for that service itself while nobody of it leads.
    /// </summary>
    /// <param name="view">The case as somebody reads it.</param>
    /// <param name="duty">The duty.</param>
    /// <param name="reader">The kind of organisation of whoever reads; none for any other than the service's.</param>
    public static DateOnly? WithSince(CaseView view, Duty duty, Agency? reader)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(duty);
        var (file, agency) = (view.File, duty.By.Agency);
        if (file.Scope.IsWhole || !duty.Kind.IsMetInCase) return null;
        if (file.First<Referral.Received>(received => received.Entry.Act.By.Agency == agency) is not { } received) return null;
        return reader == agency && (agency != Agency.SocialCare || Leads(file).Count == 0) ? null : received.HappenedOn;
    }

    /// <summary>The team that leads it, of several that took children on the first; none where nobody leads.</summary>
    internal static Guid? TeamThatLeads(CaseFile file) => Now(file).Select(lead => (Guid?)lead.Team).FirstOrDefault();

    /// <summary>Whether anybody leads it, or is named to work on it: before that, nobody has the whole.</summary>
    public static bool IsAnybodyNamed(CaseFile file) => Leads(file).Count > 0 || file.All<WorkerNamed>().Any();

    /// <summary>The first entry that names who leads, or none.</summary>
    internal static Entry? FirstNamed(CaseFile file) => Leads(file).FirstOrDefault(lead => lead.IsNamed)?.Since;

    private sealed record Leading(Guid Account, Guid Team, Entry Since, bool IsNamed);

    // In the order of recording. Once somebody leads by name, a decision on another referral names nobody in their place: that is theirs, or their manager's.
    // Nor does a further decision end the place of whoever leads meanwhile, but where they or their manager make it: whom it names leads beside them.
    private static List<Leading> Leads(CaseFile file)
    {
        List<Leading> all = [];
        foreach (var entry in TakenOn(file).Select(one => one.Entry).Concat(file.All<LeadNamed>().Select(one => one.Entry))
            .OrderBy(entry => file.PlaceOf(entry.Id)))
        {
            var isNamed = all is [.., { IsNamed: true }];
            if (file.Counting(entry.Id) is LeadNamed named) all.Add(new(named.Lead, named.Team, entry, true));
            else if (!isNamed && file.Counting(entry.Id) is Referral.Decided decided)
            {
                var isTheirs = all.Count == 0 || MayName(all, entry.Act.By);
                all.Add(new(decided.Lead ?? entry.Act.By.Account, decided.LeadTeam ?? entry.Act.By.Team, entry, decided.Lead is not null && isTheirs));
            }
        }

        return all;
    }

    private static IEnumerable<Recorded<Referral.Decided>> TakenOn(CaseFile file) =>
        file.All<Referral.Decided>().Where(decided => decided.Content.IsTakenOn && decided.Entry.Act.By.Agency == Agency.SocialCare);

    // Whoever reads a report alone does not see who leads, nor that nobody is named.
    private static IEnumerable<Duty> Duties(CaseView view)
    {
        var file = view.File;
        if (!file.Scope.IsWhole || TakenOn(file).OrderBy(one => file.PlaceOf(one.Id)).Select(one => one.Entry).FirstOrDefault() is not { } first) yield break;
        var team = file.First<Referral.Decided>(one => one.Id == first.Id)!.Value.Content.LeadTeam ?? first.Act.By.Team;
        yield return new(Name, "", Name.Words, [first.Id], Name.Due.Due(first.HappenedOn, null, view.Rules.Calendar), new(Agency.SocialCare, team), Name.Cites)
        { MetBy = FirstNamed(file), IsSetting = true };
        if (LeavingOut.Accounts(file).LastOrDefault(left => Now(file.Before(left.Id)).Any(lead => lead.Account == left.Content.Account))
            is not { Entry: { } gone }) yield break;
        yield return new(Name, "left-out", "Name who leads: whoever led must not see this case", [gone.Id], London.DayOf(gone.Act.RecordedAt),
            new(Agency.SocialCare, team), Name.Cites)
        { MetBy = Leads(file).FirstOrDefault(lead => lead.IsNamed && file.IsBefore(gone.Id, lead.Since.Id))?.Since, IsSetting = true };
    }

    private static IEnumerable<Membership> Admits(CaseView view, Entry entry) =>
        entry.Content is WorkerNamed or LeadNamed or Referral.Decided ? PlacesOf(view, entry) : [];

    private static IEnumerable<Membership> PlacesOf(CaseView view, Entry entry)
    {
        var file = view.File;
        if (entry.Content is WorkerNamed && file.Counting(entry.Id) is WorkerNamed worker)
        {
            yield return new(worker.Worker, null, Relation.Worker, Paper.Whole, entry.Act.RecordedAt,
                LeftAt(file, new(entry, worker)) is { } gone ? file.RecordedBy(gone.Id) : null)
            { In = worker.Team };
        }

        if (entry.Content is not (Referral.Decided or LeadNamed)) yield break;
        var leads = Leads(file);
        var place = leads.FindIndex(lead => lead.Since == entry);
        if (place < 0) yield break;
        var (account, team, _, isNamed) = leads[place];
        DateTimeOffset? until = leads.Skip(place + 1).FirstOrDefault(lead => lead.IsNamed) is { } next ? file.RecordedBy(next.Since.Id) : null;
        yield return new(account, null, isNamed ? Relation.Lead : Relation.ActingLead, Paper.Whole, entry.Act.RecordedAt, until) { In = team };
        yield return new(null, team, Relation.Manager, Paper.Whole, entry.Act.RecordedAt, until);
        if (entry.Content is LeadNamed { Cover: { } cover })
            yield return new(cover, null, Relation.Cover, Paper.Whole, entry.Act.RecordedAt, until);
    }

    private static IEnumerable<Refusal> GuardLead(CaseView view, Act act, LeadNamed named)
    {
        if (!MayName(view.File, act.By)) yield return new("", "Whoever leads it, or a manager of the team that leads, names who leads");
        if (IsLeftOut(view, named.Lead)) yield return new("lead", WhoIsIn.PersonCannotBeAdded);
        if (named.Cover is { } cover && IsLeftOut(view, cover)) yield return new("cover", WhoIsIn.PersonCannotBeAdded);
        if (named.Cover == named.Lead && named.Lead != Guid.Empty) yield return new("cover", "Select somebody else to stand in for them");
    }

    private static bool IsLeftOut(CaseView view, Guid account) => view.Circle.LeftOut.Any(one => one.Account == account);

    private static IEnumerable<Refusal> GuardWorker(CaseView view, Act act, WorkerNamed named)
    {
        if (!MayNameWorker(view.File, act.By, named.Team))
            yield return new("", "Whoever leads it names who works on it; a supervisor of the police, those of their own team");
        if (IsLeftOut(view, named.Worker)) yield return new("worker", WhoIsIn.PersonCannotBeAdded);
        if (named.Agency is not (Agency.SocialCare or Agency.Police or Agency.Health))
            yield return new("worker", "Select somebody of children's social care, the police or health");
        else if (IsWorking(view.File, named.Worker)) yield return new("worker", "Select somebody else: they work on it already");
    }

    private static IEnumerable<Refusal> GuardLeft(CaseView view, Act act, WorkerLeft left)
    {
        if (view.File.Counting(left.Of) is not WorkerNamed named || !IsWorking(view.File, named.Worker)) yield return new("of", "Select who left");
        else if (!MayNameWorker(view.File, act.By, named.Team) && act.By.Account != named.Worker)
            yield return new("", "Whoever leads it, their own supervisor, or they themselves say that somebody works on it no more");
    }
}
