using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Concern = Lapwing.Casework.Procedures.Concern;
using Facts = Lapwing.Casework.Procedures.ConcernFacts;
using Reason = Lapwing.Casework.Procedures.TellingParents.Reason;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Casework.Stories;

/// <summary>Somebody of a story, before they are recorded in its case: a child, an adult, or a group.</summary>
internal sealed record Somebody(Guid Id, string? Name, int? Age, IReadOnlyList<Involvement> Parts)
{
    public bool IsChild { get; init; }

    public bool IsGroup { get; init; }

    public int? Size { get; init; }

    public Guid? OfGroup { get; init; }

    /// <summary>For which organisation of the partnership they work, or somebody who lives with them; none where nobody does.</summary>
    public Agency? WorksFor { get; init; }

    /// <summary>As they come into a case.</summary>
    public Content Added => IsGroup ? new People.GroupAdded(Id, Name!, Size, Parts, Age, Age is null)
        : new People.Added(Id, IsChild, Name, Age, Parts, OfGroup, IsAsked ? WorksFor is null ? Logic.Answer.No : Logic.Answer.Yes : null, WorksFor);

    private bool IsAsked => !IsChild && Parts.Any(part => part is Involvement.Alleged or Involvement.Partner);

    /// <summary>The part of a child in the facts of a concern.</summary>
    public IReadOnlyList<string> Roles => IsChild || IsGroup ? FactsStated.RolesOf(Parts) : [];
}

/// <summary>What is known in a story: the forms of harm, and the answers.</summary>
internal sealed record Known(params IReadOnlyList<Form> Forms)
{
    public IReadOnlyList<Question> Yes { get; init; } = [];

    public IReadOnlyList<Question> No { get; init; } = [];

    public IReadOnlyList<Question> NotKnown { get; init; } = [];

    public TimeOnly? ArrestedAt { get; init; }
}

/// <summary>Tells a story of the demonstration on days counted from today, each thing a minute after the one before.</summary>
internal sealed class Teller(string name, DateOnly today)
{
    private static readonly WorkingDays calendar = WorkingDays.EnglandAndWales;
    private DateTime clock;

    public Story Story { get; } = new(name);

    /// <summary>The working day that is so many before today; 0 is today itself, working day or not.</summary>
    public DateOnly Day(int back)
    {
        var day = today;
        for (var left = back; left > 0; left -= calendar.Contains(day) ? 1 : 0) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The working day that is so many after today.</summary>
    public DateOnly Coming(int days) => calendar.After(today, days);

    /// <summary>Goes on at a time of the working day that is so many before today.</summary>
    public void On(int back, int hour, int minute = 0) => clock = Day(back).ToDateTime(new(hour, minute));

    /// <summary>Goes on at a time of a day.</summary>
    public void At(DateOnly day, int hour, int minute) => clock = day.ToDateTime(new(hour, minute));

    public Entry Records(Person by, Content content, DateOnly? happened = null, bool mayBeKnown = false)
    {
        var entry = Story.Records(by.Author, clock, content, happened, mayBeKnown);
        clock = clock.AddMinutes(1);
        return entry;
    }

    public Somebody Child(string? child, int? age, params IReadOnlyList<Involvement> parts) =>
        new(Story.Id(child ?? "a child"), child, age, parts) { IsChild = true };

    public Somebody Adult(string? adult, params IReadOnlyList<Involvement> parts) => new(Story.Id(adult ?? "an adult"), adult, null, parts);

    public Somebody Group(string words, int size, int? youngest, params IReadOnlyList<Involvement> parts) =>
        new(Story.Id(words), words, youngest, parts) { IsGroup = true, Size = size };

    /// <summary>Reports a concern, then says who its people are.</summary>
    public Entry Reports(Person by, Known known, params IReadOnlyList<Somebody> people)
    {
        var report = Records(by, new Concern.Reported(FactsOf(known, people), true));
        foreach (var one in people) Records(by, one.Added);
        return report;
    }

    public Entry Changes(Person by, Entry report, Known known, string why, params IReadOnlyList<Somebody> people) =>
        Records(by, new Concern.FactsChanged(report.Id, FactsOf(known, people), why));

    public Facts FactsOf(Known known, IReadOnlyList<Somebody> people) =>
        new(Now, Names(known.Forms), Names(known.Yes), Names(known.No), Names(known.NotKnown),
            [.. people.Where(one => one.Roles.Count > 0).Select(one => new ChildTold(one.Id, one.Roles, one.Age))], known.ArrestedAt is { } at
            ? London.InstantOf(DateOnly.FromDateTime(clock), at) : null);

    public void Links(Person by, Somebody from, LinkKind kind, params IReadOnlyList<Somebody> all) => Links(by, from, kind, false, all);

    public void Links(Person by, Somebody from, LinkKind kind, bool mayBeKnown, params IReadOnlyList<Somebody> all)
    {
        foreach (var to in all) Records(by, new People.Linked(from.Id, kind, to.Id), mayBeKnown: mayBeKnown);
    }

    public void Writes(Person by, string? story, string? ownWords = null, string? devices = null) =>
        Records(by, new Concern.StoryWritten(story, ownWords, devices));

    public void Steps(Person by, DutyKind duty, Entry about, string what, params IReadOnlyList<Somebody> children) =>
        Records(by, new Concern.StepTaken(duty.Name, [about.Id], [.. children.Select(child => child.Id)], what));

    /// <summary>Somebody without an account rang: the concern, who told of it, the referral and its receipt as one act; then who its people are.</summary>
    public Entry TakesCall(Person by, Known known, ReferralSource who, string words, params IReadOnlyList<Somebody> people)
    {
        var to = by.Author.Agency == Agency.Police ? Recipient.Police : Recipient.ChildrensSocialCare;
        var all = Story.RecordsAtOnce(by.Author, clock, new(FactsOf(known, people)), report => [new ConcernOrigin.ToldBy(report, who, words),
            new Referral.Made(to.Name, by.Author.Team, Referral.Means.Telephone, by.Name, null, [report]),
            new Referral.Received(report with { Index = report.Index + 2 }, null)]);
        clock = clock.AddMinutes(1);
        foreach (var one in people) Records(by, one.Added);
        return all[2];
    }

    /// <summary>A referral by telephone that somebody took.</summary>
    public Entry Calls(Person by, Recipient to, Person who, string? reference, params IReadOnlyList<Entry> about) =>
        Refers(by, to, who, Referral.Means.Telephone, reference, about);

    public Entry Refers(Person by, Recipient to, Person who, Referral.Means how, string? reference, params IReadOnlyList<Entry> about) =>
        Records(by, new Referral.Made(to.Name, who.Author.Team, how, how == Referral.Means.Writing ? null : who.Name, reference,
            [.. about.Select(entry => entry.Id)]));

    public void Receives(Person by, Entry made, string? reference = null) => Records(by, new Referral.Received(made.Id, reference));

    /// <summary>One decision for each child of a referral, all alike; or for one of them.</summary>
    public void Decides(Person by, Entry made, Referral.Outcome outcome, string why, Person? lead = null, string? toWhom = null, Somebody? only = null)
    {
        foreach (var child in Referral.ChildrenOf(Story.File, made.Id).Where(one => only is null || one == only.Id).Select(one => (Guid?)one).DefaultIfEmpty())
            Records(by, new Referral.Decided(made.Id, child, outcome, why, toWhom, lead?.Author.Team, lead?.Author.Account));
    }

    /// <summary>Names who works on it.</summary>
    public Entry Names(Person by, Person worker, string why) =>
        Records(by, new CaseLead.WorkerNamed(worker.Author.Account, worker.Author.Agency, worker.Author.Team, why));

    public void FeedsBack(Person by, Entry made, string words) => Records(by, new Referral.FedBack(made.Id, words));

    public Entry Tells(Person by, Entry about, Somebody child, string who, string how, string what, Somebody? person = null) =>
        Records(by, new TellingParents.ParentTold(child.Id, person?.Id, who, how, what, [about.Id]));

    public Entry Plans(Person by, Entry about, Somebody child, string who, string toldBy, DateOnly on, Somebody? person = null) =>
        Records(by, new TellingParents.ToBeTold(child.Id, person?.Id, who, toldBy, on, [about.Id]));

    public Entry Withholds(Person by, Entry about, Somebody child, string who, Reason because, string why, DateOnly until, Somebody? person = null) =>
        Records(by, new TellingParents.Withheld(child.Id, person?.Id, who, because, why, until, [about.Id]));

    public Entry Agrees(Person by, Entry about, string what, string toWhom, string with, Somebody? person = null) =>
        Records(by, new TellingParents.Agreed(what, toWhom, with, [about.Id], person?.Id));

    private DateTimeOffset Now => London.InstantOf(DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock));

    private static List<string> Names(IEnumerable<Logic.Fact> facts) => [.. facts.Select(fact => fact.Name)];
}
