using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>The people and groups of a case as it has them now, by their ids: worked out once a case.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<Guid, PersonOfCase> byId = [];

    private KnownPeople(IReadOnlyList<PersonOfCase> all)
    {
        All = all;
        foreach (var one in all) byId.TryAdd(one.Id, one);
    }

    /// <summary>Everybody and then the groups, each in the order in which they came in.</summary>
    public IReadOnlyList<PersonOfCase> All { get; }

    /// <summary>Somebody, or nobody.</summary>
    public PersonOfCase? Find(Guid person) => byId.GetValueOrDefault(person);

    /// <summary>Those of a case. A name that was recorded later puts an earlier one right; an age is as the newest facts that have it say.</summary>
    public static KnownPeople Of(CaseFile file)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var (_, named) in file.All<People.Named>().OrderBy(named => file.PlaceOf(named.Id))) names[named.Person] = named.Name;
        var ages = new Dictionary<Guid, int>();
        foreach (var child in file.All<Concern.Reported>().SelectMany(report => FactsVersion.Of(file, report.Id)).SelectMany(version => version.Facts.Children))
            if (child.Age is { } age) ages[child.Person] = age;
        int? AgeOf(Guid child, int? recorded) => ages.TryGetValue(child, out var age) ? age : recorded;
        return new([
            .. file.All<People.Added>().Select(added => added.Content).Select(one => new PersonOfCase(one.Person, one.IsChild, false,
                names.GetValueOrDefault(one.Person) ?? one.Name, one.IsChild ? AgeOf(one.Person, one.Age) : one.Age, one.Parts)),
            .. file.All<People.GroupAdded>().Select(added => added.Content).Select(one => new PersonOfCase(one.Group, true, true, one.Words,
                AgeOf(one.Group, one.YoungestAge), one.Parts)),
        ]);
    }
}
