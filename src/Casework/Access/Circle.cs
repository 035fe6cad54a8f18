using System.Globalization;

namespace Lapwing.Casework.Access;

/// <summary>
/// Somebody who must not know that a case exists: by their account, or by how the name of somebody in it sounds, until somebody decides whether they
/// are the same (S2.2.9). It wins over every place in the case.
/// </summary>
/// <param name="Account">The account; null where it is whoever is called so.</param>
/// <param name="Sound">How the name sounds (<see cref="Cases.NameSounds"/>); null where it is an account.</param>
/// <param name="But">Accounts to whom the sound does not apply, each 32 digits: whoever wrote the report knows that it exists.</param>
public sealed record LeftOut(Guid? Account, string? Sound, string But)
{
    /// <summary>
    /// A setting whose safeguarding leads must not come to the case through anybody else, because a report says that it is or may be about its lead: they
    /// stand in for nobody in it. None where it is an account or a sound.
    /// </summary>
    public Guid? LeadsOf { get; init; }

    /// <summary>Accounts as they stand in <see cref="But"/>.</summary>
    public static string Named(IEnumerable<Guid> accounts) =>
        string.Join(' ', accounts.Distinct().Select(account => account.ToString("N", CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));

    /// <summary>Whether it is somebody, or whom they stand in for.</summary>
    public bool Is(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (LeadsOf is not null) return viewer.For is not null && viewer.Leads == LeadsOf && !HasNamed(viewer.Account);
        return Is(viewer.Account, viewer.Sounds) || (viewer.For is { } covered && Is(covered, viewer.ForSounds));
    }

    private bool Is(Guid account, IReadOnlyList<string> sounds) => Sound is null ? Account == account
        : sounds.Contains(Sound) && !HasNamed(account);

    private bool HasNamed(Guid account) => But.Contains(account.ToString("N", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>Who is in a case, and who must not know of it.</summary>
/// <param name="Members">Every place in it, in the order of what gives it.</param>
/// <param name="LeftOut">Who is left out, whatever place they have.</param>
public sealed record Circle(IReadOnlyList<Membership> Members, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>A circle out of which nobody is left.</summary>
    public static Circle Of(IReadOnlyList<Membership> members) => new(members, []);

    /// <summary>Whether somebody must not know of the case.</summary>
    public bool LeavesOut(Viewer viewer)
    {
        foreach (var one in LeftOut)
            if (one.Is(viewer)) return true;
        return false;
    }
}
