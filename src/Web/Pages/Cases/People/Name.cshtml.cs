using Lapwing.Casework.Cases;
using static Lapwing.Casework.Procedures.People;

namespace Lapwing.Web.Cases;

/// <summary>A name became known.</summary>
public sealed class NameModel(Desk desk) : PeopleForm(desk)
{
    /// <summary>Those who can be named: groups have words of their own.</summary>
    public IEnumerable<(Guid Id, string Name)> Persons => Everybody.Where(one => Case.File.First<Added>(added => added.Content.Person == one.Id) is not null);

    /// <inheritdoc/>
    protected override string Purpose => "name somebody";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Asks => ["person", "name"];

    /// <inheritdoc/>
    protected override Content Said() => new Named(Person("person") ?? default, Text("name") ?? "");

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?>? Fields(Content content) => content is not Named named ? null
        : new Dictionary<string, string?> { ["person"] = named.Person.ToString("N"), ["name"] = named.Name };
}
