using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>The part that somebody has in a case. One person may have several.</summary>
public enum Involvement
{
    /// <summary>A child whom an image shows.</summary>
    Shown,

    /// <summary>A child who passed an image on.</summary>
    Shared,

    /// <summary>A child who was sent an image.</summary>
    Received,

    /// <summary>A child who was harmed.</summary>
    Harmed,

    /// <summary>A child said to have done it.</summary>
    Acting,

    /// <summary>A child who lives with the person of concern.</summary>
    Household,

    /// <summary>A child whom the person of concern can reach in another way.</summary>
    Network,

    /// <summary>An adult of whom it is alleged.</summary>
    Alleged,

    /// <summary>The partner of the alleged person.</summary>
    Partner,

    /// <summary>A parent or carer.</summary>
    ParentOrCarer,

    /// <summary>A relative or friend.</summary>
    Relative,

    /// <summary>Somebody who is in it by their work.</summary>
    Professional,

    /// <summary>An adult who helps to keep a child safe.</summary>
    SaferPerson,
}

/// <summary>How two people of a case are linked.</summary>
public enum LinkKind
{
    /// <summary>They live together.</summary>
    LivesWith,

    /// <summary>The first is a parent or carer of the second.</summary>
    ParentOrCarerOf,

    /// <summary>They are partners.</summary>
    PartnerOf,

    /// <summary>They are siblings.</summary>
    SiblingOf,

    /// <summary>They know each other in private life: who is known through work is <see cref="WorksWith"/>.</summary>
    Knows,

    /// <summary>The first has contact with the second that nobody watches.</summary>
    UnsupervisedContactWith,

    /// <summary>The first works or volunteers with the second.</summary>
    WorksWith,
}

/// <summary>The people of a case, their links, and the children in reach of whoever it is alleged of (S2.1.16, S2.2.19).</summary>
public static class People
{
    /// <summary>Somebody comes into the case. An unknown person is somebody too: "unknown adult, username only".</summary>
    /// <param name="Person">Random, the person's id in this case.</param>
    /// <param name="IsChild">Whether they are under 18.</param>
    /// <param name="Name">The name, where it is known.</param>
    /// <param name="Age">The age in years at the time, where it is known.</param>
    /// <param name="Parts">The part they have.</param>
    /// <param name="OfGroup">The group of which they are an exception that is named.</param>
    public sealed record Added(Guid Person, bool IsChild, string? Name, int? Age, IReadOnlyList<Involvement> Parts, Guid? OfGroup = null) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"{Directed.Isolated(Name ?? "Somebody unknown")}{(Age is { } age ? $", {age}," : "")} recorded in the case";
    }

    /// <summary>Several children who are not named: "Year 9, some 30 pupils".</summary>
    /// <param name="Group">Random, the group's id in this case.</param>
    /// <param name="Words">Who they are.</param>
    /// <param name="Size">How many, about; null where nobody knows.</param>
    /// <param name="Parts">The part they have.</param>
    /// <param name="YoungestAge">The age in years of the youngest of them at the time, 0 to 17; null where it is not known yet, or was not asked
    /// (N6, S2.1.11).</param>
    /// <param name="IsAgeNotKnown">Whether it was said that the age is not known yet. Neither said, and both, is refused.</param>
    public sealed record GroupAdded(Guid Group, string Words, int? Size, IReadOnlyList<Involvement> Parts, int? YoungestAge, bool IsAgeNotKnown) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{Directed.Isolated(Words)}{(Size is { } size ? $" (about {size})" : "")} recorded in the case";
    }

    /// <summary><c>group-added/1</c>: how old the youngest is was not asked.</summary>
    /// <param name="Group">Random, the group's id in this case.</param>
    /// <param name="Words">Who they are.</param>
    /// <param name="Size">How many, about; null where nobody knows.</param>
    /// <param name="Parts">The part they have.</param>
    public sealed record GroupAdded1(Guid Group, string Words, int? Size, IReadOnlyList<Involvement> Parts) : Superseded.Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new GroupAdded(Group, Words, Size, Parts, null, false);
    }

    /// <summary>Two people are linked.</summary>
    /// <param name="From">The first.</param>
    /// <param name="Kind">How.</param>
    /// <param name="To">The second.</param>
    public sealed record Linked(Guid From, LinkKind Kind, Guid To) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{NameOf(file, From)} {Words(Kind)} {NameOf(file, To)}";
    }

    /// <summary>A name became known, or was known wrong. An age is a fact of triage and belongs to a change of facts.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Name">What they are called.</param>
    public sealed record Named(Guid Person, string Name) : Content
    {
        /// <inheritdoc/>
        public override string Line(CaseFile file)
        {
            ArgumentNullException.ThrowIfNull(file);
            var first = file.First<Added>(p => p.Content.Person == Person)?.Content;
            return $"{Directed.Isolated(first?.Name ?? (first?.IsChild == false ? "An unknown adult" : "A child not named yet"))} is called "
                + $"{Directed.Isolated(Name)}";
        }
    }

    /// <summary>What it records. It opens no duties of its own; what states a fact of triage is a change of facts as well.</summary>
    public static readonly Procedure Procedure = new("people",
        [
            Recordable.Of<Added>("person-added/1", PeopleGuards.GuardPerson, also: FactsStated.By),
            Recordable.Was<GroupAdded1>("group-added/1"),
            Recordable.Of<GroupAdded>("group-added/2", PeopleGuards.GuardGroup, also: FactsStated.By),
            Recordable.Of<Linked>("people-linked/1", PeopleGuards.GuardLink, also: FactsStated.By),
            Recordable.Of<Named>("person-named/1", PeopleGuards.GuardName),
        ],
        (_, _) => []);

    /// <summary>Everybody of a case and then its groups, each in the order in which they came in.</summary>
    public static IEnumerable<PersonOfCase> All(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var (_, person) in file.All<Added>())
            yield return new(person.Person, person.IsChild, false, LastName(file, person.Person) ?? person.Name,
                person.IsChild ? AgeOf(file, person.Person) ?? person.Age : person.Age, person.Parts);
        foreach (var (_, group) in file.All<GroupAdded>())
            yield return new(group.Group, true, true, group.Words, AgeOf(file, group.Group) ?? group.YoungestAge, group.Parts);
    }

    /// <summary>The name of somebody in a case, its direction isolated, or what stands for it: to be shown.</summary>
    public static string NameOf(CaseFile file, Guid person)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.First<Added>(p => p.Content.Person == person) is { } added)
            return (LastName(file, person) ?? added.Content.Name) is { } name ? Directed.Isolated(name) : PersonOfCase.Unnamed(added.Content.IsChild);
        return file.First<GroupAdded>(g => g.Content.Group == person)?.Content.Words is { } words ? Directed.Isolated(words) : "somebody of the case";
    }

    /// <summary>The children and groups with one of these parts, in the order in which they came in.</summary>
    public static IEnumerable<Guid> With(CaseFile file, params IReadOnlyCollection<Involvement> parts)
    {
        ArgumentNullException.ThrowIfNull(file);
        var people = file.All<Added>().Where(p => p.Content.Parts.Any(parts.Contains)).Select(p => p.Content.Person);
        return people.Concat(file.All<GroupAdded>().Where(g => g.Content.Parts.Any(parts.Contains)).Select(g => g.Content.Group));
    }

    /// <summary>
    /// The children whom an alleged person can reach: of their household or network, linked to them in any way, or living with or cared for by somebody
    /// who lives with them or is their partner.
    /// </summary>
    public static IReadOnlyList<Guid> ChildrenInReach(CaseFile file)
    {
        var alleged = With(file, Involvement.Alleged, Involvement.Acting).ToHashSet();
        var links = file.All<Linked>().Select(l => l.Content).ToList();
        var near = links.Where(l => l.Kind is LinkKind.LivesWith or LinkKind.PartnerOf).SelectMany(l => Other(l, alleged)).ToHashSet();
        var reached = links.SelectMany(l => Other(l, alleged))
            .Concat(links.Where(l => l.Kind is LinkKind.LivesWith or LinkKind.ParentOrCarerOf).SelectMany(l => Other(l, near)))
            .Concat(With(file, Involvement.Household, Involvement.Network)).ToHashSet();
        var children = file.All<Added>().Where(p => p.Content.IsChild).Select(p => p.Content.Person)
            .Concat(file.All<GroupAdded>().Select(g => g.Content.Group));
        return [.. children.Where(child => reached.Contains(child) && !alleged.Contains(child))];
    }

    // The name that was recorded last: a later one puts an earlier one right.
    private static string? LastName(CaseFile file, Guid person)
    {
        Recorded<Named>? last = null;
        foreach (var named in file.All<Named>().Where(one => one.Content.Person == person))
            if (last is null || file.IsBefore(last.Value.Id, named.Id)) last = named;
        return last?.Content.Name;
    }

    // As the newest facts that have it say.
    private static int? AgeOf(CaseFile file, Guid child) =>
        file.All<Concern.Reported>().SelectMany(report => Requirements.Versions(file, report)).SelectMany(version => version.Told.Children)
            .LastOrDefault(one => one.Person == child && one.Age is not null)?.Age;

    private static IEnumerable<Guid> Other(Linked link, HashSet<Guid> than)
    {
        if (than.Contains(link.From)) yield return link.To;
        if (than.Contains(link.To)) yield return link.From;
    }

    /// <summary>A link in words, between the first and the second.</summary>
    public static string Words(LinkKind kind) => kind switch
    {
        LinkKind.LivesWith => "lives with",
        LinkKind.ParentOrCarerOf => "is a parent or carer of",
        LinkKind.PartnerOf => "is the partner of",
        LinkKind.SiblingOf => "is a sibling of",
        LinkKind.UnsupervisedContactWith => "has contact that nobody watches with",
        LinkKind.WorksWith => "works or volunteers with",
        _ => "knows",
    };
}
