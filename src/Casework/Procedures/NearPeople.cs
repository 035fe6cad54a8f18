using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Procedures.LeavingOut;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// The adults near an alleged person, by all that was ever said of them: a correction, or that something was made in error, lets nobody in who was left out
/// because of it. Only what is said of it does (<see cref="NobodyLeftOut"/>, <see cref="AccountLeftOut"/>).
/// </summary>
internal static class NearPeople
{
    /// <summary>The adults of a case, those included who were recorded in error.</summary>
    public static IEnumerable<(Guid Person, string Words)> Adults(CaseFile file) => Ever<People.Added>(file).Where(one => !one.Content.IsChild)
        .DistinctBy(one => one.Content.Person).Select(one => (one.Content.Person, Words(file, one.Content)));

    /// <summary>The names by which those are left out whose name sounds alike: of whom, as it was recorded, and by which entry.</summary>
    public static IEnumerable<(Guid Person, string Name, Entry Entry)> Undecided(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var near = Near(file);
        if (near.Count == 0) return [];
        var names = Ever<People.Added>(file).Select(one => (one.Content.Person, one.Content.Name, one.Entry))
            .Concat(Ever<People.Named>(file).Select(one => (one.Content.Person, Name: (string?)one.Content.Name, one.Entry)));
        return names.Where(one => one.Name is not null && near.Contains(one.Person) && !IsDecided(file, one.Person, one.Entry))
            .Select(one => (one.Person, one.Name!, one.Entry));
    }

    /// <summary>
    /// The kinds of organisation for which somebody of the case works, or somebody close to them, where nobody has said yet which account that is: their teams
    /// are sent nothing, and their managers alone see what is referred.
    /// </summary>
    public static IReadOnlySet<Agency> Conflicted(CaseFile file) => Working(file).Where(one => Said(file, one.Content.Person, one.Entry) is null)
        .Select(one => one.Content.PartnerAgency!.Value).ToHashSet();

    /// <summary>Of whom it was ever said that they, or somebody close to them, work for an organisation of the partnership: each once.</summary>
    public static IEnumerable<(Entry Entry, People.Added Content)> Working(CaseFile file) => Ever<People.Added>(file)
        .Where(one => one.Content is { WorksForPartner: Answer.Yes, PartnerAgency: not null })
        .DistinctBy(one => (one.Content.Person, one.Content.PartnerAgency));

    /// <summary>What says which account that is, or that there is none; nothing where nobody has said it, or it was lifted.</summary>
    public static Entry? Said(CaseFile file, Guid person, Entry since) => Accounts(file).Where(one => one.Content.Person == person).Select(one => one.Entry)
        .Concat(file.All<NobodyLeftOut>().Where(one => one.Content.Person == person && file.IsBefore(since.Id, one.Id)).Select(one => one.Entry))
        .FirstOrDefault();

    private static string Words(CaseFile file, People.Added added) => People.All(file).FirstOrDefault(known => known.Id == added.Person)?.NameAndPart
        ?? $"{Directed.Isolated(added.Name ?? "somebody")}, recorded in error";

    // Of a name that became known later it is said anew.
    private static bool IsDecided(CaseFile file, Guid person, Entry named) =>
        Accounts(file).Any(one => one.Content.Person == person && one.Content.Tie == Tie.IsThem && file.IsBefore(named.Id, one.Id))
        || file.All<NobodyLeftOut>().Any(one => one.Content.Person == person && file.IsBefore(named.Id, one.Id));

    // Alleged, a partner, or at home with somebody who is alleged.
    private static HashSet<Guid> Near(CaseFile file)
    {
        var all = Ever<People.Added>(file).Select(one => one.Content).ToList();
        var alleged = all.Where(one => one.Parts.Any(part => part is Involvement.Alleged or Involvement.Acting)).Select(one => one.Person).ToHashSet();
        HashSet<Guid> near = [.. all.Where(one => !one.IsChild && one.Parts.Any(part => part is Involvement.Alleged or Involvement.Partner))
            .Select(one => one.Person)];
        var adults = all.Where(one => !one.IsChild).Select(one => one.Person).ToHashSet();
        foreach (var (_, link) in Ever<People.Linked>(file).Where(one => one.Content.Kind is LinkKind.LivesWith or LinkKind.PartnerOf))
        {
            if (alleged.Contains(link.To) && adults.Contains(link.From)) near.Add(link.From);
            if (alleged.Contains(link.From) && adults.Contains(link.To)) near.Add(link.To);
        }

        return near;
    }

    // As it was first recorded, and as it was put right each time.
    private static IEnumerable<(Entry Entry, T Content)> Ever<T>(CaseFile file) where T : Content
    {
        foreach (var entry in file.Entries)
            if ((entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content) is T content) yield return (entry, content);
    }
}
