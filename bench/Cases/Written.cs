using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Casework.Triage;
using Lapwing.Storage;
using Lapwing.Testing;
using Concern = Lapwing.Casework.Procedures.Concern;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Bench.Cases;

/// <summary>
/// Cases as they are written, of any length: a report, its people, a referral that is received and decided, changes of facts, and then what follows
/// day by day.
/// </summary>
internal sealed class Written
{
    private static readonly DutyKind[] steps = [.. RuleBookDuties()];
    private readonly string name;
    private readonly DateTimeOffset now;
    private readonly Author by;
    private int acts;

    private Written(string name, DateTimeOffset now, Author by)
    {
        (this.name, this.now, this.by) = (name, now, by);
        File = CaseFile.Of(new(Id("case")), ReadScope.Whole);
    }

    /// <summary>The case so far.</summary>
    public CaseFile File { get; private set; }

    /// <summary>What is to be appended, act by act.</summary>
    public List<Allowed> Acts { get; } = [];

    /// <summary>A case of so many entries, the first of which was recorded a week before <paramref name="now"/>.</summary>
    public static Written Case(string name, DateTimeOffset now, int entries, Person? by = null)
    {
        var written = new Written(name, now, (by ?? DemonstrationPeople.Teacher).Author);
        written.Begin();
        if (entries >= 20) written.Refer();
        if (entries >= 60) written.Change(3);
        while (written.File.Entries.Count < entries) written.GoOn(Math.Min(50, entries - written.File.Entries.Count));
        return written;
    }

    /// <summary>The same with changes of facts and with corrections of what was written: the history that is hardest to show.</summary>
    public static Written Corrected(string name, DateTimeOffset now, int entries, int changes, int corrections, Person by)
    {
        var written = new Written(name, now, by.Author);
        written.Begin();
        written.Refer();
        written.Change(changes);
        while (written.File.Entries.Count < entries - corrections) written.GoOn(Math.Min(50, entries - corrections - written.File.Entries.Count));
        var stories = written.File.All<Concern.StoryWritten>().Select(one => one.Entry).Take(corrections).ToList();
        foreach (var story in stories)
            written.Write(by.Author, new Corrected(story.Id, new Concern.StoryWritten(Words(1), "As she said it", null), "Misheard"));
        return written;
    }

    /// <summary>A case into which so many children came one by one, each with an act of its own.</summary>
    public static Written Crowd(string name, DateTimeOffset now, int children, Person by)
    {
        var written = new Written(name, now, by.Author);
        written.Begin();
        written.Refer();
        for (var i = 0; i < children; i++) written.Write(by.Author, new People.Added(written.Id($"child {i}"), true, $"Child {i}", 13, [Involvement.Received]));
        return written;
    }

    /// <summary>A fresh report as it is sent: the facts, two children, what happened; and a referral to somebody's team, where one is named.</summary>
    public static Allowed Report(Guid id, DateTimeOffset now, Person? person = null, Person? referredTo = null)
    {
        var (by, paper) = ((person ?? DemonstrationPeople.Teacher).Author, new Paper(PaperKind.Report, id));
        var (child, act) = (Story.IdOf($"{id}/child"), Story.IdOf($"{id}/act"));
        List<NewEntry> said =
        [
            new(new Concern.Reported(Facts(now, child, Story.IdOf($"{id}/other")), true), paper),
            new(new People.Added(child, true, "Robin F.", 12, [Involvement.Harmed, Involvement.Shown]), paper),
            new(new Concern.StoryWritten(Words(1), Words(2), null), paper),
        ];
        if (referredTo is { Author.Team: var team, Name: var name })
            said.Add(new(new Referral.Made(Recipient.ChildrensSocialCare.Name, team, Referral.Means.Telephone, name, null, [new(act, 0)]), paper));
        return Allow(CaseFile.Of(new(id), ReadScope.Whole), new(act, by, now, London.DayOf(now)), [.. said]);
    }

    /// <summary>Appends it to a ledger.</summary>
    public async Task<CaseId> To(CaseStore store)
    {
        foreach (var act in Acts)
            if (await store.Append(act) != Appended.Done) throw new CannotMeasureException($"an act of {name} was not recorded.");
        return File.Id;
    }

    private Paper Paper => new(PaperKind.Report, Id("report"));

    private static IEnumerable<DutyKind> RuleBookDuties() => Casework.Rules.RuleBook.Standard.Newest.Duties.Select(rule => rule.Duty).Where(Concern.IsStep);

    private static ConcernFacts Facts(DateTimeOffset aware, Guid shown, Guid other, params string[] moreYes) => new(
        aware, [Forms.YouthProducedImagery.Name], [Questions.CoercedBlackmailedOrGroomed.Name, .. moreYes],
        [Questions.ImmediateDanger.Name, Questions.SelfHarm.Name],
        [], [new(shown, ["shown", "harmed"], 12), new(other, ["shared"], 13)]);

    private static string Words(int i) =>
        $"On day {i} the class teacher spoke with the family at the gate, noted what was said word for word, and agreed that they would call before lunch. "
        + "Nobody was alone with the child; the pastoral lead was told in person and wrote down the time. What was left open is looked at again on "
        + "the next school day.";

    private static Allowed Allow(CaseFile file, Act act, params NewEntry[] said) => Catalogue.Decide(file.View(), act, said) switch
    {
        Allowed allowed => allowed,
        Refused refused =>
            throw new CannotMeasureException($"a case to measure with is refused: {string.Join("; ", refused.Refusals.Select(refusal => refusal.Words))}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Guid Id(string what) => Story.IdOf($"{name}/{what}");

    private void Begin()
    {
        Guid child = Id("child"), other = Id("other"), parent = Id("parent");
        Write(by, new Concern.Reported(Facts(now.AddDays(-7), child, other), true));
        Write(by, new People.Added(child, true, "Robin F.", 12, [Involvement.Harmed, Involvement.Shown]),
            new People.Added(other, true, "Wren F.", 13, [Involvement.Shared]), new People.Added(parent, false, "Ada F.", 40, [Involvement.ParentOrCarer]));
        Write(by, new People.Linked(parent, LinkKind.ParentOrCarerOf, child), new Concern.StoryWritten(Words(0), null, null));
    }

    private void Refer()
    {
        var (report, worker) = (File.Entries[0].Id, DemonstrationPeople.SocialWorker.Author);
        foreach (var to in new[] { Recipient.ChildrensSocialCare, Recipient.PoliceOrSocialCare })
        {
            Write(by, new Referral.Made(to.Name, worker.Team, Referral.Means.Telephone, "Martin O.", null, [report]));
            var made = File.Entries[^1].Id;
            Write(worker, new Referral.Received(made, "SC-1"));
            Write(worker, new Referral.Decided(made, null, Referral.Outcome.Assessment, "Seen together today"));
            Write(worker, new Referral.FedBack(made, "Accepted"));
        }

        Write(by, new TellingParents.ParentTold(Id("child"), Id("parent"), "Robin's mother", "In school", "What happened, and who helps", [report], Answer.No));
    }

    private void Change(int times)
    {
        string[] found = [Questions.AdultInvolved.Name, Questions.ImmediateRiskFromSharing.Name, Questions.OfflineMeetingArranged.Name];
        for (var i = 1; i <= times; i++)
            Write(by, new Concern.FactsChanged(File.Entries[0].Id, Facts(now.AddDays(-6).AddHours(i), Id("child"), Id("other"), found[..Math.Min(i, 3)]),
                "Found out on the telephone"));
    }

    private void GoOn(int entries) => Write(by, [.. Enumerable.Range(0, entries).Select(i => (Content)(i % 3 == 0
        ? new Concern.StepTaken(steps[i % steps.Length].Name, [File.Entries[0].Id], [Id("child")], Words(i))
        : new Concern.StoryWritten(Words(i), null, null)))]);

    private void Write(Author author, params Content[] contents)
    {
        var at = now.AddDays(-6).AddMinutes(acts);
        var allowed = Allow(File, new(Id($"act {acts++}"), author, at, London.DayOf(at), TimeOnly.FromDateTime(London.TimeOf(at))),
            [.. contents.Select(content => new NewEntry(content, content is Corrected corrected ? File.At(corrected.Entry)!.Paper : Paper))]);
        Acts.Add(allowed);
        File = CaseFile.Of(File.Id, ReadScope.Whole, [.. File.Entries, .. allowed.Entries.Select(named => named.Entry)]);
    }
}
