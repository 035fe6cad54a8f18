namespace Lapwing.Casework.Cases;

/// <summary>What a closed part of a case holds.</summary>
public enum PaperKind
{
    /// <summary>No part: only those who have the whole case see it.</summary>
    Whole,

    /// <summary>A report: the concern, decisions, what its setting records, referrals, what is fed back.</summary>
    Report,

    /// <summary>A meeting: arranged, agenda as the chair shares it, answers, minutes, actions.</summary>
    Meeting,

    /// <summary>A question to an agency, and its answer.</summary>
    Request,
}

/// <summary>
/// The part of a case that an entry belongs to, fixed when it is written. Somebody who has only this part sees this part; a later entry reaches it
/// only by being written to it.
/// </summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Id">Random; empty for the whole case.</param>
public readonly record struct Paper(PaperKind Kind, Guid Id)
{
    /// <summary>No part: only those who have the whole case see it.</summary>
    public static Paper Whole => default;
}

/// <summary>Whom an entry is about, fixed when it is written.</summary>
/// <param name="Scope">These people, or more than can be named.</param>
/// <param name="People">People and groups of the case, by their ids.</param>
public sealed record Subjects(SubjectScope Scope, params IReadOnlyList<Guid> People)
{
    /// <summary>The case as a whole.</summary>
    public static Subjects TheCase { get; } = new(SubjectScope.TheCase);

    /// <summary>These people and groups.</summary>
    public static Subjects Of(params IEnumerable<Guid> people) => new(SubjectScope.Named, [.. people.Distinct().Order()]);

    /// <inheritdoc/>
    public bool Equals(Subjects? other) => other is not null && Scope == other.Scope && People.SequenceEqual(other.People);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scope, People.Count, People.Count > 0 ? People[0] : default);
}

/// <summary>How far <see cref="Subjects"/> reach.</summary>
public enum SubjectScope
{
    /// <summary>The case as a whole.</summary>
    TheCase,

    /// <summary>The people named.</summary>
    Named,

    /// <summary>Everybody who lives in the home of the people named.</summary>
    AllInTheHome,

    /// <summary>All children in reach of the alleged person.</summary>
    AllInReach,
}
