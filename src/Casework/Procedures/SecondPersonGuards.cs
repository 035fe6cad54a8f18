using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.SecondPerson;

namespace Lapwing.Casework.Procedures;

/// <summary>What stands against asking and signing, and what is said of it.</summary>
internal static class SecondPersonGuards
{
    /// <summary>What a change of facts would drop that has to be signed, by who signs it and whether that was refused on these facts, in words.</summary>
    /// <param name="view">The case.</param>
    /// <param name="act">Who changes them, and when.</param>
    /// <param name="change">The change.</param>
    /// <param name="paper">In which part of the case it comes to stand.</param>
    public static IReadOnlyList<(Signer Signer, bool IsRefused, IReadOnlyList<string> Words)> Dropped(CaseView view, Act act, Concern.FactsChanged change,
        Paper paper)
    {
        var file = view.File;
        if (file.At(change.Of) is not { Content: Concern.Reported } report || change.Told.Amiss().Any()) return [];
        var changed = new Entry(int.MaxValue, act, paper, report.About, change);
        var all = view.Of(file.With(changed)).Requirements;
        var facts = change.Told.Concern().Facts;
        return [.. all.Where(required => required.DroppedBy.Contains(changed))
            .GroupBy(required => (Signer: Of(file, required), IsRefused: required.IsRefused(facts)))
            .OrderBy(same => same.Key).Select(same => (same.Key.Signer, same.Key.IsRefused, Words(all, [.. same])))];
    }

    /// <summary>
    /// What drops an allegation about a setting's own people names who outside it signs; nobody else is let in by it, and nobody a second time where
    /// it was refused. What stands in the case lets nobody in: another manager signs of those who have it.
    /// </summary>
    public static IEnumerable<Refusal> GuardChange(CaseView view, Entry entry, Concern.FactsChanged change)
    {
        if (change.Told.Amiss().Any()) yield break;
        var act = entry.Act;
        var drops = entry.Paper == Paper.Whole ? [] : Dropped(view, act, change, entry.Paper);
        var outside = drops.FirstOrDefault(dropped => dropped is { Signer: Signer.Outside, IsRefused: false }).Words;
        if (outside is null && change.AskedOf is not null)
        {
            yield return new("asked-of", drops.Any(dropped => dropped.Signer == Signer.Outside)
                ? "A second person refused this already, and that stands until the facts change: leave it open"
                : "Nobody outside your setting has to sign this change: leave it open");
        }

        if (outside is not null && (change.AskedOf is not { } team || team == act.By.Team || team == view.File.At(change.Of)?.Act.By.Team))
            yield return new("asked-of", $"Select a team outside your setting that signs: this would drop {string.Join("; ", outside)}", "S2.2.7");
    }

    /// <summary>What a change of facts would drop, and who signs it.</summary>
    public static IEnumerable<Remark> RemarkChange(CaseView view, Entry entry, Concern.FactsChanged change) =>
        RemarkChange(view, entry.Act, change, entry.Paper);

    /// <summary>The same of a change that is about to be recorded in a part of the case.</summary>
    public static IEnumerable<Remark> RemarkChange(CaseView view, Act act, Concern.FactsChanged change, Paper paper)
    {
        foreach (var (signer, isRefused, words) in Dropped(view, act, change, paper))
            yield return new($"This would drop: {string.Join("; ", words)}. "
                + $"{(isRefused ? "A second person refused it, and that stands until the facts change" : InForce(signer, paper))}");
    }

    /// <summary>What is asked to be left undone.</summary>
    public static IEnumerable<Refusal> GuardLess(CaseView view, Act act, Concern.LessAsked asked)
    {
        var file = view.File;
        if (file.At(asked.Of)?.Content is not (Concern.Reported or Concern.FactsChanged))
            yield return new("of", "Select the decision of which less is to be done");
        if (asked.Rules.Count == 0 || asked.Rules.Any(name => !view.Rules.RowsCalled(name).Any(row => row is ReferralRule or DutyRule)))
            yield return new("rules", "Select what is not to be done");
        if (asked.Rules.SelectMany(view.Rules.RowsCalled).Any(row => row is ReferralRule && row.Cites.Any(id => id is "N1" or "N2")))
            yield return new("rules", "A child in danger, or who spoke of suicide, is always referred: nobody can decide otherwise", "N1", "N2");
        if (asked.Rules.Contains(DutyKind.DoNotViewImagery.Name)) yield return new("rules", "That nobody looks at an image is never left undone", "S2.1.4");
        if (asked.Rules.Contains(DutyKind.WithholdInformation.Name))
            yield return new("rules", "That nobody is warned is never left undone: agree with police or social care what is said", "S2.2.9");
        if (asked.Rules.FirstOrDefault(rule => IsOfService(view, rule)) is { } theirs && !IsService(file, act.By))
            yield return new("rules",
                $"Police or social care have to do it, and they alone decide otherwise: "
                + $"{Catalogue.DutyCalled(view.Rules, theirs)?.Short ?? theirs}", "S2.1.14");
        foreach (var refused in RefusedBefore(view, asked)) yield return refused;
        if (asked.IsAboutOwnStaff is not false && asked.AskedOf == act.By.Team)
            yield return new("asked-of", "Select a team outside your setting: the concern is or may be about somebody of it", "S2.2.7");
        else if (IsAboutOwnPeople(view, asked) && (asked.AskedOf is not { } team || team == act.By.Team))
            yield return new("asked-of",
                "Select a team outside your setting: it is about somebody who works with children or holds a position of trust", "S2.2.7");
    }

    /// <summary>Who signs, and what.</summary>
    public static IEnumerable<Refusal> GuardSigned(CaseView view, Act act, Concern.LessSigned signed)
    {
        var file = view.File;
        var (asked, counts) = (file.At(signed.Asked), file.Counting(signed.Asked));
        if (counts is not (Concern.LessAsked or Concern.FactsChanged)) yield return new("asked", "Select what you are asked to sign");
        if (!act.By.MaySign) yield return new("", "A manager or a safeguarding lead signs");
        if (asked is null) yield break;
        if (act.HappenedOn < asked.HappenedOn) yield return new("happened", $"Enter {DecisionWords.Day(asked.HappenedOn)} or a later day: it was asked then");
        if (!act.By.IsApartFrom(asked.Act.By)) yield return new("", "A second, different person signs");
        else if (counts is Concern.LessAsked less && Against(view, act.By, asked, less) is { } against) yield return against;
        else if (counts is Concern.FactsChanged && act.By.MaySign && AgainstDrop(view, act.By, asked, signed) is { } stands) yield return stands;
    }

    private static Refusal? Against(CaseView view, Author by, Entry asked, Concern.LessAsked less)
    {
        var file = view.File;
        var (report, typed) = About(file, asked, less);
        if (!typed.All(by.IsApartFrom)) return new("", "You typed the change of facts because of which it is asked: somebody else signs");
        if (less.Rules.Any(rule => IsOfService(view, rule)) && !IsService(file, by))
            return new("", "A manager of police or social care signs, of a team that has received the referral", "S2.1.14");
        if (by.Team == asked.Act.By.Team && by.Team != report.Act.By.Team && !less.Rules.All(rule => IsOfService(view, rule)))
            return new("", "The setting has to do it: somebody of another team than whoever asks signs");
        return NeedsOutside(view, asked) && (by.Team == asked.Act.By.Team || by.Team == report.Act.By.Team)
            ? new("", "The concern is or may be about somebody of your own setting: somebody outside it signs", "S2.2.7") : null;
    }

    private static Refusal? AgainstDrop(CaseView view, Author by, Entry change, Concern.LessSigned signed)
    {
        var dropped = view.Requirements.Where(required => required.DroppedBy.Contains(change)).ToList();
        var file = view.File;
        if (dropped.Count == 0) return null;
        if (dropped.Any(required => !required.DroppedBy.All(drop => by.IsApartFrom(drop.Act.By))))
            return new("", "You typed a change that drops the same: somebody else signs");
        if (signed.Agrees == false) return null;
        var facts = (((Concern.FactsChanged)change.Content).Told).Concern().Facts;
        if (dropped.Find(required =>
            required.IsRefused(facts) && required.Refused!.Value.Entry.Content is Concern.LessSigned { Asked: var before }
            && before != change.Id) is { } refused)
            return new("",
                $"A second person did not agree to it on {DecisionWords.Day(refused.Refused!.Value.Entry.HappenedOn)}: that stands until the facts change");
        if (dropped.Any(required => MaySign(file, Of(file, required), by, required.Report, change))) return null;
        if (change.Paper == Paper.Whole)
            return new("", "Another manager of police or social care signs, of a team that has the case and is not the setting that reported", "S2.2.9");
        return Of(file, dropped[0]) switch
        {
            Signer.Outside => new("", "The concern is or may be about somebody of your own setting: somebody outside it signs", "S2.2.7"),
            Signer.Service => new("", "A manager of police or social care signs, of a team that has received the referral", "S2.2.9"),
            _ => new("", "Somebody of another team than whoever changed the facts signs"),
        };
    }

    private static IEnumerable<Refusal> RefusedBefore(CaseView view, Concern.LessAsked asked)
    {
        var report = view.File.At(asked.Of)?.Content is Concern.FactsChanged change ? change.Of : asked.Of;
        foreach (var required in view.Requirements
            .Where(r => r.Report.Id == report && r.EndedBy is null && asked.Rules.Contains(r.Row.Name)))
        {
            if (required.Refused is not { } refused || !required.IsRefused(required.Told[^1].Concern().Facts)) continue;
            yield return new("rules", $"A second person did not agree on {DecisionWords.Day(refused.Entry.HappenedOn)} that this is left undone: "
                + $"{required.Words}. That stands until the facts change");
        }
    }

    /// <summary>What would be dropped, in words.</summary>
    public static string Words(Requirement required) => KeepsEvidence(required) ? "Delete nothing until police and social care have said so" : required.Words;

    /// <summary>What of all that is required is dropped, in words; where something else still asks for the same, that it does.</summary>
    public static IReadOnlyList<string> Words(IReadOnlyList<Requirement> all, IReadOnlyList<Requirement> dropped)
    {
        var stays = all.Where(required => required.EndedBy is null && required.DroppedBy.Count == 0).Select(Words).ToHashSet(StringComparer.Ordinal);
        return [.. dropped.Select(Words).Distinct().Select(words => stays.Contains(words) ? $"one reason for {words}, which others still require" : words)];
    }

    private static string InForce(Signer signer, Paper paper) => signer switch
    {
        _ when paper == Paper.Whole => "Not in force before another manager of police or social care signs, of a team that has the case",
        Signer.Outside => "Not in force before a manager or safeguarding lead outside the setting signs",
        Signer.Service => "It stands until a manager of police or social care signs, of a team that has received the referral",
        _ => "Not in force before a second person of manager or safeguarding-lead role signs",
    };
}
