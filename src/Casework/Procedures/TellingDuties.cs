using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The duties around telling parents or carers (S2.1.3, S2.2.9).</summary>
internal static class TellingDuties
{
    // A decision about one parent of one child, however it went.
    private readonly record struct Settled(Entry Entry, Guid Child, Guid? Person, string Who, IReadOnlyList<EntryId> Causes, bool IsTold);

    /// <summary>All of a case.</summary>
    public static IEnumerable<Duty> Of(CaseFile file, RuleBook rules)
    {
        var settled = All(file).ToList();
        foreach (var required in Requirements.Of(file, rules))
        {
            if (required.Row is not DutyRule rule) continue;
            if (required.AgreeFirst is { } since && rule.Duty == DutyKind.DecideTellingParents && !required.IsFurther)
                yield return ToAgree(file, required, since, rules);
            if (rule.Duty == DutyKind.DecideTellingParents) yield return ToDecide(file, required, rule, settled);
        }

        foreach (var duty in ToTell(file, settled)) yield return duty;
        foreach (var duty in ToDecideAgain(file, settled)) yield return duty;
        foreach (var told in file.All<TellingParents.ParentTold>())
        {
            if (TooEarlyFrom(file, told, rules) is not { } from) continue;
            foreach (var by in LookingAgain(file, told.Content).Distinct())
            {
                yield return new("look-again-told-early", $"{told.Content.Who}/{by.Agency}", DutyWords.Of("look-again-told-early"), [told.Id], from,
                    by, ["S2.2.9"])
                {
                    MetBy = file.First<TellingParents.LookedAgain>(looked =>
                    looked.Content.Of == told.Id && looked.HappenedOn >= told.HappenedOn && IsOf(by, looked.Entry))?.Entry,
                    MetWhen = "what was found and done is recorded, by each side for itself"
                };
            }
        }
    }

    // The police, and whoever has the case: the setting of the report until somebody leads it. Where the police reported it, they are both.
    private static IEnumerable<Responsible> LookingAgain(CaseFile file, TellingParents.ParentTold told)
    {
        var reports = told.Causes.Select(cause => file.At(cause)?.Content is Concern.FactsChanged change ? file.At(change.Of) : file.At(cause))
            .OfType<Entry>().Select(Writer).ToList();
        return reports.Exists(by => by.Agency == Agency.Police) ? reports : reports.Append(new(Agency.Police));
    }

    private static bool IsOf(Responsible by, Entry looked) => by.Team is { } team ? looked.Act.By.Team == team : looked.Act.By.Agency == by.Agency;

    /// <summary>
    /// The day from which it is looked at again: of the record, where information was withheld already; of the facts that withhold it, where they
    /// were known on the day of the telling and recorded after it; none where it was not early.
    /// </summary>
    public static DateOnly? TooEarlyFrom(CaseFile file, Recorded<TellingParents.ParentTold> told, RuleBook rules)
    {
        if (AgreedTelling.IsTooEarly(file.Before(told.Id), file, told.Entry.Act, told.Content, rules)) return Calendar.London.DayOf(told.Entry.Act.RecordedAt);
        var after = Requirements.Of(file, rules).Where(r => r.Row is DutyRule { Duty: var duty } && duty == DutyKind.WithholdInformation
            && r.Aware == told.HappenedOn && file.IsBefore(told.Id, r.Cause.Id)).ToList();
        return after.Count > 0 && !AgreedTelling.IsAgreed(file, told.Entry.Act, told.Content) ? Calendar.London.DayOf(after[0].Cause.Act.RecordedAt) : null;
    }

    private static Duty ToDecide(CaseFile file, Requirement required, DutyRule rule, List<Settled> settled)
    {
        var parts = RequiredDuties.ChildrenOwed(required).Select(child => new DutyPart(child, DecidedFor(file, child, required, settled))).ToList();
        return RequiredDuties.Duty(required, rule) with
        {
            Parts = parts,
            MetBy = RequiredDuties.LastOf(parts),
            MetWhen = "for each child and each parent or carer: told, to be told by whom and when, or withheld and why",
        };
    }

    // Each parent or carer that the case knows of a child has a decision; where it knows none, one decision for the child is enough.
    private static Entry? DecidedFor(CaseFile file, Guid child, Requirement required, List<Settled> settled)
    {
        var mine = settled.Where(one => one.Child == child && one.Causes.Contains(required.Cause.Id) && one.Entry.HappenedOn >= required.Aware).ToList();
        var parents = file.All<People.Linked>().Where(link => link.Content.Kind == LinkKind.ParentOrCarerOf && link.Content.To == child)
            .Select(link => link.Content.From).Distinct().ToList();
        if (parents.Count == 0) return mine.Count > 0 ? mine[0].Entry : null;
        return RequiredDuties.LastOf([.. parents.Select(parent => new DutyPart(parent, mine.Find(one => one.Person == parent).Entry))]);
    }

    private static Duty ToAgree(CaseFile file, Requirement required, (Entry Cause, DateOnly Aware) since, RuleBook rules) =>
        new("agree-what-is-said", "", DutyWords.Of("agree-what-is-said"), [since.Cause.Id], since.Aware,
            new(required.Report.Act.By.Agency, required.Report.Act.By.Team, required.Report.Act.By.Account), ["S2.2.9"])
        {
            MetBy = file.First<TellingParents.Agreed>(agreed =>
                agreed.Content.Causes.Contains(since.Cause.Id) && agreed.HappenedOn >= since.Aware && !AgreedTelling.IsDenied(file, agreed.Id))?.Entry,
            EndedBy = required.EndedBy ?? WithholdingOver(file, required.Report, rules),
            MetWhen = "what was agreed, and with whom, is recorded",
        };

    // Nothing is agreed first any more once police or social care have signed that nobody is withheld from.
    private static Entry? WithholdingOver(CaseFile file, Entry report, RuleBook rules)
    {
        var withheld = Requirements.Of(file, rules).Where(r => r.Report.Id == report.Id && r.Row is DutyRule { Duty: var duty }
            && duty == DutyKind.WithholdInformation).ToList();
        return withheld.Count > 0 && withheld.TrueForAll(r => r.EndedBy is not null) ? withheld[^1].EndedBy : null;
    }

    private static IEnumerable<Duty> ToTell(CaseFile file, List<Settled> settled)
    {
        foreach (var planned in file.All<TellingParents.ToBeTold>())
        {
            var then = settled.Where(one =>
                IsLater(file, one, planned.Entry) && one.Child == planned.Content.Child && IsSame(one, planned.Content.Person, planned.Content.Who)).ToList();
            yield return new("tell", $"{planned.Content.Child:N}/{planned.Content.Who}",
                $"Tell {Directed.Isolated(planned.Content.Who)}: {Directed.Isolated(planned.Content.ToldBy)}", [planned.Id], planned.Content.On,
                Writer(planned.Entry), ["S2.1.3"])
            {
                MetBy = then.Find(one => one.IsTold).Entry,
                EndedBy = then.Find(one => !one.IsTold).Entry,
                MetWhen = "they were told",
            };
        }
    }

    private static IEnumerable<Duty> ToDecideAgain(CaseFile file, List<Settled> settled)
    {
        foreach (var withheld in file.All<TellingParents.Withheld>())
        {
            yield return new("decide-telling-again", $"{withheld.Content.Child:N}/{withheld.Content.Who}",
                $"Decide again whether {Directed.Isolated(withheld.Content.Who)} is told", [withheld.Id], withheld.Content.Until,
                Writer(withheld.Entry), ["S2.1.3"])
            {
                MetBy = settled.Find(one =>
                    IsLater(file, one, withheld.Entry) && IsTheirs(one, withheld.Entry) && one.Child == withheld.Content.Child
                    && IsSame(one, withheld.Content.Person, withheld.Content.Who)).Entry,
                MetWhen = "it was decided anew",
            };
        }
    }

    // What police or social care withhold, they decide again; that somebody was told is a fact, whoever told them.
    private static bool IsTheirs(Settled one, Entry withheld) => one.IsTold || withheld.Act.By.Agency is not (Agency.Police or Agency.SocialCare)
        || one.Entry.Act.By.Agency is Agency.Police or Agency.SocialCare;

    private static IEnumerable<Settled> All(CaseFile file) =>
        file.All<TellingParents.ParentTold>().Select(one => new Settled(one.Entry, one.Content.Child, one.Content.Person, one.Content.Who,
            one.Content.Causes, true))
            .Concat(file.All<TellingParents.ToBeTold>().Select(one => new Settled(one.Entry, one.Content.Child, one.Content.Person, one.Content.Who,
            one.Content.Causes, false)))
            .Concat(file.All<TellingParents.Withheld>().Select(one => new Settled(one.Entry, one.Content.Child, one.Content.Person, one.Content.Who,
            one.Content.Causes, false)))
            .OrderBy(one => one.Entry.HappenedOn);

    private static bool IsLater(CaseFile file, Settled one, Entry than) => file.IsBefore(than.Id, one.Entry.Id) && one.Entry.HappenedOn >= than.HappenedOn;

    private static bool IsSame(Settled one, Guid? person, string who) => one.Person is { } mine && person is { } other ? mine == other
        : WhoIsTold.Words(one.Who).SetEquals(WhoIsTold.Words(who));

    private static Responsible Writer(Entry entry) => new(entry.Act.By.Agency, entry.Act.By.Team);
}
