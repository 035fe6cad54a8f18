using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>Somebody who works with children, of a team of an organisation.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Job">What they are.</param>
/// <param name="Team">What their team is called.</param>
/// <param name="Author">As an act says who they are.</param>
public sealed record Person(string Name, string Job, string Team, Author Author);

/// <summary>Who there is: everybody who can be named in a case, or records in one.</summary>
public class Staff(IReadOnlyList<Person> people)
{
    /// <summary>Nobody at all.</summary>
    public static Staff Nobody { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Person> All => people;

    /// <summary>Somebody as they look at cases.</summary>
    public static Viewer ViewerOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (account, role, agency, team) = person.Author;
        return new(account, role, agency, team) { Sounds = NameSounds.OfAccount(person.Name) };
    }

    /// <summary>How somebody's name sounds; nothing of whoever is not one of them.</summary>
    public IReadOnlyList<string> SoundsOf(Guid account) => Find(account) is { } person ? NameSounds.OfAccount(person.Name) : [];

    /// <summary>Somebody by their account, or nobody.</summary>
    public Person? Find(Guid account) => people.FirstOrDefault(person => person.Author.Account == account);

    /// <summary>Somebody's name and job.</summary>
    public string NameOf(Guid account) => Find(account) is { } person ? $"{Directed.Isolated(person.Name)}, {Directed.Isolated(person.Job)}"
        : "Somebody who has left";

    /// <summary>What a team is called.</summary>
    public string TeamName(Guid team) => people.FirstOrDefault(person => person.Author.Team == team)?.Team ?? "A team";
}
