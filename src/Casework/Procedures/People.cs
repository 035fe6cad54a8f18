using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

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

/// <summary>The people of a case and their links (S2.1.16, S2.2.19); whom of them an alleged person can reach is <see cref="Reach"/>.</summary>
public static class People
{
    /// <summary>Somebody comes into the case. An unknown person is somebody too: "unknown adult, username only".</summary>
    /// <param name="Person">Random, the person's id in this case.</param>
    /// <param name="IsChild">Whether they are under 18.</param>
    /// <param name="Name">The name, where it is known.</param>
    /// <param name="Age">The age in years at the time, where it is known.</param>
    /// <param name="Parts">The part they have.</param>
    /// <param name="OfGroup">The group of which they are an exception that is named.</param>
    /// <param name="WorksForPartner">Whether they, or somebody who lives with them, work for an organisation of the partnership: asked of an adult who is
    /// alleged or a partner; not answered of them is refused (S2.2.9).</param>
    /// <param name="PartnerAgency">For which kind of organisation; needed where they do.</param>
    public sealed record Added(Guid Person, bool IsChild, string? Name, int? Age, IReadOnlyList<Involvement> Parts, Guid? OfGroup = null,
        Answer? WorksForPartner = null, Agency? PartnerAgency = null) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => Subjects.Of(Person);

        /// <inheritdoc/>
        public override string Line(CaseFile file) =>
            $"{Directed.Isolated(Name ?? "Somebody unknown")}{(Age is { } age ? $", {age}," : "")} recorded in the case";
    }

    /// <summary><c>person-added/1</c>: whether they work for an organisation of the partnership was not asked.</summary>
    /// <param name="Person">Random, the person's id in this case.</param>
    /// <param name="IsChild">Whether they are under 18.</param>
    /// <param name="Name">The name, where it is known.</param>
    /// <param name="Age">The age in years at the time, where it is known.</param>
    /// <param name="Parts">The part they have.</param>
    /// <param name="OfGroup">The group of which they are an exception that is named.</param>
    public sealed record Added1(Guid Person, bool IsChild, string? Name, int? Age, IReadOnlyList<Involvement> Parts, Guid? OfGroup = null) : Superseded.Older
    {
        /// <inheritdoc/>
        public override Content AsNow() => new Added(Person, IsChild, Name, Age, Parts, OfGroup);
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
        internal override Subjects About => Subjects.Of(Group);

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{Directed.Isolated(Words)}{(Size is { } size && !Words.StartsWith($"{size} ",
            StringComparison.Ordinal) ? $" (about {size})" : "")} recorded in the case";
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
        internal override Subjects About => Subjects.Of(From, To);

        /// <inheritdoc/>
        public override string Line(CaseFile file) => $"{NameOf(file, From)} {Words(Kind)} {NameOf(file, To)}";
    }

    /// <summary>A name became known, or was known wrong. An age is a fact of triage and belongs to a change of facts.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Name">What they are called.</param>
    public sealed record Named(Guid Person, string Name) : Content
    {
        /// <inheritdoc/>
        internal override Subjects About => Subjects.Of(Person);

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
            Recordable.Was<Added1>("person-added/1"),
            Recordable.Of<Added>("person-added/2", Place.ReportOrCase, PeopleGuards.GuardPerson, PeopleGuards.RemarkPartner, also: FactsStated.By,
                form: PeopleForms.Added, remarksWhere: TellingDuties.RemarkHeld, cites: ["S2.2.9"]),
            Recordable.Was<GroupAdded1>("group-added/1"),
            Recordable.Of<GroupAdded>("group-added/2", Place.ReportOrCase, PeopleGuards.GuardGroup, also: FactsStated.By, form: PeopleForms.GroupAdded,
                cites: ["N6"]),
            Recordable.Of<Linked>("people-linked/1", Place.ReportOrCase, PeopleGuards.GuardLink, also: FactsStated.By, form: PeopleForms.Linked,
                remarksWhere: TellingDuties.RemarkHeld),
            Recordable.Of<Named>("person-named/1", Place.ReportOrCase, PeopleGuards.GuardName, form: PeopleForms.Named, remarksWhere: TellingDuties.RemarkHeld),
        ]);

    /// <summary>Everybody of a case and then its groups, each in the order in which they came in.</summary>
    public static IReadOnlyList<PersonOfCase> All(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Once(KnownPeople.Of).All;
    }

    /// <summary>The name of somebody in a case, its direction isolated, or what stands for it: to be shown.</summary>
    public static string NameOf(CaseFile file, Guid person)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Once(KnownPeople.Of).Find(person)?.Called ?? "somebody of the case";
    }

    /// <summary>Somebody of a case by name or what stands for it, age and part, to stand in brackets.</summary>
    public static string PartOf(CaseFile file, Guid person)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Once(KnownPeople.Of).Find(person)?.InBrackets ?? "somebody of the case";
    }

    /// <summary>The children and groups with one of these parts, in the order in which they came in.</summary>
    public static IEnumerable<Guid> With(CaseFile file, params IReadOnlyCollection<Involvement> parts)
    {
        ArgumentNullException.ThrowIfNull(file);
        var people = file.All<Added>().Where(p => p.Content.Parts.Any(parts.Contains)).Select(p => p.Content.Person);
        return people.Concat(file.All<GroupAdded>().Where(g => g.Content.Parts.Any(parts.Contains)).Select(g => g.Content.Group));
    }

    /// <summary>Whether a link says the same of both: whom somebody lives with lives with them.</summary>
    public static bool IsMutual(LinkKind kind) => kind is LinkKind.LivesWith or LinkKind.PartnerOf or LinkKind.SiblingOf or LinkKind.Knows;

    /// <summary>A link in words, between the first and the second.</summary>
    public static string Words(LinkKind kind) => kind switch
    {
        LinkKind.LivesWith => "lives with",
        LinkKind.ParentOrCarerOf => "is a parent or carer of",
        LinkKind.PartnerOf => "is the partner of",
        LinkKind.SiblingOf => "is a sibling of",
        LinkKind.UnsupervisedContactWith => "spends time alone with",
        LinkKind.WorksWith => "works or volunteers with",
        _ => "knows",
    };
}
