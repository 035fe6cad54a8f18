using System.Security.Cryptography;
using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Lapwing.Web.Check;
using Concern = Lapwing.Casework.Procedures.Concern;
using ConcernFacts = Lapwing.Casework.Procedures.ConcernFacts;

namespace Lapwing.Web.Reports;

/// <summary>
/// What an intake that was kept says, to be recorded: a new report, or a change of one. All its numbers follow from the draft's own, so that the
/// same draft sent twice is one act.
/// </summary>
/// <param name="Id">The draft's number; a new case has the same.</param>
/// <param name="SoFar">What was told.</param>
/// <param name="Typed">What was typed.</param>
internal sealed record Recording(Guid Id, SoFar SoFar, Typed Typed)
{
    /// <summary>The report that a change is about, and the newest facts that it was begun from.</summary>
    public const string ChangeOf = "change-of", ChangeFrom = "change-from", ChangeIn = "change-in", ChangeForSetting = "change-for-setting";

    /// <summary>Whether it says what the setting that reported may know: of whoever has the whole case.</summary>
    public bool IsForSetting => Typed[ChangeForSetting] == "yes";

    private readonly IReadOnlyList<ChildTold> children = [.. SoFar.Concern.Children.Zip(Rows(Typed), (child, row) =>
        new ChildTold(PersonIn(Typed, row) ?? Derived(Id, 16 + row), [.. Names(child.Roles)], child.Age))];

    // How many there are of those who come in as several.
    private readonly IReadOnlyList<int?> counts = [.. SoFar.Concern.Children.Select(child => child.Count)];

    /// <summary>The paper of a new report.</summary>
    public Paper Paper => new(PaperKind.Report, Derived(Id, 1));

    /// <summary>The act.</summary>
    public Act Act(Viewer viewer, DateTimeOffset now) => new(Derived(Id, 2), viewer.Author, now, London.DayOf(now), TimeOnly.FromDateTime(London.TimeOf(now)));

    /// <summary>
    /// A new report: who is in it, the facts, what happened in words where it was written; and of whoever takes calls, who told them and what came to their
    /// service with it.
    /// </summary>
    /// <param name="staff">Who there is.</param>
    /// <param name="by">Whoever records it.</param>
    /// <param name="receives">The team that receives what came to their service; their own where none is said.</param>
    public IReadOnlyList<NewEntry> Report(Staff staff, Author by, Guid? receives = null)
    {
        bool? lead = Typed[Fields.LeadMaySee] switch { "yes" => true, "no" => false, _ => null };
        var instead = Signers.StandIns(staff, by).FirstOrDefault(one => $"{one.Id:N}" == Typed[Fields.LeadInstead]).Instead;
        var story = new Concern.StoryWritten(Text("story"), Text("own-words"), Text("devices"));
        List<NewEntry> said =
        [
            .. children.Zip(counts, (child, count) => Added(child, count, Paper)),
            new(new Concern.Reported(Facts(), lead, lead == false ? instead : null), Paper),
            .. story is { Story: null, OwnWords: null, Devices: null } ? Array.Empty<NewEntry>() : [new(story, Paper)],
        ];
        if (!Origin.IsAskedOf(by) || staff.Find(by.Account) is not { } who) return said;
        var person = who with { Author = by };
        return [.. said, .. Origin.Read(Typed).With(new(Derived(Id, 2), children.Count), Paper, person, said.Count, receives)];
    }

    /// <summary>A change of the facts of a report, and the children who are new in it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="report">The report.</param>
    /// <param name="asked">The team outside the setting that is asked to sign, where one has to.</param>
    public IReadOnlyList<NewEntry> Change(CaseFile file, Entry report, (Guid Team, Agency Agency)? asked = null)
    {
        // whoever was added in error is not added again
        var known = file.Entries.Select(entry => entry.Content switch
        {
            People.Added person => person.Person,
            People.GroupAdded group =>
            group.Group,
            _ => Guid.Empty
        }).ToHashSet();
        var change = Catalogue.Placed(file, new Concern.FactsChanged(report.Id, Facts(), Text(Fields.Why) ?? "", asked?.Team, asked?.Agency), IsForSetting);
        var others = children.Zip(counts).Where(one => !known.Contains(one.First.Person));
        return [change, .. others.Select(one => Added(one.First, one.Second, change.Paper))];
    }

    /// <summary>The fields that say the facts of a report as they stand, to be changed.</summary>
    public static Typed From(CaseFile file, EntryId report, FactsVersion newest, DateOnly today, bool isForSetting)
    {
        var told = newest.Facts;
        var typed = ConcernFields.Of(told.Concern(file));
        foreach (var question in Questions.All.Where(question => !told.Yes.Concat(told.No).Concat(told.NotKnown).Contains(question.Name)))
            typed[question.Name] = null;
        for (var i = 0; i < told.Children.Count; i++) typed[Fields.ChildPerson(i + 1)] = told.Children[i].Person.ToString("N");
        (typed[Fields.AwareTime], typed["aware-day"], typed["aware-month"], typed["aware-year"], typed["aware"]) = (null, null, null, null, "today");
        Fields.ShowDays(typed, today);
        (typed[Fields.Kept], typed[ChangeIn], typed[ChangeOf]) = (Fields.AsChange, file.Id.ToString(), report.ToString());
        typed[ChangeFrom] = newest.Entry.Id.ToString();
        (typed[ChangeForSetting], typed[Steps.CallNowShown]) = (isForSetting ? "yes" : null, "yes");      // who changes a report has been told
        return typed;
    }

    /// <summary>The facts of a report and its changes; where it is said what its setting may know, as that setting knows them.</summary>
    public static IReadOnlyList<FactsVersion> Versions(CaseFile file, Entry report, bool isForSetting) =>
        FactsVersion.Of(isForSetting ? file.Within(ReadScope.Of(report.Paper)) : file, report.Id);

    /// <summary>Numbers that follow from another.</summary>
    public static Guid Derived(Guid number, int which)
    {
        Span<byte> text = stackalloc byte[20];
        number.TryWriteBytes(text);
        BitConverter.TryWriteBytes(text[16..], which);
        return new(SHA256.HashData(text).AsSpan(0, 16));
    }

    /// <summary>The facts, by name.</summary>
    public ConcernFacts Facts()
    {
        var concern = SoFar.Concern;
        var answered = Questions.All.Where(question => (SoFar.Asked & question.Mask) != 0).ToList();
        IReadOnlyList<string> With(Answer answer) => [.. answered.Where(question => concern.Facts[question] == answer).Select(question => question.Name)];
        return new(concern.AwareAt, [.. Forms.All.Where(form => concern.Facts[form] == Answer.Yes).Select(form => form.Name)], With(Answer.Yes),
            With(Answer.No), With(Answer.NotKnown), children, concern.ArrestedAt);
    }

    private static NewEntry Added(ChildTold child, int? count, Paper paper)
    {
        IReadOnlyList<Involvement> parts = [.. child.Roles.Select(PartWords.Of)];
        return new(count == 1 ? new People.Added(child.Person, true, null, child.Age, parts)
            : new People.GroupAdded(child.Person, DecisionWords.Capital(ChildWords.Several(count)), count, parts, child.Age, child.Age is null), paper);
    }

    /// <summary>Who the child of a row is, where they are in the case already.</summary>
    public static Guid? PersonIn(Typed typed, int row) => Guid.TryParseExact(typed[Fields.ChildPerson(row)], "N", out var known) ? known : null;

    // A row without a part is nobody.
    private static IEnumerable<int> Rows(Typed typed) =>
        Enumerable.Range(1, Fields.ChildrenTyped(typed)).Where(row => typed.Chosen(Fields.ChildPart(row)).Count > 0);

    private static IEnumerable<string> Names(Involvement roles) => ChildWords.Parts.Where(part => roles.HasFlag(part.Role)).Select(part => part.Name);

    private string? Text(string field) => ComparedText.IsEmpty(Typed[field]) ? null : Typed[field]!.Trim();
}
