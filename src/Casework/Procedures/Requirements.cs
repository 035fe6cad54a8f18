using System.Numerics;
using System.Runtime.CompilerServices;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// What the decisions on the reports of a case require. Triage is run on the report and again on each change of facts; a change opens what is new,
/// from the new awareness, and all else keeps its date. A change that drops an unmade referral or an open dated duty is not in force before it is signed.
/// </summary>
internal static class Requirements
{
    private static readonly string[] everyChild = ["shown", "shared", "received", "harmed", "acting", "household"];

    // Which children a duty is owed to, each of them; a duty that is not named is owed once.
    private static readonly Dictionary<string, string[]> owedTo = new(StringComparer.Ordinal)
    {
        [DutyKind.DecideTellingParents.Name] = everyChild,
        [DutyKind.OfferSupport.Name] = ["shown", "shared", "received", "harmed", "acting"],
        [DutyKind.OfferRemovalHelp.Name] = ["shown", "shared", "received"],
        [DutyKind.ConsiderInfluences.Name] = ["acting"],
        [DutyKind.RespondToBullying.Name] = ["harmed", "acting"],
    };

    // Every procedure asks for them: they are worked out once a case file, which never changes, and forgotten with it.
    private static readonly ConditionalWeakTable<CaseFile, Known> workedOut = [];

    private sealed record Known(RuleBook Rules, IReadOnlyList<Requirement> All);

    /// <summary>All of a case, in the order in which they were first required.</summary>
    public static IReadOnlyList<Requirement> Of(CaseFile file, RuleBook rules)
    {
        if (workedOut.TryGetValue(file, out var before) && before.Rules == rules) return before.All;
        IReadOnlyList<Requirement> all = [.. file.All<Concern.Reported>().SelectMany(report => Of(file, report, rules))];
        workedOut.AddOrUpdate(file, new(rules, all));
        return all;
    }

    /// <summary>What a change of facts would drop that needs a second person, in words.</summary>
    public static IReadOnlyList<string> DroppedBy(CaseFile file, Entry change, RuleBook rules) =>
        [.. Of(file.With(change), rules).Where(required => required.DroppedBy.Contains(change)).Select(required => required.Words).Distinct()];

    /// <summary>The report and its changes of facts, in the order of recording.</summary>
    public static IEnumerable<(Entry Entry, Told Told)> Versions(CaseFile file, Recorded<Concern.Reported> report)
    {
        var changes = file.All<Concern.FactsChanged>().Where(change => change.Content.Of == report.Id).ToList();
        changes.Sort((a, b) => a.Id == b.Id ? 0 : file.IsBefore(a.Id, b.Id) ? -1 : 1);
        return changes.Select(change => (change.Entry, change.Content.Told)).Prepend((report.Entry, report.Content.Told));
    }

    /// <summary>The duties of a case that its decisions open, but those with a procedure of their own.</summary>
    public static IEnumerable<Duty> DutiesOf(CaseFile file, RuleBook rules)
    {
        var taken = file.All<Concern.StepTaken>().ToLookup(step => step.Content.Duty, StringComparer.Ordinal);
        foreach (var required in Of(file, rules))
        {
            if (required.Row is not DutyRule rule || (!Concern.IsStep(rule.Duty) && !rule.Duty.IsOthers)) continue;
            var steps = taken[rule.Duty.Name].Where(step => step.Content.Causes.Contains(required.Cause.Id) && step.HappenedOn >= required.Aware).ToList();
            var parts = ChildrenOwed(required).Select(child => new DutyPart(child, steps.Find(step => step.Content.For.Contains(child)).Entry)).ToList();
            yield return Duty(required, rule) with
            {
                Parts = parts,
                MetBy = parts.Count == 0 ? FirstOf(steps.Find(_ => true).Entry, Referred(file, required)) : LastOf(parts),
            };
        }
    }

    /// <summary>A required duty, without what met it.</summary>
    public static Duty Duty(Requirement required, DutyRule rule) => new(rule.Duty.Name, "", rule.Duty.Words, [required.Cause.Id], required.Due, OwedBy(required, rule.Duty), required.Cites)
    {
        EndedBy = required.EndedBy,
        IsSetting = rule.Due.IsSetting,
        MetWhen = rule.Duty.IsOthers ? "it was held, and it concluded" : rule.Duty.MetByReferralTo is { } to ? $"what was advised is recorded, or a referral to {to.Short}" : "what was done is recorded",
    };

    /// <summary>The children and groups to whom a duty is owed, each of them; none where it is owed once.</summary>
    public static IReadOnlyList<Guid> ChildrenOwed(Requirement required)
    {
        if (required.Children is { Count: > 0 } known) return known;
        if (!owedTo.TryGetValue(required.Row.Name, out var roles)) return [];
        return [.. required.Told.SelectMany(told => told.Children).Where(child => child.Roles.Any(roles.Contains)).Select(child => child.Person).Distinct()];
    }

    /// <summary>What met a duty that is owed to several: the last of what met it for each; nothing while one is left.</summary>
    public static Entry? LastOf(IReadOnlyList<DutyPart> parts) =>
        parts.Count > 0 && parts.All(part => part.MetBy is not null) ? parts.Select(part => part.MetBy!).MaxBy(entry => entry.HappenedOn) : null;

    /// <summary>The rules that hold in a case for as long as its decisions require them.</summary>
    public static IEnumerable<StandingRule> Holding(CaseFile file, RuleBook rules)
    {
        foreach (var required in Of(file, rules).Where(required => required.EndedBy is null))
        {
            if (required.Row is not DutyRule rule) continue;
            if (rule.Duty == DutyKind.DoNotViewImagery) yield return new(rule.Duty.Name, rule.Duty.Words, required.Cause.Id, "until the case is closed", rule.Cites);
            if (rule.Duty == DutyKind.WithholdInformation)
                yield return new(rule.Duty.Name, rule.Duty.Short, required.Cause.Id, "until police and social care have agreed who tells them, and when", rule.Cites);
            if (required.AgreeFirst is { } agreeing && rule.Duty == DutyKind.OfferRemovalHelp)
                yield return new("keep-evidence", "Delete nothing until police and social care have said so", agreeing.Cause.Id, "until police and social care need it no more", ["S2.1.23"]);
        }
    }

    private static List<Requirement> Of(CaseFile file, Recorded<Concern.Reported> report, RuleBook rules)
    {
        List<Requirement> all = [];
        HashSet<EntryId> causes = [];
        var versions = Versions(file, report).ToList();
        IReadOnlyList<Told> facts = [.. versions.Select(version => version.Told)];
        for (var i = 0; i < versions.Count; i++)
        {
            causes.Add(versions[i].Entry.Id);
            Run(file, report.Entry, versions[i].Entry, i, facts, rules, all);
        }

        foreach (var less in file.All<Concern.LessAsked>().Where(less => causes.Contains(less.Content.Of)))
            if (Concern.Signature(file, less.Entry) is { } signed)
                foreach (var required in all.Where(r => r.EndedBy is null && less.Content.Rules.Contains(r.Row.Name))) required.EndedBy = signed;
        return all;
    }

    // Triage on one version of the facts: what is new opens, what is gone ends. Every page of a case waits for it: it goes through lists and makes no others.
    private static void Run(CaseFile file, Entry report, Entry entry, int version, IReadOnlyList<Told> facts, RuleBook rules, List<Requirement> all)
    {
        var told = facts[version];
        var decision = rules.Decide(told.Concern());
        var (aware, arrested) = (told.AwareOn, decision.Concern.ArrestedOn);
        foreach (var required in all)
        {
            var applies = Applies(decision, required.Row);
            // Before anybody signed that it is not required, the facts required it again: it never ended, and keeps its date. Nobody is asked to sign any more; who refused before has answered.
            if (applies && required.DroppedBy.Count > 0 && (required.EndedBy is null || file.IsBefore(entry.Id, required.EndedBy.Id)))
                (required.DroppedBy, required.EndedBy) = ([.. required.DroppedBy.Where(drop => Concern.Answer(file, drop) is { } answer && file.IsBefore(answer.Id, entry.Id))], null);
            if (applies || required.EndedBy is not null) continue;
            var open = required.Row is ReferralRule rule ? Referral.MetBy(file, rule.To, (required.Cause.Id, required.Aware)) is null : required.Due is not null && !IsDone(file, required);
            if (open) required.DroppedBy = [.. required.DroppedBy, entry];
            required.EndedBy = open ? Concern.Signature(file, entry) : entry;
        }

        var before = all.Count;
        foreach (var bit in Logic.Facts.Bits(decision.Applying))
        {
            var row = decision.Edition.Rows[bit];
            if (row is not (ReferralRule or DutyRule)) continue;
            var first = FirstOpen(all, before, row, 0);
            var required = new Requirement(row, report, entry, aware, row.Due.Due(aware, arrested, rules.Calendar)) { IsFurther = first < before, Told = facts };
            AddChildren(told, required, all, before, first);
            if (first == before || required.Children is { Count: > 0 }) all.Add(required);
        }

        foreach (var duty in decision.Duties)
        {
            if (duty.Rule.Reasons.Count > 0) AddCites(all, duty, entry);
            if (!duty.AgreeFirst) continue;
            foreach (var required in all)
                if (required is { EndedBy: null, AgreeFirst: null } && IsSame(duty.Rule, required.Row)) required.AgreeFirst = (entry, aware);
        }
    }

    // Of a duty whose parts have statements of their own, those that are so are cited.
    private static void AddCites(List<Requirement> all, RequiredDuty duty, Entry entry)
    {
        foreach (var required in all.Where(one => one.EndedBy is null && IsSame(duty.Rule, one.Row)))
            required.Cites = required.Cause.Id == entry.Id ? duty.Because.Cites : [.. required.Row.Cites.Where(id => required.Cites.Contains(id) || duty.Because.Cites.Contains(id))];
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

    // What is owed to each child by a day is owed to one who comes in later from that day on, beside the others, who keep theirs. Where there was no child yet, they join.
    private static void AddChildren(Told told, Requirement required, List<Requirement> all, int before, int first)
    {
        if (required.Due is null || !owedTo.TryGetValue(required.Row.Name, out var roles)) return;
        var known = told.Children.Where(child => child.Roles.Any(roles.Contains)).Select(child => child.Person).Distinct().ToList();
        if (first < before && all[first].Children is { Count: 0 })
        {
            all[first].Children = known;
            return;
        }

        for (var i = first; i < before; i = FirstOpen(all, before, required.Row, i + 1)) known = [.. known.Except(all[i].Children ?? [])];
        required.Children = known;
    }

    private static bool IsSame(Row one, Row other) => ReferenceEquals(one, other) || (one.What == other.What && one.Name == other.Name);

    // For each child, where it is owed to each.
    private static bool IsDone(CaseFile file, Requirement required)
    {
        var steps = file.All<Concern.StepTaken>().Where(step => step.Content.Duty == required.Row.Name && step.Content.Causes.Contains(required.Cause.Id) && step.HappenedOn >= required.Aware).ToList();
        if (Referred(file, required) is not null) return true;
        return steps.Count > 0 && ChildrenOwed(required).All(child => steps.Exists(step => step.Content.For.Contains(child)));
    }

    // The referral that met a duty to ask for advice: one with which its cause was passed on, on no earlier day than its awareness.
    private static Entry? Referred(CaseFile file, Requirement required) =>
        required.Row is DutyRule { Duty.MetByReferralTo: { } to } ? Referral.MetBy(file, to, (required.Cause.Id, required.Aware)) : null;

    private static Entry? FirstOf(Entry? one, Entry? other) => one is null ? other : other is null || one.HappenedOn <= other.HappenedOn ? one : other;

    private static Owing OwedBy(Requirement required, DutyKind duty) =>
        duty == DutyKind.LadoDecidesOnMeeting ? new(Agency.Lado) : duty.IsOthers ? new(Agency.SocialCare) : new(required.Report.Act.By.Agency, required.Report.Act.By.Team);
}
