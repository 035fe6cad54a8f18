using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>Somebody who works with children, in a post of theirs.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Job">What they are.</param>
/// <param name="Team">What their team is called.</param>
/// <param name="Author">As an act says who they are.</param>
public sealed record Person(string Name, string Job, string Team, Author Author);

/// <summary>Who there is on a day: everybody who can be named in a case, or records in one.</summary>
public sealed class Staff
{
    private readonly ILookup<Guid, Person> byAccount;
    private readonly StaffRegister register;

    /// <summary>These alone, each in one post.</summary>
    public Staff(IReadOnlyList<Person> people) : this(people, StaffRegister.Empty)
    {
    }

    /// <summary>Whoever has a post at an instant.</summary>
    public Staff(StaffRegister register, DateTimeOffset at) : this(Held(register, at), register)
    {
    }

    private Staff(IReadOnlyList<Person> people, StaffRegister register) =>
        (All, byAccount, this.register) = (people, people.ToLookup(person => person.Author.Account), register);

    /// <summary>Nobody at all.</summary>
    public static Staff Nobody { get; } = new([]);

    /// <summary>All of them, each as often as they have posts.</summary>
    public IReadOnlyList<Person> All { get; }

    /// <summary>What was recorded of who there is.</summary>
    public StaffRegister Register => register;

    /// <summary>Somebody as they look at cases, in their own place.</summary>
    public static Viewer ViewerOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Viewer.Of(person.Author) with { Sounds = NameSounds.OfAccount(person.Name) };
    }

    /// <summary>How somebody's name sounds; nothing of whoever is not one of them.</summary>
    public IReadOnlyList<string> SoundsOf(Guid account) => Find(account) is { } person ? NameSounds.OfAccount(person.Name) : register.SoundsOf(account);

    /// <summary>Somebody by their account, in the first of their posts; or nobody.</summary>
    public Person? Find(Guid account) => byAccount[account].FirstOrDefault();

    /// <summary>Somebody by their account, in each of their posts.</summary>
    public IEnumerable<Person> PostsOf(Guid account) => byAccount[account];

    /// <summary>Somebody's name and job; of whoever has no post any more, that they have left.</summary>
    public string NameOf(Guid account) => Find(account) is { } person ? $"{Directed.Isolated(person.Name)}, {Directed.Isolated(person.Job)}"
        : register.FindName(account) is { } name ? $"{Directed.Isolated(name)}, who has left" : "Somebody who has left";

    /// <summary>Who recorded something: somebody's name and job, and for whom they did it.</summary>
    public string NameOf(Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.For is { } covered ? $"{NameOf(by.Account)}, for {(register.FindName(covered) ?? Find(covered)?.Name) switch
        {
            { } name => Directed.Isolated(name),
            null => "somebody who has left",
        }}" : NameOf(by.Account);
    }

    /// <summary>The name of whoever covers for somebody who is away at an instant, and the last day of it; none where they are there.</summary>
    public (string Who, DateOnly Until)? Away(Guid account, DateTimeOffset at)
    {
        foreach (var post in register.PostsOf(account))
            if (post.IsHeld(at) && standing.AwayFrom(post, at) is { } away)
                return (standing.CoverOf(post, at) is { } cover ? register.NameOf(cover) : "whoever answers for the team", away.Until);
        return null;
    }

    /// <summary>What a team is called.</summary>
    public string TeamName(Guid team) => register.Team(team)?.Name ?? All.FirstOrDefault(person => person.Author.Team == team)?.Team ?? "A team";

    private StandingIn standing => field ??= new(register, WorkingDays.EnglandAndWales);

    private static List<Person> Held(StaffRegister register, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(register);
        return [.. register.Posts.Where(post => post.IsHeld(at)).Select(post => new Person(register.FindName(post.Account) ?? "Somebody", post.Job,
            register.TeamName(post.Team), post.Author(register.OrganisationOf(post.Team)?.Agency ?? Agency.Partnership)))];
    }
}
