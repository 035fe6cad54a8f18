using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;

namespace Lapwing.Storage;

/// <summary>A duty as lists show it: derived from the entries of its case, and replaced whenever one is added.</summary>
/// <param name="Paper">The paper whose readers see it; the whole case where it is none.</param>
/// <param name="Duty">Its name in the catalogue of duties.</param>
/// <param name="Of">Its subject, in words or an id that say nothing outside the case.</param>
/// <param name="Due">The last London day on which it is in time; none where nobody has set one.</param>
/// <param name="Agency">The kind of organisation that has to do it.</param>
/// <param name="Team">The team, where it is known.</param>
/// <param name="Account">The person, where it is one.</param>
/// <param name="IsDone">Whether it was done, or need not be any more.</param>
/// <param name="IsOfPaperAlone">Whether it stands so for those alone who read that paper and no more: whoever has the whole case knows more.</param>
public sealed record WorkRow(Paper Paper, string Duty, string Of, DateOnly? Due, Agency Agency, Guid? Team, Guid? Account, bool IsDone,
    bool IsOfPaperAlone = false)
{
    /// <summary>Whether somebody sees it who sees so much of its case.</summary>
    public bool IsFor(ReadScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.IsWhole ? !IsOfPaperAlone : scope.Reaches(Paper);
    }
}

/// <summary>A duty in somebody's list.</summary>
/// <param name="Case">Of which case.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="Row">The duty.</param>
/// <param name="Access">Why whoever looks sees it.</param>
public sealed record WorkItem(CaseId Case, string Reference, WorkRow Row, CaseAccess Access);

/// <summary>A case in somebody's list.</summary>
/// <param name="Case">Which.</param>
/// <param name="Reference">The reference that people read.</param>
/// <param name="Access">Why whoever looks sees it, and how much.</param>
public sealed record CaseItem(CaseId Case, string Reference, CaseAccess Access);

/// <summary>What somebody has to do and is in.</summary>
/// <param name="Work">What is to be done, of theirs and of others.</param>
/// <param name="Cases">What they are in.</param>
/// <param name="Unreadable">How many rows of these lists do not read as they were written. They are left as they are; deriving lists anew puts them
/// right.</param>
public sealed record Mine(IReadOnlyList<WorkItem> Work, IReadOnlyList<CaseItem> Cases, int Unreadable);
