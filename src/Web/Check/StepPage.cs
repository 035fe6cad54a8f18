using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web.Check;

/// <summary>A page of the intake: of one that keeps nothing, or of a report that is kept for its author.</summary>
public abstract class StepPage(Steps steps) : PageModel
{
    /// <summary>What takes a step.</summary>
    protected Steps Steps { get; } = steps;

    /// <summary>The step that is shown.</summary>
    public Step Step { get; protected set; } = null!;

    /// <summary>The London day.</summary>
    public DateOnly Today => Steps.Today;

    /// <summary>The page that asks.</summary>
    public IntakePage Asking => Intake.Page(Step.Page)!;

    /// <summary>Whether it is kept, page by page, for its author.</summary>
    public virtual bool IsKept => false;

    /// <summary>What was typed, sealed into the page; none where it is kept.</summary>
    public virtual string? Sealed => null;

    /// <summary>Whether it changes the facts of a report that was recorded.</summary>
    public virtual bool IsChange => false;

    /// <summary>Where its first page leads back to.</summary>
    public virtual string Start => "/";

    /// <summary>The mark that says whose it is, where it is kept.</summary>
    public virtual string? Mark => null;

    /// <summary>A copy of this page that was sent without a session; none where there is none.</summary>
    public virtual LateCopy? Late => null;

    /// <summary>Who a child is, where that is recorded already.</summary>
    public virtual string? NameOf(int child) => null;

    /// <summary>The address of a page.</summary>
    public virtual string Address(int page) => Step.Address(page);

    /// <summary>What is amiss with a field; nothing where nothing is.</summary>
    public string? Error(string field) => Step.Errors.FirstOrDefault(e => e.Field == field).Message;

    /// <summary>How a question is answered so far.</summary>
    public string? Answered(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Step.Typed[question.Name];
    }
}
