using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Stories.DemonstrationPeople;
using Concern = Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Web.Simulation;

/// <summary>
/// What is recorded in a case though no duty asks for it: notes, changes of facts, who comes in later, corrections, departures, who works on it.
/// </summary>
internal static class Besides
{
    private static readonly (Action<History, Moment> What, double Weight)[] all =
    [
        (Note, 46), (Change, 16), (Correct, 12), (AddChild, 8), (AskLess, 4), (NameWorker, 7), (WorkerLeaves, 4),
    ];

    /// <summary>One of them, on a day of the next weeks; some of them are written down a day or two after they happened.</summary>
    public static void Later(History history)
    {
        var (chance, reporter) = (history.Chance, history.Plan.Reporter);
        var what = chance.Of(all);
        var minutes = (int)(chance.Part() * chance.Part() * Math.Min(26, 3 + (2 * history.Plan.Extras)) * 7 * 24 * 60);
        history.Later(reporter, minutes + 60, at => what(history, chance.Is(0.15)
            ? new(WorkingHours.From(at.Recorded.AddDays(chance.From(1, 2)), reporter.Author.Agency), at.Recorded) : at));
    }

    private static void Note(History history, Moment at)
    {
        var (chance, by) = (history.Chance, Who.OfSetting(history));
        var working = People(history, at).Where(one => one.Author.Agency is Agency.SocialCare or Agency.Police).ToList();
        if (working.Count > 0 && chance.Is(0.5)) by = chance.Of(working);
        history.Records(by, at, chance.Is(0.25) && by == Who.OfSetting(history) ? Reporting.Story(chance)
            : new Concern.StoryWritten(Invented.Note(chance, by.Author.Agency), null, null), mayBeKnown: chance.Is(0.3));
    }

    // Something that was not known becomes known: no in most cases, and sometimes yes.
    private static void Change(History history, Moment at)
    {
        var (chance, by, file) = (history.Chance, history.Plan.Reporter, history.View.File);
        if (history.ScopeOf(by, InstantOf(at)) is not { } scope || file.First<Concern.Reported>(_ => true) is not { } report) return;
        var known = history.View.Of(file.Within(scope)).VersionsOf(report.Id)[^1].Facts;
        if (known.NotKnown.Count == 0) return;
        var (name, isSo) = (chance.Of(known.NotKnown), chance.Is(0.3));
        var question = Questions.All.First(one => one.Name == name);
        history.Records(by, at, new Concern.FactsChanged(report.Id, known with
        {
            AwareAt = InstantOf(at with { Recorded = at.Happened }),
            NotKnown = [.. known.NotKnown.Where(one => one != name)],
            Yes = isSo ? [.. known.Yes, name] : known.Yes,
            No = isSo ? known.No : [.. known.No, name],
        }, $"{chance.Of("A parent told us", "It was asked of a colleague", "Social care told us")} whether {question.Whether}: {(isSo ? "yes" : "no")}"));
    }

    private static void AddChild(History history, Moment at)
    {
        var part = history.View.File.First<Concern.Reported>(_ => true)?.Content.Told.Children is [var first, ..] && first.Roles.Contains("shown")
            ? Involvement.Received : Involvement.Harmed;
        history.Records(Who.OfSetting(history), at, Beginning.Child(history.Chance, part).Added);
    }

    // The same team puts right what it wrote.
    private static void Correct(History history, Moment at)
    {
        var (chance, file) = (history.Chance, history.View.File);
        var theirs = file.Entries.Where(entry => entry.Content is Concern.StoryWritten or Concern.StepTaken && file.LastCorrection(entry.Id) is null
            && entry.Act.By.Agency == history.Plan.Reporter.Author.Agency).ToList();
        if (theirs.Count == 0) return;
        var wrong = chance.Of(theirs);
        Content right = wrong.Content switch
        {
            Concern.StepTaken step => step with { What = $"{step.What}. {chance.Of("It was the day before", "Both parents were there", "By telephone")}" },
            Concern.StoryWritten story => story with { Story = Invented.Story(chance) },
            _ => wrong.Content,
        };
        history.Records(Find(wrong.Act.By.Account)!, at, new Corrected(wrong.Id, right, chance.Of("Misheard", "Written in a hurry", "The wrong day")));
    }

    // Of what has no date and is not done: a second person signs, or does not.
    private static void AskLess(History history, Moment at)
    {
        var (chance, by) = (history.Chance, history.Plan.Reporter);
        var open = history.View.Duties
            .Where(duty => duty is { IsSettled: false, Due: null } && Concern.IsStep(duty.Kind) && duty.By.Team == by.Author.Team).ToList();
        if (open.Count == 0 || (by != Teacher && !chance.Is(0.2))) return;
        var duty = chance.Of(open);
        history.Records(by, at, new Concern.LessAsked(duty.Causes[0], [duty.Name], chance.Of("The family doctor does it", "It is looked at again in two weeks"),
            chance.Of("They asked us to wait", "Another service does the same"), by == Teacher ? false : null, by == Teacher ? null : Manager.Author.Team,
            by == Teacher ? null : Agency.SocialCare));
    }

    private static void NameWorker(History history, Moment at)
    {
        var named = new[] { Officer, Supervisor, Nurse, SocialWorker }.Where(one => !CaseLead.IsWorker(history.View.File, one.Author)).ToList();
        if (named.Count == 0) return;
        var worker = history.Chance.Of(named).Author;
        if (new[] { Manager, SocialWorker, Supervisor }.FirstOrDefault(one =>
            history.ScopeOf(one, InstantOf(at)) is not null && CaseLead.MayNameWorker(history.View.File, one.Author, worker.Team)) is { } by)
            history.Records(by, at, new CaseLead.WorkerNamed(worker.Account, worker.Agency, worker.Team, history.Chance.Of("Visits each week", "Takes accounts",
                "Sees the child in school", "Holds the contact with the family")));
    }

    private static void WorkerLeaves(History history, Moment at)
    {
        if (CaseLead.Working(history.View.File).ToList() is [var named, ..])
            history.Records(Find(named.Content.Worker)!, at,
                new CaseLead.WorkerLeft(named.Id, history.Chance.Of("Moved to another team", "What they did is done")));
    }

    private static IEnumerable<Person> People(History history, Moment at) => All.Where(one =>
        one != Colleague && history.ScopeOf(one, InstantOf(at)) is { IsWhole: true });

    private static DateTimeOffset InstantOf(Moment at) => London.InstantOf(DateOnly.FromDateTime(at.Recorded), TimeOnly.FromDateTime(at.Recorded));
}
