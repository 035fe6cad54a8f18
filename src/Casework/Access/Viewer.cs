using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Access;

/// <summary>Somebody who is signed in, in one of their posts; and whose place they stand in besides, at the moment of asking.</summary>
/// <param name="Account">The account.</param>
/// <param name="Role">The role.</param>
/// <param name="Agency">The kind of organisation.</param>
/// <param name="Team">The team or setting.</param>
public sealed record Viewer(Guid Account, Role Role, Agency Agency, Guid Team)
{
    /// <summary>How their name sounds (<see cref="NameSounds.OfAccount"/>): who is left out of a case for that finds no trace of it.</summary>
    public IReadOnlyList<string> Sounds { get; init; } = [];

    /// <summary>In whose place they stand, with that person's role and team; none where it is their own place, or a whole team's.</summary>
    public Guid? For { get; init; }

    /// <summary>How the name sounds of whom they stand in for: what that person must not know comes to nobody through them.</summary>
    public IReadOnlyList<string> ForSounds { get; init; } = [];

    /// <summary>The setting whose safeguarding they lead themselves: of several that in which they stand in for somebody; none where none.</summary>
    public Guid? Leads { get; init; }

    /// <summary>Why they stand in somebody's or a team's place; none where it is their own.</summary>
    public Relation? Through { get; init; }

    /// <summary>The last London day of standing in; none where it has no day, or is their own place.</summary>
    public DateOnly? ThroughUntil { get; init; }

    /// <summary>
    /// Whoever is of the team in whose place they stand, or stands in for somebody of it or for all of it: what stands beside another name is the team's.
    /// None where that is not known, or it is one person's place.
    /// </summary>
    public IReadOnlySet<Guid>? Present { get; init; }

    /// <summary>Every place besides their own in which they stand now.</summary>
    public IReadOnlyList<Viewer> Others { get; init; } = [];

    /// <summary>Whether they have no post any more: they see nothing, whatever they had.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whose places in cases are meant.</summary>
    public Guid Holder => For ?? Account;

    /// <summary>Every place in which they stand now, their own first; none of whoever has no post.</summary>
    public IEnumerable<Viewer> Places => IsGone ? [] : Others.Prepend(this);

    /// <summary>As the author of what they record.</summary>
    public Author Author => new(Account, Role, Agency, Team) { For = For };

    /// <summary>Whoever recorded something, as they stood then.</summary>
    public static Viewer Of(Author author)
    {
        ArgumentNullException.ThrowIfNull(author);
        return new(author.Account, author.Role, author.Agency, author.Team) { For = author.For };
    }
}

/// <summary>
/// Somebody's standing in a case: what they see of it now, and the relation that allows it. One pure decision: pages, lists and counts use it alike.
/// </summary>
/// <param name="Scope">How much.</param>
/// <param name="By">The relation that gives the most.</param>
/// <param name="Since">From when.</param>
/// <param name="As">In whose place they see and record: their own, or that of whom they cover.</param>
public sealed record CaseAccess(ReadScope Scope, Relation By, DateTimeOffset Since, Viewer As)
{
    /// <summary>What is written down of a look: that somebody stands in for another, or else their own place.</summary>
    public Relation Logged => As.Through ?? By;

    /// <summary>
    /// What the circle of a case gives somebody; null where it gives nothing. Being left out wins over everything, and the whole over papers; through
    /// somebody who is left out nobody sees anything.
    /// </summary>
    public static CaseAccess? Of(Viewer viewer, Circle circle, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(circle);
        if (viewer.IsGone || circle.LeavesOut(viewer)) return null;
        List<(Viewer As, Membership Place)> places = [];
        Add(viewer);
        foreach (var other in viewer.Others)
            if (!circle.LeavesOut(other)) Add(other);
        return Of(places);

        void Add(Viewer one)
        {
            foreach (var member in circle.Members)
                if (member.IsFor(one, now)) places.Add((one, member));
        }
    }

    /// <summary>What somebody's places in one case give them, their own before those of others.</summary>
    public static CaseAccess? Of(IReadOnlyList<(Viewer As, Membership Place)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0) return null;
        var mine = places.OrderByDescending(one => one.Place.Paper == Paper.Whole).ThenByDescending(one => one.Place.Relation).ThenBy(one => one.Place.From)
            .ToList();
        var (best, place) = mine[0];
        return new(place.Paper == Paper.Whole ? ReadScope.Whole : ReadScope.Of([.. mine.Select(one => one.Place.Paper)]), place.Relation, place.From, best);
    }
}
