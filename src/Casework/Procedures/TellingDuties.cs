using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The duties around telling parents or carers (S2.1.3, S2.2.9).</summary>
internal static class TellingDuties
{
    private const int TellingForm = 6;
    private const string ToLookAgain = "Check evidence and each child's safety: ";

    /// <summary>To tell whoever is to be told.</summary>
    public static readonly DutyKind Tell = new("tell", "Tell a parent or carer") { MetWhen = "they were told", Cites = ["S2.1.3"], Form = TellingForm };

    /// <summary>To decide anew whether they are told.</summary>
    public static readonly DutyKind DecideAgain = new("decide-telling-again", "Decide again whether a parent or carer is told")
    { MetWhen = "it was decided anew", Cites = ["S2.1.3"], Form = TellingForm };

    /// <summary>To agree first what is said.</summary>
    public static readonly DutyKind Agree =
        new("agree-what-is-said", "Agree with police or social care who is told what")
        { MetWhen = "what was agreed, and with whom, is recorded", Cites = ["S2.2.9"], Form = 7 };

    /// <summary>To look again where somebody was told early.</summary>
    public static readonly DutyKind LookAgain =
        new("look-again-told-early", $"{ToLookAgain}somebody was told early")
        { MetWhen = "what was found and done is recorded, by each side for itself", Cites = ["S2.2.9"], Form = 8, IsMetInCase = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DutyKind> Kinds { get; } = [Tell, DecideAgain, Agree, LookAgain];

    // A decision about one parent of one child, however it went.
    private readonly record struct Settled(Entry Entry, Guid Child, Guid? Person, string Who, IReadOnlyList<EntryId> Causes, bool IsTold);

    /// <summary>All of a case.</summary>
    public static IEnumerable<Duty> Of(CaseView view)
    {
        var file = view.File;
        var settled = All(file).ToList();
        foreach (var required in view.Requirements)
        {
            if (required.Row is not DutyRule rule) continue;
            if (required.AgreeFirst is { } since && rule.Duty == DutyKind.DecideTellingParents && !required.IsFurther)
                yield return ToAgree(view, required, since);
            if (rule.Duty == DutyKind.DecideTellingParents) yield return ToDecide(file, required, rule, settled);
        }

        foreach (var duty in ToTell(view, settled)) yield return duty;
        foreach (var duty in ToDecideAgain(file, settled)) yield return duty;
        foreach (var duty in ToDecideWhereLinked(view, settled)) yield return duty;
        foreach (var told in file.All<TellingParents.ParentTold>())
        {
            if (TooEarlyFrom(view, told) is not { } from) continue;
            foreach (var by in LookingAgain(file, told.Content).Distinct())
            {
                yield return new(LookAgain, $"{told.Content.Who}/{by.Agency}", $"{ToLookAgain}{Directed.Isolated(told.Content.Who)} was told early "
                    + $"about {People.NameOf(file, told.Content.Child)}", [told.Id], from, by, LookAgain.Cites)
                {
                    MetBy = file.First<TellingParents.LookedAgain>(looked =>
                    looked.Content.Of == told.Id && looked.HappenedOn >= told.HappenedOn && IsOf(by, looked.Entry))?.Entry,
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
    /// were known on the day of the telling and recorded after it; of what made them alleged or linked since; none where it was not early.
    /// </summary>
    public static DateOnly? TooEarlyFrom(CaseView view, Recorded<TellingParents.ParentTold> told)
    {
        var file = view.File;
        var before = view.Of(file.Before(told.Id));
        if (HeldSince(view, told.Entry, told.Content) is { } since && !AgreedTelling.IsAgreed(file, told.Entry.Act, told.Content)
            && !AgreedTelling.IsTooEarly(before, file.Before(since.Id), told.Entry.Act, told.Content))
            return Calendar.London.DayOf(since.Act.RecordedAt);
        if (AgreedTelling.IsTooEarly(before, file, told.Entry.Act, told.Content))
            return Calendar.London.DayOf(told.Entry.Act.RecordedAt);
        var after = view.Requirements.Where(r => r.Row is DutyRule { Duty: var duty } && duty == DutyKind.WithholdInformation
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

    private static Duty ToAgree(CaseView view, Requirement required, (Entry Cause, DateOnly Aware) since) =>
        new(Agree, "", Agree.Words, [since.Cause.Id], since.Aware,
            new(required.Owner.Agency, required.Owner.Team, required.Owner.Account), Agree.Cites)
        {
            MetBy = view.File.First<TellingParents.Agreed>(agreed =>
                agreed.Content.Causes.Contains(since.Cause.Id) && agreed.HappenedOn >= since.Aware && !AgreedTelling.IsDenied(view.File, agreed.Id))?.Entry,
            EndedBy = required.EndedBy ?? WithholdingOver(view, required.Report),
        };

    // Nothing is agreed first any more once police or social care have signed that nobody is withheld from.
    private static Entry? WithholdingOver(CaseView view, Entry report)
    {
        var withheld = view.Requirements.Where(r => r.Report.Id == report.Id && r.Row is DutyRule { Duty: var duty }
            && duty == DutyKind.WithholdInformation).ToList();
        return withheld.Count > 0 && withheld.TrueForAll(r => r.EndedBy is not null) ? withheld[^1].EndedBy : null;
    }

    private static IEnumerable<Duty> ToTell(CaseView view, List<Settled> settled)
    {
        var file = view.File;
        foreach (var planned in file.All<TellingParents.ToBeTold>())
        {
            var then = settled.Where(one =>
                IsLater(file, one, planned.Entry) && one.Child == planned.Content.Child && IsSame(one, planned.Content.Person, planned.Content.Who)).ToList();
            yield return new(Tell, $"{planned.Content.Child:N}/{planned.Content.Who}",
                WhoIsTold.Planned(file, planned.Content), [planned.Id], planned.Content.On,
                Writer(planned.Entry), Tell.Cites)
            {
                MetBy = then.Find(one => one.IsTold).Entry,
                EndedBy = then.Find(one => !one.IsTold).Entry ?? HeldWhereRead(view, planned),
            };
        }
    }

    // A setting that does not know that nothing is said to them tells them all the same: for nobody is that over before it knows.
    private static Entry? HeldWhereRead(CaseView view, Recorded<TellingParents.ToBeTold> planned)
    {
        var (file, paper) = (view.File, planned.Entry.Paper);
        var since = HeldSince(view, planned.Entry, Told(planned.Content));
        return since is null || paper == Paper.Whole ? since
            : HeldSince(view.Of(file.Within(ReadScope.Of(paper))), planned.Entry, Told(planned.Content));
    }

    /// <summary>That a setting still plans to tell somebody to whom nothing is said any more, where what makes them linked is written into the case.</summary>
    public static IEnumerable<Remark> RemarkHeld(CaseView view, Entry entry, Content content)
    {
        if (entry.Paper != Paper.Whole) yield break;
        var after = view.Of(view.File.With(entry));
        foreach (var planned in view.File.All<TellingParents.ToBeTold>().Where(planned => planned.Entry.Paper != Paper.Whole))
        {
            if (HeldSince(after, planned.Entry, Told(planned.Content))?.Id == entry.Id
                && view.Duties.Any(duty => duty.Kind == Tell && duty.Causes[0] == planned.Id && !duty.IsSettled))
                yield return new($"The setting that reported still plans to tell {Directed.Isolated(planned.Content.Who)}, and does not know this. "
                    + "Tell it today what it may know", "S2.2.9");
        }
    }

    private static IEnumerable<Duty> ToDecideAgain(CaseFile file, List<Settled> settled)
    {
        foreach (var withheld in file.All<TellingParents.Withheld>())
        {
            yield return new(DecideAgain, $"{withheld.Content.Child:N}/{withheld.Content.Who}",
                $"Decide again whether {Directed.Isolated(withheld.Content.Who)} is told about {People.NameOf(file, withheld.Content.Child)}",
                [withheld.Id], withheld.Content.Until,
                Writer(withheld.Entry), DecideAgain.Cites)
            {
                MetBy = settled.Find(one =>
                    IsLater(file, one, withheld.Entry) && IsTheirs(one, withheld.Entry) && one.Child == withheld.Content.Child
                    && IsSame(one, withheld.Content.Person, withheld.Content.Who)).Entry,
            };
        }
    }

    // Who was told, or is to be, and then turns out to be alleged or linked: what is said to them is decided again, the same day.
    private static IEnumerable<Duty> ToDecideWhereLinked(CaseView view, List<Settled> settled)
    {
        var file = view.File;
        var all = file.All<TellingParents.ParentTold>().Select(told => (told.Entry, Told: told.Content))
            .Concat(file.All<TellingParents.ToBeTold>().Select(planned => (planned.Entry, Told: Told(planned.Content))));
        foreach (var (entry, told) in all.DistinctBy(one => (one.Told.Child, one.Told.Person, one.Told.Person is null ? one.Told.Who : "")))
        {
            if (HeldSince(view, entry, told) is not { } since) continue;
            var by = since.Paper == entry.Paper ? entry : since;      // a setting decides about nobody of whom it does not know this
            yield return new(DecideAgain, $"{told.Child:N}/{told.Who}/linked",
                $"Decide again whether {Directed.Isolated(told.Who)} is told about {People.NameOf(file, told.Child)}", [since.Id], since.HappenedOn,
                Writer(by), Agree.Cites)
            {
                MetBy = settled.Find(one => IsLater(file, one, since) && one.Child == told.Child && IsSame(one, told.Person, told.Who)).Entry,
            };
        }
    }

    private static Entry? HeldSince(CaseView view, Entry recorded, TellingParents.ParentTold told) =>
        TellingParents.IsWithheld(view) ? WhoIsTold.KnownSince(view.File, recorded, told) : null;

    private static TellingParents.ParentTold Told(TellingParents.ToBeTold planned) =>
        new(planned.Child, planned.Person, planned.Who, "", "", planned.Causes, planned.CouldBeAdult);

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
