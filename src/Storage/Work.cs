using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;

namespace Lapwing.Storage;

/// <summary>A duty as lists show it: derived from the entries of its case, and replaced whenever one is added.</summary>
/// <param name="Paper">The paper whose readers see it; the whole case where it is none.</param>
/// <param name="Duty">Its name in the catalogue of duties.</param>
/// <param name="Of">Its subject, in words or an id that say nothing outside the case.</param>
/// <param name="Due">The last London day on which it is in time; none where nobody has set one.</param>
/// <param name="By">Who has to do it.</param>
/// <param name="IsDone">Whether it was done, or need not be any more.</param>
/// <param name="IsOfPaperAlone">Whether it stands so for those alone who read that paper and no more: whoever has the whole case knows more.</param>
public sealed record WorkRow(Paper Paper, string Duty, string Of, DateOnly? Due, Responsible By, bool IsDone, bool IsOfPaperAlone = false)
{
    /// <summary>Whether somebody is called for it: of one day that comes first.</summary>
    public bool IsCall { get; init; }

    /// <summary>Whether of those who read a paper alone they alone see it who are of the kind of organisation that has to do it.</summary>
    public bool IsOfAgencyAlone { get; init; }

    /// <summary>
    /// Who may not give this signature, because they asked for it: their accounts, each 32 digits; none where it is none. Neither they nor whoever may not sign
    /// gives it: for them it is others'.
    /// </summary>
    public string? NotBy { get; init; }

    /// <summary>Whether somebody sees it who sees so much of its case.</summary>
    public bool IsFor(Viewer viewer, ReadScope scope)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.IsWhole ? !IsOfPaperAlone : scope.Reaches(Paper) && (!IsOfAgencyAlone || By.Agency == viewer.Agency);
    }
}

/// <summary>The one line by which lists show a case, as those know it who have a part of it: it names nobody.</summary>
/// <param name="Paper">The part; the whole case where it is none.</param>
/// <param name="Words">The line.</param>
public sealed record ClosedLine(Paper Paper, string Words);

/// <summary>A word by which those find a case who have a part of it.</summary>
/// <param name="Paper">The part; the whole case where it is none.</param>
/// <param name="Word">The word, in the form for comparison.</param>
public sealed record FoundBy(Paper Paper, string Word);

/// <summary>What lists show of a case, but for who is in it: derived from its entries, and replaced whenever one is added.</summary>
/// <param name="Work">Its duties.</param>
/// <param name="Lines">The line that stands for it, for the whole and for each part.</param>
/// <param name="Words">By what it is found.</param>
public sealed record CaseLists(IReadOnlyList<WorkRow> Work, IReadOnlyList<ClosedLine> Lines, IReadOnlyList<FoundBy> Words)
{
    /// <summary>Nothing at all.</summary>
    public static CaseLists None { get; } = new([], [], []);
}

/// <summary>Which of somebody's cases are listed: those in which something is to be done by whom, and by when.</summary>
/// <param name="By">By whom; null for every case that they are in.</param>
public sealed record WorkFilter(Func<Responsible, bool>? By)
{
    // The one before says that nobody has set a day.
    private static readonly DateOnly first = DateOnly.MinValue.AddDays(1);

    /// <summary>The first day on which it is due.</summary>
    public DateOnly From { get; init; } = first;

    /// <summary>The last day on which it is due.</summary>
    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>Whether it is what nobody has set a day for, whatever the days say.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Whether it is whatever has a day, or every case.</summary>
    internal bool IsOfEveryDay => By is null || (!IsUndated && From <= first && To == DateOnly.MaxValue);

    /// <summary>Whether it is what is done by others, and not by these.</summary>
    public bool IsByOthers { get; init; }

    /// <summary>Of which duties, by their names; null for all. It is asked of the cases of a page, and not of the index, in which no duty stands.</summary>
    public Func<string, bool>? Of { get; init; }

    /// <summary>Whether something is of it for somebody.</summary>
    public bool Has(WorkRow row, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(viewer);
        if (By is null || Of?.Invoke(row.Duty) == false) return false;
        var isBy = By(row.By) && (row.NotBy is not { } others
            || (viewer.Author.MaySign && !others.Contains(viewer.Account.ToString("N"), StringComparison.Ordinal)
                && !(viewer.For is { } covered && others.Contains(covered.ToString("N"), StringComparison.Ordinal))));
        return isBy != IsByOthers && (IsUndated ? row.Due is null : row.Due >= From && row.Due <= To);
    }
}

/// <summary>What is asked of somebody's lists.</summary>
/// <param name="Listed">Which cases.</param>
/// <param name="Skip">After how many of them.</param>
/// <param name="Take">How many.</param>
public sealed record WorkAsked(WorkFilter Listed, int Skip, int Take)
{
    /// <summary>Whether those stand first that were opened last; without it, those in which something is due first.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>Of which others it is counted how many there are.</summary>
    public IReadOnlyList<WorkFilter> Counted { get; init; } = [];

    /// <summary>Of which cases it is asked besides whether they are in them.</summary>
    public IReadOnlyCollection<Guid> Known { get; init; } = [];
}

/// <summary>A case in somebody's list.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="Access">Why whoever looks sees it, and how much.</param>
/// <param name="Line">The line that stands for it; nothing where it has none.</param>
/// <param name="Work">All that they see to be done in it.</param>
public sealed record CaseItem(CaseId Case, string Reference, CaseAccess Access, string Line, IReadOnlyList<WorkRow> Work);

/// <summary>A page of somebody's cases.</summary>
/// <param name="Cases">The cases, in the order that was asked for.</param>
/// <param name="HasMore">Whether there are more of them.</param>
/// <param name="Unreadable">How many of this page do not read as they were written. They are left as they are; deriving lists anew puts them right.</param>
public sealed record CasesFound(IReadOnlyList<CaseItem> Cases, bool HasMore, int Unreadable)
{
    /// <summary>How many cases there are of what was counted: at most <see cref="WorkIndex.MostCounted"/> of each.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>The references of those of the known cases that they are in.</summary>
    public IReadOnlyDictionary<Guid, string> Known { get; init; } = new Dictionary<Guid, string>();
}
