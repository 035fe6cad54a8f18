using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>One child or group as the facts of a concern have them.</summary>
/// <param name="Person">The child or group of the case.</param>
/// <param name="Roles">Their part, by the names of the concern's file format: at least one.</param>
/// <param name="Age">The age at the time, of a group that of its youngest child; null where it is not known.</param>
public sealed record ChildTold(Guid Person, IReadOnlyList<string> Roles, int? Age)
{
    // As somebody changed it who knew it as it was before: whom they left out is out, whom they did not know stays.
    internal ChildTold? With(ChildTold? changed, ChildTold? since) => (changed, since) switch
    {
        (null, null) => this,
        (null, _) => null,
        (_, null) => new(Person, [.. Roles.Union(changed.Roles)], changed.Age ?? Age),
        _ => new(Person, [.. Roles.Except(since.Roles).Union(changed.Roles)], changed.Age == since.Age ? Age : changed.Age),
    };
}

/// <summary>The facts of a concern as they are stored: by name, because places among the facts may change. What is in no list was not asked.</summary>
/// <param name="AwareAt">When the practitioner became aware: of the concern, or of what has changed.</param>
/// <param name="Forms">The forms of harm chosen: at least one.</param>
/// <param name="Yes">The questions answered yes.</param>
/// <param name="No">The questions answered no.</param>
/// <param name="NotKnown">The questions answered "not known yet".</param>
/// <param name="Children">The children and groups.</param>
/// <param name="ArrestedAt">When somebody was arrested, where that is known.</param>
public sealed record ConcernFacts(DateTimeOffset AwareAt, IReadOnlyList<string> Forms, IReadOnlyList<string> Yes, IReadOnlyList<string> No,
    IReadOnlyList<string> NotKnown,
    IReadOnlyList<ChildTold> Children, DateTimeOffset? ArrestedAt = null)
{
    private static readonly Dictionary<string, Fact> byName = Triage.Forms.All.Concat<Fact>(Questions.All)
        .ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The London day of awareness.</summary>
    public DateOnly AwareOn => London.DayOf(AwareAt);

    /// <summary>Whom they are about: the children, where there are any.</summary>
    internal Subjects About => Children.Count > 0 ? Subjects.Of(Children.Select(child => child.Person)) : Subjects.TheCase;

    /// <summary>What stands against it as a concern: unknown names, no form, one question answered twice, a child without a part.</summary>
    public IEnumerable<Cases.Refusal> Amiss()
    {
        if (Forms.Count == 0) yield return new("forms", "Select what you are worried about", "S1.3");
        foreach (var name in Forms.Where(name => !byName.TryGetValue(name, out var fact) || fact is not Form))
            yield return new("forms", $"There is no form of harm \"{name}\"");
        var answered = Yes.Concat(No).Concat(NotKnown).ToList();
        foreach (var name in answered.Where(name => !byName.TryGetValue(name, out var fact) || fact is not Question))
            yield return new(name, $"There is no question \"{name}\"");
        foreach (var twice in answered.GroupBy(name => name).Where(group => group.Count() > 1))
            yield return new(twice.Key, "Select yes, no or not known yet: one of them");
        foreach (var child in Children)
        {
            if (child.Roles.Count == 0 || !child.Roles.All(ChildFacts.RoleNames.Contains))
                yield return new("children", "Select what part each child had", "S2.1.11");
            if (child.Age is < 0 or > 17) yield return new("children", "Age must be 0 to 17; record anyone older as an adult", "S2.1.11");
        }
    }

    /// <summary>The children and groups who have any of these parts.</summary>
    public IEnumerable<Guid> ChildrenWith(Involvement parts)
    {
        foreach (var child in Children)
            foreach (var role in child.Roles)
                if (parts.HasFlag(ChildFacts.RoleCalled(role)))
                {
                    yield return child.Person;
                    break;
                }
    }

    /// <summary>These facts with what somebody changed since others that they knew: what they left as it was stays as it is here.</summary>
    /// <param name="changed">All facts, as they told them.</param>
    /// <param name="since">The facts that they knew before.</param>
    internal ConcernFacts With(ConcernFacts changed, ConcernFacts since)
    {
        if (ReferenceEquals(this, since)) return changed;
        var touched = Answers(since).Concat(Answers(changed)).GroupBy(answer => answer).Where(same => same.Count() == 1)
            .Select(same => same.Key.Name).ToHashSet();
        IReadOnlyList<string> Merged(Func<ConcernFacts, IReadOnlyList<string>> of) =>
            [.. of(this).Where(name => !touched.Contains(name)), .. of(changed).Where(touched.Contains)];
        return new(changed.AwareAt, [.. changed.Forms, .. Forms.Except(since.Forms).Except(changed.Forms)], Merged(told => told.Yes), Merged(told => told.No),
            Merged(told => told.NotKnown), [.. Children.Select(child => child.With(changed.Of(child.Person), since.Of(child.Person))).OfType<ChildTold>(),
                .. changed.Children.Where(child => Of(child.Person) is null)], changed.ArrestedAt == since.ArrestedAt ? ArrestedAt : changed.ArrestedAt);
    }

    /// <summary>What is yes in the case alone, once somebody there has told all facts: what the report did not say, or others there said before.</summary>
    /// <param name="told">All facts, as they told them.</param>
    /// <param name="known">The facts that the report has.</param>
    internal ConcernFacts SaidBy(ConcernFacts told, ConcernFacts known) => this with
    {
        Forms = [.. told.Forms.Where(name => Forms.Contains(name) || !known.Forms.Contains(name))],
        Yes = [.. told.Yes.Where(name => Yes.Contains(name) || !known.Yes.Contains(name))],
    };

    /// <summary>These facts with what is yes in the case, whatever the report says of it.</summary>
    internal ConcernFacts Keeping(ConcernFacts ofCase, DateTimeOffset? arrestedAt) => this with
    {
        Forms = [.. Forms.Union(ofCase.Forms)],
        Yes = [.. Yes.Union(ofCase.Yes)],
        No = [.. No.Except(ofCase.Yes)],
        NotKnown = [.. NotKnown.Except(ofCase.Yes)],
        ArrestedAt = ArrestedAt ?? (ofCase.Yes.Contains(Questions.Arrested.Name) ? arrestedAt : null),
    };

    private ChildTold? Of(Guid child) => Children.FirstOrDefault(one => one.Person == child);

    private static IEnumerable<(string Name, char Answer)> Answers(ConcernFacts told) =>
        [.. told.Yes.Select(name => (name, 'y')), .. told.No.Select(name => (name, 'n')), .. told.NotKnown.Select(name => (name, '?'))];

    /// <summary>As a concern to decide on.</summary>
    public Triage.Concern Concern()
    {
        var arrested = Yes.Contains(Questions.Arrested.Name) ? ArrestedAt : null;
        return new(null, AwareAt, Masks(Forms), [.. Children.Select(Child)], new(Masks(Yes), Masks(No)), arrested);
    }

    /// <summary>The same, with how many children each group of the case is: that is said, and decides nothing.</summary>
    public Triage.Concern Concern(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var sizes = new Dictionary<Guid, int?>();
        foreach (var (_, group) in file.All<People.GroupAdded>()) sizes[group.Group] = group.Size == 1 ? null : group.Size;
        var concern = Concern();
        return sizes.Count == 0 ? concern : new(null, AwareAt, Masks(Forms), [.. Children.Select(child => sizes.TryGetValue(child.Person, out var size)
            ? Child(child) with { Count = size } : Child(child))], new(Masks(Yes), Masks(No)), concern.ArrestedAt);
    }

    private static ulong Masks(IEnumerable<string> names) => names.Aggregate(0UL, (all, name) => all | byName[name].Mask);

    private static Child Child(ChildTold child) => new(child.Roles.Aggregate(Involvements.None, (all, name) => all | ChildFacts.RoleCalled(name)), child.Age);
}
