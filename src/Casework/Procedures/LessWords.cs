using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Casework.Procedures;

/// <summary>What can be left undone, and what waits for a signature.</summary>
public static class LessWords
{
    /// <summary>The rules and duties of the decisions on the reports and their changes that somebody may ask to leave undone, by name.</summary>
    public static IEnumerable<(string Name, string Words)> Rows(CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Rows(view).DistinctBy(row => row.Name).Where(row => MayAskLess(view, by, row.Name));
    }

    private static IEnumerable<(string Name, string Words)> Rows(CaseView view) => view.File.All<Reported>()
        .SelectMany(report => view.VersionsOf(report.Id)).SelectMany(version => Rows(view.Rules.Decide(version.Facts.Concern())));

    /// <summary>The rules and duties of one decision that can be left undone, by name.</summary>
    public static IEnumerable<(string Name, string Words)> Rows(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Referrals.SelectMany(referral => referral.Because.Select(because =>
            (because.Row.Name, $"Refer to {referral.To.Words}: because {DecisionWords.Because(because)}")))
            .Concat(decision.Duties.Where(duty => duty.Rule.Duty != DutyKind.DoNotViewImagery && duty.Rule.Duty != DutyKind.WithholdInformation)
            .Select(duty => (duty.Rule.Name, duty.Rule.Duty.Short))).DistinctBy(row => row.Item1);
    }

    /// <summary>
    /// A rule or duty in words, by its name: with its reason in the decision of which less is asked; the name where no edition has it any more.
    /// </summary>
    /// <param name="view">The case.</param>
    /// <param name="of">The report or the change of facts.</param>
    /// <param name="name">The name of the rule or duty.</param>
    public static string Of(CaseView view, EntryId of, string name)
    {
        ArgumentNullException.ThrowIfNull(view);
        var report = view.File.At(of)?.Content is FactsChanged change ? change.Of : of;
        var facts = view.VersionsOf(report).FirstOrDefault(version => version.Entry.Id == of)?.Facts;
        var rows = facts is null ? [] : Rows(view.Rules.Decide(facts.Concern()));
        return rows.FirstOrDefault(row => row.Name == name).Words ?? view.Rules.RowsCalled(name).FirstOrDefault() switch
        {
            ReferralRule rule => $"Refer to {rule.To.Words}",
            DutyRule rule => rule.Duty.Short,
            _ => name,
        };
    }

    /// <summary>What waits for somebody's signature; in a correction, what was answered.</summary>
    public static IEnumerable<EntryId> ToSign(CaseView view, Author by, LessSigned? answered)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(by);
        return answered is not null ? [answered.Asked]
            : view.Duties.Where(duty => duty.Kind == Sign && duty.MetBy is null).Select(duty => duty.Causes[0]).Distinct()
                .Where(asked => MaySign(view, by, asked));
    }

    /// <summary>
    /// Those who never answer what is asked: who asked for it, who typed the change of facts because of which it is asked, and who typed another change that
    /// drops the same (S2.2.9). Whether others may depends on their place: the duty says whose it is.
    /// </summary>
    public static IEnumerable<Guid> NeverSigns(CaseView view, EntryId asked)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.File.At(asked) is not { } entry) return [];
        var typed = view.File.Counting(asked) is LessAsked less ? SecondPerson.About(view.File, entry, less).Typed
            : view.Requirements.Where(required => required.DroppedBy.Contains(entry)).SelectMany(required => required.DroppedBy).Select(drop => drop.Act.By);
        return typed.Prepend(entry.Act.By).SelectMany(by => new[] { by.Account, by.For }.OfType<Guid>()).Distinct().Order();
    }

    /// <summary>What is asked, in a line: what is not to be done, why, and since when.</summary>
    public static string Asked(CaseView view, EntryId asked)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.File.At(asked) is not { } entry) return "";
        var what = view.File.Counting(asked) is LessAsked less ? $" ({string.Join("; ", less.Rules.Select(rule => Of(view, less.Of, rule)))})" : "";
        return $"{(view.File.Counting(asked) ?? entry.Content).Line(view.File)}{what}, {DecisionWords.Day(entry.HappenedOn)}";
    }

    /// <summary>Who may sign, of those who owe it: neither who asked for it nor who typed it.</summary>
    public static IEnumerable<Person> Signers(CaseView view, Staff staff, Duty sign)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(sign);
        return staff.All.Where(person => IsOf(sign.By, person.Author) && MaySign(view, person.Author, sign.Causes[0]));
    }

    /// <summary>
    /// Whether of a setting that has to do what is to be left out nobody may sign but whoever asks: then somebody outside it is asked. Police and social
    /// care, who alone leave undone what is theirs, are asked to name nobody.
    /// </summary>
    public static bool IsAlone(CaseView view, Staff staff, Author by, LessAsked less)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(less);
        if (view.File.At(less.Of) is not { } of || less.Rules.All(rule => SecondPerson.IsOfService(view, rule))) return false;
        var report = of.Content is FactsChanged change ? view.File.At(change.Of) ?? of : of;
        var owes = SecondPersonDuties.OwedBy(view, by, less, report);
        return !staff.All.Any(person => person.Author.MaySign && IsOf(owes, person.Author) && person.Author.IsApartFrom(by)
            && (of == report || person.Author.IsApartFrom(of.Act.By)));
    }

    private static bool IsOf(Responsible by, Author one) => by.Account is { } account ? one.ActsFor(account)
        : by.Team is { } team ? one.Team == team : one.Agency == by.Agency;

    // Whoever could say no to it, or yes.
    private static bool MaySign(CaseView view, Author by, EntryId asked)
    {
        var entry = view.File.At(asked)!;
        var act = new Act(Guid.Empty, by, entry.Act.RecordedAt, entry.HappenedOn);
        bool May(bool agrees) => !SecondPersonGuards.GuardSigned(view, act, new(asked, agrees, "")).Any();
        return May(false) || May(true);
    }
}
