using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Storage.Tests;

/// <summary>Short ways to tell a case in a test. Everything is fictional; ids are numbers.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Start = new(2026, 3, 27, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A social worker and their team.</summary>
    public static readonly Viewer Worker = new(Id(1), Role.SocialWorker, Agency.SocialCare, Id(101));

    /// <summary>A teacher and their school.</summary>
    public static readonly Viewer Teacher = new(Id(2), Role.Practitioner, Agency.Education, Id(102));

    /// <summary>Somebody who is in no case.</summary>
    public static readonly Viewer Stranger = new(Id(3), Role.PoliceOfficer, Agency.Police, Id(103));

    /// <summary>A report.</summary>
    public static readonly Paper Report = new(PaperKind.Report, Id(201));

    /// <summary>An id that is a number.</summary>
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>The same as a circle, out of which nobody is left.</summary>
    public static Circle Circle(CaseFile file) => Casework.Access.Circle.Of(Members(file));

    /// <summary>Who writes to the whole case leads it; who writes to a paper has that paper.</summary>
    public static IReadOnlyList<Membership> Members(CaseFile file) =>
    [
        .. file.Entries.DistinctBy(e => (e.Act.By.Account, e.Paper))
            .Select(e => new Membership(e.Act.By.Account, null, e.Paper == Paper.Whole ? Relation.Lead : Relation.Author, e.Paper, e.Act.RecordedAt)),
    ];

    /// <summary>Lists without anything to do.</summary>
    public static CaseLists NoWork(CaseFile file) => CaseLists.None;

    /// <summary>Every case in which somebody is.</summary>
    public static readonly WorkAsked All = new(new WorkFilter(null), 0, 1000);

    /// <summary>All cases in which somebody is, by reference.</summary>
    public static async Task<IReadOnlyList<CaseItem>> CasesOf(CaseStore store, Viewer viewer, CancellationToken cancel) =>
        [.. (await store.Work(viewer, All, cancel)).Cases.OrderBy(item => item.Reference, StringComparer.Ordinal)];

    /// <summary>All that somebody sees to be done, by day.</summary>
    public static async Task<IReadOnlyList<WorkRow>> WorkOf(CaseStore store, Viewer viewer, CancellationToken cancel) =>
        [.. (await CasesOf(store, viewer, cancel)).SelectMany(item => item.Work).OrderBy(row => row.Due ?? DateOnly.MaxValue)];

    /// <summary>A person of the case.</summary>
    public static NewEntry Person(string name, int number, Paper paper = default) =>
        new(new People.Added(Id(number), true, name, 14, [Involvement.Harmed, Involvement.Shown]), paper);

    /// <summary>An act by somebody.</summary>
    public static Act Act(Viewer by, int id, DateTimeOffset? at = null) => new(Id(id), by.Author, at ?? Start, new(2026, 3, 26), new(14, 30));

    /// <summary>What the catalogue makes of it, which must allow it.</summary>
    public static Allowed Allow(CaseFile file, Act act, params NewEntry[] said) => Catalogue.Decide(file.View(), act, said) switch
    {
        Refused refused => throw new InvalidOperationException(string.Join("; ", refused.Refusals.Select(one => one.Words))),
        var decided => Assert.IsType<Allowed>(decided),
    };

    /// <summary>A new case that somebody opens with one person in it.</summary>
    public static Allowed First(Viewer by, int caseId, int act, Paper paper = default, string name = "Robin Fictional") =>
        Allow(CaseFile.Of(new(Id(caseId)), paper == default ? ReadScope.Whole : ReadScope.Of(paper)), Act(by, act), Person(name, act, paper));

    /// <summary>Appends one person to a case, new or not, as the worker.</summary>
    public static async Task Append(CaseStore store, CaseId id, int act)
    {
        var seen = await store.Open(Worker, id, "load");
        var appended = await store.Append(Allow(seen?.File ?? CaseFile.Of(id, ReadScope.Whole), Act(Worker, act), Person($"Person {act}", act)));
        if (appended != Appended.Done) throw new InvalidOperationException($"{act} was {appended}");
    }

    /// <summary>A person of the demonstration who is signed in.</summary>
    public static Viewer Of(Person person) => new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);

    /// <summary>The same as they stand at an instant of the demonstration's day: with whom they cover, and what their team stands in for.</summary>
    public static Viewer Of(Person person, DateOnly today, DateTimeOffset at) =>
        new StandingIn(DemonstrationPosts.Register(today), WorkingDays.EnglandAndWales).Viewer(person.Author.Account, person.Author.Team, at);

    /// <summary>What counts of somebody's standing in a case: how much, why, since when, and in whose place.</summary>
    public static (ReadScope, Relation, DateTimeOffset, Author, Relation?)? Access(CaseAccess? one) =>
        one is null ? null : (one.Scope, one.By, one.Since, one.As.Author, one.As.Through);

    /// <summary>The demonstration's cases, told to a ledger one after another; the clock goes on to their last day.</summary>
    public static async Task<CaseStore> Demonstration(TestLedger test, DateOnly today, CancellationToken cancel)
    {
        var store = Web.DemonstrationCases.Store(test.Ledger, test.Clock, new(DemonstrationPosts.Register(today), test.Clock));
        await Web.DemonstrationCases.Tell(store, today);
        test.Clock.Now = Casework.Calendar.London.InstantOf(today, new(17, 0));
        cancel.ThrowIfCancellationRequested();
        return store;
    }

    /// <summary>Tells a story to a ledger.</summary>
    public static async Task Append(CaseStore store, Casework.Stories.Story story, CancellationToken cancel)
    {
        var file = CaseFile.Of(story.File.Id, ReadScope.Whole);
        foreach (var act in story.Acts)
        {
            var allowed = Allow(file, act.Act, [.. act.Said]);
            Assert.Equal(Appended.Done, await store.Append(allowed, cancel));
            foreach (var named in allowed.Entries) file = file.With(named.Entry);
        }
    }
}
