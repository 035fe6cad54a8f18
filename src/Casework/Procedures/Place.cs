using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// In which part of a case the entries of a kind are written. Whoever sees the whole writes what they know into the case, and the setting that reported
/// does not read it, unless they say that it may; whoever sees a report alone writes into that.
/// </summary>
public sealed class Place
{
    private readonly Func<Content, EntryId?> about;

    private Place(Func<Content, EntryId?>? about = null) => this.about = about ?? (_ => null);

    /// <summary>It starts a report, and is its first entry or of the same act.</summary>
    public static Place Starts { get; } = new() { CanBeAnywhere = true };

    /// <summary>Of nobody but those who have the whole case: whoever sees less is not offered it.</summary>
    public static Place Case { get; } = new() { IsCaseOnly = true };

    /// <summary>The case, also of somebody who sees less of it: they say it, and do not read it there.</summary>
    public static Place CaseUnseen { get; } = new() { IsCaseOnly = true, IsWrittenUnseen = true };

    /// <summary>The report, or the case: of whoever has the whole, the case, unless they say that the setting may know.</summary>
    public static Place ReportOrCase { get; } = new() { IsChosen = true };

    /// <summary>The same; where it is the report, that of what the entry is about.</summary>
    public static Place ReportOrCaseOf<T>(Func<T, EntryId?> about) where T : Content => new(content => about((T)content)) { IsChosen = true };

    /// <summary>The part of the entry that it is about, or answers: whoever reads the one reads the other.</summary>
    public static Place With<T>(Func<T, EntryId?> about) where T : Content => new(content => about((T)content)) { IsThatOfWhatItIsAbout = true };

    /// <summary>The report that it is about, though a change of its facts stands in the case: whoever it is passed on to sees the report and no more.</summary>
    public static Place WithReport<T>(Func<T, EntryId?> about) where T : Content => new(content => about((T)content)) { IsReport = true };

    /// <summary>Whether those who have the whole are asked if the setting that reported may know.</summary>
    public bool IsChosen { get; private init; }

    /// <summary>Whether it stands in the case alone.</summary>
    public bool IsCaseOnly { get; private init; }

    /// <summary>Whether somebody writes it into the case who does not read that.</summary>
    public bool IsWrittenUnseen { get; private init; }

    /// <summary>Whether it stands where what it is about stands: whoever reads the one reads the other.</summary>
    public bool IsThatOfWhatItIsAbout { get; private init; }

    /// <summary>Whether somebody writes in a part of a case: where they read, and <see cref="IsWrittenUnseen"/> in the case.</summary>
    /// <param name="scope">How much of the case they read.</param>
    /// <param name="paper">The part.</param>
    public bool IsOpenTo(ReadScope scope, Paper paper)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Reaches(paper) || (IsWrittenUnseen && paper == Paper.Whole);
    }

    private bool CanBeAnywhere { get; init; }

    private bool IsReport { get; init; }

    /// <summary>Where something is written.</summary>
    /// <param name="file">The case as whoever writes sees it.</param>
    /// <param name="content">What is written.</param>
    /// <param name="mayBeKnown">Whether the setting that reported may know it: asked of those who have the whole.</param>
    public Paper Of(CaseFile file, Content content, bool mayBeKnown)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (IsCaseOnly || (IsChosen && file.Scope.IsWhole && !mayBeKnown)) return Paper.Whole;
        var of = about(content) is { } id ? file.At(id) : null;
        if ((IsReport || IsChosen) && of?.Content is Concern.FactsChanged change) of = file.At(change.Of);
        return of?.Paper ?? file.First<Concern.Reported>(_ => true)?.Entry.Paper
            ?? file.Scope.Papers.FirstOrDefault(paper => paper.Kind == PaperKind.Report);      // who is in it can stand before the report
    }

    /// <summary>Whether a part is one in which it can stand.</summary>
    internal bool Allows(CaseFile file, Content content, Paper paper) => CanBeAnywhere || paper == Of(file, content, mayBeKnown: true)
        || (IsChosen && (paper.Kind == PaperKind.Report || (paper == Paper.Whole && file.Scope.IsWhole)));
}
