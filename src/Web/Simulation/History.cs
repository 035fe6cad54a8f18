using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Rules;

namespace Lapwing.Web.Simulation;

/// <summary>When something is recorded, and when it happened where that is earlier, on a London clock.</summary>
internal readonly record struct Moment(DateTime Recorded, DateTime? Earlier = null)
{
    /// <summary>When it happened.</summary>
    public DateTime Happened => Earlier ?? Recorded;

    /// <summary>So many minutes later.</summary>
    public Moment After(int minutes) => new(Recorded.AddMinutes(minutes), Earlier?.AddMinutes(minutes));
}

/// <summary>
/// One case as it is told: what is to be done by its own rules is done by whoever has to, in time, late, or not by the end. Each act is decided by the
/// catalogue on the case as its author saw it at that moment; what is refused, or would be of somebody who is not in the case, is not recorded.
/// </summary>
internal sealed class History
{
    private const int Most = 60, MostTries = 4;

    private readonly DateTime end;
    private readonly PriorityQueue<(Moment At, Action<Moment> What), (DateTime At, int Place)> coming = new();
    private readonly Dictionary<(string Name, string Of, EntryId Cause), int> tries = [];
    private readonly HashSet<(string Name, string Of, EntryId Cause)> waiting = [];
    private readonly Dictionary<(string Name, string Of, EntryId Cause), Duty> open = [];
    private bool isOpenKnown;
    private CaseView? ofReport;      // the case as those see it who read the report alone
    private readonly List<Allowed> acts = [];
    private DateTime last;
    private int places;

    private History(Plan plan, CaseId id, DateTime end)
    {
        (Plan, this.end, Chance) = (plan, end, Chance.Of(plan.Seed, plan.Number, use: 1));
        View = new(CaseFile.Of(id, ReadScope.Whole), RuleBook.Standard);
        Report = new(PaperKind.Report, Chance.Id());
    }

    /// <summary>What was decided of it beforehand.</summary>
    public Plan Plan { get; }

    /// <summary>Its chance.</summary>
    public Chance Chance { get; }

    /// <summary>The case so far, whole.</summary>
    public CaseView View { get; private set; }

    /// <summary>
    /// The case as those see it who do most of what is to be done: who read the report, until somebody leads or works on it. What is worked out of it is
    /// worked out once.
    /// </summary>
    public CaseView Known => CaseLead.IsAnybodyNamed(View.File) ? View : ViewIn(ReadScope.Of(Report));

    /// <summary>The part of the case that is its report.</summary>
    public Paper Report { get; }

    /// <summary>What was recorded, act by act.</summary>
    public IReadOnlyList<Allowed> Acts => acts;

    /// <summary>What was tried and refused, with why: a page would have shown it to whoever tried.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Tells a case from its report to the end.</summary>
    public static History Of(Plan plan, CaseId id, DateTime end)
    {
        var history = new History(plan, id, end);
        Reporting.Begin(history);
        while (history.GoOn()) { }
        return history;
    }

    /// <summary>Whether somebody is in the case at a moment; then how much of it they see.</summary>
    public ReadScope? ScopeOf(Person by, DateTimeOffset at) => View.File.Version == 0 ? ReadScope.Of(Report)
        : CaseAccess.Of(new(by.Author.Account, by.Author.Role, by.Author.Agency, by.Author.Team), View.Circle, at)?.Scope;

    /// <summary>Records something at a moment, as a page does; says whether it was recorded.</summary>
    public bool Records(Person by, Moment moment, Content content, bool mayBeKnown = false) =>
        Decides(by, moment, (file, _) => [Catalogue.Placed(file, content, mayBeKnown)]);

    /// <summary>Records the report itself, who is in it, and what came with it, by the number of the act.</summary>
    public bool Begins(Person by, Moment moment, Func<Guid, IEnumerable<Content>> said) =>
        Decides(by, moment, (_, act) => [.. said(act).Select(one => new NewEntry(one, Report))]);

    /// <summary>Something that will be done, if the end does not come first.</summary>
    public void Later(Moment at, Action<Moment> what) => coming.Enqueue((at, what), (at.Recorded, places++));

    /// <summary>Something that will be done so many minutes from now by somebody, when they are at work.</summary>
    public void Later(Person by, int minutes, Action<Moment> what) => Later(new(WorkingHours.From(last.AddMinutes(minutes), by.Author.Agency)), what);

    private bool GoOn()
    {
        if (!isOpenKnown) LookWhatIsOpen();
        if (acts.Count == 0 || View.File.Version >= Most || !coming.TryDequeue(out var next, out _) || next.At.Recorded >= end) return false;
        next.What(next.At);
        return true;
    }

    private void LookWhatIsOpen()
    {
        open.Clear();
        foreach (var duty in Known.Duties)
        {
            var key = KeyOf(duty);
            if (duty.IsSettled || !open.TryAdd(key, duty) || !waiting.Add(key)) continue;
            var tried = tries[key] = tries.GetValueOrDefault(key) + 1;
            if (tried <= MostTries && Pace.Of(this, duty, last, tried) is { } at) Later(at, moment => Do(key, moment));
        }

        isOpenKnown = true;
    }

    private void Do((string Name, string Of, EntryId Cause) key, Moment at)
    {
        waiting.Remove(key);
        if (!open.Remove(key, out var duty)) return;
        var before = acts.Count;
        Doing.Of(this, duty, at);
        isOpenKnown &= acts.Count > before && duty.Parts.Count < 2;      // what was refused, or done for some of them, is tried again
    }

    private CaseView ViewIn(ReadScope scope)
    {
        if (scope.IsWhole) return View;
        if (!scope.Equals(ofReport?.File.Scope) || ofReport?.File.Version != View.File.Version) ofReport = View.Of(View.File.Within(scope));
        return ofReport;
    }

    // What opens no duty, and meets none but the one that it is recorded for.
    private static bool IsQuiet(Content content) => content is Concern.StepTaken or Concern.StoryWritten or People.Named or Referral.FedBack
        or TellingParents.LookedAgain or Corrected;

    private static (string Name, string Of, EntryId Cause) KeyOf(Duty duty) => (duty.Name, duty.Of, duty.Causes[0]);

    private bool Decides(Person by, Moment moment, Func<CaseFile, Guid, IReadOnlyList<NewEntry>> said)
    {
        var recorded = moment.Recorded > last ? moment.Recorded : last.AddMinutes(1);
        var act = ActOf(by, moment, recorded);
        if (recorded >= end || View.File.Version >= Most || ScopeOf(by, act.RecordedAt) is not { } scope) return false;
        var view = ViewIn(scope);
        var entries = said(view.File, act.Id);
        if (!entries.All(entry => Catalogue.Of(entry.Content).Place.IsOpenTo(scope, entry.Paper))) return false;
        switch (Catalogue.Decide(view, act, entries))
        {
            case Allowed allowed:
                acts.Add(allowed);
                View = View.Of(CaseFile.Of(View.File.Id, ReadScope.Whole, [.. View.File.Entries, .. allowed.Entries.Select(named => named.Entry)]));
                ofReport = null;
                isOpenKnown &= allowed.Entries.All(named => IsQuiet(named.Entry.Content));
                last = recorded;
                return true;
            case Refused refused:
                Refused.AddRange(refused.Refusals.Select(one => $"{Catalogue.Of(entries[0].Content).Name}: {one.Words}"));
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Act ActOf(Person by, Moment moment, DateTime recorded)
    {
        var happened = moment.Earlier ?? recorded;
        return new(Chance.Id(), by.Author, London.InstantOf(DateOnly.FromDateTime(recorded), TimeOnly.FromDateTime(recorded)),
            DateOnly.FromDateTime(happened), TimeOnly.FromDateTime(happened));
    }
}
