using System.Security.Claims;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;

namespace Lapwing.Web.SignIn;

/// <summary>Who can sign in. Only the demonstration has accounts yet: they are fictional and need no password.</summary>
public sealed class Accounts(IReadOnlyList<Person> people)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Person> All => people;

    /// <summary>Somebody by their account, or nobody.</summary>
    public Person? Find(Guid account) => people.FirstOrDefault(person => person.Author.Account == account);

    /// <summary>Somebody's name and job, for a history.</summary>
    public string NameOf(Guid account) => Find(account) is { } person ? $"{Directed.Isolated(person.Name)}, {Directed.Isolated(person.Job)}"
        : "Somebody who has left";

    /// <summary>What a team is called.</summary>
    public string TeamName(Guid team) => people.FirstOrDefault(person => person.Author.Team == team)?.Team ?? "A team";

    /// <summary>Whoever is signed in; nobody where nobody is, or where their account is gone.</summary>
    public Viewer? Viewer(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!Guid.TryParseExact(user.FindFirstValue(ClaimTypes.NameIdentifier), "N", out var account) || Find(account) is not { } person) return null;
        return new(person.Author.Account, person.Author.Role, person.Author.Agency, person.Author.Team);
    }
}
