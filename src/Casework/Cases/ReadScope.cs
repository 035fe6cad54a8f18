namespace Lapwing.Casework.Cases;

/// <summary>How much of a case somebody may see: the whole, or papers of it. Rules 1 and 2 of the table of who sees what.</summary>
public sealed class ReadScope : IEquatable<ReadScope>
{
    private readonly HashSet<Paper> papers;

    private ReadScope(bool isWhole, IEnumerable<Paper> papers) => (IsWhole, this.papers) = (isWhole, [.. papers]);

    /// <summary>The whole case.</summary>
    public static ReadScope Whole { get; } = new(true, []);

    /// <summary>These papers alone. Refuses none: whoever has no paper sees nothing, and opens no case.</summary>
    public static ReadScope Of(params IReadOnlyCollection<Paper> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        if (papers.Count == 0) throw new ArgumentException("somebody who sees no paper opens no case", nameof(papers));
        return new(false, papers);
    }

    /// <summary>Nothing of it: of whoever writes into a case in which they are not yet, and opens it with that.</summary>
    public static ReadScope None { get; } = new(false, []);

    /// <summary>Whether it is nothing of the case.</summary>
    public bool IsNone => !IsWhole && papers.Count == 0;

    /// <summary>Whether it is the whole case.</summary>
    public bool IsWhole { get; }

    /// <summary>The papers, where it is not the whole.</summary>
    public IReadOnlyCollection<Paper> Papers => papers;

    /// <summary>Whether an entry of this paper is seen.</summary>
    public bool Reaches(Paper paper) => IsWhole || papers.Contains(paper);

    /// <inheritdoc/>
    public bool Equals(ReadScope? other) => other is not null && IsWhole == other.IsWhole && papers.SetEquals(other.papers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReadScope);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsWhole, papers.Count);
}
