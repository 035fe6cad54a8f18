using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;

namespace Lapwing.Casework.Procedures;

/// <summary>Whom a duty is about.</summary>
public static class DutySubjects
{
    /// <summary>
    /// Whom what is left of a duty is about: each to whom it is still owed; of a duty that is owed once, whom the entry is about that opened it. A duty
    /// that a report or a change of its facts opened for nobody in particular is about the case, and so about nobody; one that is settled too.
    /// </summary>
    public static IReadOnlyList<Guid> Of(CaseFile file, Duty duty)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(duty);
        if (duty.IsSettled) return [];
        if (duty.Parts.Count > 0) return [.. duty.Parts.Where(part => part.MetBy is null).Select(part => part.Person).Distinct()];
        return file.At(duty.Causes[0]) is { Content: not (Concern.Reported or Concern.FactsChanged), About.Scope: SubjectScope.Named } cause
            ? cause.About.People : [];
    }
}
