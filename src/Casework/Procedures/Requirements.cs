using System.Numerics;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// What the decisions on the reports of a case require. Triage is run on the report and again on each change of facts; a change opens what is new,
/// from the new awareness, and all else keeps its date. A change that drops an unmade referral, an open dated duty, a rule that stands, or what another
/// team has to do, is not in force before it is signed (<see cref="SecondPerson"/>).
/// </summary>
internal static class Requirements
{
    /// <summary>All of a case, in the order in which they were first required.</summary>
    public static IReadOnlyList<Requirement> Of(CaseView view) => [.. view.File.All<Concern.Reported>().SelectMany(report => Of(view, report))];

    private static List<Requirement> Of(CaseView view, Recorded<Concern.Reported> report)
    {
        List<Requirement> all = [];
        HashSet<EntryId> causes = [];
        var versions = view.VersionsOf(report.Id);
        IReadOnlyList<ConcernFacts> facts = [.. versions.Select(version => version.Facts)];
        for (var i = 0; i < versions.Count; i++)
        {
            causes.Add(versions[i].Entry.Id);
            Run(view, report.Entry, versions, i, facts, all);
        }

        foreach (var less in view.File.All<Concern.LessAsked>().Where(less => causes.Contains(less.Content.Of)).OrderBy(less => view.File.PlaceOf(less.Id)))
            LeaveUndone(view, less, versions, all);
        return all;
    }

    // What was refused is not left undone because somebody else was asked; a rule that stands is left undone by no judgement.
    private static void LeaveUndone(CaseView view, Recorded<Concern.LessAsked> less, IReadOnlyList<FactsVersion> versions, List<Requirement> all)
    {
        var file = view.File;
        if (SecondPerson.Answer(view, less) is not { } answer) return;
        var facts = versions.Last(version => file.IsBefore(version.Entry.Id, less.Id)).Facts.Concern().Facts;
        foreach (var required in all.Where(r =>
            r.EndedBy is null && less.Content.Rules.Contains(r.Row.Name) && !SecondPerson.IsStanding(r.Row) && !r.IsRefused(facts)))
        {
            if (answer.Content.Agrees == true && !SecondPerson.LeavesUndone(file, required, less.Entry.Act.By, answer.Entry.Act.By)) continue;
            if (answer.Content.Agrees == true) (required.EndedBy, required.IsLeftUndone) = (answer.Entry, true);
            else required.Refused = (answer.Entry, facts);
        }
    }

    // Triage on one version of the facts: what is new opens, what is gone ends. Every page of a case waits for it: it goes through lists and makes no others.
    private static void Run(CaseView view, Entry report, IReadOnlyList<FactsVersion> versions, int version, IReadOnlyList<ConcernFacts> facts,
        List<Requirement> all)
    {
        var (file, rules, entry, told) = (view.File, view.Rules, versions[version].Entry, facts[version]);
        var decision = rules.Decide(told.Concern());
        var (aware, arrested) = (told.AwareOn, decision.Concern.ArrestedOn);
        foreach (var required in all)
        {
            var applies = Applies(decision, required.Row);
            if (applies) required.IsAboutOwnPeople |= SecondPerson.IsAboutOwnPeople(required.Row, decision.Concern.Facts);
            if (applies && required.DroppedBy.Count > 0) RequireAgain(file, required, entry);
            if (applies || required.EndedBy is not null) continue;
            if (SecondPerson.IsOpen(file, required, entry)) Drop(file, required, entry, decision.Concern.Facts);
            else required.EndedBy = entry;
        }

        var (before, withCase) = (all.Count, WithCase(view, versions, version));
        foreach (var bit in Facts.Bits(decision.Applying))
        {
            var row = decision.Edition.Rows[bit];
            if (row is not (ReferralRule or DutyRule)) continue;
            var first = FirstOpen(all, before, row, 0);
            if (first < before && !IsOwedToEach(row)) continue;
            var required = new Requirement(row, report, entry, aware, row.Due.Due(aware, arrested, rules.Calendar))
            {
                IsFurther = first < before,
                Told = facts,
                WithCase = withCase is { } both && !Applies(both.OfReport, row) ? both.By : null,
                IsAboutOwnPeople = SecondPerson.IsAboutOwnPeople(row, decision.Concern.Facts),
            };
            AddChildren(told, required, all, before, first);
            if (first == before || required.Children is { Count: > 0 }) all.Add(required);
        }

        AddWhatIsSaid(decision, entry, aware, all);
    }

    // The statements that ask for it, and that it is agreed first what is said.
    private static void AddWhatIsSaid(Decision decision, Entry entry, DateOnly aware, List<Requirement> all)
    {
        foreach (var duty in decision.Duties)
        {
            if (duty.Rule.Reasons.Count > 0) AddCites(all, duty, entry);
            if (!duty.AgreeFirst) continue;
            foreach (var required in all)
                if (required is { EndedBy: null, AgreeFirst: null } && IsSame(duty.Rule, required.Row)) required.AgreeFirst = (entry, aware);
        }
    }

    // What the report's own words decide, where somebody has written facts into the case before, and who did it last.
    private static (Decision OfReport, Author By)? WithCase(CaseView view, IReadOnlyList<FactsVersion> versions, int version)
    {
        var entry = versions[version].Entry;
        if (entry.Paper == Paper.Whole || versions.Take(version).LastOrDefault(one => one.Entry.Paper == Paper.Whole) is not { } last
            || view.File.Counting(entry.Id) is not Concern.FactsChanged { Told: var told }) return null;
        return (view.Rules.Decide(told.Concern()), last.Entry.Act.By);
    }

    // Before anybody signed that it is not required, the facts required it again: it never ended, and keeps its date. Nobody is asked to
    // sign any more; who refused before has answered.
    private static void RequireAgain(CaseFile file, Requirement required, Entry entry)
    {
        if (required.EndedBy is { } ended && !file.IsBefore(entry.Id, ended.Id)) return;
        required.DroppedBy = [.. required.DroppedBy.Where(drop => SecondPerson.Answer(file, required, drop) is { } answer
            && file.IsBefore(answer.Id, entry.Id))];
        required.EndedBy = null;
    }

    // Of a duty whose parts have statements of their own, those that are so are cited.
    private static void AddCites(List<Requirement> all, RequiredDuty duty, Entry entry)
    {
        var cites = duty.Because.Cites;
        foreach (var required in all)
        {
            if (required.EndedBy is not null || !IsSame(duty.Rule, required.Row)) continue;
            if (required.Cause.Id == entry.Id) required.Cites = cites;
            else if (!Has(required.Cites, cites)) required.Cites = [.. required.Row.Cites.Where(id => required.Cites.Contains(id) || cites.Contains(id))];
        }
    }

    private static bool Has(IReadOnlyList<string> all, IReadOnlyList<string> these)
    {
        for (var i = 0; i < these.Count; i++)
            if (!all.Contains(these[i])) return false;
        return true;
    }

    // Not in force before it is signed; and not at all while what it drops was refused on the same facts.
    private static void Drop(CaseFile file, Requirement required, Entry change, Facts facts)
    {
        var isRefused = required.IsRefused(facts);
        required.DroppedBy = [.. required.DroppedBy, change];
        if (isRefused) return;
        var answer = SecondPerson.Answer(file, required, change);
        required.Refused = answer is { Content.Agrees: not true } refused ? (refused.Entry, facts) : null;
        required.EndedBy = answer is { Content.Agrees: true } signed ? signed.Entry : null;
    }

    private static bool Applies(Decision decision, Row row)
    {
        for (var left = decision.Applying; left != 0; left &= left - 1)
            if (IsSame(decision.Edition.Rows[BitOperations.TrailingZeroCount(left)], row)) return true;
        return false;
    }

    // The place of the next that a row keeps open; the end where there is none.
    private static int FirstOpen(List<Requirement> all, int end, Row row, int from)
    {
        var i = from;
        while (i < end && (all[i].EndedBy is not null || !IsSame(row, all[i].Row))) i++;
        return i;
    }

    private static bool IsOwedToEach(Row row) => row is DutyRule { Duty.OwedTo: not Involvements.None };

    // What is owed to each child by a day is owed to one who comes in later from that day on, beside the others, who keep theirs. Where there was no
    // child yet, they join.
    private static void AddChildren(ConcernFacts told, Requirement required, List<Requirement> all, int before, int first)
    {
        if (required.Due is null || required.Row is not DutyRule { Duty: { OwedTo: not Involvements.None } duty }) return;
        var known = told.ChildrenWith(duty.OwedTo).Distinct();
        if (first < before && all[first].Children is { Count: 0 })
        {
            all[first].Children = [.. known];
            return;
        }

        HashSet<Guid> owed = [];
        for (var i = first; i < before; i = FirstOpen(all, before, required.Row, i + 1))
            if (all[i].Children is { } others) owed.UnionWith(others);
        required.Children = [.. known.Where(child => !owed.Contains(child))];
    }

    private static bool IsSame(Row one, Row other) => ReferenceEquals(one, other) || (one.What == other.What && one.Name == other.Name);
}
