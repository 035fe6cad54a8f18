using System.Security.Claims;
using Lapwing.Casework.Access;

namespace Lapwing.Web.SignIn;

/// <summary>Who can sign in. Only the demonstration has accounts yet: they are fictional and need no password.</summary>
public sealed class Accounts(IReadOnlyList<Person> people) : Staff(people)
{
    /// <summary>Whoever is signed in; nobody where nobody is, or where their account is gone.</summary>
    public Viewer? Viewer(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!Guid.TryParseExact(user.FindFirstValue(ClaimTypes.NameIdentifier), "N", out var account) || Find(account) is not { } person) return null;
        return ViewerOf(person);
    }
}
