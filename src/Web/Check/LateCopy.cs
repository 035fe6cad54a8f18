namespace Lapwing.Web.Check;

/// <summary>A copy of a form, or of a page of a report, that was sent without a session, as its author is shown it.</summary>
/// <param name="Id">Its number among their drafts.</param>
/// <param name="At">When it was sent.</param>
/// <param name="IsInTheForm">Whether it stands in the form itself, because nothing else does.</param>
/// <param name="Words">What it says: each question, and what was typed or chosen.</param>
/// <param name="Version">Which words it and what its author kept are: a page that showed others changes neither.</param>
public sealed record LateCopy(Guid Id, DateTimeOffset At, bool IsInTheForm, IReadOnlyList<(string Question, string Answer)> Words, string Version);
