using Lapwing.Web.Check;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Pages.Check;

/// <summary>
/// A page of a check. Every form posts to where its page is; a step that leads to another page is sent on to that page's address with all that
/// was posted (307), so that the address always names the page that is seen and never holds an answer.
/// </summary>
public abstract class CheckPage(Steps steps, PageState state) : StepPage(steps)
{
    /// <summary>The address of the page that says what to do when a check cannot be gone on with.</summary>
    public const string StartAgain = "/check/start-again";

    /// <summary>What was typed, sealed.</summary>
    public override string Sealed => field ??= state.Seal(Step.Typed);

    /// <summary>Takes the step that was posted: shows its page if that is this one, and else sends the post on to it.</summary>
    /// <param name="isHere">Whether a page's number is one that this address shows.</param>
    protected async Task<IActionResult> Take(Func<int, bool> isHere)
    {
        ArgumentNullException.ThrowIfNull(isHere);
        if (!Request.HasFormContentType) return BadRequest();
        if (Steps.Take(await Request.ReadFormAsync(HttpContext.RequestAborted)) is not { } step) return SeeOther(StartAgain);
        Step = step;
        if (step.Page == 1) Fields.ShowDays(step.Typed, Steps.Today);
        return isHere(step.Page) ? Page() : RedirectPreserveMethod(Step.Address(step.Page));
    }

    /// <summary>Goes on to another page, and posts nothing there.</summary>
    protected IActionResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
