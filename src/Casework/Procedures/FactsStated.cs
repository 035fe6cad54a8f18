using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// An entry that states a fact of triage is a change of facts (rule 2 of the duties): whoever records that the adult lives with a child has said it, and
/// need not say it twice. Nothing follows where the newest facts of the report have it already, nor in the act that makes the report.
/// </summary>
internal static class FactsStated
{
    /// <summary>What a link states: whether the adult of whom it is alleged, or the child said to have done it, has a child near.</summary>
    public static IEnumerable<Content> By(CaseView view, Entry entry, People.Linked linked)
    {
        var about = People.All(view.File).ToDictionary(one => one.Id);
        if (!about.TryGetValue(linked.From, out var from) || !about.TryGetValue(linked.To, out var to)) return [];
        if ((Question(from, linked.Kind, to) ?? Question(to, linked.Kind, from)) is not { } question) return [];
        return Changes(view, entry, linked, told => told.Yes.Contains(question.Name) ? null : told with
        {
            Yes = [.. told.Yes, question.Name],
            No = [.. told.No.Where(name => name != question.Name)],
            NotKnown = [.. told.NotKnown.Where(name => name != question.Name)],
        });
    }

    /// <summary>What it states that a child has a part in the concern: that there is such a child, of that age.</summary>
    public static IEnumerable<Content> By(CaseView view, Entry entry, People.Added added) => added.IsChild
        ? Child(view, entry, added, new(added.Person, RolesOf(added.Parts), added.Age)) : [];

    /// <summary>The same of a group, with the age of its youngest child: under 13 it is so of one of them, and otherwise of none (N6).</summary>
    public static IEnumerable<Content> By(CaseView view, Entry entry, People.GroupAdded added) =>
        Child(view, entry, added, new(added.Group, RolesOf(added.Parts), added.YoungestAge));

    /// <summary>The parts of the concern among the parts that a child has, by the names of the concern's file format.</summary>
    public static IReadOnlyList<string> RolesOf(IEnumerable<Involvement> parts) =>
        [.. parts.Where(part => part <= Involvement.Household).Select(part => ChildFacts.NameOf(part))];

    private static Question? Question(PersonOfCase one, LinkKind kind, PersonOfCase other)
    {
        if (!other.IsChild) return null;
        if (one.IsChild) return one.Parts.Contains(Involvement.Acting) && kind == LinkKind.LivesWith ? Questions.PotentialVictimsInHousehold : null;
        if (!one.Parts.Contains(Involvement.Alleged)) return null;
        return kind switch
        {
            LinkKind.LivesWith => Questions.LivesWithChildren,
            LinkKind.UnsupervisedContactWith => Questions.UnsupervisedContact,
            LinkKind.WorksWith => Questions.ContactWorkOrVoluntary,
            LinkKind.Knows => Questions.ContactPersonal,
            _ => null,
        };
    }

    // A part that the facts have stays: who is corrected to have had none is a change of facts that somebody words.
    private static IEnumerable<Content> Child(CaseView view, Entry entry, Content stated, ChildTold child)
    {
        if (child.Roles.Count == 0) return [];
        return Changes(view, entry, stated, told =>
        {
            var known = told.Children.FirstOrDefault(one => one.Person == child.Person);
            var now = known is null ? child : known with { Roles = [.. known.Roles.Union(child.Roles)], Age = child.Age ?? known.Age };
            if (known is not null && now.Age == known.Age && now.Roles.Count == known.Roles.Count) return null;
            return told with { Children = known is null ? [.. told.Children, now] : [.. told.Children.Select(one => one.Person == child.Person ? now : one)] };
        });
    }

    private static IEnumerable<Content> Changes(CaseView view, Entry entry, Content stated, Func<ConcernFacts, ConcernFacts?> change)
    {
        var reports = view.File.All<Concern.Reported>().Where(report => report.Entry.Act.Id != entry.Act.Id
            && (report.Entry.Paper == entry.Paper || entry.Paper == Paper.Whole));
        foreach (var report in entry.Paper == Paper.Whole ? reports.Take(1) : reports)      // what stands in the case changes the main report's facts there
        {
            var newest = entry.Paper == Paper.Whole ? view.VersionsOf(report.Id)[^1].Facts : FactsVersion.InReport(view.File, report);
            if (change(newest) is { } changed)
                yield return new Concern.FactsChanged(report.Id, changed with { AwareAt = KnownAt(entry.Act, newest) },
                    $"It was recorded: {stated.Line(view.File)}");
        }
    }

    // From the act's day and time on; nobody could act on it before they knew of the concern.
    private static DateTimeOffset KnownAt(Act act, ConcernFacts told)
    {
        var happened = London.InstantOf(act.HappenedOn, act.HappenedAt
            ?? (act.HappenedOn == London.DayOf(act.RecordedAt) ? TimeOnly.FromDateTime(London.TimeOf(act.RecordedAt)) : default));
        return happened > told.AwareAt ? happened : told.AwareAt;
    }
}
