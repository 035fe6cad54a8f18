using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using static Lapwing.Casework.Procedures.TellingParents;

namespace Lapwing.Casework.Procedures;

/// <summary>What was agreed, by whom it was said, and whom it covers.</summary>
public static class AgreedTelling
{
    /// <summary>
    /// Who recorded that police or social care agreed something without being of them, while they have not confirmed it; null where they said it
    /// themselves.
    /// </summary>
    public static Author? IsSaidBy(CaseFile file, Agreed agreed)
    {
        ArgumentNullException.ThrowIfNull(file);
        var entry = file.Entries.FirstOrDefault(one => ReferenceEquals(one.Content is Corrected corrected ? corrected.Instead : one.Content, agreed));
        return entry is null || IsOfService(file, entry.Content is Corrected { Entry: var of } ? file.At(of) ?? entry : entry) ? null : entry.Act.By;
    }

    /// <summary>What somebody recorded that police or social care agreed, and they have not answered.</summary>
    public static IEnumerable<Recorded<Agreed>> Unconfirmed(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.All<Agreed>().Where(agreed => !IsOfService(file, agreed.Entry) && Answered(file, agreed.Id) is null);
    }

    /// <summary>Whether somebody says for police or social care what they agreed: their team has the case.</summary>
    public static bool SaysItself(CaseFile file, Author by) => SecondPerson.IsService(file, by);

    // Nobody is to be warned on that day: a decision withholds and nobody agreed that these be told, or a parent is withheld from until later.
    // What was withheld is judged by what had been recorded when it was told; what was agreed, by when it was agreed.
    internal static bool IsTooEarly(CaseView view, CaseFile whole, Act act, ParentTold told)
    {
        var file = view.File;
        if (file.All<Withheld>().Any(w => w.Content.Child == told.Child && IsSame(w.Content.Person, w.Content.Who, told)
            && w.HappenedOn <= act.HappenedOn && (w.Content.Until is not { } until || until > act.HappenedOn))) return true;
        return (IsWithheld(view) || told.CouldBeAdult is Answer.Yes or Answer.NotKnown) && !IsAgreed(whole, act, told);
    }

    // Whether it had been agreed by then that they be told: on an earlier day, or at an earlier time of the day; where a time is not known, recorded earlier.
    // What somebody says that police or social care agreed covers nobody who is alleged or linked: that service says it itself. So it does where it
    // is written down only after somebody was told: it may have looked at it again already.
    internal static bool IsAgreed(CaseFile file, Act by, ParentTold told)
    {
        var isLinked = WhoIsTold.IsLinked(file, told);
        var toldBefore = file.Entries.FirstOrDefault(entry => entry.Act.Id == by.Id);
        return file.All<Agreed>().Where(agreed => isLinked ? IsOfService(file, agreed.Entry, by) && WhoIsTold.Names(file, agreed.Content, told)
                : (toldBefore is null || file.IsBefore(agreed.Id, toldBefore.Id) ? !IsDenied(file, agreed.Id) : IsOfService(file, agreed.Entry))
                && (agreed.Content.Person is not { } named || told.Person is not { } person || named == person))
            .Any(agreed => IsBefore(agreed.Entry.Act, by));
    }

    /// <summary>Whether police or social care answered that they had not agreed it.</summary>
    internal static bool IsDenied(CaseFile file, EntryId agreed) => Answered(file, agreed) is { Content.Agrees: false };

    private static bool IsBefore(Act one, Act by) => one.HappenedOn < by.HappenedOn
        || (one.HappenedOn == by.HappenedOn && (one.HappenedAt is { } at && by.HappenedAt is { } then ? at <= then : one.RecordedAt <= by.RecordedAt));

    // Recorded by that service itself, or confirmed by it: before somebody was told, where it matters.
    private static bool IsOfService(CaseFile file, Entry agreed, Act? before = null) =>
        SecondPerson.IsService(file, agreed.Act.By) || (Answered(file, agreed.Id) is { Content.Agrees: true } confirmed
            && (before is null || IsBefore(confirmed.Entry.Act, before)));

    // The last answer of a service that has the case.
    private static Recorded<Confirmed>? Answered(CaseFile file, EntryId agreed)
    {
        Recorded<Confirmed>? last = null;
        foreach (var one in file.All<Confirmed>().Where(one => one.Content.Of == agreed && SecondPerson.IsService(file, one.Entry.Act.By)))
            if (last is null || file.IsBefore(last.Value.Id, one.Id)) last = one;
        return last;
    }
}
